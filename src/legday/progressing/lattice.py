"""Decides which weights an exercise can be done with, which comes next, and what to pick up for one."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from legday.model.exercises import Exercise, GearVariant, WeightKind
from legday.model.gear_weights import buildable, owned_variants
from legday.model.quantities import weight_text
from legday.model.runner import Gear, GearKind, Units

_FEW_PLATES = 8
"""Plates a side that the words of a bar are looked for among."""

_HELD = {GearKind.DUMBBELLS: "dumbbell", GearKind.KETTLEBELL: "kettlebell"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lattice:
    """The weights (grams, ascending) of one exercise with the gear owned: those of the menu's way of doing it, and all others.

    Bodyweight (0) is among them where the exercise has a way without weight.
    """

    own: tuple[int, ...]
    every: tuple[int, ...]

    def floor(self, grams: int) -> int:
        """The heaviest weight not above `grams`, in the menu's way first; else the lightest there is."""
        for weights in (self.own, self.every):
            below = [weight for weight in weights if weight <= grams]
            if below:
                return below[-1]
        return min((*self.own, *self.every), default=0)

    def after(self, grams: int) -> int | None:
        """The next heavier weight that can be built in any way, None at the top."""
        return _after(self.every, grams)

    def up_to(self, grams: int, *, most: int) -> int | None:
        """The heaviest weight above `grams` and not above `most`, in the menu's way first."""
        for weights in (self.own, self.every):
            fitting = [weight for weight in weights if grams < weight <= most]
            if fitting:
                return fitting[-1]
        return None

    def below(self, grams: int) -> int:
        """The next lighter weight, `grams` itself at the bottom."""
        lighter = [weight for weight in self.every if weight < grams]
        return lighter[-1] if lighter else grams


def _after(weights: Sequence[int], grams: int) -> int | None:
    place = bisect_right(weights, grams)
    return weights[place] if place < len(weights) else None


def lattice(exercise: Exercise, gear: Gear, variant: GearVariant) -> Lattice:
    """The weights of `exercise` as the menu does it (`variant`) and in every way the gear allows."""
    every = {grams for way in owned_variants(gear, exercise) for grams in buildable(gear, way)}
    return Lattice(own=buildable(gear, variant), every=tuple(sorted(every)))


def way_of(exercise: Exercise, gear: Gear, variant: GearVariant, *, grams: int) -> GearVariant:
    """The way that builds `grams`: the menu's where it can, else the best other one; the menu's where none can."""
    if grams in buildable(gear, variant):
        return variant
    ways = owned_variants(gear, exercise)
    return next((way for way in ways if grams in buildable(gear, way)), variant)


def _plates_a_side(gear: Gear, grams: int) -> tuple[int, ...]:
    """The fewest plates a side that make `grams` with the bar, heaviest first."""
    rest = grams - (gear.bar_g or 0)
    plates = sorted(gear.plates_g, reverse=True)
    for count in range(min(_FEW_PLATES, len(plates)) + 1):
        for chosen in combinations(plates, count):
            if 2 * sum(chosen) == rest:
                return chosen
    return ()


def _plate_text(grams: int, units: Units) -> str:
    return weight_text(grams, units).rsplit(" ", 1)[0]


def _bar_text(gear: Gear, grams: int, units: Units) -> str:
    plates = _plates_a_side(gear, grams)
    if not plates:
        return f"bar ({weight_text(grams, units)})"
    unit = weight_text(plates[0], units).rsplit(" ", 1)[1]
    return f"bar + {' + '.join(_plate_text(plate, units) for plate in plates)} {unit} a side"


def _thing(gear: Gear, variant: GearVariant, grams: int) -> str:
    """What is held: of dumbbell and kettlebell the one that is owned in this weight."""
    owned = {GearKind.DUMBBELLS: gear.dumbbells_g, GearKind.KETTLEBELL: gear.kettlebells_g}
    return next(
        (" " + word for kind, word in _HELD.items() if kind in variant.needs and grams in owned[kind]), ""
    )


def pick_up(gear: Gear, variant: GearVariant, grams: int, units: Units) -> str:
    """The weight as things to pick up: "2 × 12.5 kg dumbbells", "bar + 10 + 2.5 kg a side", "bodyweight"."""
    if variant.weight is WeightKind.BAR:
        return _bar_text(gear, grams, units)
    if grams == 0:
        held = variant.needs & {GearKind.BANDS, GearKind.MINIBAND, GearKind.BACKPACK}
        return " and ".join(sorted(kind.value for kind in held)) or "bodyweight"
    if variant.weight is WeightKind.PAIR:
        thing = _thing(gear, variant, grams // 2)
        return f"2 × {weight_text(grams // 2, units)}{thing}{'s' if thing else ''}"
    return f"{weight_text(grams, units)}{_thing(gear, variant, grams)}"
