"""Lighter sets before the first heavy lift, in weights that can be built."""

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.gear_weights import exercise_weights
from legday.model.runner import Gear, GearKind, Units
from legday.progressing.rehearsal import rehearsals
from plan_builder import line

CATALOGUE = read_catalogue("en")
BAR = Gear(bar_g=20_000, plates_g=(2_500, 5_000, 10_000, 20_000))
PAIRS = Gear(dumbbells_g=(5_000, 10_000, 15_000))


def asked(exercise="squat", weight_g=80_000, gear=(GearKind.BARBELL,), target=8):
    return line(f"{exercise} 3x{target} rir2", reps=(6, 8), weight_g=weight_g, gear=gear)


def test_the_first_heavy_lift_is_rehearsed_with_forty_sixty_eighty_percent():
    found = rehearsals((asked(),), BAR, CATALOGUE, Units.METRIC)

    assert [(one.weight_g, one.reps) for one in found] == [(30_000, 5), (45_000, 5), (60_000, 5)]
    assert found[0].pick_up == "bar + 5 kg a side"


def test_only_weights_that_can_be_built_below_the_working_weight_are_used():
    found = rehearsals((asked(weight_g=20_000, gear=(GearKind.DUMBBELLS,)),), PAIRS, CATALOGUE, Units.METRIC)

    weights = [one.weight_g for one in found]
    assert set(weights) <= set(exercise_weights(PAIRS, CATALOGUE.exercises["squat"]))
    assert weights == sorted(set(weights))
    assert max(weights) < 20_000


@pytest.mark.parametrize(
    "line", [asked(weight_g=0, gear=()), asked("calf-raise", gear=(GearKind.DUMBBELLS,))]
)
def test_bodyweight_and_light_exercises_are_not_rehearsed(line):
    assert rehearsals((line,), PAIRS, CATALOGUE, Units.METRIC) == ()


def test_a_set_is_never_longer_than_the_work():
    (first, *_) = rehearsals((asked(target=3),), BAR, CATALOGUE, Units.METRIC)
    assert first.reps == 3


def test_the_shares_are_of_the_working_weight_to_the_gram():
    """Of 100 kg they are 40, 60 and 80, all of which can be built."""
    found = rehearsals((asked(weight_g=100_000),), BAR, CATALOGUE, Units.METRIC)
    assert [(one.exercise, one.weight_g, one.pick_up) for one in found] == [
        ("squat", 40_000, "bar + 10 kg a side"),
        ("squat", 60_000, "bar + 20 kg a side"),
        ("squat", 80_000, "bar + 20 + 10 kg a side"),
    ]


def test_only_the_first_heavy_lift_is_rehearsed():
    lines = (asked("calf-raise"), asked("deadlift"), asked("squat"))
    assert {one.exercise for one in rehearsals(lines, BAR, CATALOGUE, Units.METRIC)} == {"deadlift"}


def test_what_is_lighter_than_the_empty_bar_is_held_in_the_hands():
    """40 % of 40 kg are 16: the bar weighs 20."""
    gear = Gear(bar_g=20_000, plates_g=(10_000,), dumbbells_g=(4_000, 6_000))
    found = rehearsals((asked(weight_g=40_000),), gear, CATALOGUE, Units.METRIC)
    assert [(one.weight_g, one.pick_up) for one in found] == [
        (12_000, "2 × 6 kg dumbbells"),
        (20_000, "bar (20 kg)"),
    ]


def test_in_pounds_things_are_named_by_what_is_printed_on_them():
    """Of 135 lb they are 54, 81 and 108; 45, 65 and 95 can be built."""
    pounds = Gear(bar_g=20_412, plates_g=(4_536, 11_340, 20_412))
    found = rehearsals((asked(weight_g=61_236),), pounds, CATALOGUE, Units.IMPERIAL)
    assert [one.pick_up for one in found] == ["bar (45 lb)", "bar + 10 lb a side", "bar + 25 lb a side"]


@pytest.mark.parametrize(("units", "held"), [(Units.METRIC, "11 kg"), (Units.IMPERIAL, "24.25 lb")])
def test_a_thing_that_may_be_marked_either_way_is_named_in_the_runner_s_units(units, held):
    gear = Gear(dumbbells_g=(11_000, 25_000))
    planned = asked(weight_g=50_000, gear=(GearKind.DUMBBELLS,))
    assert rehearsals((planned,), gear, CATALOGUE, units)[-1].pick_up == f"2 × {held} dumbbells"


def test_a_lift_with_dumbbells_is_rehearsed_with_dumbbells_though_there_is_a_bar():
    gear = Gear(bar_g=20_000, plates_g=(5_000,), dumbbells_g=(10_000, 15_000, 25_000))
    planned = asked(weight_g=50_000, gear=(GearKind.DUMBBELLS,))
    assert [one.pick_up for one in rehearsals((planned,), gear, CATALOGUE, Units.METRIC)] == [
        "2 × 10 kg dumbbells",
        "2 × 15 kg dumbbells",
    ]


def test_with_other_gear_than_the_line_was_made_for_the_best_way_there_is_serves():
    """Planned with a kettlebell that is no longer there: the bar comes first, then dumbbells."""
    planned = asked(weight_g=50_000, gear=(GearKind.KETTLEBELL,))
    both = Gear(bar_g=20_000, plates_g=(5_000, 10_000), dumbbells_g=(10_000, 15_000))
    assert [one.pick_up for one in rehearsals((planned,), both, CATALOGUE, Units.METRIC)] == [
        "bar (20 kg)",
        "bar + 5 kg a side",
        "bar + 10 kg a side",
    ]


@pytest.mark.parametrize(
    ("planned", "gear"),
    [
        (asked("deadlift", weight_g=50_000), Gear()),
        (asked("squat", weight_g=50_000), Gear()),
        (asked("deadlift", weight_g=0, gear=(GearKind.DUMBBELLS,)), PAIRS),
    ],
)
def test_without_a_weight_to_lift_nothing_is_rehearsed(planned, gear):
    """No way to do it at all, only the body, or a line that asks for no weight."""
    assert rehearsals((planned,), gear, CATALOGUE, Units.METRIC) == ()


def test_no_lines_and_no_heavy_lift_need_no_lighter_sets():
    assert rehearsals((), BAR, CATALOGUE, Units.METRIC) == ()
