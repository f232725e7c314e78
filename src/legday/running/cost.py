"""Decides what a run cost which muscles, in points: sixty easy minutes are about 100 for the soleus."""

from collections.abc import Mapping

from legday.model.muscles import Muscle
from legday.model.runs import Digest, Recording

EASY: Mapping[Muscle, float] = {
    Muscle.SOLEUS: 1.0,
    Muscle.QUADRICEPS: 0.7,
    Muscle.GASTROCNEMIUS: 0.45,
    Muscle.GLUTE_MED: 0.4,
    Muscle.HAMSTRINGS: 0.3,
    Muscle.GLUTE_MAX: 0.3,
    Muscle.HIP_FLEXORS: 0.35,
    Muscle.ADDUCTORS: 0.2,
    Muscle.ERECTORS: 0.15,
}
"""Weight of an easy minute, up to 3.5 m/s (our setting from Dorn 2012, science.md H10)."""

FAST: Mapping[Muscle, float] = {
    **EASY,
    Muscle.SOLEUS: 1.1,
    Muscle.GASTROCNEMIUS: 0.6,
    Muscle.HAMSTRINGS: 0.6,
    Muscle.GLUTE_MAX: 0.45,
    Muscle.HIP_FLEXORS: 0.6,
}
"""Weight of a fast minute, from 4.5 m/s; between the two speeds it grows evenly (H10)."""

EASY_UP_TO, FAST_FROM = 35, 45
"""0.1 m/s."""

DOWNHILL: Mapping[Muscle, float] = {Muscle.QUADRICEPS: 1.75, Muscle.SOLEUS: 0.9}
UPHILL: Mapping[Muscle, float] = {Muscle.QUADRICEPS: 1.1, Muscle.SOLEUS: 1.3, Muscle.GLUTE_MAX: 1.3}
"""Factors on slopes of 5 % and more (H10; quadriceps downhill ×1.5–2, the middle taken)."""

STEPS_A_MINUTE = 168
"""Steps an easy minute has (science.md E9); more or fewer steps scale the cost within 0.5–1.2 (our setting)."""

POINTS_A_MINUTE = 100 / 60


def leg_cost(recording: Recording, found: Digest) -> dict[Muscle, int]:
    """Points per muscle from minutes, speed, climbing, descending and steps; minutes alone where nothing else is known."""
    seconds = sum(found.speed_s.values()) or recording.moving_s
    if seconds <= 0:
        return {}
    fast_s = sum(time * _fastness(speed) for speed, time in found.speed_s.items())
    scale = POINTS_A_MINUTE / 60 * _steps_factor(recording)
    return {
        muscle: round(
            scale
            * (seconds * easy + fast_s * (FAST[muscle] - easy))
            * _slopes_factor(found, muscle, seconds=seconds)
        )
        for muscle, easy in EASY.items()
    }


def _fastness(speed: int) -> float:
    return min(max((speed - EASY_UP_TO) / (FAST_FROM - EASY_UP_TO), 0.0), 1.0)


def _slopes_factor(found: Digest, muscle: Muscle, *, seconds: int) -> float:
    down, up = min(found.downhill_s / seconds, 1.0), min(found.uphill_s / seconds, 1.0)
    return 1 + down * (DOWNHILL.get(muscle, 1.0) - 1) + up * (UPHILL.get(muscle, 1.0) - 1)


def _steps_factor(recording: Recording) -> float:
    if not recording.steps or recording.moving_s <= 0:
        return 1.0
    return min(max(recording.steps / (STEPS_A_MINUTE * recording.moving_s / 60), 0.5), 1.2)
