"""Decides how many repeated fast stretches a run held, from its laps and from its speed."""

from collections.abc import Sequence

import numpy as np

from legday.model.runs import Lap, Series

SHORTEST_STRETCH_S = 30
LONGEST_STRETCH_S = 1200
"""A fast stretch lasts 30 s to 20 min: strides are shorter, a tempo run longer (our setting)."""

FASTER_BY = 1.2
"""Fast is at least this many times the run's own slow running (our setting)."""

WALKING = 1.9
"""Metres/second below which the runner walks or stands (our setting)."""

FASTEST_AFTER_WALKING = 3.0
"""Where the pauses are walked, fast stretches must reach this, m/s, so that run-walk is no interval session (our setting)."""

SAME_LENGTH = 0.03
"""Laps whose lengths agree this well were cut by the watch, not by the runner."""


def fast_stretches(speed: Series | None, laps: Sequence[Lap]) -> int:
    """How many fast stretches with slower running between them; the larger of what laps and speed (m/s at 1 Hz) show."""
    return max(_in_laps(laps), 0 if speed is None else _in_speed(speed))


def _in_speed(speed: Series) -> int:
    boundary = _boundary(speed)
    if boundary is None:
        return 0
    above = np.concatenate(([0], (speed >= boundary).astype(np.int8), [0]))
    edges = np.flatnonzero(np.diff(above))
    lengths = edges[1::2] - edges[::2]
    return int(np.count_nonzero((lengths >= SHORTEST_STRETCH_S) & (lengths <= LONGEST_STRETCH_S)))


def _in_laps(laps: Sequence[Lap]) -> int:
    timed = [lap for lap in laps if lap.metres and lap.seconds > 0]
    if len(timed) < 5 or _cut_by_watch(timed):
        return 0
    speeds = np.array([(lap.metres or 0) / lap.seconds for lap in timed])
    boundary = _boundary(speeds)
    if boundary is None:
        return 0
    fast = [
        speed >= boundary and SHORTEST_STRETCH_S <= lap.seconds <= LONGEST_STRETCH_S
        for speed, lap in zip(speeds, timed, strict=True)
    ]
    return sum(1 for before, now in zip([False, *fast], fast, strict=False) if now and not before)


def _cut_by_watch(laps: Sequence[Lap]) -> bool:
    lengths = sorted(lap.metres or 0 for lap in laps[:-1])
    middle = lengths[len(lengths) // 2]
    return all(abs(length - middle) <= SAME_LENGTH * middle for length in lengths)


def _boundary(speeds: Series) -> float | None:
    """The speed that parts fast from slow, None where the run holds only one of them."""
    running = speeds[speeds >= WALKING]
    if running.size < 3:
        return None
    slow, fast = np.percentile(running, [25, 95])
    if fast >= FASTER_BY * slow:
        return float(slow + fast) / 2
    walked = 1 - running.size / speeds.size
    if walked >= 0.15 and fast >= FASTEST_AFTER_WALKING:
        return float(slow) * 0.9
    return None
