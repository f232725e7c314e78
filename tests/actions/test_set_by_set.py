"""Going through a session set by set: what comes next, what an answer says."""

from datetime import UTC, date, datetime

import pytest

from legday.actions.set_by_set import OpenSession, Step, Word, open_session, read_answer, set_done
from legday.actions.stamp import Stamp
from legday.model.errors import NotationError
from legday.model.ids import new_id
from legday.model.plan import PastSession
from legday.model.sets import LoggedSet, Side
from plan_builder import line

DAY = date(2026, 11, 24)
START = datetime(2026, 11, 24, 18)
AT = datetime(2026, 11, 24, 17, tzinfo=UTC)


def asked(exercise, *, sets=2, rest_s=90):
    return line(f"{exercise} {sets}x10 20kg", reps=(8, 12), per_side=True, rest_s=rest_s, seconds=False)


SQUAT, CALF, PLANK = asked("squat"), asked("calf-raise", sets=3, rest_s=60), asked("plank", sets=1)


def session(*done, left_out=frozenset()):
    planned = PastSession(start=START, menu="A", exercises=(SQUAT, CALF, PLANK))
    return OpenSession(
        id=new_id(AT, bytes(10)), start=START, planned=planned, done=done, left_out=frozenset(left_out)
    )


def did(exercise, side=Side.BOTH):
    return LoggedSet(exercise=exercise, reps=10, side=side)


def order(steps):
    return [(step.line.exercise, step.number, step.rest_s) for step in steps]


def test_exercise_after_exercise_each_with_its_rest():
    assert order(session().steps()) == [
        ("squat", 1, 90),
        ("squat", 2, 90),
        ("calf-raise", 1, 60),
        ("calf-raise", 2, 60),
        ("calf-raise", 3, 60),
        ("plank", 1, 90),
    ]


def test_a_superset_goes_by_turns_with_the_rest_after_both():
    assert order(session().steps((("squat", "calf-raise"),)))[:5] == [
        ("squat", 1, 0),
        ("calf-raise", 1, 90),
        ("squat", 2, 0),
        ("calf-raise", 2, 90),
        ("calf-raise", 3, 90),
    ]


def test_what_is_done_or_left_out_is_not_asked_again():
    assert order(session(did("squat"), left_out={"calf-raise"}).steps()) == [
        ("squat", 2, 90),
        ("plank", 1, 90),
    ]


def test_after_one_leg_the_other_is_asked():
    first = session(did("squat", Side.LEFT)).steps()[0]
    assert (first.number, first.side) == (1, Side.RIGHT)
    both = session(did("squat", Side.LEFT), did("squat", Side.RIGHT)).steps()[0]
    assert (both.number, both.side) == (2, Side.BOTH)


@pytest.mark.parametrize(
    ("said", "sets"),
    [
        ("", [(10, 20_000, 3, Side.BOTH)]),
        ("8", [(8, 20_000, 3, Side.BOTH)]),
        ("8 rir 1", [(8, 20_000, 1, Side.BOTH)]),
        ("rir 1 8", [(8, 20_000, 1, Side.BOTH)]),
        ("8 42,5 kg", [(8, 42_500, 3, Side.BOTH)]),
        ("bodyweight", [(10, 0, 3, Side.BOTH)]),
        ("left 8 right 6 rir 1", [(8, 20_000, 3, Side.LEFT), (6, 20_000, 1, Side.RIGHT)]),
        ("right 6", [(6, 20_000, 3, Side.RIGHT)]),
    ],
)
def test_an_answer_is_what_was_asked_with_what_was_said(said, sets):
    answer = read_answer(said, Step(line=SQUAT, number=1, rest_s=90), DAY)

    assert [(one.reps, one.weight_g, one.rir, one.side) for one in answer.sets] == sets


def test_enter_for_the_second_leg_is_that_leg():
    answer = read_answer("", Step(line=SQUAT, number=1, rest_s=90, side=Side.RIGHT), DAY)

    assert [one.side for one in answer.sets] == [Side.RIGHT]


def test_words_are_words():
    step = Step(line=SQUAT, number=1, rest_s=90)
    assert read_answer("skip", step, DAY).word is Word.SKIP
    assert read_answer("STOP", step, DAY).word is Word.STOP
    pain = read_answer("hurt knee left 3/10 worsens", step, DAY).pain
    assert pain is not None
    assert (pain.place, pain.score) == ("knee", 3)


@pytest.mark.parametrize("said", ["eight", "8 rir", "8 kg kg", "skip it all", "hurt 11/10", '8 "felt'])
def test_another_answer_is_told_what_could_be_said(said):
    with pytest.raises(NotationError):
        read_answer(said, Step(line=SQUAT, number=1, rest_s=90), DAY)


def test_a_session_begun_is_found_again_with_its_sets():
    begun = session()
    entry = set_done(begun, did("squat"), stamp=Stamp(new_id(AT, bytes(9) + b"1"), AT))

    again = open_session([entry], DAY)

    assert again is not None
    assert (again.id, again.start, again.done) == (begun.id, START, (did("squat"),))
    assert order(again.steps()) == order(session(did("squat")).steps())
    assert open_session([entry], date(2026, 11, 25)) is None


def test_a_second_number_is_asked_about_and_never_taken_for_the_repetitions() -> None:
    step = Step(line=SQUAT, number=1, rest_s=90)
    with pytest.raises(NotationError, match="could be a weight or a reserve"):
        read_answer("12 3", step, DAY)
    assert [one.reps for one in read_answer("left 8 right 6", step, DAY).sets] == [8, 6]
