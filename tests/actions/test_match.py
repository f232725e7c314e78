"""A watch's strength session becomes the planned session that it was; what is unsure is asked and not counted meanwhile."""

from dataclasses import replace

import pytest

from legday.actions.match import answer, open_questions
from legday.model.errors import InputError, UnknownName
from legday.model.happened import Origin, SessionDone, SetDone
from legday.model.ids import new_id
from legday.model.journal import Retracted
from legday.model.matching import Asked
from legday.model.sets import LoggedSet
from plan_builder import at, catalogue, line
from strength_sessions import (
    BENCH_PRESS,
    GOBLET,
    LEG_PRESS,
    ROMANIAN,
    SOME_SQUAT,
    SOMETHING,
    SQUAT,
    TODAY,
    done,
    matched,
    remember,
    session,
    sets,
    stamp,
    store_with,
    watched,
)


def exercises(entry):
    return [one.exercise for one in entry.sets]


def asked(store, recording=""):
    return open_questions(store, catalogue(), today=TODAY, recording=recording)


def answered(store, word, *, number=1):
    return answer(store, catalogue(), asked(store)[0], word, today=TODAY, stamp=stamp(number))


def test_four_times_eight_at_60_is_the_planned_session_of_that_day(tmp_path):
    planned = session("tue 18:00", "squat 4x8 60kg", "romanian-deadlift 3x10 50kg")
    recorded = watched("tue 18:03", sets("4x8 60", SQUAT), sets("3x10 50", ROMANIAN))
    with store_with(tmp_path, planned, session("fri 18:00"), recorded=(recorded,)) as store:
        report = matched(store)
        (entry,) = done(store)

    assert (report.sessions, report.sets, report.questions) == (1, 7, ())
    assert (entry.origin, entry.recording) == (Origin.WATCH, recorded.id)
    assert (entry.start, entry.planned, entry.menu, entry.minutes) == (
        at("tue 18:03"),
        at("tue 18:00"),
        "A",
        48,
    )
    assert [one.exercise for one in entry.prescribed] == ["squat", "romanian-deadlift"]
    assert [(one.exercise, one.reps, one.weight_g) for one in entry.sets] == [("squat", 8, 60_000)] * 4 + [
        ("romanian-deadlift", 10, 50_000)
    ] * 3


def test_matching_twice_adds_nothing(tmp_path):
    with store_with(tmp_path, recorded=(watched("tue 18:03", sets("4x8 60", SQUAT)),)) as store:
        matched(store)
        before = store.entries()
        again = matched(store)
        assert (again.sessions, store.entries()) == (0, before)


def test_a_session_taken_back_does_not_come_again(tmp_path):
    with store_with(tmp_path, recorded=(watched("tue 18:03", sets("4x8 60", SQUAT)),)) as store:
        matched(store)
        store.append(Retracted(id=stamp(1).id, at=stamp(1).at, of=done(store)[0].id))
        assert (matched(store).sessions, done(store)) == (0, [])


def test_sets_before_the_heaviest_and_under_70_percent_of_it_are_warm_ups(tmp_path):
    recorded = watched(
        "tue 18:03",
        sets("1x8 41", SQUAT),
        sets("1x8 42", SQUAT),
        sets("2x8 60", SQUAT),
        sets("1x8 40", SQUAT),
    )
    with store_with(tmp_path, recorded=(recorded,)) as store:
        matched(store)
        assert [one.warm_up for one in done(store)[0].sets] == [True, False, False, False, False]


def test_a_squat_where_the_plan_said_goblet_squat_is_asked_and_counts_for_nothing_meanwhile(tmp_path):
    recorded = watched("tue 18:03", sets("3x10 20", SQUAT), sets("3x10 50", ROMANIAN))
    planned = session("tue 18:00", "goblet-squat 3x10 20kg", "romanian-deadlift 3x10 50kg")
    with store_with(tmp_path, planned, recorded=(recorded,)) as store:
        (question,) = matched(store).questions
        assert (question.asked, question.default) == (Asked.EXERCISE, "goblet-squat")
        assert [choice.word for choice in question.choices][:2] == ["goblet-squat", "squat"]
        assert question.words.startswith("2026-11-24 18:03: 3 sets (10, 10, 10 at 20 kg) of a squat.")
        known = [name for name in exercises(done(store)[0]) if name in catalogue().exercises]
        assert known == ["romanian-deadlift"] * 3

        answered(store, "squat")
        assert asked(store) == ()
        (entry,) = done(store)
        assert exercises(entry) == ["squat"] * 3 + ["romanian-deadlift"] * 3
        assert entry.planned == at("tue 18:00")


