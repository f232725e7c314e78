"""Decides where every joint is, once the angles are known: pure forward kinematics with limbs that never change their length."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from legday.model import body as build
from legday.model.figures import Arm, Leg, Point, Pose
from legday.model.space import ORIGIN, UP, WORLD, Frame, Vec, angle_between

RIGHT, LEFT = 1, -1
"""Sides, as the sign of the way to them."""


@dataclass(frozen=True, slots=True)
class LegAt:
    """Where a leg is; `foot` which way the foot looks, `toes` how far they are bent up (degrees)."""

    hip: Vec
    knee: Vec
    ankle: Vec
    foot: Frame
    toes: float

    @property
    def heel(self) -> Vec:
        return self.ankle - self.foot.up * build.ANKLE_HEIGHT - self.foot.forward * build.HEEL_BACK

    @property
    def ball(self) -> Vec:
        return self.ankle - self.foot.up * build.ANKLE_HEIGHT + self.foot.forward * build.BALL_AHEAD

    @property
    def tip(self) -> Vec:
        return self.ball + self.foot.pitched(-self.toes).forward * build.TIP_AHEAD

    @property
    def knee_bent(self) -> float:
        return angle_between(self.knee - self.hip, self.ankle - self.knee)

    @property
    def ankle_bent(self) -> float:
        """Toes up over 0."""
        return 90.0 - angle_between(self.foot.forward, self.knee - self.ankle)

    def reaching(self, ankle: Vec, foot: Frame) -> "LegAt":
        """The same leg with its ankle elsewhere, the knee as near to where it was as the lengths allow."""
        knee, end = reach(self.hip, self.knee, ankle, build.THIGH, build.SHANK)
        return replace(self, knee=knee, ankle=end, foot=foot)

    def moved(self, by: Vec) -> "LegAt":
        return replace(self, hip=self.hip + by, knee=self.knee + by, ankle=self.ankle + by)


@dataclass(frozen=True, slots=True)
class ArmAt:
    """Where an arm is."""

    shoulder: Vec
    elbow: Vec
    wrist: Vec
    palm: Vec | None = None
    """Which way a hand that lies flat on something points."""

    @property
    def hand(self) -> Vec:
        """The middle of the hand."""
        return self.wrist + (self.palm or (self.wrist - self.elbow).unit()) * build.HAND

    @property
    def elbow_bent(self) -> float:
        return angle_between(self.elbow - self.shoulder, self.wrist - self.elbow)

    def reaching(self, hand: Vec) -> "ArmAt":
        """The same arm with its hand elsewhere."""
        if self.palm:
            elbow, wrist = reach(
                self.shoulder, self.elbow, hand - self.palm * build.HAND, build.UPPER_ARM, build.FOREARM
            )
            return replace(self, elbow=elbow, wrist=wrist)
        elbow, end = reach(self.shoulder, self.elbow, hand, build.UPPER_ARM, build.FOREARM + build.HAND)
        return replace(
            self, elbow=elbow, wrist=elbow.toward(end, build.FOREARM / (build.FOREARM + build.HAND))
        )

    def moved(self, by: Vec) -> "ArmAt":
        return replace(self, shoulder=self.shoulder + by, elbow=self.elbow + by, wrist=self.wrist + by)


@dataclass(frozen=True, slots=True)
class BodyAt:
    """Where a whole body is; lengths in body heights."""

    pelvis: Frame
    thorax: Frame
    skull: Frame
    hips: Vec
    waist: Vec
    shoulders: Vec
    head: Vec
    right_leg: LegAt
    left_leg: LegAt
    right_arm: ArmAt
    left_arm: ArmAt

    def moved(self, by: Vec) -> "BodyAt":
        return replace(
            self,
            hips=self.hips + by,
            waist=self.waist + by,
            shoulders=self.shoulders + by,
            head=self.head + by,
            right_leg=self.right_leg.moved(by),
            left_leg=self.left_leg.moved(by),
            right_arm=self.right_arm.moved(by),
            left_arm=self.left_arm.moved(by),
        )

    def touching(self, point: Point) -> Vec:
        """Where a point meets what it rests on."""
        side, _, part = point.value.partition("-")
        leg, arm = (self.left_leg, self.left_arm) if side == "left" else (self.right_leg, self.right_arm)
        centres = {
            "foot": leg.ball,
            "heel": leg.heel,
            "instep": leg.tip + leg.foot.up * build.INSTEP,
            "knee": _under(leg.knee, "knee"),
            "hand": _under(arm.hand, "wrist"),
            "palm": _under(arm.wrist, "wrist"),
            "elbow": _under(arm.elbow, "elbow"),
        }
        whole = {"shoulders": _under(self.shoulders, "shoulder"), "hips": _under(self.hips, "hip")}
        return whole[side] if side in whole else centres[part]

    def undersides(self) -> Iterator[tuple[str, Vec]]:
        """Every point that could go through a floor, with its name."""
        for side, leg, arm in (
            ("right", self.right_leg, self.right_arm),
            ("left", self.left_leg, self.left_arm),
        ):
            yield from ((f"{side} heel", leg.heel), (f"{side} ball", leg.ball), (f"{side} toes", leg.tip))
            yield f"{side} knee", _under(leg.knee, "knee")
            yield f"{side} elbow", _under(arm.elbow, "elbow")
            yield f"{side} hand", _under(arm.hand, "wrist")
        yield "hips", _under(self.hips, "hip")
        yield "shoulders", _under(self.shoulders, "shoulder")
        yield "head", _under(self.head, "head")

    @property
    def lowest(self) -> float:
        return min(point.y for _, point in self.undersides())

    @property
    def balance(self) -> Vec:
        """The middle of the body's mass."""
        parts = [(self.head, "head"), (self.hips.toward(self.shoulders, build.MASS_AT["trunk"]), "trunk")]
        for leg in (self.right_leg, self.left_leg):
            parts += [(leg.hip.toward(leg.knee, build.MASS_AT["thigh"]), "thigh")]
            parts += [(leg.knee.toward(leg.ankle, build.MASS_AT["shank"]), "shank")]
            parts += [(leg.heel.toward(leg.ball, 0.6), "foot")]
        for arm in (self.right_arm, self.left_arm):
            parts += [(arm.shoulder.toward(arm.elbow, build.MASS_AT["upper-arm"]), "upper-arm")]
            parts += [(arm.elbow.toward(arm.wrist, build.MASS_AT["forearm"]), "forearm")]
        whole = ORIGIN
        for at, part in parts:
            whole = whole + at * build.MASS[part]
        return whole * (1.0 / sum(build.MASS[part] for _, part in parts))

    def hip_bent(self, leg: LegAt) -> float:
        """Degrees the thigh is forward of the trunk's line, as seen from its side."""
        thigh = leg.knee - leg.hip
        return math.degrees(math.atan2(thigh.dot(self.pelvis.forward), -thigh.dot(self.pelvis.up)))


