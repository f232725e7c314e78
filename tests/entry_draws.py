"""Entries of the journal by chance, every field filled."""

from datetime import UTC, date, datetime, time

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
    ExpectedRun,
    OutlookSource,
    RunKind,
)

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
