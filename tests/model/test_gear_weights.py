"""Weights that can be built from the gear owned, in whole grams."""

from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.exercises import GearVariant, WeightKind
from legday.model.gear_weights import MOST_G, buildable
from legday.model.runner import Gear, GearKind

DUMBBELLS = frozenset({GearKind.DUMBBELLS})
KETTLEBELL = frozenset({GearKind.KETTLEBELL})
BARBELL = frozenset({GearKind.BARBELL})


def way(needs: frozenset[GearKind], weight: WeightKind) -> GearVariant:
    return GearVariant(needs=needs, weight=weight)


def test_the_body_alone_adds_nothing() -> None:
    assert buildable(Gear(), way(frozenset({GearKind.BODY}), WeightKind.NONE)) == (0,)


def test_gear_that_is_not_owned_builds_nothing() -> None:
    assert buildable(Gear(), way(DUMBBELLS, WeightKind.PAIR)) == ()
    assert buildable(Gear(dumbbells_g=(5_000,)), way(DUMBBELLS | {GearKind.BENCH}, WeightKind.PAIR)) == ()


def test_dumbbells_are_owned_in_pairs() -> None:
    gear = Gear(dumbbells_g=(10_000, 5_000, 7_500))
    assert buildable(gear, way(DUMBBELLS, WeightKind.PAIR)) == (10_000, 15_000, 20_000)
    assert buildable(gear, way(DUMBBELLS, WeightKind.ONE)) == (5_000, 7_500, 10_000)


def test_two_kettlebells_of_one_weight_make_a_pair() -> None:
    gear = Gear(kettlebells_g=(12_000, 16_000, 12_000))
    assert buildable(gear, way(KETTLEBELL, WeightKind.PAIR)) == (24_000,)
    assert buildable(gear, way(KETTLEBELL, WeightKind.ONE)) == (12_000, 16_000)


def test_a_bar_takes_every_choice_of_plate_pairs() -> None:
    gear = Gear(bar_g=20_000, plates_g=(2_500, 5_000))
    assert buildable(gear, way(BARBELL, WeightKind.BAR)) == (20_000, 25_000, 30_000, 35_000)


def test_an_empty_bar_is_a_weight() -> None:
    assert buildable(Gear(bar_g=15_000), way(BARBELL, WeightKind.BAR)) == (15_000,)


def test_a_backpack_holds_nobody_knows_what() -> None:
    gear = Gear(things=frozenset({GearKind.BACKPACK}))
    assert buildable(gear, way(frozenset({GearKind.BACKPACK}), WeightKind.ONE)) == (0,)


def test_a_bar_among_other_gear_needs_to_be_owned() -> None:
    gear = Gear(plates_g=(5_000,), things=frozenset({GearKind.BARBELL}))
    assert buildable(gear, way(BARBELL, WeightKind.BAR)) == ()


@settings(max_examples=50, deadline=None, derandomize=True)
@given(plates=st.lists(st.integers(1, 20_000), max_size=8), bar=st.integers(1_000, 25_000))
def test_a_bars_weights_rise_and_lie_between_empty_and_full(plates: list[int], bar: int) -> None:
    built = buildable(Gear(bar_g=bar, plates_g=tuple(plates)), way(BARBELL, WeightKind.BAR))
    assert list(built) == sorted(set(built))
    assert built[0] == bar
    assert built[-1] == bar + 2 * sum(plates)
    assert all((grams - bar) % 2 == 0 for grams in built)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(plates=st.lists(st.integers(40_000, 60_000), min_size=12, max_size=12))
def test_nothing_heavier_than_500_kg_is_built(plates: list[int]) -> None:
    built = buildable(Gear(bar_g=20_000, plates_g=tuple(plates)), way(BARBELL, WeightKind.BAR))
    assert 400_000 < max(built) <= MOST_G
