"""Decides what legday knows of a runner: profile, gear, openings, usual week, races, choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from legday.model.runs import RunKind


class Units(StrEnum):
    METRIC = "metric"
    IMPERIAL = "imperial"


class RunningLevel(StrEnum):
    BEGINNER = "beginner"
    EXPERIENCED = "experienced"


class LiftingLevel(StrEnum):
    BEGINNER = "beginner"
    TRAINED = "trained"
    ADVANCED = "advanced"


class Style(StrEnum):
    """`article`: its prescription throughout; `evidence`: that as foundation, then heavier and explosive."""

    ARTICLE = "article"
    EVIDENCE = "evidence"


class LiftOrder(StrEnum):
    """On a day with a run: lift after it, before it, or either."""

    AFTER = "after"
    BEFORE = "before"
    EITHER = "either"


class LiftDays(StrEnum):
    FRESH_DAYS = "fresh-days"
    HARD_WITH_HARD = "hard-with-hard"


class GearKind(StrEnum):
    """What an exercise may need and a runner may own. `BODY` is always there."""

    BODY = "body"
    DUMBBELLS = "dumbbells"
    KETTLEBELL = "kettlebell"
    BARBELL = "barbell"
    BANDS = "bands"
    MINIBAND = "miniband"
    BENCH = "bench"
    STEP = "step"
    BOX = "box"
    SLIDERS = "sliders"
    BALL = "ball"
    ANCHOR = "anchor"
    BACKPACK = "backpack"
    ROPE = "rope"


MOST_YEARS = 100
"""Nothing that was done longer ago is believed (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustable:
    """Dumbbells whose weight is changed: `handles` (1 or 2) of `handle_g` with plates, or with a dial that has the weights `dial_g`.

    Each number of `plates_g` stands for two equal plates, shared by the handles, so that a pair needs a number twice. `most_g` is the most
    one handle takes, None = all plates.
    """

    handles: int = 2
    handle_g: int = 0
    plates_g: tuple[int, ...] = ()
    dial_g: tuple[int, ...] = ()
    most_g: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A band by its colour, with its resistance in grams where the exercise works hardest."""

    colour: str
    grams: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gear:
    """What the runner owns. Weights in grams; dumbbells come in pairs, `plates_g` are pairs for the bar.

    `singles_g` are dumbbells owned once, `more_bars_g` bars besides `bar_g`, `bands` those with a known resistance, `backpack_g` loads of
    known weight. `things` are gear that is there or not (bench, step, box, bands of unknown resistance …).
    """

    dumbbells_g: tuple[int, ...] = ()
    kettlebells_g: tuple[int, ...] = ()
    bar_g: int | None = None
    plates_g: tuple[int, ...] = ()
    things: frozenset[GearKind] = frozenset()
    singles_g: tuple[int, ...] = ()
    adjustables: tuple[Adjustable, ...] = ()
    more_bars_g: tuple[int, ...] = ()
    bands: tuple[Band, ...] = ()
    backpack_g: tuple[int, ...] = ()

    @property
    def bars_g(self) -> tuple[int, ...]:
        """All bars, empty."""
        return self.more_bars_g if self.bar_g is None else (self.bar_g, *self.more_bars_g)

    @property
    def kinds(self) -> frozenset[GearKind]:
        """Every kind of gear owned, `BODY` included. A bench or box also serves as a step."""
        owned = set(self.things) | {GearKind.BODY}
        weighted = {
            GearKind.DUMBBELLS: self.dumbbells_g or self.singles_g or self.adjustables,
            GearKind.KETTLEBELL: self.kettlebells_g,
            GearKind.BARBELL: self.bars_g,
            GearKind.BANDS: self.bands,
            GearKind.BACKPACK: self.backpack_g,
        }
        owned |= {kind for kind, weights in weighted.items() if weights}
        if owned & {GearKind.BENCH, GearKind.BOX}:
            owned.add(GearKind.STEP)
        return frozenset(owned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A time at which the runner could lift: every week on `weekday` (0 = Monday), or once on `day`.

    `start` is the local wall clock; `first` and `last` bound the weeks it exists in.
    """

    start: time
    minutes: int
    weekday: int | None = None
    day: date | None = None
    first: date | None = None
    last: date | None = None

    def on(self, day: date) -> bool:
        if self.day is not None:
            return day == self.day
        in_bounds = (self.first is None or day >= self.first) and (self.last is None or day <= self.last)
        return day.weekday() == self.weekday and in_bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualRun:
    """A run of the runner's usual week (`weekday` 0 = Monday); `start` None where they did not say."""

    weekday: int
    kind: RunKind
    minutes: int
    start: time | None = None
    metres: int | None = None


class Priority(StrEnum):
    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """A race to come (or just run): distance in metres, priority, local start where known."""

    day: date
    metres: int
    priority: Priority = Priority.B
    start: time | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What gates need to know, in the runner's words; every field's default is 'not so'.

    `clinician_confirmed` says that a clinician agreed to leg strength (rule `condition-gates`). `inactive`, `symptoms`, `known_disease` are the
    answers of screening, given on `screened`. `due` of a pregnancy (None = not said). `impact_gate_passed`: the list of checks after a
    birth was done without leaking, heaviness, bleeding or pain.
    """

    pregnant: bool = False
    weeks_post_partum: int | None = None
    osteoporosis: bool = False
    recent_surgery: bool = False
    heart_or_blood_pressure: bool = False
    other_restriction: bool = False
    clinician_confirmed: bool = False
    guardian_or_coach: bool = False
    inactive: bool = False
    symptoms: bool = False
    known_disease: bool = False
    pelvic_floor_symptoms: bool = False
    impact_gate_passed: bool = False
    due: date | None = None
    screened: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who the runner is and what they chose. Masses in grams. `rule_numbers` are the runner's own settings of rules."""

    name: str
    born: int
    body_mass_g: int
    time_zone: str = "UTC"
    units: Units = Units.METRIC
    running: RunningLevel = RunningLevel.BEGINNER
    lifting: LiftingLevel = LiftingLevel.BEGINNER
    style: Style = Style.ARTICLE
    order: LiftOrder = LiftOrder.AFTER
    days: LiftDays | None = None
    sessions_a_week: int = 2
    gear: Gear = field(default_factory=Gear)
    openings: tuple[Opening, ...] = ()
    usual_week: tuple[UsualRun, ...] = ()
    races: tuple[Race, ...] = ()
    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    variety: bool = False
    supersets: bool = False
    cut_back_every: int | None = None
    health: Health = field(default_factory=Health)
    sex: str = ""
    resting_heart_rate: int | None = None
    max_heart_rate: int | None = None
    rule_numbers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def lived_since(self, today: date) -> date:
        """The first day that anything can be said of: none before the year of birth, none more than a hundred years ago."""
        return date(max(self.born, today.year - MOST_YEARS), 1, 1)

    def age_on(self, day: date) -> int:
        """The age reached in the year of `day`, the lower of the two possible ones (the safe side for under-18)."""
        return day.year - self.born - 1
