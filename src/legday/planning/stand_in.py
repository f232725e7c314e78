"""Decides whether an exercise stands in for another, so that legs which know the one are not new to the other."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from legday.model.exercises import Exercise
from legday.model.plan import Prescription

KNOWN_WEEKS = 4
"""Legs know an exercise for so long, as far as a menu is new or not (our setting: as far as growth looks back)."""


def stands_for(line: Prescription, exercises: Mapping[str, Exercise]) -> str:
    """The exercise that a line counts as where newness is judged: the one whose place it takes, if both are one movement
    and it brings no jumps; else its own. docs/decisions/0012-stand-ins.md says why."""
    now, was = exercises.get(line.exercise), exercises.get(line.instead_of)
    if now is None or was is None:
        return line.exercise
    return was.id if now.movement is was.movement and not now.plyometric else now.id


def leg_exercises(lines: Iterable[Prescription], exercises: Mapping[str, Exercise]) -> frozenset[str]:
    """What can make legs new to a menu: short hip and trunk exercises do not, nor does what stands in for another of its movement."""
    names = {stands_for(line, exercises) for line in lines}
    return frozenset(name for name in names if name in exercises and not exercises[name].short)


def known_since(first: date) -> date:
    """The day from which on what was done is still known to the legs when a plan begins with the week of `first`."""
    return first - timedelta(weeks=KNOWN_WEEKS)
