"""Decides what a recorded run is: a frozen summary, its samples, and what legday makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from legday.model.muscles import Muscle

Series = NDArray[np.float64]


class Sport(StrEnum):
    """What was recorded; everything but `RUN` counts as cross-training (or as strength)."""

    RUN = "run"
    WALK = "walk"
    HIKE = "hike"
    RIDE = "ride"
    SWIM = "swim"
    ROW = "row"
    SKI = "ski"
    YOGA = "yoga"
    STRENGTH = "strength"
    OTHER = "other"


class RunKind(StrEnum):
    """What a run was for."""

    EASY = "easy"
    RECOVERY = "recovery"
    LONG = "long"
    QUALITY = "quality"
    RACE = "race"


KEY_KINDS = frozenset({RunKind.LONG, RunKind.QUALITY, RunKind.RACE})
"""The kinds that need fresh legs (rule `fresh-for-key-runs`)."""


class FileFormat(StrEnum):
    FIT = "fit"
    GPX = "gpx"
    TCX = "tcx"


class Missing(StrEnum):
    """What a recording does not have; it is still a run."""

    POSITION = "position"
    HEART_RATE = "heart rate"
    DISTANCE = "distance"
    HEIGHT = "height"
    CADENCE = "cadence"
    SAMPLES = "samples"
    START = "start time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """A run's samples, all of one length n, float64, NaN where the file has nothing.

    `t` seconds since the start, never falling · `metres` covered so far · `heart_rate` beats/min ·
    `altitude` m · `cadence` steps/min (both feet) · `latitude`, `longitude` degrees (WGS 84).
    """

    t: Series
    metres: Series
    heart_rate: Series
    altitude: Series
    cadence: Series
    latitude: Series
    longitude: Series

    def __len__(self) -> int:
        return int(self.t.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lap:
    """One lap as recorded: where it begins (seconds since the start), seconds and metres it took."""

    start_s: int
    seconds: int
    metres: int | None = None
    heart_rate: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedSet:
    """One strength set as a watch recorded it; category and name are numbers of the public FIT profile."""

    start_s: int
    seconds: int
    reps: int | None = None
    weight_g: int | None = None
    category: int | None = None
    name: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One recorded run (or ride, walk, strength session …): the summary of a file or of one sport in it.

    `start` is aware and in UTC; `utc_offset_s` is the local offset where the file says one.
    Distances are metres, times seconds; `sha256` is of the file's bytes (unpacked), `part` counts
    the sports of a multisport file. `effort` is 0–10 as the runner gave it.
    """

    sport: Sport
    start: datetime
    elapsed_s: int
    moving_s: int
    file: str
    sha256: str
    format: FileFormat
    part: int = 0
    utc_offset_s: int | None = None
    metres: int | None = None
    ascent_m: int | None = None
    descent_m: int | None = None
    mean_heart_rate: int | None = None
    max_heart_rate: int | None = None
    steps: int | None = None
    title: str = ""
    race: bool = False
    indoor: bool = False
    effort: int | None = None
    device: str = ""
    missing: tuple[Missing, ...] = ()
    repairs: tuple[str, ...] = ()
    laps: tuple[Lap, ...] = ()
    sets: tuple[RecordedSet, ...] = ()

    @property
    def id(self) -> str:
        """Stable for the same bytes: the first 16 hex digits of the sum, and the part."""
        return f"{self.sha256[:16]}-{self.part}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What legday keeps of a run's samples, enough to judge its kind without reading them again.

    `best_speed` metres/second, grade-adjusted, by window in seconds; `best_heart_rate` the mean over the same window ·
    `speed_s` seconds spent per 0.1 m/s of grade-adjusted speed (index = floor(speed × 10)) ·
    `heart_rate_s` seconds per beat/min · `downhill_s`, `uphill_s` seconds at gradient ≤ −5 %, ≥ +5 % ·
    `fast_laps` repeated fast stretches found in laps or samples · `adjusted_metres` grade-adjusted distance ·
    `weekless` facts are None where the file did not show them.
    """

    best_speed: Mapping[int, float] = field(default_factory=dict)
    best_heart_rate: Mapping[int, float] = field(default_factory=dict)
    speed_s: Mapping[int, int] = field(default_factory=dict)
    heart_rate_s: Mapping[int, int] = field(default_factory=dict)
    downhill_s: int = 0
    uphill_s: int = 0
    fast_laps: int = 0
    adjusted_metres: int | None = None


class Sure(StrEnum):
    """How sure a derived number is."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Threshold speed (m/s, grade-adjusted), threshold and highest believable heart rate, each with how sure."""

    speed: float | None = None
    speed_sure: Sure = Sure.NONE
    heart_rate: int | None = None
    heart_rate_sure: Sure = Sure.NONE
    max_heart_rate: int | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRun:
    """A run with what legday makes of it: `hardness` 0–100, `cost` per muscle in points (60 easy minutes ≈ 100 for soleus).

    `kind_by_runner` is true where the runner's own correction stands. `why` says what spoke for the kind, `unseen` what could not be seen.
    """

    recording: Recording
    local_start: datetime
    kind: RunKind
    key: bool
    hardness: int
    sure: Sure
    why: tuple[str, ...] = ()
    unseen: tuple[Missing, ...] = ()
    kind_by_runner: bool = False
    cost: Mapping[Muscle, int] = field(default_factory=dict)
    trimp: float | None = None
    effort_minutes: int | None = None

    @property
    def day(self) -> date:
        return self.local_start.date()

    @property
    def minutes(self) -> int:
        return round(self.recording.moving_s / 60)


class OutlookSource(StrEnum):
    """Who says that a run will take place, the first that speaks for a day winning."""

    RACE = "race"
    RUN_PLAN = "run-plan"
    USUAL_WEEK = "usual-week"
    RHYTHM = "rhythm"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedRun:
    """A run to come. `start` is the local wall clock, None where nobody knows it."""

    day: date
    kind: RunKind
    source: OutlookSource
    minutes: int | None = None
    metres: int | None = None
    start: time | None = None
    title: str = ""
    race_pace: bool = False

    @property
    def key(self) -> bool:
        return self.kind in KEY_KINDS or self.race_pace


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmDay:
    """What the last weeks show for one weekday (0 = Monday): chance of a run 0–100 %, its usual kind, minutes and start."""

    weekday: int
    chance: int
    kind: RunKind
    minutes: int
    metres: int | None
    start: time | None
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """The week the history shows; `weeks` counted in, `left_out` weeks of illness or holiday (their Mondays).

    `cut_back_every` weeks a lighter one comes, where clear; `last_cut_back` the Monday of the last of them.
    """

    days: tuple[RhythmDay, ...] = ()
    weeks: int = 0
    left_out: tuple[date, ...] = ()
    cut_back_every: int | None = None
    last_cut_back: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The runs to come, by date, and what speaks for them; `yesterday` those of the day before, as recorded, else as they were expected."""

    runs: tuple[ExpectedRun, ...] = ()
    yesterday: tuple[ExpectedRun, ...] = ()
    rhythm: Rhythm = field(default_factory=Rhythm)
    usual_start: time | None = None

    def on(self, day: date) -> tuple[ExpectedRun, ...]:
        return tuple(run for run in self.runs if run.day == day)
