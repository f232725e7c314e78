"""A session that is taken as done without a word held what was promised, as far as what was said before it left that."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

import lived_journal
from legday.actions.assumed import as_advised
from legday.catalogue.reader import read_catalogue
from legday.model.happened import Away, Ill, PainFelt, Slept, SorenessFelt
from legday.model.journal import AnyEntry, PlanAccepted, ProfileSet
from legday.model.pain_words import When
from legday.model.plan import PastSession, Plan
from legday.model.runner import Gear, GearKind, Opening, Priority, Race
from lived_journal import accepted, at, day, made, profile, squats, state

CATALOGUE = read_catalogue("en")
ASKED = (3, 10, 20_000)


def told(plan: PlanAccepted) -> Plan:
    """The plan that an acceptance stands for: squats with dumbbells in every session."""
    asked = (replace(squats(), gear=(GearKind.DUMBBELLS,)),)
    plain = lived_journal.told(plan)
    days = tuple(
        replace(one, sessions=tuple(replace(session, exercises=asked) for session in one.sessions))
        for one in plain.days
    )
    return replace(plain, days=days)


def dumbbells() -> ProfileSet:
    return profile(gear=Gear(dumbbells_g=(5_000, 8_000, 10_000)))


def hurts(offset: int, score: int, *, place: str = "hamstring", said: datetime | None = None) -> PainFelt:
    stamp = made() if said is None else {**made(), "at": said}
    return PainFelt(**stamp, day=day(offset), place=place, score=score, when=When.AFTER)


def behind(*entries: AnyEntry) -> Sequence[PastSession]:
    """The sessions of the week behind as they are taken to have been done."""
    return as_advised(state(*entries, today=7, tells=told), entries, CATALOGUE, today=day(7)).done


def held(*entries: AnyEntry) -> list[list[tuple[int, int, int]]]:
    return [
        [(one.sets, one.target, one.weight_g) for one in session.exercises] for session in behind(*entries)
    ]


def test_without_a_word_a_session_is_what_was_promised():
    assert held(dumbbells(), accepted(0, 0, 3)) == [[ASKED], [ASKED]]


def test_what_hurt_before_a_session_eased_it():
    entries = (dumbbells(), accepted(0, 0, 3), hurts(1, 4))
    assert held(*entries) == [[ASKED], [(2, 10, 16_000)]]
    whole, eased = behind(*entries)
    assert eased.volume == eased.exercises[0].volume < whole.volume
    assert sum(eased.quarter_sets.values()) * 3 == sum(whole.quarter_sets.values()) * 2


def test_what_the_promise_knew_of_takes_nothing_twice():
    assert held(dumbbells(), hurts(-1, 4), accepted(0, 0, 3), hurts(1, 3)) == [[ASKED], [ASKED]]


def test_what_was_said_after_a_session_took_nothing_of_it():
    late = at(3, 21).replace(tzinfo=UTC)
    assert held(dumbbells(), accepted(0, 0, 3), hurts(3, 4, said=late)) == [[ASKED], [ASKED]]


def test_what_a_place_that_hurts_leaves_out_was_not_done():
    assert held(dumbbells(), accepted(0, 0, 3), hurts(1, 5, place="front-knee")) == [[ASKED], []]


def test_a_day_too_sore_for_a_session_held_none():
    sore = SorenessFelt(**made(), day=day(3), score=9)
    entries = (dumbbells(), accepted(0, 0, 3), replace(sore, **made()))
    assert [one.start for one in behind(*entries)] == [at(0)]


def ill(last: int | None = None, *, said: datetime | None = None) -> Ill:
    """Feverish from Tuesday on; `last` the last day of it, once that is said."""
    stamp = made() if said is None else {**made(), "at": said}
    return Ill(**stamp, first=day(1), fever=True, last=None if last is None else day(last))


def test_a_day_ill_as_far_as_was_known_held_no_session_whatever_was_said_of_its_end_afterwards():
    friday = at(4, 9).replace(tzinfo=UTC)
    entries = (dumbbells(), accepted(0, 0, 3), ill(), ill(1, said=friday))
    assert [one.start for one in behind(*entries)] == [at(0)]


def test_an_illness_that_was_said_to_be_over_before_a_session_only_eased_it():
    assert held(dumbbells(), accepted(0, 0, 3), ill(), ill(1)) == [[ASKED], [(2, 10, 16_000)]]


def away(*openings: Opening, gear: Gear | None = None) -> Away:
    """From Wednesday to Saturday, said on the Tuesday."""
    stamp = {**made(), "at": at(1, 12).replace(tzinfo=UTC)}
    return Away(**stamp, first=day(2), last=day(5), gear=gear, openings=openings or None)


def test_what_a_session_held_on_a_journey_with_other_hours_nobody_knows():
    morning = Opening(weekday=3, start=time(7), minutes=45)
    evening = Opening(weekday=3, start=time(18), minutes=45)
    assert held(dumbbells(), accepted(0, 0, 3), away(morning)) == [[ASKED], []]
    assert held(dumbbells(), accepted(0, 0, 3), away(morning, evening)) == [[ASKED], [ASKED]]


def test_whether_it_took_place_there_nobody_knows_either():
    morning = Opening(weekday=3, start=time(7), minutes=45)
    assert [one.doubtful for one in behind(dumbbells(), accepted(0, 0, 3), away(morning))] == [False, True]
    moved = behind(dumbbells(), accepted(0, 0, 3, 8), next_week(7))
    assert [one.doubtful for one in moved] == [False, False]


def next_week(hour: int, *, openings: bool = True, said: datetime | None = None) -> Away:
    """Away from Tuesday to Thursday of the second week, with room at this hour of the Tuesday."""
    stamp = made() if said is None else {**made(), "at": said}
    room = (Opening(weekday=1, start=time(hour), minutes=45),) if openings else ()
    return Away(**stamp, first=day(8), last=day(10), gear=None, openings=room)


def test_a_journey_that_moves_a_session_may_have_moved_those_of_the_week_before_and_nobody_knows_what_they_held():
    promise = (dumbbells(), accepted(0, 0, 3, 8))
    assert held(*promise, next_week(7)) == [[ASKED], []]
    assert held(*promise, next_week(7, openings=False)) == [[ASKED], []]
    assert held(*promise, next_week(18)) == [[ASKED], [ASKED]]
    assert held(dumbbells(), accepted(0, 0, 3, 11), next_week(7)) == [[ASKED], [ASKED]]


def test_a_journey_spoken_of_only_after_a_session_or_before_the_promise_moved_it_nowhere():
    late = at(3, 21).replace(tzinfo=UTC)
    assert held(dumbbells(), accepted(0, 0, 3, 8), next_week(7, said=late)) == [[ASKED], [ASKED]]
    assert held(dumbbells(), next_week(7), accepted(0, 0, 3, 8)) == [[ASKED], [ASKED]]


@pytest.mark.parametrize(("session", "known"), [(17, False), (18, True)])
def test_so_may_those_of_the_week_after_a_journey(session: int, *, known: bool):
    entries = (dumbbells(), accepted(0, 0, 8, session), next_week(7))
    after = as_advised(state(*entries, today=21, tells=told), entries, CATALOGUE, today=day(21)).done
    assert bool(after[-1].exercises) is known


def test_on_a_journey_it_was_done_with_what_was_there():
    light = Gear(dumbbells_g=(4_000, 8_000))
    assert held(dumbbells(), accepted(0, 0, 3), away(gear=light)) == [[ASKED], [(3, 10, 16_000)]]


def test_a_day_with_little_readiness_held_a_share_of_all_sets():
    tired = Slept(**made(), day=day(3), minutes=None, readiness=1)
    assert held(dumbbells(), accepted(0, 0, 3), replace(tired, **made())) == [[ASKED], [(1, 10, 20_000)]]


def test_what_a_session_held_after_the_profile_changed_nobody_knows():
    race = replace(dumbbells().profile, races=(Race(day=day(20), metres=10_000, priority=Priority.B),))
    changed = ProfileSet(**made(), profile=race)
    heavier = ProfileSet(**made(), profile=replace(dumbbells().profile, body_mass_g=71_000))
    first, later = dumbbells(), accepted(0, 0, 3)
    at_noon = at(1, 12).replace(tzinfo=UTC)
    assert held(first, later, replace(changed, at=at_noon)) == [[ASKED], []]
    assert held(first, later, replace(heavier, at=at_noon)) == [[ASKED], [ASKED]]
    assert held(first, later, replace(changed, at=at(3, 21).replace(tzinfo=UTC))) == [[ASKED], [ASKED]]


def test_in_the_week_that_goes_on_the_promise_counts_whatever_was_said_since():
    changed = replace(profile(gear=Gear(dumbbells_g=(5_000,))), at=at(1, 12).replace(tzinfo=UTC))
    entries = (dumbbells(), accepted(0, 0, 3), changed)
    now = as_advised(state(*entries, today=6, tells=told), entries, CATALOGUE, today=day(6)).done
    assert [len(one.exercises) for one in now] == [1, 1]
    entries = (dumbbells(), accepted(0, 0, 3, 8), next_week(7))
    now = as_advised(state(*entries, today=6, tells=told), entries, CATALOGUE, today=day(6)).done
    assert [len(one.exercises) for one in now] == [1, 1]
