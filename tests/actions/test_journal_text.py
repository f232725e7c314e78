"""Entries become lines and lines entries, and nothing the notation can say is lost on the way."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.actions.journal_text import Ground, entries_from, journal_lines
from legday.actions.stamp import Stamp
from legday.catalogue.reader import read_catalogue
from legday.model.errors import InputError, UnknownName
from legday.model.happened import (
    PainFelt,
    SessionDone,
    SessionMoved,
    SessionSkipped,
    SetDone,
)
from legday.model.ids import new_id
from legday.model.journal import KindCorrected, Retracted
from legday.model.pain_words import Behaviour, When
from legday.model.plan import PastSession
from legday.model.runs import RunKind
from legday.model.sets import LoggedSet, Side
from legday.reading.notation import read_journal_text
from legday.writing.notation import print_lines

CATALOGUE = read_catalogue("en")
ZONE = ZoneInfo("Europe/Ljubljana")
AT = datetime(2026, 12, 1, 20, tzinfo=UTC)
MARCH_2 = datetime(2026, 3, 2, 18)


def stamps():
    """Stamps a second apart, their chance counted up."""
    number = iter(range(10**6))

    def next_one():
        count = next(number)
        at = AT + timedelta(seconds=count)
        return Stamp(new_id(at, count.to_bytes(10, "big")), at)

    return next_one


def ground(*planned):
    return Ground(catalogue=CATALOGUE, zone=ZONE, planned=planned)


def read(text, *planned):
    return entries_from(read_journal_text(text), ground(*planned), stamps=stamps()).entries


def printed(entries):
    return print_lines(journal_lines(entries, zone=ZONE))


def test_sets_follow_the_session_line_of_their_day():
    first, second = read(
        """\
2026-03-02 session workout a 18:05 50 min effort 7/10
2026-03-02 squat 2x10,8 40 kg rir 2
2026-03-02 side-plank 1x30
2026-03-04 squat 1x5 at 07:30
"""
    )

    assert (first.start, first.menu, first.minutes, first.effort) == (
        datetime(2026, 3, 2, 18, 5),
        "A",
        50,
        7,
    )
    assert [(one.exercise, one.reps, one.weight_g, one.seconds) for one in first.sets] == [
        ("squat", 10, 40_000, False),
        ("squat", 8, 40_000, False),
        ("side-plank", 30, None, True),
    ]
    assert (second.start, len(second.sets)) == (datetime(2026, 3, 4, 7, 30), 1)


def test_two_sessions_of_a_day_stay_two():
    text = """\
2026-03-02 session 07:00
2026-03-02 squat 1x10 40 kg
2026-03-02 session 18:00
2026-03-02 squat 1x10 42.5 kg
"""
    assert printed(read(text)) == text


def test_sets_said_one_by_one_are_printed_with_their_session():
    stamp = stamps()
    session = stamp().id
    entries = []
    for reps in (10, 9, 9):
        made = stamp()
        done = LoggedSet(exercise="squat", reps=reps, weight_g=40_000)
        entries.append(SetDone(id=made.id, at=made.at, session=session, start=MARCH_2, done=done, menu="A"))
    made = stamp()
    entries.append(SessionDone(id=made.id, at=made.at, session=session, start=MARCH_2, minutes=40, effort=6))

    assert printed(entries) == (
        "2026-03-02 session workout a 18:00 40 min effort 6/10\n2026-03-02 squat 3x10,9,9 40 kg\n"
    )


def test_what_was_taken_back_is_not_printed():
    (pain,) = read("2026-03-03 pain achilles left 3/10")
    made = stamps()()
    gone = Retracted(id=new_id(AT, bytes(9) + b"x"), at=made.at, of=pain.id)

    assert printed([pain, gone]) == ""


def test_a_skip_and_a_move_find_the_planned_session_by_day_and_letter():
    planned = PastSession(start=MARCH_2, menu="B", minutes=45)

    skipped, moved = read(
        "2026-03-02 skip workout b\n2026-03-02 move workout b to 2026-03-04 07:00 40 min", planned
    )

    assert isinstance(skipped, SessionSkipped)
    assert isinstance(moved, SessionMoved)
    assert (skipped.planned, skipped.menu) == (MARCH_2, "B")
    assert (moved.planned, moved.start, moved.minutes) == (MARCH_2, datetime(2026, 3, 4, 7), 40)


def test_a_skip_of_what_is_not_planned_needs_its_time():
    with pytest.raises(InputError, match="is not planned on this day"):
        read("2026-03-02 skip workout b")
    (skipped,) = read("2026-03-02 skip workout b 18:00")
    assert isinstance(skipped, SessionSkipped)
    assert skipped.planned == MARCH_2


def test_a_pain_keeps_all_that_was_said():
    (pain,) = read("2026-03-03 pain achilles left 3/10 next-morning worsens,night")

    assert isinstance(pain, PainFelt)
    assert (pain.place, pain.side, pain.score, pain.when) == ("achilles", Side.LEFT, 3, When.NEXT_MORNING)
    assert pain.behaviour == {Behaviour.WORSENS, Behaviour.NIGHT}
    with pytest.raises(UnknownName, match="you meant achilles"):
        read("2026-03-03 pain achiles 3/10")


def test_the_kind_of_a_run_is_found_by_its_start():
    (kind,) = read("2026-03-03 run quality at 07:00")

    assert isinstance(kind, KindCorrected)
    assert (kind.start, kind.kind) == (datetime(2026, 3, 3, 7, tzinfo=ZONE), RunKind.QUALITY)
    with pytest.raises(InputError, match="does not say which run"):
        read("2026-03-03 run quality")


def test_promises_are_left_out_and_counted():
    lines = read_journal_text("2026-03-09 promise workout a 18:00 45 min\n2026-03-09 weigh 70 kg")

    found = entries_from(lines, ground(), stamps=stamps())

    assert (len(found.entries), found.promises) == (1, 1)


_days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
_sets = st.builds(
    LoggedSet,
    exercise=st.sampled_from(["squat", "split-squat", "calf-raise"]),
    reps=st.integers(0, 30),
    weight_g=st.none() | st.integers(0, 200_000),
    rir=st.none() | st.integers(0, 10),
    side=st.sampled_from(Side),
    warm_up=st.booleans(),
    tempo=st.sampled_from(["", "3-1-1"]),
    note=st.sampled_from(["", 'said "ouch"', "two\nlines"]),
).map(lambda one: one if one.exercise == "split-squat" else replace(one, side=Side.BOTH))
_sessions = st.builds(
    SessionDone,
    id=st.just(stamps()().id),
    at=st.just(AT),
    start=st.builds(
        datetime.combine,
        _days,
        st.builds(lambda minute: (datetime.min + timedelta(minutes=minute)).time(), st.integers(0, 1439)),
    ),
    sets=st.lists(_sets, max_size=5).map(tuple),
    minutes=st.none() | st.integers(1, 300),
    menu=st.sampled_from(["", "A", "B"]),
    effort=st.none() | st.integers(0, 10),
    note=st.sampled_from(["", "rain"]),
)


@given(session=_sessions)
@settings(deadline=None, max_examples=100, derandomize=True)
def test_a_session_comes_back_from_its_text_as_it_was(session):
    (back,) = read(printed([session]))

    assert isinstance(back, SessionDone)
    assert back == replace(session, id=back.id, at=back.at, session=back.session)


@given(session=_sessions)
@settings(deadline=None, max_examples=50, derandomize=True)
def test_reading_and_printing_again_changes_nothing(session):
    text = printed([session])

    assert printed(read(text)) == text
