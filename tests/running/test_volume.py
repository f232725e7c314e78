"""How running is summed."""

from datetime import date, timedelta
from math import exp

import pytest

from legday.running.volume import daily_minutes, fading_average, run_weeks
from runs_made import judged_of

TODAY = date(2026, 11, 25)


def test_weeks_are_summed_from_monday_and_empty_ones_stand():
    runs = [
        judged_of(date(2026, 11, 8), 60, metres=10_000),
        judged_of(date(2026, 11, 23), 30, metres=5_000),
        judged_of(date(2026, 11, 24), 40, metres=7_000),
    ]
    weeks = run_weeks(runs, today=TODAY)
    assert [(week.start, week.runs, week.minutes, week.metres, week.longest_minutes) for week in weeks] == [
        (date(2026, 11, 2), 1, 60, 10_000, 60),
        (date(2026, 11, 9), 0, 0, 0, 0),
        (date(2026, 11, 16), 0, 0, 0, 0),
        (date(2026, 11, 23), 2, 70, 12_000, 40),
    ]


def test_no_runs_are_no_weeks_and_no_days():
    assert run_weeks([], today=TODAY) == ()
    assert daily_minutes([], today=TODAY) == ()


def test_days_run_from_the_first_run_to_today():
    runs = [
        judged_of(TODAY - timedelta(days=2), 30),
        judged_of(TODAY - timedelta(days=2), 20),
        judged_of(TODAY, 45),
    ]
    assert daily_minutes(runs, today=TODAY) == (50, 0, 45)


@pytest.mark.parametrize(("days", "share"), [(7, 0.1331), (42, 0.0235)])
def test_the_first_day_counts_with_alpha(days, share):
    assert fading_average([100.0], days=days)[0] == pytest.approx(100 * share, abs=0.01)


def test_after_its_time_constant_an_average_has_come_63_percent_of_the_way():
    assert fading_average([1.0] * 42, days=42)[-1] == pytest.approx(1 - exp(-1), abs=1e-9)
