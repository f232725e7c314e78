"""Taking back and looking back, in a real home."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID

import pytest

from legday.actions.history import history
from legday.actions.stamp import Stamp
from legday.actions.undo import last_said, taken_back_by, undo
from legday.model.errors import InputError, UnknownName
from legday.model.happened import ExerciseSwapped, PainFelt, Slept
from legday.model.ids import new_id
from legday.model.journal import Retracted
from legday.model.standing_entries import standing_entries
from legday.store import open_store
from lived_journal import accepted, day, done, made, profile, set_done, sets, skipped
from story_plans import catalogue_in_english

LATER = datetime(2027, 1, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "home", make=True)
    yield opened
    opened.close()


@pytest.fixture
def stamps():
    numbers = count(0xA11CE)

    def stamp():
        number = next(numbers)
        moment = LATER + timedelta(seconds=number)
        return Stamp(new_id(moment, number.to_bytes(10)), moment)

    return stamp


def kept(store, *entries):
    for entry in entries:
        store.append(entry)
    return entries


def standing(store):
    return standing_entries(store.entries())


def lines(happened):
    return [line for one in happened for line in one.lines]


def pain(score, offset=1):
    return PainFelt(**made(), day=day(offset), place="achilles", score=score)


# undo


def test_the_last_thing_said_is_taken_back(store, stamps):
    said, first, _ = kept(store, profile(), pain(3), pain(30))

    report = undo(store, stamps=stamps)

    assert lines(report.taken_back) == ["2026-11-24 pain achilles 30/10 during"]
    assert report.brought_back == ()
    assert standing(store) == (said, first)


def test_undo_again_takes_back_what_was_said_before(store, stamps):
    said, *_ = kept(store, profile(), pain(3), pain(4))

    undo(store, stamps=stamps)
    report = undo(store, stamps=stamps)

    assert lines(report.taken_back) == ["2026-11-24 pain achilles 3/10 during"]
    assert standing(store) == (said,)


def test_undo_of_an_undo_brings_back(store, stamps):
    entries = kept(store, profile(), pain(3))
    (retraction,) = undo(store, stamps=stamps).retractions

    report = undo(store, name=retraction.id.hex[-8:], stamps=stamps)

    assert (lines(report.taken_back), lines(report.brought_back)) == (
        [],
        ["2026-11-24 pain achilles 3/10 during"],
    )
    assert standing(store) == entries


def test_what_would_be_taken_back_is_told_before_it_is(store, stamps):
    kept(store, profile(), pain(3))
    assert lines(last_said(store)) == ["2026-11-24 pain achilles 3/10 during"]
    undo(store, stamps=stamps)
    assert last_said(store) == ()


def test_what_a_retraction_took_back_is_told_as_long_as_it_stands(store, stamps):
    kept(store, profile(), pain(3))
    (retraction,) = undo(store, stamps=stamps).retractions
    (one,) = taken_back_by(store, str(retraction.id))
    assert (one.retraction, one.what.lines) == (retraction.id, ("2026-11-24 pain achilles 3/10 during",))
    undo(store, name=str(retraction.id), stamps=stamps)
    assert taken_back_by(store, str(retraction.id)) == ()
    assert taken_back_by(store, "nothing") == ()


def test_nothing_is_erased(store, stamps):
    entries = kept(store, profile(), pain(3))

    (retraction,) = undo(store, stamps=stamps).retractions

    assert store.entries() == (*entries, retraction)
    assert isinstance(retraction, Retracted)


def test_what_was_said_in_one_moment_is_taken_back_as_one(store, stamps):
    said, one = kept(store, profile(), pain(3))
    kept(store, replace(one, id=UUID(int=one.id.int + 10**9), score=4))

    assert len(undo(store, stamps=stamps).taken_back) == 2
    assert standing(store) == (said,)


@pytest.mark.parametrize("part", [slice(None), slice(-8, None), slice(0, 13)])
def test_an_id_or_its_beginning_or_end_names_an_entry(store, stamps, part):
    first = replace(pain(3), id=new_id(LATER, bytes(range(10))))
    _, _, second = kept(store, profile(), first, pain(4))

    undo(store, name=str(first.id)[part], stamps=stamps)

    assert standing(store)[1:] == (second,)


def test_the_id_of_a_session_means_all_its_sets(store, stamps):
    session = UUID(hex="0193b3c0000070008000000000abcdef")
    kept(
        store,
        profile(),
        set_done(1, session.int, *sets(10)),
        set_done(1, session.int, *sets(9)),
        done(1, session=session),
    )

    report = undo(store, name="abcdef", stamps=stamps)

    assert len(report.taken_back) == 3
    assert len(standing(store)) == 1


def test_the_id_of_a_set_means_that_set(store, stamps):
    first = set_done(1, 7, *sets(10), id=UUID(hex="0193b3c0000070008000000000abcdef"))
    _, _, second = kept(store, profile(), first, set_done(1, 7, *sets(9)))

    assert lines(undo(store, name="00abcdef", stamps=stamps).taken_back) == ["2026-11-24 squat 1x10 20 kg"]
    assert standing(store)[1:] == (second,)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("0000", "means several entries"),
        ("ffffffff", "is the id of no entry"),
        ("0", "is the id of no entry"),
    ],
)
def test_what_is_no_entrys_id_is_refused(store, stamps, name, problem):
    entries = kept(store, profile(), pain(3), pain(4))

    with pytest.raises(InputError, match=problem):
        undo(store, name=name, stamps=stamps)
    assert store.entries() == entries


def test_a_retraction_that_was_taken_back_can_do_nothing_more(store, stamps):
    kept(store, profile(), pain(3))
    (retraction,) = undo(store, stamps=stamps).retractions
    undo(store, name=str(retraction.id), stamps=stamps)

    with pytest.raises(InputError, match="no longer stands"):
        undo(store, name=str(retraction.id), stamps=stamps)


def test_the_only_profile_stays(store, stamps):
    entries = kept(store, profile())

    with pytest.raises(InputError, match="only the profile"):
        undo(store, stamps=stamps)
    assert store.entries() == entries


def test_a_second_profile_can_be_taken_back(store, stamps):
    first, _ = kept(store, profile(), profile(name="Ben"))

    assert lines(undo(store, stamps=stamps).taken_back) == ["2026-11-01 profile set"]
    assert standing(store) == (first,)


# history


def told(store, name="", since=None):
    return history(store, catalogue_in_english(), name=name, since=since)


def test_the_past_is_told_newest_first(store):
    kept(
        store,
        profile(),
        accepted(0, 1, 4),
        done(4, *sets(10, 10, 9), menu="B"),
        pain(3),
        skipped(1),
        Slept(**made(), day=day(5), minutes=330),
    )

    assert [one.lines for one in told(store).happened] == [
        ("2026-11-28 slept 5:30",),
        (
            "2026-11-27 session workout b 18:00 planned 2026-11-27 18:00",
            "2026-11-27 squat 3x10,10,9 20 kg",
        ),
        ('2026-11-24 skip 18:00 "travel"',),
        ("2026-11-24 pain achilles 3/10 during",),
        ("2026-11-01 plan accepted: 2 sessions from 2026-11-23 on",),
        ("2026-11-01 profile set",),
    ]


def test_of_an_exercise_its_sets_and_swaps_are_told(store):
    swap = ExerciseSwapped(**made(), was="squat", now="box-squat", first=day(2))
    kept(store, profile(), done(1, *sets(10), *sets(12, exercise="step-up")), swap, pain(2))

    report = told(store, "squat")

    assert report.exercise == "squat"
    assert lines(report.happened) == [
        "2026-11-25 swap squat for box-squat",
        "2026-11-24 session workout a 18:00 planned 2026-11-24 18:00",
        "2026-11-24 squat 1x10 20 kg",
    ]


def test_an_exercise_may_be_named_in_words_or_be_one_that_only_the_journal_knows(store):
    kept(store, profile(), done(1, *sets(5, exercise="bench-press"), *sets(8, exercise="step-up")))

    assert told(store, "Step up".lower().replace(" ", "-")).exercise == "step-up"
    assert lines(told(store, "bench-press").happened)[1:] == ["2026-11-24 bench-press 1x5 20 kg"]
    with pytest.raises(UnknownName):
        told(store, "sqat")


def test_since_a_day_that_day_is_told_as_well(store):
    kept(store, profile(), pain(1, 1), pain(2, 2), pain(3, 3))

    assert lines(told(store, since=date(2026, 11, 25)).happened) == [
        "2026-11-26 pain achilles 3/10 during",
        "2026-11-25 pain achilles 2/10 during",
    ]


def test_what_was_taken_back_is_not_told(store, stamps):
    kept(store, profile(), pain(3))
    undo(store, stamps=stamps)

    assert lines(told(store).happened) == ["2026-11-01 profile set"]


def test_a_set_by_set_session_is_told_as_one(store):
    kept(store, profile(), set_done(1, 7, *sets(10), menu="A"), set_done(1, 7, *sets(10)))

    session, _ = told(store).happened

    assert session.id == UUID(int=7)
    assert session.lines == ("2026-11-24 session workout a 18:00", "2026-11-24 squat 2x10 20 kg")
