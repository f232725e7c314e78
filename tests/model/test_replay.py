"""What a journal adds up to: which sessions lie behind, what is still promised, what else was said."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from legday.model.errors import InputError
from legday.model.happened import (
    Away,
    BodyMassSet,
    ExerciseSwapped,
    Ill,
    PainFelt,
    SessionMoved,
    SorenessFelt,
)
from legday.model.load import volume
from legday.model.plan import PastSession, Told
from legday.model.replay import replay
from lived_journal import (
    accepted,
    at,
    day,
    done,
    exercises,
    made,
    profile,
    set_done,
    sets,
    skipped,
    squats,
    state,
    taken_back,
)


def starts(sessions):
    return [one.start for one in sessions]


def moved(planned, start, minutes=30):
    return SessionMoved(
        **made(), planned=None if planned is None else at(planned), start=start, minutes=minutes
    )


# The profile


def test_without_a_profile_it_says_how_to_set_one():
    with pytest.raises(InputError, match="legday init --from"):
        replay([], (), today=day(0), exercises={}, told=lambda _: None, lay_off_days=56)


def test_body_mass_counts_from_its_day_on():
    said = profile(), BodyMassSet(**made(), day=day(3), grams=71_500)

    assert state(*said, today=2).profile.body_mass_g == 60_000
    assert state(*said, today=3).profile.body_mass_g == 71_500


def test_the_weighing_of_the_later_day_counts_whenever_it_was_said():
    later = BodyMassSet(**made(), day=day(5), grams=70_000)
    earlier = BodyMassSet(**made(), day=day(3), grams=72_000)

    assert state(later, earlier).profile.body_mass_g == 70_000


def test_a_profile_that_says_the_old_mass_again_keeps_what_was_weighed():
    weighed = [profile(), BodyMassSet(**made(), day=day(1), grams=58_000)]

    assert state(*weighed, profile(name="Ana M.")).profile.body_mass_g == 58_000
    assert state(*weighed, profile(body_mass_g=63_000)).profile.body_mass_g == 63_000


# Sessions behind: taken as done, logged, unsaid, skipped


def test_who_logs_nothing_is_taken_to_have_done_what_was_promised():
    known = state(accepted(0, 1, 4, 8, 11, 15), today=10)

    assert starts(known.done) == [at(1), at(4), at(8)]
    assert {one.told for one in known.done} == {Told.ASSUMED}
    assert known.done[0].exercises == (squats(),)
    assert starts(known.promised) == [at(11), at(15)]


@pytest.mark.parametrize("grams", [54_000, 60_000, 72_000])
def test_all_that_was_done_is_set_against_the_body_mass_of_now_however_it_is_known(grams):
    mass = BodyMassSet(**made(), day=day(5), grams=grams)
    known = state(accepted(0, 1), mass), state(done(1), mass), state(done(1, *sets(10, 10, 10)), mass)
    squat = exercises()["squat"]
    moved_now = volume(squat, sets=3, target=10, weight_g=20_000, body_mass_g=grams)

    assert [one.volume for each in known for one in each.done] == [moved_now] * 3
    assert [one.volume for each in known for past in each.done for one in past.exercises] == [moved_now] * 3


def test_behind_lie_the_sessions_of_the_plan_in_force_on_their_day():
    known = state(accepted(-21, -20, -13, -6, 1), accepted(-7, -4, 0, 3), today=0)

    assert starts(known.done) == [at(-20), at(-13), at(-4)]
    assert starts(known.promised) == [at(0), at(3)]


def test_without_an_accepted_plan_nothing_is_promised_or_behind():
    known = state()

    assert (known.done, known.promised, known.plan_began, known.foundation_weeks) == ((), (), None, 0)


def test_an_acceptance_that_keeps_the_times_only_promises_times():
    known = state(accepted(0, 1, 8), today=5, tells=lambda _: None)

    assert [(one.start, one.minutes, one.menu, one.volume) for one in known.done] == [(at(1), 45, "A", 0)]
    assert [(one.menu, one.exercises) for one in known.promised] == [("B", ())]


def test_of_what_follows_the_first_log_nothing_is_taken_as_done():
    known = state(accepted(0, 1, 4, 8, 11), done(4, *sets(10, 10, 10)), today=10)

    assert [(one.start, one.told) for one in known.done] == [
        (at(1), Told.ASSUMED),
        (at(4), Told.LOGGED),
        (at(8), Told.UNSAID),
    ]
    assert (known.done[2].volume, known.done[2].exercises, known.done[2].minutes) == (0, (), 45)


@pytest.mark.parametrize(
    "rest",
    [
        lambda: Away(**made(), first=day(3), last=day(5), openings=()),
        lambda: Ill(**made(), first=day(3), last=day(5)),
        lambda: Ill(**made(), first=day(3), last=None),
    ],
    ids=["away without leg work", "ill", "still ill"],
)
def test_of_a_session_on_a_day_at_rest_nothing_is_asked_and_nothing_is_rested_after(rest):
    facts = accepted(0, 1, 4), done(1)

    assert starts(state(*facts, today=5).unsaid) == [at(4)]

    known = state(*facts, rest(), today=5)
    assert known.unsaid == ()
    assert starts(known.done) == [at(1)]


def test_the_travel_said_last_decides_whether_a_day_was_at_rest():
    none = Away(**made(), first=day(3), last=day(5), openings=())
    with_gear = Away(**made(), first=day(4), last=day(4))

    assert starts(state(accepted(0, 1, 4), done(1), none, with_gear, today=5).unsaid) == [at(4)]


@pytest.mark.parametrize(
    ("today", "rested", "asked"), [(11, True, True), (12, False, True), (15, False, True), (16, False, False)]
)
def test_an_unsaid_session_is_rested_after_for_72_hours_and_asked_about_for_a_week(today, rested, asked):
    known = state(accepted(0, 1, 8), done(1), today=today)

    assert (at(8) in starts(known.done)) is rested
    assert (at(8) in starts(known.unsaid)) is asked


def test_a_skipped_session_is_neither_done_nor_asked_about():
    known = state(accepted(0, 1, 4, 8), skipped(1), today=6)

    assert [(one.start, one.told) for one in known.done] == [(at(4), Told.UNSAID)]
    assert starts(known.unsaid) == [at(4)]
    assert [one.planned for one in known.log.skipped] == [at(1)]


def test_a_skip_to_come_is_promised_no_more():
    assert starts(state(accepted(0, 1, 8), skipped(8), today=0).promised) == [at(1)]


def test_a_plan_accepted_after_a_skip_promises_for_itself():
    assert starts(state(accepted(0, 1), skipped(1), accepted(0, 1), today=0).promised) == [at(1)]


def test_a_skip_made_before_a_plan_that_did_not_know_of_it_turns_its_promise():
    skip, plan = skipped(1), accepted(0, 1, 8)

    assert starts(state(skip, replace(plan, knew=frozenset({skip.id})), today=0).promised) == [at(1), at(8)]
    assert starts(state(skip, replace(plan, knew=frozenset()), today=0).promised) == [at(8)]


def test_what_was_logged_of_today_is_promised_no_more():
    known = state(accepted(0, 1, 8), done(1), today=1)

    assert starts(known.promised) == [at(8)]
    assert starts(known.done) == [at(1)]


def test_a_session_done_on_another_day_keeps_its_promise():
    known = state(accepted(0, 1, 8), done(1, start=at(2)), today=6)

    assert starts(known.done) == [at(2)]
    assert known.unsaid == ()


def test_an_unplanned_session_stands_for_the_promise_of_its_day_only():
    known = state(accepted(0, 1, 4), done(1, start=at(1, 7), planned=None), today=5)

    assert [(one.start, one.told) for one in known.done] == [
        (at(1, 7), Told.LOGGED),
        (at(4), Told.UNSAID),
    ]


def test_a_session_dated_tomorrow_has_not_been_done_today():
    assert state(done(3), today=2).done == ()


# Moves


def test_a_moved_session_stands_where_it_was_put():
    known = state(accepted(0, 1, 8), moved(8, at(9, 7)), today=0)

    assert [(one.start, one.minutes, one.menu) for one in known.promised] == [
        (at(1), 45, "A"),
        (at(9, 7), 30, "B"),
    ]


@pytest.mark.parametrize("second", [8, 9])
def test_moved_twice_it_stands_where_it_was_put_last(second):
    known = state(accepted(0, 8), moved(8, at(9)), moved(second, at(10)), today=0)

    assert starts(known.promised) == [at(10)]
    assert [(one.planned, one.start) for one in known.log.moved] == [(at(8), at(10))]


def test_a_moved_session_that_is_skipped_is_gone_and_no_pin_stays():
    known = state(accepted(0, 8), moved(8, at(9)), skipped(9), today=0)

    assert (known.promised, known.log.moved) == ((), ())


def test_moving_a_session_after_skipping_it_pins_it_again():
    known = state(accepted(0, 8), skipped(8), moved(8, at(9)), today=0)

    assert starts(known.log.moved) == [at(9)]


def test_a_moved_session_that_was_done_is_pinned_no_more():
    known = state(accepted(0, 1), moved(1, at(2)), done(2, planned=at(1)), today=2)

    assert (known.promised, known.log.moved) == ((), ())


def test_one_more_session_than_planned_is_a_promise_as_well():
    known = state(accepted(0, 1), moved(None, at(3, 7)), today=0)

    assert [(one.start, one.menu) for one in known.promised] == [(at(1), "A"), (at(3, 7), "")]


def test_a_session_moved_into_the_past_is_taken_as_done_there():
    assert starts(state(accepted(0, 1), moved(1, at(2)), today=4).done) == [at(2)]


# Promised doses


def test_doses_are_promised_while_nothing_was_logged():
    (promise,) = state(accepted(0, 8), today=2).promised

    assert promise.exercises == (squats(),)


def test_doses_stay_promised_while_all_is_done_as_promised():
    (promise,) = state(accepted(0, 1, 8), done(1, *sets(10, 10, 10)), today=2).promised

    assert promise.exercises == (squats(),)


@pytest.mark.parametrize(
    "held",
    [
        sets(10, 10, 9),
        sets(10, 10, 11),
        sets(12, 10, 8),
        sets(10, 10),
        sets(10, 10, 10, weight_g=22_500),
        sets(10, 10, 10, rir=5),
    ],
    ids=["a repetition less", "one more", "uneven", "a set less", "heavier", "easier"],
)
def test_once_something_was_done_otherwise_days_and_menus_alone_are_promised(held):
    (promise,) = state(accepted(0, 1, 8), done(1, *held), today=2).promised

    assert (promise.start, promise.menu) == (at(8), "B")
    assert (promise.exercises, promise.prescribed) == ((), (squats(),))


def test_a_plan_accepted_since_promises_its_doses():
    (promise,) = state(accepted(0, 1, 8), done(1, *sets(5)), accepted(2, 8), today=2).promised

    assert promise.exercises == (squats(),)


def test_history_imported_since_frees_the_doses():
    before = done(-100, *sets(5), planned=None)
    plan = accepted(0, 8)
    since = done(-100, *sets(5), planned=None)

    assert [one.exercises for one in state(before, plan, today=2).promised] == [(squats(),)]
    assert [one.exercises for one in state(before, plan, since, today=2).promised] == [()]


# Weeks of leg work


def test_foundation_counts_the_weeks_since_the_last_lay_off():
    old = [done(-200 + 7 * week, planned=None) for week in range(5)]
    new = [done(-14, planned=None), done(-7, planned=None), done(-6, planned=None)]

    assert state(*old, *new, today=0).foundation_weeks == 2
    assert state(*new, today=0).foundation_weeks == 2
    assert state(*new, today=-6 + 56).foundation_weeks == 2
    assert state(*new, today=-6 + 57).foundation_weeks == 0


@pytest.mark.parametrize(("gap", "days", "weeks"), [(56, 56, 2), (57, 56, 1), (57, 70, 2), (29, 28, 1)])
def test_a_lay_off_is_longer_than_the_days_the_rule_says(gap, days, weeks):
    sessions = done(0, planned=None), done(gap, planned=None)

    assert state(*sessions, today=gap, lay_off_days=days).foundation_weeks == weeks


def test_an_unsaid_session_is_no_week_of_leg_work():
    known = state(accepted(0, 1, 8), done(1), today=10)

    assert starts(known.done) == [at(1), at(8)]
    assert known.foundation_weeks == 1
    assert known.weeks_before_plan == 0


# What else was said


def test_what_was_felt_later_than_today_is_not_known_today():
    pains = [PainFelt(**made(), day=day(n), place="achilles", score=n) for n in (3, 1, 2)]

    assert [one.score for one in state(*pains, today=2).log.pains] == [1, 2]


def test_of_one_day_the_order_is_that_of_telling():
    first, second = (SorenessFelt(**made(), day=day(1), score=score) for score in (7, 3))

    assert [one.score for one in state(second, first).log.soreness] == [7, 3]


def test_an_illness_of_the_same_first_day_replaces_the_one_before():
    begun = Ill(**made(), first=day(1))
    other = Ill(**made(), first=day(-9), last=day(-7))
    over = Ill(**made(), first=day(1), last=day(4))

    assert state(over, begun, other).log.illnesses == (other, over)


def test_the_end_of_an_illness_ends_those_that_overlap_it():
    begun, again = Ill(**made(), first=day(1), fever=True), Ill(**made(), first=day(2))
    long_ago = Ill(**made(), first=day(-9), last=day(-7))
    over = Ill(**made(), first=day(1), last=day(4), fever=True)
    new = Ill(**made(), first=day(9))

    assert [(one.first, one.last) for one in state(begun, again, long_ago).log.illnesses] == [
        (day(-9), day(-7)),
        (day(1), None),
        (day(2), None),
    ]
    assert [(one.first, one.last) for one in state(begun, again, over, new).log.illnesses] == [
        (day(1), day(4)),
        (day(2), day(4)),
        (day(9), None),
    ]


def test_the_travel_said_last_counts_on_its_days():
    long = Away(**made(), first=day(3), last=day(9), note="hotel")
    corrected = Away(**made(), first=day(2), last=day(9), note="flat")

    known = state(corrected, long)

    assert known.log.away == (long, corrected)
    assert known.away_on(day(5)) == corrected


def test_swaps_are_kept_in_the_order_of_telling():
    swaps = [
        ExerciseSwapped(**made(), was="squat", now=now, first=day(first))
        for now, first in (("box-squat", 4), ("goblet-squat", 2))
    ]

    assert state(*reversed(swaps)).log.swapped == tuple(swaps)


# Taking back


def test_a_session_taken_back_was_not_done_and_its_promise_stands():
    promised = accepted(0, 1, 8)
    wrong = done(1, *sets(10, weight_g=500_000))

    assert state(promised, wrong, taken_back(wrong), today=1) == state(promised, today=1)


def test_a_retraction_taken_back_restores():
    entry = done(1, *sets(10))
    undone = taken_back(entry)

    assert state(entry, undone, taken_back(undone)) == state(entry)


def test_a_retraction_counts_also_where_its_clock_was_behind():
    entry = done(1)
    early = replace(taken_back(entry), at=entry.at - timedelta(hours=1))

    assert state(entry, early) == state()


def test_what_names_an_unknown_entry_takes_nothing_back():
    entry = done(1)

    assert state(entry, replace(taken_back(entry), of=UUID(int=10**30))) == state(entry)


def test_retractions_that_name_each_other_take_back_nothing():
    entry = done(1)
    one = taken_back(entry)
    other = taken_back(one)

    assert state(entry, replace(one, of=other.id), other) == state(entry)


def test_one_set_can_be_taken_back():
    first, wrong = set_done(1, 77, *sets(10)), set_done(1, 77, *sets(100))

    assert state(first, wrong, taken_back(wrong)) == state(first)


@pytest.mark.parametrize(("late", "spaced"), [(5, 0), (-20, 0), (30, 0), (31, 31), (-31, -31)])
def test_a_session_begun_about_when_planned_is_spaced_as_planned(late, spaced):
    planned = at(1)
    session = PastSession(start=planned + timedelta(minutes=late), planned=planned)

    assert session.spaced_from == planned + timedelta(minutes=spaced)
    assert replace(session, planned=None).spaced_from == session.start
