"""Decides which sets are heavy: few repetitions of a heavy lift, with weight, at the speed it is usually done."""

from legday.model.exercises import Exercise, seconds_of
from legday.model.plan import Prescription

HEAVY_REPS = 6
"""A range that ends here or below is a heavy one (science.md A8)."""


def few(reps: tuple[int, int], exercise: Exercise, *, tempo: str = "") -> bool:
    """Whether a range asks for few repetitions, as long as each lasts no longer than usual: where `tempo` (seconds down-hold-up) is slower,
    a set has fewer because each takes longer, and counts as the repetitions that would take as long."""
    usual = exercise.rep_seconds
    return reps[1] * max(seconds_of(tempo), usual) <= HEAVY_REPS * usual


def is_heavy(line: Prescription, exercise: Exercise) -> bool:
    """Whether a line's sets are heavy."""
    return exercise.heavy and line.weight_g > 0 and few(line.reps, exercise, tempo=line.tempo)
