"""Decides what a run looked like second by second: distance, slope, grade-adjusted distance, heart rate."""

from dataclasses import dataclass

import numpy as np

from legday.model.runs import Lap, Recording, Samples, Series
from legday.running.slope import slope_factor

LONGEST_PAUSE_S = 300
"""A longer silence between two samples counts as this long, so that a forgotten watch stays small (our setting)."""

FASTEST_STEP = 12.0
"""Metres in one second beyond which a sample is a jump of the receiver, not a stride."""

STANDING = 0.5
"""Metres/second below which the runner stands (our setting)."""

HEART_RATE_HOLDS_S = 30
"""A heart rate counts for at most this long after its sample (our setting)."""

BELIEVABLE_HEART_RATE = (30, 240)

HEIGHT_SMOOTHING_S = 15
SLOPE_HALF_S = 10
SPEED_HALF_S = 5
SHORTEST_SLOPE_M = 5.0
"""Half widths in seconds for smoothing height, slope and speed; no slope is measured over less than five metres (our settings)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A run at 1 Hz. Cumulative series have n + 1 points for n seconds, the others n.

    `distance`, `adjusted` metres so far (None where no distance is known) · `speed` smoothed grade-adjusted m/s ·
    `gradient` rise ÷ run, 0 where no height is known · `heart_rate` beats/min, NaN where unknown · `moving` seconds not stood.
    """

    distance: Series | None
    adjusted: Series | None
    speed: Series | None
    gradient: Series
    heart_rate: Series
    moving: np.ndarray[tuple[int], np.dtype[np.bool_]]

    @property
    def seconds(self) -> int:
        return int(self.heart_rate.size)


def make_track(recording: Recording, samples: Samples | None) -> Track | None:
    """The run at 1 Hz; from laps or totals where there are no samples; None where not even a duration is known."""
    if samples is None or len(samples) < 2:
        samples = _samples_of_totals(recording)
    clock = clock_of(samples.t)
    if clock.size < 2 or clock[-1] < 1:
        return None
    grid = np.arange(int(clock[-1]) + 1, dtype=np.float64)
    distance = _distance(recording, samples, clock, grid)
    heart_rate = _heart_rate(samples, clock, grid[:-1])
    if distance is None:
        return Track(
            distance=None,
            adjusted=None,
            speed=None,
            gradient=np.zeros(grid.size - 1),
            heart_rate=heart_rate,
            moving=_recorded(clock, grid[:-1]),
        )
    gradient = _gradient(samples, clock, grid, distance)
    steps = np.diff(distance) * slope_factor(gradient)
    adjusted = np.concatenate(([0.0], np.cumsum(steps)))
    return Track(
        distance=distance,
        adjusted=adjusted,
        speed=around(adjusted, SPEED_HALF_S)[:-1],
        gradient=gradient,
        heart_rate=heart_rate,
        moving=around(distance, SPEED_HALF_S)[:-1] >= STANDING,
    )


def around(series: Series, half: int) -> Series:
    """The mean change per second of a cumulative series from `half` seconds before each point to `half` after (less at the ends)."""
    points = np.arange(series.size)
    before, after = np.maximum(points - half, 0), np.minimum(points + half, series.size - 1)
    return np.asarray((series[after] - series[before]) / np.maximum(after - before, 1), dtype=np.float64)


def clock_of(t: Series) -> Series:
    """Seconds since the first sample, a pause counted as `LONGEST_PAUSE_S` at most: the clock of a track."""
    steps = np.clip(np.diff(np.nan_to_num(t)), 0, LONGEST_PAUSE_S)
    return np.concatenate(([0.0], np.cumsum(steps)))


def _recorded(clock: Series, grid: Series) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    last = np.searchsorted(clock, grid, side="right") - 1
    following = np.minimum(last + 1, clock.size - 1)
    return np.asarray(clock[following] - clock[last] <= HEART_RATE_HOLDS_S)


def _distance(recording: Recording, samples: Samples, clock: Series, grid: Series) -> Series | None:
    known = np.isfinite(samples.metres)
    if np.count_nonzero(known) < 2:
        if not recording.metres:
            return None
        return np.asarray(grid * (recording.metres / grid[-1]), dtype=np.float64)
    metres = np.maximum.accumulate(np.interp(grid, clock[known], samples.metres[known]))
    strides = np.clip(np.diff(metres), 0, FASTEST_STEP)
    return np.concatenate(([0.0], np.cumsum(strides)))


def _gradient(samples: Samples, clock: Series, grid: Series, distance: Series) -> Series:
    known = np.isfinite(samples.altitude)
    if np.count_nonzero(known) < 2:
        return np.zeros(grid.size - 1)
    height = np.interp(grid, clock[known], samples.altitude[known])
    smooth = around(np.concatenate(([0.0], np.cumsum(height))), HEIGHT_SMOOTHING_S)[1:]
    rise, run = around(smooth, SLOPE_HALF_S), around(distance, SLOPE_HALF_S)
    enough = run * 2 * SLOPE_HALF_S >= SHORTEST_SLOPE_M
    return np.where(enough, rise / np.where(enough, run, 1.0), 0.0)[:-1]


def _heart_rate(samples: Samples, clock: Series, grid: Series) -> Series:
    low, high = BELIEVABLE_HEART_RATE
    with np.errstate(invalid="ignore"):
        known = (samples.heart_rate >= low) & (samples.heart_rate <= high)
    if not known.any():
        return np.full(grid.size, np.nan)
    times, beats = clock[known], samples.heart_rate[known]
    last = np.searchsorted(times, grid, side="right") - 1
    held = (last >= 0) & (grid - times[np.maximum(last, 0)] <= HEART_RATE_HOLDS_S)
    return np.where(held, beats[np.maximum(last, 0)], np.nan)


def _samples_of_totals(recording: Recording) -> Samples:
    """Even running within each lap, or over the whole run, in pieces short enough for a heart rate to hold over them."""
    laps = tuple(lap for lap in recording.laps if lap.seconds > 0)
    if not laps or any(lap.metres is None for lap in laps):
        laps = (_whole(recording),)
    ends = np.cumsum([lap.seconds for lap in laps], dtype=np.float64)
    covered = np.cumsum([np.nan if lap.metres is None else lap.metres for lap in laps], dtype=np.float64)
    t = np.arange(0.0, float(ends[-1]) + 1, HEART_RATE_HOLDS_S)
    t = np.unique(np.concatenate((t[t <= ends[-1]], ends)))
    beats = np.array([lap.heart_rate or np.nan for lap in laps], dtype=np.float64)
    unknown = np.full(t.size, np.nan)
    return Samples(
        t=t,
        metres=np.interp(t, np.concatenate(([0.0], ends)), np.concatenate(([0.0], covered))),
        heart_rate=beats[np.minimum(np.searchsorted(ends, t, side="right"), ends.size - 1)],
        altitude=unknown,
        cadence=unknown,
        latitude=unknown,
        longitude=unknown,
    )


def _whole(recording: Recording) -> Lap:
    return Lap(
        start_s=0,
        seconds=max(recording.moving_s, 0),
        metres=recording.metres,
        heart_rate=recording.mean_heart_rate,
    )
