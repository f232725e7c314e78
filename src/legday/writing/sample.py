"""Decides what the sample runner's files hold: Ana's weeks, invented, but with the pace, heart rate and hills of real ones."""

import gzip
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import numpy as np

from legday.model.runs import FileFormat, Lap, RecordedSet, Recording, Samples, Series, Sport
from legday.writing.fit import fit_bytes
from legday.writing.gpx import gpx_bytes
from legday.writing.tcx import tcx_bytes

ZONE = ZoneInfo("Europe/Ljubljana")
HOME = (46.0560, 14.4930)
METRES_PER_DEGREE = 111_195.0

EASY, LONG, JOG, THRESHOLD, INTERVAL, RACE = 2.92, 2.84, 2.45, 3.62, 3.90, 3.74
"""Ana's speeds on the flat in metres per second (5:42, 5:52, 6:48, 4:36, 4:16 and 4:27 per kilometre)."""

EASY_RATE, RATE_PER_SPEED, MAX_RATE = 141.0, 38.0, 188.0
"""Her heart rate at easy pace, beats per extra metre per second, and its top."""

Stretches = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class _Outing:
    """One thing Ana records: when, what, how long at which speed, how hilly, and in which format."""

    day: date
    at: time
    sport: Sport
    title: str
    stretches: Stretches
    hill_m: float
    format: FileFormat = FileFormat.FIT
    own_laps: bool = False

    @property
    def seconds(self) -> int:
        return sum(seconds for seconds, _ in self.stretches)


def sample_files(*, until: date, weeks: int = 12, seed: int = 7) -> Iterator[tuple[str, bytes]]:
    """File names with bytes of the `weeks` that end in the week of `until` (nothing after that day): the same for the same seed.

    Five runs a week, a 10 km race, a lighter week in four, one week broken off; FIT, GPX and TCX mixed; a ride, a strength
    session, one run recorded twice and one file cut short.
    """
    chance = Random(seed)  # noqa: S311 - invented runs need no secrets
    first = until - timedelta(days=until.weekday(), weeks=weeks - 1)
    for week in range(weeks):
        monday = first + timedelta(weeks=week)
        for outing in _week(week, weeks, monday):
            files = _files(outing, chance, damaged=_is_damaged(week, outing), twice=_is_twice(week, outing))
            if outing.day <= until:
                yield from files
    yield from _strength(first + timedelta(weeks=max(0, weeks - 2), days=4), until)


def _is_damaged(week: int, outing: _Outing) -> bool:
    return week == 1 and outing.day.weekday() == 3


def _is_twice(week: int, outing: _Outing) -> bool:
    return week == 2 and outing.day.weekday() == 2


def _week(week: int, weeks: int, monday: date) -> Iterator[_Outing]:
    """Tuesday fast, Wednesday and Thursday easy, Saturday easy, Sunday long; every fourth week lighter."""
    light = 0.7 if week % 4 == 3 else 1.0
    broken_off = week == 5
    race = week == max(weeks - 4, 0)
    if week % 5 == 1:
        yield _Outing(monday, time(18, 10), Sport.RIDE, "Evening ride", ((3_000, 6.8),), 6)
    yield _fast(week, monday + timedelta(days=1), light=light)
    if broken_off:
        return
    easy = FileFormat.TCX if week % 3 == 1 else FileFormat.FIT
    yield _easy(monday + timedelta(days=2), time(6, 30), 48 * light, easy)
    yield _easy(monday + timedelta(days=3), time(6, 40), 40 * light, FileFormat.FIT)
    if race:
        yield _easy(monday + timedelta(days=5), time(9, 0), 25, FileFormat.FIT)
        yield _race(monday + timedelta(days=6))
        return
    saturday = FileFormat.GPX if week % 2 == 0 else FileFormat.FIT
    yield _easy(monday + timedelta(days=5), time(9, 0), 45 * light, saturday)
    yield _long(monday + timedelta(days=6), (78 + 4 * week) * light)


def _fast(week: int, day: date, *, light: float) -> _Outing:
    warm, cool = (900, EASY), (600, JOG)
    if week % 2:
        count = 2 if light < 1 else 3
        body = ((480, THRESHOLD), (150, JOG)) * count
        title = f"Tempo {count} x 8 min"
    else:
        count = 4 if light < 1 else 6
        body = ((180, INTERVAL), (120, JOG)) * count
        title = f"Intervals {count} x 3 min"
    return _Outing(day, time(6, 15), Sport.RUN, title, (warm, *body, cool), 2, own_laps=True)


