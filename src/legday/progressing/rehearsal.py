"""Decides the lighter sets before a session's first heavy lift."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise, GearVariant, SessionPlace, WeightKind
from legday.model.gear_weights import owned_variants
from legday.model.plan import Prescription
from legday.model.runner import Gear, Units
from legday.progressing.lattice import lattice, pick_up, way_of

REPETITIONS = 5
"""A few easy repetitions, so many at most (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """One lighter set: the weight in grams in all, and what to pick up for it."""

    exercise: str
    weight_g: int
    pick_up: str
    reps: int


def rehearsals(
    lines: Sequence[Prescription], gear: Gear, catalogue: Catalogue, units: Units
) -> tuple[Rehearsal, ...]:
    """The lighter sets before the first heavy lift, lightest first, in weights that can be built; none before bodyweight."""
    heavy = (line for line in lines if catalogue.exercises[line.exercise].place is SessionPlace.HEAVY)
    line = next(heavy, None)
    variant = _variant(line, catalogue.exercises[line.exercise], gear) if line else None
    if line is None or variant is None or not line.weight_g or variant.weight is WeightKind.NONE:
        return ()
    exercise = catalogue.exercises[line.exercise]
    weights = lattice(exercise, gear, variant)
    wanted = (line.weight_g * percent // 100 for percent in catalogue.progression.rehearsal_percent)
    built = sorted({weights.floor(grams) for grams in wanted} - {line.weight_g})
    return tuple(
        Rehearsal(
            exercise=line.exercise,
            weight_g=grams,
            pick_up=pick_up(gear, way_of(exercise, gear, variant, grams=grams), grams, units),
            reps=min(REPETITIONS, line.target),
        )
        for grams in built
    )


def _variant(line: Prescription, exercise: Exercise, gear: Gear) -> GearVariant | None:
    """The way the line is done, else the best one owned."""
    owned = owned_variants(gear, exercise)
    same = (one for one in owned if one.needs == frozenset(line.gear))
    return next(chain(same, owned), None)
