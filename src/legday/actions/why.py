"""Decides what is told of one day: why its session stands there, or why there is none."""

from dataclasses import dataclass
from datetime import date

from legday.model.errors import InputError
from legday.model.plan import Collision, Day, Plan, UnusedOpening
from legday.model.rules import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyReport:
    """One day of the plan: openings not used, findings and collisions that touch it."""

    day: Day
    unused: tuple[UnusedOpening, ...]
    findings: tuple[Finding, ...]
    collisions: tuple[Collision, ...]


def why(plan: Plan, day: date) -> WhyReport:
    """Why `day` looks as it does. InputError for a day outside the plan."""
    return WhyReport(
        day=day_of(plan, day),
        unused=tuple(opening for opening in plan.unused if opening.start.date() == day),
        findings=tuple(finding for finding in plan.findings if day in finding.days),
        collisions=tuple(each for each in plan.collisions if 0 <= (day - each.week).days < 7),
    )


def day_of(plan: Plan, day: date) -> Day:
    """The plan's day of that date. InputError with the plan's first and last day where it has none."""
    for planned in plan.days:
        if planned.day == day:
            return planned
    dates = f"a day from {plan.days[0].day} to {plan.days[-1].day}" if plan.days else "a longer plan"
    raise InputError(value=str(day), place="day", problem="is not in the plan", remedy=dates)
