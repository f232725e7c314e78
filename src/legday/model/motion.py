"""Decides where the body is at every moment of a figure: what stands stays, what swings goes smoothly, nothing goes through the floor."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from legday.model.body import THICKNESS
from legday.model.figures import Arm, Figure, Leg, Point, Pose, Travel
from legday.model.posture import LEFT, RIGHT, ArmAt, BodyAt, LegAt, posture
from legday.model.space import ORIGIN, UP, Frame, Vec

STEP_DEGREES = 22.0
"""A joint turns no further than about this between two frames."""
MOST_STEPS = 5
MOST_FRAMES = 18
"""Of one way, and of a whole round, so that the drawing stays small."""

Angles = TypeVar("Angles", Leg, Arm)


@dataclass(frozen=True, slots=True)
class Moment:
    """The body at one time of a round; `key` the number of the key pose it is, None between two."""

    seconds: float
    body: BodyAt
    key: int | None = None


@dataclass(frozen=True, slots=True)
class _Key:
    """A key pose solved: the bare posture about its hips, and where the body is."""

    pose: Pose
    bare: BodyAt
    at: BodyAt

    @property
    def bears(self) -> tuple[Point, ...]:
        return tuple(stand.on for stand in self.pose.stands or ())

    @property
    def stays(self) -> tuple[Point, ...]:
        """What bears and does not slide."""
        return tuple(stand.on for stand in self.pose.stands or () if not stand.slides)


@lru_cache(maxsize=256)
def key_bodies(figure: Figure) -> tuple[BodyAt, ...]:
    """The body in each key pose of one round, without the return to the first."""
    return tuple(key.at for key in _keys(figure)[:-1])


@lru_cache(maxsize=256)
def moments(figure: Figure, tempo: str) -> tuple[Moment, ...]:
    """One round, from the first pose back to it; `tempo` is the exercise's (down-hold-up seconds, or `hold`)."""
    keys, spans = _keys(figure), _spans(figure.round(), tempo)
    found = [Moment(0.0, keys[0].at, 0)]
    most = max(2, MOST_FRAMES // len(spans))
    for place, (before, after) in enumerate(pairwise(keys)):
        start = found[-1].seconds
        if before.pose.pause:
            start += before.pose.pause
            found.append(Moment(start, before.at, place))
        steps = min(most, _steps(before, after))
        for step in range(1, steps):
            share = step / steps
            found.append(Moment(start + spans[place] * share, _between(before, after, share)))
        found.append(Moment(start + spans[place], after.at, (place + 1) % (len(keys) - 1)))
    return tuple(found)


def body_at(figure: Figure, way: int, share: float) -> BodyAt:
    """The body at `share` (0–1) of the way from the key pose numbered `way` to the next."""
    keys = _keys(figure)
    return _between(keys[way], keys[way + 1], share)


def _spans(poses: Sequence[Pose], tempo: str) -> list[float]:
    """Seconds of the way from each pose to the next."""
    parts = tempo.split("-")
    whole = {Travel.DOWN: float(parts[0]), Travel.UP: float(parts[-1])} if len(parts) == 3 else {}
    following = [*poses[1:], poses[0]]
    found: list[float] = []
    for place, pose in enumerate(following):
        if pose.by is None:
            found.append(pose.seconds)
        else:
            found.append(whole.get(pose.by, 1.0) / _run(following, place))
    return found


def _run(poses: Sequence[Pose], place: int) -> int:
    """How many poses in a row share the part of the tempo that the one at `place` belongs to."""
    by, size = poses[place].by, len(poses)
    before = after = 0
    while before + 1 < size and poses[place - before - 1].by is by:
        before += 1
    while before + after + 1 < size and poses[(place + after + 1) % size].by is by:
        after += 1
    return before + after + 1


@lru_cache(maxsize=256)
def _keys(figure: Figure) -> tuple[_Key, ...]:
    """Every key pose of a round, solved in order, and the first again at the end."""
    poses = figure.round()
    lasting = frozenset() if figure.travels else _lasting(poses)
    found: list[_Key] = []
    places: dict[Point, Vec] = {}
    for place, pose in enumerate((*poses, poses[0])):
        if place == len(poses) and not figure.travels:
            found.append(found[0])
            break
        held = dict(places)
        if found:
            held |= {point: found[0].at.touching(point) for since, point in lasting if since == place}
        key = _solved(pose, held, found[-1] if found else None)
        places = {point: held.get(point, key.at.touching(point)) for point in key.stays}
        found.append(key)
    return tuple(found)


def _lasting(poses: Sequence[Pose]) -> frozenset[tuple[int, Point]]:
    """Points that come to stand at a pose and then stay until the first: they must come to where they first stood."""
    found = set()
    for stand in poses[0].stands or ():
        if stand.slides:
            continue
        since = len(poses)
        while since > 0 and any(one.on is stand.on for one in poses[since - 1].stands or ()):
            since -= 1
        found.add((since, stand.on))
    return frozenset(found)


def _solved(pose: Pose, held: Mapping[Point, Vec], before: _Key | None) -> _Key:
    bare = posture(pose, standing=_standing(pose), flat=_flat(pose))
    at = bare.moved(_hips(pose, bare, held, before))
    for stand in pose.stands or ():
        touch = at.touching(stand.on)
        target = held.get(stand.on, Vec(touch.x, stand.height, touch.z))
        at = _reaching(at, stand.on, target - touch)
    return _Key(pose, bare, at)


def _hips(pose: Pose, bare: BodyAt, held: Mapping[Point, Vec], before: _Key | None) -> Vec:
    """Where the hips are in a key pose: over what stayed, else as high as what bears says and as far on as the pose says."""
    stands = pose.stands or ()
    stayed = next((stand.on for stand in stands if stand.on in held), None)
    if stayed is not None:
        return held[stayed] - bare.touching(stayed)
    first = bare.touching(stands[0].on) if stands else ORIGIN
    height = stands[0].height - first.y if stands else pose.air - bare.lowest
    return Vec(before.at.hips.x + pose.forward if before else -first.x, height, 0.0)


def _standing(pose: Pose) -> frozenset[int]:
    """The sides whose foot rests on something."""
    points = {stand.on for stand in pose.stands or ()}
    right = {Point.RIGHT_FOOT, Point.RIGHT_HEEL, Point.RIGHT_INSTEP} & points
    left = {Point.LEFT_FOOT, Point.LEFT_HEEL, Point.LEFT_INSTEP} & points
    return frozenset(([RIGHT] if right else []) + ([LEFT] if left else []))


def _flat(pose: Pose) -> frozenset[int]:
    """The sides whose palm lies on something."""
    points = {stand.on for stand in pose.stands or ()}
    sides = ((Point.RIGHT_PALM, RIGHT), (Point.LEFT_PALM, LEFT))
    return frozenset(side for point, side in sides if point in points)


def _reaching(at: BodyAt, point: Point, by: Vec) -> BodyAt:
    """The body with a foot or a hand further by so much; other points are left where the angles put them."""
    side, _, part = point.value.partition("-")
    if by.length < 1e-9 or part not in {"foot", "heel", "instep", "hand", "palm"}:
        return at
    if part in {"hand", "palm"}:
        arm = at.right_arm if side == "right" else at.left_arm
        reached = arm.reaching(arm.hand + by)
        return replace(at, right_arm=reached) if side == "right" else replace(at, left_arm=reached)
    leg = at.right_leg if side == "right" else at.left_leg
    stepped = leg.reaching(leg.ankle + by, leg.foot)
    return replace(at, right_leg=stepped) if side == "right" else replace(at, left_leg=stepped)


def _steps(before: _Key, after: _Key) -> int:
    turned = max(
        max(abs(one.hip_bent(mine) - other.hip_bent(theirs)), abs(mine.knee_bent - theirs.knee_bent))
        for one, other, mine, theirs in (
            (before.at, after.at, before.at.right_leg, after.at.right_leg),
            (before.at, after.at, before.at.left_leg, after.at.left_leg),
        )
    )
    arms = max(
        abs(mine.elbow_bent - theirs.elbow_bent)
        for mine, theirs in (
            (before.at.right_arm, after.at.right_arm),
            (before.at.left_arm, after.at.left_arm),
        )
    )
    leant = abs(before.pose.lean - after.pose.lean)
    return min(MOST_STEPS, max(2, math.ceil(max(turned, arms, leant) / STEP_DEGREES)))


def _between(before: _Key, after: _Key, share: float) -> BodyAt:
    both = [point for point in before.bears if point in after.bears]
    still = [point for point in both if point in before.stays]
    flies = not still
    eased = share if flies else share * share * (3 - 2 * share)
    pose = _blended(before.pose, after.pose, eased)
    standing = _standing(before.pose) & _standing(after.pose)
    bare = posture(pose, standing=standing, flat=_flat(before.pose) & _flat(after.pose))
    bare = _with_hands(_with_feet(bare, before, after, eased, standing), before, after, eased)
    hips = (
        _flight(before.at.hips, after.at.hips, share)
        if flies
        else _carried(bare, before, after, still[0], eased)
    )
    at = bare.moved(hips)
    at = replace(
        at,
        right_leg=_led(at.right_leg, before, after, eased, RIGHT),
        left_leg=_led(at.left_leg, before, after, eased, LEFT),
        right_arm=_handed(at.right_arm, before, after, eased, RIGHT),
        left_arm=_handed(at.left_arm, before, after, eased, LEFT),
    )
    for point in both:
        target = before.at.touching(point).toward(after.at.touching(point), eased)
        at = _reaching(at, point, target - at.touching(point))
    return _above_floor(at)


def _carried(bare: BodyAt, before: _Key, after: _Key, point: Point, share: float) -> Vec:
    """Where the hips are when `point` stays: what the angles say, plus what the solved poses differ from their angles."""
    still = before.at.touching(point)
    first = before.at.hips - (still - before.bare.touching(point))
    last = after.at.hips - (still - after.bare.touching(point))
    return still - bare.touching(point) + first.toward(last, share)


def _flight(start: Vec, end: Vec, share: float) -> Vec:
    """Up ever slower, down ever faster, forward evenly."""
    rises = end.y > start.y
    high = 1 - (1 - share) ** 2 if rises else share**2
    way = start.toward(end, share)
    return Vec(way.x, start.y + (end.y - start.y) * high, way.z)


def _with_feet(bare: BodyAt, before: _Key, after: _Key, share: float, standing: frozenset[int]) -> BodyAt:
    """Feet that do not stand in both poses turn evenly from how they were to how they will be."""
    right, left = bare.right_leg, bare.left_leg
    if RIGHT not in standing:
        right = _swung(right, before.at.right_leg, after.at.right_leg, share)
    if LEFT not in standing:
        left = _swung(left, before.at.left_leg, after.at.left_leg, share)
    return replace(bare, right_leg=right, left_leg=left)


def _with_hands(bare: BodyAt, before: _Key, after: _Key, share: float) -> BodyAt:
    """A hand that lies flat in one of the poses only turns evenly to or from it."""
    right = _turned(bare.right_arm, before.at.right_arm, after.at.right_arm, share)
    left = _turned(bare.left_arm, before.at.left_arm, after.at.left_arm, share)
    return replace(bare, right_arm=right, left_arm=left)


def _turned(arm: ArmAt, was: ArmAt, will: ArmAt, share: float) -> ArmAt:
    if (was.palm is None) == (will.palm is None):
        return arm
    return replace(arm, palm=(was.hand - was.wrist).toward(will.hand - will.wrist, share).unit())


def _swung(leg: LegAt, was: LegAt, will: LegAt, share: float) -> LegAt:
    forward = was.foot.forward.toward(will.foot.forward, share).unit()
    right = was.foot.right.toward(will.foot.right, share)
    right = (right - forward * right.dot(forward)).unit()
    toes = was.toes + (will.toes - was.toes) * share
    return replace(leg, foot=Frame(forward, right.cross(forward), right), toes=toes)


def _led(leg: LegAt, before: _Key, after: _Key, share: float, side: int) -> LegAt:
    first, last = (
        (_side(key.at, side)[0].ankle - key.at.hips) - (_side(key.bare, side)[0].ankle - key.bare.hips)
        for key in (before, after)
    )
    off = first.toward(last, share)
    return leg if off.length < 1e-9 else leg.reaching(leg.ankle + off, leg.foot)


def _handed(arm: ArmAt, before: _Key, after: _Key, share: float, side: int) -> ArmAt:
    first, last = (
        (_side(key.at, side)[1].hand - key.at.hips) - (_side(key.bare, side)[1].hand - key.bare.hips)
        for key in (before, after)
    )
    off = first.toward(last, share)
    return arm if off.length < 1e-9 else arm.reaching(arm.hand + off)


def _side(body: BodyAt, side: int) -> tuple[LegAt, ArmAt]:
    return (body.right_leg, body.right_arm) if side == RIGHT else (body.left_leg, body.left_arm)


def _above_floor(at: BodyAt) -> BodyAt:
    """A foot or a hand that would go through the floor is drawn up."""
    return replace(
        at,
        right_leg=_stepping(at.right_leg),
        left_leg=_stepping(at.left_leg),
        right_arm=_resting(at.right_arm),
        left_arm=_resting(at.left_arm),
    )


def _stepping(leg: LegAt) -> LegAt:
    deep = -min(leg.heel.y, leg.ball.y, leg.tip.y)
    return leg.reaching(leg.ankle + UP * deep, leg.foot) if deep > 1e-9 else leg


def _resting(arm: ArmAt) -> ArmAt:
    deep = THICKNESS["wrist"] - arm.hand.y
    return arm.reaching(arm.hand + UP * deep) if deep > 1e-9 else arm


def _blended(before: Pose, after: Pose, share: float) -> Pose:
    (right_leg, right_arm), (left_leg, left_arm) = before.right, before.left
    (right_leg_after, right_arm_after), (left_leg_after, left_arm_after) = after.right, after.left
    return Pose(
        lean=_mix(before.lean, after.lean, share),
        roll=_mix(before.roll, after.roll, share),
        spine=_mix(before.spine, after.spine, share),
        neck=_mix(before.neck, after.neck, share),
        right_leg=_mixed(right_leg, right_leg_after, share),
        left_leg=_mixed(left_leg, left_leg_after, share),
        right_arm=_mixed(right_arm, right_arm_after, share),
        left_arm=_mixed(left_arm, left_arm_after, share),
    )


def _mixed(before: Angles, after: Angles, share: float) -> Angles:
    return type(before)(
        **{
            each.name: _mix(getattr(before, each.name), getattr(after, each.name), share)
            for each in fields(before)
        }
    )


def _mix(before: float, after: float, share: float) -> float:
    return before + (after - before) * share
