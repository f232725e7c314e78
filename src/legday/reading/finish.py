"""Decides the recording that a piece of a file amounts to: its moment, its totals, its samples, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

import numpy as np

from legday.model.runs import FileFormat, Lap, Missing, RecordedSet, Recording, Samples, Series, Sport
from legday.reading.measures import both_feet, climb, metres_along, moving_seconds, steps_taken
from legday.reading.members import Member
from legday.reading.moments import believable, named_moment
from legday.reading.piece import Piece
from legday.reading.plain_text import plain
from legday.reading.sports import says_race
from legday.reading.track import DAY_S, FASTEST, Repaired, Track, repaired

Timed = TypeVar("Timed", Lap, RecordedSet)

ON_FOOT = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE})
WALKING_SPEED = 2.0
RUNNING_SPEED = 6.5
"""Metres per second: slower than the first is a walk, faster than the second a ride, where a file names no sport (our settings)."""

LONGEST_S = 10 * DAY_S
MOST_CLIMB_M = 30_000
"""Stated totals beyond these are no recording's (our settings)."""

STILL_M = 20
"""A counter that ends below this many metres measured nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a recording comes from: its member, the sum and format of its bytes, its part of how many."""

    member: Member
    sha256: str
    format: FileFormat
    part: int
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """A start that can be true, the origin samples and laps count from, and what was done about it."""

    start: datetime
    base: float
    repairs: tuple[str, ...] = ()


def finished(piece: Piece, origin: Origin, *, latest: datetime) -> tuple[Recording, Samples | None] | str:
    """The recording and its samples (None where the file has none), or in words why there is none."""
    piece, total_repairs = _believed_totals(piece)
    sport, sport_repairs = _sport(piece, origin)
    mended = repaired(piece.track, sport)
    dated = _dated(piece, mended.track, origin.member, latest=latest)
    if isinstance(dated, str):
        return dated
    samples = _samples(mended, dated.base, sport, rebase=origin.parts > 1 or mended.cut)
    recording = _recording(piece, origin, dated, samples, sport=sport, cut=mended.cut)
    if recording.elapsed_s <= 0:
        return "its times stand still"
    repairs = (*piece.repairs, *dated.repairs, *sport_repairs, *total_repairs, *mended.repairs)
    missing = (*recording.missing, *((Missing.START,) if dated.repairs else ()))
    return replace(recording, repairs=repairs, missing=missing), samples if len(samples) else None


def _believed_totals(piece: Piece) -> tuple[Piece, tuple[str, ...]]:
    """The piece without stated totals that cannot be true, and in words which."""
    seconds = max(piece.stated_elapsed_s or 0.0, piece.stated_moving_s or 0.0)
    wrong: dict[str, dict[str, Any]] = {}
    if seconds > LONGEST_S:
        wrong |= {"time": {"stated_elapsed_s": None, "stated_moving_s": None}}
    if seconds and (piece.stated_metres or 0) > FASTEST * seconds:
        wrong |= {"distance": {"stated_metres": None}}
    if max(piece.stated_ascent_m or 0, piece.stated_descent_m or 0) > MOST_CLIMB_M:
        wrong |= {"climb": {"stated_ascent_m": None, "stated_descent_m": None}}
    for changes in wrong.values():
        piece = replace(piece, **changes)
    return piece, tuple(f"its stated {what} cannot be true: passed over" for what in wrong)


def _sport(piece: Piece, origin: Origin) -> tuple[Sport, tuple[str, ...]]:
    """What the runner's own list says, then the file, then the pace."""
    if origin.member.sport is not None and origin.parts == 1:
        return origin.member.sport, ()
    if piece.sport is not None:
        return piece.sport, ()
    guess = _by_pace(repaired(piece.track, None).track)
    return guess, (f"its sport is not said: taken as {guess.value} by its pace",)


def _by_pace(track: Track) -> Sport:
    metres = _metres(track)
    t = track.time - track.time[:1]
    covered = _last(metres)
    seconds = moving_seconds(t, metres)
    if covered is None or covered < STILL_M or seconds == 0:
        return Sport.OTHER
    speed = covered / seconds
    return Sport.WALK if speed < WALKING_SPEED else Sport.RUN if speed <= RUNNING_SPEED else Sport.RIDE


def _dated(piece: Piece, track: Track, member: Member, *, latest: datetime) -> _Dated | str:
    first = float(track.time[0]) if len(track) else None
    base = piece.origin if first is None else first
    if first is not None and piece.origin is not None and 0 <= first - piece.origin < DAY_S:
        base = piece.origin
    listed = None if member.listed is None else member.listed.timestamp()
    named = named_moment(member.name)
    others = (*piece.other_starts, listed, None if named is None else named.timestamp())
    start = believable((base, *others), latest=latest)
    if start is None:
        return "no start time that can be true"
    if base is not None and believable((base,), latest=latest):
        return _Dated(start=start, base=base)
    said = "no start time" if base is None else f"its date {_date_of(base)} cannot be true"
    return _Dated(
        start=start,
        base=start.timestamp() if base is None else base,
        repairs=(f"{said}: dated {start:%Y-%m-%d %H:%M}",),
    )


def _date_of(seconds: float) -> str:
    return str(np.datetime64(round(seconds), "s"))[:10]


def _metres(track: Track) -> Series:
    """Metres as counted by the device; by position where it counted none."""
    counted = _last(track.metres)
    if counted is not None and counted >= STILL_M:
        return track.metres
    along = metres_along(track.latitude, track.longitude)
    return along if np.isfinite(along).any() else track.metres


