"""Decides how one recording is written as a TCX activity."""

from collections.abc import Iterator
from datetime import timedelta
from xml.sax.saxutils import escape

import numpy as np

from legday.model.runs import Lap, Recording, Samples, Sport

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" '
    'xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">\n<Activities>\n'
)
_SPORTS = {Sport.RUN: "Running", Sport.RIDE: "Biking"}


def tcx_bytes(recording: Recording, samples: Samples) -> bytes:
    """The bytes of a TCX activity with its laps (one, where the recording has none); cadence per leg on foot."""
    laps = recording.laps or (
        Lap(
            start_s=0,
            seconds=recording.elapsed_s,
            metres=recording.metres,
            heart_rate=recording.mean_heart_rate,
        ),
    )
    parts = [
        _HEAD,
        f'<Activity Sport="{_SPORTS.get(recording.sport, "Other")}">\n<Id>{_time(recording, 0)}</Id>\n',
    ]
    starts = [lap.start_s for lap in laps]
    edges = [0, *np.searchsorted(samples.t, starts[1:]).tolist(), len(samples)]
    for lap, low, high in zip(laps, edges[:-1], edges[1:], strict=True):
        parts.extend(_lap(recording, lap, samples, low, high))
    notes = f"<Notes>{escape(recording.title)}</Notes>\n" if recording.title else ""
    parts.append(f"{notes}</Activity>\n</Activities>\n</TrainingCenterDatabase>\n")
    return "".join(parts).encode()


def _lap(recording: Recording, lap: Lap, samples: Samples, low: int, high: int) -> Iterator[str]:
    yield f'<Lap StartTime="{_time(recording, lap.start_s)}">\n<TotalTimeSeconds>{lap.seconds}</TotalTimeSeconds>\n'
    if lap.metres is not None:
        yield f"<DistanceMeters>{lap.metres}</DistanceMeters>\n"
    if lap.heart_rate is not None:
        yield f"<AverageHeartRateBpm><Value>{lap.heart_rate}</Value></AverageHeartRateBpm>\n"
    yield "<Intensity>Active</Intensity>\n<TriggerMethod>Manual</TriggerMethod>\n<Track>\n"
    for at in range(low, high):
        yield _point(recording, samples, at)
    yield "</Track>\n</Lap>\n"


def _point(recording: Recording, samples: Samples, at: int) -> str:
    latitude, longitude = samples.latitude[at], samples.longitude[at]
    placed = np.isfinite(latitude) and np.isfinite(longitude)
    rate = _tag("Value", samples.heart_rate[at], 0)
    cadence = _tag("ns3:RunCadence", samples.cadence[at] / 2, 0)
    return "".join(
        (
            f"<Trackpoint><Time>{_time(recording, samples.t[at])}</Time>",
            f"<Position>{_tag('LatitudeDegrees', latitude, 7)}{_tag('LongitudeDegrees', longitude, 7)}</Position>"
            if placed
            else "",
            _tag("AltitudeMeters", samples.altitude[at], 1),
            _tag("DistanceMeters", samples.metres[at], 2),
            f"<HeartRateBpm>{rate}</HeartRateBpm>" if rate else "",
            f"<Extensions><ns3:TPX>{cadence}</ns3:TPX></Extensions>" if cadence else "",
            "</Trackpoint>\n",
        )
    )


def _tag(name: str, value: float, places: int) -> str:
    return f"<{name}>{value:.{places}f}</{name}>" if np.isfinite(value) else ""


def _time(recording: Recording, t: float) -> str:
    moment = recording.start + timedelta(seconds=round(float(t)))
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
