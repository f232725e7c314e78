"""Decides how one recording is written as a GPX 1.1 track."""

from collections.abc import Iterator
from datetime import timedelta
from xml.sax.saxutils import escape

from legday.model.runs import Recording, Samples, Sport

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gpx version="1.1" creator="legday" xmlns="http://www.topografix.com/GPX/1/1" '
    'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">\n'
)
_TYPES = {Sport.RUN: "running", Sport.WALK: "walking", Sport.HIKE: "hiking", Sport.RIDE: "cycling"}


def gpx_bytes(recording: Recording, samples: Samples) -> bytes:
    """The bytes of a GPX track: position, height, time, heart rate, cadence (per leg on foot). Samples without a position are left out."""
    lines = [
        _HEAD,
        f"<metadata><time>{_time(recording, 0)}</time></metadata>\n<trk>\n",
        f"<name>{escape(recording.title)}</name>\n" if recording.title else "",
        f"<type>{_TYPES.get(recording.sport, recording.sport.value)}</type>\n<trkseg>\n",
        *_points(recording, samples),
        "</trkseg>\n</trk>\n</gpx>\n",
    ]
    return "".join(lines).encode()


def _points(recording: Recording, samples: Samples) -> Iterator[str]:
    legs = samples.cadence / 2 if recording.sport in _TYPES else samples.cadence
    columns = (
        samples.t,
        samples.latitude,
        samples.longitude,
        samples.altitude,
        samples.heart_rate,
        legs,
    )
    for t, latitude, longitude, altitude, rate, cadence in zip(
        *(each.tolist() for each in columns), strict=True
    ):
        if latitude != latitude or longitude != longitude:  # noqa: PLR0124 - NaN alone differs from itself
            continue
        told = _tag("gpxtpx:hr", rate, 0) + _tag("gpxtpx:cad", cadence, 0)
        more = (
            f"<extensions><gpxtpx:TrackPointExtension>{told}</gpxtpx:TrackPointExtension></extensions>"
            if told
            else ""
        )
        yield (
            f'<trkpt lat="{latitude:.7f}" lon="{longitude:.7f}">{_tag("ele", altitude, 1)}'
            f"<time>{_time(recording, t)}</time>{more}</trkpt>\n"
        )


def _tag(name: str, value: float, places: int) -> str:
    return "" if value != value else f"<{name}>{value:.{places}f}</{name}>"  # noqa: PLR0124 - same


def _time(recording: Recording, t: float) -> str:
    moment = recording.start + timedelta(seconds=round(t))
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
