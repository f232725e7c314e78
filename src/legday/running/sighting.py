"""Decides how a recorded run is looked at: with its digest, on the runner's own wall clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from legday.model.runner import Profile
from legday.model.runs import Digest, Recording, Sport


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A run, its digest, and its start by the wall clock (naive)."""

    recording: Recording
    digest: Digest
    start: datetime

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def monday(self) -> date:
        return monday_of(self.day)

    @property
    def minutes(self) -> float:
        return self.recording.moving_s / 60

    @property
    def speed(self) -> float | None:
        """Mean grade-adjusted speed while moving, m/s."""
        moving = sum(self.digest.speed_s.values())
        if moving <= 0 or not self.digest.adjusted_metres:
            return None
        return self.digest.adjusted_metres / moving

    @property
    def heart_rate(self) -> float | None:
        """Mean beats/min while moving."""
        seconds = sum(self.digest.heart_rate_s.values())
        if seconds <= 0:
            return None
        return sum(beats * time for beats, time in self.digest.heart_rate_s.items()) / seconds


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def runs_seen(
    recordings: Sequence[tuple[Recording, Digest]], *, profile: Profile, today: date
) -> tuple[Sighting, ...]:
    """The runs among the recordings up to today, oldest first, on the local clock: the file's own offset, else the profile's zone."""
    zone = ZoneInfo(profile.time_zone)
    seen = [
        Sighting(recording=recording, digest=found, start=_wall_clock(recording, zone))
        for recording, found in recordings
        if recording.sport is Sport.RUN
    ]
    seen = [run for run in seen if run.day <= today]
    return tuple(sorted(seen, key=lambda run: (run.start, run.recording.id)))


def _wall_clock(recording: Recording, zone: ZoneInfo) -> datetime:
    if recording.utc_offset_s is None:
        return recording.start.astimezone(zone).replace(tzinfo=None)
    return recording.start.replace(tzinfo=None) + timedelta(seconds=recording.utc_offset_s)


def middle(values: Sequence[float | None]) -> float | None:
    """The median of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return float(median(known)) if known else None