def test_undoing_an_answer_asks_again(tmp_path):
    recorded = watched("tue 18:03", sets("3x10 20", SQUAT))
    with store_with(tmp_path, session("tue 18:00", "goblet-squat 3x10 20kg"), recorded=(recorded,)) as store:
        first = matched(store).questions
        (entry,) = answered(store, "squat")
        store.append(Retracted(id=stamp(2).id, at=stamp(2).at, of=entry.id))
        assert asked(store) == first


def test_answers_are_given_one_after_another(tmp_path):
    recorded = watched("tue 18:03", sets("2x8 40", SOMETHING), sets("2x8 50", SOMETHING))
    with store_with(tmp_path, recorded=(recorded,)) as store:
        matched(store)
        answered(store, "hip-thrust", number=1)
        assert len(asked(store)) == 1
        answered(store, "none", number=2)
        assert asked(store) == ()
        assert exercises(done(store)[0]) == ["hip-thrust", "hip-thrust", "other", "other"]


def test_a_session_that_turns_out_to_be_no_leg_work_was_none(tmp_path):
    with store_with(tmp_path, recorded=(watched("tue 18:03", sets("3x8 40", SOMETHING)),)) as store:
        matched(store)
        assert len(done(store)) == 1
        answered(store, "none")
        assert (done(store), asked(store), matched(store).sessions) == ([], (), 0)


def test_an_answer_nobody_offers_is_refused_with_the_names_near_it(tmp_path):
    with store_with(tmp_path, recorded=(watched("tue 18:03", sets("3x8 40", SOMETHING)),)) as store:
        matched(store)
        with pytest.raises(UnknownName, match="hip-thrust"):
            answered(store, "hip-thrusts")


def test_upper_body_alone_is_no_leg_session(tmp_path):
    recorded = watched("tue 18:03", sets("3x8 60", BENCH_PRESS))
    with store_with(tmp_path, session("tue 18:00"), recorded=(recorded,)) as store:
        report = matched(store)
        assert (report.sessions, done(store)) == (0, [])


def test_a_leg_exercise_that_is_none_of_ours_is_told_and_the_day_still_counts(tmp_path):
    with store_with(tmp_path, recorded=(watched("tue 18:03", sets("3x10 120", LEG_PRESS)),)) as store:
        report = matched(store)
        assert (report.sessions, report.sets, dict(report.strangers)) == (1, 0, {"squat 28/0 of a watch": 3})
        assert exercises(done(store)[0]) == ["other-28-0"] * 3


def test_two_planned_sessions_on_a_day_are_asked_about_and_then_name_the_sets(tmp_path):
    recorded = watched("tue 12:05", sets("3x10 20", SOME_SQUAT))
    planned = (session("tue 07:00", "step-up 3x10"), session("tue 18:00", "goblet-squat 3x10 20kg"))
    with store_with(tmp_path, *planned, recorded=(recorded,)) as store:
        (question,) = matched(store).questions
        assert question.asked is Asked.SESSION
        assert done(store)[0].planned is None

        answered(store, "2026-11-24T18:00")
        assert asked(store) == ()
        assert (done(store)[0].planned, exercises(done(store)[0])) == (at("tue 18:00"), ["goblet-squat"] * 3)


def test_none_of_two_planned_sessions_is_an_answer_too(tmp_path):
    recorded = watched("tue 12:05", sets("3x10 20", GOBLET))
    planned = (session("tue 07:00", "step-up 3x10"), session("tue 18:00", "goblet-squat 3x10 20kg"))
    with store_with(tmp_path, *planned, recorded=(recorded,)) as store:
        matched(store)
        answered(store, "none")
        assert asked(store) == ()
        assert (done(store)[0].planned, exercises(done(store)[0])) == (None, ["goblet-squat"] * 3)


def by_hand(number, *, start, told=(), **more):
    entry = SessionDone(id=stamp(number).id, at=stamp(number).at, start=at(start), sets=told, **more)
    return replace(entry, session=entry.id)


