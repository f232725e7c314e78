"""What must hold for every runner: no MUST broken, proven stages, the same answer twice, seven days later the same plan."""

from dataclasses import replace
from datetime import timedelta

import pytest
from drawn_runners import MONDAY, profiles, state_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legday.actions.plan_legs import plan_legs
from legday.catalogue.reader import read_catalogue
from legday.model.gear_weights import buildable
from legday.model.plan import Plan
from legday.model.rules import Level
from legday.model.runner import Style

CATALOGUE = read_catalogue()
QUICK = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=10_000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
starts = st.integers(0, 6).map(lambda offset: MONDAY + timedelta(days=offset))


def planned(profile, today, weeks=16) -> Plan:
    state, outlook = state_of(profile, today=today, weeks=weeks)
    return plan_legs(state, outlook, CATALOGUE, today=today, weeks=weeks)


def holds(profile, today, weeks=16) -> None:
    plan = planned(profile, today, weeks)
    assert not [finding for finding in plan.findings if finding.level is Level.MUST]
    assert all(stage.status == "optimal" and stage.objective == stage.bound for stage in plan.solver)
    for session in plan.sessions:
        assert session.minutes <= session.opening_minutes
        assert session.exercises
        for line in session.exercises:
            exercise = CATALOGUE.exercises[line.exercise]
            weights = {w for way in exercise.gear if way.needs <= profile.gear.kinds for w in buildable(profile.gear, way)}
            assert line.weight_g in weights | {0}
            assert line.sets >= 1


@QUICK
@given(profiles, starts)
def test_no_must_is_broken_and_every_stage_is_proven(profile, today):
    holds(profile, today)


@pytest.mark.proof
@LONG
@given(profiles, starts)
def test_no_must_is_broken_for_ten_thousand_runners(profile, today):
    holds(profile, today)


@settings(QUICK, max_examples=8)
@given(profiles, starts)
def test_the_same_inputs_give_the_same_plan(profile, today):
    assert planned(profile, today) == planned(profile, today)


@settings(QUICK, max_examples=8)
@given(profiles)
def test_a_week_later_is_the_same_plan_a_week_later(profile):
    later = replace(
        profile,
        born=profile.born,
        races=tuple(replace(race, day=race.day + timedelta(days=7)) for race in profile.races),
    )
    first = planned(profile, MONDAY)
    second = planned(later, MONDAY + timedelta(days=7))
    week = timedelta(days=7)
    assert [(s.start + week, s.menu, s.exercises) for s in first.sessions if s.start.year == 2026][:4] == [
        (s.start, s.menu, s.exercises) for s in second.sessions
    ][:len([s for s in first.sessions if s.start.year == 2026][:4])]


@settings(QUICK, max_examples=10)
@given(profiles)
def test_style_article_holds_only_what_the_article_prints_or_its_kin(profile):
    plan = planned(replace(profile, style=Style.ARTICLE, variety=False), MONDAY, weeks=6)
    for session in plan.sessions:
        assert session.title in {"Workout A", "Workout B"}
        assert len(session.exercises) <= 4
