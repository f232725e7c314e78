"""Decides which weights can be built from the gear a runner owns, in whole grams, and of which things."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from legday.model.exercises import Exercise, GearVariant, WeightKind
from legday.model.runner import Adjustable, Gear, GearKind, LiftingLevel, Profile

MOST_G = 500_000
"""Nothing heavier is ever built; it bounds the sums of a large plate stack."""

BEGINNER_MOST_PERCENT = 40
"""A beginner is given no exercise whose lightest weight is more than this percent of body mass (our setting)."""

BAND_G = {
    "yellow": 2_000,
    "red": 2_500,
    "green": 3_000,
    "blue": 4_000,
    "black": 5_000,
    "silver": 7_000,
    "gold": 9_500,
}
"""Bands from light to heavy by the colours most makers use, with grams where nothing is printed on them (our setting)."""


class Thing(StrEnum):
    """What is held, in words."""

    NOTHING = ""
    DUMBBELL = "dumbbell"
    ADJUSTABLE = "adjustable dumbbell"
    HANDLE = "dumbbell handle"
    KETTLEBELL = "kettlebell"
    BAR = "bar"
    BAND = "band"
    BACKPACK = "backpack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One weight as things: `count` of `thing`, each of `each_g` with `side_g` plates (grams, heaviest first) on each side."""

    thing: Thing
    each_g: int
    count: int = 1
    side_g: tuple[int, ...] = ()
    colour: str = ""

    @property
    def grams(self) -> int:
        """All of it together."""
        return self.count * (self.each_g + 2 * sum(self.side_g))


_EMPTY = Held(thing=Thing.NOTHING, each_g=0)


def _stacks(plates_g: Sequence[int], most_g: int) -> list[tuple[int, ...]]:
    """Every sum of some of `plates_g` up to `most_g` as the fewest plates that make it, heaviest first; lightest sum first."""
    found: dict[int, tuple[int, ...]] = {0: ()}
    for plate in sorted(plates_g, reverse=True):
        for grams, stack in list(found.items()):
            more = (*stack, plate)
            known = found.get(grams + plate)
            if grams + plate <= most_g and (known is None or len(more) < len(known)):
                found[grams + plate] = more
    return [found[grams] for grams in sorted(found)]


