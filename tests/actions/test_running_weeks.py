"""Weeks of running with the legs beside them, and the line that the longest run is held against."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from legday.actions.running_weeks import running_weeks
from legday.actions.state import Facts, facts
from legday.catalogue.reader import read_catalogue
from legday.model.plan import PastSession, Told
from legday.model.runs import JudgedRun, RunKind, Sure
from legday.store import open_store
from runs_made import recording_of
from terminal import home_of_ana

TODAY = date(2026, 11, 24)


def run(day: str, *, km: float | None, minutes: int, effort: int | None = None) -> JudgedRun:
    start = datetime.fromisoformat(f"{day}T07:00")
    metres = None if km is None else round(km * 1000)
    recording = recording_of(start, seconds=60 * minutes, metres=metres)
    return JudgedRun(
        recording=recording,
        local_start=start,
        kind=RunKind.EASY,
        key=False,
        hardness=30,
        sure=Sure.HIGH,
        effort_minutes=None if effort is None else effort * minutes,
    )


def legs(day: str, told: Told = Told.LOGGED) -> PastSession:
    return PastSession(start=datetime.fromisoformat(f"{day}T18:00"), minutes=40, effort=6, told=told)


@pytest.fixture(scope="module")
def ana(tmp_path_factory) -> Facts:
    """A runner of whom nothing but the profile is known."""
    with open_store(home_of_ana(tmp_path_factory.mktemp("ana"))) as store:
        return facts(store, read_catalogue(), today=TODAY, weeks=1)


def knowing(ana: Facts, runs: list[JudgedRun], done: tuple[PastSession, ...] = ()) -> Facts:
    return replace(ana, state=replace(ana.state, runs=tuple(runs), done=done))


RUNS = [
    run("2026-10-20", km=14, minutes=80),
    run("2026-11-10", km=10, minutes=60),
    run("2026-11-15", km=16, minutes=96, effort=4),
    run("2026-11-18", km=8, minutes=48),
]


def test_a_week_sums_runs_and_legs_in_metres_minutes_and_one_currency(ana):
    told = running_weeks(knowing(ana, RUNS, (legs("2026-11-12"), legs("2026-11-14", Told.UNSAID))), weeks=3)
    week = told.weeks[0]
    assert (week.start, week.metres, week.minutes, week.leg_minutes) == (date(2026, 11, 9), 26_000, 156, 40)
    assert (week.run_load, week.leg_load) == (3 * 60 + 4 * 96, 240)
    assert [one.start.day for one in told.weeks] == [9, 16, 23]


def test_the_longest_run_is_held_against_the_longest_of_the_thirty_days_before_it(ana):
    told = running_weeks(knowing(ana, RUNS), weeks=3)
    assert [(one.longest, one.allowed) for one in told.weeks] == [
        (16_000, 15_400),
        (8_000, 17_600),
        (0, 17_600),
    ]
    assert (told.in_metres, told.percent, told.days) == (True, 110, 30)


def test_where_a_distance_is_missing_minutes_are_compared(ana):
    told = running_weeks(knowing(ana, [*RUNS[:-1], run("2026-11-18", km=None, minutes=50)]), weeks=2)
    assert not told.in_metres
    assert (told.weeks[0].longest, told.weeks[0].allowed) == (50, 105)


def test_the_first_run_of_all_is_held_against_nothing(ana):
    told = running_weeks(knowing(ana, RUNS[:1]), weeks=30)
    assert [(one.longest, one.allowed) for one in told.weeks[:2]] == [(14_000, None), (0, 15_400)]


def test_without_runs_there_are_no_weeks(ana):
    assert running_weeks(ana, weeks=12).weeks == ()
