"""Decides which promised sessions were missed, and which chosen session takes the place of each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from legday.model.plan import Told
from legday.model.season import MissedSession
from legday.model.state import RunnerState


def missed_sessions(state: RunnerState, *, first: date, last: date, today: date) -> tuple[MissedSession, ...]:
    """The promised sessions from `first` to before `last` that were skipped, or of which nothing was said, in order of time.

    A day on which a session took place has missed none; one that was put elsewhere is missed only there, once that day is over.
    """
    over = {session.start.date() for session in state.held}
    kept = {session.planned for session in state.held}
    moved = {pin.planned for pin in state.pins} | {
        pin.start for pin in state.pins if pin.start.date() >= today
    }
    found: dict[datetime, MissedSession] = {}
    for one in _told(state, today):
        if (
            first <= one.start.date() < last
            and one.start.date() not in over
            and one.start not in moved | kept
        ):
            found.setdefault(one.start, one)
    return tuple(found[start] for start in sorted(found))


def _told(state: RunnerState, today: date) -> Iterator[MissedSession]:
    menus = {one.start: one.menu for one in (*state.promised, *state.done)}
    for skip in state.log.skipped:
        menu = skip.menu or menus.get(skip.planned, "")
        yield MissedSession(start=skip.planned, menu=menu, skipped=True, why=skip.why)
    stand_ins = {session.start for session in state.offered}
    for session in (*state.done, *state.unsaid):
        unsaid = session.told is Told.UNSAID and session.start not in stand_ins
        if unsaid and session.start.date() < today:
            yield MissedSession(start=session.start, menu=session.menu)
    for pin in state.pins:
        if pin.start.date() < today:
            menu = menus.get(pin.planned, "") if pin.planned else ""
            yield MissedSession(start=pin.start, menu=menu)


def delays(missed: MissedSession, starts: Sequence[datetime]) -> dict[datetime, int]:
    """How far each start is from making up for a missed session: 1 for the next after it, 2 for the one after that …, then those before it."""
    later = sorted(start for start in starts if start > missed.start)
    earlier = sorted((start for start in starts if start < missed.start), reverse=True)
    return {start: place for place, start in enumerate((*later, *earlier), 1)}


def made_up(
    missed: Sequence[MissedSession], starts: Sequence[datetime], first: date
) -> tuple[MissedSession, ...]:
    """Each missed session with the start that takes its place, of the same week (counted from the Monday `first`); each start once."""
    left = list(starts)
    result = []
    for one in missed:
        week = (one.start.date() - first).days // 7
        own = [start for start in left if (start.date() - first).days // 7 == week]
        rank = delays(one, own)
        instead = min(own, key=lambda start: rank.get(start, 0), default=None)
        if instead is not None:
            left.remove(instead)
        result.append(replace(one, instead=instead))
    return tuple(result)
