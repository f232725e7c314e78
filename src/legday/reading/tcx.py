"""Decides what a TCX file records: one sport per activity, its laps and points."""

from dataclasses import dataclass, field

import numpy as np

from legday.model.errors import LimitExceeded
from legday.model.runs import Lap
from legday.reading.limits import LIMITS, Limits
from legday.reading.moments import iso_moment
from legday.reading.numbers import number, number_or_none
from legday.reading.piece import Contents, Piece
from legday.reading.sports import sport_of
from legday.reading.track import Track
from legday.reading.xml_events import stream

_OF_POINT = {
    "LatitudeDegrees": "latitude",
    "LongitudeDegrees": "longitude",
    "AltitudeMeters": "altitude",
    "DistanceMeters": "metres",
    "Cadence": "cadence",
    "RunCadence": "cadence",
}
_COLUMNS = ("time", "latitude", "longitude", "altitude", "heart_rate", "cadence", "metres")


def _seconds(text: str) -> float:
    moment = iso_moment(text)
    return moment.timestamp() if moment else np.nan


@dataclass(slots=True)
class _LapBuilder:
    start: float
    facts: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class _ActivityBuilder:
    """One <Activity> as it streams by."""

    sport: str
    began: float = np.nan
    title: str = ""
    device: str = ""
    laps: list[_LapBuilder] = field(default_factory=list)
    columns: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in _COLUMNS})

    def begin_point(self) -> None:
        for values in self.columns.values():
            values.append(np.nan)

    def total(self, name: str) -> float | None:
        known = [lap.facts[name] for lap in self.laps if name in lap.facts]
        return sum(known) if known else None

    def piece(self) -> Piece:
        track = Track.of(self.columns)
        starts = [self.laps[0].start] if self.laps else []
        starts += [self.began, *track.time[np.isfinite(track.time)][:1].tolist()]
        origin = next((start for start in starts if np.isfinite(start)), None)
        return Piece(
            sport=sport_of(self.sport),
            track=track,
            origin=origin,
            stated_elapsed_s=self.total("TotalTimeSeconds"),
            stated_moving_s=self.total("TotalTimeSeconds"),
            stated_metres=self.total("DistanceMeters"),
            stated_mean_heart_rate=self.mean_heart_rate(),
            stated_max_heart_rate=max(
                (lap.facts.get("MaximumHeartRateBpm", 0) for lap in self.laps), default=0
            )
            or None,
            title=self.title,
            device=self.device,
            laps=tuple(_lap(lap, origin) for lap in self.laps if np.isfinite(lap.start))
            if origin is not None
            else (),
        )

    def mean_heart_rate(self) -> float | None:
        """The laps' means, weighed by their time."""
        parts = [
            (lap.facts["AverageHeartRateBpm"], lap.facts.get("TotalTimeSeconds", 0.0))
            for lap in self.laps
            if "AverageHeartRateBpm" in lap.facts
        ]
        seconds = sum(part[1] for part in parts)
        return sum(rate * part for rate, part in parts) / seconds if seconds else None


def _lap(lap: _LapBuilder, origin: float) -> Lap:
    metres, rate = lap.facts.get("DistanceMeters"), lap.facts.get("AverageHeartRateBpm")
    return Lap(
        start_s=round(lap.start - origin),
        seconds=round(lap.facts.get("TotalTimeSeconds", 0)),
        metres=None if metres is None else round(metres),
        heart_rate=None if rate is None else round(rate),
    )


class _TcxBuilder:
    """The whole file as it streams by."""

    def __init__(self, *, file: str, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.activities: list[_ActivityBuilder] = []
        self.path: list[str] = []
        self.points = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(name)
        if name == "Activity":
            self.activities.append(_ActivityBuilder(sport=attributes.get("Sport", "")))
        elif name == "Lap" and self.activities:
            self.activities[-1].laps.append(_LapBuilder(_seconds(attributes.get("StartTime", ""))))
        elif name == "Trackpoint" and self.activities:
            self.points += 1
            if self.points > self.limits.samples:
                raise LimitExceeded(file=self.file, reason=f"more than {self.limits.samples:,} points")
            self.activities[-1].begin_point()

    def end(self, name: str, text: str) -> None:
        self.path.pop()
        if not text or not self.activities:
            return
        if "Trackpoint" in self.path:
            self._tell_point(name, text)
        elif "Lap" in self.path:
            self._tell_lap(name, text)
        else:
            self._tell_activity(name, text)

    def _tell_point(self, name: str, text: str) -> None:
        columns = self.activities[-1].columns
        if name == "Time":
            columns["time"][-1] = _seconds(text)
        elif name == "Value" and self.path[-1] == "HeartRateBpm":
            columns["heart_rate"][-1] = number(text)
        elif name in _OF_POINT:
            columns[_OF_POINT[name]][-1] = number(text)

    def _tell_lap(self, name: str, text: str) -> None:
        value = number_or_none(text)
        key = self.path[-1] if name == "Value" else name
        if value is not None and self.activities[-1].laps:
            self.activities[-1].laps[-1].facts.setdefault(key, value)

    def _tell_activity(self, name: str, text: str) -> None:
        activity = self.activities[-1]
        if name == "Id" and self.path[-1] == "Activity":
            activity.began = _seconds(text)
        elif name == "Name" and self.path[-1] == "Creator":
            activity.device = text
        elif name == "Notes" or (name == "Name" and self.path[-1] in {"Plan", "Workout"}):
            activity.title = activity.title or text.splitlines()[0][:120]


def read_tcx(data: bytes, *, file: str, limits: Limits = LIMITS) -> Contents:
    """The activities of a TCX file. FileRefused for document types, LimitExceeded for too many points."""
    builder = _TcxBuilder(file=file, limits=limits)
    problem = stream(data, file=file, limits=limits, started=builder.start, ended=builder.end)
    full = [each for each in builder.activities if each.columns["time"] or each.laps]
    if not full:
        return Contents(problem=problem, not_a_recording=None if problem else "nothing is recorded in it")
    kept = f"; kept {builder.points} points before it" if problem else ""
    return Contents(
        pieces=tuple(each.piece() for each in full), problem=f"{problem}{kept}" if problem else None
    )
