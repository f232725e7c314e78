"""Decides what is told after the runner said something that changes the plan: the differences, with their causes, and what is given up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from legday.actions.plan_legs import plan_legs
from legday.actions.state import Facts
from legday.model.errors import InputError
from legday.model.plan import Plan, PlanChange, Session
from legday.model.rules import Finding, Level
from legday.planning.compare import compare

WEEKS = 16
"""Weeks that are planned before and after, to see what changed."""
NEAR = timedelta(days=14)
"""Changes of so many days are told first; later doses are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPlan:
    """What changed as of `today`: differences from today on, SHOULDs given up that were kept before, notes that are new."""

    today: date
    changes: tuple[PlanChange, ...]
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[PlanChange, ...]:
        """The changes of days and exercises, and those of doses in the near days."""
        last = self.today + NEAR
        return tuple(one for one in self.changes if not one.what.startswith("dose") or _day(one) < last)

    @property
    def parted(self) -> "NearAndLater":
        """The near days first."""
        return near_and_later(self.changes, self.findings, today=self.today)


@dataclass(frozen=True, slots=True, kw_only=True)
class NearAndLater:
    """What changed, the near days apart from the later ones. `counts` by what changes: moved, went, appeared, menu, dose; none where none."""

    near: tuple[PlanChange, ...]
    later: tuple[PlanChange, ...]
    near_findings: tuple[Finding, ...]
    later_findings: tuple[Finding, ...]
    counts: Mapping[str, int]


def near_and_later(
    changes: Sequence[PlanChange], findings: Sequence[Finding], *, today: date
) -> NearAndLater:
    """Changes and findings of the next 14 days, and those after them."""
    last = today + NEAR
    near = tuple(one for one in changes if _day(one) < last)
    near_findings = tuple(one for one in findings if any(day < last for day in one.days))
    return NearAndLater(
        near=near,
        later=tuple(one for one in changes if _day(one) >= last),
        near_findings=near_findings,
        later_findings=tuple(one for one in findings if one not in near_findings),
        counts=Counter(one.what.partition(":")[0] for one in changes),
    )


def _day(change: PlanChange) -> date:
    return min(moment.date() for moment in (change.before, change.after) if moment is not None)


def plan_of(known: Facts) -> Plan:
    """The plan as it follows from what is known now."""
    return plan_legs(known.state, known.outlook, known.catalogue, today=known.today, weeks=WEEKS)


def changed_plan(before: Plan, after: Plan, known: Facts) -> ChangedPlan:
    """What differs between two plans; `known` are the facts that the second was made from."""
    told = {(found.rule, found.days) for found in before.findings}
    return ChangedPlan(
        today=after.today,
        changes=compare(before, after, state=known.state, rulebook=known.catalogue.rulebook),
        findings=tuple(
            found
            for found in after.findings
            if found.level is Level.SHOULD and (found.rule, found.days) not in told
        ),
        notes=tuple(note for note in after.notes if note not in before.notes),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A session the runner speaks of: its start, menu letter and minutes."""

    start: datetime
    menu: str
    minutes: int


def sessions_to_name(known: Facts, plan: Plan) -> tuple[Named, ...]:
    """The sessions a runner can speak of, in order of time: those behind of which nothing was said, and those of the plan."""
    behind = [Named(start=one.start, menu=one.menu, minutes=one.minutes) for one in known.state.unsaid]
    return (*behind, *(_named(session) for session in plan.sessions))


def _named(session: Session) -> Named:
    return Named(start=session.start, menu=session.menu, minutes=session.opening_minutes or session.minutes)


def named_session(said: str, known: Facts, plan: Plan, *, place: str) -> Named:
    """The session that words mean: `2026-11-24`, `workout b` (the next of that letter), nothing (today's, else the last unsaid, else the next).

    InputError with the sessions there are where none is meant.
    """
    found = sessions_to_name(known, plan)
    words = said.lower().split()
    meant = [one for one in found if _meant(words, one)]
    if not words:
        today = [one for one in found if one.start.date() == known.today]
        behind = [one for one in found if one.start.date() < known.today]
        meant = today or behind[-1:] or list(found[:1])
    if meant:
        return meant[0]
    near = ", ".join(f"{one.start:%Y-%m-%d} (workout {one.menu.lower()})" for one in found[:4])
    raise InputError(
        value=said,
        place=place,
        problem="names no session of the plan",
        remedy=f"one of: {near}" if near else "legday plan",
    )


def _meant(words: list[str], one: Named) -> bool:
    if len(words) == 1 and len(words[0]) > 1:
        return words[0] in {one.start.date().isoformat(), one.start.isoformat(timespec="minutes").lower()}
    letter = words[-1].upper() if words and words[:-1] in ([], ["workout"]) else ""
    return bool(letter) and one.menu == letter


def with_log(known: Facts, **more: object) -> Facts:
    """The facts as if the log held `more` (entries by the name of the log's field), to see a plan before anything is remembered."""
    log = known.state.log
    grown = {name: (*getattr(log, name), entry) for name, entry in more.items()}
    return replace(known, state=replace(known.state, log=replace(log, **grown)))
