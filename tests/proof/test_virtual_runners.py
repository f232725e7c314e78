"""A year of virtual runners with the real planner: nothing that must not be, and legs that grow stronger."""

from math import sqrt
from statistics import fmean

import pytest

from virtual_run import wrong, year_with_legday, years_with_baselines
from virtual_tally import able_to_gain, tallies

pytestmark = pytest.mark.timeout(900)
SMALL = range(8)
PARTS, RUNNERS = 8, 2_000
GROW = 0.8
"""Of those who do four fifths of their sessions and whom double progression makes stronger in the same life, so many grow stronger."""


@pytest.fixture(scope="module")
def few():
    return [year_with_legday(seed) for seed in SMALL]


def test_no_rule_is_broken_in_any_week_of_a_few_runners(few):
    assert wrong(few) == []


def test_the_few_were_given_sessions_and_planned_for_all_year(few):
    assert sum(year.given for year in few) > 40 * len(few)
    assert all(year.plans >= 52 for year in few)
    assert {year.coach for year in few} == {"legday, article", "legday, evidence"}


def test_the_same_seed_lives_the_same_year(few):
    assert year_with_legday(SMALL[0]) == few[0]


def test_the_watcher_sees_what_a_fixed_plan_breaks():
    broken = {one.rule for seed in SMALL for year in years_with_baselines(seed) for one in year.broken}
    assert {"fresh-for-key-runs", "leg-growth", "weight-step", "fits-the-opening", "pain-gate"} <= broken


def _by_chance(runners: int) -> float:
    """The fewest of so many that grow by chance, once in a hundred times, where the share among all is the one asked for."""
    return GROW * runners - 2.33 * sqrt(GROW * (1 - GROW) * runners)


@pytest.mark.proof
@pytest.mark.parametrize("part", range(PARTS))
def test_no_rule_is_broken_in_any_week_of_two_thousand_runners(part):
    seeds = range(part, RUNNERS, PARTS)
    years = [year_with_legday(seed) for seed in seeds]
    assert wrong(years) == []
    able = able_to_gain(year for seed in seeds for year in years_with_baselines(seed))
    for tally in tallies(years).values():
        assert fmean(tally.strength_of(0.8)) > 0
        growth = tally.strength_of(0.8, among=able)
        assert sum(one > 0 for one in growth) >= _by_chance(len(growth))
    readings = [one.inside for year in years for one in year.readings if one.sessions >= 2]
    assert fmean(readings) >= 0.7
