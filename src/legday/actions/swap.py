"""Decides what can stand in for an exercise, and remembers what the runner chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legday.actions.changed_plan import ChangedPlan, changed_plan, plan_of
from legday.actions.exercise import exercise as exercise_named
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.adapting.swap import StandIn, are_kin, stand_ins
from legday.model.errors import InputError
from legday.model.exercises import Exercise
from legday.model.gear_weights import owned_variants
from legday.model.happened import ExerciseSwapped
from legday.model.plan import Plan
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A swap that has been remembered: its entry and the plan as it was before."""

    entry: ExerciseSwapped
    before: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapReport:
    """What can stand in for an exercise, best first; or the swap that was made and what changed."""

    exercise: str
    stand_ins: tuple[StandIn, ...] = ()
    entry: ExerciseSwapped | None = None
    changed: ChangedPlan | None = None


def swap_choices(known: Facts, name: str) -> SwapReport:
    """What can stand in for an exercise with the gear of today, kinder to what hurts today. UnknownName for a name nobody knows."""
    was = exercise_named(known.catalogue, name).exercise
    return SwapReport(exercise=was.id, stand_ins=_stand_ins(known, was))


def swap(
    store: Store, known: Facts, name: str, new: str, *, until: date | None, why: str, stamp: Stamp
) -> Swap:
    """Remembers that `new` is done where `name` is planned, from today to `until` (None: for good); the same name twice ends a swap.

    InputError, with what would do, where the new one is another movement, cannot be done with the gear, hurts, or brings jumps.
    """
    was = exercise_named(known.catalogue, name).exercise
    now = exercise_named(known.catalogue, new).exercise
    if problem := swap_problem(known, was, now):
        raise InputError(value=now.id, place="swap", problem=problem, remedy=_remedy(_stand_ins(known, was)))
    if until is not None and until < known.today:
        raise InputError(
            value=str(until), place="swap", problem="lies behind", remedy="leave --until away: for good"
        )
    before = plan_of(known)
    entry = ExerciseSwapped(
        id=stamp.id, at=stamp.at, was=was.id, now=now.id, first=known.today, last=until, why=why
    )
    store.append(entry)
    return Swap(entry=entry, before=before)


def swap_report(done: Swap, known: Facts) -> SwapReport:
    """What the plan makes of a swap; `known` are the facts since."""
    changed = changed_plan(done.before, plan_of(known), known)
    return SwapReport(exercise=done.entry.was, entry=done.entry, changed=changed)


def _stand_ins(known: Facts, was: Exercise) -> tuple[StandIn, ...]:
    state = known.state
    eased = state.eased(known.today)
    return stand_ins(
        was.id,
        known.catalogue,
        gear=state.gear_on(known.today),
        avoid=eased.avoid,
        level=state.profile.lifting,
        dislikes=frozenset(state.profile.dislikes),
        places=frozenset(one.place for one in eased.easings if one.place),
    )


def swap_problem(known: Facts, was: Exercise, now: Exercise) -> str:
    """Why `now` cannot stand in for `was` today; empty where it can."""
    if now.id == was.id:
        return ""
    if now.movement is not was.movement and not are_kin(was, now):
        return f"is another movement than {was.id} ({now.movement} instead of {was.movement})"
    if now.plyometric and not was.plyometric:
        return f"brings jumps, which {was.id} has none of (rule plyometric-gate)"
    if not owned_variants(known.state.gear_on(known.today), now):
        return "needs gear that is not there"
    if now.id in known.state.eased(known.today).avoid:
        return "is to be avoided now"
    return ""


def _remedy(found: Sequence[StandIn]) -> str:
    return f"one of: {', '.join(one.exercise for one in found[:4])}" if found else "leave it as it is"
