"""A session that slid, was perhaps done, and of which nothing was said: rested after, asked about, and free where nothing slid."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count, pairwise

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import legday.actions.offered as looked_back
from legday.actions.log import Around, desk, draft, keep, said_as_planned
from legday.actions.offered import Known, state_on
from legday.actions.plan import accept_plan, make_plan
from legday.actions.plan_legs import plan_legs
from legday.actions.skip import skip
from legday.actions.stamp import Stamp
from legday.actions.state import facts
from legday.catalogue.reader import read_catalogue
from legday.model.happened import Away, Ill, SessionDone, SessionSkipped, SorenessFelt
from legday.model.ids import new_id
from legday.model.journal import PlanAccepted, ProfileSet, PromisedSession, Retracted
from legday.model.plan import Told
from legday.model.runner import LiftingLevel, Opening, Profile
from legday.running.outlook import make_outlook
from legday.store import open_store

CATALOGUE = read_catalogue("en")
MONDAY = date(2026, 11, 23)
WEEKS = 3


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def evening(*weekdays: int, hour: int = 18) -> tuple[Opening, ...]:
    return tuple(Opening(weekday=one, start=time(hour), minutes=60) for one in weekdays)


class Journal:
    """A journal kept in memory, with plans accepted and derived as the doors do it."""

    def __init__(self, **facts_of: object):
        self.entries: list = []
        self.plans: dict = {}
        self.numbers = count(1)
        mine = {"name": "Max", "born": 1990, "body_mass_g": 72_000, "openings": evening(1, 2, 3, 4, 5)}
        self.say(ProfileSet, 0, hour=5, profile=Profile(**(mine | facts_of)))
        self.accept(0)

    def say(self, kind, offset: int, *, hour: int = 21, **facts_of: object):
        at = datetime.combine(day(offset), time(hour), tzinfo=UTC) + timedelta(seconds=next(self.numbers))
        entry = kind(id=new_id(at, bytes(10)), at=at, **facts_of)
        self.entries.append(entry)
        return entry

    def accept(self, offset: int) -> None:
        plan = self.plan(offset)
        promised = tuple(
            PromisedSession(start=one.start, minutes=one.minutes, menu=one.menu) for one in plan.sessions
        )
        entry = self.say(PlanAccepted, offset, hour=6, today=day(offset), sessions=promised)
        self.plans[entry.id] = plan

    def state(self, offset: int):
        known = Known(
            entries=self.entries,
            catalogue=CATALOGUE,
            told=lambda entry: self.plans.get(entry.id),
            lay_off_days=CATALOGUE.rulebook.number("returning", "days_intro"),
        )
        return state_on(known, today=day(offset))

    def plan(self, offset: int):
        state = self.state(offset)
        weeks = WEEKS - offset // 7
        outlook = make_outlook(state.profile, (), (), today=day(offset), weeks=weeks)
        return plan_legs(state, outlook, CATALOGUE, today=day(offset), weeks=weeks)

    def given(self, offset: int):
        return next((one for one in self.plan(offset).sessions if one.day == day(offset)), None)

    def log(self, session, *, on: int) -> SessionDone:
        return self.say(
            SessionDone,
            on,
            start=session.start,
            planned=session.start,
            menu=session.menu,
            prescribed=session.exercises,
        )

    def skips(self, session, *, on: int, hour: int = 21) -> SessionSkipped:
        return self.say(SessionSkipped, on, hour=hour, planned=session.start, menu=session.menu)


def slid() -> tuple[Journal, object]:
    """The second week's first session skipped in its evening, and the one that the next day's plan holds instead."""
    journal = Journal()
    first, second = [one for one in journal.plan(0).sessions if one.day < day(7)]
    for session in (first, second):
        journal.log(session, on=(session.day - MONDAY).days)
    missed = next(one for one in journal.plan(7).sessions if one.day >= day(7))
    on = (missed.day - MONDAY).days
    journal.skips(missed, on=on)
    instead = journal.given(on + 1)
    assert instead is not None, "it slides to the next evening"
    return journal, instead


def offset_of(session) -> int:
    return (session.day - MONDAY).days


def test_what_slid_is_unsaid_the_day_after_and_rested_from():
    journal, instead = slid()
    state = journal.state(offset_of(instead) + 1)
    assert [one.start for one in state.unsaid] == [instead.start]
    assert [one.start for one in state.done if one.told is Told.UNSAID] == [instead.start]
    assert [one.exercises for one in state.offered] == [instead.exercises]
    coming = [one for one in journal.plan(offset_of(instead) + 1).sessions if one.start > instead.start]
    assert min(one.start for one in coming) - instead.start >= timedelta(hours=48)


def test_it_holds_no_volume_and_is_no_second_missed_session():
    journal, instead = slid()
    state = journal.state(offset_of(instead) + 1)
    assert [one.volume for one in state.done if one.told is Told.UNSAID] == [0]
    assert instead.start not in [one.start for one in state.held]
    after = journal.plan(offset_of(instead) + 1)
    assert not [note for note in after.notes if f"{instead.day:%A}" in note and "made up" in note]


def test_it_is_forgotten_after_three_days():
    journal, instead = slid()
    on = offset_of(instead)
    assert [bool(journal.state(on + days).offered) for days in (1, 2, 3, 4)] == [True, True, True, False]


@pytest.mark.parametrize("word", ["log", "skip", "ill", "away", "a later log"])
def test_any_word_on_it_settles_it(word):
    journal, instead = slid()
    on = offset_of(instead)
    match word:
        case "log":
            journal.log(instead, on=on)
        case "skip":
            journal.skips(instead, on=on)
        case "ill":
            journal.say(Ill, on, first=instead.day)
        case "away":
            journal.say(Away, on, first=instead.day, last=instead.day, openings=())
        case _:
            journal.say(SessionDone, on + 1, hour=7, start=instead.start + timedelta(hours=12))
    assert journal.state(on + 1).offered == ()


def test_a_word_that_was_taken_back_settles_nothing():
    journal, instead = slid()
    said = journal.log(instead, on=offset_of(instead))
    journal.say(Retracted, offset_of(instead), of=said.id)
    assert [one.start for one in journal.state(offset_of(instead) + 1).offered] == [instead.start]


def test_what_was_said_after_it_began_is_not_held_against_it():
    """Very sore legs of that evening would have shut it in the morning: the plan that counts is the one before it began."""
    journal, instead = slid()
    journal.say(SorenessFelt, offset_of(instead), hour=22, day=instead.day, score=9)
    assert [one.start for one in journal.state(offset_of(instead) + 1).offered] == [instead.start]


def test_openings_that_were_others_by_then_are_remembered():
    journal, instead = slid()
    now = Profile(name="Max", born=1990, body_mass_g=72_000, openings=evening(1, 3, 4, 5, hour=7))
    journal.say(ProfileSet, offset_of(instead), hour=22, profile=now)
    assert [one.start for one in journal.state(offset_of(instead) + 1).offered] == [instead.start]


def test_a_day_that_nothing_slid_to_costs_no_plan(monkeypatch):
    journal = Journal()
    for session in journal.plan(0).sessions[:3]:
        journal.log(session, on=offset_of(session))
        journal.say(SorenessFelt, offset_of(session), hour=22, day=session.day, score=3)

    def refused(*_args, **_more):
        raise AssertionError("a plan was derived")

    monkeypatch.setattr(looked_back, "plan_legs", refused)
    assert [journal.state(offset).offered for offset in range(1, 10)] == [()] * 9


def test_without_an_accepted_plan_nothing_was_offered():
    journal, instead = slid()
    journal.entries = [one for one in journal.entries if not isinstance(one, PlanAccepted)]
    assert journal.state(offset_of(instead) + 1).offered == ()


# at the doors


@pytest.fixture
def home(tmp_path):
    """A home with the same slide in it, and the session that slid."""
    journal, instead = slid()
    store = open_store(tmp_path / "home", make=True)
    for entry in journal.entries:
        if isinstance(entry, PlanAccepted):
            known = facts(store, CATALOGUE, today=entry.today, weeks=WEEKS)
            plan = make_plan(known, weeks=WEEKS).plan
            accept_plan(store, plan, stamp=Stamp(entry.id, entry.at))
        else:
            store.append(entry)
    yield store, instead, journal
    store.close()


def later(journal: Journal, session) -> Stamp:
    at = datetime.combine(session.day + timedelta(days=1), time(8), tzinfo=UTC)
    return Stamp(new_id(at, next(journal.numbers).to_bytes(10)), at)


def test_it_can_be_logged_as_it_was_asked_for(home):
    store, instead, journal = home
    known = facts(store, CATALOGUE, today=instead.day + timedelta(days=1), weeks=WEEKS)
    written = desk(store, known, weeks=WEEKS)
    said = said_as_planned(written, Around(day=instead.day))
    entry = draft(written, said, stamp=later(journal, instead))
    assert (entry.planned, entry.prescribed) == (instead.start, instead.exercises)
    keep(store, (entry,))
    state = facts(store, CATALOGUE, today=instead.day + timedelta(days=1), weeks=WEEKS).state
    assert [one.told for one in state.done if one.start == instead.start] == [Told.LOGGED]
    assert state.unsaid == ()


def test_it_can_be_skipped_by_its_day(home):
    store, instead, journal = home
    known = facts(store, CATALOGUE, today=instead.day + timedelta(days=1), weeks=WEEKS)
    remembered = skip(store, known, f"{instead.day}", why="", stamp=later(journal, instead))
    assert remembered.entry.planned == instead.start
    state = facts(store, CATALOGUE, today=instead.day + timedelta(days=1), weeks=WEEKS).state
    assert state.unsaid == ()


# whatever happens


DOES = st.sampled_from(["logs", "logs", "logs late", "nothing", "nothing", "skips", "skips early", "ill"])


def lived(does: list[str], **facts_of: object) -> list[datetime]:
    """The starts of all sessions that were shown and may have been done, where each day's plan is looked at in the morning."""
    journal = Journal(**facts_of)
    may_be_done: list[datetime] = []
    late = []
    for offset, what in enumerate(does):
        for session in late:
            journal.log(session, on=offset)
        late = []
        session = journal.given(offset)
        if session is None:
            continue
        match what:
            case "logs":
                journal.log(session, on=offset)
            case "logs late":
                late = [session]
            case "skips":
                journal.skips(session, on=offset)
            case "skips early":
                journal.skips(session, on=offset, hour=7)
            case "ill":
                journal.say(Ill, offset, first=session.day, last=session.day)
        if what in {"logs", "logs late", "nothing"}:
            may_be_done.append(session.start)
    return may_be_done


@settings(
    max_examples=10, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate], database=None
)
@given(
    does=st.lists(DOES, min_size=15, max_size=15),
    weekdays=st.sets(st.integers(0, 6), min_size=4),
    lifting=st.sampled_from([LiftingLevel.BEGINNER, LiftingLevel.TRAINED]),
)
def test_no_two_sessions_that_were_shown_lie_less_than_48_hours_apart(does, weekdays, lifting):
    starts = lived(does, openings=evening(*sorted(weekdays)), lifting=lifting)
    assert all(then - one >= timedelta(hours=48) for one, then in pairwise(starts)), starts
