"""Decides what an exercise is: what it needs, what it trains, what it asks of the joints, how it is dosed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from legday.model.figures import Figure
from legday.model.muscles import Muscle
from legday.model.runner import GearKind, LiftingLevel


class Pattern(StrEnum):
    """The movement; an exercise has one."""

    SQUAT = "squat"
    LUNGE = "lunge"
    STEP = "step"
    HINGE = "hinge"
    BRIDGE = "bridge"
    CURL = "curl"
    CALF = "calf"
    SHIN = "shin"
    ABDUCTION = "abduction"
    ADDUCTION = "adduction"
    TRUNK = "trunk"
    PLYOMETRIC = "plyometric"


KNEE_DOMINANT = frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.STEP})
HIP_DOMINANT = frozenset({Pattern.HINGE, Pattern.BRIDGE, Pattern.CURL})


class Movement(StrEnum):
    """What patterns have in common: exercises of one movement can stand in for each other."""

    KNEE = "knee"
    HIP = "hip"
    CALF = "calf"
    SHIN = "shin"
    ABDUCTION = "abduction"
    ADDUCTION = "adduction"
    TRUNK = "trunk"
    PLYOMETRIC = "plyometric"


class Laterality(StrEnum):
    BOTH_LEGS = "both-legs"
    ONE_LEG = "one-leg"
    ALTERNATING = "alternating"


class Counting(StrEnum):
    """What one repetition count means: whole repetitions, per side, or seconds held (per side)."""

    REPS = "reps"
    REPS_PER_SIDE = "reps-per-side"
    SECONDS = "seconds"
    SECONDS_PER_SIDE = "seconds-per-side"

    @property
    def per_side(self) -> bool:
        return self in {Counting.REPS_PER_SIDE, Counting.SECONDS_PER_SIDE}

    @property
    def held(self) -> bool:
        return self in {Counting.SECONDS, Counting.SECONDS_PER_SIDE}


class SessionPlace(StrEnum):
    """Where in a session an exercise stands: first the explosive, last the trunk."""

    PLYOMETRIC = "plyometric"
    HEAVY = "heavy"
    SINGLE_LEG = "single-leg"
    ISOLATION = "isolation"
    TRUNK = "trunk"


class WeightKind(StrEnum):
    """How gear becomes one number of grams: none, one thing held, a pair held, a bar with plates, a band's resistance, a loaded backpack."""

    NONE = "none"
    ONE = "one"
    PAIR = "pair"
    BAR = "bar"
    BAND = "band"
    BACKPACK = "backpack"


@dataclass(frozen=True, slots=True, kw_only=True)
class GearVariant:
    """One way to do an exercise: all of `needs`, and how it is weighted. Listed best first."""

    needs: frozenset[GearKind]
    weight: WeightKind = WeightKind.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class StartWeight:
    """The first external weight without history, in percent of body mass, by lifting level (science.md D11). 0 = bodyweight."""

    beginner_percent: int = 0
    trained_percent: int = 0
    advanced_percent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FitExercise:
    """Category and name numbers of the public FIT profile."""

    category: int
    name: int


