"""Only exercises that leave each other their rest are done in turns, and time is saved only where they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.session_time import TimedLine, session_minutes
from legday.model.supersets import LONG_REST_S, compete, pairs
from plan_builder import catalogue

EXERCISES = catalogue().exercises
FEW = settings(deadline=None, max_examples=50, derandomize=True)
dosed = st.lists(
    st.tuples(
        st.sampled_from(sorted(EXERCISES)),
        st.sampled_from([30, 45, 60, 75, 90, 119, 120, 180]),
        st.integers(1, 5),
    ),
    max_size=8,
)


def paired(*names: str, rests: tuple[int, ...] = ()) -> tuple[tuple[str, str], ...]:
    exercises = [EXERCISES[name] for name in names]
    found = pairs(exercises, rests or [exercise.rest_s for exercise in exercises])
    return tuple((names[one], names[other]) for one, other in found)


def timed(name: str, sets: int, rest_s: int) -> TimedLine:
    return TimedLine(exercise=EXERCISES[name], sets=sets, reps=10, rest_s=rest_s)


def minutes(*lines: TimedLine, superset: bool) -> int:
    return session_minutes(lines, catalogue().progression, after_run=False, superset=superset)


def test_a_squat_goes_with_a_calf_raise() -> None:
    assert paired("squat", "walking-lunge", "deadlift", "calf-raise") == (("squat", "calf-raise"),)


def test_each_takes_the_first_later_one_that_fits() -> None:
    assert paired("squat", "calf-raise", "dead-bug", "step-up") == (
        ("squat", "calf-raise"),
        ("dead-bug", "step-up"),
    )


def test_exercises_that_train_one_muscle_directly_compete() -> None:
    assert paired("step-up", "bulgarian-split-squat", "single-leg-deadlift", "glute-bridge") == ()
    assert paired("side-plank", "banded-side-step") == ()


def test_a_muscle_of_which_one_of_them_has_a_quarter_set_only_is_no_hindrance() -> None:
    assert EXERCISES["walking-lunge"].sets["soleus"] == 1
    assert paired("walking-lunge", "calf-raise") == (("walking-lunge", "calf-raise"),)
    assert EXERCISES["bird-dog"].sets["erectors"] == EXERCISES["squat"].sets["erectors"] == 2
    assert paired("squat", "bird-dog") == ()


def test_jumps_are_never_in_a_superset() -> None:
    assert paired("box-jump", "dead-bug") == ()
    assert paired("pogo", "squat") == ()


@pytest.mark.parametrize(
    ("rest_s", "together"), [(LONG_REST_S - 1, True), (LONG_REST_S, False), (180, False)]
)
def test_a_lift_with_a_long_rest_keeps_it_to_itself(rest_s: int, *, together: bool) -> None:
    assert bool(paired("squat", "calf-raise", rests=(rest_s, 60))) is together
    assert bool(paired("squat", "calf-raise", rests=(60, rest_s))) is together


def test_nothing_and_one_alone_make_no_pair() -> None:
    assert pairs([], []) == paired("squat") == ()


def test_a_rest_is_needed_for_every_exercise() -> None:
    with pytest.raises(ValueError, match="argument 2"):
        pairs([EXERCISES["squat"]], [])


@FEW
@given(dosed)
def test_no_exercise_is_in_two_pairs_and_partners_leave_each_other_their_rest(
    lines: list[tuple[str, int, int]],
) -> None:
    exercises = [EXERCISES[name] for name, _, _ in lines]
    rests = [rest_s for _, rest_s, _ in lines]
    found = pairs(exercises, rests)
    places = [place for pair in found for place in pair]
    assert len(places) == len(set(places))
    for one, other in found:
        assert one < other
        first, second = exercises[one], exercises[other]
        assert not first.plyometric
        assert not second.plyometric
        assert max(rests[one], rests[other]) < 120
        assert first.movement is not second.movement
        assert not {m for m in first.sets if min(first.sets[m], second.sets.get(m, 0)) >= 2}


@FEW
@given(dosed)
def test_who_is_left_alone_fits_nobody_else_who_is(lines: list[tuple[str, int, int]]) -> None:
    exercises = [EXERCISES[name] for name, _, _ in lines]
    rests = [rest_s for _, rest_s, _ in lines]
    taken = {place for pair in pairs(exercises, rests) for place in pair}
    alone = [
        exercise
        for place, exercise in enumerate(exercises)
        if place not in taken and rests[place] < 120 and not exercise.plyometric
    ]
    assert all(compete(one, other) for one in alone for other in alone)


def test_a_pair_saves_the_shorter_rest_as_often_as_both_have_one() -> None:
    squat, calf = timed("squat", 4, 90), timed("calf-raise", 3, 60)
    assert minutes(squat, calf, superset=False) - minutes(squat, calf, superset=True) == 2


def test_what_is_done_alone_saves_nothing() -> None:
    competing = timed("squat", 3, 90), timed("deadlift", 3, 90)
    assert minutes(*competing, superset=True) == minutes(*competing, superset=False)
    heavy = timed("squat", 3, 180), timed("calf-raise", 3, 60)
    assert minutes(*heavy, superset=True) == minutes(*heavy, superset=False)
    once = timed("squat", 1, 90), timed("calf-raise", 3, 60)
    assert minutes(*once, superset=True) == minutes(*once, superset=False)


@FEW
@given(dosed)
def test_supersets_never_cost_time_nor_save_more_than_half_of_the_rests(
    lines: list[tuple[str, int, int]],
) -> None:
    session = [timed(name, sets, rest_s) for name, rest_s, sets in lines]
    saved = minutes(*session, superset=False) - minutes(*session, superset=True)
    rests = sum((line.sets - 1) * line.rest_s for line in session)
    assert 0 <= saved * 60 <= rests / 2 + 60
