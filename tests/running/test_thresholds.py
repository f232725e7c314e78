"""Threshold speed and heart rate, and how sure they are."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from legday.model.runs import Sure
from legday.running.sighting import runs_seen
from legday.running.thresholds import find_thresholds, highest_heart_rate
from runs_made import ANA, easy, run_of

TODAY = date(2026, 11, 22)


def thresholds_of(*runs, profile=ANA):
    return find_thresholds(runs_seen(runs, profile=profile, today=TODAY), profile=profile, today=TODAY)


def easy_runs(count, *, beats=None):
    heart = None if beats is None else [beats]
    return [run_of(TODAY - timedelta(days=2 * n + 3), easy(45), heart_rates=heart) for n in range(count)]


def test_a_hard_half_hour_sets_the_threshold_with_high_sureness():
    hard = run_of(TODAY, [(600, 2.8), (1800, 3.8), (600, 2.5)], heart_rates=[140, 172, 140])
    found = thresholds_of(*easy_runs(6, beats=142), hard)
    assert found.speed == pytest.approx(0.98 * 3.8, abs=0.01)
    assert found.speed_sure is Sure.HIGH
    assert found.heart_rate == pytest.approx(170, abs=1)
    assert found.heart_rate_sure is Sure.HIGH
    assert found.max_heart_rate == 175


def test_without_heart_rate_a_clearly_faster_stretch_is_middling_sure():
    found = thresholds_of(*easy_runs(6), run_of(TODAY, [(600, 2.8), (1800, 3.8), (600, 2.5)]))
    assert found.speed_sure is Sure.MIDDLE
    assert (found.heart_rate, found.heart_rate_sure) == (None, Sure.NONE)


def test_from_easy_runs_alone_the_threshold_is_a_guess_above_them_and_says_so():
    found = thresholds_of(*easy_runs(6, beats=140))
    assert found.speed == pytest.approx(1.15 * 2.8, abs=0.01)
    assert found.speed_sure is Sure.LOW
    # 95 % of 208 − 0.7 × 34 is 175: at 140 this runner has not shown how high their heart goes.
    assert (found.heart_rate, found.heart_rate_sure) == (158, Sure.LOW)
    assert "guess" in found.why[0]


def test_a_race_counts_as_all_out_though_it_is_the_only_run():
    found = thresholds_of(run_of(TODAY, [(2400, 4.0)], race=True))
    assert found.speed == pytest.approx(3.96, abs=0.01)
    assert found.speed_sure is Sure.MIDDLE


def test_runs_older_than_ninety_days_are_forgotten():
    old = run_of(TODAY - timedelta(days=91), [(2400, 4.0)], race=True)
    assert thresholds_of(old).speed is None
    assert thresholds_of(old).speed_sure is Sure.NONE


def test_the_runners_own_highest_heart_rate_stands():
    found = thresholds_of(*easy_runs(3, beats=140), profile=replace(ANA, max_heart_rate=190))
    assert (found.max_heart_rate, found.heart_rate) == (190, 171)


def test_one_lone_peak_of_a_bad_strap_is_not_believed():
    spike = run_of(TODAY, [(1800, 2.8), (30, 2.8)], heart_rates=[140, 203])
    runs = runs_seen([*easy_runs(4, beats=180), spike], profile=ANA, today=TODAY)
    assert highest_heart_rate(runs, age=34) == 180


def test_one_lone_peak_held_for_minutes_is_believed():
    hard = run_of(TODAY, [(1800, 2.8), (300, 4.0)], heart_rates=[140, 195])
    runs = runs_seen([*easy_runs(4, beats=150), hard], profile=ANA, today=TODAY)
    assert highest_heart_rate(runs, age=34) == 195


def test_a_heart_rate_no_human_of_that_age_has_is_not_believed():
    mad = run_of(TODAY, [(1800, 2.8)], heart_rates=[230])
    assert thresholds_of(mad).max_heart_rate is None
