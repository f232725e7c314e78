"""Decides what a plan is: days, sessions, prescriptions, weeks, findings and the reasons they carry."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from legday.model.muscles import Muscle
from legday.model.progression import Phase
from legday.model.rules import Finding
from legday.model.runner import GearKind, Style
from legday.model.runs import ExpectedRun
from legday.model.sets import LoggedSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """What to do of one exercise: sets × repetitions (or seconds) at a weight, with effort and rest.

    `reps` is the range to work in and `target` the expected repetitions of each set; per side where `per_side`.
    `weight_g` is the external weight moved in all (both dumbbells together), 0 for bodyweight; `gear` the things used;
    `pick_up` says it as things to lift ("2 × 12.5 kg"); `tempo` (down-hold-up seconds) where it is not the exercise's own;
    `instead_of` the exercise whose place it takes on this day, empty where none; `menu_sets` the sets its menu asks for when nothing
    holds them down (0: those it has). `volume` is sets × target × sides × relative weight (percent of body mass).
    """

    exercise: str
    sets: int
    reps: tuple[int, int]
    target: int
    per_side: bool
    weight_g: int
    gear: tuple[GearKind, ...]
    rir: int
    rest_s: int
    volume: int
    seconds: bool = False
    pick_up: str = ""
    why: str = ""
    tempo: str = ""
    instead_of: str = ""
    menu_sets: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why a session stands where it stands: why this day, why these exercises, why this dose. Sentences."""

    day: tuple[str, ...] = ()
    menu: tuple[str, ...] = ()
    dose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One leg session. `start` is the local wall clock; `minutes` all of it, warm-up to cool-down.

    `menu` is the letter of the menu (A, B, C); `new_to_legs` one of the first two of a menu or the first after a lay-off;
    `contacts` foot contacts; `warm_up` and `cool_down` drill ids; `opening_minutes` the room there was.
    `superset` whether exercises may share their rests, `supersets` the ids of those that do, two and two.
    """

    id: str
    start: datetime
    minutes: int
    opening_minutes: int
    menu: str
    title: str
    phase: Phase
    new_to_legs: bool
    contacts: int
    exercises: tuple[Prescription, ...]
    warm_up: tuple[str, ...]
    cool_down: tuple[str, ...]
    why: Reasons
    superset: bool = False
    supersets: tuple[tuple[str, str], ...] = ()

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.minutes)

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def volume(self) -> int:
        return sum(line.volume for line in self.exercises)


class DayNote(StrEnum):
    """What else a day is for."""

    MOBILITY = "mobility"
    CROSS_TRAIN = "cross-train"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One date of the plan with all that takes place on it. `mobility` are drill ids; `cross_train` a suggestion or empty."""

    day: date
    runs: tuple[ExpectedRun, ...] = ()
    sessions: tuple[Session, ...] = ()
    mobility: tuple[str, ...] = ()
    cross_train: str = ""
    rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week (Monday first) in numbers: quarter sets by muscle, volume, contacts, posterior : anterior in percent."""

    start: date
    phase: Phase
    block: int
    wanted: int
    sessions: int
    sets_by_muscle: Mapping[Muscle, int]
    volume: int
    contacts: int
    posterior_anterior: int | None
    cut_back: bool

    @property
    def light(self) -> bool:
        """Light on purpose: a cut-back week, or one of taper or recovery."""
        return self.cut_back or self.phase.light


@dataclass(frozen=True, slots=True, kw_only=True)
class SolverStage:
    """How a stage was solved: status `optimal`, `feasible` or `infeasible`; objective and bound are equal when proven.

    `ms` is the solver's own time: the one value of a plan that is not the same every time; equality leaves it out.
    """

    stage: str
    status: str
    objective: int
    bound: int
    ms: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedOpening:
    """An opening that holds no session, and why not: the rule that blocks it, or what it would cost."""

    start: datetime
    minutes: int
    rule: str
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """A week that cannot have the sessions wanted: the smallest set of rules that collide, and what would free it.

    Of a session that the runner put where it cannot stand, `reason` says what its rule has against it and `times` when it could stand
    instead: parts of the words and remedies, so equality leaves them out.
    """

    week: date
    wanted: int
    possible: int
    rules: tuple[str, ...]
    words: str
    remedies: tuple[str, ...]
    reason: str = field(default="", compare=False)
    times: tuple[datetime, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A finished plan, checked. `zone` is the IANA name the wall-clock times are in."""

    today: date
    style: Style
    zone: str
    days: tuple[Day, ...]
    weeks: tuple[Week, ...]
    solver: tuple[SolverStage, ...] = ()
    findings: tuple[Finding, ...] = ()
    unused: tuple[UnusedOpening, ...] = ()
    collisions: tuple[Collision, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(session for day in self.days for session in day.sessions)


LATE = timedelta(minutes=30)
"""A session begun so little before or after its planned start is spaced as planned: a few minutes move no other session (our setting)."""


FEW_SETS = 3
"""So many sets make a session that was not planned count as leg work behind: one exercise of the article's workouts (our setting)."""


class Told(StrEnum):
    """How a past session is known: logged set by set, taken as done because the runner logs nothing, or nothing was said of it."""

    LOGGED = "logged"
    ASSUMED = "assumed"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSession:
    """A leg session that is a fact or a promise: when it began, its menu, volume, quarter sets, contacts, and what it held where known.

    `exercises` are its lines as done: of a logged session the sets that were done (volume Σ over the sets themselves, `weight_g` the lower
    median of the sets' weights, `target` their mean repetitions rounded down), else as planned. `sets` are the logged sets, warm-up sets
    left out; `planned` the start of the planned session it was, `prescribed` what that one asked for; `effort` 0–10. An unsaid session counts for spacing only: it has no volume and no lines.
    A `doubtful` one was promised for an hour that a journey took away: whether another took its place nobody knows, so it counts for what is
    held apart, and ends no days off.
    """

    start: datetime
    minutes: int = 0
    menu: str = ""
    volume: int = 0
    contacts: int = 0
    quarter_sets: Mapping[Muscle, int] = field(default_factory=dict)
    exercises: tuple[Prescription, ...] = ()
    title: str = ""
    superset: bool = False
    light: bool = False
    why_menu: tuple[str, ...] = ()
    told: Told = Told.ASSUMED
    sets: tuple[LoggedSet, ...] = ()
    planned: datetime | None = None
    prescribed: tuple[Prescription, ...] = ()
    effort: int | None = None
    doubtful: bool = False

    @property
    def enough(self) -> bool:
        """Whether it counts as leg work behind: it took place, and of what was asked for at least half of the sets were done, or a few
        where nothing was. A single set teaches the legs little, so it does not end the easy first weeks of a newcomer."""
        if self.told is Told.UNSAID:
            return False
        if not self.sets:
            return True
        asked = sum(line.sets for line in self.prescribed)
        done = sum(line.sets for line in self.exercises)
        return 2 * done >= asked if asked else done >= FEW_SETS

    @property
    def spaced_from(self) -> datetime:
        """The moment from which hours to other sessions are counted: the planned start where it began at about that time, else its own."""
        start = self.start.replace(tzinfo=None)
        if self.planned is None:
            return start
        planned = self.planned.replace(tzinfo=None)
        return planned if abs(start - planned) <= LATE else start


class Cause(StrEnum):
    """What made a plan change: the runner's own doing, what they told of themselves, their runs and races, or a rule."""

    MOVED = "moved-by-you"
    SKIPPED = "skipped"
    MISSED = "missed"
    SWAPPED = "swapped"
    AWAY = "away"
    PAIN = "pain"
    READINESS = "readiness"
    ILLNESS = "illness"
    RETURN = "return"
    LOG = "your-log"
    GEAR = "gear"
    RACE = "race"
    RUNS = "runs"
    RULE = "rule"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One difference between two plans: the session's day before and after (None = not there), and why.

    `cause` names what made it (None where two plans alone cannot tell), `rule` the rule that decided, empty where none did.
    """

    before: datetime | None
    after: datetime | None
    what: str
    why: str
    cause: Cause | None = None
    rule: str = ""


def wall(day: date, start: time) -> datetime:
    """The wall-clock moment `start` on `day`, without a zone: gaps between such moments ignore clock changes."""
    return datetime.combine(day, start)
