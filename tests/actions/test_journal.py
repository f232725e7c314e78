"""What the journal adds up to."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from legday.actions.journal import (
    Journal,
    corrected_kinds,
    profile_of,
    read_journal,
)
from legday.model.errors import InputError
from legday.model.happened import SorenessFelt
from legday.model.journal import (
    KindCorrected,
    PlanAccepted,
    ProfileSet,
    PromisedSession,
    Retracted,
    RunPlanAdded,
)
from legday.model.late_entries import known_to_a_plan
from legday.model.runner import Profile
from legday.model.runs import FileFormat, Recording, RunKind, Sport

ANA = Profile(name="Ana", born=1991, body_mass_g=62_000)
BEN = Profile(name="Ben", born=1980, body_mass_g=80_000)
MOMENT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def profile_set(number, profile):
    return ProfileSet(id=UUID(int=number), at=MOMENT, profile=profile)


def retracted(number, of):
    return Retracted(id=UUID(int=number), at=MOMENT, of=UUID(int=of))


def accepted(number, today, *days):
    sessions = tuple(
        PromisedSession(start=datetime(2026, 11, day, 18, 0), minutes=45, menu="A") for day in days
    )
    return PlanAccepted(id=UUID(int=number), at=MOMENT, today=date(2026, 11, today), sessions=sessions)


def run_at(start, sha="a"):
    return Recording(
        sport=Sport.RUN,
        start=start,
        elapsed_s=3600,
        moving_s=3600,
        file="run.fit",
        sha256=sha * 64,
        format=FileFormat.FIT,
    )


def test_the_last_profile_counts():
    assert read_journal([profile_set(1, ANA), profile_set(2, BEN)]).profile == BEN


def test_a_retracted_entry_does_not_count():
    assert read_journal([profile_set(1, ANA), profile_set(2, BEN), retracted(3, 2)]).profile == ANA


def test_a_retraction_can_itself_be_taken_back():
    entries = [profile_set(1, ANA), profile_set(2, BEN), retracted(3, 2), retracted(4, 3)]

    assert read_journal(entries).profile == BEN


def test_an_empty_journal_has_no_profile_and_says_how_to_set_one():
    with pytest.raises(InputError, match="legday init --from"):
        profile_of(read_journal([]))


def test_each_entry_goes_where_it_belongs():
    plan = RunPlanAdded(id=UUID(int=1), at=MOMENT, name="plan.ics", runs=(), covers=())
    kind = KindCorrected(id=UUID(int=2), at=MOMENT, recording="x", start=MOMENT, kind=RunKind.LONG)
    promise = accepted(3, 23, 24)

    journal = read_journal([plan, kind, promise])

    assert journal == Journal(profile=None, run_plans=(plan,), corrections=(kind,), accepted=(promise,))


@pytest.mark.parametrize(("seconds", "found"), [(0, True), (120, True), (121, False)])
def test_a_correction_finds_its_run_again_in_another_file(seconds, found):
    correction = KindCorrected(
        id=UUID(int=1), at=MOMENT, recording="gone-0", start=MOMENT, kind=RunKind.QUALITY
    )
    again = run_at(MOMENT + timedelta(seconds=seconds), sha="b")

    kinds = corrected_kinds([correction], [again])

    assert kinds == ({again.id: RunKind.QUALITY} if found else {})


def test_the_later_correction_stands():
    run = run_at(MOMENT)
    said = [
        KindCorrected(id=UUID(int=number), at=MOMENT, recording=run.id, start=MOMENT, kind=kind)
        for number, kind in ((1, RunKind.EASY), (2, RunKind.LONG))
    ]

    assert corrected_kinds(said, [run]) == {run.id: RunKind.LONG}


def sore(number, hours):
    at = MOMENT + timedelta(hours=hours)
    return SorenessFelt(id=UUID(int=number), at=at, day=at.date(), score=3)


def test_what_was_said_before_a_plan_and_came_in_after_it_was_said_since():
    known, late = sore(1, -2), sore(2, -1)
    promise = accepted(3, 20, 24)
    promise = replace(promise, knew=known_to_a_plan([known], promise))

    assert read_journal([known, promise]).since == ()
    assert read_journal([known, late, promise]).since == (late,)


def test_a_fast_clock_makes_nothing_new_of_what_the_plan_knew():
    ahead = sore(1, 24)
    promise = accepted(3, 20, 24)
    promise = replace(promise, knew=known_to_a_plan([ahead], promise))

    assert read_journal([ahead, promise]).since == ()


def test_taking_back_what_a_plan_knew_is_something_said_since():
    known = sore(1, -2)
    promise = accepted(3, 20, 24)
    promise = replace(promise, knew=known_to_a_plan([known], promise))
    undone = Retracted(id=UUID(int=4), at=MOMENT + timedelta(hours=1), of=known.id)

    assert read_journal([known, promise, undone]).gone == {known.id}
    assert read_journal([known, promise, undone]).said_since
    assert not read_journal([known, promise]).said_since


def test_without_a_word_of_what_it_knew_a_plan_goes_by_the_clocks():
    assert read_journal([sore(1, -2), accepted(3, 20, 24), sore(2, 1)]).since == (sore(2, 1),)


def test_what_is_older_than_any_phone_is_without_a_line_was_known():
    old = sore(1, -24 * 61)
    promise = accepted(3, 20, 24)

    assert read_journal([old, replace(promise, knew=frozenset())]).since == ()
