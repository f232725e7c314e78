"""Whatever hurts, a plan comes out that keeps to it: whole plans with every place, soreness, illness and red flags."""

from dataclasses import replace
from datetime import timedelta

import pytest

from felt_words import hurting, stamp
from legday.actions.plan_legs import plan_legs
from legday.adapting.easings import easings
from legday.model.happened import Ill
from legday.model.plan import Plan
from legday.model.promised_sessions import held_by
from legday.model.runner import Gear, GearKind, Opening
from legday.model.runs import Outlook
from legday.model.state import Log, RunnerState
from plan_builder import MONDAY, at, catalogue, day, runner

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


PLATES = Gear(
    bar_g=20_000,
    dumbbells_g=tuple(range(500, 20_250, 250)),
    plates_g=(10_000, 5_000, 2_500, 1_250, 500, 250),
    things=frozenset({GearKind.BENCH}),
)


def test_coming_back_from_a_fever_is_not_taken_off_twice():
    fit = runner(openings=OPENINGS, gear=PLATES)
    plan = plan_legs(fit, Outlook(), catalogue(), today=MONDAY, weeks=8)
    well = [held_by(one, plan, catalogue().exercises) for one in plan.sessions if one.day < day("w4 mon")]
    today = day("w5 mon")
    fever = Ill(**stamp(day("w4 mon")), first=day("w4 mon"), last=day("w4 sun"), fever=True)
    state = replace(fit, done=tuple(well), plan_began=MONDAY, foundation_weeks=3, log=Log(illnesses=(fever,)))
    state = replace(state, easings=easings(state, catalogue(), today=today))

    back = plan_legs(state, Outlook(), catalogue(), today=today, weeks=4).sessions[0]

    off = (back.day - well[-1].start.date()).days
    assert 10 <= off <= 21
    assert state.eased(back.day).weight_percent == 90
    before = {line.exercise: line for past in well for line in past.exercises}
    known = [(line, before[line.exercise]) for line in back.exercises if line.exercise in before]
    weighted = [(line, last) for line, last in known if last.weight_g]
    assert weighted
    assert all(line.sets == last.sets - 1 for line, last in known)
    for line, last in weighted:
        assert last.weight_g * 90 // 100 - 500 < line.weight_g <= last.weight_g * 90 // 100
