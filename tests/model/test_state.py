"""Decides that forgetting what lies long behind changes nothing about when the plan began."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from legday.model.plan import PastSession, Told
from legday.model.runner import Profile
from legday.model.state import RunnerState

STATE = RunnerState(
    profile=Profile(name="Ana", born=1991, body_mass_g=62_000),
    done=tuple(PastSession(start=datetime(2026, 1, 6, 18) + timedelta(weeks=n)) for n in range(40)),
    foundation_weeks=40,
)


@pytest.mark.parametrize("began", [None, date(2026, 1, 5), date(2026, 3, 2), date(2026, 9, 7)])
def test_the_weeks_before_the_plan_stay_the_same_whatever_is_forgotten(began):
    state = replace(STATE, plan_began=began)
    later = state.remembering(date(2026, 6, 1))
    assert later.weeks_before_plan == state.weeks_before_plan
    assert later.done[0].start == datetime(2026, 6, 2, 18)


def test_what_is_near_is_all_kept():
    assert STATE.remembering(date(2026, 1, 6)) is STATE


@pytest.mark.parametrize(
    ("monday", "planned", "weeks"),
    [
        (date(2026, 10, 5), (), 39),
        (date(2026, 10, 12), (), 40),
        (date(2026, 10, 12), (date(2026, 10, 9),), 40),
        (date(2026, 10, 19), (date(2026, 10, 9), date(2026, 10, 13), date(2026, 10, 16)), 41),
        (date(2026, 10, 12), (date(2026, 10, 13),), 40),
    ],
)
def test_a_week_of_leg_work_is_behind_when_it_is_over_and_counts_once(monday, planned, weeks):
    """The last of forty weekly sessions was on Tuesday 6 October."""
    assert STATE.weeks_before(monday, planned=planned) == weeks


def test_a_week_with_too_little_done_in_it_is_no_week_of_leg_work_and_one_to_come_is():
    few = replace(STATE.done[-1], told=Told.UNSAID)
    state = replace(STATE, done=(*STATE.done[:-1], few), foundation_weeks=39)
    assert state.weeks_before(date(2026, 10, 5)) == 39
    assert state.weeks_before(date(2026, 10, 12), planned=(date(2026, 10, 9),)) == 40
