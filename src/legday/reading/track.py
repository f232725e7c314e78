"""Decides which samples of a recording are believed: order of time, stray points, impossible values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from legday.model.runs import Series, Sport
from legday.reading.measures import metres_between

DAY_S = 86_400
BACK_S = 600
STRAY_POINTS = 10
FASTEST_ON_FOOT = 12.5
FASTEST = 60.0
"""Metres per second: nobody runs faster than the first, no sport here moves faster than the second (our settings)."""

_ON_FOOT = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Columns of one recording as its file has them, all of length n, NaN where there is nothing.

    `time` seconds since 1970 (UTC) · `metres` so far · `cadence` as recorded, per leg or both feet · degrees, metres, beats/min.
    """

    time: Series
    metres: Series
    heart_rate: Series
    altitude: Series
    cadence: Series
    latitude: Series
    longitude: Series

    @classmethod
    def of(cls, columns: Mapping[str, Sequence[float | None] | Series]) -> Self:
        """A track of columns by name; a column left out is NaN throughout."""
        length = len(columns["time"])
        empty = np.full(length, np.nan)
        return cls(
            **{each.name: np.asarray(columns.get(each.name, empty), dtype=np.float64) for each in fields(cls)}
        )

    def __len__(self) -> int:
        return int(self.time.size)

    def where(self, keep: NDArray[np.bool_] | slice) -> Self:
        """The samples that `keep` names."""
        return type(self)(**{each.name: getattr(self, each.name)[keep] for each in fields(self)})


@dataclass(frozen=True, slots=True)
class Repaired:
    """A believable track and, in words, what was done to it. `cut` says that its length in time was changed."""

    track: Track
    repairs: tuple[str, ...] = ()
    cut: bool = False


def repaired(track: Track, sport: Sport | None) -> Repaired:
    """The track with time in order, without stray points, impossible values as NaN; each repair said in words."""
    timed = track.where(np.isfinite(track.time))
    repairs = (
        [f"{len(track) - len(timed)} samples without a time left out"] if len(timed) < len(track) else []
    )
    steady, stray_moments = _without_stray_moments(timed)
    if stray_moments:
        repairs.append(f"{stray_moments} samples with impossible times left out")
    whole, jump = _longest_piece(steady)
    ordered = _forward_only(whole)
    if jump:
        repairs.append(f"time jumps by {jump}: {len(steady) - len(whole)} of {len(steady)} samples left out")
    if len(ordered) < len(whole):
        repairs.append(f"time runs backwards: {len(whole) - len(ordered)} samples left out")
    fastest = FASTEST_ON_FOOT if sport in _ON_FOOT else FASTEST
    believed, strays = _without_strays(_possible(_one_a_moment(ordered)), fastest)
    if strays:
        repairs.append(f"{strays} stray positions left out")
    believed, leaps = _steady_metres(believed, fastest)
    if leaps:
        repairs.append(f"{leaps} leaps in distance left out")
    return Repaired(believed, tuple(repairs), bool(jump))


def _without_stray_moments(track: Track) -> tuple[Track, int]:
    """Leaves out a few samples in a row between jumps, one of them a day or more, or ten minutes back."""
    steps = np.diff(track.time)
    wild = (steps >= DAY_S) | (steps <= -BACK_S)
    if not wild.any():
        return track, 0
    cuts = np.flatnonzero(np.abs(steps) >= BACK_S)
    lengths = np.diff(np.concatenate(([0], cuts + 1, [len(track)])))
    beside = np.concatenate(([False], wild[cuts])) | np.concatenate((wild[cuts], [False]))
    stray = beside & (lengths <= STRAY_POINTS) & (lengths < lengths.max())
    steady = track.where(np.repeat(~stray, lengths))
    return steady, len(track) - len(steady)