def _samples(mended: Repaired, base: float, sport: Sport, *, rebase: bool) -> Samples:
    track = mended.track
    metres = _metres(track)
    known = metres[np.isfinite(metres)]
    if rebase and known.size:
        metres = metres - known[0]
    cadence = both_feet(track.cadence) if sport in ON_FOOT else np.full(len(track), np.nan)
    return Samples(
        t=track.time - base,
        metres=metres,
        heart_rate=track.heart_rate,
        altitude=track.altitude,
        cadence=cadence,
        latitude=track.latitude,
        longitude=track.longitude,
    )


def _recording(
    piece: Piece, origin: Origin, dated: _Dated, samples: Samples, *, sport: Sport, cut: bool
) -> Recording:
    metres = _total_metres(piece, samples, cut=cut)
    elapsed = _elapsed(piece, samples, cut=cut)
    climbed = _climbed(piece, samples, cut=cut)
    title = plain(origin.member.title or piece.title)
    shift = 0 if piece.origin is None else round(piece.origin - dated.base)
    return Recording(
        sport=sport,
        start=dated.start,
        elapsed_s=elapsed,
        moving_s=min(_moving(piece, samples, metres, cut=cut), elapsed),
        file=origin.member.name,
        sha256=origin.sha256,
        format=origin.format,
        part=origin.part,
        utc_offset_s=piece.utc_offset_s,
        metres=metres,
        ascent_m=None if climbed is None else climbed[0],
        descent_m=None if climbed is None else climbed[1],
        mean_heart_rate=_mean_heart_rate(piece, samples),
        max_heart_rate=_max_heart_rate(piece, samples),
        steps=_steps(piece, samples),
        title=title,
        race=origin.member.race or says_race(title),
        indoor=piece.indoor,
        effort=origin.member.effort if origin.member.effort is not None else piece.effort,
        device=plain(piece.device),
        missing=_missing(samples, metres, piece),
        laps=_shifted(piece.laps, shift, elapsed),
        sets=_shifted(piece.sets, shift, elapsed),
    )


def _shifted(timed: Sequence[Timed], shift: int, elapsed: int) -> tuple[Timed, ...]:
    moved = (replace(each, start_s=each.start_s + shift) for each in timed)
    return tuple(each for each in moved if 0 <= each.start_s <= elapsed)


def _last(values: Series) -> float | None:
    known = values[np.isfinite(values)]
    return float(known[-1]) if known.size else None


def _total_metres(piece: Piece, samples: Samples, *, cut: bool) -> int | None:
    """The file's own total; the samples' where it has none or where time was cut."""
    sampled = _last(samples.metres)
    stated = None if cut and sampled is not None else piece.stated_metres
    best = stated if stated is not None else sampled
    return round(best) if best is not None and best >= 1 else None


def _elapsed(piece: Piece, samples: Samples, *, cut: bool) -> int:
    span = float(samples.t[-1]) if len(samples) else 0.0
    stated = piece.stated_elapsed_s or piece.stated_moving_s or 0.0
    if len(samples) and (cut or stated > span + DAY_S):
        return round(span)
    return round(max(span, stated))


def _moving(piece: Piece, samples: Samples, metres: int | None, *, cut: bool) -> int:
    stated = piece.stated_moving_s or piece.stated_elapsed_s
    if len(samples) < 2:
        return round(stated or 0)
    known = metres is not None and (_last(samples.metres) or 0) >= STILL_M
    measured = moving_seconds(samples.t, samples.metres if known else np.full(len(samples), np.nan))
    return measured if stated is None or cut else min(measured, round(stated))


def _climbed(piece: Piece, samples: Samples, *, cut: bool) -> tuple[int, int] | None:
    """The file's own climb (its barometer knows more than we do); else smoothed from heights."""
    if piece.stated_ascent_m is not None and piece.stated_descent_m is not None and not cut:
        return round(piece.stated_ascent_m), round(piece.stated_descent_m)
    return climb(samples.altitude)


def _mean_heart_rate(piece: Piece, samples: Samples) -> int | None:
    known = samples.heart_rate[np.isfinite(samples.heart_rate)]
    if known.size:
        return round(float(known.mean()))
    return _believable_rate(piece.stated_mean_heart_rate)


def _max_heart_rate(piece: Piece, samples: Samples) -> int | None:
    known = samples.heart_rate[np.isfinite(samples.heart_rate)]
    return round(float(known.max())) if known.size else _believable_rate(piece.stated_max_heart_rate)


def _believable_rate(rate: float | None) -> int | None:
    return round(rate) if rate is not None and 25 <= rate <= 250 else None


def _steps(piece: Piece, samples: Samples) -> int | None:
    counted = steps_taken(samples.t, samples.cadence)
    if counted is not None or piece.stated_steps is None:
        return counted
    return round(piece.stated_steps)


def _missing(samples: Samples, metres: int | None, piece: Piece) -> tuple[Missing, ...]:
    empty = {
        Missing.POSITION: not np.isfinite(samples.latitude).any(),
        Missing.HEART_RATE: not np.isfinite(samples.heart_rate).any()
        and _believable_rate(piece.stated_mean_heart_rate) is None,
        Missing.DISTANCE: metres is None,
        Missing.HEIGHT: not np.isfinite(samples.altitude).any(),
        Missing.CADENCE: not np.isfinite(samples.cadence).any(),
        Missing.SAMPLES: not len(samples),
    }
    return tuple(what for what, lacks in empty.items() if lacks)
