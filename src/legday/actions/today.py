"""Decides what is told of today: its runs and session, and the session that comes next."""

from dataclasses import dataclass
from datetime import date

from legday.actions.why import day_of
from legday.model.plan import Day, Plan, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayReport:
    """Today's day of the plan, and the next session after it (None where the plan has none)."""

    day: Day
    next: Session | None


def today(plan: Plan, day: date) -> TodayReport:
    """What `day` holds. InputError for a day outside the plan."""
    later = [session for session in plan.sessions if session.day > day]
    return TodayReport(day=day_of(plan, day), next=later[0] if later else None)
