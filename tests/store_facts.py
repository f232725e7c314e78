"""What a store is fed in tests: recordings, samples, entries made by hand."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import numpy as np

from legday.model.ids import new_id
from legday.model.journal import (
    ProfileSet,
)
from legday.model.runner import (
    Profile,
)
from legday.model.runs import (
    Digest,
    FileFormat,
    Lap,
    Missing,
    RecordedSet,
    Recording,
    Samples,
    Sport,
)

MORNING = datetime(2026, 3, 2, 6, 30, 15, 250_000, tzinfo=UTC)


def sum_of(number: int) -> str:
    """A made-up sha-256 that differs from the first digit on."""
    return f"{number:016x}" * 4


def a_run(number: int = 1, *, start: datetime = MORNING, metres: int | None = 10_000, **more) -> Recording:
    facts = {
        "sport": Sport.RUN,
        "elapsed_s": 3100,
        "moving_s": 3000,
        "file": f"{number}.fit",
        "sha256": sum_of(number),
        "format": FileFormat.FIT,
    }
    return Recording(**(facts | {"start": start, "metres": metres} | more))


def full_run(number: int = 1, **more) -> Recording:
    """A run with something in every field."""
    facts = {
        "part": 1,
        "utc_offset_s": 3600,
        "ascent_m": 120,
        "descent_m": 118,
        "mean_heart_rate": 142,
        "max_heart_rate": 171,
        "steps": 8200,
        "title": "Jutranji tek č š ž 🏃",
        "race": True,
        "indoor": True,
        "effort": 7,
        "device": "Watch",
        "missing": (Missing.CADENCE, Missing.HEIGHT),
        "repairs": ("time ran backwards at record 12",),
        "laps": (Lap(start_s=0, seconds=300, metres=1000, heart_rate=140), Lap(start_s=300, seconds=290)),
        "sets": (RecordedSet(start_s=1, seconds=40, reps=10, weight_g=20_000, category=28, name=3),),
    }
    return a_run(number, **(facts | more))


DIGEST = Digest(
    best_speed={60: 4.123456789, 1200: 3.3},
    best_heart_rate={60: 170.5},
    speed_s={33: 1200, 34: 600},
    heart_rate_s={140: 1000},
    downhill_s=30,
    uphill_s=40,
    fast_laps=3,
    adjusted_metres=10_200,
)


def an_hour(seconds: int = 3600) -> Samples:
    """Samples like those of a watch; cadence nowhere, heart rate with gaps."""
    t = np.arange(seconds, dtype=np.float64)
    heart_rate = np.round(140 + 10 * np.sin(t / 300))
    heart_rate[::50] = np.nan
    return Samples(
        t=t,
        metres=np.round(t * 3.1, 2),
        heart_rate=heart_rate,
        altitude=np.round(300 + 20 * np.sin(t / 200), 1),
        cadence=np.full(seconds, np.nan),
        latitude=46.05 + t * 1.3e-5,
        longitude=14.5 + t * 0.7e-5,
    )


def read(recording: Recording, samples: Samples | None = None, digest: Digest = DIGEST):
    return (recording, samples, digest)


def import_run(store, recording: Recording, samples: Samples | None = None):
    return store.import_file(
        sha256=recording.sha256, file=recording.file, recordings=[read(recording, samples)], problem=None
    )


def entry_id(number: int) -> UUID:
    return new_id(MORNING + timedelta(seconds=number), number.to_bytes(10, "big"))


def ana(**more) -> Profile:
    return Profile(**({"name": "Ana", "born": 1991, "body_mass_g": 62_000} | more))


def profile_set(number: int = 1, **more) -> ProfileSet:
    return ProfileSet(id=entry_id(number), at=MORNING + timedelta(seconds=number), profile=ana(**more))
