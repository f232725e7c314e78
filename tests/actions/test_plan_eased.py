"""Whatever hurts, a plan comes out that keeps to it: whole plans with every place, soreness, illness and red flags."""

from dataclasses import replace
from datetime import timedelta

import pytest

from felt_words import hurting
from legday.actions.plan_legs import plan_legs
from legday.adapting.easings import easings
from legday.model.plan import Plan
from legday.model.runner import Opening
from legday.model.runs import Outlook
from legday.model.state import RunnerState
from plan_builder import MONDAY, at, catalogue

PLACES = sorted({place for one in catalogue().conditions.values() for place in one.places})
OPENINGS = tuple(
    Opening(weekday=weekday, start=at("tue 18:00").time(), minutes=60) for weekday in (0, 1, 3, 4)
)


def planned(state: RunnerState) -> tuple[RunnerState, Plan]:
    held = replace(state, easings=easings(state, catalogue(), today=MONDAY))
    return held, plan_legs(held, Outlook(), catalogue(), today=MONDAY, weeks=5)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("how", ["4", "7", "3 night", "2 swelling", "2 limp"])
def test_a_plan_keeps_to_what_hurts(place, how):
    state, plan = planned(hurting(f"mon {place} {how}", openings=OPENINGS))
    for session in plan.sessions:
        eased = state.eased(session.day)
        assert not eased.no_session
        assert not eased.avoid & {line.exercise for line in session.exercises}
        assert not (eased.no_impact and session.contacts)
    assert plan.sessions


def test_openings_of_a_day_without_session_say_which_rule_shuts_them():
    _, plan = planned(hurting("mon quadriceps 2 limp", openings=OPENINGS))
    (shut,) = [one for one in plan.unused if one.start == at("mon 18:00")]
    assert (shut.rule, "limp" in shut.why_not) == ("readiness", True)


def test_the_plan_tells_what_is_held_back_and_when_it_returns():
    _, plan = planned(hurting("mon achilles 4", openings=OPENINGS))
    (note,) = [one for one in plan.notes if one.startswith("Achilles")]
    assert "Hold." in note
    assert "Goes on after Monday 30 Nov" in note


def test_a_week_later_everything_is_a_week_later():
    first = planned(hurting("mon achilles 6", openings=OPENINGS))[1]
    state = hurting("w2 mon achilles 6", openings=OPENINGS)
    later_day = MONDAY + timedelta(days=7)
    state = replace(state, easings=easings(state, catalogue(), today=later_day))
    later = plan_legs(state, Outlook(), catalogue(), today=later_day, weeks=5)
    assert [one.start - timedelta(days=7) for one in later.sessions] == [one.start for one in first.sessions]
    assert [[line.exercise for line in one.exercises] for one in later.sessions] == [
        [line.exercise for line in one.exercises] for one in first.sessions
    ]