def _loaded(
    thing: Thing, empty_g: int, plates_g: Sequence[int], *, count: int, most_g: int
) -> Iterator[Held]:
    """Bars or handles, each with every stack of plates that leaves it at `most_g` or under."""
    for stack in _stacks(plates_g, (min(most_g, MOST_G // count) - empty_g) // 2):
        yield Held(thing=thing, each_g=empty_g, count=count, side_g=stack)


def _adjusted(own: Adjustable, *, count: int) -> Iterator[Held]:
    """One or two of these dumbbells at every weight they can have; for two each plate must be there for both."""
    if count > own.handles:
        return
    yield from (Held(thing=Thing.ADJUSTABLE, each_g=grams, count=count) for grams in own.dial_g)
    if own.handle_g:
        plates = [one for one, number in Counter(own.plates_g).items() for _ in range(number // count)]
        most_g = MOST_G if own.most_g is None else own.most_g
        yield from _loaded(Thing.HANDLE, own.handle_g, plates, count=count, most_g=most_g)


def _one(gear: Gear, needs: frozenset[GearKind]) -> Iterator[Held]:
    """One thing held; of things of unknown weight, one that adds nothing."""
    held: list[Held] = []
    if GearKind.DUMBBELLS in needs:
        fixed = (*gear.dumbbells_g, *gear.singles_g)
        held += [Held(thing=Thing.DUMBBELL, each_g=grams) for grams in fixed]
        held += [one for own in gear.adjustables for one in _adjusted(own, count=1)]
    if GearKind.KETTLEBELL in needs:
        held += [Held(thing=Thing.KETTLEBELL, each_g=grams) for grams in gear.kettlebells_g]
    return iter(held or (_EMPTY,))


def _twice(weights: Sequence[int]) -> Iterator[int]:
    return (grams for grams, number in Counter(weights).items() if number > 1)


def _pair(gear: Gear, needs: frozenset[GearKind]) -> Iterator[Held]:
    """Dumbbells owned in pairs, or twice; kettlebells where the same weight is owned twice. A single dumbbell is held alone."""
    if GearKind.DUMBBELLS in needs:
        pairs = (*gear.dumbbells_g, *_twice(gear.singles_g))
        yield from (Held(thing=Thing.DUMBBELL, each_g=grams, count=2) for grams in pairs)
        for own in gear.adjustables:
            yield from _adjusted(own, count=2)
        yield from (Held(thing=Thing.DUMBBELL, each_g=grams) for grams in gear.singles_g)
        for own in gear.adjustables:
            if own.handles == 1:
                yield from _adjusted(own, count=1)
    if GearKind.KETTLEBELL in needs:
        twice = _twice(gear.kettlebells_g)
        yield from (Held(thing=Thing.KETTLEBELL, each_g=grams, count=2) for grams in twice)


def _bar(gear: Gear, _needs: frozenset[GearKind]) -> Iterator[Held]:
    loaded = [
        held for bar in gear.bars_g for held in _loaded(Thing.BAR, bar, gear.plates_g, count=1, most_g=MOST_G)
    ]
    return iter(sorted(loaded, key=lambda held: (len(held.side_g), -held.each_g)))


def _band(gear: Gear, _needs: frozenset[GearKind]) -> Iterator[Held]:
    bands = (Held(thing=Thing.BAND, each_g=one.grams, colour=one.colour) for one in gear.bands)
    return bands if gear.bands else iter((_EMPTY,))


def _backpack(gear: Gear, _needs: frozenset[GearKind]) -> Iterator[Held]:
    """Empty, or with one of its loads."""
    yield Held(thing=Thing.BACKPACK if gear.backpack_g else Thing.NOTHING, each_g=0)
    yield from (Held(thing=Thing.BACKPACK, each_g=grams) for grams in gear.backpack_g)


def _none(_gear: Gear, _needs: frozenset[GearKind]) -> Iterator[Held]:
    return iter((_EMPTY,))


_BUILDERS: dict[WeightKind, Callable[[Gear, frozenset[GearKind]], Iterator[Held]]] = {
    WeightKind.NONE: _none,
    WeightKind.ONE: _one,
    WeightKind.PAIR: _pair,
    WeightKind.BAR: _bar,
    WeightKind.BAND: _band,
    WeightKind.BACKPACK: _backpack,
}


@lru_cache(maxsize=4096)
def holdings(gear: Gear, variant: GearVariant) -> Mapping[int, Held]:
    """Each weight in grams that one way of doing an exercise allows, lightest first, with the things that make it: those ready to hand
    before those to be put together. Empty where its gear is not owned."""
    if not variant.needs <= gear.kinds:
        return {}
    found: dict[int, Held] = {}
    for held in _BUILDERS[variant.weight](gear, variant.needs):
        found.setdefault(held.grams, held)
    return dict(sorted(found.items()))


@lru_cache(maxsize=4096)
def buildable(gear: Gear, variant: GearVariant) -> tuple[int, ...]:
    """External weights in grams, ascending, that one way of doing an exercise allows; empty where its gear is not owned.

    A pair counts both things, a bar counts bar and plates; `(0,)` where nothing with a known weight is held.
    """
    return tuple(holdings(gear, variant))


def owned_variants(gear: Gear, exercise: Exercise) -> tuple[GearVariant, ...]:
    """The ways to do `exercise` that the gear allows, best first."""
    return tuple(variant for variant in exercise.gear if buildable(gear, variant))


def exercise_weights(gear: Gear, exercise: Exercise) -> tuple[int, ...]:
    """All external weights in grams that any owned way of doing `exercise` allows, ascending; empty where none is owned."""
    return tuple(sorted({grams for variant in exercise.gear for grams in buildable(gear, variant)}))


def comparable_variants(gear: Gear, exercise: Exercise, *, elastic: bool) -> tuple[GearVariant, ...]:
    """The ways to do `exercise` whose weights compare, best first: a band's known pull (`elastic`) and a dead weight do not."""
    return tuple(
        variant
        for variant in owned_variants(gear, exercise)
        if not gear.bands
        or variant.weight is WeightKind.NONE
        or (variant.weight is WeightKind.BAND) is elastic
    )


def light_enough(exercise: Exercise, profile: Profile) -> bool:
    """Whether a beginner can begin `exercise` with the gear owned: its lightest weight is no more than 40 % of body mass."""
    if profile.lifting is not LiftingLevel.BEGINNER:
        return True
    ways = (buildable(profile.gear, variant) for variant in exercise.gear)
    lightest = min((weights[0] for weights in ways if weights), default=0)
    return lightest * 100 <= profile.body_mass_g * BEGINNER_MOST_PERCENT
