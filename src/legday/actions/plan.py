"""Decides how a plan is made from what is known, compared with the accepted one, and accepted."""

from dataclasses import dataclass

from legday.actions.accepted import told_plan
from legday.actions.plan_legs import plan_legs
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.journal import PlanAccepted, PromisedSession
from legday.model.plan import Plan, PlanChange
from legday.planning.compare import compare
from legday.store import Store
from legday.writing.plan_json import plan_json


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReport:
    """A plan, what changed against the accepted one, and whether it was accepted now."""

    plan: Plan
    changes: tuple[PlanChange, ...] = ()
    accepted: bool = False


def make_plan(known: Facts, *, weeks: int) -> PlanReport:
    """The plan of `weeks` weeks from today. PlanBroken where the last check refuses it: a bug, never the runner's fault."""
    plan = plan_legs(known.state, known.outlook, known.catalogue, today=known.today, weeks=weeks)
    before = told_plan(known.journal.accepted[-1]) if known.journal.accepted else None
    changes = tuple(change for change in compare(before, plan) if _ahead(change, plan)) if before else ()
    return PlanReport(plan=plan, changes=changes)


def accept_plan(store: Store, plan: Plan, *, stamp: Stamp) -> PlanAccepted:
    """Remembers the plan as promised."""
    promised = tuple(
        PromisedSession(start=session.start, minutes=session.minutes, menu=session.menu)
        for session in plan.sessions
    )
    entry = PlanAccepted(id=stamp.id, at=stamp.at, today=plan.today, sessions=promised, plan=plan_json(plan))
    store.append(entry)
    return entry


def current_plan(known: Facts, *, weeks: int) -> Plan:
    """The plan in force today: the accepted one while it lasts, else one made now."""
    accepted = told_plan(known.journal.accepted[-1]) if known.journal.accepted else None
    if accepted and accepted.days and accepted.today <= known.today <= accepted.days[-1].day:
        return accepted
    return plan_legs(known.state, known.outlook, known.catalogue, today=known.today, weeks=weeks)


def _ahead(change: PlanChange, plan: Plan) -> bool:
    """Whether the change touches days both plans speak for."""
    moments = [moment for moment in (change.before, change.after) if moment is not None]
    last = plan.days[-1].day if plan.days else plan.today
    return any(plan.today <= moment.date() <= last for moment in moments)
