"""How hard a run was."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.runs import Digest, Thresholds
from legday.running.hardness import effort_minutes, hardness, training_impulse
from runs_made import recording_of

few = settings(deadline=None, max_examples=50, derandomize=True)
SUNDAY = datetime(2026, 11, 22, 8)


def test_thirty_minutes_at_130_with_200_and_40_are_31_8_for_men():
    assert training_impulse({130: 1800}, resting=40, highest=200, sex="male") == 31.8


def test_thirty_minutes_at_130_with_200_and_40_are_37_1_for_women():
    assert training_impulse({130: 1800}, resting=40, highest=200, sex="woman") == 37.1


def test_without_a_sex_the_impulse_lies_between_both():
    assert training_impulse({130: 1800}, resting=40, highest=200) == pytest.approx((31.8 + 37.1) / 2, abs=0.1)


def test_without_heart_rate_or_reserve_there_is_no_impulse():
    assert training_impulse({}, resting=40, highest=200) is None
    assert training_impulse({130: 60}, resting=60, highest=60) is None


def test_effort_times_minutes_needs_an_effort():
    run = recording_of(SUNDAY, seconds=3600, metres=10_000)
    assert effort_minutes(run) is None
    assert effort_minutes(replace(run, effort=7)) == 420


@pytest.mark.parametrize(
    ("minutes", "tenths", "low", "high"),
    [(30, 28, 10, 30), (45, 31, 30, 45), (120, 31, 65, 80), (45, 41, 65, 85), (210, 36, 95, 100)],
    ids=["recovery", "easy", "long", "ten kilometre race", "marathon"],
)
def test_hardness_grows_with_length_and_speed(minutes, tenths, low, high):
    run = recording_of(SUNDAY, seconds=60 * minutes, metres=None)
    found = Digest(speed_s={tenths: 60 * minutes})
    assert low <= hardness(run, found, Thresholds(speed=4.0)) <= high


def test_without_anything_but_time_an_hour_is_an_easy_hour():
    run = recording_of(SUNDAY, seconds=3600, metres=None)
    easy = hardness(run, Digest(speed_s={31: 3600}), Thresholds(speed=4.0))
    assert hardness(run, Digest(), Thresholds()) == pytest.approx(easy, abs=3)


def test_a_hard_effort_told_makes_the_run_harder():
    run = recording_of(SUNDAY, seconds=3600, metres=None)
    assert hardness(replace(run, effort=9), Digest(), Thresholds()) > hardness(run, Digest(), Thresholds())


@few
@given(st.integers(60, 20_000), st.integers(15, 60), st.integers(0, 3000))
def test_more_of_the_same_is_never_softer(seconds, tenths, more):
    thresholds = Thresholds(speed=4.0)
    run = recording_of(SUNDAY, seconds=seconds, metres=None)
    shorter = hardness(run, Digest(speed_s={tenths: seconds}), thresholds)
    longer = hardness(run, Digest(speed_s={tenths: seconds + more}), thresholds)
    assert 0 <= shorter <= longer <= 100
