"""Decides which leg sessions are new to the legs: after a lay-off, or early in a menu (rule `leg-spacing`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A session as far as newness needs it: `block` None for done sessions and where the plan tells no weeks; `unsaid` where nobody knows
    whether it took place. `exercises` of a done one are those that the legs still know."""

    start: datetime
    planned: bool
    block: int | None
    exercises: frozenset[str]
    unsaid: bool = False


def _menus(sessions: Sequence[Placed]) -> Mapping[int, frozenset[str]]:
    """The exercises of each block; the first has those of the sessions done lately too, for part of it may lie behind."""
    menus: dict[int, frozenset[str]] = {}
    for session in sessions:
        if session.block is not None:
            menus[session.block] = menus.get(session.block, frozenset()) | session.exercises
    if menus:
        first = min(menus)
        known = (session.exercises for session in sessions if session.block is None)
        menus[first] = menus[first].union(*known)
    return menus


def _off(before: Placed | None, session: Placed, layoff_days: int) -> bool:
    return before is None or session.start - before.start >= timedelta(days=layoff_days)


def _menu_begins(before: Placed | None, session: Placed, menus: Mapping[int, frozenset[str]]) -> bool:
    """A block begins a menu only where it brings an exercise the block before did not have."""
    if before is None or before.block is None or session.block is None or before.block == session.block:
        return False
    return not menus[session.block] <= menus[before.block]


def _same_training_day(before: Placed | None, session: Placed) -> bool:
    """Whether a session was the second part of one that was done."""
    done = before is not None and not before.planned and not session.planned
    return done and before is not None and before.start.date() == session.start.date()


def new_to_legs(
    sessions: Sequence[Placed], *, layoff_days: int, new_sessions: int, weeks_told: bool
) -> tuple[bool, ...]:
    """For each session, in order of time, whether the legs are new to it.

    New is the first after `layoff_days` or more without one, and, where the plan tells its weeks (`weeks_told`), the first
    `new_sessions` of a menu. Days are of 24 h by the wall clock. The first menu is new to legs that come from a lay-off.
    A session of which nothing was said makes no later one less new.
    """
    menus = _menus(sessions)
    flags: list[bool] = []
    behind = 0
    before: Placed | None = None
    for session in sessions:
        off = _off(before, session, layoff_days)
        starts_anew = off and (before is None or not before.planned)
        known = 0 if starts_anew or _menu_begins(before, session, menus) else behind
        flags.append(off or (weeks_told and known < new_sessions))
        if not session.unsaid:
            behind = known + (not _same_training_day(before, session))
            before = session
    return tuple(flags)
