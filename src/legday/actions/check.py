"""Decides how a plan file, ours or another's, is judged by the rules."""

from dataclasses import dataclass, replace
from datetime import date

from legday.actions.state import Facts
from legday.model.plan import Plan
from legday.model.rules import Finding, Level
from legday.planning.check import check


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """The findings about a plan, MUST first."""

    sessions: int
    findings: tuple[Finding, ...]

    @property
    def broken(self) -> bool:
        """Whether a MUST is broken."""
        return any(finding.level is Level.MUST for finding in self.findings)


def judge_plan(plan: Plan, known: Facts) -> CheckReport:
    """Judges the plan by the facts known on its own day; of sessions promised for later than its last day it says nothing."""
    last = _last_day(plan)
    promised = tuple(promise for promise in known.state.promised if promise.start.date() <= last)
    found = check(plan, replace(known.state, promised=promised), known.outlook, known.catalogue)
    order = list(Level)
    return CheckReport(
        sessions=len(plan.sessions),
        findings=tuple(sorted(found, key=lambda finding: order.index(finding.level))),
    )


def weeks_of(plan: Plan) -> int:
    """The weeks, from the one of the plan's own day, that its days reach into; at least one."""
    return max(1, ((_last_day(plan) - plan.today).days + plan.today.weekday()) // 7 + 1)


def _last_day(plan: Plan) -> date:
    return max((day.day for day in plan.days), default=plan.today)
