"""Decides what a GPX file records: one sport per track, its points with heart rate and cadence where extensions have them."""

from datetime import datetime

import numpy as np

from legday.model.errors import LimitExceeded
from legday.reading.limits import LIMITS, Limits
from legday.reading.moments import iso_moment
from legday.reading.numbers import number
from legday.reading.piece import Contents, Piece
from legday.reading.sports import sport_of
from legday.reading.track import Track
from legday.reading.xml_events import stream

_OF_POINT = {
    "ele": "altitude",
    "hr": "heart_rate",
    "heartrate": "heart_rate",
    "cad": "cadence",
    "cadence": "cadence",
}
_COLUMNS = ("time", "latitude", "longitude", "altitude", "heart_rate", "cadence")


class _TrackBuilder:
    """The points of one <trk> as they stream by."""

    def __init__(self) -> None:
        self.columns: dict[str, list[float]] = {name: [] for name in _COLUMNS}
        self.title = ""
        self.sport = ""
        self.offset_s: int | None = None

    def __len__(self) -> int:
        return len(self.columns["time"])

    def begin_point(self, attributes: dict[str, str]) -> None:
        for values in self.columns.values():
            values.append(np.nan)
        self.columns["latitude"][-1] = number(attributes.get("lat"))
        self.columns["longitude"][-1] = number(attributes.get("lon"))

    def tell_point(self, name: str, text: str) -> None:
        if name == "time":
            self._tell_time(iso_moment(text))
        elif name in _OF_POINT:
            self.columns[_OF_POINT[name]][-1] = number(text)

    def _tell_time(self, moment: datetime | None) -> None:
        if moment is None:
            return
        self.columns["time"][-1] = moment.timestamp()
        offset = moment.utcoffset()
        if self.offset_s is None and offset:
            self.offset_s = round(offset.total_seconds())

    def piece(self, *, device: str, made: float | None) -> Piece:
        track = Track.of(self.columns)
        times = track.time[np.isfinite(track.time)]
        return Piece(
            sport=sport_of(self.sport),
            track=track,
            origin=float(times[0]) if times.size else None,
            other_starts=() if made is None else (made,),
            utc_offset_s=self.offset_s,
            title=self.title,
            device=device,
        )


class _GpxBuilder:
    """The whole file as it streams by."""

    def __init__(self, *, file: str, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.tracks: list[_TrackBuilder] = []
        self.path: list[str] = []
        self.device = ""
        self.made: float | None = None
        self.points = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(name)
        if name == "gpx":
            self.device = attributes.get("creator", "")
        elif name == "trk":
            self.tracks.append(_TrackBuilder())
        elif name == "trkpt" and self.tracks:
            self.points += 1
            if self.points > self.limits.samples:
                raise LimitExceeded(file=self.file, reason=f"more than {self.limits.samples:,} points")
            self.tracks[-1].begin_point(attributes)

    def end(self, name: str, text: str) -> None:
        self.path.pop()
        if not text:
            return
        if "trkpt" in self.path and self.tracks:
            self.tracks[-1].tell_point(name, text)
        elif self.path[-1:] == ["trk"] and name in {"name", "type"} and self.tracks:
            setattr(self.tracks[-1], "title" if name == "name" else "sport", text)
        elif name == "time" and self.made is None and self.path[-1:] in (["metadata"], ["gpx"]):
            moment = iso_moment(text)
            self.made = moment.timestamp() if moment else None


def read_gpx(data: bytes, *, file: str, limits: Limits = LIMITS) -> Contents:
    """The tracks of a GPX file (1.0, 1.1 or neither). FileRefused for document types, LimitExceeded for too many points."""
    builder = _GpxBuilder(file=file, limits=limits)
    problem = stream(data, file=file, limits=limits, started=builder.start, ended=builder.end)
    full = [track for track in builder.tracks if len(track)]
    timed = [track for track in full if np.isfinite(track.columns["time"]).sum() > 1]
    if not timed:
        return Contents(problem=problem) if problem else _untimed(full)
    pieces = tuple(track.piece(device=builder.device, made=builder.made) for track in timed)
    kept = f"; kept {builder.points} points before it" if problem else ""
    return Contents(pieces=pieces, problem=f"{problem}{kept}" if problem else None)


def _untimed(full: list[_TrackBuilder]) -> Contents:
    if not full:
        return Contents(not_a_recording="it holds places or routes, no recorded track")
    points = sum(len(track) for track in full)
    return Contents(not_a_recording=f"its {points} points have no times: a drawn route, not a recorded run")
