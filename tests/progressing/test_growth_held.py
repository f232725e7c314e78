"""While pain or illness holds growth back, no dose lies above those before it, whatever gear there is."""

import pytest

from legday.model.season import MenuLine
from legday.progressing.lattice import Lattice
from legday.progressing.limits import Work
from legday.progressing.steps import Dose, Given, Lift, StepRule
from legday.progressing.taken_back import no_more_than, within_reason
from season_builder import catalogue

RULE = StepRule(percent=10, reps_past=4)


def work(*weights_g: int, weight_g: int, sets: int = 2) -> Work:
    exercise = catalogue().exercises["deadlift"]
    lift = Lift(
        exercise=exercise,
        reps=(8, 10),
        weights=Lattice(own=weights_g, every=weights_g),
        body_mass_g=60_000,
        sets=3,
        heavy=False,
    )
    line = MenuLine(exercise="deadlift", sets=3, reps=(8, 10), variant=exercise.gear[0])
    return Work(
        session=0,
        line=line,
        lift=lift,
        dose=Dose(sets=sets, target=8, weight_g=weight_g),
        rest_s=90,
        still=True,
    )


def before(of: Work, weight_g: int) -> list[Given]:
    dose = Dose(sets=2, target=8, weight_g=weight_g)
    return [Given(week=-1, dose=dose, reps=(8, 10), volume=of.lift.volume(dose))]


@pytest.mark.parametrize("last_g", [0, 5_000])
def test_gear_that_begins_above_the_last_weight_stays_where_it_is(last_g: int) -> None:
    heavy = work(10_000, 15_000, weight_g=10_000)
    assert within_reason(heavy, before(heavy, last_g), RULE, held=True) is None


def test_a_weight_that_was_lifted_lately_goes_on() -> None:
    same = work(10_000, 15_000, weight_g=15_000)
    found = within_reason(same, before(same, 10_000), RULE, held=True)
    assert found is not None
    assert found.dose.weight_g == 10_000


def test_the_week_s_second_session_of_an_exercise_is_left_out_where_its_gear_begins_heavier() -> None:
    assert no_more_than(work(10_000, weight_g=10_000), [work(4_000, weight_g=4_000)]) is None
    lighter = no_more_than(work(4_000, 10_000, weight_g=10_000), [work(4_000, weight_g=4_000)])
    assert lighter is not None
    assert lighter.dose.weight_g == 4_000
