"""Decides which exercises of a session that cannot be made up come along in another session of its week, and which are dropped."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from legday.model.catalogue import Catalogue
from legday.model.muscles import BANDED, Muscle
from legday.model.season import ChosenDay, Menu, MenuLine, MissedSession, WeekTarget
from legday.model.state import RunnerState

MOST_TAKEN = 2
"""Exercises of a missed session that another takes over at most: it stays the session it was (our setting)."""

DIRECT = 4
"""Quarter sets a set by which an exercise trains a muscle directly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedWork:
    """What becomes of missed sessions: menus of single sessions by start, and a sentence for each session that was not made up."""

    own_menus: Mapping[datetime, Menu]
    notes: tuple[str, ...] = ()


def missed_work(
    state: RunnerState,
    targets: Sequence[WeekTarget],
    days: Sequence[ChosenDay],
    menus: Mapping[tuple[int, str], Menu],
    catalogue: Catalogue,
    *,
    missed: Sequence[MissedSession],
    own_menus: Mapping[datetime, Menu],
) -> MissedWork:
    """For each missed session that no opening makes up for: what the week would lack most goes first.

    A muscle below the least of rule `muscle-band` in what the week still holds is given back by the missed exercise that trains it
    directly; that exercise takes the place of one whose movement the session has twice, so that no session gets longer. All else is dropped and said.
    """
    given = dict(own_menus)
    notes: list[str] = []
    for one in missed:
        week = (one.start.date() - targets[0].start).days // 7 if targets else -1
        menu = menus.get((targets[week].block, one.menu)) if 0 <= week < len(targets) else None
        if one.instead is not None or menu is None:
            continue
        left = [day for day in days if day.week == week]
        taken = _taken(menu, left, targets[week], state=state, menus=menus, catalogue=catalogue, given=given)
        notes.append(_note(one, menu, taken, catalogue))
    return MissedWork(own_menus=given, notes=tuple(notes))


def _taken(
    menu: Menu,
    left: Sequence[ChosenDay],
    target: WeekTarget,
    *,
    state: RunnerState,
    menus: Mapping[tuple[int, str], Menu],
    catalogue: Catalogue,
    given: dict[datetime, Menu],
) -> list[tuple[MenuLine, ChosenDay]]:
    """The missed lines that other sessions of the week take over; writes their menus into `given`."""
    least = DIRECT * catalogue.rulebook.number("muscle-band", "least")
    taken: list[tuple[MenuLine, ChosenDay]] = []
    for _ in range(MOST_TAKEN):
        held = {day.start: given.get(day.start) or menus[target.block, day.letter] for day in left}
        quarters = _week_quarters(held.values(), target, state, catalogue)
        lacking = {
            muscle: least - quarters.get(muscle, 0) for muscle in BANDED if quarters.get(muscle, 0) < least
        }
        found = _best_place(menu, left, held, lacking, catalogue)
        if found is None:
            break
        line, day, place = found
        lines = held[day.start].lines
        moved = replace(line, instead_of=lines[place].instead_of or lines[place].exercise)
        why = f"{catalogue.name(line.exercise)} comes along from the session that was missed, in place of {_low(catalogue, lines[place].exercise)}."
        given[day.start] = replace(
            held[day.start],
            lines=(*lines[:place], moved, *lines[place + 1 :]),
            why=(*held[day.start].why, why),
        )
        taken.append((line, day))
    return taken


def _week_quarters(
    held: Iterable[Menu], target: WeekTarget, state: RunnerState, catalogue: Catalogue
) -> dict[Muscle, int]:
    """Quarter sets that the week has by what was done in it and by what is still to come."""
    total: dict[Muscle, int] = {}
    for session in state.held:
        if 0 <= (session.start.date() - target.start).days < 7:
            for muscle, quarters in session.quarter_sets.items():
                total[muscle] = total.get(muscle, 0) + quarters
    for menu in held:
        for line in menu.lines:
            for muscle, quarters in catalogue.exercises[line.exercise].sets.items():
                total[muscle] = total.get(muscle, 0) + quarters * line.sets
    return total


def _best_place(
    menu: Menu,
    left: Sequence[ChosenDay],
    held: Mapping[datetime, Menu],
    lacking: Mapping[Muscle, int],
    catalogue: Catalogue,
) -> tuple[MenuLine, ChosenDay, int] | None:
    """The missed line that gives the week most of what it lacks, and the session and place that take it."""
    exercises = catalogue.exercises

    def worth(line: MenuLine) -> int:
        sets = exercises[line.exercise].sets
        return sum(gap for muscle, gap in lacking.items() if sets.get(muscle, 0) >= DIRECT)

    for line in sorted(menu.lines, key=worth, reverse=True):
        if not worth(line) or exercises[line.exercise].plyometric:
            continue
        for day in sorted(left, key=lambda one: -one.opening_minutes):
            place = _spare_place(held[day.start], line, catalogue)
            if place is not None:
                return line, day, place
    return None


def _spare_place(menu: Menu, line: MenuLine, catalogue: Catalogue) -> int | None:
    """The last line that the session can spare: its movement stands there twice, and it is not the only one for one leg."""
    known = [catalogue.exercises[one.exercise] for one in menu.lines]
    if any(one.id == line.exercise for one in known):
        return None
    movements = [one.movement for one in known]
    single = [one.id for one in known if one.one_leg]
    for place in reversed(range(len(known))):
        spare = movements.count(movements[place]) > 1 and single != [known[place].id]
        if spare and not menu.lines[place].instead_of:
            return place
    return None


def _note(
    one: MissedSession, menu: Menu, taken: Sequence[tuple[MenuLine, ChosenDay]], catalogue: Catalogue
) -> str:
    """`Workout A of Tuesday 24 Nov was skipped (travel) and no opening of its week can take it: calf raise comes along on …`."""
    how = f"was skipped{f' ({one.why})' if one.why else ''}" if one.skipped else "was not logged"
    parts = [
        f"{_low(catalogue, line.exercise)} comes along on {day.start:%A} {day.start.day} {day.start:%b}"
        for line, day in taken
    ]
    carried = {line.exercise for line, _ in taken}
    dropped = [
        f"{line.sets} sets of {_low(catalogue, line.exercise)}"
        for line in menu.lines
        if line.exercise not in carried
    ]
    if dropped:
        parts.append(f"dropped this week: {', '.join(dropped)}")
    return f"{menu.title} of {one.start:%A} {one.start.day} {one.start:%b} {how} and no opening of its week can take it; {'; '.join(parts)}."


def _low(catalogue: Catalogue, exercise: str) -> str:
    name = catalogue.name(exercise)
    return name[0].lower() + name[1:]
