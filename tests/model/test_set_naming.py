"""Recorded sets are named by number, then by category and plan, then by the plan's order; the rest is asked."""

import pytest

from legday.model.lift_names import is_unnamed
from legday.model.set_naming import SetNamer
from plan_builder import catalogue
from strength_sessions import BENCH_PRESS, GOBLET, LEG_PRESS, ROMANIAN, SOME_SQUAT, SOMETHING, SQUAT, sets

LEG_CURL, WARM_UP, SOME_LUNGE, BARBELL_BACK_SQUAT = (15, 0), (31, 3), (17, None), (28, 6)


def named(*parts, planned=()):
    namer = SetNamer(exercises=catalogue().exercises, names=catalogue().lift_names)
    return [(one.name, one.sets) for one in namer.named([one for part in parts for one in part], planned)]


def likely(*parts, planned=()):
    namer = SetNamer(exercises=catalogue().exercises, names=catalogue().lift_names)
    return [one.likely for one in namer.named([one for part in parts for one in part], planned)]


@pytest.mark.parametrize("planned", [(), ("squat",), ("squat", "goblet-squat"), ("lunge",)])
def test_exact_numbers_are_sure_unless_the_plan_held_its_like(planned):
    assert named(sets("3x8 60", SQUAT), sets("3x8 20", GOBLET), planned=planned) == [
        ("squat", (0, 1, 2)),
        ("goblet-squat", (3, 4, 5)),
    ]


def test_further_numbers_of_the_profile_name_the_same_exercise():
    assert named(sets("1x8 60", BARBELL_BACK_SQUAT)) == [("squat", (0,))]


def test_of_several_exercises_with_one_number_the_planned_one_is_meant():
    assert named(sets("2x8", LEG_CURL), planned=("nordic-curl",)) == [("nordic-curl", (0, 1))]


def test_of_several_exercises_with_one_number_and_no_plan_it_is_asked():
    assert named(sets("2x8", LEG_CURL)) == [("unnamed-1-15-0", (0, 1))]
    assert set(likely(sets("2x8", LEG_CURL))[0]) >= {"hamstring-curl", "nordic-curl", "band-hamstring-curl"}


def test_a_category_without_a_name_is_the_one_planned_exercise_of_it():
    assert named(sets("2x8", SOME_SQUAT), planned=("lunge", "box-squat")) == [("box-squat", (0, 1))]


def test_a_category_without_a_name_and_without_a_plan_is_asked():
    assert named(sets("2x8", SOME_LUNGE)) == [("unnamed-1-17", (0, 1))]


LUNGE = (17, 32)


def test_the_bare_word_of_a_category_is_the_one_planned_exercise_of_that_name():
    assert named(sets("3x12", LUNGE), planned=("squat", "walking-lunge")) == [("walking-lunge", (0, 1, 2))]
    assert named(sets("3x12", LUNGE), planned=("lunge", "walking-lunge")) == [("lunge", (0, 1, 2))]
    assert named(sets("3x12", LUNGE)) == [("lunge", (0, 1, 2))]


def test_the_bare_word_is_asked_about_where_two_of_its_name_were_planned_or_none():
    assert named(sets("3x12", LUNGE), planned=("walking-lunge", "reverse-lunge")) == [
        ("unnamed-1-17-32", (0, 1, 2))
    ]
    assert named(sets("3x8 60", SQUAT), planned=("step-up",)) == [("unnamed-1-28-61", (0, 1, 2))]


def test_two_planned_exercises_of_one_category_are_told_apart_by_the_order_of_the_plan():
    recorded = (sets("2x8 40", SOME_SQUAT), sets("2x8 20", SOME_LUNGE), sets("2x8 30", SOME_SQUAT))
    assert named(*recorded, planned=("squat", "lunge", "step-up")) == [
        ("squat", (0, 1)),
        ("lunge", (2, 3)),
        ("step-up", (4, 5)),
    ]


def test_where_stretches_and_planned_exercises_differ_in_number_it_is_asked_once():
    recorded = (sets("2x8 40", SOME_SQUAT), sets("2x8 50", SOME_SQUAT), sets("2x8 30", SOME_SQUAT))
    assert named(*recorded, planned=("squat", "step-up")) == [("unnamed-1-28", (0, 1, 2, 3, 4, 5))]


def test_sets_in_turn_with_others_stay_together():
    recorded = (sets("1x8 40", SQUAT), sets("1x8 30", ROMANIAN)) * 3
    assert named(*recorded) == [("squat", (0, 2, 4)), ("romanian-deadlift", (1, 3, 5))]


def test_sets_of_no_kind_between_two_exercises_may_be_either_and_the_planned_ones_first():
    recorded = (sets("2x8 40", SQUAT), sets("1x8 40", SOMETHING), sets("2x8 30", ROMANIAN))
    planned = ("squat", "romanian-deadlift", "lunge")
    assert named(*recorded, planned=planned)[1] == ("unnamed-2", (2,))
    assert likely(*recorded, planned=planned)[1] == ("lunge", "squat", "romanian-deadlift")


def test_warm_ups_and_the_upper_body_are_left_out_and_other_leg_work_is_kept_under_its_number():
    recorded = (sets("1x8", WARM_UP), sets("3x8", BENCH_PRESS), sets("1x9 99", LEG_PRESS))
    assert named(*recorded) == [("other-28-0", (4,))]


def test_a_named_exercise_of_others_is_asked_about_where_the_plan_held_its_like():
    assert named(sets("1x9 99", LEG_PRESS), planned=("squat",)) == [("unnamed-1-28-0", (0,))]


def test_names_nobody_has_are_no_exercise():
    assert all(not is_unnamed(name) and not name.startswith("other-") for name in catalogue().exercises)