def _easy(day: date, at: time, minutes: float, kind: FileFormat) -> _Outing:
    return _Outing(day, at, Sport.RUN, "Easy run", ((round(minutes) * 60, EASY),), 7, kind)


def _long(day: date, minutes: float) -> _Outing:
    return _Outing(day, time(8, 0), Sport.RUN, "Long run", ((round(minutes) * 60, LONG),), 38)


def _race(day: date) -> _Outing:
    seconds = round(10_060 / RACE)
    return _Outing(day, time(10, 0), Sport.RUN, "Ljubljana 10 km race", ((seconds, RACE),), 3, FileFormat.GPX)


def _files(outing: _Outing, chance: Random, *, damaged: bool, twice: bool) -> Iterator[tuple[str, bytes]]:
    recording, samples = _recorded(outing, chance)
    name = f"{recording.start:%Y-%m-%d-%H%M}-{_slug(outing.title)}"
    if twice:
        late = replace(recording, start=recording.start + timedelta(seconds=20), title="Morning run")
        yield f"phone-{name}.gpx", gpx_bytes(late, _every(samples, 4))
    if outing.format is FileFormat.GPX:
        yield f"{name}.gpx", gpx_bytes(recording, _every(samples, 3))
    elif outing.format is FileFormat.TCX:
        yield f"{name}.tcx.gz", gzip.compress(tcx_bytes(recording, _every(samples, 2)), mtime=0)
    else:
        data = fit_bytes(recording, samples)
        yield f"{name}.fit", data[: len(data) * 3 // 5] if damaged else data


def _slug(title: str) -> str:
    return "-".join(title.lower().split())


def _every(samples: Samples, step: int) -> Samples:
    return Samples(
        t=samples.t[::step],
        metres=samples.metres[::step],
        heart_rate=samples.heart_rate[::step],
        altitude=samples.altitude[::step],
        cadence=samples.cadence[::step],
        latitude=samples.latitude[::step],
        longitude=samples.longitude[::step],
    )


def _recorded(outing: _Outing, chance: Random) -> tuple[Recording, Samples]:
    late = timedelta(minutes=chance.randrange(-8, 12), seconds=chance.randrange(60))
    local = datetime.combine(outing.day, outing.at, ZONE) + late
    samples = _samples(outing, chance)
    metres = round(float(samples.metres[-1]))
    offset = local.utcoffset()
    recording = Recording(
        sport=outing.sport,
        start=local.astimezone(UTC),
        elapsed_s=outing.seconds,
        moving_s=outing.seconds,
        file="",
        sha256="",
        format=outing.format,
        utc_offset_s=None if offset is None else round(offset.total_seconds()),
        metres=metres,
        mean_heart_rate=round(float(samples.heart_rate.mean())),
        max_heart_rate=round(float(samples.heart_rate.max())),
        title=outing.title,
        laps=_own_laps(outing, samples) if outing.own_laps else _kilometres(samples),
    )
    return recording, samples


def _samples(outing: _Outing, chance: Random) -> Samples:
    """One sample a second."""
    t = np.arange(outing.seconds + 1, dtype=np.float64)
    wanted = np.concatenate([np.full(seconds, speed) for seconds, speed in outing.stretches])
    wanted = np.append(wanted, wanted[-1]) * (1 + _wander(t, chance, share=0.012))
    wanted = _lagged(wanted, 4)
    hills = _Hills(outing.hill_m, chance)
    half = float(wanted.sum()) / 2
    roughly = _out_and_back(np.cumsum(wanted), half)
    grade = hills.slope(roughly) * np.where(np.cumsum(wanted) <= half, 1.0, -1.0)
    speed = wanted / (1 + np.where(grade > 0, 3.2, 1.4) * grade)
    metres = np.concatenate(([0.0], np.cumsum(speed)[:-1]))
    latitude, longitude = _route(metres, chance)
    on_foot = outing.sport is Sport.RUN
    steps = 151 + 8 * speed + 2 * _wander(t, chance, share=1.0)
    return Samples(
        t=t,
        metres=metres,
        heart_rate=np.round(_heart_rate(wanted if on_foot else wanted - 3.6, t, chance)),
        altitude=np.round(hills.height(_out_and_back(metres, float(metres[-1]) / 2)) * 5) / 5,
        cadence=np.round(steps) if on_foot else np.full(t.size, np.nan),
        latitude=latitude,
        longitude=longitude,
    )


def _wander(t: Series, chance: Random, *, share: float) -> Series:
    """Slow ups and downs of about ±`share`: a few waves of 20 s to 5 min."""
    waves = [
        (chance.uniform(20, 300), chance.uniform(0, math.tau), chance.uniform(0.2, 0.5)) for _ in range(5)
    ]
    return np.asarray(
        share * sum(height * np.sin(math.tau * t / length + at) for length, at, height in waves)
    )


def _lagged(values: Series, seconds: float) -> Series:
    """Each value reached with a delay of about `seconds` (first order)."""
    reach = math.ceil(seconds * 6)
    weights = np.exp(-np.arange(reach) / seconds)
    padded = np.concatenate((np.full(reach - 1, values[0]), values))
    return np.asarray(np.convolve(padded, weights / weights.sum(), mode="valid"))


def _heart_rate(effort: Series, t: Series, chance: Random) -> Series:
    """Follows effort with half a minute's delay, begins low, drifts up by about 4 beats an hour."""
    target = EASY_RATE + RATE_PER_SPEED * (effort - EASY) + 4 * t / 3600
    rate = _lagged(target, 28) - 55 * np.exp(-t / 60) + 1.5 * _wander(t, chance, share=1.0)
    return np.asarray(np.clip(rate, 70, MAX_RATE))


class _Hills:
    """Heights along a way from home: a hill of 2 × `size` metres every 2.6 km, smaller ones between."""

    def __init__(self, size: float, chance: Random) -> None:
        self.waves = (
            (size, 2_600.0, chance.uniform(0, math.tau)),
            (size / 4, 900.0, chance.uniform(0, math.tau)),
        )

    def height(self, metres: Series) -> Series:
        return np.asarray(
            300 + sum(size * np.sin(math.tau * metres / length + at) for size, length, at in self.waves)
        )

    def slope(self, metres: Series) -> Series:
        waves = (
            size * math.tau / length * np.cos(math.tau * metres / length + at)
            for size, length, at in self.waves
        )
        return np.asarray(np.clip(sum(waves), -0.12, 0.12))


def _out_and_back(metres: Series, half: float) -> Series:
    return half - np.abs(metres - half)


def _route(metres: Series, chance: Random) -> tuple[Series, Series]:
    """Degrees along a winding way out and the same way back; its length is the distance covered."""
    heading, bend = chance.uniform(0, math.tau), chance.uniform(500, 900)
    half = float(metres[-1]) / 2
    grid = np.arange(0.0, half + 20, 5.0)
    towards = heading + 0.7 * np.sin(grid / bend) + 0.3 * np.sin(grid / (bend / 3.7))
    north, east = np.cumsum(np.cos(towards)) * 5, np.cumsum(np.sin(towards)) * 5
    away = _out_and_back(metres, half)
    latitude = HOME[0] + np.interp(away, grid, north) / METRES_PER_DEGREE
    across = METRES_PER_DEGREE * math.cos(math.radians(HOME[0]))
    return latitude, HOME[1] + np.interp(away, grid, east) / across


def _own_laps(outing: _Outing, samples: Samples) -> tuple[Lap, ...]:
    edges = np.cumsum([0, *(seconds for seconds, _ in outing.stretches)]).tolist()
    return _laps(samples, edges)


def _kilometres(samples: Samples) -> tuple[Lap, ...]:
    marks = np.arange(1_000, samples.metres[-1], 1_000)
    return _laps(samples, [0, *np.searchsorted(samples.metres, marks).tolist(), len(samples) - 1])


def _laps(samples: Samples, edges: list[int]) -> tuple[Lap, ...]:
    return tuple(
        Lap(
            start_s=low,
            seconds=high - low,
            metres=round(float(samples.metres[high] - samples.metres[low])),
            heart_rate=round(float(samples.heart_rate[low:high].mean())),
        )
        for low, high in pairwise(edges)
        if high > low
    )


def _strength(day: date, until: date) -> Iterator[tuple[str, bytes]]:
    """A strength session as a watch records it: squats and lunges with their sets (FIT names: goblet squat, lunge)."""
    if day > until:
        return
    start = datetime.combine(day, time(18, 5), ZONE).astimezone(UTC)
    sets = [
        RecordedSet(
            start_s=240 + 150 * at, seconds=38, reps=10, weight_g=weight, category=category, name=name
        )
        for at, (category, name, weight) in enumerate([(28, 37, 10_000)] * 3 + [(17, 32, 7_500)] * 3)
    ]
    recording = Recording(
        sport=Sport.STRENGTH,
        start=start,
        elapsed_s=1_500,
        moving_s=1_500,
        file="",
        sha256="",
        format=FileFormat.FIT,
        mean_heart_rate=104,
        max_heart_rate=138,
        title="Legs",
        sets=tuple(sets),
    )
    yield f"{start:%Y-%m-%d-%H%M}-legs.fit", fit_bytes(recording)
