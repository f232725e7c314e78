"""Decides whether an exercise's ladder holds: slower or harder, one movement, and never back to where it began."""

from collections.abc import Iterator, Mapping

from legday.model.exercises import Exercise

TEMPO_PARTS = 3
SLOWEST_S = 15

Claim = tuple[str, object, bool, str]
"""Key, value, whether it holds, what was expected."""


def ladder_claims(exercise: Exercise, exercises: Mapping[str, Exercise]) -> Iterator[Claim]:
    """Each rung a slower tempo or another exercise of the same movement that is no step down and never leads back."""
    for rung in exercise.ladder:
        one = bool(rung.tempo) != bool(rung.exercise)
        yield "ladder", rung, one, "a tempo or an exercise, and not both"
        if rung.tempo:
            yield (
                "ladder",
                rung.tempo,
                _slower(rung.tempo, exercise),
                f"slower than {exercise.rep_seconds} s, as 4-1-1",
            )
        if rung.exercise:
            another = rung.exercise in exercises and rung.exercise != exercise.id
            yield "ladder", rung.exercise, another, "the id of another exercise"
            other = exercises[rung.exercise]
            yield (
                "ladder",
                other.id,
                other.movement is exercise.movement,
                f"an exercise of {exercise.movement}",
            )
            yield "ladder", other.id, other.id not in exercise.easier, "no exercise that is easier"
            yield (
                "ladder",
                other.id,
                exercise.id not in _leads_to(other, exercises),
                "one that never leads back",
            )


def _slower(tempo: str, exercise: Exercise) -> bool:
    parts = tempo.split("-")
    digits = len(parts) == TEMPO_PARTS and all(part.isascii() and part.isdecimal() for part in parts)
    return digits and exercise.rep_seconds < sum(map(int, parts)) <= SLOWEST_S


def _leads_to(exercise: Exercise, exercises: Mapping[str, Exercise]) -> set[str]:
    """The ids of all exercises that its ladder, and the ladders of those, can lead to."""
    found: set[str] = set()
    left = [exercise.id]
    while left:
        for rung in exercises[left.pop()].ladder:
            if rung.exercise in exercises and rung.exercise not in found:
                found.add(rung.exercise)
                left.append(rung.exercise)
    return found
