"""Decides which sessions were planned at a time: those of the plan in force on each day, where moves have put them."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from legday.actions.accepted import told_plan
from legday.model.happened import SessionMoved
from legday.model.journal import AnyEntry, PlanAccepted, PromisedSession
from legday.model.matching import PlannedSession


def planned_sessions(standing: Sequence[AnyEntry]) -> tuple[PlannedSession, ...]:
    """Every session that a plan in force promised, by the entries that stand, oldest first."""
    accepted = [entry for entry in standing if isinstance(entry, PlanAccepted)]
    moved = {
        entry.planned: entry.start for entry in standing if isinstance(entry, SessionMoved) and entry.planned
    }
    sessions = [_planned(plan, promised) for plan, promised in _in_force(accepted)]
    return tuple(
        PlannedSession(
            planned=one.planned,
            start=moved.get(one.planned, one.start),
            menu=one.menu,
            prescribed=one.prescribed,
            light=one.light,
        )
        for one in sessions
    )


def _in_force(accepted: Sequence[PlanAccepted]) -> Iterable[tuple[PlanAccepted, PromisedSession]]:
    for at, plan in enumerate(accepted):
        later = accepted[at + 1].today if at + 1 < len(accepted) else None
        for promised in plan.sessions:
            day = promised.start.date()
            if plan.today <= day and (later is None or day < later):
                yield plan, promised


def _planned(accepted: PlanAccepted, promised: PromisedSession) -> PlannedSession:
    plan = told_plan(accepted)
    session = next((one for one in plan.sessions if one.start == promised.start), None) if plan else None
    if plan is None or session is None:
        return PlannedSession(planned=promised.start, start=promised.start, menu=promised.menu)
    weeks = [week for week in plan.weeks if week.start <= session.day < week.start + timedelta(days=7)]
    return PlannedSession(
        planned=promised.start,
        start=promised.start,
        menu=promised.menu,
        prescribed=session.exercises,
        light=any(week.light for week in weeks),
    )
