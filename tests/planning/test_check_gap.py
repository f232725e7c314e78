"""Hours between two things, to the minute and by the wall clock."""

from dataclasses import replace
from datetime import timedelta

import pytest

from legday.model.runner import LiftingLevel
from plan_builder import B, at, done, found, lift, outlook, plan, run, runner, said, week
from rule_cases import KNOWN


def test_the_words_name_both_moments_and_the_hours() -> None:
    given = plan(lift("tue 18:00"), lift("wed 18:00", B))
    assert said("leg-spacing", given, runner(past=KNOWN)) == [
        "Tuesday 24 Nov 18:00 to Wednesday 25 Nov 18:00 is 24 h; leg sessions need 48 h"
    ]


def test_a_minute_short_of_48_hours_is_too_short() -> None:
    given = plan(lift("tue 18:00"), lift("thu 17:59", B))
    assert said("leg-spacing", given, runner(past=KNOWN)) == [
        "Tuesday 24 Nov 18:00 to Thursday 26 Nov 17:59 is 47 h 59 min; leg sessions need 48 h"
    ]


def test_the_first_session_ever_needs_72_hours_after_it() -> None:
    assert said("leg-spacing", plan(lift("tue 18:00"), lift("fri 17:59", B))) == [
        "Tuesday 24 Nov 18:00 to Friday 27 Nov 17:59 is 71 h 59 min; leg sessions need 72 h after a session that is new to the legs"
    ]
    assert found("leg-spacing", plan(lift("tue 18:00"), lift("fri 18:00", B))) == ()


def test_a_session_to_failure_needs_72_hours_and_the_words_say_why() -> None:
    hard = lift("tue 18:00", ("squat 3x10 rir0",))
    assert said("leg-spacing", plan(hard, lift("fri 17:59", B)), runner(past=KNOWN)) == [
        "Tuesday 24 Nov 18:00 to Friday 27 Nov 17:59 is 71 h 59 min; leg sessions need 72 h after a session to failure"
    ]


def test_where_the_plan_tells_its_weeks_the_second_session_of_a_menu_is_new_too() -> None:
    sessions = (lift("mon 18:00"), lift("thu 18:00", B), lift("sat 18:00"))
    assert found("leg-spacing", plan(*sessions)) == ()
    assert len(found("leg-spacing", plan(*sessions, weeks=[week(1)]))) == 1


def test_done_sessions_of_the_first_menu_count_as_its_first() -> None:
    sessions = plan(lift("mon 18:00"), lift("wed 18:00", B), weeks=[week(1)])
    once, twice = (done("w0 fri 12:00"),), (done("w0 wed 12:00"), done("w0 fri 18:00"))
    assert len(found("leg-spacing", sessions, runner(past=once))) == 1
    assert found("leg-spacing", sessions, runner(past=twice)) == ()


def test_the_session_before_the_plan_counts() -> None:
    given = plan(lift("mon 18:00"))
    late = (done("w0 wed 18:00"), done("w0 fri 18:00"), done("w0 sun 09:00"))
    assert said("leg-spacing", given, runner(past=late)) == [
        "Sunday 22 Nov 09:00 to Monday 23 Nov 18:00 is 33 h; leg sessions need 48 h"
    ]


def test_two_done_sessions_close_together_are_no_fault_of_the_plan() -> None:
    late = (done("w0 mon 18:00"), done("w0 tue 18:00"))
    assert found("leg-spacing", plan(lift("fri 18:00")), runner(past=late)) == ()


def test_a_done_session_that_the_plan_shows_too_is_one_session() -> None:
    given = plan(lift("mon 06:00"), lift("thu 18:00", B))
    assert found("leg-spacing", given, runner(past=(done("mon 06:00"),))) == ()


