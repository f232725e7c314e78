"""What a run cost which muscles."""

from dataclasses import replace
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.muscles import Muscle
from legday.model.runs import Digest
from legday.running.cost import leg_cost
from runs_made import recording_of

few = settings(deadline=None, max_examples=50, derandomize=True)
RUN = recording_of(datetime(2026, 11, 22, 8), seconds=3600, metres=10_000)


def test_an_easy_hour_is_a_hundred_points_for_the_soleus():
    cost = leg_cost(RUN, Digest(speed_s={28: 3600}))
    assert cost[Muscle.SOLEUS] == 100
    assert cost[Muscle.QUADRICEPS] == 70
    assert Muscle.TRUNK not in cost


def test_a_run_of_which_only_the_time_is_known_costs_like_an_easy_one():
    assert leg_cost(RUN, Digest()) == leg_cost(RUN, Digest(speed_s={28: 3600}))


def test_a_run_of_no_length_costs_nothing():
    assert leg_cost(replace(RUN, moving_s=0), Digest()) == {}


def test_fast_running_costs_the_hamstrings_twice_as_much():
    slow, fast = (leg_cost(RUN, Digest(speed_s={speed: 3600})) for speed in (30, 50))
    assert fast[Muscle.HAMSTRINGS] == 2 * slow[Muscle.HAMSTRINGS]


def test_running_downhill_costs_the_quadriceps_most():
    level = leg_cost(RUN, Digest(speed_s={28: 3600}))
    down = leg_cost(RUN, Digest(speed_s={28: 3600}, downhill_s=3600))
    assert down[Muscle.QUADRICEPS] == round(1.75 * level[Muscle.QUADRICEPS])
    assert down[Muscle.SOLEUS] == 90


def test_few_steps_cost_less():
    walked = leg_cost(replace(RUN, steps=6000), Digest(speed_s={28: 3600}))
    assert walked[Muscle.SOLEUS] == 60


@few
@given(st.integers(600, 10_000), st.integers(20, 60), st.floats(0, 1), st.floats(0, 1), st.floats(0, 0.5))
def test_more_climbing_never_lowers_the_cost_of_the_quadriceps(seconds, speed, up, more, down):
    rest = 1 - down
    flatter, steeper = sorted((up * rest, more * rest))
    costs = [
        leg_cost(
            RUN,
            Digest(
                speed_s={speed: seconds}, uphill_s=round(seconds * share), downhill_s=round(seconds * down)
            ),
        )
        for share in (flatter, steeper)
    ]
    assert costs[0][Muscle.QUADRICEPS] <= costs[1][Muscle.QUADRICEPS]
    assert costs[0][Muscle.SOLEUS] <= costs[1][Muscle.SOLEUS]


@few
@given(st.integers(600, 10_000), st.integers(20, 60), st.integers(0, 20))
def test_faster_running_never_costs_less(seconds, speed, faster):
    slow = leg_cost(RUN, Digest(speed_s={speed: seconds}))
    fast = leg_cost(RUN, Digest(speed_s={speed + faster: seconds}))
    assert all(slow[muscle] <= fast[muscle] for muscle in slow)
