"""Decides whether a figure is one a body can do: angles within what a joint can, times that are said once, things that are somewhere."""

from collections.abc import Iterator

from legday.model.body import RANGES
from legday.model.figures import Arm, Figure, Leg, Pose, Prop, PropKind, Stand

Claim = tuple[str, object, bool, str]
"""Key, value, whether it holds, what was expected."""

LEG = {
    "hip": "hip",
    "out": "hip out",
    "turn": "hip turn",
    "knee": "knee",
    "ankle": "ankle",
    "heel": "heel",
    "toes": "toes",
}
ARM = {"shoulder": "shoulder", "out": "shoulder out", "turn": "shoulder turn", "elbow": "elbow"}
WHOLE = ("lean", "roll", "spine", "neck")
HIGHEST = 1.2
"""Nothing in a figure is higher than this, in body heights."""
LONGEST_S = 10.0


def figure_claims(figure: Figure, tempo: str) -> Iterator[Claim]:
    """What must hold of a figure of an exercise done at `tempo`."""
    count = len(figure.poses)
    yield "figure.poses", count, count >= 2, "at least 2 poses"
    known = figure.still is None or 1 <= figure.still <= count
    yield "figure.still", figure.still, known, f"a pose, 1 to {count}"
    for number, pose in enumerate(figure.poses, start=1):
        for key, value, holds, expected in _pose(pose, figure, tempo):
            yield f"figure.poses.{number}.{key}", value, holds, expected
    for number, prop in enumerate(figure.props, start=1):
        yield from _prop(f"figure.props.{number}", prop)


def _pose(pose: Pose, figure: Figure, tempo: str) -> Iterator[Claim]:
    for key in WHOLE:
        yield _within(key, getattr(pose, key), key)
    for key in ("legs", "right_leg", "left_leg"):
        yield from _limb(key, getattr(pose, key), LEG)
    for key in ("arms", "right_arm", "left_arm"):
        yield from _limb(key, getattr(pose, key), ARM)
    once = (pose.by is None) == (pose.seconds > 0)
    yield "seconds", pose.seconds, once, "either seconds, or by = the part of the tempo it takes"
    yield "seconds", pose.seconds, 0 <= pose.seconds <= LONGEST_S, f"up to {LONGEST_S:g} seconds"
    yield "pause", pose.pause, 0 <= pose.pause <= LONGEST_S, f"up to {LONGEST_S:g} seconds"
    timed = pose.by is None or tempo.count("-") == 2
    yield "by", pose.by, timed, f"seconds; tempo {tempo!r} has no parts to take"
    yield from _rests(figure.stands_in(pose), pose)


def _rests(stands: tuple[Stand, ...], pose: Pose) -> Iterator[Claim]:
    rests = bool(stands) != (pose.air > 0)
    yield "stands", [stand.on.value for stand in stands], rests, "a point that bears, or air above 0"
    points = [stand.on.value for stand in stands]
    yield "stands", points, len(points) == len(set(points)), "each point once"
    yield (
        "stands",
        points,
        not stands or not stands[0].slides,
        "a first point that stays, not one that slides",
    )
    for stand in stands:
        yield "stands", stand.height, 0 <= stand.height <= HIGHEST, f"a height of 0 to {HIGHEST}"
    yield "air", pose.air, 0 <= pose.air <= HIGHEST, f"a height of 0 to {HIGHEST}"


def _limb(key: str, limb: Leg | Arm | None, joints: dict[str, str]) -> Iterator[Claim]:
    if limb is not None:
        for name, joint in joints.items():
            yield _within(f"{key}.{name}", getattr(limb, name), joint)


def _within(key: str, degrees: float, joint: str) -> Claim:
    low, high = RANGES[joint]
    return key, degrees, low <= degrees <= high, f"{low} to {high} degrees"


def _prop(key: str, prop: Prop) -> Iterator[Claim]:
    tied = prop.kind in {PropKind.BAND, PropKind.ROPE}
    yield f"{key}.at", prop.at, not tied or prop.at is not None, "what it is tied to"
    yield f"{key}.height", prop.height, 0 <= prop.height <= HIGHEST, f"0 to {HIGHEST}"
    yield f"{key}.length", prop.length, 0 <= prop.length <= HIGHEST, f"0 to {HIGHEST}"
