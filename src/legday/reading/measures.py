"""Decides how distance, climb, moving time and steps are measured from samples."""

import numpy as np
from numpy.typing import NDArray

from legday.model.runs import Series

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius (IUGG)."""

CLIMB_STEP_M = 3.0
"""A rise or fall counts once it is this large: less is the noise of the sensor (our setting)."""

MOVING_SPEED = 0.5
"""Metres per second above which a person moves (our setting)."""

PAUSE_S = 60
"""A gap between samples longer than this is a pause when nothing else tells (our setting)."""


def metres_between(latitude: Series, longitude: Series) -> Series:
    """Great-circle metres between neighbours, length n − 1 (haversine)."""
    north, east = np.radians(latitude), np.radians(longitude)
    half = np.sin(np.diff(north) / 2) ** 2
    half = half + np.cos(north[:-1]) * np.cos(north[1:]) * np.sin(np.diff(east) / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def metres_along(latitude: Series, longitude: Series) -> Series:
    """Metres covered so far by position, length n; samples without one keep the distance before them. NaN before the first."""
    along = np.full(latitude.size, np.nan)
    placed = np.flatnonzero(np.isfinite(latitude) & np.isfinite(longitude))
    if placed.size == 0:
        return along
    along[placed] = np.concatenate(([0.0], np.cumsum(metres_between(latitude[placed], longitude[placed]))))
    return held(along)


def held(values: Series) -> Series:
    """Each NaN takes the last number before it; NaN before the first stays."""
    known: NDArray[np.intp] = np.where(np.isfinite(values), np.arange(values.size), -1)
    last = np.maximum.accumulate(known) if values.size else known
    return np.where(last >= 0, values[np.maximum(last, 0)], np.nan)


def climb(altitude: Series) -> tuple[int, int] | None:
    """Metres up and down: smoothed over 7 samples, counted in steps of at least `CLIMB_STEP_M`. None without heights."""
    heights = altitude[np.isfinite(altitude)]
    if heights.size < 2:
        return None
    up, down = _turns(_smoothed(heights))
    return round(up), round(down)


def _smoothed(heights: Series, window: int = 7) -> Series:
    if heights.size < window:
        return heights
    padded = np.pad(heights, window // 2, mode="edge")
    return np.convolve(padded, np.ones(window) / window, mode="valid")


def _turns(heights: Series) -> tuple[float, float]:
    """Sums of rises and falls between turning points that lie at least `CLIMB_STEP_M` apart."""
    total = {1: 0.0, -1: 0.0, 0: 0.0}
    base = extreme = float(heights[0])
    direction = 0
    for height in heights.tolist():
        if direction * (height - extreme) > 0:
            extreme = height
        elif abs(height - extreme) >= CLIMB_STEP_M:
            total[direction] += abs(extreme - base)
            base, extreme, direction = extreme, height, 1 if height > extreme else -1
    total[direction] += abs(extreme - base)
    return total[1], total[-1]


def moving_seconds(t: Series, metres: Series) -> int:
    """Seconds in which the runner moved; where no distance is known, all that is no pause."""
    steps = np.diff(t)
    covered = np.diff(held(metres))
    with np.errstate(divide="ignore", invalid="ignore"):
        speed = np.where(steps > 0, covered / steps, 0.0)
    moving = np.where(np.isfinite(speed), speed >= MOVING_SPEED, steps <= PAUSE_S)
    return round(float(steps[moving].sum()))


def both_feet(cadence: Series) -> Series:
    """Steps per minute of both feet. Watches count one leg (FIT, TCX); where half of the numbers pass 120 they count both."""
    turning = cadence[cadence > 0]
    if turning.size == 0 or float(np.median(turning)) >= 120:
        return cadence
    return cadence * 2


def steps_taken(t: Series, cadence: Series) -> int | None:
    """Steps of both feet: cadence times time, gaps longer than a pause left out. None without cadence."""
    if not np.isfinite(cadence).any():
        return None
    seconds = np.diff(t)
    seconds = np.where(seconds <= PAUSE_S, seconds, 0.0)
    return round(float(np.nansum(held(cadence)[1:] * seconds) / 60))
