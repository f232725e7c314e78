"""Decides how left is held against right: by the sets that each leg did alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from legday.model.exercises import Exercise
from legday.model.plan import PastSession, Prescription
from legday.model.sets import LoggedSet, Side

FLAG_PERCENT = 15
"""A difference past this, twice in a row to the same side, is pointed out (science.md G7, our setting); it is no injury test."""
FLAG_TIMES = 2
FULL_REPS = 30
"""Epley's form: a set of n repetitions short of failure moves 1 + n/30 of its weight (science.md D)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSession:
    """The best set of each leg in one session, as repetitions-weighted grams; `percent` how much the right is ahead (negative: left)."""

    day: date
    left: int
    right: int

    @property
    def percent(self) -> int:
        best = max(self.left, self.right)
        return round(100 * (self.right - self.left) / best) if best else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBalance:
    """One exercise's sessions in which each leg did sets alone, oldest first; `flagged` where they differ by too much, twice."""

    exercise: str
    sessions: tuple[SideSession, ...]
    flagged: bool


def side_balances(
    done: Sequence[PastSession], exercises: Mapping[str, Exercise], *, body_mass_g: int
) -> tuple[SideBalance, ...]:
    """Every exercise with sets of each leg, by id."""
    by_exercise: dict[str, list[SideSession]] = {}
    for session in done:
        for exercise in sorted({one.exercise for one in session.sets if one.exercise in exercises}):
            mine = [one for one in session.sets if one.exercise == exercise and not one.warm_up]
            asked = next((line for line in session.prescribed if line.exercise == exercise), None)
            told = [_told(one, asked) for one in mine]
            sides = _session(session.start.date(), told, exercises[exercise], body_mass_g)
            if sides is not None:
                by_exercise.setdefault(exercise, []).append(sides)
    return tuple(
        SideBalance(exercise=exercise, sessions=tuple(sessions), flagged=_flagged(sessions))
        for exercise, sessions in sorted(by_exercise.items())
    )


def _told(one: LoggedSet, asked: Prescription | None) -> LoggedSet:
    """The set with what was not said filled in from what was asked."""
    if asked is None:
        return one
    return replace(
        one,
        weight_g=asked.weight_g if one.weight_g is None else one.weight_g,
        rir=asked.rir if one.rir is None else one.rir,
    )


def _session(
    day: date, sets: Sequence[LoggedSet], exercise: Exercise, body_mass_g: int
) -> SideSession | None:
    left = [_worth(one, exercise, body_mass_g) for one in sets if one.side is Side.LEFT]
    right = [_worth(one, exercise, body_mass_g) for one in sets if one.side is Side.RIGHT]
    return SideSession(day=day, left=max(left), right=max(right)) if left and right else None


def _worth(one: LoggedSet, exercise: Exercise, body_mass_g: int) -> int:
    """Grams moved, the body's share with them, × (1 + repetitions to failure / 30); seconds held count as they are."""
    moved = exercise.body_share * body_mass_g // 100 + (one.weight_g or 0)
    if one.seconds:
        return moved * one.reps
    return round(moved * (1 + (one.reps + (one.rir or 0)) / FULL_REPS)) if one.reps else 0


def _flagged(sessions: Sequence[SideSession]) -> bool:
    last = [one.percent for one in sessions[-FLAG_TIMES:]]
    return len(last) == FLAG_TIMES and (
        all(percent > FLAG_PERCENT for percent in last) or all(percent < -FLAG_PERCENT for percent in last)
    )
