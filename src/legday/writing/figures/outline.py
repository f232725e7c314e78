"""Decides the shape of the body on paper: tapering limbs, a trunk, a head, shoes; each part as polygons with rounded corners."""

import math
from collections.abc import Sequence

from legday.model.body import WAIST
from legday.model.figures import View
from legday.model.posture import ArmAt, BodyAt, LegAt
from legday.model.space import Vec
from legday.writing.figures.camera import Camera, Spot

ROUND = 0.016
"""Half the stroke that rounds every corner; outlines are drawn smaller by it."""

LEG = ((0.0, 0.050), (0.92, 0.034), (1.28, 0.035), (2.0, 0.020))
ARM = ((0.0, 0.030), (1.0, 0.0235), (2.0, 0.0185))
SLEEVE = ((-0.06, 0.030), (0.56, 0.033))
SHORTS = ((-0.05, 0.054), (0.52, 0.049))
"""Half the width of a limb at places along it: 0 its root, 1 its joint, 2 its end (our setting, for the drawing)."""

SHIRT = (
    (0.12, -0.004, 0.052, 0.076),
    (0.45, 0.002, 0.048, 0.074),
    (0.80, 0.006, 0.060, 0.100),
    (1.00, -0.002, 0.046, 0.108),
    (1.07, -0.006, 0.030, 0.062),
)
PELVIS = ((-0.12, -0.006, 0.046, 0.068), (0.04, -0.006, 0.055, 0.083), (0.27, -0.001, 0.051, 0.077))
"""Along the trunk: share of the way from hips to shoulders, how far forward, half depth, half breadth, in body heights."""

PROFILE = (
    '<path d="M-12 40v-24c-7-8-9-18-6-28 4-10 14-13 23-10 8 2 13 8 12 16l5 9-4 2c0 4 0 7-1 9-1 4-4 5-9 4l-1 22z" stroke-width="6"/>'
    '<path class="f-hair" d="M-15 10c-7-8-9-18-4-26 6-9 17-11 26-7 4 2 7 5 8 8-8 2-14 1-19-2 0 6-2 8-5 10 0 6-2 12-6 17z" '
    'fill="#2f3d46" stroke="#2f3d46" stroke-width="5"/>'
)
FACE = (
    '<path d="M-9 40V18c-7-4-10-11-10-20 0-13 8-21 19-21S19-15 19-2c0 9-3 16-10 20v22z" stroke-width="6"/>'
    '<path class="f-hair" d="M-19-3c-2-14 7-22 19-22S21-17 19-3c-2-5-4-8-6-11-8 2-18 2-26 0-2 3-4 6-6 11z" '
    'fill="#2f3d46" stroke="#2f3d46" stroke-width="5"/>'
)
"""Head and neck about the middle of the head, in units of the drawing."""


def limb(camera: Camera, joints: Sequence[Vec], widths: Sequence[tuple[float, float]]) -> list[Spot]:
    """A limb of two parts as one polygon, as wide as `widths` says."""
    root, middle, end = camera.spots(joints)
    left: list[Spot] = []
    right: list[Spot] = []
    for place, half in widths:
        spot = _along(root, middle, place) if place <= 1 else _along(middle, end, place - 1)
        across = _across(root, middle, end, place)
        inner = max(half - ROUND, 0.002)
        left.append((spot[0] + across[0] * inner, spot[1] + across[1] * inner))
        right.append((spot[0] - across[0] * inner, spot[1] - across[1] * inner))
    return [*left, *reversed(right)]


def leg(camera: Camera, at: LegAt) -> list[Spot]:
    return limb(camera, (at.hip, at.knee, at.ankle), LEG)


def shorts(camera: Camera, at: LegAt) -> list[Spot]:
    return limb(camera, (at.hip, at.knee, at.ankle), SHORTS)


def arm(camera: Camera, at: ArmAt) -> list[Spot]:
    return limb(camera, (at.shoulder, at.elbow, at.hand), ARM)


def sleeve(camera: Camera, at: ArmAt) -> list[Spot]:
    return limb(camera, (at.shoulder, at.elbow, at.hand), SLEEVE)


def shoe(camera: Camera, at: LegAt) -> list[Spot]:
    """Sole from heel to toes, and the instep up to the ankle."""
    up, ahead = at.foot.up, at.foot.forward
    if camera.view is View.FRONT:
        side = at.foot.right * 0.014
        low, high = at.tip + up * ROUND, at.ankle + up * 0.004
        return camera.spots((high + side, low + side * 1.6, low - side * 1.6, high - side))
    lift = up * ROUND
    heel = at.heel + lift + ahead * ROUND * 0.6
    tip = at.tip + at.foot.pitched(-at.toes).up * ROUND * 0.8 - at.foot.pitched(-at.toes).forward * ROUND
    return camera.spots(
        (
            heel,
            at.ball + lift,
            tip,
            at.ball + up * 0.030,
            at.ankle + ahead * 0.014 + up * 0.006,
            at.ankle - ahead * 0.016,
        )
    )


def shirt(camera: Camera, at: BodyAt) -> list[Spot]:
    return _trunk(camera, at, SHIRT)


def pelvis(camera: Camera, at: BodyAt) -> list[Spot]:
    return _trunk(camera, at, PELVIS)


def _trunk(camera: Camera, at: BodyAt, levels: Sequence[tuple[float, float, float, float]]) -> list[Spot]:
    """The trunk along its two parts, as deep or broad as it looks from here."""
    left: list[Spot] = []
    right: list[Spot] = []
    for share, ahead, depth, breadth in levels:
        frame = at.pelvis if share <= WAIST else at.thorax
        below = at.hips.toward(at.waist, share / WAIST)
        above = at.waist.toward(at.shoulders, (share - WAIST) / (1 - WAIST))
        centre = (below if share <= WAIST else above) + frame.forward * ahead
        way = _direction(camera, frame.up)
        half = camera.extent(way, (frame.forward * (depth - ROUND), frame.right * (breadth - ROUND)))
        x, y = camera.spot(centre)
        left.append((x - way[1] * half, y + way[0] * half))
        right.append((x + way[1] * half, y - way[0] * half))
    return [*left, *reversed(right)]


def head_turned(camera: Camera, at: BodyAt) -> float:
    """Degrees that the head is turned on paper, clockwise."""
    x, y = _direction(camera, at.skull.up)
    return math.degrees(math.atan2(x, y))


def _along(start: Spot, end: Spot, share: float) -> Spot:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _across(root: Spot, middle: Spot, end: Spot, place: float) -> Spot:
    """Square to the limb; at the joint, between the two parts."""
    upper, lower = _normal(root, middle), _normal(middle, end)
    if place < 1:
        return upper
    if place > 1:
        return lower
    x, y = upper[0] + lower[0], upper[1] + lower[1]
    length = math.hypot(x, y)
    return (x / length, y / length) if length > 0.2 else upper


def _normal(start: Spot, end: Spot) -> Spot:
    x, y = end[0] - start[0], end[1] - start[1]
    length = math.hypot(x, y)
    return (-y / length, x / length) if length > 1e-9 else (1.0, 0.0)


def _direction(camera: Camera, axis: Vec) -> Spot:
    x, y = camera.spot(axis)
    shift, _ = camera.spot(axis * 0.0)
    length = math.hypot(x - shift, y)
    return ((x - shift) / length, y / length) if length > 1e-9 else (0.0, 1.0)
