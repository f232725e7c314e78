"""Decides what it means to skip a session: which one, what is remembered, and what the plan makes of it."""

from dataclasses import dataclass

from legday.actions.changed_plan import ChangedPlan, changed_plan, named_session, plan_of
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.happened import SessionSkipped
from legday.model.plan import Plan
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipReport:
    """The session that was skipped, and what changed."""

    entry: SessionSkipped
    changed: ChangedPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """A skip that has been remembered: its entry and the plan as it was before."""

    entry: SessionSkipped
    before: Plan


def skip(store: Store, known: Facts, said: str, *, why: str, stamp: Stamp) -> Skip:
    """Remembers that a session is not, or was not, done. `said` as in `named_session`; InputError where it names none."""
    before = plan_of(known)
    session = named_session(said, known, before, place="skip")
    entry = SessionSkipped(id=stamp.id, at=stamp.at, planned=session.start, menu=session.menu, why=why)
    store.append(entry)
    return Skip(entry=entry, before=before)


def skip_report(done: Skip, known: Facts) -> SkipReport:
    """What the plan makes of a skip; `known` are the facts since."""
    return SkipReport(entry=done.entry, changed=changed_plan(done.before, plan_of(known), known))
