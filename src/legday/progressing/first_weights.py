"""Decides the weight an exercise begins with when nothing is known of the runner's strength: low, and one they own."""

from legday.model.exercises import Exercise
from legday.model.runner import LiftingLevel, Profile
from legday.progressing.lattice import Lattice


def start_percent(exercise: Exercise, lifting: LiftingLevel) -> int:
    """Percent of body mass to begin with (science.md D11, our setting)."""
    start = exercise.start_weight
    return {
        LiftingLevel.BEGINNER: start.beginner_percent,
        LiftingLevel.TRAINED: start.trained_percent,
        LiftingLevel.ADVANCED: start.advanced_percent,
    }[lifting]


def first_weight(exercise: Exercise, profile: Profile, weights: Lattice) -> int:
    """Grams to begin with: the start percent of body mass, rounded down to a weight that can be built."""
    return weights.floor(profile.body_mass_g * start_percent(exercise, profile.lifting) // 100)
