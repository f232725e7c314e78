"""What must hold for every runner: no MUST broken, proven stages, the same answer twice, seven days later the same plan."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from drawn_runners import MONDAY, profiles, state_of
from legday.actions.plan_legs import plan_legs
from legday.catalogue.reader import read_catalogue
from legday.model.gear_weights import buildable
from legday.model.plan import Plan
from legday.model.promised_sessions import held_by
from legday.model.rules import Level
from legday.model.runner import Style
from legday.running.outlook import make_outlook

CATALOGUE = read_catalogue()
NO_SHRINKING = [Phase.explicit, Phase.generate]
QUICK = settings(
    phases=NO_SHRINKING,
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
LONG = settings(
    phases=NO_SHRINKING,
    max_examples=2_500,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
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
            weights = {
                w
                for way in exercise.gear
                if way.needs <= profile.gear.kinds
                for w in buildable(profile.gear, way)
            }
            assert line.weight_g in weights | {0}
            assert line.sets >= 1


@QUICK
@given(profiles, starts)
def test_no_must_is_broken_and_every_stage_is_proven(profile, today):
    holds(profile, today)


@pytest.mark.proof
@pytest.mark.parametrize("part", range(4))
def test_no_must_is_broken_for_ten_thousand_runners(part):
    @seed(part)
    @LONG
    @given(profiles, starts)
    def every(profile, today):
        holds(profile, today)

    every()


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
    ][: len([s for s in first.sessions if s.start.year == 2026][:4])]


@settings(QUICK, max_examples=10)
@given(profiles)
def test_style_article_holds_only_what_the_article_prints_or_its_kin(profile):
    plan = planned(replace(profile, style=Style.ARTICLE, variety=False), MONDAY, weeks=6)
    for session in plan.sessions:
        assert session.title in {"Workout A", "Workout B"}
        assert len(session.exercises) <= 4


def accepted(plan: Plan, state, *, today):
    """The state on `today` of a runner who accepted the plan and did what it said."""
    told = [held_by(session, plan, CATALOGUE.exercises) for session in plan.sessions]
    done = tuple(one for one in told if one.start.date() < today)
    promised = tuple(one for one in told if one.start.date() >= today)
    weeks = len({one.start.isocalendar()[:2] for one in done})
    return replace(state, done=done, promised=promised, plan_began=plan.today, foundation_weeks=weeks)


def essence(plan: Plan, *, since):
    return [
        (
            s.start,
            s.menu,
            [(line.exercise, line.sets, line.target, line.weight_g, line.rir) for line in s.exercises],
        )
        for s in plan.sessions
        if s.day >= since
    ]


def replans_to_itself(profile, offset) -> None:
    weeks = 10
    state, outlook = state_of(profile, today=MONDAY, weeks=weeks)
    first = plan_legs(state, outlook, CATALOGUE, today=MONDAY, weeks=weeks)
    today = MONDAY + timedelta(days=offset)
    left = weeks - offset // 7
    later_state = accepted(first, state, today=today)
    later_outlook = make_outlook(profile, (), (), today=today, weeks=left)
    second = plan_legs(later_state, later_outlook, CATALOGUE, today=today, weeks=left)
    assert essence(second, since=today) == essence(first, since=today)


@settings(QUICK, max_examples=15)
@given(profiles, st.integers(0, 34))
def test_with_nothing_changed_planning_again_changes_nothing(profile, offset):
    replans_to_itself(profile, offset)
