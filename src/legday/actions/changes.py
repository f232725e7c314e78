"""Decides what is told of how the plan now differs from the one that was accepted: from today on, the near days first."""

from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class SameChange:
    """The same change for the same reason, told once: the first and the last of `count`."""

    first: PlanChange
    last: PlanChange
    count: int


def told_once(found: Sequence[PlanChange]) -> tuple[SameChange, ...]:
    """Changes with what is the same put together, in the order of the first of each."""
    alike: dict[tuple[str, str], list[PlanChange]] = {}
    for change in found:
        alike.setdefault((change.what, change.why), []).append(change)
    return tuple(SameChange(same[0], same[-1], len(same)) for same in alike.values())


def changes(known: Facts, *, everything: bool, now: Plan | None = None) -> ChangesReport:
    """What the plan derived now changes against the accepted one, in the next 14 days, or in all its days where `everything` is asked.

    `now` is the plan in force, where it has been made already.
    """
    accepted = accepted_plan(known)
    if accepted is None:
        return ChangesReport(accepted=None)
    if not accepted.days or accepted.days[-1].day < known.today:
        return ChangesReport(accepted=accepted.today)
    found = _found(accepted, known, now)
    near = found if everything else tuple(one for one in found if _day(one) < known.today + NEAR)
    return ChangesReport(
        accepted=accepted.today,
        until=accepted.days[-1].day,
        changes=near,
        later=len(found) - len(near),
        asked=tuple(taken_for_granted(known.state)),
    )


def _found(accepted: Plan, known: Facts, now: Plan | None) -> tuple[PlanChange, ...]:
    """Nothing where nothing was said since: then the accepted plan is the one in force."""
    if not known.journal.since:
        return ()
    return changes_since(accepted, now or plan_up_to(accepted.days[-1].day, known), known)


def _day(change: PlanChange) -> date:
    return min(moment.date() for moment in (change.before, change.after) if moment is not None)
