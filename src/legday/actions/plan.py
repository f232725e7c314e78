"""Decides how a plan is made from what is known, compared with the accepted one, and accepted."""

from dataclasses import dataclass, replace
from datetime import datetime

from legday.actions.accepted import told_plan
from legday.actions.plan_legs import plan_legs
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.journal import PlanAccepted, PromisedSession
from legday.model.plan import Plan, PlanChange
from legday.planning.compare import compare
from legday.store import Store
from legday.writing.plan_json import plan_json

DONE_AS_PROMISED = "The sessions of the accepted plan that lie behind are taken as done."


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReport:
    """A plan, what changed against the accepted one on the days both speak for, and what was taken for granted."""

    plan: Plan
    changes: tuple[PlanChange, ...] = ()
    assumed: tuple[str, ...] = ()


def make_plan(known: Facts, *, weeks: int) -> PlanReport:
    """The plan of `weeks` weeks from today. PlanBroken where the last check refuses it: a bug, never the runner's fault."""
    plan = plan_legs(known.state, known.outlook, known.catalogue, today=known.today, weeks=weeks)
    assumed = (DONE_AS_PROMISED,) if known.state.done else ()
    plan = replace(plan, notes=(*plan.notes, *assumed))
    return PlanReport(plan=plan, changes=_changes(_in_force(known), plan, known), assumed=assumed)


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
    accepted = _in_force(known)
    if accepted and accepted.days and accepted.today <= known.today <= accepted.days[-1].day:
        return accepted
    return plan_legs(known.state, known.outlook, known.catalogue, today=known.today, weeks=weeks)


def _in_force(known: Facts) -> Plan | None:
    return told_plan(known.journal.accepted[-1]) if known.journal.accepted else None


def _changes(before: Plan | None, after: Plan, known: Facts) -> tuple[PlanChange, ...]:
    """What differs on the days from today on that both plans speak for."""
    if before is None or not (before.days and after.days):
        return ()
    last = min(before.days[-1].day, after.days[-1].day)

    def shared(moment: datetime | None) -> bool:
        return moment is not None and after.today <= moment.date() <= last

    found = compare(before, after, state=known.state, rulebook=known.catalogue.rulebook)
    return tuple(change for change in found if shared(change.before) or shared(change.after))
