"""Decides which weights an exercise can be done with, which comes next, and what to pick up for one."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from legday.model.exercises import Exercise, GearVariant, WeightKind
from legday.model.gear_weights import Held, Thing, buildable, comparable_variants, holdings
from legday.model.quantities import label_text, weight_text
from legday.model.runner import Gear, GearKind, Units


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


def _ways(exercise: Exercise, gear: Gear, variant: GearVariant) -> tuple[GearVariant, ...]:
    """The ways the gear allows whose weights compare with those of `variant`: a band's pull and a dead weight do not."""
    return comparable_variants(gear, exercise, elastic=variant.weight is WeightKind.BAND)


def lattice(exercise: Exercise, gear: Gear, variant: GearVariant) -> Lattice:
    """The weights of `exercise` as the menu does it (`variant`) and in every way that compares with it."""
    every = {grams for way in _ways(exercise, gear, variant) for grams in buildable(gear, way)}
    return Lattice(own=buildable(gear, variant), every=tuple(sorted(every)))


def way_of(exercise: Exercise, gear: Gear, variant: GearVariant, *, grams: int) -> GearVariant:
    """The way that builds `grams`: the menu's where it can, else the best other one; the menu's where none can."""
    if grams in buildable(gear, variant):
        return variant
    ways = _ways(exercise, gear, variant)
    return next((way for way in ways if grams in buildable(gear, way)), variant)


def _plates_text(side_g: Sequence[int], units: Units) -> str:
    """`2 × 2.5 + 1.25 kg a side`; each unit is said once where all plates share it."""
    parts = [
        (f"{number} × " if number > 1 else "", *label_text(plate, units).split())
        for plate, number in Counter(side_g).items()
    ]
    units_said = {unit for _, _, unit in parts}
    if len(units_said) == 1:
        return " + ".join(f"{times}{number}" for times, number, _ in parts) + f" {units_said.pop()} a side"
    return " + ".join(f"{times}{number} {unit}" for times, number, unit in parts) + " a side"


def _loaded_text(gear: Gear, held: Held, units: Units) -> str:
    """A bar or handles with plates; which of them, where several are owned."""
    each = label_text(held.each_g, units)
    handles = {own.handle_g for own in gear.adjustables if own.handle_g}
    several = len(gear.bars_g) > 1 if held.thing is Thing.BAR else len(handles) > 1
    many = "s" if held.count > 1 else ""
    times = f"{held.count} × " if held.count > 1 else ""
    if not held.side_g:
        return f"{times}{each} {held.thing}{many}" if several or times else f"{held.thing} ({each})"
    name = f"{times}{each} {held.thing}{many}" if several else f"{held.thing}{many}"
    return f"{name} + {_plates_text(held.side_g, units)}"


def _held_text(gear: Gear, held: Held, units: Units) -> str:
    if held.thing in {Thing.BAR, Thing.HANDLE}:
        return _loaded_text(gear, held, units)
    if held.thing is Thing.BAND:
        return f"{held.colour} band"
    if held.thing is Thing.BACKPACK:
        return f"backpack with {label_text(held.each_g, units)}" if held.each_g else "empty backpack"
    each = label_text(held.each_g, units)
    return f"{held.count} × {each} {held.thing}s" if held.count > 1 else f"{each} {held.thing}"


_UNKNOWN = frozenset({GearKind.BANDS, GearKind.MINIBAND, GearKind.BACKPACK})
"""What is held though nobody knows its weight."""


def pick_up(gear: Gear, variant: GearVariant, grams: int, units: Units) -> str:
    """The weight as things to pick up, by what is printed on them: "2 × 12.5 kg dumbbells", "dumbbell handles + 2 × 2.5 + 1.25 kg a
    side", "bar + 10 + 2.5 kg a side", "green band", "bodyweight"."""
    held = holdings(gear, variant).get(grams)
    if held is not None and held.thing is not Thing.NOTHING:
        return _held_text(gear, held, units)
    if grams:
        return weight_text(grams, units)
    return " and ".join(sorted(kind.value for kind in variant.needs & _UNKNOWN)) or "bodyweight"
