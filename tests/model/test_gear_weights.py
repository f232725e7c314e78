"""Weights that can be built from the gear owned, in whole grams."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from legday.catalogue.reader import read_catalogue
from legday.model.exercises import GearVariant, WeightKind
from legday.model.gear_weights import BAND_G, MOST_G, Thing, buildable, holdings, light_enough
from legday.model.runner import Adjustable, Band, Gear, GearKind, LiftingLevel, Profile

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


def test_a_backpack_of_known_loads_can_also_be_empty() -> None:
    gear = Gear(backpack_g=(5_000, 10_000))
    worn = way(frozenset({GearKind.BACKPACK}), WeightKind.BACKPACK)
    assert buildable(gear, worn) == (0, 5_000, 10_000)
    assert buildable(Gear(things=frozenset({GearKind.BACKPACK})), worn) == (0,)


def test_bands_weigh_what_their_colours_say_and_nothing_where_nobody_knows() -> None:
    banded = way(frozenset({GearKind.BANDS}), WeightKind.BAND)
    bands = tuple(Band(colour=colour, grams=BAND_G[colour]) for colour in ("green", "red"))
    assert buildable(Gear(bands=bands), banded) == (2_500, 3_000)
    assert buildable(Gear(things=frozenset({GearKind.BANDS})), banded) == (0,)
    assert sorted(BAND_G.values()) == list(BAND_G.values())


def test_a_dumbbell_owned_once_is_held_alone_and_twice_makes_a_pair() -> None:
    gear = Gear(singles_g=(8_000, 10_000, 10_000))
    assert buildable(gear, way(DUMBBELLS, WeightKind.ONE)) == (8_000, 10_000)
    assert buildable(gear, way(DUMBBELLS, WeightKind.PAIR)) == (8_000, 10_000, 20_000)


def test_several_bars_take_the_same_plates() -> None:
    gear = Gear(bar_g=20_000, more_bars_g=(10_000,), plates_g=(5_000,))
    assert buildable(gear, way(BARBELL, WeightKind.BAR)) == (10_000, 20_000, 30_000)


def test_a_weight_is_made_of_what_is_ready_to_hand_and_of_the_fewest_plates() -> None:
    own = Adjustable(handle_g=2_000, plates_g=(1_250, 1_250, 2_500, 2_500))
    gear = Gear(
        dumbbells_g=(4_500,),
        adjustables=(own,),
        bar_g=20_000,
        more_bars_g=(10_000,),
        plates_g=(2_500, 2_500, 5_000),
    )
    pairs = holdings(gear, way(DUMBBELLS, WeightKind.PAIR))
    assert (pairs[9_000].thing, pairs[9_000].side_g) == (Thing.DUMBBELL, ())
    assert (pairs[14_000].thing, pairs[14_000].side_g) == (Thing.HANDLE, (2_500,))
    bars = holdings(gear, way(BARBELL, WeightKind.BAR))
    assert (bars[30_000].each_g, bars[30_000].side_g) == (20_000, (5_000,))
    assert (bars[40_000].each_g, bars[40_000].side_g) == (20_000, (5_000, 2_500, 2_500))


def test_a_handle_takes_no_more_than_it_is_said_to() -> None:
    gear = Gear(adjustables=(Adjustable(handles=1, handle_g=2_000, plates_g=(5_000, 5_000), most_g=12_000),))
    assert buildable(gear, way(DUMBBELLS, WeightKind.ONE)) == (2_000, 12_000)


def test_two_dials_make_pairs_and_one_is_held_alone() -> None:
    two = Gear(adjustables=(Adjustable(dial_g=(5_000, 7_500)),))
    assert buildable(two, way(DUMBBELLS, WeightKind.ONE)) == (5_000, 7_500)
    assert buildable(two, way(DUMBBELLS, WeightKind.PAIR)) == (10_000, 15_000)
    one = Gear(adjustables=(Adjustable(handles=1, dial_g=(5_000, 7_500)),))
    assert buildable(one, way(DUMBBELLS, WeightKind.PAIR)) == (5_000, 7_500)


def test_a_beginner_is_not_given_what_begins_too_heavy() -> None:
    goblet = read_catalogue().exercises["goblet-squat"]
    light = Profile(name="Ana", born=1991, body_mass_g=50_000, gear=Gear(kettlebells_g=(24_000,)))
    assert not light_enough(goblet, light)
    assert light_enough(goblet, replace(light, body_mass_g=60_000))
    assert light_enough(goblet, replace(light, lifting=LiftingLevel.TRAINED))
    assert light_enough(read_catalogue().exercises["squat"], light)


def _by_hand(handle_g: int, physical: Sequence[int], handles: int) -> set[int]:
    """Totals of one or two handles by trying every plate on no end or one of the ends; all ends of both must hold the same."""
    found: set[int] = set()
    ends = 2 * handles
    for places in product(range(ends + 1), repeat=len(physical)):
        loads = [
            sorted(p for p, at in zip(physical, places, strict=True) if at == end) for end in range(ends)
        ]
        if all(load == loads[0] for load in loads):
            found.add(handles * handle_g + ends * sum(loads[0]))
    return found


@settings(max_examples=25, deadline=None, derandomize=True)
@given(pairs=st.lists(st.sampled_from([1_134, 1_250, 2_500]), max_size=3), handles=st.integers(1, 2))
def test_plates_are_shared_between_two_handles(pairs: list[int], handles: int) -> None:
    gear = Gear(adjustables=(Adjustable(handles=handles, handle_g=2_000, plates_g=tuple(pairs)),))
    physical = [plate for plate in pairs for _ in range(2)]
    kind = WeightKind.PAIR if handles == 2 else WeightKind.ONE
    assert set(buildable(gear, way(DUMBBELLS, kind))) == _by_hand(2_000, physical, handles)


def test_four_equal_plates_are_needed_for_a_pair() -> None:
    gear = Gear(adjustables=(Adjustable(handle_g=2_000, plates_g=(2_500, 1_250, 1_250)),))
    assert buildable(gear, way(DUMBBELLS, WeightKind.PAIR)) == (4_000, 9_000)
    assert 2_000 + 2 * (2_500 + 1_250 + 1_250) in buildable(gear, way(DUMBBELLS, WeightKind.ONE))


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
