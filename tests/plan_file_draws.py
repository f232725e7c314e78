"""Plans by chance: every field filled, in the values a plan file can say."""

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from legday.model.muscles import Muscle
from legday.model.plan import (
    Collision,
    Day,
    Plan,
    Prescription,
    Reasons,
    Session,
    SolverStage,
    UnusedOpening,
    Week,
)
from legday.model.progression import Phase
from legday.model.rules import Finding, Level
from legday.model.runner import GearKind, Style
from legday.model.runs import ExpectedRun, OutlookSource, RunKind

FIRST = date(2026, 11, 23)
_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_named = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_count = st.integers(0, 2000)
_clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
_dates = st.dates(date(2026, 1, 1), date(2028, 1, 1))
_walls = st.builds(datetime.combine, _dates, _clocks)


def _some(strategy, most: int = 2):
    return st.lists(strategy, max_size=most).map(tuple)


_reps = st.tuples(st.integers(1, 20), st.integers(0, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))
_prescriptions = st.builds(
    Prescription,
    exercise=_named,
    sets=st.integers(1, 9),
    reps=_reps,
    target=_count,
    per_side=st.booleans(),
    weight_g=_count,
    gear=_some(st.sampled_from(GearKind)),
    rir=st.integers(0, 10),
    rest_s=_count,
    volume=_count,
    seconds=st.booleans(),
    pick_up=_words,
    why=_words,
    tempo=st.sampled_from(["", "3-2-1"]),
)


def _sessions(day: date):
    return st.builds(
        Session,
        id=_named,
        start=st.builds(datetime.combine, st.just(day), _clocks),
        minutes=_count,
        opening_minutes=_count,
        menu=st.sampled_from("ABC"),
        title=_named,
        phase=st.sampled_from(Phase),
        new_to_legs=st.booleans(),
        contacts=_count,
        exercises=_some(_prescriptions),
        warm_up=_some(_words),
        cool_down=_some(_words),
        why=st.builds(Reasons, day=_some(_words), menu=_some(_words), dose=_some(_words)),
        superset=st.booleans(),
        supersets=_some(st.tuples(_words, _words)),
    )


def _days(day: date):
    runs = st.builds(
        ExpectedRun,
        day=st.just(day),
        kind=st.sampled_from(RunKind),
        source=st.sampled_from(OutlookSource),
        minutes=st.none() | _count,
        metres=st.none() | st.integers(0, 200_000),
        start=st.none() | _clocks,
        title=_words,
        race_pace=st.booleans(),
    )
    return st.builds(
        Day,
        day=st.just(day),
        runs=_some(runs),
        sessions=_some(_sessions(day)),
        mobility=_some(_words),
        cross_train=_words,
        rest=st.booleans(),
    )


_weeks = st.builds(
    Week,
    start=_dates,
    phase=st.sampled_from(Phase),
    block=_count,
    wanted=_count,
    sessions=_count,
    sets_by_muscle=st.dictionaries(st.sampled_from(Muscle), st.integers(0, 200), max_size=4),
    volume=_count,
    contacts=_count,
    posterior_anterior=st.none() | st.integers(0, 900),
    cut_back=st.booleans(),
)

plans = st.builds(
    Plan,
    today=_dates,
    style=st.sampled_from(Style),
    zone=st.sampled_from(["UTC", "Europe/Ljubljana"]),
    days=st.integers(1, 3).flatmap(
        lambda count: st.tuples(*(_days(FIRST + timedelta(days=number)) for number in range(count)))
    ),
    weeks=_some(_weeks),
    solver=_some(
        st.builds(SolverStage, stage=_words, status=_words, objective=_count, bound=_count, ms=_count)
    ),
    findings=_some(
        st.builds(Finding, rule=_words, level=st.sampled_from(Level), words=_words, days=_some(_dates))
    ),
    unused=_some(st.builds(UnusedOpening, start=_walls, minutes=_count, rule=_words, why_not=_words)),
    collisions=_some(
        st.builds(
            Collision,
            week=_dates,
            wanted=_count,
            possible=_count,
            rules=_some(_words),
            words=_words,
            remedies=_some(_words),
        )
    ),
    notes=_some(_words),
)
