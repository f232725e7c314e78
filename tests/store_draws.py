"""What a store is fed in tests: recordings by hand, entries by chance."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import numpy as np
from hypothesis import strategies as st

from legday.model.ids import new_id
from legday.model.journal import (
    AnyEntry,
    KindCorrected,
    PlanAccepted,
    ProfileSet,
    PromisedSession,
    Retracted,
    RunPlanAdded,
)
from legday.model.runner import (
    Gear,
    GearKind,
    Health,
    LiftDays,
    LiftOrder,
    Opening,
    Priority,
    Profile,
    Race,
    Style,
    UsualRun,
)
from legday.model.runs import (
    Digest,
    ExpectedRun,
    FileFormat,
    Lap,
    Missing,
    OutlookSource,
    RecordedSet,
    Recording,
    RunKind,
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


_words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
_dates = st.dates(date(2000, 1, 1), date(2099, 12, 31))
_clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
_walls = st.builds(datetime.combine, _dates, _clocks)
_moments = st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))
_grams = st.integers(0, 300_000)
_ids = st.builds(new_id, _moments, st.binary(min_size=10, max_size=10))
_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=3),
    max_leaves=8,
)


def _some(strategy, most: int = 3):
    return st.lists(strategy, max_size=most).map(tuple)


expected_runs = st.builds(
    ExpectedRun,
    day=_dates,
    kind=st.sampled_from(RunKind),
    source=st.sampled_from(OutlookSource),
    minutes=st.none() | st.integers(1, 600),
    metres=st.none() | st.integers(1, 300_000),
    start=st.none() | _clocks,
    title=_words,
    race_pace=st.booleans(),
)
profiles = st.builds(
    Profile,
    name=_words,
    born=st.integers(1900, 2020),
    body_mass_g=st.integers(20_000, 300_000),
    time_zone=st.sampled_from(["UTC", "Europe/Ljubljana"]),
    style=st.sampled_from(Style),
    order=st.sampled_from(LiftOrder),
    days=st.none() | st.sampled_from(LiftDays),
    gear=st.builds(
        Gear,
        dumbbells_g=_some(_grams),
        bar_g=st.none() | _grams,
        things=st.frozensets(st.sampled_from(GearKind)),
    ),
    openings=_some(
        st.builds(
            Opening,
            start=_clocks,
            minutes=st.integers(5, 600),
            weekday=st.none() | st.integers(0, 6),
            day=st.none() | _dates,
            first=st.none() | _dates,
        )
    ),
    usual_week=_some(
        st.builds(
            UsualRun,
            weekday=st.integers(0, 6),
            kind=st.sampled_from(RunKind),
            minutes=st.integers(1, 600),
            start=st.none() | _clocks,
        )
    ),
    races=_some(
        st.builds(
            Race, day=_dates, metres=st.integers(1, 300_000), priority=st.sampled_from(Priority), name=_words
        )
    ),
    likes=_some(_words),
    health=st.builds(Health, pregnant=st.booleans(), weeks_post_partum=st.none() | st.integers(0, 500)),
    rule_numbers=st.dictionaries(
        _words, st.dictionaries(_words, st.integers(0, 999), max_size=2), max_size=2
    ),
)
_made = {"id": _ids, "at": _moments}
entries: st.SearchStrategy[AnyEntry] = st.one_of(
    st.builds(ProfileSet, **_made, profile=profiles),
    st.builds(RunPlanAdded, **_made, name=_words, runs=_some(expected_runs), covers=_some(_dates)),
    st.builds(KindCorrected, **_made, recording=_words, start=_moments, kind=st.sampled_from(RunKind)),
    st.builds(
        PlanAccepted,
        **_made,
        today=_dates,
        sessions=_some(st.builds(PromisedSession, start=_walls, minutes=st.integers(1, 300), menu=_words)),
        plan=st.dictionaries(_words, _json, max_size=3),
    ),
    st.builds(Retracted, **_made, of=_ids),
)
