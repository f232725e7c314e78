"""Decides whether things stay where they were: the same weekdays, and the days that were promised."""

from collections.abc import Iterator
from itertools import pairwise

from legday.model.rules import Finding
from legday.planning.checks.facts import PlanFacts, SeenWeek
from legday.planning.checks.wording import WEEKDAYS, date_text, listed, week_text


def _weekdays(week: SeenWeek) -> frozenset[int]:
    return frozenset(session.day.weekday() for session in week.sessions)


def _names(weekdays: frozenset[int]) -> str:
    return listed(WEEKDAYS[day] for day in sorted(weekdays))


def steady_week(facts: PlanFacts) -> Iterator[Finding]:
    """Each whole week uses the weekdays of the week before; fewer or more sessions alone are no change."""
    charge = facts.number("steady-week", "change")
    for before, week in pairwise(facts.weeks):
        was, now = _weekdays(before), _weekdays(week)
        moved = min(len(was - now), len(now - was))
        if charge and week.whole and week.planned and moved:
            words = f"{week_text(week.start)} uses {_names(now)} where the week before used {_names(was)}"
            yield facts.finding("steady-week", words, week.start)


def keep_promises(facts: PlanFacts) -> Iterator[Finding]:
    """Days of the accepted plan that are not kept; the nearer, the dearer."""
    near_days = facts.number("keep-promises", "near_days")
    near, far = facts.number("keep-promises", "near"), facts.number("keep-promises", "far")
    kept = {session.day for session in facts.sessions}
    for promise in facts.state.promises:
        day = promise.start.date()
        ahead = (day - facts.plan.today).days
        if ahead >= 0 and day not in kept:
            price = near if ahead < near_days else far
            words = f"the session promised for {date_text(day)}, {ahead} d ahead, is not kept (costs {price})"
            yield facts.finding("keep-promises", words, day)
