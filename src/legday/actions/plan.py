"""Decides how a plan is made from what is known, compared with the accepted one, and accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from legday.actions.accepted import told_plan
from legday.actions.plan_legs import MOST_WEEKS, plan_legs
from legday.actions.stamp import Stamp
from legday.actions.state import Facts, looking_ahead
from legday.model.errors import OutOfReach
from legday.model.journal import PlanAccepted, PromisedSession
from legday.model.plan import Plan, PlanChange, Told
from legday.model.state import RunnerState
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
    assumed = tuple(taken_for_granted(known.state))
    plan = replace(plan, notes=(*plan.notes, *assumed))
    before = accepted_plan(known)
    changes = changes_since(before, plan, known) if before else ()
    return PlanReport(plan=plan, changes=changes, assumed=assumed)


def taken_for_granted(state: RunnerState) -> Iterator[str]:
    """What a plan takes for granted of the sessions behind, and what it asks."""
    if any(session.told is Told.ASSUMED for session in state.done):
        yield DONE_AS_PROMISED
    for session in state.unsaid:
        day = session.start.date()
        yield (
            f"Nothing was said of {day:%A}'s session ({day.day} {day:%b}): "
            f"`legday log done --date {day}` or `legday skip {day}`."
        )


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
    """The plan in force today.

    The accepted one while it lasts and nothing was said since; once something was, the plan as it follows from it, up to the accepted
    one's last day. Without an accepted plan, or after it, one of `weeks` weeks made now.
    """
    accepted = accepted_plan(known)
    if accepted is None or not _lasts(accepted, known.today):
        return plan_legs(known.state, known.outlook, known.catalogue, today=known.today, weeks=weeks)
    if not known.journal.since:
        return accepted
    return plan_up_to(accepted.days[-1].day, known)


def plan_until(last: date, known: Facts) -> Plan:
    """The plan as it follows from what is known now, of the weeks up to the one of `last`. OutOfReach for a day behind or too far off."""
    furthest = week_start(known.today) + timedelta(days=7 * MOST_WEEKS - 1)
    if not known.today <= last <= furthest:
        raise OutOfReach(
            value=last.isoformat(),
            place="plan",
            problem="cannot be planned",
            first=known.today,
            last=furthest,
        )
    return plan_up_to(last, known)


def week_start(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def accepted_plan(known: Facts) -> Plan | None:
    """The plan accepted last; None where there is none, or its times only are known."""
    return told_plan(known.journal.accepted[-1]) if known.journal.accepted else None


def plan_up_to(last: date, known: Facts) -> Plan:
    """The plan as it follows from what is known now, of the weeks up to the one of `last`."""
    weeks = min(MOST_WEEKS, ((last - known.today).days + known.today.weekday()) // 7 + 1)
    known = looking_ahead(known, weeks=weeks)
    return plan_legs(known.state, known.outlook, known.catalogue, today=known.today, weeks=weeks)


def _lasts(accepted: Plan, today: date) -> bool:
    return bool(accepted.days) and accepted.today <= today <= accepted.days[-1].day


def changes_since(before: Plan, after: Plan, known: Facts) -> tuple[PlanChange, ...]:
    """What differs on the days from today on that both plans speak for; what was done is no change."""
    if not (before.days and after.days):
        return ()
    last = min(before.days[-1].day, after.days[-1].day)

    def shared(moment: datetime | None) -> bool:
        return moment is not None and after.today <= moment.date() <= last

    found = compare(before, after, state=known.state, rulebook=known.catalogue.rulebook)
    return tuple(change for change in found if shared(change.before) or shared(change.after))
