"""What a watch typed for a set becomes repetitions of a side and grams in all."""

from dataclasses import replace

import pytest

from legday.model.matching import PlannedSession
from legday.model.recorded_session import RecordedSession, planned_on
from legday.model.runner import GearKind
from legday.model.set_naming import SetNamer
from plan_builder import at, catalogue, line
from strength_sessions import GOBLET, SQUAT, sets, watched

LUNGE, PLANK = (17, 32), (19, 43)


def logged(*parts, prescribed=()):
    recording = watched("tue 18:03", *parts)
    planned = PlannedSession(planned=at("tue 18:00"), start=at("tue 18:00"), prescribed=tuple(prescribed))
    names = SetNamer(exercises=catalogue().exercises).named(recording.sets, planned.exercises)
    session = RecordedSession(recording=recording, start=at("tue 18:03"), namings=names, planned=planned)
    return session.sets(catalogue().exercises, {})


@pytest.mark.parametrize(
    ("typed", "asked", "grams"),
    [
        ("1x8 12.5", "25kg", 25_000),
        ("1x8 25", "25kg", 25_000),
        ("1x8 10", "25kg", 10_000),
        ("1x8 12.4", "25kg", 25_000),
    ],
)
def test_one_dumbbell_typed_where_a_pair_was_asked_for_is_the_pair(typed, asked, grams):
    pair = line(f"lunge 3x8 {asked}", gear=(GearKind.DUMBBELLS,))
    assert [one.weight_g for one in logged(sets(typed, LUNGE), prescribed=[pair])] == [grams]


def test_half_the_weight_of_one_thing_stays_half():
    one_thing = line("goblet-squat 3x8 20kg", gear=(GearKind.DUMBBELLS,))
    assert [one.weight_g for one in logged(sets("1x8 10", GOBLET), prescribed=[one_thing])] == [10_000]


@pytest.mark.parametrize("typed", ["1x8", "1x8 0"])
def test_no_weight_typed_is_as_prescribed_or_bodyweight(typed):
    assert logged(sets(typed, SQUAT), prescribed=[line("squat 3x8 40kg")])[0].weight_g is None
    assert not logged(sets(typed, SQUAT), prescribed=[line("squat 3x8")])[0].weight_g


@pytest.mark.parametrize(("counted", "of_a_side"), [(20, 10), (16, 8), (14, 14), (10, 10), (17, 17)])
def test_both_legs_counted_is_half_on_each(counted, of_a_side):
    (one,) = logged(sets(f"1x{counted}", LUNGE), prescribed=[line("lunge 3x10")])
    assert one.reps == of_a_side


def test_a_hold_is_its_seconds():
    (one,) = logged(sets("1x1", PLANK))
    assert (one.exercise, one.reps, one.seconds) == ("plank", 40, True)


def test_a_set_without_repetitions_is_kept_and_counts_for_no_exercise():
    (one,) = logged([replace(sets("1x8 40", SQUAT)[0], reps=None)])
    assert (one.exercise, one.reps, one.seconds) == ("other-squat", 40, True)


def test_the_likeliest_planned_session_has_most_in_common_and_then_starts_nearest():
    early, late = (
        PlannedSession(planned=at(when), start=at(when), prescribed=(line(words),))
        for when, words in (("tue 07:00", "lunge 3x8"), ("tue 18:00", "squat 3x8"))
    )
    other_day = replace(late, planned=at("wed 07:00"), start=at("wed 07:00"))
    planned = (early, late, other_day)
    assert planned_on(planned, at("tue 08:00"), ["squat"]) == (late, early)
    assert planned_on(planned, at("tue 08:00"), []) == (early, late)
    assert planned_on(planned, at("thu 08:00"), []) == ()
