"""A plan as weeks of seven days: what lies behind as done, what lies ahead as planned, and how far it reaches."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from legday.actions.journal import Journal
from legday.actions.plan_weeks import plan_weeks
from legday.actions.state import Facts
from legday.model.easing import Decision, Easing
from legday.model.plan import Day
from legday.model.progression import Phase
from legday.model.runner import Race
from legday.model.state import RunnerState
from plan_builder import MONDAY, catalogue, day, done, lift, line, outlook, plan, recorded, run, runner, week

WEDNESDAY = day("wed")


def known(state=None, *, races=(), journal=None):
    state = state or RunnerState(profile=runner().profile)
    state = replace(state, profile=replace(state.profile, races=races))
    return Facts(
        today=WEDNESDAY,
        journal=journal or Journal(),
        state=state,
        outlook=outlook(),
        catalogue=catalogue(),
    )


def four_weeks(**changes):
    """From Wednesday on: a run on the first Friday, a session on two Tuesdays."""
    lifts = {one.day: one for one in (lift("w2 tue 18:00"), lift("w3 tue 18:00"))}
    days = tuple(
        Day(
            day=one,
            runs=(run("fri easy 40"),) if one == day("fri") else (),
            sessions=(lifts[one],) if one in lifts else (),
        )
        for one in (WEDNESDAY + timedelta(days=n) for n in range(26))
    )
    weeks = tuple(week(number) for number in range(1, 5))
    return replace(plan(weeks=weeks), **{"today": WEDNESDAY, "days": days, **changes})


def test_a_week_counts_what_was_run_and_lifted_behind_and_what_is_planned_ahead():
    state = RunnerState(
        profile=runner().profile,
        runs=(recorded("mon 08:00 easy 30"),),
        done=(done("tue 18:00", exercises=(line("squat 3x10"), line("deadlift 2x8 10kg"))),),
    )
    first = plan_weeks(four_weeks(), known(state)).weeks[0]
    assert [one.day for one in first.days] == [MONDAY + timedelta(days=n) for n in range(7)]
    assert [one.planned is None for one in first.days] == [True, True, False, False, False, False, False]
    assert (first.sets, first.run_minutes) == (5, 30 + 40)


def test_phases_are_the_weeks_on_end_of_each():
    phases = (Phase.FOUNDATION, Phase.FOUNDATION, Phase.TAPER, Phase.FOUNDATION)
    weeks = tuple(week(n, phase=phase) for n, phase in enumerate(phases, start=1))
    spans = plan_weeks(four_weeks(weeks=weeks), known()).phases
    assert [(one.phase, one.week, one.weeks) for one in spans] == [
        (Phase.FOUNDATION, 0, 2),
        (Phase.TAPER, 2, 1),
        (Phase.FOUNDATION, 3, 1),
    ]


@pytest.mark.parametrize(
    ("race", "further"),
    [
        (None, MONDAY + timedelta(days=7 * 16 - 1)),
        (MONDAY + timedelta(weeks=20), MONDAY + timedelta(days=7 * 21 - 1)),
        (MONDAY + timedelta(weeks=30), MONDAY + timedelta(days=7 * 16 - 1)),
        (MONDAY + timedelta(weeks=2), None),
    ],
)
def test_a_plan_reaches_to_the_race_or_the_usual_weeks(race, further):
    races = () if race is None else (Race(day=race, metres=10_000),)
    weeks = plan_weeks(four_weeks(), known(races=races))
    assert weeks.further == further
    assert weeks.race_weeks == (0 if race is None else (race - MONDAY).days // 7)


def test_a_race_behind_is_no_goal():
    assert plan_weeks(four_weeks(), known(races=(Race(day=date(2026, 11, 24), metres=10_000),))).race is None


def test_notes_that_name_a_command_are_left_to_their_pages_and_what_holds_back_is_told_once():
    easing = Easing(
        rule="pain-gate", decision=Decision.EASE, first=WEDNESDAY, last=None, why="The Achilles hurts."
    )
    state = RunnerState(profile=runner().profile, easings=(easing, easing))
    notes = ("Foundation.", "Nothing was said: `legday log done`.")
    assert plan_weeks(four_weeks(notes=notes), known(state)).notes == ("Foundation.", "The Achilles hurts.")
