"""Decides what was said after a plan was accepted: by what the plan knew, since an entry may be made before it and come in later."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from legday.model.journal import AnyEntry, PlanAccepted
from legday.model.stamped import Entry
from legday.model.standing_entries import made

LATE = timedelta(days=60)
"""What was made so long before a plan counts as known to it, whenever it came in (our setting): a phone is not without a line for longer."""


def known_to_a_plan(standing: Iterable[AnyEntry], plan: PlanAccepted) -> frozenset[UUID]:
    """The ids that a plan accepted now writes down, of the entries that stand."""
    return frozenset(
        one.id for one in standing if one.at >= plan.at - LATE and not isinstance(one, PlanAccepted)
    )


def said_after(plan: PlanAccepted, entry: Entry) -> bool:
    """Whether the plan was accepted without knowing of the entry, whatever its clock says; by the clocks where nobody wrote that down."""
    if plan.knew is None or entry.at < plan.at - LATE:
        return made(entry) > made(plan)
    return entry.id not in plan.knew
