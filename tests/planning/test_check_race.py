"""Quiet before a race, and recovery after it."""

from datetime import timedelta

import pytest

from legday.model.plan import Plan
from legday.model.runner import Priority
from plan_builder import (
    A,
    B,
    at,
    day,
    done,
    found,
    lift,
    line,
    outlook,
    plan,
    recorded,
    run,
    runner,
    said,
    week,
)
from rule_cases import KNOWN, race


@pytest.mark.parametrize(
    ("priority", "last"), [(Priority.A, "wed"), (Priority.B, "thu"), (Priority.C, "fri")]
)
def test_the_last_session_ends_96_72_or_48_hours_before_the_race(priority: Priority, last: str) -> None:
    state = runner(past=KNOWN, races=(race("sun", 10_000, priority),))
    assert found("race-quiet", plan(lift(f"{last} 09:00")), state) == ()
    assert len(found("race-quiet", plan(lift(f"{last} 09:01")), state)) == 1


def test_the_words_say_how_long_before_which_race() -> None:
    state = runner(past=KNOWN, races=(race("sun", 10_000),))
    assert said("race-quiet", plan(lift("thu 18:00")), state) == [
        "the session of Thursday 26 Nov 18:00 ends 63 h before the A race of Sunday 29 Nov 10:00; the last one needs 96 h"
    ]


def test_a_race_without_a_known_hour_begins_early_whatever_the_usual_hour() -> None:
    expected = outlook(run("sun race 50"), usual_start=at("sun 18:00").time())
    assert found("race-quiet", plan(lift("fri 05:00")), runner(past=KNOWN), expected) == ()
    assert len(found("race-quiet", plan(lift("fri 05:01")), runner(past=KNOWN), expected)) == 1


def test_a_session_after_the_race_is_not_before_it() -> None:
    state = runner(races=(race("mon", 5_000),))
    assert found("race-quiet", plan(lift("wed 18:00")), state) == ()


def four_weeks(*last: str, block: int = 0) -> Plan:
    """A and B in the first week, then in the second week a session as said; the race is 21 d after its Tuesday."""
    weeks = [week(1), week(2, block=block)]
    return plan(lift("tue 18:00"), lift("fri 18:00", B), lift("w2 tue 18:00", last), weeks=weeks)


GOAL = runner(races=(race("w5 tue", 42_195),))


def test_the_running_menu_goes_on_before_an_a_race() -> None:
    assert found("race-quiet", four_weeks(*A), GOAL) == ()


def test_an_exercise_never_done_is_new_21_days_before_an_a_race() -> None:
    assert said("race-quiet", four_weeks("squat 3x10", "hip-thrust 3x10"), GOAL) == [
        "Hip thrust is new on Tuesday 1 Dec, 21 d before the A race of Tuesday 22 Dec; nothing new in the 21 d before it"
    ]


def test_22_days_before_it_an_exercise_may_be_new() -> None:
    later = runner(races=(race("w5 wed", 42_195),))
    assert found("race-quiet", four_weeks("squat 3x10", "hip-thrust 3x10"), later) == ()


def test_nothing_is_too_new_for_a_b_race() -> None:
    lesser = runner(races=(race("w5 tue", 42_195, Priority.B),))
    assert found("race-quiet", four_weeks("squat 3x10", "hip-thrust 3x10"), lesser) == ()


def test_the_other_letter_of_a_running_menu_is_new_too() -> None:
    goal = runner(races=(race("w4 wed", 42_195),))
    both = plan(lift("tue 18:00"), lift("w2 tue 18:00", B), weeks=[week(1), week(2)])
    assert len(found("race-quiet", both, goal)) == 1
    assert found("race-quiet", plan(lift("tue 18:00"), lift("w2 tue 18:00")), goal) == ()


def test_sessions_behind_say_what_is_known() -> None:
    goal = runner(races=(race("w4 mon", 42_195),))
    late = plan(lift("tue 18:00"), lift("w2 tue 18:00", B), weeks=[week(1), week(2)])
    assert found("race-quiet", late, goal) == ()


