"""A plan was accepted, then a door closes: what was promised does not stay under it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from legday.actions.plan_legs import plan_legs
from legday.adapting.easings import easings
from legday.model.plan import Plan
from legday.model.promised_sessions import held_by
from legday.model.runner import Health, Opening, Style
from legday.model.runs import Outlook
from legday.model.state import RunnerState
from plan_builder import MONDAY, at, catalogue, runner

OPENINGS = tuple(Opening(weekday=weekday, start=at("tue 18:00").time(), minutes=70) for weekday in (1, 4))
WEEKS = 12


def lifter(**changes: object) -> RunnerState:
    """A trained lifter with heavy weeks ahead, and explosive ones where they like jumps."""
    return runner(**{"openings": OPENINGS, "style": Style.EVIDENCE, "foundation_weeks": 8} | changes)


def planned(state: RunnerState, today: date = MONDAY) -> Plan:
    held = replace(state, easings=easings(state, catalogue(), today=today))
    return plan_legs(held, Outlook(), catalogue(), today=today, weeks=WEEKS)


def accepted(state: RunnerState, plan: Plan, *, today: date = MONDAY) -> RunnerState:
    """The runner who accepted the plan, did what was planned before `today`, and was told the rest."""
    sessions = [held_by(one, plan, catalogue().exercises) for one in plan.sessions]
    return replace(
        state,
        plan_began=plan.today,
        done=tuple(one for one in sessions if one.start.date() < today),
        promised=tuple(one for one in sessions if one.start.date() >= today),
    )


def lines(plan: Plan) -> list:
    return [(session, line) for session in plan.sessions for line in session.exercises]


def heavy(plan: Plan) -> list:
    return [
        line
        for _, line in lines(plan)
        if line.weight_g and line.reps[1] <= 6 and catalogue().exercises[line.exercise].heavy
    ]


def jumps(plan: Plan) -> list:
    return [line for _, line in lines(plan) if catalogue().exercises[line.exercise].plyometric]


@pytest.fixture(scope="module", params=[(), ("box-jump",)], ids=["heavy", "with jumps"])
def promised(request) -> tuple[RunnerState, Plan]:
    state = lifter(likes=request.param)
    plan = planned(state)
    assert heavy(plan)
    assert bool(jumps(plan)) == bool(request.param)
    return accepted(state, plan), plan


def with_health(state: RunnerState, **health: object) -> RunnerState:
    return replace(state, profile=replace(state.profile, health=Health(**health)))


def test_without_a_door_closed_promises_are_kept_as_they_were(promised):
    state, before = promised
    assert [line for _, line in lines(planned(state))] == [line for _, line in lines(before)]


@pytest.mark.parametrize(
    "health", [{"known_disease": True}, {"other_restriction": True, "clinician_confirmed": True}]
)
def test_no_promised_heavy_or_explosive_work_before_a_clinician_agreed(promised, health):
    now = planned(with_health(promised[0], **health))
    assert now.sessions
    assert heavy(now) == []
    assert jumps(now) == []


def test_promised_sessions_of_the_light_weeks_leave_four_in_reserve(promised):
    now = planned(with_health(promised[0], inactive=True, screened=MONDAY))
    until = MONDAY + timedelta(weeks=4)
    light = [line for session, line in lines(now) if session.day < until]
    assert light
    assert all(line.rir >= 4 for line in light)


def test_a_promise_made_before_a_pregnancy_leaves_three_in_reserve_and_does_not_rise(promised):
    now = planned(with_health(promised[0], pregnant=True, clinician_confirmed=True))
    assert now.sessions
    assert heavy(now) == jumps(now) == []
    assert all(line.rir >= 3 and (line.seconds or line.reps[0] >= 8) for _, line in lines(now))