def posture(
    pose: Pose, *, standing: frozenset[int] = frozenset(), flat: frozenset[int] = frozenset()
) -> BodyAt:
    """The body of a pose with the middle of its hips at the origin; `standing` the sides whose foot rests on something, `flat` those whose
    palm does."""
    pelvis = WORLD.pitched(pose.lean).rolled(pose.roll)
    thorax = pelvis.pitched(pose.spine)
    skull = thorax.pitched(pose.neck)
    waist = pelvis.up * (build.TRUNK * build.WAIST)
    shoulders = waist + thorax.up * (build.TRUNK * (1 - build.WAIST))
    (right_leg, right_arm), (left_leg, left_arm) = pose.right, pose.left
    return BodyAt(
        pelvis=pelvis,
        thorax=thorax,
        skull=skull,
        hips=ORIGIN,
        waist=waist,
        shoulders=shoulders,
        head=shoulders + skull.up * build.HEAD_CENTRE,
        right_leg=_leg(right_leg, pelvis, RIGHT, stands=RIGHT in standing),
        left_leg=_leg(left_leg, pelvis, LEFT, stands=LEFT in standing),
        right_arm=_arm(right_arm, shoulders, thorax, RIGHT, flat=RIGHT in flat),
        left_arm=_arm(left_arm, shoulders, thorax, LEFT, flat=LEFT in flat),
    )


def level_foot(heel: float, pelvis: Frame, turn: float) -> Frame:
    """A standing foot: it looks where the pelvis does, turned by `turn` to the right, its heel lifted by `heel` degrees."""
    ahead = UP.cross(pelvis.right)
    forward = ahead.unit() if ahead.length > 1e-6 else WORLD.forward
    return Frame(forward, UP, forward.cross(UP)).turned(turn).pitched(heel)


def reach(root: Vec, joint: Vec, end: Vec, upper: float, lower: float) -> tuple[Vec, Vec]:
    """Joint and end of a limb of two parts that reaches for `end`, bent towards `joint`; as far as it can where that is too far."""
    way = end - root
    span = min(max(way.length, abs(upper - lower) + 1e-6), upper + lower - 1e-6)
    along = way.unit()
    ahead = (upper**2 - lower**2 + span**2) / (2 * span)
    aside = joint - root - along * (joint - root).dot(along)
    if aside.length < 1e-9:
        aside = Vec(-along.y, along.x, 0.0) if abs(along.z) < 0.99 else WORLD.forward
    height = math.sqrt(max(upper**2 - ahead**2, 0.0))
    return root + along * ahead + aside.unit() * height, root + along * span


def _leg(leg: Leg, pelvis: Frame, side: int, *, stands: bool) -> LegAt:
    hip = pelvis.right * (build.HALF_HIPS * side)
    thigh = pelvis.pitched(-leg.hip).rolled(-leg.out * side).turned(leg.turn * side)
    shank = thigh.pitched(leg.knee)
    knee = hip - thigh.up * build.THIGH
    foot = level_foot(leg.heel, pelvis, leg.turn * side) if stands else shank.pitched(-leg.ankle)
    toes = max(leg.toes, leg.heel) if stands and leg.heel <= 80 else leg.toes
    return LegAt(hip=hip, knee=knee, ankle=knee - shank.up * build.SHANK, foot=foot, toes=toes)


def _arm(arm: Arm, shoulders: Vec, thorax: Frame, side: int, *, flat: bool) -> ArmAt:
    shoulder = shoulders + thorax.right * (build.HALF_SHOULDERS * side)
    upper = thorax.pitched(-arm.shoulder).rolled(-arm.out * side).turned(arm.turn * side)
    lower = upper.pitched(-arm.elbow)
    elbow = shoulder - upper.up * build.UPPER_ARM
    wrist = elbow - lower.up * build.FOREARM
    return ArmAt(shoulder=shoulder, elbow=elbow, wrist=wrist, palm=WORLD.forward if flat else None)


def _under(centre: Vec, part: str) -> Vec:
    return centre - UP * build.THICKNESS[part]
