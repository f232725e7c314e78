"""What must hold in the middle of a season, whatever was skipped, moved, swapped, or away: no MUST broken, the same plan a week later."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from drawn_lives import Life, lives, state_in
from drawn_runners import MONDAY, profiles, state_of
from legday.actions.plan_legs import plan_legs
from legday.catalogue.reader import read_catalogue
from legday.model.rules import Level
from legday.running.outlook import make_outlook

CATALOGUE = read_catalogue()
WEEKS = 8
QUICK = settings(
    phases=[Phase.explicit, Phase.generate],
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
LONG = settings(QUICK, max_examples=1_000, derandomize=False, database=None)


def lived(profile, life: Life, *, monday=MONDAY):
    """The state in the middle of the season, and the plan made there."""
    state, outlook = state_of(profile, today=monday, weeks=WEEKS)
    first = plan_legs(state, outlook, CATALOGUE, today=monday, weeks=WEEKS)
    today = monday + timedelta(days=life.days_in)
    left = WEEKS - life.days_in // 7
    now = state_in(state, first, life, today=today)
    again = make_outlook(profile, (), (), today=today, weeks=left)
    return first, now, plan_legs(now, again, CATALOGUE, today=today, weeks=left)


def holds(profile, life: Life) -> None:
    _, state, plan = lived(profile, life)
    assert not [finding for finding in plan.findings if finding.level is Level.MUST]
    assert all(stage.status == "optimal" and stage.objective == stage.bound for stage in plan.solver)
    given_up = {skip.planned for skip in state.log.skipped} - {pin.start for pin in state.pins}
    for session in plan.sessions:
        assert session.start not in given_up
        assert len({line.exercise for line in session.exercises}) == len(session.exercises)
        gear = state.gear_on(session.day)
        avoid = state.eased(session.day).avoid
        for line in session.exercises:
            assert set(line.gear) <= gear.kinds
            assert line.exercise not in avoid
    starts = [session.start for session in (*state.done, *plan.sessions)]
    hours = min(CATALOGUE.rulebook.number("leg-spacing", "hours"), 48)
    own = profile.rule_numbers.get("leg-spacing", {}).get("hours", hours)
    ahead = {session.start for session in plan.sessions}
    assert all((then - one) >= timedelta(hours=own) for one, then in pairwise(starts) if then in ahead), (
        "two leg days are stacked"
    )


@QUICK
@given(profiles, lives)
def test_no_must_is_broken_whatever_happens(profile, life):
    holds(profile, life)


@pytest.mark.proof
@pytest.mark.parametrize("part", range(2))
def test_no_must_is_broken_in_two_thousand_lives(part):
    @seed(part)
    @LONG
    @given(profiles, lives)
    def every(profile, life):
        holds(profile, life)

    every()


@settings(QUICK, max_examples=10)
@given(profiles, lives)
def test_everything_a_week_later_is_the_same_plan_a_week_later(profile, life):
    week = timedelta(days=7)
    later = replace(profile, races=tuple(replace(race, day=race.day + week) for race in profile.races))
    _, _, now = lived(replace(profile, born=1985), life)
    _, _, then = lived(replace(later, born=1985), life, monday=MONDAY + week)
    assert [(one.start + week, one.menu, one.exercises) for one in now.sessions] == [
        (one.start, one.menu, one.exercises) for one in then.sessions
    ]
