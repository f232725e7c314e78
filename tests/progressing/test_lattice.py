"""Weights that can be built, the next one, and what to pick up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.exercises import Exercise, GearVariant, Pattern, WeightKind
from legday.model.gear_weights import buildable, light_enough, owned_variants
from legday.model.quantities import grams_from, label_text
from legday.model.runner import Adjustable, Band, Gear, GearKind, LiftingLevel, Profile, Units
from legday.progressing.first_weights import first_weight, start_percent
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


def test_a_weight_that_could_be_printed_in_either_unit_is_said_in_the_runners() -> None:
    """6,350 g is 14 lb and a whole multiple of 50 g."""
    either = 6_350
    assert [label_text(either, units) for units in Units] == ["6.35 kg", "14 lb"]
    gear = Gear(
        dumbbells_g=(either,),
        bar_g=either,
        plates_g=(either,),
        adjustables=(Adjustable(handle_g=either, plates_g=(either,) * 4),),
        backpack_g=(either,),
    )
    said = {
        (PAIR, 2 * either): ("2 × 6.35 kg dumbbells", "2 × 14 lb dumbbells"),
        (BAR, either): ("bar (6.35 kg)", "bar (14 lb)"),
        (BAR, 3 * either): ("bar + 6.35 kg a side", "bar + 14 lb a side"),
        (PAIR, 6 * either): ("dumbbell handles + 6.35 kg a side", "dumbbell handles + 14 lb a side"),
        (PACK, either): ("backpack with 6.35 kg", "backpack with 14 lb"),
        (ONE, 5_670): ("5.67 kg", "12.5 lb"),
    }
    for (variant, grams), words in said.items():
        assert tuple(pick_up(gear, variant, grams, units) for units in Units) == words


def test_things_of_unknown_weight_are_named_together() -> None:
    both = GearVariant(needs=frozenset({GearKind.BANDS, GearKind.MINIBAND, GearKind.BENCH}))
    gear = Gear(things=both.needs)
    assert pick_up(gear, both, 0, Units.METRIC) == "bands and miniband"


def test_without_any_gear_for_it_an_exercise_has_no_weight() -> None:
    assert Lattice(own=(), every=()).floor(5_000) == 0


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


WORDS = Gear(
    singles_g=(8_000,),
    adjustables=(
        Adjustable(handle_g=2_000, plates_g=(1_250,) * 2 + (2_500,) * 4),
        Adjustable(handles=1, dial_g=(2_268, 13_608)),
    ),
    bar_g=20_000,
    plates_g=(10_000, 10_000, 2_268, 2_500),
    bands=(Band(colour="green", grams=3_000),),
    backpack_g=(5_000,),
)
PACK = GearVariant(needs=frozenset({GearKind.BACKPACK}), weight=WeightKind.BACKPACK)
COLOUR = GearVariant(needs=frozenset({GearKind.BANDS}), weight=WeightKind.BAND)


@pytest.mark.parametrize(
    ("variant", "grams", "words"),
    [
        (ONE, 8_000, "8 kg dumbbell"),
        (PAIR, 8_000, "8 kg dumbbell"),
        (ONE, 13_608, "30 lb adjustable dumbbell"),
        (PAIR, 4_000, "2 × 2 kg dumbbell handles"),
        (ONE, 2_000, "dumbbell handle (2 kg)"),
        (PAIR, 4_000 + 4 * 6_250, "dumbbell handles + 2 × 2.5 + 1.25 kg a side"),
        (ONE, 2_000 + 2 * 12_500, "dumbbell handle + 4 × 2.5 + 2 × 1.25 kg a side"),
        (BAR, 60_000, "bar + 2 × 10 kg a side"),
        (BAR, 20_000 + 2 * 14_768, "bar + 10 kg + 2.5 kg + 5 lb a side"),
        (COLOUR, 3_000, "green band"),
        (PACK, 5_000, "backpack with 5 kg"),
        (PACK, 0, "empty backpack"),
    ],
)
def test_gear_that_is_put_together_is_said_by_its_parts(variant: GearVariant, grams: int, words: str) -> None:
    assert pick_up(WORDS, variant, grams, Units.METRIC) == words


def test_of_several_bars_and_handles_the_one_meant_is_named() -> None:
    several = Gear(
        bar_g=20_000,
        more_bars_g=(10_000,),
        plates_g=(5_000,),
        adjustables=(
            Adjustable(handle_g=2_000, plates_g=(1_000,) * 2),
            Adjustable(handle_g=2_500, plates_g=(1_000,) * 2),
        ),
    )
    assert pick_up(several, BAR, 30_000, Units.METRIC) == "20 kg bar + 5 kg a side"
    assert pick_up(several, BAR, 10_000, Units.METRIC) == "10 kg bar"
    assert pick_up(several, PAIR, 9_000, Units.METRIC) == "2 × 2.5 kg dumbbell handles + 1 kg a side"


def test_a_weight_that_cannot_be_built_is_still_said() -> None:
    assert pick_up(Gear(dumbbells_g=(5_000,)), ONE, 6_000, Units.METRIC) == "6 kg"


def test_what_is_printed_on_things_stays_as_it_is_for_every_reader() -> None:
    mixed = Gear(dumbbells_g=(12_500, 11_340))
    for units in Units:
        assert pick_up(mixed, PAIR, 25_000, units) == "2 × 12.5 kg dumbbells"
        assert pick_up(mixed, PAIR, 22_680, units) == "2 × 25 lb dumbbells"


def test_bands_do_not_compare_with_dead_weights() -> None:
    curl = catalogue().exercises["hamstring-curl"]
    gear = Gear(
        dumbbells_g=(5_000,), bands=(Band(colour="red", grams=2_500), Band(colour="gold", grams=9_500)),
        things=BENCH | {GearKind.ANCHOR},
    )  # fmt: skip
    banded, held = owned_variants(gear, curl)[:2]
    assert lattice(curl, gear, banded).every == (2_500, 9_500)
    assert lattice(curl, gear, held).every == (5_000,)
    assert way_of(curl, gear, held, grams=9_500) == held


def _printed(text: str) -> int:
    number, unit = text.split()
    return grams_from(float(number), unit)


def _side(text: str) -> int:
    """Grams of `2 × 2.5 + 1.25 kg`, or `10 kg + 5 lb`."""
    last = text.rsplit(" ", 1)[1]
    grams = 0
    for part in text.split(" + "):
        count, _, one = part.rpartition(" × ")
        label = one if one.split()[-1] in {"kg", "lb"} else f"{one} {last}"
        grams += int(count or 1) * _printed(label)
    return grams


def _picked(words: str, gear: Gear) -> int:
    """The grams that some words of things to pick up stand for, read as a runner would."""
    if words in {"bodyweight", "empty backpack"}:
        return 0
    if words.endswith(" band"):
        return next(band.grams for band in gear.bands if band.colour == words.removesuffix(" band"))
    if words.startswith("backpack with "):
        return _printed(words.removeprefix("backpack with "))
    thing, _, side = words.removesuffix(" a side").partition(" + ")
    count, _, one = thing.rpartition(" × ")
    number = int(count) if count else 2 if one == "dumbbell handles" else 1
    if one == "bar":
        each = gear.bars_g[0]
    elif one.startswith("dumbbell handles") or one == "dumbbell handle":
        each = next(own.handle_g for own in gear.adjustables if own.handle_g)
    elif "(" in one:
        each = _printed(one[one.index("(") + 1 : -1])
    else:
        each = _printed(" ".join(one.split()[:2]))
    return number * (each + (2 * _side(side) if side else 0))


masses = st.sampled_from([1_134, 1_250, 2_268, 2_500, 4_536, 5_000, 11_340, 12_500, 7_001, 12_345])
weights = st.lists(masses, max_size=4, unique=True).map(tuple)
anything = st.builds(
    Gear,
    dumbbells_g=weights,
    singles_g=weights,
    kettlebells_g=weights,
    bar_g=st.none() | st.sampled_from([15_000, 20_412]),
    more_bars_g=st.sampled_from([(), (), (10_000,)]),
    plates_g=st.lists(masses, max_size=4).map(tuple),
    adjustables=st.lists(
        st.builds(
            Adjustable,
            handles=st.integers(1, 2),
            handle_g=st.sampled_from([2_000, 2_268]),
            plates_g=st.lists(masses, max_size=4).map(tuple),
        )
        | st.builds(Adjustable, handles=st.integers(1, 2), dial_g=weights),
        max_size=2,
    ).map(tuple),
    bands=st.sampled_from([(), (Band(colour="red", grams=2_500), Band(colour="blue", grams=4_000))]),
    backpack_g=weights,
    things=st.frozensets(st.sampled_from([GearKind.BENCH, GearKind.ANCHOR])),
)


@given(gear=anything, units=st.sampled_from(Units))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_the_words_of_every_weight_sum_to_it(gear: Gear, units: Units) -> None:
    for variant in (ONE, PAIR, KETTLEBELL, BAR, COLOUR, PACK):
        for grams in buildable(gear, variant):
            words = pick_up(gear, variant, grams, units)
            if words not in {"bands", "backpack"}:
                assert _picked(words, gear) == grams, words


@given(gear=anything, grams=st.integers(0, 60_000), name=st.sampled_from(sorted(catalogue().exercises)))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_floor_after_and_below_agree(gear: Gear, grams: int, name: str) -> None:
    exercise = catalogue().exercises[name]
    for way in owned_variants(gear, exercise):
        known = lattice(exercise, gear, way)
        assert known.every == tuple(sorted(set(known.every)))
        assert set(known.own) <= set(known.every)
        floor = known.floor(grams)
        assert floor in known.every
        assert floor <= grams or floor == known.every[0]
        after = known.after(grams)
        assert after is None or (after in known.every and after > grams)
        if after is not None:
            assert known.below(after) == max((w for w in known.every if w <= grams), default=after)
        for weight in known.every:
            assert known.floor(weight) <= weight
            assert way_of(exercise, gear, way, grams=weight) in owned_variants(gear, exercise)
            assert weight in buildable(gear, way_of(exercise, gear, way, grams=weight))


@given(quarters=st.integers(1, 1600))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_pounds_and_kilograms_come_back_as_they_were(quarters: int) -> None:
    pounds = grams_from(quarters / 4, "lb")
    assert _printed(label_text(pounds, Units.IMPERIAL)) == pounds
    assert label_text(pounds, Units.IMPERIAL) == f"{quarters / 4:g} lb"
    assert _printed(label_text(pounds, Units.METRIC)) == pounds
    kilograms = quarters * 250
    assert label_text(kilograms, Units.METRIC) == f"{kilograms / 1000:g} kg"
    assert _printed(label_text(kilograms, Units.IMPERIAL)) == kilograms


@given(grams=st.integers(1, 400_000), units=st.sampled_from(Units))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_label_read_again_gives_the_same_grams(grams: int, units: Units) -> None:
    once = _printed(label_text(grams, units))
    assert once == grams == _printed(label_text(once, units))


GEAR_SETS = {
    "nothing": Gear(things=BENCH),
    "pairs": Gear(dumbbells_g=(5_000, 7_500, 10_000, 12_500), things=BENCH),
    "pounds": Gear(dumbbells_g=(4_536, 6_804, 9_072), things=BENCH),
    "kettlebell": Gear(kettlebells_g=(16_000,), things=BENCH),
    "heavy kettlebell": Gear(kettlebells_g=(24_000, 32_000), things=BENCH),
    "bar": Gear(bar_g=20_000, plates_g=(1_250, 2_500, 5_000, 10_000, 20_000), things=BENCH),
    "handles": Gear(adjustables=(Adjustable(handle_g=2_000, plates_g=(1_250,) * 2 + (2_500,) * 2),), things=BENCH),
    "dial": Gear(adjustables=(Adjustable(dial_g=tuple(range(2_500, 24_001, 2_500))),), things=BENCH),
    "single": Gear(singles_g=(10_000,), things=BENCH),
    "bands": Gear(bands=(Band(colour="green", grams=3_000), Band(colour="gold", grams=9_500)), things=BENCH | {GearKind.ANCHOR}),
    "backpack": Gear(backpack_g=(5_000, 10_000, 15_000), things=BENCH),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(GEAR_SETS))
def test_first_weights_are_low_and_can_be_built(name: str) -> None:
    for lifting in LiftingLevel:
        for kilograms in range(45, 111, 13):
            profile = runner(gear=GEAR_SETS[name], lifting=lifting, body_mass_g=kilograms * 1000)
            for exercise in catalogue().exercises.values():
                if light_enough(exercise, profile):
                    _judge_first_weight(exercise, profile)


def _judge_first_weight(exercise: Exercise, profile: Profile) -> None:
    for way in owned_variants(profile.gear, exercise):
        weights = lattice(exercise, profile.gear, way)
        first = first_weight(exercise, profile, weights)
        assert first in weights.every
        most = profile.body_mass_g * start_percent(exercise, profile.lifting) // 100
        assert first <= most or first == weights.every[0]
        if profile.lifting is LiftingLevel.BEGINNER:
            assert first * 100 <= 40 * profile.body_mass_g


def test_first_percents_are_no_more_than_the_science_page_says() -> None:
    """science.md D11: goblet squat 10–20 % of body mass, deadlift 25–40 %, split squats and calf raises at bodyweight."""
    begin = {name: known.start_weight.beginner_percent for name, known in catalogue().exercises.items()}
    assert max(begin["goblet-squat"], begin["squat"], begin["box-squat"]) <= 20
    assert max(begin["deadlift"], begin["romanian-deadlift"]) <= 25
    lunges = [
        name
        for name, known in catalogue().exercises.items()
        if known.pattern in {Pattern.LUNGE, Pattern.STEP}
    ]
    assert {
        begin[name] for name in (*lunges, "calf-raise", "standing-calf-raise", "single-leg-calf-raise")
    } == {0}
    assert max(begin.values()) == 25
    one_leg = {name: known.start_weight for name, known in catalogue().exercises.items() if known.one_leg}
    assert max(start.trained_percent for start in one_leg.values()) <= 20
    assert max(start.advanced_percent for start in one_leg.values()) <= 30