@pytest.mark.parametrize(("start", "findings"), [("w1 fri 17:59", 0), ("w1 fri 18:00", 1)])
def test_21_days_off_make_the_next_session_new(start: str, findings: int) -> None:
    past = (done("w0 mon 18:00"), done("w0 wed 18:00"), done("w-2 fri 18:00"))
    ordered = sorted(past, key=lambda session: session.start)[:1]
    first = lift(start)
    then = lift("w2 mon 06:00", B, start=first.start + timedelta(hours=60))
    assert len(found("leg-spacing", plan(first, then), runner(past=ordered))) == findings


def test_a_new_block_with_the_same_exercises_is_not_new_to_the_legs() -> None:
    menu = ("squat 3x10", "deadlift 3x8 10kg")
    sessions = [lift(f"w{n} {name} 18:00", menu) for n in (1, 2) for name in ("tue", "fri")]
    close = lift("w3 tue 18:00", menu), lift("w3 thu 18:00", menu)
    swapped = lift("w3 tue 18:00", ("squat 3x10", "hip-thrust 3x10")), lift("w3 thu 18:00", menu)
    weeks = [week(1), week(2), week(3, block=1)]
    assert found("leg-spacing", plan(*sessions, *close, weeks=weeks)) == ()
    assert len(found("leg-spacing", plan(*sessions, *swapped, weeks=weeks))) == 1


def test_a_plan_that_calls_a_session_new_is_believed() -> None:
    given = plan(lift("tue 18:00", new_to_legs=True), lift("thu 18:00", B))
    assert len(found("leg-spacing", given, runner(past=KNOWN))) == 1


def test_a_clock_change_between_two_sessions_costs_nothing() -> None:
    # Clocks go forward on 28 March 2027: 47 hours by the sun, 48 by the wall.
    first = lift("w18 fri 18:00")
    assert first.start.date().isoformat() == "2027-03-26"
    given = plan(first, lift("w18 sun 18:00", B))
    assert found("leg-spacing", given, runner(past=(done("w17 mon 18:00"), done("w17 fri 18:00")))) == ()


def test_sessions_over_the_turn_of_the_year_are_as_far_apart_as_they_are() -> None:
    given = plan(lift("w6 thu 18:00"), lift("w6 sat 17:00", B))
    known = runner(past=(done("w5 mon 18:00"), done("w5 fri 18:00")))
    assert said("leg-spacing", given, known) == [
        "Thursday 31 Dec 18:00 to Saturday 2 Jan 17:00 is 47 h; leg sessions need 48 h"
    ]


@pytest.mark.parametrize(("start", "findings"), [("18:59", 1), ("19:00", 0)])
@pytest.mark.parametrize("kind", ["quality", "long"])
def test_24_hours_run_from_the_end_of_the_session(kind: str, start: str, findings: int) -> None:
    expected = outlook(run(f"wed {start} {kind} 50"))
    assert len(found("fresh-for-key-runs", plan(lift("tue 18:00")), runner(past=KNOWN), expected)) == findings


def test_easy_runs_may_follow_at_once_unless_they_hold_race_pace() -> None:
    easy = run("wed 07:00 easy 50")
    given, state = plan(lift("tue 18:00")), runner(past=KNOWN)
    assert found("fresh-for-key-runs", given, state, outlook(easy, run("wed 08:00 recovery 30"))) == ()
    assert len(found("fresh-for-key-runs", given, state, outlook(replace(easy, race_pace=True)))) == 1


def test_a_key_run_before_the_session_needs_no_fresh_legs() -> None:
    expected = outlook(run("tue 07:00 quality 50"))
    assert found("fresh-for-key-runs", plan(lift("tue 18:00")), runner(past=KNOWN), expected) == ()


def test_a_key_run_that_begins_during_the_session_is_too_soon() -> None:
    expected = outlook(run("tue 18:30 quality 50"))
    assert said("fresh-for-key-runs", plan(lift("tue 18:00")), runner(past=KNOWN), expected) == [
        "the session of Tuesday 24 Nov 18:00 ends 0 h before the quality run of Tuesday 24 Nov 18:30; it needs 24 h"
    ]


