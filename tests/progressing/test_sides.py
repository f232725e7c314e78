"""Left against right, from sets that each leg did alone."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.catalogue.reader import read_catalogue
from legday.model.plan import PastSession
from legday.model.sets import LoggedSet, Side
from legday.progressing.sides import SideSession, side_balances
from plan_builder import line

EXERCISES = read_catalogue("en").exercises
START = datetime(2026, 11, 24, 18)


def one_leg(side, reps=10, weight_g=20_000, exercise="split-squat", **more):
    return LoggedSet(exercise=exercise, reps=reps, weight_g=weight_g, side=side, **more)


def sessions(*pairs):
    """A session a week: repetitions of the left and of the right leg."""
    return [
        PastSession(
            start=START + timedelta(weeks=week),
            sets=(one_leg(Side.LEFT, left), one_leg(Side.RIGHT, right)),
        )
        for week, (left, right) in enumerate(pairs)
    ]


def balances(done):
    return side_balances(done, EXERCISES, body_mass_g=60_000)


def test_the_better_set_of_each_leg_counts():
    done = PastSession(
        start=START,
        sets=(one_leg(Side.LEFT, 6), one_leg(Side.LEFT, 10), one_leg(Side.RIGHT, 10), one_leg(Side.BOTH, 20)),
    )
    (found,) = balances([done])
    assert (found.sessions[0].percent, found.flagged) == (0, False)


def test_a_difference_past_fifteen_percent_is_flagged_only_when_it_comes_twice_to_the_same_side():
    assert not balances(sessions((5, 15)))[0].flagged
    assert balances(sessions((5, 15), (5, 15)))[0].flagged
    assert not balances(sessions((5, 15), (15, 5)))[0].flagged
    assert not balances(sessions((5, 15), (5, 15), (10, 10)))[0].flagged


def test_sets_of_one_leg_only_or_of_a_warm_up_say_nothing():
    only_left = PastSession(start=START, sets=(one_leg(Side.LEFT),))
    warm_up = PastSession(start=START, sets=(one_leg(Side.LEFT, warm_up=True), one_leg(Side.RIGHT)))
    assert balances([only_left, warm_up]) == ()


def test_seconds_held_are_compared_too():
    held = PastSession(
        start=START,
        sets=(
            one_leg(Side.LEFT, 20, 0, "side-plank", seconds=True),
            one_leg(Side.RIGHT, 40, 0, "side-plank", seconds=True),
        ),
    )
    assert balances([held])[0].sessions[0].percent == 50


@given(pairs=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=4))
@settings(deadline=None, max_examples=60, derandomize=True)
def test_swapping_left_and_right_turns_the_difference_round(pairs):
    (here,) = balances(sessions(*pairs))
    (there,) = balances(sessions(*[(right, left) for left, right in pairs]))
    assert [one.percent for one in there.sessions] == [-one.percent for one in here.sessions]
    assert there.flagged == here.flagged


@pytest.mark.parametrize("rir", [None, 3])
def test_repetitions_in_reserve_count_as_repetitions(rir):
    tired = one_leg(Side.RIGHT, 13)
    done = PastSession(start=START, sets=(replace(one_leg(Side.LEFT), rir=rir), tired))
    assert (balances([done])[0].sessions[0].percent == 0) == (rir == 3)


@pytest.mark.parametrize(
    ("left", "right", "worth"),
    [
        ({"reps": 10, "weight_g": 20_000}, {"reps": 10, "weight_g": 15_000}, (86_667, 80_000)),
        ({"reps": 6, "weight_g": 15_000, "rir": 3}, {"reps": 9, "weight_g": 15_000}, (78_000, 78_000)),
        ({"reps": 0, "weight_g": 15_000}, {"reps": 15, "weight_g": 15_000}, (0, 90_000)),
        ({"reps": 15, "weight_g": None}, {"reps": 15, "weight_g": 0}, (67_500, 67_500)),
    ],
)
def test_a_leg_s_best_set_is_worth_what_it_moved_times_its_repetitions_to_failure(left, right, worth):
    """A split squat moves 75 % of 60 kg and what is held: 65 kg × (1 + 10 ÷ 30) = 86.667 kg."""
    done = PastSession(start=START, sets=(one_leg(Side.LEFT, **left), one_leg(Side.RIGHT, **right)))
    (found,) = balances([done])
    assert found.sessions == (SideSession(day=START.date(), left=worth[0], right=worth[1]),)


def test_a_hold_is_worth_its_seconds():
    """A side plank carries 45 % of 60 kg."""
    held = PastSession(
        start=START,
        sets=(
            one_leg(Side.LEFT, 20, 0, "side-plank", seconds=True),
            one_leg(Side.RIGHT, 40, 0, "side-plank", seconds=True),
        ),
    )
    (found,) = balances([held])
    assert found.sessions == (SideSession(day=START.date(), left=540_000, right=1_080_000),)


@pytest.mark.parametrize(
    ("left", "right", "flagged"),
    [(17, 20, False), (20, 17, False), (84, 100, True), (100, 84, True), (85, 100, False), (100, 85, False)],
)
def test_fifteen_percent_are_not_pointed_out_and_sixteen_are(left, right, flagged):
    held = [
        PastSession(
            start=START + timedelta(weeks=week),
            sets=(
                one_leg(Side.LEFT, left, 0, "side-plank", seconds=True),
                one_leg(Side.RIGHT, right, 0, "side-plank", seconds=True),
            ),
        )
        for week in range(2)
    ]
    assert balances(held)[0].flagged == flagged


def test_each_exercise_is_told_by_its_own_sessions_in_order_of_its_id():
    both = (one_leg(Side.LEFT), one_leg(Side.RIGHT))
    steps = tuple(replace(one, exercise="step-up") for one in both)
    unknown = tuple(replace(one, exercise="log-lift") for one in both)
    done = [
        PastSession(start=START, sets=(*steps, *unknown)),
        PastSession(start=START + timedelta(days=3), sets=(*steps, *both)),
    ]
    assert [(one.exercise, [session.day for session in one.sessions]) for one in balances(done)] == [
        ("split-squat", [START.date() + timedelta(days=3)]),
        ("step-up", [START.date(), START.date() + timedelta(days=3)]),
    ]


def test_what_was_not_said_of_a_set_was_as_asked():
    """Ten with 20 kg and three left on both legs, of which the left one's log says only the ten."""
    asked = line("split-squat 3x10 20kg rir3")
    done = PastSession(
        start=START,
        sets=(one_leg(Side.LEFT, weight_g=None), one_leg(Side.RIGHT, rir=3)),
        prescribed=(line("squat 3x10 50kg rir1"), asked),
    )
    (found,) = balances([done])
    assert (found.sessions[0].left, found.sessions[0].percent) == (93_167, 0)
    heavier = replace(done, sets=(one_leg(Side.LEFT, weight_g=15_000, rir=0), one_leg(Side.RIGHT, rir=0)))
    assert balances([heavier])[0].sessions[0] == SideSession(day=START.date(), left=80_000, right=86_667)
