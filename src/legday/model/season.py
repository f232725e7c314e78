"""Decides what passes between the stages of a plan: week targets, chosen days, menus."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from legday.model.exercises import GearVariant
from legday.model.plan import Collision, SolverStage, UnusedOpening
from legday.model.progression import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTarget:
    """What one week (its Monday `start`) asks for.

    `block` counts menus from 0, `era` how often menus with new leg exercises have begun (a block within an era changes nothing
    but short hip and trunk exercises) · `wanted` sessions · `sets_percent` of the menu's base sets · `heavy_reps` for heavy lifts, None keeps
    each exercise's own range · `contacts` the most foot contacts a session may hold, 0 = no plyometrics · `sets_cap` fractional sets
    a muscle may get (None: the band's own) · `after_race` the day of the marathon (or longer) behind that holds the week's sets down.
    """

    start: date
    phase: Phase
    block: int
    wanted: int
    rir: int
    sets_percent: int
    heavy_reps: tuple[int, int] | None
    heavy_rest_s: int | None
    contacts: int
    cut_back: bool
    sets_cap: int | None = None
    why: str = ""
    after_race: date | None = None
    era: int = 0

    @property
    def light(self) -> bool:
        """Light on purpose: a cut-back week, or one of taper or recovery."""
        return self.cut_back or self.phase.light


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenDay:
    """One session's place: local start, room, its week (index into the season), menu letter, whether it is new to the legs.

    `after_run` says that the session begins within two hours of a run's end (no Raise needed in the warm-up); `key_run_soon` that a key run
    follows sooner than it may after many foot contacts (rule `fresh-for-key-runs`); `shortened` that a rule leaves it less room than its opening has.
    """

    start: datetime
    opening_minutes: int
    week: int
    letter: str
    new_to_legs: bool
    after_run: bool
    why: tuple[str, ...] = ()
    key_run_soon: bool = False
    shortened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedSession:
    """A promised session of this week that did not, or will not, take place: its planned start, menu, whether the runner said so, and why.

    `instead` is the start of the session that takes its place, None where no opening could.
    """

    start: datetime
    menu: str = ""
    skipped: bool = False
    why: str = ""
    instead: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HardestSession:
    """The leg session of a week that moves most, with those about as hard: their places among the week's `sessions` (from 0, done ones included).

    `start` is that of one after which rule `masters-rest` is kept, where it is (`rested`), else of the first.
    """

    places: tuple[int, ...]
    sessions: int
    start: datetime
    rested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysChoice:
    """The days stage's result."""

    days: tuple[ChosenDay, ...]
    stages: tuple[SolverStage, ...]
    unused: tuple[UnusedOpening, ...] = ()
    collisions: tuple[Collision, ...] = ()
    missed: tuple[MissedSession, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuLine:
    """One exercise of a menu with its base sets, repetition range and the gear it will use.

    `instead_of` is the exercise whose place it takes on this day, empty where none; `tempo` (down-hold-up seconds) where it is not the
    exercise's own.
    """

    exercise: str
    sets: int
    reps: tuple[int, int]
    variant: GearVariant
    instead_of: str = ""
    tempo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """What one letter's session holds in one block, in the order it is done. `why` are sentences."""

    block: int
    letter: str
    title: str
    lines: tuple[MenuLine, ...]
    why: tuple[str, ...] = ()
    superset: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuChoice:
    """The menu stage's result: menus by (block, letter)."""

    menus: Mapping[tuple[int, str], Menu] = field(default_factory=dict)
    stages: tuple[SolverStage, ...] = ()
    notes: tuple[str, ...] = ()
