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
    """A run, its digest, and its start by the wall clock (naive).

    `speed` is the mean grade-adjusted speed (m/s), `heart_rate` the mean beats/min, both while moving; None where not seen.
    """

    recording: Recording
    digest: Digest
    start: datetime
    speed: float | None
    heart_rate: float | None

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def monday(self) -> date:
        return monday_of(self.day)

    @property
    def minutes(self) -> float:
        return self.recording.moving_s / 60


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def runs_seen(
    recordings: Sequence[tuple[Recording, Digest]], *, profile: Profile, today: date
) -> tuple[Sighting, ...]:
    """The runs among the recordings up to today, oldest first, on the local clock: the file's own offset, else the profile's zone."""
    zone = ZoneInfo(profile.time_zone)
    seen = [
        Sighting(
            recording=recording,
            digest=found,
            start=_wall_clock(recording, zone),
            speed=_mean_speed(found),
            heart_rate=_mean_heart_rate(found),
        )
        for recording, found in recordings
        if recording.sport is Sport.RUN
    ]
    seen = [run for run in seen if run.day <= today]
    return tuple(sorted(seen, key=lambda run: (run.start, run.recording.id)))


def _mean_speed(found: Digest) -> float | None:
    moving = sum(found.speed_s.values())
    return found.adjusted_metres / moving if moving > 0 and found.adjusted_metres else None


def _mean_heart_rate(found: Digest) -> float | None:
    seconds = sum(found.heart_rate_s.values())
    return sum(beats * time for beats, time in found.heart_rate_s.items()) / seconds if seconds > 0 else None


def _wall_clock(recording: Recording, zone: ZoneInfo) -> datetime:
    if recording.utc_offset_s is None:
        return recording.start.astimezone(zone).replace(tzinfo=None)
    return recording.start.replace(tzinfo=None) + timedelta(seconds=recording.utc_offset_s)


def middle(values: Sequence[float | None]) -> float | None:
    """The median of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return float(median(known)) if known else None
