"""Decides what can stand in for an exercise: the same movement, muscles most alike, gear that is there, kinder to what hurts."""

from collections.abc import Mapping
from dataclasses import dataclass

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise, GearVariant, WeightKind
from legday.model.gear_weights import owned_variants
from legday.model.muscles import Muscle
from legday.model.runner import Gear, GearKind, LiftingLevel

KIN_QUARTERS = 4
"""Kin are taken as one set nearer than their muscles say: what was learnt carries over (our setting)."""

NEAR_QUARTERS = 4
"""Exercises whose muscles differ by no more than this many quarter sets a set train nearly the same (our setting)."""

JOINT_NAMES: Mapping[str, str] = {"achilles": "Achilles tendon", "groin": "inside of the hip"}
"""Demands that are called otherwise than their word."""

JOINTS: Mapping[str, frozenset[str]] = {
    "achilles": frozenset({"achilles"}),
    "calf": frozenset({"achilles"}),
    "sole": frozenset({"foot", "achilles"}),
    "foot-spot": frozenset({"foot", "achilles"}),
    "shin-diffuse": frozenset({"shin"}),
    "shin-spot": frozenset({"shin"}),
    "front-knee": frozenset({"knee"}),
    "kneecap-tendon": frozenset({"knee"}),
    "inner-knee": frozenset({"knee", "groin"}),
    "outer-knee": frozenset({"knee"}),
    "quadriceps": frozenset({"knee"}),
    "hamstring": frozenset({"hamstring"}),
    "groin": frozenset({"groin", "hip"}),
    "hip": frozenset({"hip", "groin"}),
    "buttock": frozenset({"hip"}),
    "low-back": frozenset({"back"}),
}
"""The demands of an exercise that are felt at a place (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """What can stand in for an exercise: how it would be done, how far its muscles are (quarter sets), whether it is kin, and why it ranks here."""

    exercise: str
    variant: GearVariant
    distance: int
    kin: bool
    why: str


def stand_ins(
    exercise: str,
    catalogue: Catalogue,
    *,
    gear: Gear,
    avoid: frozenset[str] = frozenset(),
    level: LiftingLevel = LiftingLevel.BEGINNER,
    dislikes: frozenset[str] = frozenset(),
    in_use: frozenset[str] = frozenset(),
    places: frozenset[str] = frozenset(),
) -> tuple[StandIn, ...]:
    """What can stand in for `exercise`, the best first; empty where nothing of its movement can be done. KeyError for one that does not exist.

    Only exercises of the same movement that `gear` allows and `level` has reached, none of `avoid`, `dislikes` or `in_use`, none with jumps
    unless it jumps itself. Where something hurts (`places` of the catalogue's conditions) what a condition keeps comes first, then what
    asks least of the joint; then muscles most alike and kin.
    """
    was = catalogue.exercises[exercise]
    kept = _kept(places, catalogue)
    joints = frozenset().union(*(JOINTS.get(place, frozenset()) for place in places))
    found: list[tuple[tuple[object, ...], StandIn]] = []
    for other in catalogue.exercises.values():
        shut = other.id in avoid | dislikes | in_use or not _fits(was, other, level)
        ways = () if shut else owned_variants(gear, other)
        if not ways:
            continue
        distance, kin = muscles_apart(was, other), are_kin(was, other)
        demand = sum(other.demands.get(joint, 0) for joint in joints)
        start = _start(was, other, catalogue)
        why = _why(was, other, ways[0], kept=other.id in kept, joints=joints, start=start)
        rank = (other.id not in kept, demand, distance - KIN_QUARTERS * kin, not kin, other.id)
        stand_in = StandIn(exercise=other.id, variant=ways[0], distance=distance, kin=kin, why=why)
        found.append((rank, stand_in))
    return tuple(stand_in for _, stand_in in sorted(found, key=lambda one: one[0]))


def _kept(places: frozenset[str], catalogue: Catalogue) -> frozenset[str]:
    """What the conditions of these places name as helpful to keep."""
    return frozenset(
        name
        for condition in catalogue.conditions.values()
        if places & set(condition.places)
        for name in condition.keep_exercises
    )


def _fits(was: Exercise, other: Exercise, level: LiftingLevel) -> bool:
    order = list(LiftingLevel)
    reached = order.index(level) >= order.index(other.minimum_level)
    simple = not other.advanced or bool(other.claims) or level is not LiftingLevel.BEGINNER
    return other.id != was.id and other.movement is was.movement and reached and simple


def muscles_apart(one: Exercise, other: Exercise) -> int:
    """How far the muscles of two exercises are apart: quarter sets a set that differ, over all muscles. The same both ways."""
    return sum(abs(one.sets.get(muscle, 0) - other.sets.get(muscle, 0)) for muscle in Muscle)


def are_kin(one: Exercise, other: Exercise) -> bool:
    """Whether either names the other as kin, easier or harder."""
    return other.id in {*one.kin, *one.easier, *one.harder} or one.id in {
        *other.kin,
        *other.easier,
        *other.harder,
    }


def _why(
    was: Exercise, other: Exercise, way: GearVariant, *, kept: bool, joints: frozenset[str], start: str
) -> str:
    """`nearly the same muscles; easier on the knee; weight: a light start; with dumbbells`."""
    apart = muscles_apart(was, other)
    parts = [
        "the same muscles"
        if not apart
        else "nearly the same muscles"
        if apart <= NEAR_QUARTERS
        else "partly other muscles"
    ]
    parts += [
        f"easier on the {JOINT_NAMES.get(joint, joint)}"
        for joint in sorted(joints)
        if other.demands.get(joint, 0) < was.demands.get(joint, 0)
    ]
    if kept:
        parts.append("good to keep doing with what hurts")
    things = sorted(kind.value for kind in way.needs if kind is not GearKind.BODY)
    parts.append(f"with {' and '.join(things)}" if things else "needs nothing")
    if way.weight is not WeightKind.NONE:
        parts.append(start)
    return "; ".join(parts)


def _start(was: Exercise, other: Exercise, catalogue: Catalogue) -> str:
    """Where the weight of a stand-in comes from that the runner has not done before."""
    pair = (was.id, other.id)
    percent = next((one.percent for one in catalogue.transfers.values() if (one.was, one.now) == pair), None)
    name = catalogue.name(was.id).lower()
    if percent is None:
        return f"the weight starts light: {name} says nothing about it"
    return f"the weight starts from {percent} % of what you show in {name}, body included"
