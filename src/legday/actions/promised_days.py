"""Decides which sessions a recording can have been: those that accepted plans promised, where moves have put them."""

from collections.abc import Mapping, Sequence
from datetime import date

from legday.actions.accepted import told_plan
from legday.model.exercises import Exercise
from legday.model.happened import SessionMoved, SessionSkipped
from legday.model.journal import AnyEntry, PlanAccepted
from legday.model.matching import PlannedSession
from legday.model.promised_sessions import as_promised, promises


def promised_days(
    standing: Sequence[AnyEntry], exercises: Mapping[str, Exercise], *, today: date
) -> tuple[PlannedSession, ...]:
    """Every session that the plan in force on its day promised up to `today`, oldest first; skipped ones are left out."""
    accepted = [entry for entry in standing if isinstance(entry, PlanAccepted)]
    turned = [entry for entry in standing if isinstance(entry, SessionMoved | SessionSkipped)]
    kept = [one for one in promises(accepted, turned, today=today) if one.start.date() <= today]
    held = as_promised(kept, told=told_plan, exercises=exercises)
    return tuple(
        PlannedSession(
            planned=one.session.start,
            start=one.start,
            menu=past.menu,
            prescribed=past.exercises,
            light=past.light,
        )
        for one, past in zip(kept, held, strict=True)
    )
