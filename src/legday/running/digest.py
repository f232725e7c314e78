"""Decides what is kept of a run's samples: best efforts, time at each speed and heart rate, slopes, repeated fast stretches."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from legday.model.runs import Digest, Recording, Samples, Series
from legday.running.repeats import fast_stretches
from legday.running.slope import slope_factor
from legday.running.track import Track, make_track

WINDOWS_S = (60, 300, 600, 1200, 1800, 2400, 3600)
"""The windows, in seconds, over which the best efforts are kept."""

STEEP = 0.05
"""Gradient from which seconds count as uphill or downhill (science.md H10)."""

GUESSED_GRADIENT = 0.08
"""How steep hills are taken to be where only the height climbed in all is known (our setting)."""

BINS_PER_METRE_A_SECOND = 10


def digest(recording: Recording, samples: Samples | None) -> Digest:
    """What is kept of a run. Without samples from laps or totals: even running, hills at 8 %. Never raises for odd samples."""
    track = make_track(recording, samples)
    if track is None:
        return Digest()
    speeds, beats = _best_efforts(track)
    found = Digest(
        best_speed=speeds,
        best_heart_rate=beats,
        speed_s=_speed_histogram(track),
        heart_rate_s=_heart_rate_histogram(track),
        downhill_s=int(np.count_nonzero(track.moving & (track.gradient <= -STEEP))),
        uphill_s=int(np.count_nonzero(track.moving & (track.gradient >= STEEP))),
        fast_laps=fast_stretches(track.speed, recording.laps),
        adjusted_metres=None if track.adjusted is None else round(float(track.adjusted[-1])),
    )
    has_height = samples is not None and np.count_nonzero(np.isfinite(samples.altitude)) > 1
    return found if has_height else _with_hills_of_totals(found, recording)


def _best_efforts(track: Track) -> tuple[dict[int, float], dict[int, float]]:
    speeds: dict[int, float] = {}
    beats: dict[int, float] = {}
    heart = _Means(track.heart_rate)
    for window in WINDOWS_S:
        if track.seconds < window:
            break
        means = heart.over(window)
        if track.adjusted is None:
            best = int(np.nanargmax(means)) if np.isfinite(means).any() else 0
        else:
            covered = track.adjusted[window:] - track.adjusted[:-window]
            best = int(np.argmax(covered))
            speeds[window] = round(float(covered[best]) / window, 3)
        if np.isfinite(means[best]):
            beats[window] = round(float(means[best]), 1)
    return speeds, beats


class _Means:
    """Running means of a series with gaps; a window needs half of its seconds known."""

    def __init__(self, series: Series) -> None:
        known = np.isfinite(series)
        self.sums = np.concatenate(([0.0], np.cumsum(np.where(known, series, 0.0))))
        self.counts = np.concatenate(([0], np.cumsum(known)))

    def over(self, window: int) -> Series:
        counts = self.counts[window:] - self.counts[:-window]
        sums = self.sums[window:] - self.sums[:-window]
        return np.where(2 * counts >= window, sums / np.maximum(counts, 1), np.nan)


def _speed_histogram(track: Track) -> dict[int, int]:
    if track.speed is None:
        return {}
    speeds = np.maximum(track.speed[track.moving], 0.0)
    return _counted(np.floor(speeds * BINS_PER_METRE_A_SECOND + 1e-6))


def _heart_rate_histogram(track: Track) -> dict[int, int]:
    return _counted(np.rint(track.heart_rate[track.moving & np.isfinite(track.heart_rate)]))


def _counted(values: Series) -> dict[int, int]:
    counts = np.bincount(values.astype(np.int64)) if values.size else np.zeros(0, dtype=np.int64)
    return {int(value): int(counts[value]) for value in np.flatnonzero(counts)}


def _with_hills_of_totals(found: Digest, recording: Recording) -> Digest:
    """Hills from the height climbed and lost in all, where no sample says where they were."""
    if not recording.metres or not (recording.ascent_m or recording.descent_m):
        return found
    up = min((recording.ascent_m or 0) / GUESSED_GRADIENT, recording.metres / 2)
    down = min((recording.descent_m or 0) / GUESSED_GRADIENT, recording.metres / 2)
    dear, cheap = slope_factor(np.array([GUESSED_GRADIENT, -GUESSED_GRADIENT])) - 1
    factor = 1 + float(dear * up + cheap * down) / recording.metres
    moving = sum(found.speed_s.values())
    return replace(
        found,
        best_speed={window: round(speed * factor, 3) for window, speed in found.best_speed.items()},
        speed_s=_rescaled(found.speed_s, factor),
        uphill_s=round(moving * up / recording.metres),
        downhill_s=round(moving * down / recording.metres),
        adjusted_metres=round((found.adjusted_metres or 0) * factor),
    )


def _rescaled(speed_s: Mapping[int, int], factor: float) -> dict[int, int]:
    scaled: dict[int, int] = {}
    for speed, seconds in speed_s.items():
        place = int(speed * factor)
        scaled[place] = scaled.get(place, 0) + seconds
    return scaled