def test_a_plan_that_begins_close_to_the_race_begins_with_something() -> None:
    close = runner(races=(race("w2 sun", 42_195),))
    assert found("race-quiet", plan(lift("tue 18:00"), weeks=[week(1)]), close) == ()
    assert found("race-quiet", plan(lift("tue 18:00")), close) == ()


@pytest.mark.parametrize(
    ("metres", "days"),
    [(42_195, 7), (42_000, 7), (41_999, 4), (21_000, 4), (20_999, 2), (10_000, 2), (9_999, 1)],
)
def test_the_days_after_a_race_grow_with_its_length(metres: int, days: int) -> None:
    state = runner(races=(race("mon", metres),))
    start = at("mon 18:00")
    first, then = (
        lift("mon 18:00", start=start + timedelta(days=days)),
        lift("mon 18:00", start=start + timedelta(days=days + 1)),
    )
    assert len(found("after-race", plan(first), state)) == 1
    assert found("after-race", plan(then), state) == ()


def test_the_words_after_a_race_name_both_days() -> None:
    state = runner(races=(race("mon", 10_000),))
    assert said("after-race", plan(lift("tue 18:00")), state) == [
        "the session of Tuesday 24 Nov comes 1 d after the race of Monday 23 Nov; the legs need 2 d"
    ]


def test_a_session_later_on_the_day_of_the_race_is_too_soon() -> None:
    state = runner(races=(race("mon", 5_000),))
    assert len(found("after-race", plan(lift("mon 18:00")), state)) == 1


def test_a_recorded_race_counts_by_its_metres_or_else_by_its_minutes() -> None:
    given = plan(lift("wed 18:00"))
    assert (
        len(found("after-race", given, runner(runs=(recorded("w0 sun 09:00 race 100", metres=21_097),)))) == 1
    )
    assert found("after-race", given, runner(runs=(recorded("w0 sun 09:00 race 50", metres=10_000),))) == ()
    assert len(found("after-race", given, runner(runs=(recorded("w0 sun 09:00 race 110"),)))) == 1


def test_a_recorded_training_run_is_no_race() -> None:
    state = runner(runs=(recorded("w0 sun 09:00 long 180", metres=30_000),))
    assert found("after-race", plan(lift("mon 18:00")), state) == ()


def after_marathon(sets: int, when: str = "w3 mon 18:00") -> Plan:
    """Ten sets of squats before a marathon on the first Sunday, then some after it."""
    return plan(lift("tue 18:00", ("squat 5x10", "squat 5x10")), lift(when, (f"squat {sets}x10",)))


def test_after_a_marathon_sets_stay_at_60_percent_until_day_14() -> None:
    state = runner(races=(race("sun", 42_195),))
    assert found("after-race", after_marathon(6), state) == ()
    assert said("after-race", after_marathon(7), state) == [
        "the session of Monday 7 Dec, 8 d after the marathon, holds 70 % of the usual sets; 60 % at most until day 14"
    ]
    assert len(found("after-race", after_marathon(7, "w3 sun 18:00"), state)) == 1
    assert found("after-race", after_marathon(7, "w4 mon 18:00"), state) == ()


def test_the_largest_session_of_the_four_weeks_before_the_marathon_is_the_measure() -> None:
    state = runner(races=(race("w5 mon", 42_195),))
    before, after = lift("mon 18:00", ("squat 5x10", "squat 5x10")), lift("w6 tue 18:00", ("squat 7x10",))
    assert len(found("after-race", plan(before, after), state)) == 1
    a_day_sooner = lift("w0 sun 18:00", ("squat 5x10", "squat 5x10"))
    assert found("after-race", plan(a_day_sooner, after), state) == ()


def test_the_days_without_sessions_are_told_once_and_not_measured_as_well() -> None:
    state = runner(races=(race("sun", 42_195),))
    assert said("after-race", after_marathon(7, "w2 sun 18:00"), state) == [
        "the session of Sunday 6 Dec comes 7 d after the race of Sunday 29 Nov; the legs need 7 d"
    ]


def test_a_marathon_is_one_from_42_kilometres_on() -> None:
    assert len(found("after-race", after_marathon(7), runner(races=(race("sun", 42_000),)))) == 1


