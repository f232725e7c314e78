"""How late a session may end: an opening longer than a rule leaves time for is used for as long as it may be, and not shut."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from legday.model.plan import PastSession
from legday.model.runner import LiftOrder, Opening, Priority, Race
from legday.model.runs import ExpectedRun, Outlook, OutlookSource, RunKind
from legday.model.season import DaysChoice
from legday.model.state import RunnerState
from legday.planning.days import choose_days
from legday.planning.menu import choose_menus
from season_builder import MONDAY, catalogue, runner, targets

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
TRAINED_ALREADY = tuple(
    PastSession(start=datetime.combine(MONDAY, time(18)) - timedelta(days=ago), menu="AB"[ago % 2])
    for ago in (13, 10, 6, 3)
)


def opening(weekday: int, start: str = "18:00", minutes: int = 60) -> Opening:
    return Opening(weekday=weekday, start=time.fromisoformat(start), minutes=minutes)


def run(weekday: int, kind: RunKind, start: str, *, week: int = 0) -> ExpectedRun:
    return ExpectedRun(
        day=MONDAY + timedelta(weeks=week, days=weekday),
        kind=kind,
        source=OutlookSource.USUAL_WEEK,
        minutes=60,
        start=time.fromisoformat(start),
    )


def days(*openings: Opening, runs: tuple[ExpectedRun, ...] = (), weeks: int = 1, **changes) -> DaysChoice:
    done = changes.pop("done", ())
    profile = runner(openings=openings, **changes)
    wanted = tuple(replace(week, wanted=profile.sessions_a_week) for week in targets(profile, weeks=weeks))
    return choose_days(
        RunnerState(profile=profile, done=done), Outlook(runs=runs), wanted, catalogue(), today=MONDAY
    )


def rooms(choice: DaysChoice) -> list[int]:
    return [day.opening_minutes for day in choice.days]


@pytest.mark.parametrize(("minutes", "room"), [(59, 59), (60, 60), (61, 60), (75, 60), (90, 60)])
def test_a_longer_opening_is_no_worse_for_who_is_new_to_the_legs(minutes: int, room: int) -> None:
    """On Thursday at six 48 hours before Saturday at seven leave an hour."""
    choice = days(opening(THU, minutes=minutes), runs=(run(SAT, RunKind.QUALITY, "19:00"),))
    assert rooms(choice) == [room]
    told = [words for words in choice.days[0].why if words.startswith("Over by")]
    assert told == (
        ["Over by 19:00, so that 48 h are left to the quality run on Saturday 19:00."] if minutes > 60 else []
    )
    assert "48 h before the quality run on Saturday." in choice.days[0].why


def test_once_no_session_is_new_to_the_legs_the_opening_is_used_whole() -> None:
    runs = tuple(run(SAT, RunKind.QUALITY, "19:00", week=week) for week in range(4))
    choice = days(opening(THU, minutes=90), runs=runs, weeks=4, sessions_a_week=1)
    assert [(day.new_to_legs, day.opening_minutes, day.shortened) for day in choice.days] == [
        (True, 60, True),
        (True, 60, True),
        (False, 90, False),
        (False, 90, False),
    ]
    assert all(day.key_run_soon for day in choice.days)


def test_what_a_rule_leaves_too_short_stays_shut() -> None:
    """From 18:00 to 18:25 there is time for a warm-up, ten minutes and a cool-down; to 18:24 there is not."""
    least = days(opening(THU), runs=(run(SAT, RunKind.QUALITY, "18:25"),))
    assert rooms(least) == [25]
    less = days(opening(THU), runs=(run(SAT, RunKind.QUALITY, "18:24"),))
    assert less.days == ()
    assert less.unused[0].rule == "fresh-for-key-runs"
    assert less.unused[0].why_not == (
        "New to the legs, and the quality run on Saturday 18:24 is 47 h away, fresh legs need 48 h."
    )


def test_the_day_before_a_key_run_is_used_until_its_hours_begin() -> None:
    choice = days(opening(FRI), runs=(run(SAT, RunKind.LONG, "18:40"),), done=TRAINED_ALREADY)
    assert rooms(choice) == [40]
    assert "Over by 18:40, so that 24 h are left to the long run on Saturday 18:40." in choice.days[0].why


def test_the_last_opening_before_a_race_is_used_until_the_quiet_hours_begin() -> None:
    race = Race(day=MONDAY + timedelta(days=SUN), metres=10_000, priority=Priority.C, start=time(18, 50))
    choice = days(opening(FRI), races=(race,), done=TRAINED_ALREADY)
    assert rooms(choice) == [50]
    assert "Over by 18:50, so that 48 h are left to the C race on 29 Nov." in choice.days[0].why


@pytest.mark.parametrize("order", [LiftOrder.BEFORE, LiftOrder.EITHER])
def test_before_the_easy_run_of_the_day_an_opening_is_used_until_six_hours_before_it(
    order: LiftOrder,
) -> None:
    easy = (run(TUE, RunKind.EASY, "18:30"),)
    choice = days(opening(TUE, "12:00"), runs=easy, done=TRAINED_ALREADY, order=order)
    assert rooms(choice) == [30]
    assert "Over by 12:30, so that 6 h are left to the easy run of the day." in choice.days[0].why
    after = days(opening(TUE, "12:00"), runs=easy, done=TRAINED_ALREADY, order=LiftOrder.AFTER)
    assert after.days == ()


def test_of_two_openings_a_new_session_takes_the_one_that_leaves_it_time() -> None:
    choice = days(opening(WED), opening(THU), runs=(run(SAT, RunKind.QUALITY, "18:30"),), sessions_a_week=1)
    assert [day.start.weekday() for day in choice.days] == [WED]


def test_sessions_that_a_rule_shortens_leave_the_menu_of_the_block_as_it_is() -> None:
    runs = tuple(run(SAT, RunKind.QUALITY, "18:26", week=week) for week in range(4))
    profile = runner(openings=(opening(THU, minutes=60),), sessions_a_week=1)
    season = targets(profile, weeks=4)
    state, outlook = RunnerState(profile=profile), Outlook(runs=runs)

    def menus(openings: tuple[Opening, ...], expected: Outlook) -> list[list[str]]:
        own = replace(state, profile=replace(profile, openings=openings))
        choice = choose_days(own, expected, season, catalogue(), today=MONDAY)
        found = choose_menus(own, expected, season, choice, catalogue()).menus
        return [[line.exercise for line in found[0, letter].lines] for letter in "AB"]

    whole = menus(profile.openings, Outlook())
    assert menus(profile.openings, outlook) == whole
    assert menus((opening(THU, minutes=26),), Outlook()) != whole
