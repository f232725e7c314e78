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
