"""A run along its way: a few hundred places, and splits that add up to the run."""

from dataclasses import replace

import numpy as np
import pytest

from legday.running.along import MOST_PLACES, along
from made_runs import made_recording, made_samples
from runs_made import samples_of

KM = 1000


def test_an_even_run_has_the_same_pace_everywhere_and_splits_that_add_up():
    told = along(made_recording(), made_samples(1000, speed=2.5), split_m=KM)
    assert told is not None
    assert {round(one.seconds_per_km or 0) for one in told.places} == {400}
    assert {one.heart_rate for one in told.places} == {140}
    assert [round(one.metres) for one in told.splits] == [1000, 1000, 500]
    assert [round(one.seconds) for one in told.splits] == [400, 400, 200]


def test_a_long_run_is_thinned_and_its_places_go_from_start_to_end():
    told = along(made_recording(), made_samples(4 * 3600, speed=3.0), split_m=KM)
    assert told is not None
    ways = [one.at for one in told.places]
    assert len(ways) == MOST_PLACES
    assert ways == sorted(ways)
    assert ways[-1] == pytest.approx(4 * 3600 * 3.0, rel=0.005)


def test_a_fast_piece_is_where_it_was_run():
    samples = samples_of([(600, 2.5), (300, 5.0), (600, 2.5)], heart_rates=[140, 175, 150])
    told = along(made_recording(), samples, split_m=KM)
    assert told is not None
    fast = [one for one in told.places if (one.seconds_per_km or 999) < 250]
    assert fast[0].at == pytest.approx(1500, abs=60)
    assert fast[-1].at == pytest.approx(3000, abs=60)
    assert {round(one.heart_rate or 0) for one in fast[2:-2]} == {175}


def test_a_stop_takes_no_time_of_running_from_its_split():
    samples = samples_of([(400, 2.5), (200, 0.0), (400, 2.5)])
    told = along(made_recording(), samples, split_m=KM)
    assert told is not None
    assert sum(one.seconds for one in told.splits) == pytest.approx(800, abs=12)
    assert max(one.seconds_per_km or 0 for one in told.places) < 2_000


def test_heights_stand_where_they_were_and_climbing_is_summed():
    samples = samples_of([(1000, 2.0)], gradient=0.05)
    told = along(made_recording(), samples, split_m=KM)
    assert told is not None
    assert told.places[0].height == pytest.approx(300, abs=1)
    assert told.places[-1].height == pytest.approx(400, abs=1)
    assert sum(one.climbed or 0 for one in told.splits) == pytest.approx(100, abs=3)


def test_a_run_without_distance_goes_by_time():
    samples = made_samples(600, metres=np.full(601, np.nan))
    told = along(made_recording(metres=None), samples, split_m=KM)
    assert told is not None
    assert (told.by_distance, told.splits) == (False, ())
    assert told.places[-1].at == pytest.approx(600, abs=10)
    assert {one.seconds_per_km for one in told.places} == {None}


def test_gaps_are_none():
    beats = np.where(np.arange(601) < 300, 150.0, np.nan)
    told = along(
        made_recording(), made_samples(600, heart_rate=beats, altitude=np.full(601, np.nan)), split_m=KM
    )
    assert told is not None
    assert told.places[-1].heart_rate is None
    assert {one.height for one in told.places} == {None}
    assert {one.climbed for one in told.splits} == {None}


@pytest.mark.parametrize("seconds", [0, 1, 3])
def test_next_to_nothing_is_no_trouble(seconds):
    told = along(made_recording(), made_samples(seconds), split_m=KM)
    assert told is None or all(one.at >= 0 for one in told.places)


def test_without_samples_there_is_no_way_to_show():
    assert along(made_recording(), None, split_m=KM) is None


def test_a_watch_that_stood_still_is_a_run_by_time():
    samples = made_samples(600, metres=np.zeros(601))
    told = along(replace(made_recording(), metres=0), samples, split_m=KM)
    assert told is not None
    assert not told.by_distance
