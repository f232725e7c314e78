"""Weights that can be built, the next one, and what to pick up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.exercises import GearVariant, WeightKind
from legday.model.gear_weights import owned_variants
from legday.model.runner import Gear, GearKind, LiftingLevel, Units
from legday.progressing.first_weights import first_weight
from legday.progressing.lattice import Lattice, lattice, pick_up, way_of
from season_builder import BENCH, catalogue, runner

PAIR = GearVariant(needs=frozenset({GearKind.DUMBBELLS}), weight=WeightKind.PAIR)
ONE = GearVariant(needs=frozenset({GearKind.DUMBBELLS}), weight=WeightKind.ONE)
KETTLEBELL = GearVariant(needs=frozenset({GearKind.KETTLEBELL}), weight=WeightKind.ONE)
BAR = GearVariant(needs=frozenset({GearKind.BARBELL}), weight=WeightKind.BAR)
BODY = GearVariant(needs=frozenset({GearKind.BODY}))
BAND = GearVariant(needs=frozenset({GearKind.BANDS}))
MIXED = Gear(
    dumbbells_g=(5_000, 12_500),
    kettlebells_g=(16_000,),
    bar_g=20_000,
    plates_g=(10_000, 5_000, 2_500),
    things=frozenset({GearKind.BANDS}),
)


@pytest.mark.parametrize(
    ("variant", "grams", "words"),
    [
        (PAIR, 25_000, "2 × 12.5 kg dumbbells"),
        (ONE, 12_500, "12.5 kg dumbbell"),
        (KETTLEBELL, 16_000, "16 kg kettlebell"),
        (BAR, 20_000, "bar (20 kg)"),
        (BAR, 45_000, "bar + 10 + 2.5 kg a side"),
        (BODY, 0, "bodyweight"),
        (BAND, 0, "bands"),
    ],
)
def test_a_weight_is_said_as_the_things_to_pick_up(variant: GearVariant, grams: int, words: str) -> None:
    assert pick_up(MIXED, variant, grams, Units.METRIC) == words


def test_pounds_stay_pounds() -> None:
    gear = Gear(dumbbells_g=(11_340,), bar_g=20_412, plates_g=(4_536, 1_134))
    assert pick_up(gear, PAIR, 22_680, Units.IMPERIAL) == "2 × 25 lb dumbbells"
    assert pick_up(gear, BAR, 20_412 + 2 * (4_536 + 1_134), Units.IMPERIAL) == "bar + 10 + 2.5 lb a side"


def test_the_next_weight_is_looked_for_in_every_way_of_doing_the_exercise() -> None:
    weights = Lattice(own=(10_000, 15_000), every=(0, 10_000, 12_500, 15_000))
    assert weights.after(10_000) == 12_500
    assert weights.after(15_000) is None
    assert weights.up_to(10_000, most=13_000) == 12_500
    assert weights.up_to(10_000, most=15_000) == 15_000
    assert weights.up_to(10_000, most=12_000) is None
    assert weights.below(12_500) == 10_000
    assert weights.below(0) == 0


def test_the_floor_never_rounds_up_where_anything_lighter_exists() -> None:
    weights = Lattice(own=(20_000, 25_000), every=(0, 10_000, 20_000, 25_000))
    assert [weights.floor(grams) for grams in (26_000, 24_999, 20_000, 19_999, 9_999)] == [
        25_000,
        20_000,
        20_000,
        10_000,
        0,
    ]
    assert Lattice(own=(20_000,), every=(20_000,)).floor(5_000) == 20_000


def test_a_squat_with_a_bar_too_heavy_to_begin_with_begins_with_bodyweight() -> None:
    squat = catalogue().exercises["squat"]
    gear = Gear(bar_g=20_000, plates_g=(5_000,))
    profile = runner(gear=gear)
    assert first_weight(squat, profile, lattice(squat, gear, owned_variants(gear, squat)[0])) == 0


@pytest.mark.parametrize(
    ("lifting", "grams"), [("beginner", 10_000), ("trained", 20_000), ("advanced", 25_000)]
)
def test_the_first_squat_grows_with_the_lifting_level_and_is_rounded_down(lifting: str, grams: int) -> None:
    profile = runner(lifting=LiftingLevel(lifting))
    squat = catalogue().exercises["squat"]
    weights = lattice(squat, profile.gear, owned_variants(profile.gear, squat)[0])
    assert first_weight(squat, profile, weights) == grams


def test_the_way_of_a_weight_is_the_menus_where_it_builds_it_and_another_where_it_does_not() -> None:
    squat = catalogue().exercises["squat"]
    gear = Gear(dumbbells_g=(5_000,), bar_g=20_000, things=BENCH)
    bar, pair = owned_variants(gear, squat)[:2]
    assert way_of(squat, gear, bar, grams=20_000) == bar
    assert way_of(squat, gear, bar, grams=10_000) == pair
    assert way_of(squat, gear, bar, grams=0).weight is WeightKind.NONE
    assert way_of(squat, gear, bar, grams=12_345) == bar


plates = st.lists(st.sampled_from([1_134, 1_250, 2_268, 2_500, 5_000, 10_000]), max_size=5).map(tuple)


@given(plates=plates)
@settings(max_examples=50, deadline=None, derandomize=True)
def test_the_plates_named_for_a_bar_make_exactly_its_weight(plates: tuple[int, ...]) -> None:
    gear = Gear(bar_g=20_000, plates_g=plates)
    deadlift = catalogue().exercises["deadlift"]
    for grams in lattice(deadlift, gear, BAR).own:
        words = pick_up(gear, BAR, grams, Units.METRIC)
        named = words.removeprefix("bar + ").removesuffix(" kg a side").split(" + ")
        side = 0.0 if grams == 20_000 else sum(float(plate) for plate in named)
        assert abs(20_000 + 2_000 * side - grams) < 100
