"""Runs and leg sessions in one currency, day by day, with averages that fade."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from math import exp

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.plan import PastSession, Told
from legday.model.runner import Profile
from legday.model.runs import JudgedRun, RunKind, Sure
from legday.model.state import RunnerState
from legday.progressing.day_loads import (
    LIFT_EFFORT,
    RUN_EFFORT,
    day_loads,
    lift_load,
    lift_minutes,
    run_load,
)
from plan_builder import line
from store_facts import a_run

MONDAY = date(2026, 11, 23)
CATALOGUE = read_catalogue()
ANA = Profile(name="Ana", born=1991, body_mass_g=62_000)


def run(day=MONDAY, *, kind=RunKind.EASY, minutes=50, effort_minutes=None):
    recording = replace(a_run(), moving_s=minutes * 60)
    return JudgedRun(
        recording=recording,
        local_start=datetime.combine(day, datetime.min.time()),
        kind=kind,
        key=False,
        hardness=40,
        sure=Sure.HIGH,
        effort_minutes=effort_minutes,
    )


def lift(day=MONDAY, *, minutes=40, effort=None, told=Told.LOGGED):
    start = datetime.combine(day, datetime.min.time()).replace(hour=18)
    return PastSession(start=start, minutes=minutes, effort=effort, told=told)


def test_what_the_runner_said_goes_before_what_runs_of_its_kind_usually_are():
    assert run_load(run(effort_minutes=333)) == 333
    assert run_load(run(kind=RunKind.QUALITY)) == 50 * RUN_EFFORT[RunKind.QUALITY]
    assert set(RUN_EFFORT) == set(RunKind)


def test_a_leg_session_is_minutes_times_effort_and_one_nobody_spoke_of_is_nothing():
    assert lift_load(lift(effort=7), CATALOGUE) == 280
    assert lift_load(lift(), CATALOGUE) == 40 * LIFT_EFFORT
    assert lift_load(lift(told=Told.UNSAID, effort=7), CATALOGUE) == 0


def test_every_day_is_there_and_days_add_up():
    state = RunnerState(
        profile=ANA,
        runs=(run(effort_minutes=100), run(MONDAY + timedelta(days=2), effort_minutes=50)),
        done=(lift(effort=5),),
    )

    days = day_loads(state, CATALOGUE, today=MONDAY + timedelta(days=3))

    assert [(one.runs, one.lifts, one.total) for one in days] == [
        (100, 200, 300),
        (0, 0, 0),
        (50, 0, 50),
        (0, 0, 0),
    ]
    assert not any(one.estimated for one in days)


@pytest.mark.parametrize(("span", "name"), [(7, "short"), (42, "long")])
def test_the_averages_fade_by_their_time_constants(span, name):
    share = 1 - exp(-1 / span)
    state = RunnerState(profile=ANA, runs=(run(effort_minutes=100),))

    first, second = day_loads(state, CATALOGUE, today=MONDAY + timedelta(days=1))

    assert getattr(first, name) == pytest.approx(100 * share)
    assert getattr(second, name) == pytest.approx(100 * share * (1 - share))


def test_an_effort_taken_from_the_kind_is_marked():
    (day,) = day_loads(RunnerState(profile=ANA, runs=(run(),)), CATALOGUE, today=MONDAY)
    assert day.estimated


def test_where_nothing_is_known_there_is_no_day():
    assert day_loads(RunnerState(profile=ANA), CATALOGUE, today=MONDAY) == ()


def test_several_of_a_day_add_up():
    state = RunnerState(
        profile=ANA,
        runs=(run(effort_minutes=100), run(effort_minutes=20)),
        done=(lift(effort=5), lift(effort=1)),
    )
    (day,) = day_loads(state, CATALOGUE, today=MONDAY)
    assert (day.runs, day.lifts) == (120, 240)
    assert day.short == pytest.approx(360 * (1 - exp(-1 / 7)))


def test_only_the_day_whose_effort_was_not_said_is_marked():
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    state = RunnerState(
        profile=ANA,
        runs=(run(effort_minutes=100),),
        done=(lift(tuesday), lift(wednesday, told=Told.UNSAID), lift(wednesday, effort=4)),
    )
    marked = [one.estimated for one in day_loads(state, CATALOGUE, today=wednesday)]
    assert marked == [False, True, False]


def test_days_to_come_are_not_counted():
    state = RunnerState(profile=ANA, done=(lift(MONDAY + timedelta(days=1), effort=5),))
    assert day_loads(state, CATALOGUE, today=MONDAY) == ()
    (day,) = day_loads(replace(state, runs=(run(effort_minutes=10),)), CATALOGUE, today=MONDAY)
    assert (day.runs, day.lifts) == (10, 0)


SQUAT = line("squat 3x10 40kg", rest_s=90)
"""30 s a set and two rests of 90 s: 270 s."""
PLANK = line("plank 3x30", rest_s=60)
"""30 s a set and two rests of 60 s: 210 s."""
GONE = replace(SQUAT, exercise="gone")


@pytest.mark.parametrize(
    ("minutes", "exercises", "superset", "expected"),
    [
        (0, (SQUAT, PLANK), False, 15 + (270 + 60 + 210) // 60),
        (0, (SQUAT, PLANK), True, 15 + (270 + 60 + 210 - 2 * 60) // 60),
        (0, (replace(SQUAT, sets=5),), False, 15 + (5 * 30 + 4 * 90) // 60 + 1),
        (0, (replace(SQUAT, target=20),), False, 15 + (3 * 60 + 2 * 90) // 60),
        (0, (PLANK, GONE), False, 15 + 210 // 60 + 1),
        (0, (GONE,), False, 0),
        (0, (), False, 0),
        (33, (SQUAT, PLANK), False, 33),
    ],
)
def test_minutes_nobody_said_are_worked_out_from_sets_and_rests(minutes, exercises, superset, expected):
    session = replace(lift(minutes=minutes, effort=4), exercises=exercises, superset=superset)
    assert lift_minutes(session, CATALOGUE) == expected
    assert lift_load(session, CATALOGUE) == 4 * expected


def test_a_day_says_its_date_and_that_its_minutes_were_worked_out():
    tuesday = MONDAY + timedelta(days=1)
    known = (lift(effort=4), replace(lift(tuesday, minutes=0, effort=4), exercises=(PLANK,)))
    days = day_loads(RunnerState(profile=ANA, done=known), CATALOGUE, today=tuesday)
    assert [(one.day, one.lifts, one.estimated) for one in days] == [
        (MONDAY, 160, False),
        (tuesday, 4 * 19, True),
    ]
