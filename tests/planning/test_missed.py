"""Sessions that were missed: they slide to the next opening of their week where the rules hold, and nothing is stacked."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from drawn_lives import away, moved, skipped
from legday.model.plan import PastSession, Told
from legday.model.runner import Opening
from legday.model.runs import Outlook
from legday.model.state import Log, RunnerState
from legday.planning.days import choose_days
from legday.planning.missed import delays, made_up, missed_sessions
from season_builder import MONDAY, catalogue, done, runner, targets

USED = tuple(done(days) for days in (20, 16, 13, 9, 6, 3))
WEDNESDAY = MONDAY + timedelta(days=2)


def at(day: int, hour: int = 18) -> datetime:
    return datetime.combine(MONDAY + timedelta(days=day), time(hour))


def known(*, days=(1, 2, 3, 4), promised=(4,), past=(), **log):
    profile = runner(openings=tuple(Opening(weekday=day, start=time(18), minutes=60) for day in days))
    return RunnerState(
        profile=profile,
        done=(*USED, *past),
        promised=tuple(PastSession(start=at(day), menu="B") for day in promised),
        plan_began=MONDAY - timedelta(days=21),
        foundation_weeks=3,
        log=Log(**log),
    )


def chosen(state, *, today=WEDNESDAY):
    return choose_days(state, Outlook(), targets(state.profile, weeks=2), catalogue(), today=today)


def this_week(choice):
    return [(day.start, day.letter) for day in choice.days if day.start < at(7)]


def test_a_missed_tuesday_slides_to_wednesday_where_nothing_forbids_it() -> None:
    choice = chosen(known(skipped=(skipped(at(1), "travel", menu="A"),)))
    assert this_week(choice) == [(at(2), "A"), (at(4), "B")]
    assert choice.days[0].why[0] == "In place of the session of Tuesday 24 Nov 18:00, skipped (travel)."
    assert [(one.start, one.why, one.instead) for one in choice.missed] == [(at(1), "travel", at(2))]


def test_the_session_that_comes_before_a_promise_too_closely_gives_way_to_the_promise() -> None:
    choice = chosen(known(days=(1, 3, 4, 6), skipped=(skipped(at(1), menu="A"),)))
    assert this_week(choice) == [(at(4), "B"), (at(6), "A")]


def test_a_missed_session_that_cannot_slide_leaves_fewer_and_moves_no_promise() -> None:
    choice = chosen(known(days=(1, 4), skipped=(skipped(at(1), menu="A"),)))
    assert this_week(choice) == [(at(4), "B")]
    assert [one.instead for one in choice.missed] == [None]
    (collision,) = choice.collisions
    assert (collision.wanted, collision.possible) == (2, 1)


def test_the_opening_that_was_skipped_is_not_offered_again() -> None:
    choice = chosen(known(promised=(2, 4), skipped=(skipped(at(2), "time"),)), today=WEDNESDAY)
    assert at(2) not in [day.start for day in choice.days]
    (told,) = [one for one in choice.unused if one.start == at(2)]
    assert told.why_not == "You skipped the session of this time (time)."


def test_a_session_nobody_spoke_of_holds_its_hours_and_its_week_wants_it_still() -> None:
    unsaid = PastSession(start=at(1), menu="A", told=Told.UNSAID)
    choice = chosen(known(days=(2, 3, 5), promised=(5,), past=(unsaid,)))
    assert this_week(choice) == [(at(3), "A"), (at(5), "B")]
    assert "of which nothing was said" in choice.days[0].why[0]
    (told,) = [one for one in choice.unused if one.start == at(2)]
    assert told.rule == "leg-spacing"
    assert told.why_not.startswith("Only 24 h after the session of Tuesday, of which nothing was said;")


def test_what_took_place_on_its_day_or_in_its_name_was_not_missed() -> None:
    for session in (PastSession(start=at(1, 7)), PastSession(start=at(2, 7), planned=at(1))):
        state = known(past=(session,), skipped=(skipped(at(1)),))
        assert missed_sessions(state, first=MONDAY, last=at(7).date(), today=WEDNESDAY) == ()


def test_what_was_put_elsewhere_is_missed_there_once_that_day_is_over() -> None:
    state = known(moved=(moved(at(0), at(1), number=1),))
    span = {"first": MONDAY, "last": at(7).date()}
    assert missed_sessions(state, today=MONDAY, **span) == ()
    assert [one.start for one in missed_sessions(state, today=WEDNESDAY, **span)] == [at(1)]


def test_days_away_without_leg_work_are_no_shortage_to_tell_of() -> None:
    gone = away(MONDAY, MONDAY + timedelta(days=6), openings=())
    choice = chosen(known(promised=(), away=(gone,)))
    assert this_week(choice) == []
    assert choice.collisions == ()
    assert {one.why_not for one in choice.unused if one.start < at(7)} == {
        "You are away until Sunday 29 Nov, without leg work."
    }


def test_travel_brings_its_own_hours_and_the_usual_ones_come_back() -> None:
    morning = tuple(Opening(day=MONDAY + timedelta(days=n), start=time(7), minutes=30) for n in range(7))
    gone = away(MONDAY, MONDAY + timedelta(days=6), openings=morning)
    choice = chosen(known(promised=(), away=(gone,)))
    hours = [(day.start.date() < at(7).date(), day.start.hour) for day in choice.days]
    assert set(hours) == {(True, 7), (False, 18)}


def test_the_next_opening_is_the_first_after_the_missed_one_and_earlier_ones_come_last() -> None:
    (missed,) = missed_sessions(
        known(skipped=(skipped(at(2)),)), first=MONDAY, last=at(7).date(), today=MONDAY
    )
    assert delays(missed, [at(1), at(3), at(5), at(0)]) == {at(3): 1, at(5): 2, at(1): 3, at(0): 4}


def test_each_start_makes_up_for_one_missed_session_of_its_week() -> None:
    state = known(skipped=(skipped(at(0), number=1), skipped(at(1), number=2), skipped(at(8), number=3)))
    missed = missed_sessions(state, first=MONDAY, last=at(14).date(), today=MONDAY)
    assert [one.instead for one in made_up(missed, [at(2), at(9)], MONDAY)] == [at(2), None, at(9)]


def test_two_letters_of_a_week_stay_two_letters() -> None:
    state = known(promised=(4,), skipped=(skipped(at(1), menu="B"),))
    state = replace(state, promised=(PastSession(start=at(4), menu="A"),))
    assert this_week(chosen(state)) == [(at(2), "B"), (at(4), "A")]
