"""Decides what one line of the journal's plain text can say; the line of a day, what its words are read into."""

from dataclasses import dataclass
from datetime import date, datetime, time

from legday.model.happened import Origin
from legday.model.pain_words import Behaviour
from legday.model.runner import Gear, Opening
from legday.model.runs import RunKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A leg session that took place; the sets lines of the same day that follow it are its sets.

    `menu` empty where unsaid, `at` its start, `effort` 0–10, `planned` the wall clock it was planned for, `light` in a week light on
    purpose, `recording` the id of a watch's file.
    """

    day: date
    menu: str = ""
    at: time | None = None
    minutes: int | None = None
    effort: int | None = None
    light: bool = False
    planned: datetime | None = None
    origin: Origin = Origin.TYPED
    recording: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetsLine:
    """Sets of one exercise on a day. `weight_g` None = not said, 0 = bodyweight; `seconds` where held; `side` empty, left or right.

    `reps` of each set, of the first where they differ: `each` then names all of them, else it is empty.
    """

    day: date
    exercise: str
    sets: int
    reps: int
    each: tuple[int, ...] = ()
    weight_g: int | None = None
    rir: int | None = None
    seconds: bool = False
    side: str = ""
    warm_up: bool = False
    tempo: str = ""
    at: time | None = None
    note: str = ""

    @property
    def counts(self) -> tuple[int, ...]:
        """The repetitions (or seconds) of every set."""
        return self.each or (self.reps,) * self.sets


@dataclass(frozen=True, slots=True, kw_only=True)
class PainLine:
    """Pain 0–10 at a place; `side` empty, left or right; `when` empty where unsaid."""

    day: date
    place: str
    score: int
    side: str = ""
    when: str = ""
    behaviour: frozenset[Behaviour] = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoreLine:
    """Soreness of the legs 0–10."""

    day: date
    score: int
    limp: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SleptLine:
    """The night before the day: minutes asleep, readiness 1–5; at least one of them."""

    day: date
    minutes: int | None = None
    readiness: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IllLine:
    """Illness from the day to `last` (None = still ill)."""

    day: date
    last: date | None = None
    fever: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayLine:
    """Days away up to `last`. `gear` None = the usual, `openings` None = the usual, empty = no leg work."""

    day: date
    last: date
    gear: Gear | None = None
    openings: tuple[Opening, ...] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighLine:
    """Body mass in grams."""

    day: date
    grams: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedLine:
    """A clinician said that leg work may go on; `what` empty = all of it."""

    day: date
    what: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlagLine:
    """A red flag that the runner said yes to."""

    day: date
    flag: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipLine:
    """A planned session not done, and why; `menu` may be empty where `at`, its planned time, is said."""

    day: date
    menu: str = ""
    at: time | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveLine:
    """The session planned on the day (at `at`, where said) is put at `to`, for `minutes`."""

    day: date
    to: datetime
    minutes: int
    menu: str = ""
    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraLine:
    """One session more than planned, on the day at `at`."""

    day: date
    at: time
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapLine:
    """From the day on (to `last`, None = for good) `now` is done where `was` is planned."""

    day: date
    was: str
    now: str
    last: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """What a recorded run was for."""

    day: date
    kind: RunKind
    start: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """A promised session."""

    day: date
    start: time
    minutes: int
    menu: str


JournalLine = (
    SessionLine
    | SetsLine
    | PainLine
    | SoreLine
    | SleptLine
    | IllLine
    | AwayLine
    | WeighLine
    | ClearedLine
    | RedFlagLine
    | SkipLine
    | MoveLine
    | ExtraLine
    | SwapLine
    | KindLine
    | PromiseLine
)
