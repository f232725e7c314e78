"""Decides which planned sessions a log can be about: those of accepted plans behind and their stand-ins, those of the plan derived now from today on."""

from collections.abc import Sequence
from datetime import datetime

from legday.actions.accepted import told_plan
from legday.actions.state import Facts
from legday.model.happened import LegWork, SessionMoved, SessionSkipped
from legday.model.journal import AnyEntry
from legday.model.plan import PastSession, Plan
from legday.model.promised_sessions import as_promised, held_by, promises


def planned_sessions(known: Facts, plan: Plan, standing: Sequence[AnyEntry]) -> tuple[PastSession, ...]:
    """What accepted plans promised up to today, what was offered lately instead, and what `plan` plans from today on; oldest first, with lines."""
    ahead = [held_by(one, plan, known.catalogue.exercises) for one in plan.sessions if one.day >= known.today]
    taken = {one.start for one in ahead}
    behind = [
        one for one in (*promised_behind(known, standing), *known.state.offered) if one.start not in taken
    ]
    return tuple(sorted((*behind, *ahead), key=lambda one: one.start))


def promised_behind(known: Facts, standing: Sequence[AnyEntry]) -> tuple[PastSession, ...]:
    """What accepted plans promised up to today, as moved; what was skipped is left out."""
    turned = [one for one in standing if isinstance(one, SessionMoved | SessionSkipped)]
    kept = promises(known.journal.accepted, turned, today=known.today)
    return as_promised(
        [one for one in kept if one.start.date() <= known.today],
        told=told_plan,
        exercises=known.catalogue.exercises,
    )


def silent(planned: Sequence[PastSession], standing: Sequence[AnyEntry]) -> tuple[PastSession, ...]:
    """The planned sessions of which nothing has been said."""
    said = spoken_of(standing)
    return tuple(one for one in planned if one.start not in said)


def spoken_of(standing: Sequence[AnyEntry]) -> frozenset[datetime]:
    """The starts of planned sessions of which a log says what became of them."""
    return frozenset(
        one.planned
        for one in standing
        if isinstance(one, LegWork | SessionSkipped) and one.planned is not None
    )
