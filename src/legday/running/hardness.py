"""Decides how hard a run was: 0–100, Banister's training impulse, effort × minutes."""

from collections.abc import Mapping
from math import exp

from legday.model.runs import Digest, Recording, Thresholds

MEN = (0.64, 1.92)
WOMEN = (0.86, 1.67)
"""Weight of a minute = a · HRr · e^(b · HRr) (Banister/Morton 1990, science.md E9; recalled, some pages keep 0.64 for women)."""

RESTING_HEART_RATE = 60
"""Beats/min taken where the runner gave none (our setting)."""

STEEPNESS_SPEED = 4
STEEPNESS_HEART_RATE = 6
"""How fast hardness grows with speed or heart rate relative to threshold (our settings)."""

FULL_AFTER = 60.0
"""Points of stress (100 = an hour at threshold) at which hardness reaches 63 (our setting)."""

EASY_SHARE = 0.78
"""Speed relative to threshold of a run of which only the duration is known (our setting)."""


def training_impulse(
    heart_rate_s: Mapping[int, int], *, resting: int, highest: int, sex: str = ""
) -> float | None:
    """Banister's TRIMP over seconds per beat/min; `sex` "f…"/"w…" or "m…", else the mean of both curves (our neutral choice).

    None where there is no heart rate or `highest` is not above `resting`.
    """
    if not heart_rate_s or highest <= resting:
        return None
    curves = _curves(sex)
    total = 0.0
    for beats, seconds in heart_rate_s.items():
        reserve = min(max((beats - resting) / (highest - resting), 0.0), 1.0)
        weight = sum(a * exp(b * reserve) for a, b in curves) / len(curves)
        total += seconds / 60 * reserve * weight
    return round(total, 1)


def _curves(sex: str) -> tuple[tuple[float, float], ...]:
    first = sex.strip().lower()[:1]
    if first in {"f", "w"}:
        return (WOMEN,)
    return (MEN,) if first == "m" else (MEN, WOMEN)


def effort_minutes(recording: Recording) -> int | None:
    """Effort (0–10) × minutes moving (Foster's session effort); None where the runner gave no effort."""
    if recording.effort is None:
        return None
    return round(recording.effort * recording.moving_s / 60)


def hardness(recording: Recording, found: Digest, thresholds: Thresholds) -> int:
    """0–100 from how long and how near to threshold: by speed, else heart rate, else effort, else duration alone.

    Where the runner gave an effort as well, the mean of both.
    """
    seen = _stress_seen(found, thresholds)
    told = None if recording.effort is None else _stress(recording.moving_s, 0.6 + 0.045 * recording.effort)
    known = [stress for stress in (seen, told) if stress is not None]
    stress = sum(known) / len(known) if known else _stress(recording.moving_s, EASY_SHARE)
    return round(100 * (1 - exp(-stress / FULL_AFTER)))


def _stress(seconds: int, share: float) -> float:
    return 100 * seconds / 3600 * share**STEEPNESS_SPEED


def _stress_seen(found: Digest, thresholds: Thresholds) -> float | None:
    if found.speed_s and thresholds.speed:
        return _summed(found.speed_s, at=10 * thresholds.speed, steepness=STEEPNESS_SPEED)
    if found.heart_rate_s and thresholds.heart_rate:
        return _summed(found.heart_rate_s, at=thresholds.heart_rate, steepness=STEEPNESS_HEART_RATE)
    return None


def _summed(seconds_at: Mapping[int, int], *, at: float, steepness: int) -> float:
    return sum(
        100 * seconds / 3600 * min(value / at, 1.5) ** steepness for value, seconds in seconds_at.items()
    )
