"""The right order: runs and lifting on one day, hard days, new menus."""

from dataclasses import replace

import pytest

from legday.model.runner import LiftDays, LiftOrder, Opening, RunningLevel
from plan_builder import at, day, found, lift, outlook, plan, recorded, run, runner, said, week


@pytest.mark.parametrize(
    ("order", "start", "findings"),
    [
        (LiftOrder.AFTER, "08:00", 0),
        (LiftOrder.AFTER, "07:59", 1),
        (LiftOrder.BEFORE, "08:00", 1),
        (LiftOrder.EITHER, "08:00", 0),
        (LiftOrder.EITHER, "07:59", 1),
    ],
)
def test_an_easy_run_at_seven_for_an_hour(order: LiftOrder, start: str, findings: int) -> None:
    expected = outlook(run("tue 07:00 easy 60"))
    assert len(found("run-first", plan(lift(f"tue {start}")), runner(order=order), expected)) == findings


@pytest.mark.parametrize("kind", ["easy", "recovery"])
@pytest.mark.parametrize(
    ("order", "start", "findings"),
    [
        (LiftOrder.AFTER, "11:00", 1),
        (LiftOrder.BEFORE, "11:00", 0),
        (LiftOrder.BEFORE, "11:01", 1),
        (LiftOrder.EITHER, "11:00", 0),
        (LiftOrder.EITHER, "11:01", 1),
    ],
)
def test_an_easy_run_at_six_in_the_evening(order: LiftOrder, start: str, findings: int, kind: str) -> None:
    expected = outlook(run(f"tue 18:00 {kind} 40"))
    assert len(found("run-first", plan(lift(f"tue {start}")), runner(order=order), expected)) == findings


@pytest.mark.parametrize("order", [LiftOrder.BEFORE, LiftOrder.EITHER])
def test_nobody_lifts_before_a_key_run_but_after_it(order: LiftOrder) -> None:
    expected = outlook(run("tue 18:00 quality 40"))
    assert len(found("run-first", plan(lift("tue 06:00")), runner(order=order), expected)) == 1
    assert found("run-first", plan(lift("tue 18:40")), runner(order=order), expected) == ()


def test_every_run_of_the_day_counts() -> None:
    expected = outlook(run("tue 06:00 easy 40"), run("tue 17:30 easy 40"))
    assert said("run-first", plan(lift("tue 18:00")), None, expected) == [
        "the session of Tuesday 24 Nov 18:00 stands with the easy run of Tuesday 24 Nov 17:30 to 18:10; lift after the run"
    ]


def test_a_run_without_a_known_hour_counts_as_early() -> None:
    expected = outlook(run("tue easy 45"))
    assert found("run-first", plan(lift("tue 06:45")), None, expected) == ()
    assert len(found("run-first", plan(lift("tue 06:44")), None, expected)) == 1


def test_a_run_told_in_metres_takes_six_minutes_a_kilometre() -> None:
    expected = outlook(run("tue 06:00 easy 0", minutes=None, metres=10_000))
    assert found("run-first", plan(lift("tue 07:00")), None, expected) == ()
    assert len(found("run-first", plan(lift("tue 06:59")), None, expected)) == 1


def test_a_run_told_in_neither_takes_an_hour() -> None:
    expected = outlook(run("tue 06:00 easy 0", minutes=None))
    assert found("run-first", plan(lift("tue 07:00")), None, expected) == ()
    assert len(found("run-first", plan(lift("tue 06:59")), None, expected)) == 1


def test_what_to_do_is_said_for_each_choice_of_order() -> None:
    easy, hard = outlook(run("tue 18:00 easy 40")), outlook(run("tue 18:00 long 40"))
    given = plan(lift("tue 14:00"))
    ends = [
        said("run-first", given, runner(order=order), expected)[0].rsplit("; ", 1)[1]
        for order, expected in (
            (LiftOrder.BEFORE, easy),
            (LiftOrder.BEFORE, hard),
            (LiftOrder.EITHER, easy),
        )
    ]
    assert ends == [
        "lift 6 h before an easy run",
        "lift after a key run",
        "lift after the run, or 6 h before an easy one",
    ]


WEEK = tuple(run(f"{name} 07:00 easy 40") for name in ("mon", "wed", "fri"))


def test_fresh_days_come_first_for_whoever_runs_seldom() -> None:
    assert said("hard-with-hard", plan(lift("wed 18:00"), lift("sat 18:00")), None, outlook(*WEEK)) == [
        "the session of Wednesday 25 Nov shares its day with a run; free of runs: Tuesday 24 Nov, Thursday 26 Nov and Sunday 29 Nov"
    ]


def test_a_run_day_is_fine_where_no_free_day_has_an_opening() -> None:
    openings = tuple(Opening(weekday=day, start=at("mon 18:00").time(), minutes=60) for day in (2, 4))
    assert found("hard-with-hard", plan(lift("wed 18:00")), runner(openings=openings), outlook(*WEEK)) == ()


def test_a_week_without_sessions_is_passed_over() -> None:
    expected = outlook(*WEEK, run("w2 wed 07:00 easy 40"))
    assert len(found("hard-with-hard", plan(lift("w2 wed 18:00")), None, expected)) == 1


def test_a_day_with_a_hard_run_is_no_fresh_day() -> None:
    state = runner(days=LiftDays.FRESH_DAYS)
    assert (
        len(found("hard-with-hard", plan(lift("wed 18:00")), state, outlook(run("wed 07:00 quality 40"))))
        == 1
    )