def test_after_a_shorter_race_sets_are_free() -> None:
    assert found("after-race", after_marathon(9), runner(races=(race("sun", 21_100),))) == ()


def test_without_sessions_before_the_marathon_there_is_no_usual_to_measure_by() -> None:
    state = runner(races=(race("sun", 42_195),))
    assert found("after-race", plan(lift("w3 mon 18:00")), state) == ()
    assert (
        found(
            "after-race",
            plan(lift("w3 mon 18:00")),
            runner(past=(done("w0 fri 18:00"),), races=state.profile.races),
        )
        == ()
    )


def test_a_session_that_begins_with_the_race_is_too_close() -> None:
    state = runner(past=KNOWN, races=(race("sun", 5_000, Priority.C),))
    assert len(found("race-quiet", plan(lift("sun 10:00")), state)) == 1


def test_two_weeks_after_a_marathon_hold_nothing_heavy_and_no_jumps() -> None:
    behind = runner(races=(race("mon", 42_195),))
    usual, heavy = line("squat 3x10 20kg"), line("squat 3x5 20kg", reps=(3, 6))
    on_day_8, on_day_14, on_day_15 = "w2 tue 18:00", "w3 mon 18:00", "w3 tue 18:00"
    assert found("after-race", plan(lift(on_day_8, (usual,))), behind) == ()
    assert len(found("after-race", plan(lift(on_day_8, (heavy,))), behind)) == 1
    assert len(found("after-race", plan(lift(on_day_14, (heavy,))), behind)) == 1
    assert found("after-race", plan(lift(on_day_15, (heavy,))), behind) == ()
    slow = line("squat 2x5 20kg", reps=(5, 6), tempo="4-1-1")
    assert found("after-race", plan(lift(on_day_14, (slow,))), behind) == ()


def told(given: Plan, state: object, rule: str = "after-race") -> list[tuple[str, tuple[object, ...]]]:
    return [(one.words, one.days) for one in found(rule, given, state)]


@pytest.mark.parametrize(
    ("exercises", "kind"), [(("squat 3x5 20kg",), "heavy sets"), (("pogo 2x5",), "jumps")]
)
def test_what_is_too_hard_after_a_marathon_is_named_with_both_days(
    exercises: tuple[str, ...], kind: str
) -> None:
    state = runner(races=(race("mon", 42_195),))
    heavy = tuple(line(one, reps=(3, 6)) if "squat" in one else line(one) for one in exercises)
    assert (
        f"the session of Wednesday 2 Dec, 9 d after the marathon, holds {kind}; none until day 14",
        (day("mon"), day("w2 wed")),
    ) in told(plan(lift("w2 wed 18:00", heavy)), state)


def test_every_finding_after_a_race_names_both_days() -> None:
    state = runner(races=(race("sun", 42_195),))
    (many,) = told(after_marathon(7), state)
    assert many[1] == (day("sun"), day("w3 mon"))
    (new,) = told(four_weeks("squat 3x10", "hip-thrust 3x10"), GOAL, "race-quiet")
    assert new[1] == (day("w2 tue"), day("w5 tue"))


def test_what_was_done_in_the_quiet_days_is_not_new_any_more() -> None:
    races = (race("w3 tue", 42_195),)
    known = done("w0 mon 18:00", exercises=(line("squat 3x10"),))
    tried = done("mon 07:00", exercises=(line("hip-thrust 3x10"),))
    given = plan(lift("w2 mon 18:00", ("hip-thrust 3x10",)))
    assert len(found("race-quiet", given, runner(past=(known,), races=races))) == 1
    assert found("race-quiet", given, runner(past=(known, tried), races=races)) == ()


def test_what_was_new_once_is_known_afterwards() -> None:
    weeks = [week(1), week(2), week(3)]
    given = plan(
        lift("tue 18:00"),
        lift("w2 tue 18:00", ("squat 3x10", "hip-thrust 3x10")),
        lift("w3 tue 18:00", ("squat 3x10", "hip-thrust 3x10", "deadlift 3x8", "calf-raise 3x15")),
        weeks=weeks,
    )
    assert len(told(given, GOAL, "race-quiet")) == 1
