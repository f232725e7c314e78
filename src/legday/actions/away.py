"""Decides what a travel means: which days, with what gear, at which hours, and what the plan makes of it."""

from dataclasses import dataclass
from datetime import date

from legday.actions.changed_plan import ChangedPlan, changed_plan, plan_of
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.errors import InputError
from legday.model.happened import Away
from legday.model.plan import Plan
from legday.model.runner import Gear, Opening
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """A travel that has been remembered: its entry and the plan as it was before."""

    entry: Away
    before: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayReport:
    """The travel, and what changed."""

    entry: Away
    changed: ChangedPlan


def away(
    store: Store,
    known: Facts,
    first: date,
    last: date,
    *,
    gear: Gear | None,
    openings: tuple[Opening, ...] | None,
    note: str,
    stamp: Stamp,
) -> Travel:
    """Remembers days away, both included. `gear` and `openings` None: the usual ones; no openings: no leg work.

    InputError where the days run backwards or lie behind.
    """
    if last < first or last < known.today:
        raise InputError(
            value=f"{first}..{last}",
            place="away",
            problem="runs backwards" if last < first else "lies behind",
            remedy=f"{known.today}..{max(last, known.today)}",
        )
    before = plan_of(known)
    entry = Away(id=stamp.id, at=stamp.at, first=first, last=last, gear=gear, openings=openings, note=note)
    store.append(entry)
    return Travel(entry=entry, before=before)


def away_report(done: Travel, known: Facts) -> AwayReport:
    """What the plan makes of a travel; `known` are the facts since."""
    return AwayReport(entry=done.entry, changed=changed_plan(done.before, plan_of(known), known))
