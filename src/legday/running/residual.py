"""Decides how much of the runs' cost is still in the legs: shown, and read for cross-training, never a rule of its own."""

from collections.abc import Sequence
from datetime import datetime
from math import exp

from legday.model.muscles import Muscle
from legday.model.race_days import HALF_M, MARATHON_M
from legday.model.runs import JudgedRun, RunKind

EASY_HOURS, HARD_HOURS, BREAKING_HOURS, MARATHON_HOURS = 20, 32, 48, 72
"""Hours after which 37 % is left: easy · tempo or long · downhill, or a race from the half marathon · a marathon (science.md L2, our setting)."""

DOWNHILL_M_PER_KM = 20
"""Metres lost per kilometre from which a run counts as downhill (our setting)."""


def residual(runs: Sequence[JudgedRun], *, at: datetime) -> dict[Muscle, int]:
    """Points per muscle left at the wall-clock moment `at` (naive) from runs begun before it."""
    left: dict[Muscle, float] = {}
    for run in runs:
        hours = (at - run.local_start).total_seconds() / 3600 - run.recording.elapsed_s / 3600
        if run.local_start >= at:
            continue
        share = exp(-max(hours, 0.0) / fading_hours(run))
        for muscle, points in run.cost.items():
            left[muscle] = left.get(muscle, 0.0) + points * share
    return {muscle: round(points) for muscle, points in left.items()}


def fading_hours(run: JudgedRun) -> int:
    """Hours after which 37 % of this run's cost is left."""
    metres = run.recording.metres or 0
    if run.kind is RunKind.RACE and metres >= MARATHON_M:
        return MARATHON_HOURS
    if (run.kind is RunKind.RACE and metres >= HALF_M) or _downhill(run):
        return BREAKING_HOURS
    return HARD_HOURS if run.key else EASY_HOURS


def _downhill(run: JudgedRun) -> bool:
    lost, metres = run.recording.descent_m, run.recording.metres
    return bool(lost and metres and lost * 1000 >= DOWNHILL_M_PER_KM * metres)
