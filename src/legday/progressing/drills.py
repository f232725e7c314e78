"""Decides which drills warm a session up and which cool it down."""

from collections.abc import Iterable, Mapping, Sequence

from legday.model.exercises import Drill, DrillKind, Exercise
from legday.model.muscles import Muscle
from legday.model.runner import GearKind

AREA = {
    Muscle.QUADRICEPS: "quadriceps",
    Muscle.HAMSTRINGS: "hamstrings",
    Muscle.GLUTE_MAX: "hips",
    Muscle.GLUTE_MED: "hips",
    Muscle.ADDUCTORS: "hips",
    Muscle.HIP_FLEXORS: "hips",
    Muscle.GASTROCNEMIUS: "calves",
    Muscle.SOLEUS: "calves",
    Muscle.TIBIALIS: "calves",
    Muscle.TRUNK: "trunk",
    Muscle.ERECTORS: "trunk",
}
ALWAYS = ("hips", "hamstrings", "calves")
"""The areas every cool-down covers (article R4)."""


def areas(exercises: Iterable[Exercise]) -> tuple[str, ...]:
    """The areas that the exercises work, the most worked first."""
    worked: dict[str, int] = {}
    for exercise in exercises:
        for muscle, quarters in exercise.sets.items():
            worked[AREA[muscle]] = worked.get(AREA[muscle], 0) + quarters
    return tuple(sorted(worked, key=lambda area: (-worked[area], area)))


def _covering(drills: Sequence[Drill], wanted: Sequence[str], *, seconds: int) -> list[Drill]:
    """Drills that fill `seconds` without passing it, each next one covering the wanted area that has had least."""
    had = dict.fromkeys(wanted, 0)
    left = sorted(drills, key=lambda drill: drill.id)
    chosen: list[Drill] = []
    while True:
        fitting = [one for one in left if one.seconds <= seconds and any(a in had for a in one.areas)]
        if not fitting:
            return chosen
        least = min(had, key=lambda area: (had[area], wanted.index(area)))
        best = min(
            fitting,
            key=lambda one: (
                least not in one.areas,
                sum(had[a] for a in one.areas if a in had),
                one.seconds,
                one.id,
            ),
        )
        chosen.append(best)
        left.remove(best)
        seconds -= best.seconds
        for area in best.areas:
            if area in had:
                had[area] += best.seconds


def _owned(drills: Mapping[str, Drill], kind: DrillKind, gear: frozenset[GearKind]) -> list[Drill]:
    return [drill for _, drill in sorted(drills.items()) if drill.kind is kind and drill.gear <= gear]


def warm_up(
    drills: Mapping[str, Drill],
    exercises: Sequence[Exercise],
    gear: frozenset[GearKind],
    *,
    minutes: int,
    after_run: bool,
) -> tuple[str, ...]:
    """Drill ids within `minutes`: one Raise of about half the time (none straight after a run), then dynamic ones for what the session works (article R2)."""
    room = 60 * minutes
    raises = [] if after_run else _owned(drills, DrillKind.RAISE, gear)
    chosen = [min(raises, key=lambda one: (abs(one.seconds - room // 2), one.id))] if raises else []
    room -= sum(one.seconds for one in chosen)
    chosen += _covering(_owned(drills, DrillKind.DYNAMIC, gear), areas(exercises) or ALWAYS, seconds=room)
    return tuple(one.id for one in chosen)


def cool_down(
    drills: Mapping[str, Drill],
    exercises: Sequence[Exercise],
    gear: frozenset[GearKind],
    *,
    minutes: tuple[int, int],
    hold_s: int,
) -> tuple[str, ...]:
    """Static drill ids of least to most `minutes`: hips, hamstrings and calves first (article R3, R4), holds of at most `hold_s` a side."""
    static = [
        one
        for one in _owned(drills, DrillKind.STATIC, gear)
        if one.seconds // (2 if one.per_side else 1) <= hold_s
    ]
    wanted = (*ALWAYS, *(area for area in areas(exercises) if area not in ALWAYS))
    least, most = (60 * bound for bound in minutes)
    chosen = _covering(static, wanted, seconds=least)
    total = sum(one.seconds for one in chosen)
    if total < least:
        left = [one for one in static if one not in chosen]
        chosen += _filling(left, least=least - total, most=most - total)
    return tuple(one.id for one in chosen)


def _filling(drills: Sequence[Drill], *, least: int, most: int) -> list[Drill]:
    """The shortest drill that reaches `least` seconds without passing `most`; none where there is none."""
    fitting = [one for one in drills if least <= one.seconds <= most]
    return [min(fitting, key=lambda one: (one.seconds, one.id))] if fitting else []