def seconds_of(tempo: str) -> int:
    """Seconds of one repetition at a tempo ("3-1-1": down, held, up), 0 where it names none."""
    parts = tempo.split("-")
    return sum(int(part) for part in parts) if all(part.isdecimal() for part in parts) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """What comes when an exercise is outgrown: the same one slower (`tempo`, down-hold-up seconds), or another `exercise`.

    `range_only` says that the other one is the same movement through a longer range.
    """

    tempo: str = ""
    exercise: str = ""
    range_only: bool = False

    @property
    def seconds(self) -> int:
        """Seconds of one repetition at this tempo, 0 where none is named."""
        return seconds_of(self.tempo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise. Words stand apart (`ExerciseWords`).

    `sets` quarter sets per set and muscle (science.md H9) · `body_share` percent of body mass moved (relative weight =
    (body_share × body mass + external) ÷ body mass) · `demands` joint → 0–4 · `contacts` foot contacts per repetition (0 = no impact) ·
    `rep_seconds` seconds one repetition takes (1 when held for seconds) · `rest_s` rest after a set · `reps` the article's or default
    range (lo, hi) · `base_sets` default sets · `easier`, `harder`, `kin` exercise ids · `advanced` not in a beginner's first block unless
    the article prints it · `heavy` may be dosed 3–6 in style evidence · `minimum_level` lowest lifting level · `ladder` what follows
    when nothing heavier can be built, in order, and `ladder_end` why nothing more does · `figure` how it is drawn.
    """

    id: str
    pattern: Pattern
    laterality: Laterality
    counting: Counting
    place: SessionPlace
    sets: Mapping[Muscle, int]
    gear: tuple[GearVariant, ...]
    body_share: int
    rep_seconds: int
    rest_s: int
    reps: tuple[int, int]
    base_sets: int
    fit: FitExercise
    sources: tuple[str, ...]
    claims: tuple[str, ...] = ()
    tempo: str = "2-0-1"
    demands: Mapping[str, int] = field(default_factory=dict)
    contacts: int = 0
    impact: int = 0
    start_weight: StartWeight = field(default_factory=StartWeight)
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    heavy: bool = False
    hip_abductor: bool = False
    trunk: bool = False
    short: bool = False
    advanced: bool = False
    minimum_level: LiftingLevel = LiftingLevel.BEGINNER
    ladder: tuple[Rung, ...] = ()
    ladder_end: str = ""
    figure: Figure | None = None

    @property
    def one_leg(self) -> bool:
        """True where one leg carries the work; a trunk or hip addition done side by side does not count (rule `one-leg-work`)."""
        return self.laterality is not Laterality.BOTH_LEGS and self.place is not SessionPlace.TRUNK

    @property
    def movement(self) -> Movement:
        if self.pattern in KNEE_DOMINANT:
            return Movement.KNEE
        if self.pattern in HIP_DOMINANT:
            return Movement.HIP
        return Movement(self.pattern.value)

    @property
    def plyometric(self) -> bool:
        return self.pattern is Pattern.PLYOMETRIC


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseWords:
    """An exercise in one language: name, steps that carry the form, cues, common faults."""

    name: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    faults: tuple[str, ...]


class DrillKind(StrEnum):
    """Raise and dynamic items warm up, static ones cool down, mobility stands alone."""

    RAISE = "raise"
    DYNAMIC = "dynamic"
    STATIC = "static"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """One warm-up, cool-down or mobility item: `areas` are hips, hamstrings, calves, quadriceps, trunk; `seconds` for all sides together."""

    id: str
    kind: DrillKind
    areas: tuple[str, ...]
    seconds: int
    per_side: bool
    sources: tuple[str, ...]
    gear: frozenset[GearKind] = frozenset()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkoutLine:
    """One line of a printed workout."""

    exercise: str
    sets: int
    reps: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """A workout as the article prints it (`A`, `B`)."""

    id: str
    title: str
    lines: tuple[WorkoutLine, ...]
    claims: tuple[str, ...]


WORST_PAIN = 10


class Tissue(StrEnum):
    """What is thought to carry the load where it hurts; decides which pain limits hold, names no diagnosis."""

    BONE = "bone"
    TENDON = "tendon"
    KNEECAP = "kneecap"
    MUSCLE = "muscle"
    JOINT = "joint"
    SOFT_TISSUE = "soft-tissue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A place that can hurt, or a circumstance (no `places`, no `tissue`): what to avoid and what helps keep.

    Pain 0–10 over `hold_above` stops growth, over `stop_above` stops the exercises named, where that is stricter than the limit of rule
    `pain-gate` for the tissue; left out, that one alone decides. `avoid_one_leg` every loaded exercise on one leg · `keep_exercises` what goes on or stands in, the kindest first ·
    `tempo` how slowly those are done while it is held (seconds down-pause-up) · `pause_patterns` all that rests in a pause ·
    `avoid_supine` exercises on the back, for later pregnancy. `name` and `words` are one language's.
    """

    id: str
    places: tuple[str, ...] = ()
    tissue: Tissue | None = None
    name: str = ""
    avoid_impact: bool = False
    avoid_patterns: tuple[Pattern, ...] = ()
    avoid_exercises: tuple[str, ...] = ()
    avoid_one_leg: bool = False
    avoid_supine: tuple[str, ...] = ()
    keep_exercises: tuple[str, ...] = ()
    tempo: str = ""
    pause_patterns: tuple[Pattern, ...] = ()
    hold_above: int = WORST_PAIN
    stop_above: int = WORST_PAIN
    words: str = ""
    sources: tuple[str, ...] = ()
    grade: str = "P"