def test_only_days_with_an_opening_are_named() -> None:
    openings = tuple(Opening(weekday=day, start=at("mon 18:00").time(), minutes=60) for day in (1, 2))
    assert said("hard-with-hard", plan(lift("wed 18:00")), runner(openings=openings), outlook(*WEEK)) == [
        "the session of Wednesday 25 Nov shares its day with a run; free of runs: Tuesday 24 Nov"
    ]


FIVE = (run("mon 07:00 quality 50"), *(run(f"{name} 07:00 easy 40") for name in ("tue", "wed", "thu", "fri")))


@pytest.mark.parametrize(
    ("level", "choice", "said_of"),
    [
        (RunningLevel.EXPERIENCED, None, "loads an easy day"),
        (RunningLevel.BEGINNER, None, "shares its day with a run"),
        (RunningLevel.EXPERIENCED, LiftDays.FRESH_DAYS, "shares its day with a run"),
    ],
)
def test_five_runs_a_week_put_hard_with_hard(
    level: RunningLevel, choice: LiftDays | None, said_of: str
) -> None:
    state = runner(running=level, days=choice)
    (words,) = said("hard-with-hard", plan(lift("wed 18:00")), state, outlook(*FIVE))
    assert said_of in words


def test_four_runs_a_week_do_not() -> None:
    state = runner(running=RunningLevel.EXPERIENCED)
    (words,) = said("hard-with-hard", plan(lift("wed 18:00")), state, outlook(*FIVE[:4]))
    assert "shares its day with a run" in words


def test_the_runs_of_each_week_are_counted_not_those_of_all_together() -> None:
    state = runner(running=RunningLevel.EXPERIENCED)
    four = [
        run(f"{week} {name} 07:00 easy 40") for week in ("w1", "w2") for name in ("mon", "tue", "wed", "thu")
    ]
    (words,) = said("hard-with-hard", plan(lift("wed 18:00")), state, outlook(*four))
    assert "shares its day with a run" in words


def test_hard_with_hard_does_not_mind_a_day_without_runs() -> None:
    state = runner(days=LiftDays.HARD_WITH_HARD)
    assert found("hard-with-hard", plan(lift("sun 18:00")), state, outlook(*FIVE)) == ()


TWO_BLOCKS = plan(lift("tue 18:00"), lift("w2 tue 18:00"), weeks=[week(1), week(2, block=1)])


def test_the_longest_run_so_far_is_no_time_for_a_new_menu() -> None:
    same = (run("wed 07:00 easy 70"), run("sun 07:00 long 100"), run("w2 wed 07:00 easy 69"))
    record = outlook(*same, run("w2 sun 07:00 long 101"))
    assert said("new-block-new-run-load", TWO_BLOCKS, None, record) == [
        "a new block begins in the week of 30 Nov with the longest run so far, 101 minutes"
    ]
    assert (
        found("new-block-new-run-load", TWO_BLOCKS, None, outlook(*same, run("w2 sun 07:00 long 100"))) == ()
    )


def test_recorded_runs_before_the_plan_count_too() -> None:
    longer = runner(runs=(recorded("w0 sun 08:00 long 120"),))
    runs = outlook(run("sun 07:00 long 100"), run("w2 sun 07:00 long 101"))
    assert found("new-block-new-run-load", TWO_BLOCKS, longer, runs) == ()


def test_minutes_recorded_this_week_before_today_count_as_this_weeks() -> None:
    begun = replace(TWO_BLOCKS, today=day("wed"))
    state = runner(runs=(recorded("mon 08:00 easy 60"), recorded("w0 sun 08:00 long 200")))
    runs = outlook(run("sun 07:00 long 100"), run("w2 sun 07:00 long 160"))
    assert found("new-block-new-run-load", begun, state, runs) == ()
    assert len(found("new-block-new-run-load", begun, runner(), runs)) == 1


def test_runs_that_grow_are_told_with_the_minutes_recorded_this_week() -> None:
    begun = replace(TWO_BLOCKS, today=day("wed"))
    state = runner(runs=(recorded("mon 08:00 easy 60"), recorded("tue 08:00 easy 30")))
    (growing,) = found("new-block-new-run-load", begun, state, outlook(run("w2 sun 07:00 long 160")))
    assert (growing.words, growing.days) == (
        "a new block begins in the week of 30 Nov while the runs grow from 90 to 160 minutes",
        (day("w2 mon"),),
    )


def test_a_block_that_begins_in_the_third_week_is_looked_at_too() -> None:
    sessions = [lift(f"{week} tue 18:00") for week in ("w1", "w2", "w3")]
    given = plan(*sessions, weeks=[week(1), week(2), week(3, block=1)])
    runs = outlook(run("w2 wed 07:00 easy 100"), run("w3 sun 07:00 long 101"))
    (record,) = found("new-block-new-run-load", given, None, runs)
    assert record.days == (day("w3 mon"),)


def test_the_same_block_may_meet_any_running() -> None:
    given = plan(lift("tue 18:00"), lift("w2 tue 18:00"), weeks=[week(1), week(2)])
    runs = outlook(run("sun 07:00 long 100"), run("w2 sun 07:00 long 200"))
    assert found("new-block-new-run-load", given, None, runs) == ()


def test_without_any_run_known_nothing_grows() -> None:
    assert found("new-block-new-run-load", TWO_BLOCKS) == ()
    assert found("new-block-new-run-load", TWO_BLOCKS, None, outlook(run("w2 sun 07:00 long 200"))) == ()
