"""Distance, climb, moving time and steps, measured on ways whose truth is known."""

import numpy as np
import pytest
from gpxpy.geo import haversine_distance
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.reading.measures import (
    both_feet,
    climb,
    held,
    metres_along,
    metres_between,
    moving_seconds,
    steps_taken,
)

QUICK = settings(max_examples=50, deadline=None, derandomize=True, database=None)
DEGREES = st.tuples(st.floats(-80, 80), st.floats(-180, 180))


@QUICK
@given(DEGREES, DEGREES)
def test_great_circles_are_as_long_as_gpxpy_says(a: tuple[float, float], b: tuple[float, float]) -> None:
    ours = metres_between(np.array([a[0], b[0]]), np.array([a[1], b[1]]))
    assert ours[0] == pytest.approx(haversine_distance(*a, *b), rel=0.003, abs=0.01)


def test_positions_left_out_do_not_break_the_way() -> None:
    latitude = np.array([np.nan, 46.0, np.nan, 46.001, 46.002])
    along = metres_along(latitude, np.where(np.isfinite(latitude), 14.5, np.nan))
    assert np.isnan(along[0])
    assert along[1:].tolist() == pytest.approx([0, 0, 111.2, 222.4], abs=0.1)


def test_a_value_holds_until_the_next() -> None:
    np.testing.assert_array_equal(
        held(np.array([np.nan, 1, np.nan, 2, np.nan])), np.array([np.nan, 1, 1, 2, 2])
    )
    assert held(np.array([])).size == 0


def test_three_hills_of_forty_metres_climb_a_hundred_and_twenty() -> None:
    heights = 300 + 20 * np.cos(np.linspace(0, 6 * np.pi, 3000))
    assert climb(heights) == (pytest.approx(120, abs=2), pytest.approx(120, abs=2))


def test_the_noise_of_a_sensor_is_no_climb() -> None:
    assert climb(300 + np.tile([0.0, 1.4], 1000)) == (0, 0)


def test_without_heights_there_is_no_climb() -> None:
    assert climb(np.full(10, np.nan)) is None
    assert climb(np.array([300.0])) is None


@QUICK
@given(st.lists(st.floats(0, 3000), min_size=2, max_size=200))
def test_up_less_down_is_the_difference_of_the_ends_but_for_noise(heights: list[float]) -> None:
    found = climb(np.array(heights))
    assert found is not None
    up, down = found
    assert up >= 0
    assert down >= 0
    ends = np.array(heights)
    if ends.size < 7:
        assert abs((up - down) - (ends[-1] - ends[0])) <= 4.5


def test_a_pause_is_not_moving() -> None:
    t = np.arange(301.0)
    metres = np.concatenate((np.arange(101) * 3.0, np.full(100, 300.0), 300 + np.arange(1, 101) * 3.0))
    assert moving_seconds(t, metres) == 200


def test_without_distance_all_but_long_gaps_is_moving() -> None:
    t = np.array([0.0, 10, 20, 500, 510])
    assert moving_seconds(t, np.full(5, np.nan)) == 30


@pytest.mark.parametrize(("recorded", "steps"), [(86, 172), (172, 172), (60, 120)])
def test_one_leg_becomes_both_feet(recorded: int, steps: int) -> None:
    assert set(both_feet(np.full(10, float(recorded))).tolist()) == {steps}


def test_steps_are_cadence_times_time_without_pauses() -> None:
    t = np.array([0.0, 60, 120, 1000, 1060])
    assert steps_taken(t, np.full(5, 180.0)) == 540
    assert steps_taken(t, np.full(5, np.nan)) is None
