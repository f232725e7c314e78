"""Decides which weights can be built from the gear a runner owns, in whole grams."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from legday.model.exercises import Exercise, GearVariant, WeightKind
from legday.model.runner import Gear, GearKind

MOST_G = 500_000
"""Nothing heavier is ever built; it bounds the sums of a large plate stack."""


def _one(gear: Gear, needs: frozenset[GearKind]) -> set[int]:
    held: set[int] = set()
    if GearKind.DUMBBELLS in needs:
        held.update(gear.dumbbells_g)
    if GearKind.KETTLEBELL in needs:
        held.update(gear.kettlebells_g)
    return held or {0}


def _pair(gear: Gear, needs: frozenset[GearKind]) -> set[int]:
    """Dumbbells are owned in pairs; kettlebells make a pair only where the same weight is owned twice."""
    held = {2 * grams for grams in gear.dumbbells_g} if GearKind.DUMBBELLS in needs else set()
    if GearKind.KETTLEBELL in needs:
        held |= {2 * grams for grams in gear.kettlebells_g if gear.kettlebells_g.count(grams) > 1}
    return held


def _sums(empty_g: int, plates_g: Sequence[int]) -> set[int]:
    """An empty bar and every choice among pairs of plates, one plate of a pair on each side."""
    built = {empty_g}
    for plate in plates_g:
        built |= {grams + 2 * plate for grams in built if grams + 2 * plate <= MOST_G}
    return built


def _bar(gear: Gear, _needs: frozenset[GearKind]) -> set[int]:
    return set() if gear.bar_g is None else _sums(gear.bar_g, gear.plates_g)


def _none(_gear: Gear, _needs: frozenset[GearKind]) -> set[int]:
    return {0}


_BUILDERS: dict[WeightKind, Callable[[Gear, frozenset[GearKind]], set[int]]] = {
    WeightKind.NONE: _none,
    WeightKind.ONE: _one,
    WeightKind.PAIR: _pair,
    WeightKind.BAR: _bar,
}


@lru_cache(maxsize=4096)
def buildable(gear: Gear, variant: GearVariant) -> tuple[int, ...]:
    """External weights in grams, ascending, that one way of doing an exercise allows; empty where its gear is not owned.

    A pair counts both things, a bar counts bar and plates; `(0,)` where nothing with a known weight is held.
    """
    if not variant.needs <= gear.kinds:
        return ()
    return tuple(sorted(_BUILDERS[variant.weight](gear, variant.needs)))


def owned_variants(gear: Gear, exercise: Exercise) -> tuple[GearVariant, ...]:
    """The ways to do `exercise` that the gear allows, best first."""
    return tuple(variant for variant in exercise.gear if buildable(gear, variant))


def exercise_weights(gear: Gear, exercise: Exercise) -> tuple[int, ...]:
    """All external weights in grams that any owned way of doing `exercise` allows, ascending; empty where none is owned."""
    return tuple(sorted({grams for variant in exercise.gear for grams in buildable(gear, variant)}))