def test_a_session_logged_by_hand_is_the_same_and_keeps_the_words_of_the_hand(tmp_path):
    recorded = watched("tue 18:03", sets("3x8 60", SQUAT))
    told = (LoggedSet(exercise="squat", reps=9, weight_g=62_500, rir=1),)
    with store_with(tmp_path, recorded=(recorded,)) as store:
        store.append(by_hand(-5, start="tue 18:30", told=told, effort=7))
        report = matched(store)
        (entry,) = done(store)
        assert (report.sessions, report.same) == (0, 1)
        assert (entry.sets, entry.effort, entry.origin, entry.recording) == (
            told,
            7,
            Origin.TYPED,
            recorded.id,
        )
        assert matched(store).same == 0


def test_a_session_logged_without_sets_gets_those_of_the_watch(tmp_path):
    recorded = watched("tue 18:03", sets("3x8 60", SQUAT))
    with store_with(tmp_path, recorded=(recorded,)) as store:
        store.append(by_hand(-5, start="tue 18:30", effort=7))
        matched(store)
        (entry,) = done(store)
        assert (exercises(entry), entry.effort) == (["squat"] * 3, 7)


def test_sets_logged_one_by_one_are_not_counted_a_second_time(tmp_path):
    key = new_id(stamp(-6).at, b"0123456789")
    said = SetDone(
        id=stamp(-5).id, at=stamp(-5).at, session=key, start=at("tue 18:00"),
        done=LoggedSet(exercise="squat", reps=8), menu="A", planned=at("tue 18:00"), prescribed=(line("squat 3x8"),),
    )  # fmt: skip
    with store_with(tmp_path, recorded=(watched("tue 18:03", sets("3x8 60", SQUAT)),)) as store:
        store.append(said)
        matched(store)
        (entry,) = done(store)
        assert (entry.session, entry.sets, entry.planned) == (key, (), at("tue 18:00"))


@pytest.mark.parametrize(("word", "sessions"), [("same", 1), ("another", 2)])
def test_a_session_logged_at_another_hour_is_asked_about(tmp_path, word, sessions):
    told = (LoggedSet(exercise="lunge", reps=9),)
    with store_with(tmp_path, recorded=(watched("tue 18:03", sets("3x8 60", SQUAT)),)) as store:
        store.append(by_hand(-5, start="tue 07:00", told=told))
        (question,) = matched(store).questions
        assert (question.asked, question.default, len(done(store))) == (Asked.LOGGED, "same", 1)
        answered(store, word)
        assert (len(done(store)), asked(store)) == (sessions, ())


@pytest.mark.parametrize(("word", "sessions"), [("2026-11-24T18:00", 1), ("none", 0)])
def test_a_recording_without_sets_on_a_planned_day_is_asked_about(tmp_path, word, sessions):
    with store_with(tmp_path, session("tue 18:00"), recorded=(watched("tue 18:03"),)) as store:
        (question,) = matched(store).questions
        assert (question.asked, done(store)) == (Asked.SESSION, [])
        answered(store, word)
        assert (len(done(store)), asked(store)) == (sessions, ())


def test_a_recording_without_sets_and_without_a_plan_says_nothing(tmp_path):
    with store_with(tmp_path, recorded=(watched("tue 18:03"),)) as store:
        report = matched(store)
        assert (report.questions, done(store)) == ((), [])


def test_a_planned_session_that_was_logged_is_not_taken_again(tmp_path):
    recorded = watched("tue 18:03", sets("3x8 60", SQUAT))
    second = replace(watched("tue 20:30", sets("3x8 60", SQUAT), number=2))
    with store_with(tmp_path, session("tue 18:00", "squat 3x8 60kg"), recorded=(recorded,)) as store:
        matched(store)
        remember(store, second)
        matched(store)
        assert [entry.planned for entry in done(store)] == [at("tue 18:00"), None]


def test_of_what_lies_more_than_four_weeks_back_nothing_is_asked_until_it_is_named(tmp_path):
    recorded = watched("w-4 tue 18:03", sets("3x8 40", SOMETHING))
    with store_with(tmp_path, recorded=(recorded,)) as store:
        report = matched(store)
        assert (report.sessions, report.questions) == (1, ())
        assert len(asked(store, recorded.id[:6])) == 1


def test_a_recording_that_is_not_there_is_told(tmp_path):
    with store_with(tmp_path) as store, pytest.raises(InputError, match="names no strength recording"):
        asked(store, "ffff")
