"""Decides what a figure is: key poses as joint angles, how long each takes, what stands still, and the things around it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class View(StrEnum):
    """From where one looks: at its right side, or at its front."""

    SIDE = "side"
    FRONT = "front"


class Point(StrEnum):
    """What may rest on something: a foot on its ball (heel down or up), on its heel with the toes up, or on its instep; a hand flat
    (`palm`) or closed (`hand`)."""

    RIGHT_FOOT = "right-foot"
    LEFT_FOOT = "left-foot"
    RIGHT_HEEL = "right-heel"
    LEFT_HEEL = "left-heel"
    RIGHT_INSTEP = "right-instep"
    LEFT_INSTEP = "left-instep"
    RIGHT_KNEE = "right-knee"
    LEFT_KNEE = "left-knee"
    RIGHT_HAND = "right-hand"
    LEFT_HAND = "left-hand"
    RIGHT_PALM = "right-palm"
    LEFT_PALM = "left-palm"
    RIGHT_ELBOW = "right-elbow"
    LEFT_ELBOW = "left-elbow"
    SHOULDERS = "shoulders"
    HIPS = "hips"

    @property
    def mirrored(self) -> "Point":
        """The same on the other side."""
        side, _, part = self.value.partition("-")
        other = {"right": "left", "left": "right"}.get(side)
        return Point(f"{other}-{part}") if other else self


class Travel(StrEnum):
    """Which part of the exercise's tempo the way to a pose is."""

    DOWN = "down"
    UP = "up"


class PropKind(StrEnum):
    DUMBBELL = "dumbbell"
    BARBELL = "barbell"
    KETTLEBELL = "kettlebell"
    BENCH = "bench"
    STEP = "step"
    BOX = "box"
    CHAIR = "chair"
    BALL = "ball"
    TOWEL = "towel"
    SLIDER = "slider"
    WALL = "wall"
    POST = "post"
    ANCHOR = "anchor"
    BAND = "band"
    ROPE = "rope"


class Holder(StrEnum):
    """What a prop goes with; a prop without one stands on the floor."""

    RIGHT_HAND = "right-hand"
    LEFT_HAND = "left-hand"
    HANDS = "hands"
    NECK = "neck"
    HIPS = "hips"
    RIGHT_KNEE = "right-knee"
    LEFT_KNEE = "left-knee"
    KNEES = "knees"
    RIGHT_ANKLE = "right-ankle"
    LEFT_ANKLE = "left-ankle"
    RIGHT_FOOT = "right-foot"
    LEFT_FOOT = "left-foot"
    FEET = "feet"
    HEELS = "heels"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One leg, in degrees from straight standing: `hip` bent forward, `out` to its side, `turn` outwards · `knee` bent · `ankle` toes up,
    for a foot in the air · `heel` how far the heel of a standing foot is lifted (toes up: below 0)."""

    hip: float = 0.0
    out: float = 0.0
    turn: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    heel: float = 0.0
    toes: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One arm, in degrees from hanging straight along the trunk: `shoulder` forward, `out` to its side, `turn` outwards · `elbow` bent."""

    shoulder: float = 0.0
    out: float = 0.0
    turn: float = 0.0
    elbow: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A point that bears, and how high above the floor what it rests on is (body heights); `slides`: it stays at that height only."""

    on: Point
    height: float = 0.0
    slides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """One key pose.

    The way to it takes its share of the exercise's tempo (`by`) or `seconds`; then it is held for `pause` seconds. `lean` is the pelvis
    and trunk forward from upright (on the back −90, face down 90), `roll` to the right side, `spine` and `neck` bent forward on that.
    `legs` and `arms` say both sides at once; a side's own goes before. `stands` what bears, where it differs from the figure's;
    where nothing does, the lowest point is `air` above the floor. `forward` how far the body has gone since the pose before where
    nothing stood still between the two (body heights). `passing`: on the way only, left out of the strip.
    """

    by: Travel | None = None
    seconds: float = 0.0
    pause: float = 0.0
    lean: float = 0.0
    roll: float = 0.0
    spine: float = 0.0
    neck: float = 0.0
    legs: Leg | None = None
    right_leg: Leg | None = None
    left_leg: Leg | None = None
    arms: Arm | None = None
    right_arm: Arm | None = None
    left_arm: Arm | None = None
    stands: tuple[Stand, ...] | None = None
    air: float = 0.0
    forward: float = 0.0
    passing: bool = False

    @property
    def right(self) -> tuple[Leg, Arm]:
        return self.right_leg or self.legs or Leg(), self.right_arm or self.arms or Arm()

    @property
    def left(self) -> tuple[Leg, Arm]:
        return self.left_leg or self.legs or Leg(), self.left_arm or self.arms or Arm()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """A thing: held (`at`, a band also `to` a second holder), or standing with its middle `x` from where the figure first stands and its
    top at `height`, `length` long (body heights). `across` turns a dumbbell so that one looks at its end, `tilt` turns it (degrees)."""

    kind: PropKind
    at: Holder | None = None
    to: Holder | None = None
    x: float = 0.0
    height: float = 0.0
    length: float = 0.0
    across: bool = False
    tilt: float = 0.0
    behind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How an exercise looks: key poses in order, from the first back to the first.

    `stands` what bears in every pose that says nothing else; the first of them stands still. `mirrored`: the same again with left and right
    changed. `travels`: each round ends further on than it began, and the floor is drawn passing by. `still`: the pose (from 1) it is known by; left out,
    the one furthest from the first.
    """

    poses: tuple[Pose, ...]
    view: View = View.SIDE
    stands: tuple[Stand, ...] = ()
    props: tuple[Prop, ...] = field(default=())
    mirrored: bool = False
    travels: bool = False
    still: int | None = None

    def stands_in(self, pose: Pose) -> tuple[Stand, ...]:
        """What bears in a pose."""
        return self.stands if pose.stands is None else pose.stands

    def round(self) -> tuple[Pose, ...]:
        """All key poses of one round, each with what bears in it; the other side's too where it is mirrored."""
        poses = tuple(_replaced(pose, self.stands_in(pose)) for pose in self.poses)
        return (*poses, *(_mirrored(pose) for pose in poses)) if self.mirrored else poses


def _replaced(pose: Pose, stands: tuple[Stand, ...]) -> Pose:
    return replace(pose, stands=stands)


def _mirrored(pose: Pose) -> Pose:
    (right_leg, right_arm), (left_leg, left_arm) = pose.right, pose.left
    stands = tuple(replace(one, on=one.on.mirrored) for one in pose.stands or ())
    return replace(
        pose,
        roll=-pose.roll,
        right_leg=left_leg,
        left_leg=right_leg,
        right_arm=left_arm,
        left_arm=right_arm,
        stands=stands,
    )