def _longest_piece(track: Track) -> tuple[Track, str]:
    """The longest stretch without a jump of a day or more (or ten minutes back), and the jump in words."""
    if len(track) < 2:
        return track, ""
    steps = np.diff(track.time)
    cuts = np.flatnonzero((steps >= DAY_S) | (steps <= -BACK_S))
    if cuts.size == 0:
        return track, ""
    edges = np.concatenate(([0], cuts + 1, [len(track)]))
    longest = int(np.argmax(np.diff(edges)))
    step = steps[cuts[np.argmax(np.abs(steps[cuts]))]]
    words = f"{abs(step) / DAY_S:.0f} days" if abs(step) >= DAY_S else f"{abs(step) / 60:.0f} minutes"
    return track.where(slice(int(edges[longest]), int(edges[longest + 1]))), words


def _forward_only(track: Track) -> Track:
    if len(track) < 2:
        return track
    before = np.concatenate(([-np.inf], np.maximum.accumulate(track.time)[:-1]))
    return track.where(track.time >= before)


def _one_a_moment(track: Track) -> Track:
    """Samples of one moment as one, each value the last that is known (some apps write position and distance apart)."""
    if len(track) < 2 or np.diff(track.time).all():
        return track
    begins = np.flatnonzero(np.concatenate(([True], np.diff(track.time) > 0)))

    def last_known(values: Series) -> Series:
        known = np.maximum.reduceat(np.where(np.isfinite(values), np.arange(values.size), -1), begins)
        return np.where(known >= 0, values[known], np.nan)

    return Track(**{each.name: last_known(getattr(track, each.name)) for each in fields(Track)})


def _possible(track: Track) -> Track:
    """Values outside what is possible become NaN: 0 beats, (0°, 0°), 20 km of height."""
    latitude, longitude = track.latitude, track.longitude
    placed = (np.abs(latitude) <= 90) & (np.abs(longitude) <= 180) & ~((latitude == 0) & (longitude == 0))
    return replace(
        track,
        heart_rate=_within(track.heart_rate, 25, 250),
        altitude=_within(track.altitude, -500, 9_500),
        cadence=_within(track.cadence, 0, 300),
        latitude=np.where(placed, latitude, np.nan),
        longitude=np.where(placed, longitude, np.nan),
    )


def _within(values: Series, low: float, high: float) -> Series:
    with np.errstate(invalid="ignore"):
        return np.where((values >= low) & (values <= high), values, np.nan)


def _without_strays(track: Track, fastest: float) -> tuple[Track, int]:
    """Short runs of positions that can be neither reached nor left in time become NaN."""
    placed = np.flatnonzero(np.isfinite(track.latitude))
    if placed.size < 3:
        return track, 0
    steps = metres_between(track.latitude[placed], track.longitude[placed])
    seconds = np.maximum(np.diff(track.time[placed]), 1.0)
    cuts = np.flatnonzero(steps / seconds > fastest)
    edges = np.concatenate(([0], cuts + 1, [placed.size]))
    lengths = np.diff(edges)
    short = (lengths <= STRAY_POINTS) & (lengths < lengths.max())
    stray = placed[np.repeat(short, lengths)]
    if stray.size == 0:
        return track, 0
    latitude, longitude = track.latitude.copy(), track.longitude.copy()
    latitude[stray] = longitude[stray] = np.nan
    return replace(track, latitude=latitude, longitude=longitude), int(stray.size)


def _steady_metres(track: Track, fastest: float) -> tuple[Track, int]:
    """Distance that never falls; a step nobody could cover counts as none. A counter set back to 0 goes on."""
    known = np.flatnonzero(np.isfinite(track.metres))
    if known.size < 2:
        return track, 0
    steps = np.diff(track.metres[known])
    seconds = np.maximum(np.diff(track.time[known]), 1.0)
    leaps = steps > fastest * seconds + 50
    steps = np.where(leaps | (steps < 0), 0.0, steps)
    metres = track.metres.copy()
    metres[known[1:]] = metres[known[0]] + np.cumsum(steps)
    return replace(track, metres=metres), int(leaps.sum())
