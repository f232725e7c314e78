"""From fifty on the hardest leg session of a week is followed by 72 hours, where the week has room for them."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from legday.actions.plan_legs import plan_legs
from legday.catalogue.reader import read_catalogue
from legday.model.plan import PastSession, Plan
from legday.model.rules import Level
from legday.model.runner import Gear, LiftingLevel, Opening, Profile, Style
from legday.model.state import RunnerState
from legday.planning.masters import hardest_of_weeks
from legday.progressing.phases import season
from legday.running.outlook import make_outlook

CATALOGUE = read_catalogue("en")
MONDAY = date(2026, 11, 23)
WEEKS = 8


def evenings(*weekdays: int) -> tuple[Opening, ...]:
    return tuple(Opening(weekday=one, start=time(18), minutes=75) for one in weekdays)


def planned(*weekdays: int, born: int, sessions: int = 3, **more) -> Plan:
    profile = Profile(
        name="Ana",
        born=born,
        body_mass_g=62_000,
        lifting=LiftingLevel.TRAINED,
        gear=Gear(dumbbells_g=tuple(range(4_000, 30_001, 1_000))),
        openings=evenings(*weekdays),
        sessions_a_week=sessions,
        **more,
    )
    state = RunnerState(profile=profile)
    outlook = make_outlook(profile, (), (), today=MONDAY, weeks=WEEKS)
    return plan_legs(state, outlook, CATALOGUE, today=MONDAY, weeks=WEEKS)


def too_soon(plan: Plan) -> list[date]:
    """The Mondays of weeks in which no session that moves about the most has 72 h after it, counted anew."""
    found = []
    for week in plan.weeks:
        mine = [one for one in plan.sessions if 0 <= (one.day - week.start).days < 7]
        most = max((one.volume for one in mine), default=0)
        if week.light:
            continue
        hard = [one for one in mine if one.volume >= 0.95 * most]
        gaps = [then.start - one.start for one, then in pairwise(plan.sessions) if one in hard]
        if gaps and max(gaps) < timedelta(hours=72) and len(gaps) == len(hard):
            found.append(week.start)
    return found


def findings(plan: Plan) -> list[date]:
    told = [one for one in plan.findings if one.rule == "masters-rest"]
    assert all(one.level is Level.SHOULD for one in told)
    return [one.days[0] - timedelta(days=one.days[0].weekday()) for one in told]


def per_week(plan: Plan) -> list[int]:
    return [sum(0 <= (one.day - week.start).days < 7 for one in plan.sessions) for week in plan.weeks]


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("weekdays", [(0, 1, 2, 3, 4, 5, 6), (0, 2, 3, 4, 5)])
def test_three_a_week_stay_possible_and_the_hardest_has_its_time(weekdays, style):
    plan = planned(*weekdays, born=1970, style=style)
    younger = planned(*weekdays, born=1990, style=style)
    assert sum(per_week(plan)) >= sum(per_week(younger)) - 1, (
        "a longer foundation changes weeks, not their number"
    )
    assert sorted(findings(plan)) == too_soon(plan)
    assert len(too_soon(plan)) <= 1


def test_three_openings_two_days_apart_leave_all_three_sessions_in_place():
    assert per_week(planned(0, 2, 4, born=1970)) == per_week(planned(0, 2, 4, born=1990))


def test_where_a_week_has_no_room_it_is_told_and_no_session_is_lost():
    plan = planned(1, 3, born=1970, sessions=2)
    assert per_week(plan) == per_week(planned(1, 3, born=1990, sessions=2))
    assert sorted(findings(plan)) == too_soon(plan) != []


def test_a_younger_runner_is_told_nothing():
    assert findings(planned(1, 3, born=1990, sessions=2)) == []


def test_the_hardest_session_says_why_the_next_one_waits():
    plan = planned(0, 2, 3, 4, 5, born=1970)
    words = "The hardest session of the week: from 50 on, the next one waits 72 h."
    told = [one for one in plan.sessions if words in one.why.day]
    assert told
    following = {one.start: then for one, then in pairwise(plan.sessions)}
    assert all(
        following[one.start].start - one.start >= timedelta(hours=72)
        for one in told
        if one.start in following
    )
    assert not [one for one in planned(0, 2, 3, born=1990).sessions if words in one.why.day]


def test_own_hours_are_in_force():
    plan = planned(1, 3, born=1970, sessions=2, rule_numbers={"masters-rest": {"hours": 48}})
    assert findings(plan) == []


def test_a_session_done_yesterday_counts_as_the_hardest_of_its_week():
    done = PastSession(start=datetime.combine(MONDAY - timedelta(days=1), time(18)), volume=9_000)
    state = RunnerState(
        profile=Profile(name="Ana", born=1970, body_mass_g=62_000, openings=evenings(1, 2, 4)), done=(done,)
    )
    outlook = make_outlook(state.profile, (), (), today=MONDAY, weeks=2)
    plan = plan_legs(state, outlook, CATALOGUE, today=MONDAY, weeks=2)
    assert plan.sessions[0].start - done.start >= timedelta(hours=72)
    weeks = season(state, outlook, CATALOGUE, today=MONDAY, weeks=2)
    found = hardest_of_weeks((), state, weeks, CATALOGUE.rulebook)
    assert found[-1].start == done.start
