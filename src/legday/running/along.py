"""Decides how a run is shown along its way: a few hundred places with pace, heart rate and height, and its splits."""

from dataclasses import dataclass

import numpy as np

from legday.model.runs import Recording, Samples, Series
from legday.running.track import (
    HEIGHT_SMOOTHING_S,
    SPEED_HALF_S,
    STANDING,
    Track,
    around,
    clock_of,
    make_track,
)

Bins = np.ndarray[tuple[int], np.dtype[np.int64]]

MOST_PLACES = 400
SHORTEST_M = 10.0
"""No place is shorter than this: three strides or so (our setting)."""
SHORTEST_S = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A short stretch of a run: where its middle lies, in metres (or seconds, of a run without distance) since the start.

    `seconds_per_km` of running in it, `heart_rate` beats/min, `height` m; None where nothing is known.
    """

    at: float
    seconds_per_km: float | None = None
    heart_rate: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A whole length of a run, the last one what is left: metres, seconds of running in it, mean heart rate, metres climbed."""

    metres: float
    seconds: float
    heart_rate: float | None
    climbed: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """At most `MOST_PLACES` places, evenly spaced from the start; `splits` where there is a distance."""

    places: tuple[Place, ...]
    splits: tuple[Split, ...] = ()

    @property
    def by_distance(self) -> bool:
        return bool(self.splits)


def along(recording: Recording, samples: Samples | None, *, split_m: float) -> Along | None:
    """A run along its way, in splits of `split_m` metres; None where there are no samples or no time passes in them."""
    track = make_track(recording, samples) if samples is not None and len(samples) > 1 else None
    if track is None or samples is None:
        return None
    height = _height(samples, track.seconds)
    if track.distance is None or track.distance[-1] < SHORTEST_M:
        return Along(
            places=_places(np.arange(track.seconds, dtype=np.float64), track, None, height, least=SHORTEST_S)
        )
    speed = np.asarray(around(track.distance, SPEED_HALF_S)[:-1], dtype=np.float64)
    middles = np.asarray((track.distance[:-1] + track.distance[1:]) / 2, dtype=np.float64)
    return Along(
        places=_places(middles, track, speed, height, least=SHORTEST_M),
        splits=_splits(track, track.distance, height, split_m=split_m),
    )


def _height(samples: Samples, seconds: int) -> Series | None:
    known = np.isfinite(samples.altitude)
    if np.count_nonzero(known) < 2:
        return None
    clock = clock_of(samples.t)
    middles = np.arange(seconds) + 0.5
    return np.asarray(np.interp(middles, clock[known], samples.altitude[known]), dtype=np.float64)


def _places(
    at: Series, track: Track, speed: Series | None, height: Series | None, *, least: float
) -> tuple[Place, ...]:
    """The seconds of a run gathered into places of one length; those in which no second fell are left out."""
    whole = float(at[-1])
    count = int(min(max(whole // least, 1), MOST_PLACES))
    bins = np.minimum((at * count / max(whole, 1e-9)).astype(np.int64), count - 1)
    seconds = np.bincount(bins, minlength=count)
    running = None if speed is None else np.where(speed >= STANDING, speed, np.nan)
    speeds, beats, heights = (_mean(one, bins, count) for one in (running, track.heart_rate, height))
    width = whole / count
    return tuple(
        Place(
            at=(place + 0.5) * width,
            seconds_per_km=_pace(speeds[place]),
            heart_rate=beats[place],
            height=heights[place],
        )
        for place in (int(one) for one in np.flatnonzero(seconds))
    )


def _pace(speed: float | None) -> float | None:
    return 1000 / speed if speed else None


def _mean(values: Series | None, bins: Bins, count: int) -> list[float | None]:
    """The mean of what is known in each bin."""
    if values is None:
        return [None] * count
    known = np.isfinite(values)
    sums = np.bincount(bins[known], weights=values[known], minlength=count)
    counts = np.bincount(bins[known], minlength=count)
    return [float(total) / int(one) if one else None for total, one in zip(sums, counts, strict=True)]


def _splits(track: Track, distance: Series, height: Series | None, *, split_m: float) -> tuple[Split, ...]:
    whole = float(distance[-1])
    edges = np.append(np.arange(0.0, whole, split_m), whole)
    if edges.size > 2 and edges[-1] - edges[-2] < SHORTEST_M:
        edges = np.delete(edges, -2)
    ran = np.concatenate(([0.0], np.cumsum(track.moving)))
    at = np.interp(edges, distance, np.arange(distance.size, dtype=np.float64))
    times = np.diff(np.interp(at, np.arange(ran.size), ran))
    bins = np.clip(
        np.searchsorted(edges, (distance[:-1] + distance[1:]) / 2, side="right") - 1, 0, edges.size - 2
    )
    beats = _mean(track.heart_rate, bins, edges.size - 1)
    climbs = _climbs(height, bins, edges.size - 1)
    return tuple(
        Split(metres=float(metres), seconds=float(seconds), heart_rate=rate, climbed=climbed)
        for metres, seconds, rate, climbed in zip(np.diff(edges), times, beats, climbs, strict=True)
    )


def _climbs(height: Series | None, bins: Bins, count: int) -> list[float | None]:
    """Metres climbed in each split, small waves of the sensor smoothed away first."""
    if height is None:
        return [None] * count
    smooth = around(np.concatenate(([0.0], np.cumsum(height))), HEIGHT_SMOOTHING_S)[1:]
    rises = np.maximum(np.diff(smooth, prepend=smooth[:1]), 0.0)
    return [float(one) for one in np.bincount(bins, weights=rises, minlength=count)]