@pytest.mark.parametrize(("start", "findings"), [("18:59", 1), ("19:00", 0)])
def test_a_session_new_to_the_legs_needs_48_hours(start: str, findings: int) -> None:
    expected = outlook(run(f"thu {start} quality 50"))
    assert len(found("fresh-for-key-runs", plan(lift("tue 18:00")), None, expected)) == findings


@pytest.mark.parametrize(("jumps", "findings"), [("box-jump 3x20", 1), ("box-jump 3x19", 0)])
def test_60_foot_contacts_need_48_hours(jumps: str, findings: int) -> None:
    expected = outlook(run("thu 18:59 quality 50"))
    given = plan(lift("tue 18:00", (jumps, "squat 3x10")))
    assert len(found("fresh-for-key-runs", given, runner(past=KNOWN), expected)) == findings


def test_a_key_run_without_a_known_hour_counts_as_early() -> None:
    given, state = plan(lift("tue 05:00")), runner(past=KNOWN)
    untold = run("wed quality 50")
    assert len(found("fresh-for-key-runs", given, state, outlook(untold))) == 0
    assert len(found("fresh-for-key-runs", plan(lift("tue 05:01")), state, outlook(untold))) == 1


def test_a_key_run_without_a_known_hour_counts_as_at_the_usual_one() -> None:
    expected = outlook(run("wed quality 50"), usual_start=at("wed 19:00").time())
    state = runner(past=KNOWN)
    assert found("fresh-for-key-runs", plan(lift("tue 18:00")), state, expected) == ()
    assert len(found("fresh-for-key-runs", plan(lift("tue 18:01")), state, expected)) == 1


def test_a_run_that_only_the_plan_shows_counts() -> None:
    given = plan(lift("tue 18:00"))
    only = replace(given, days=tuple(replace(one, runs=(run("tue 19:30 quality 50"),)) for one in given.days))
    assert len(found("fresh-for-key-runs", only, runner(past=KNOWN))) == 1


def test_beginners_may_lift_straight_after_a_run() -> None:
    expected = outlook(run("tue 17:00 easy 60"))
    assert len(found("hours-after-run", plan(lift("tue 18:00")), None, expected)) == 1
    beginner = runner(lifting=LiftingLevel.BEGINNER)
    assert found("hours-after-run", plan(lift("tue 18:00")), beginner, expected) == ()


def test_the_last_of_two_runs_counts_for_the_hours_after_it() -> None:
    expected = outlook(run("tue 06:00 easy 60"), run("tue 16:00 easy 60"))
    assert said("hours-after-run", plan(lift("tue 18:30")), None, expected) == [
        "the session of Tuesday 24 Nov 18:30 begins 1 h 30 min after a run; 3 h or more are better"
    ]


def test_three_sessions_a_week_may_stand_48_hours_apart() -> None:
    three = (lift("mon 18:00"), lift("wed 18:00", B), lift("fri 18:00"))
    assert found("spread", plan(*three)) == ()
    assert len(found("spread", plan(*three[:2], lift("w2 wed 18:00")))) == 1


def test_a_key_run_that_begins_with_the_session_is_too_soon() -> None:
    expected = outlook(run("tue 18:00 quality 50"))
    assert len(found("fresh-for-key-runs", plan(lift("tue 18:00")), runner(past=KNOWN), expected)) == 1


@pytest.mark.parametrize(
    ("third", "findings"),
    [("w2 mon 18:00", 0), ("w2 tue 18:00", 1), ("w0 fri 18:00", 0), ("w0 thu 18:00", 1)],
)
def test_a_third_session_within_seven_days_of_both_excuses_the_crowd(third: str, findings: int) -> None:
    close = (lift("tue 18:00"), lift("thu 18:00", B))
    assert len(found("spread", plan(*close, lift(third)))) == findings
