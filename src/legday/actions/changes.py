"""Decides what is told of how the plan now differs from the one that was accepted: from today on, the near days first."""

from dataclasses import dataclass
from datetime import date, timedelta

from legday.actions.plan import accepted_plan, changes_since, plan_up_to, taken_for_granted
from legday.actions.state import Facts
from legday.model.plan import Plan, PlanChange

NEAR = timedelta(days=14)
"""Changes of so many days are told unless all are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesReport:
    """What differs from the plan accepted on `accepted` (None: none was), on the days up to `until` (None: that plan is over).

    `later` counts the changes after the days told; `asked` are sessions behind of which nothing was said, in sentences.
    """

    accepted: date | None
    until: date | None = None
    changes: tuple[PlanChange, ...] = ()
    later: int = 0
    asked: tuple[str, ...] = ()


def changes(known: Facts, *, everything: bool) -> ChangesReport:
    """What the plan derived now changes against the accepted one, in the next 14 days, or in all its days where `everything` is asked."""
    accepted = accepted_plan(known)
    if accepted is None:
        return ChangesReport(accepted=None)
    if not accepted.days or accepted.days[-1].day < known.today:
        return ChangesReport(accepted=accepted.today)
    found = _found(accepted, known)
    near = found if everything else tuple(one for one in found if _day(one) < known.today + NEAR)
    return ChangesReport(
        accepted=accepted.today,
        until=accepted.days[-1].day,
        changes=near,
        later=len(found) - len(near),
        asked=tuple(taken_for_granted(known.state)),
    )


def _found(accepted: Plan, known: Facts) -> tuple[PlanChange, ...]:
    """Nothing where nothing was said since: then the accepted plan is the one in force."""
    if not known.journal.since:
        return ()
    return changes_since(accepted, plan_up_to(accepted.days[-1].day, known), known)


def _day(change: PlanChange) -> date:
    return min(moment.date() for moment in (change.before, change.after) if moment is not None)
