"""Runs made for tests: samples at a steady or changing speed, recordings, and whole histories of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

import numpy as np

from legday.model.runner import Profile
from legday.model.runs import Digest, FileFormat, JudgedRun, Recording, RunKind, Samples, Sport, Sure
from legday.running.digest import digest

ANA = Profile(name="Ana", born=1991, body_mass_g=62_000, time_zone="Europe/Ljubljana")


def samples_of(
    pieces: Sequence[tuple[int, float]],
    *,
    heart_rates: Sequence[float] | None = None,
    gradient: float = 0.0,
    start_height: float = 300.0,
) -> Samples:
    """`pieces` are (seconds, metres/second) at 1 Hz, `heart_rates` one per piece; the slope is the same throughout."""
    speed = np.concatenate([np.full(seconds, value, dtype=np.float64) for seconds, value in pieces])
    metres = np.concatenate(([0.0], np.cumsum(speed)))
    unknown = np.full(metres.size, np.nan)
    beats = unknown
    if heart_rates is not None:
        beats = np.concatenate([np.full(s, hr) for (s, _), hr in zip(pieces, heart_rates, strict=True)])
        beats = np.concatenate((beats, beats[-1:]))
    return Samples(
        t=np.arange(metres.size, dtype=np.float64),
        metres=metres,
        heart_rate=beats,
        altitude=start_height + metres * gradient,
        cadence=np.full(metres.size, 168.0),
        latitude=unknown,
        longitude=unknown,
    )


def recording_of(
    start: datetime, *, seconds: int, metres: int | None, title: str = "", **more: object
) -> Recording:
    """A recording that starts at a UTC moment."""
    aware = start if start.tzinfo else start.replace(tzinfo=UTC)
    made = Recording(
        sport=Sport.RUN,
        start=aware,
        elapsed_s=seconds,
        moving_s=seconds,
        file=f"{aware:%Y%m%d%H%M}.fit",
        sha256=sha256(f"{aware}{title}".encode()).hexdigest(),
        format=FileFormat.FIT,
        metres=metres,
        title=title,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def run_of(
    day: date,
    pieces: Sequence[tuple[int, float]],
    *,
    heart_rates: Sequence[float] | None = None,
    at: time = time(16, 0),
    title: str = "",
    **more: object,
) -> tuple[Recording, Digest]:
    """A run made of pieces, with its digest."""
    samples = samples_of(pieces, heart_rates=heart_rates)
    recording = recording_of(
        datetime.combine(day, at, UTC),
        seconds=int(samples.t[-1]),
        metres=round(float(samples.metres[-1])),
        title=title,
        **more,
    )
    return recording, digest(recording, samples)


EASY = (1800, 2.8)
JOG = (180, 2.4)


def easy(minutes: int) -> list[tuple[int, float]]:
    return [(60 * minutes, 2.8)]


def intervals() -> list[tuple[int, float]]:
    return [(900, 2.7), *[(240, 4.1), (150, 2.4)] * 5, (600, 2.6)]


def tempo() -> list[tuple[int, float]]:
    return [(900, 2.8), (1500, 3.75), (600, 2.7)]


def history(monday: date, weeks: int, *, skip: Sequence[int] = ()) -> list[tuple[Recording, Digest]]:
    """Tuesday intervals or tempo, Wednesday and Friday easy, Sunday long; without heart rate."""
    runs = []
    for week in range(weeks):
        if week in skip:
            continue
        first = monday + timedelta(weeks=week)
        hard = intervals() if week % 2 else tempo()
        runs += [
            run_of(first + timedelta(days=1), hard),
            run_of(first + timedelta(days=2), easy(45)),
            run_of(first + timedelta(days=4), easy(50)),
            run_of(first + timedelta(days=6), easy(100), at=time(7, 0)),
        ]
    return runs


def judged_of(
    day: date,
    minutes: int,
    *,
    kind: RunKind = RunKind.EASY,
    at: time = time(18, 0),
    metres: int | None = None,
) -> JudgedRun:
    """A judged run as it comes, for what builds on judged runs."""
    recording = recording_of(
        datetime.combine(day, at, UTC),
        seconds=60 * minutes,
        metres=metres if metres is not None else minutes * 170,
    )
    return JudgedRun(
        recording=recording,
        local_start=datetime.combine(day, at),
        kind=kind,
        key=kind in {RunKind.LONG, RunKind.QUALITY, RunKind.RACE},
        hardness=50,
        sure=Sure.MIDDLE,
    )
