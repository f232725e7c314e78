"""What races ask of the weeks around them: rank, quiet days, room, recovery, on the boundary dates."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from legday.model.runner import Priority, Race
from legday.model.state import RunnerState
from legday.progressing.races import (
    aimed_at,
    all_races,
    blocked_days,
    free_days,
    holding_down,
    quiet_hours,
    recover_weeks,
    room_for_sessions,
)
from plan_builder import outlook, recorded, run
from season_builder import MONDAY, catalogue, race, runner

RULES = catalogue().rulebook


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def known(*own: Race, runs: tuple[str, ...] = (), behind: tuple[str, ...] = ()) -> tuple[Race, ...]:
    state = RunnerState(
        profile=runner(races=own), runs=tuple(recorded(words, metres=10_000) for words in behind)
    )
    return all_races(state, outlook(*(run(words, metres=21_098) for words in runs)))


def test_a_race_that_nobody_ranked_is_a_c_race_with_its_start_where_that_is_known() -> None:
    assert known(
        runs=("sun 10:30 race 100", "sat easy 40"), behind=("w0 sun 09:00 race 60", "w0 tue 09:00 easy 40")
    ) == (
        Race(day=after(-1), metres=10_000, priority=Priority.C),
        Race(day=after(6), metres=21_098, priority=Priority.C, start=time(10, 30)),
    )


def test_a_race_without_metres_is_as_long_as_its_minutes_say_at_five_minutes_a_kilometre() -> None:
    timed = RunnerState(profile=runner(), runs=(recorded("w0 sun 09:00 race 210"),))
    assert [one.metres for one in all_races(timed, outlook(run("sun race 105")))] == [42_000, 21_000]
    assert [one.metres for one in all_races(timed, outlook(run("sun race 105", minutes=None)))] == [42_000, 0]


def test_the_runner_s_own_word_on_a_race_goes_before_that_of_a_run_plan_and_of_a_recording() -> None:
    own, behind = race(6), replace(race(-1), priority=Priority.B)
    assert known(own, behind, runs=("sun 10:30 race 100",), behind=("w0 sun 09:00 race 60",)) == (behind, own)


def test_a_race_today_is_still_aimed_at_and_one_of_yesterday_is_not() -> None:
    today, b = race(0), race(20, priority="B")
    assert aimed_at((today, b), since=MONDAY) == (today,)
    assert aimed_at((race(-1), b), since=MONDAY) == (b,)
    assert aimed_at((race(5, priority="C"),), since=MONDAY) == ()


@pytest.mark.parametrize(("priority", "hours", "days"), [("A", 96, 4), ("B", 72, 3), ("C", 48, 2)])
def test_a_race_keeps_the_days_before_it_quiet_by_its_rank(priority: str, hours: int, days: int) -> None:
    one = race(20, metres=5_000, priority=priority)
    assert quiet_hours(one, RULES) == hours
    for start in (None, time(0, 30), time(18)):
        first, last = blocked_days(replace(one, start=start), RULES)
        assert (first, last) == (after(20 - days), after(21))


@pytest.mark.parametrize(
    ("hours", "start", "days"),
    [(100, None, 4), (100, time(3), 5), (103, time(6), 5), (102, time(6), 4), (120, time(0), 5)],
)
def test_hours_of_the_runner_s_own_are_counted_from_the_start(
    hours: int, start: time | None, days: int
) -> None:
    """94 hours before the race day reach into the fourth day before it, 97 into the fifth; without a known start it is six."""
    rules = replace(RULES, changed={"race-quiet": {"hours_a": hours}})
    first, _ = blocked_days(replace(race(20), start=start), rules)
    assert first == after(20 - days)


@pytest.mark.parametrize(("metres", "days"), [(5_000, 1), (10_000, 2), (21_000, 4), (41_999, 4), (42_000, 7)])
def test_days_after_a_race_go_by_its_distance(metres: int, days: int) -> None:
    assert blocked_days(race(20, metres=metres), RULES)[1] == after(20 + days)


@pytest.mark.parametrize(
    ("in_days", "free", "room"),
    [(6, 2, 1), (0, 2, 1), (-1, 3, 2), (-7, 7, 4), (9, 5, 3), (10, 6, 3), (11, 7, 4)],
)
def test_a_week_has_room_on_the_days_that_a_half_marathon_leaves(in_days: int, free: int, room: int) -> None:
    """Four quiet days before it, the day itself, four after."""
    races = (race(in_days),)
    assert free_days(MONDAY, races, RULES) == free
    assert room_for_sessions(MONDAY, races, RULES) == room


@pytest.mark.parametrize(("metres", "weeks"), [(10_000, 1), (41_999, 1), (42_000, 2), (100_000, 2)])
def test_recovery_takes_two_weeks_after_a_marathon_and_one_after_less(metres: int, weeks: int) -> None:
    assert recover_weeks(race(0, metres=metres)) == weeks


@pytest.mark.parametrize(
    ("race_in_days", "metres", "held"),
    [
        (0, 42_195, False),
        (-1, 42_195, True),
        (-14, 42_195, True),
        (-15, 42_195, False),
        (-1, 42_000, True),
        (-1, 41_999, False),
    ],
)
def test_a_marathon_holds_the_weeks_down_that_begin_in_the_fourteen_days_after_it(
    race_in_days: int, metres: int, *, held: bool
) -> None:
    races = (race(race_in_days, metres=metres),)
    assert holding_down(MONDAY, races, RULES) == (after(race_in_days) if held else None)


@pytest.mark.parametrize(
    ("race_in_days", "rest", "held"), [(0, 7, False), (0, 6, False), (0, 5, True), (1, 5, False)]
)
def test_the_week_of_a_marathon_is_held_down_where_days_without_leg_work_end_within_it(
    race_in_days: int, rest: int, *, held: bool
) -> None:
    rules = replace(RULES, changed={"after-race": {"days_marathon": rest}})
    found = holding_down(MONDAY, (race(race_in_days, metres=42_195),), rules)
    assert found == (after(race_in_days) if held else None)


def test_of_two_marathons_behind_the_last_one_counts() -> None:
    races = (race(-13, metres=42_195), race(-2, metres=50_000))
    assert holding_down(MONDAY, races, RULES) == after(-2)
