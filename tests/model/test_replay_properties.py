"""What holds of any journal: order and repetition do not matter, what is taken back was never said, a week later is a week later."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from entry_draws import entries as any_entries
from legday.model.happened import (
    Away,
    BodyMassSet,
    ExerciseSwapped,
    Ill,
    PainFelt,
    SessionDone,
    SessionMoved,
    SessionSkipped,
    SetDone,
    SorenessFelt,
)
from legday.model.journal import PlanAccepted, ProfileSet, PromisedSession, Retracted
from legday.model.runner import Profile
from legday.model.sets import LoggedSet, Side
from lived_journal import NOON, at, day, squats, state

QUICK = settings(deadline=None, max_examples=60, derandomize=True)
WEEK = timedelta(days=7)

_days = st.integers(-70, 40)
_planned = st.builds(at, st.sampled_from([1, 4, 8, 11, 15]))
_logged = st.builds(
    LoggedSet,
    exercise=st.sampled_from(["squat", "step-up", "plank", "no-such-thing"]),
    reps=st.integers(1, 20),
    weight_g=st.none() | st.sampled_from([0, 20_000, 22_500]),
    rir=st.none() | st.integers(0, 5),
    side=st.sampled_from(Side),
    warm_up=st.booleans(),
)
_session = {
    "start": st.builds(at, _days, st.sampled_from([7, 18])),
    "menu": st.sampled_from(["", "A", "B"]),
    "planned": st.none() | _planned,
    "prescribed": st.sampled_from([(), (squats(),)]),
    "light": st.booleans(),
}
_sessions = st.builds(UUID, int=st.integers(1, 3))
_sets = st.lists(_logged, max_size=4).map(tuple)
_promised = st.sets(st.sampled_from([1, 4, 8, 11, 15]), min_size=1).map(
    lambda days: tuple(PromisedSession(start=at(one), minutes=45, menu="A") for one in sorted(days))
)


_profiles = st.builds(
    Profile, name=st.just("Ana"), born=st.just(1991), body_mass_g=st.sampled_from([60_000, 65_000])
)
_dates = st.builds(day, _days)
_STAMP = {"id": st.just(UUID(int=1)), "at": st.just(NOON)}
_of_any_kind = st.one_of(
    st.builds(SessionDone, **_STAMP, **_session, sets=_sets, session=st.none() | _sessions),
    st.builds(SetDone, **_STAMP, **_session, session=_sessions, done=_logged),
    st.builds(SessionSkipped, **_STAMP, planned=_planned),
    st.builds(
        SessionMoved, **_STAMP, planned=st.none() | _planned, start=_session["start"], minutes=st.just(40)
    ),
    st.builds(PlanAccepted, **_STAMP, today=_dates, sessions=_promised),
    st.builds(PainFelt, **_STAMP, day=_dates, place=st.just("achilles"), score=st.integers(0, 10)),
    st.builds(SorenessFelt, **_STAMP, day=_dates, score=st.integers(0, 10)),
    st.builds(Ill, **_STAMP, first=_dates, last=st.none() | _dates),
    st.builds(Away, **_STAMP, first=_dates, last=_dates),
    st.builds(ExerciseSwapped, **_STAMP, was=st.just("squat"), now=st.just("box-squat"), first=_dates),
    st.builds(BodyMassSet, **_STAMP, day=_dates, grams=st.integers(40_000, 120_000)),
    st.builds(ProfileSet, **_STAMP, profile=_profiles),
    st.builds(Retracted, **_STAMP, of=st.builds(UUID, int=st.integers(100, 120))),
)
"""An entry of any kind that replay reads; id and moment are still to be given."""


@st.composite
def journals(draw):
    """Up to twenty entries; some are made in the same moment, and some take another back."""
    journal = []
    for number in range(draw(st.integers(1, 20))):
        moment = NOON + timedelta(minutes=draw(st.integers(1, 8)))
        journal.append(replace(draw(_of_any_kind), id=UUID(int=100 + number), at=moment))
    return journal


def shifted(value):
    """The same with every date and moment in it a week later."""
    if isinstance(value, date):
        return value + WEEK
    if isinstance(value, tuple):
        return tuple(shifted(one) for one in value)
    if is_dataclass(value):
        return replace(value, **{one.name: shifted(getattr(value, one.name)) for one in fields(value)})
    return value


@QUICK
@given(journal=journals(), data=st.data())
def test_the_order_in_which_entries_come_does_not_matter(journal, data):
    assert state(*data.draw(st.permutations(journal))) == state(*journal)


@QUICK
@given(journal=journals(), data=st.data())
def test_an_entry_that_comes_twice_counts_once(journal, data):
    again = data.draw(st.lists(st.sampled_from(journal), max_size=5))

    assert state(*journal, *again) == state(*journal)


@QUICK
@given(journal=journals(), said=st.data())
def test_what_is_taken_back_was_never_said(journal, said):
    moment = NOON + timedelta(minutes=said.draw(st.integers(1, 20)))
    entry = replace(said.draw(_of_any_kind), id=UUID(int=500), at=moment)
    undone = Retracted(id=UUID(int=501), at=NOON + timedelta(hours=1), of=entry.id)
    redone = Retracted(id=UUID(int=502), at=NOON + timedelta(hours=2), of=undone.id)

    assert state(*journal, entry, undone) == state(*journal)
    assert state(*journal, entry, undone, redone) == state(*journal, entry)


@QUICK
@given(journal=journals(), today=st.integers(-10, 40))
def test_everything_a_week_later_is_the_same_state_a_week_later(journal, today):
    later = state(*(shifted(entry) for entry in journal), today=today + 7)

    assert later == shifted(state(*journal, today=today))


@QUICK
@given(journal=journals(), today=st.integers(-10, 40))
def test_sessions_lie_behind_and_promises_ahead(journal, today):
    known = state(*journal, today=today)

    assert list(known.done) == sorted(known.done, key=lambda one: one.start)
    assert all(one.start.date() <= day(today) for one in known.done)
    assert all(one.start.date() >= day(today) for one in known.promised)
    assert all(one.start.date() < day(today) for one in known.unsaid)


@settings(QUICK, max_examples=25)
@given(journal=st.lists(any_entries, max_size=6, unique_by=lambda entry: entry.id))
def test_no_journal_is_too_odd_to_be_replayed(journal):
    known = state(*journal)

    assert state(*reversed(journal)) == known
