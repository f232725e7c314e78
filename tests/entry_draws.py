"""Entries of the journal by chance, every field filled."""

from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from legday.model.happened import (
    Away,
    BodyMassSet,
    ClearedByClinician,
    ExerciseSwapped,
    Ill,
    Origin,
    PainFelt,
    RedFlagRaised,
    SessionDone,
    SessionMoved,
    SessionSkipped,
    SetDone,
    Slept,
    SorenessFelt,
)
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
from legday.model.pain_words import Behaviour, When
from legday.model.plan import Prescription
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
from legday.model.sets import LoggedSet, Side

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
_scores = st.integers(0, 10)
logged_sets = st.builds(
    LoggedSet,
    exercise=_words,
    reps=st.integers(0, 999),
    weight_g=st.none() | _grams,
    rir=st.none() | _scores,
    side=st.sampled_from(Side),
    seconds=st.booleans(),
    warm_up=st.booleans(),
    tempo=_words,
    note=_words,
)
prescriptions = st.builds(
    Prescription,
    exercise=_words,
    sets=st.integers(1, 9),
    reps=st.tuples(st.integers(1, 9), st.integers(9, 30)),
    target=st.integers(1, 99),
    per_side=st.booleans(),
    weight_g=_grams,
    gear=_some(st.sampled_from(GearKind)),
    rir=_scores,
    rest_s=st.integers(0, 600),
    volume=st.integers(0, 99_999),
    seconds=st.booleans(),
    pick_up=_words,
    why=_words,
    tempo=_words,
)
_of_a_session = {
    "start": _walls,
    "menu": _words,
    "planned": st.none() | _walls,
    "prescribed": _some(prescriptions),
    "light": st.booleans(),
}
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
    st.builds(
        SessionDone,
        **_made,
        **_of_a_session,
        sets=_some(logged_sets),
        session=st.none() | _ids,
        minutes=st.none() | st.integers(1, 300),
        effort=st.none() | _scores,
        origin=st.sampled_from(Origin),
        recording=_words,
        note=_words,
    ),
    st.builds(SetDone, **_made, **_of_a_session, session=_ids, done=logged_sets),
    st.builds(SessionSkipped, **_made, planned=_walls, menu=_words, why=_words),
    st.builds(SessionMoved, **_made, planned=st.none() | _walls, start=_walls, minutes=st.integers(1, 300)),
    st.builds(
        ExerciseSwapped, **_made, was=_words, now=_words, first=_dates, last=st.none() | _dates, why=_words
    ),
    st.builds(
        PainFelt,
        **_made,
        day=_dates,
        place=_words,
        score=_scores,
        side=st.sampled_from(Side),
        when=st.sampled_from(When),
        behaviour=st.frozensets(st.sampled_from(Behaviour)),
        note=_words,
    ),
    st.builds(RedFlagRaised, **_made, day=_dates, flag=_words, note=_words),
    st.builds(ClearedByClinician, **_made, day=_dates, what=_words, note=_words),
    st.builds(SorenessFelt, **_made, day=_dates, score=_scores, limp=st.booleans()),
    st.builds(
        Slept,
        **_made,
        day=_dates,
        minutes=st.none() | st.integers(0, 1440),
        readiness=st.none() | st.integers(1, 5),
    ),
    st.builds(Ill, **_made, first=_dates, last=st.none() | _dates, fever=st.booleans(), note=_words),
    st.builds(
        Away,
        **_made,
        first=_dates,
        last=_dates,
        gear=st.none() | st.builds(Gear, dumbbells_g=_some(_grams)),
        openings=st.none()
        | _some(st.builds(Opening, start=_clocks, minutes=st.integers(5, 600), day=_dates)),
        note=_words,
    ),
    st.builds(BodyMassSet, **_made, day=_dates, grams=_grams),
)
