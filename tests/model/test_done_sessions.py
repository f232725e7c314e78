"""What a logged session adds up to: lines, volume, sets, contacts."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from legday.model.happened import BodyMassSet
from legday.model.load import quarter_sets, volume
from legday.model.plan import Told
from legday.model.sets import LoggedSet, Side
from lived_journal import accepted, at, day, done, exercises, made, set_done, sets, squats, state


def only(*entries):
    (session,) = state(*entries).done
    return session


def planned_volume(name, **dose):
    return volume(exercises()[name], body_mass_g=60_000, **dose)


def test_done_as_prescribed_it_is_the_prescription():
    session = only(done(1, *sets(10, 10, 10), minutes=50, effort=7))

    assert session.exercises == (squats(),)
    assert session.volume == squats().volume == planned_volume("squat", sets=3, target=10, weight_g=20_000)
    assert session.quarter_sets == quarter_sets([squats()], exercises())
    assert (session.told, session.minutes, session.effort, session.planned) == (Told.LOGGED, 50, 7, at(1))


def test_sets_count_one_by_one():
    session = only(done(1, *sets(12, 10), *sets(9, weight_g=22_500), *sets(8, weight_g=25_000)))

    (line,) = session.exercises
    share = exercises()["squat"].body_share
    held_kg = 12 * 20 + 10 * 20 + 9 * 22.5 + 8 * 25
    moved = round(39 * share + 100 * held_kg / 60)
    assert (line.sets, line.target, line.weight_g) == (4, 9, 20_000)
    assert (line.volume, session.volume) == (moved, moved)
    assert (line.reps, line.rest_s, line.pick_up) == ((8, 12), 90, "2 × 10 kg dumbbells")


FORGOTTEN = sets(30, 30, exercise="side-plank", weight_g=0, seconds=True)


@pytest.mark.parametrize("minutes", [-60, 0, 60, 180])
def test_an_exercise_logged_soon_before_or_after_is_part_of_the_session(minutes):
    moment = at(1) + timedelta(minutes=minutes)
    more = done(1, *FORGOTTEN, start=moment, planned=None, prescribed=(), menu="")
    session = only(done(1, *sets(10, 10, 10), minutes=50), more)

    assert [(line.exercise, line.sets) for line in sorted(session.exercises, key=lambda one: -one.sets)] == [
        ("squat", 3),
        ("side-plank", 2),
    ]
    assert (session.start, session.planned, session.minutes) == (at(1), at(1), 50)
    assert session.prescribed == (squats(),)


def test_later_on_the_same_day_it_is_a_session_of_its_own():
    more = done(1, *FORGOTTEN, start=at(1) + timedelta(minutes=181), planned=None, prescribed=(), menu="")
    other = done(1, *sets(10), start=at(1, 19), planned=at(1, 19))

    assert len(state(done(1, *sets(10)), more).done) == 2
    assert len(state(done(1, *sets(10)), other).done) == 2
    assert len(state(done(1), more).done) == 2


def test_another_weight_is_no_longer_the_things_prescribed():
    (line,) = only(done(1, *sets(10, weight_g=25_000))).exercises

    assert (line.weight_g, line.pick_up) == (25_000, "")


def test_a_session_without_sets_was_done_as_prescribed():
    session = only(done(1))

    assert (session.exercises, session.sets, session.volume) == ((squats(),), (), squats().volume)


def test_a_session_of_which_nothing_is_known_holds_nothing():
    session = only(done(1, prescribed=()))

    assert (session.exercises, session.volume, session.contacts, session.quarter_sets) == ((), 0, 0, {})


def test_minutes_nobody_said_are_those_planned():
    assert state(accepted(0, 1), done(1)).done[0].minutes == 45
    assert state(done(1)).done[0].minutes == 0


def test_warm_ups_and_unknown_exercises_count_for_nothing():
    extra = (*sets(10, warm_up=True), *sets(10, exercise="bench-press"))

    assert only(done(1, *extra, *sets(10))).sets == sets(10)


def test_a_session_of_warm_ups_only_was_not_done_as_prescribed():
    assert only(done(1, *sets(10, warm_up=True))).exercises == ()


# Weights that were not said


def test_an_unsaid_weight_is_the_prescribed_one():
    session = only(done(1, *sets(10, 10, 10, weight_g=None)))

    assert session.exercises == (squats(),)
    assert [one.weight_g for one in session.sets] == [20_000] * 3


def test_else_the_last_known_one_of_the_exercise():
    earlier = done(1, *sets(10, weight_g=24_000), prescribed=())
    later = done(4, *sets(8, weight_g=None), prescribed=())

    assert [one.sets[0].weight_g for one in state(later, earlier).done] == [24_000, 24_000]


def test_else_none():
    assert only(done(1, *sets(10, weight_g=None), prescribed=())).sets[0].weight_g == 0


def test_bodyweight_that_was_said_stays_bodyweight():
    assert only(done(1, *sets(10, weight_g=0))).sets[0].weight_g == 0


def test_what_else_was_said_of_the_set_stays():
    said = LoggedSet(exercise="squat", reps=10, rir=2, side=Side.LEFT, tempo="3-1-1", note="felt light")

    assert only(done(1, said)).sets == (replace(said, weight_g=20_000),)


# Sides, seconds, contacts


@pytest.mark.parametrize("name", ["step-up", "squat"])
def test_both_counts_each_leg_where_repetitions_are_per_side(name):
    both = only(done(1, *sets(8, 8, exercise=name, weight_g=18_000), prescribed=()))
    left = only(done(1, *sets(8, 8, exercise=name, weight_g=18_000, side=Side.LEFT), prescribed=()))

    per_side = exercises()[name].counting.per_side
    assert both.volume == planned_volume(name, sets=2, target=8, weight_g=18_000)
    assert left.volume * (2 if per_side else 1) == both.volume


def test_sets_of_one_leg_count_as_often_as_the_busier_leg_did_them():
    held = (
        *sets(8, exercise="step-up", weight_g=18_000),
        *sets(8, 8, 8, exercise="step-up", weight_g=18_000, side=Side.LEFT),
        *sets(8, 8, exercise="step-up", weight_g=18_000, side=Side.RIGHT),
    )

    (line,) = only(done(1, *held, prescribed=())).exercises

    assert (line.sets, line.per_side) == (4, True)
    assert line.volume == 7 * planned_volume("step-up", sets=1, target=8, weight_g=18_000) / 2


def test_left_and_right_swapped_is_the_same_work():
    left = sets(8, 7, exercise="step-up", side=Side.LEFT)
    right = sets(6, exercise="step-up", side=Side.RIGHT)
    swapped = [
        replace(one, side=Side.RIGHT if one.side is Side.LEFT else Side.LEFT) for one in (*left, *right)
    ]

    assert (
        only(done(1, *left, *right, prescribed=())).exercises
        == only(done(1, *swapped, prescribed=())).exercises
    )


def test_a_hold_counts_a_repetition_per_three_seconds():
    held = only(done(1, *sets(30, 31, exercise="plank", weight_g=0, seconds=True), prescribed=()))

    share = exercises()["plank"].body_share
    assert held.exercises[0].seconds
    assert held.volume == round(61 * share / 3)


def test_seconds_are_seconds_also_where_they_were_not_called_so():
    said, unsaid = (
        only(done(1, *sets(30, exercise="plank", weight_g=0, seconds=seconds), prescribed=()))
        for seconds in (True, False)
    )

    assert said.volume == unsaid.volume


def test_contacts_count_both_feet():
    name = next(one.id for one in exercises().values() if one.contacts and not one.counting.per_side)
    one_leg = next(one.id for one in exercises().values() if one.contacts and one.counting.per_side)

    assert only(done(1, *sets(6, 5, exercise=name))).contacts == 11 * exercises()[name].contacts
    both = only(done(1, *sets(6, exercise=one_leg)))
    left = only(done(1, *sets(6, exercise=one_leg, side=Side.LEFT)))
    assert both.contacts == 2 * left.contacts == 12 * exercises()[one_leg].contacts


def test_contacts_of_a_session_done_as_prescribed_are_those_asked_for():
    name = next(one.id for one in exercises().values() if one.contacts and one.counting.per_side)
    hops = squats(exercise=name, sets=2, target=6, per_side=True)

    assert only(done(1, prescribed=(hops,))).contacts == 24 * exercises()[name].contacts


# Effort


def test_the_reserve_of_a_line_is_the_lower_median_of_what_was_said():
    held = [LoggedSet(exercise="squat", reps=10, weight_g=20_000, rir=rir) for rir in (4, 1, None, 3, 2)]

    assert only(done(1, *held)).exercises[0].rir == 2


def test_a_reserve_nobody_said_is_the_prescribed_one_else_three():
    assert only(done(1, *sets(9), prescribed=(squats(rir=1),))).exercises[0].rir == 1
    assert only(done(1, *sets(9), prescribed=())).exercises[0].rir == 3


# One session in many entries


def test_sets_said_one_by_one_are_one_session():
    first = set_done(1, 5, *sets(10), menu="B", planned=at(1), prescribed=(squats(),))
    second = set_done(1, 5, *sets(9), light=True)

    session = only(first, second)

    assert session.sets == sets(10, 9)
    assert (session.start, session.menu, session.planned) == (at(1), "B", at(1))
    assert (session.prescribed, session.light) == ((squats(),), True)


def test_sets_said_before_and_after_the_whole_count():
    before, whole = set_done(1, 5, *sets(10)), done(1, *sets(7), session=UUID(int=5), minutes=40)
    after = set_done(1, 5, *sets(8))

    session = only(before, whole, after)

    assert sorted(one.reps for one in session.sets) == [7, 8, 10]
    assert session.minutes == 40


def test_a_second_word_on_a_session_replaces_the_first():
    first = done(1, *sets(10), session=UUID(int=5), effort=9)
    second = done(1, *sets(8), session=UUID(int=5), effort=6)

    session = only(second, first)

    assert (session.sets, session.effort) == (sets(8), 6)


def test_sessions_of_one_day_are_two():
    assert len(state(done(1), done(1, start=at(1, 7), planned=None)).done) == 2


def test_work_of_all_years_is_set_against_the_body_mass_of_today():
    light, heavy = (
        only(done(1, *sets(10)), BodyMassSet(**made(), day=day(2), grams=grams)) for grams in (50_000, 80_000)
    )

    assert light.volume == 10 * (exercises()["squat"].body_share + 40)
    assert heavy.volume == 10 * (exercises()["squat"].body_share + 25)
