"""Left against right, from sets that each leg did alone."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.catalogue.reader import read_catalogue
from legday.model.plan import PastSession
from legday.model.sets import LoggedSet, Side
from legday.progressing.sides import side_balances

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
