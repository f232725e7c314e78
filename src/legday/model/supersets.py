"""Decides which exercises of a session may share their rests: two that tire neither the same muscles nor the same movement."""

from collections.abc import Sequence

from legday.model.exercises import Exercise
from legday.model.muscles import Muscle

DIRECT_QUARTERS = 2
"""From this many quarter sets per set on, an exercise trains a muscle directly enough to need its rest (our setting)."""

LONG_REST_S = 120
"""A lift dosed with a rest of this many seconds or more is heavy: it keeps its rest to itself (our setting)."""


def direct_muscles(exercise: Exercise) -> frozenset[Muscle]:
    """The muscles that must have rested before the exercise."""
    return frozenset(muscle for muscle, quarters in exercise.sets.items() if quarters >= DIRECT_QUARTERS)


def shares_rests(exercise: Exercise, rest_s: int) -> bool:
    """Whether the exercise may be in a superset at all: never jumps, never a lift with a long rest (seconds)."""
    return not exercise.plyometric and rest_s < LONG_REST_S


def compete(one: Exercise, other: Exercise) -> bool:
    """Whether one exercise takes from the other: the same movement, or a direct muscle of both."""
    return one.movement is other.movement or bool(direct_muscles(one) & direct_muscles(other))


def pairs(exercises: Sequence[Exercise], rests: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Places (from 0) of the exercises that are done in turns, first place first.

    `rests` are the seconds of rest dosed for each exercise, as many as there are exercises (else ValueError). In the order of the
    session each exercise takes the first later one that is free and fits; what finds none is done alone.
    """
    free = [
        place
        for place, (exercise, rest_s) in enumerate(zip(exercises, rests, strict=True))
        if shares_rests(exercise, rest_s)
    ]
    found: list[tuple[int, int]] = []
    while free:
        first = free.pop(0)
        partner = next((place for place in free if not compete(exercises[first], exercises[place])), None)
        if partner is not None:
            free.remove(partner)
            found.append((first, partner))
    return tuple(found)
