"""What is kept of a run's samples."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.runs import Digest, Lap, Samples
from legday.running.digest import digest
from runs_made import intervals, recording_of, samples_of, tempo

few = settings(deadline=None, max_examples=50, derandomize=True)
SUNDAY = datetime(2026, 11, 22, 8)


def digest_of(pieces, **more):
    samples = samples_of(pieces, **more)
    recording = recording_of(SUNDAY, seconds=int(samples.t[-1]), metres=round(float(samples.metres[-1])))
    return digest(recording, samples)


def test_even_running_on_the_level_has_the_same_best_speed_over_every_window():
    found = digest_of([(3600, 3.0)], heart_rates=[150])
    assert found.best_speed == dict.fromkeys((60, 300, 600, 1200, 1800, 2400, 3600), 3.0)
    assert set(found.best_heart_rate.values()) == {150.0}
    assert found.speed_s == {30: 3600}
    assert found.heart_rate_s == {150: 3600}
    assert found.adjusted_metres == 10_800


def test_the_best_twenty_minutes_are_found_inside_a_run_with_their_own_heart_rate():
    found = digest_of([(900, 2.8), (1200, 4.0), (900, 2.6)], heart_rates=[135, 172, 140])
    assert found.best_speed[1200] == pytest.approx(4.0, abs=0.01)
    assert found.best_heart_rate[1200] == pytest.approx(172, abs=0.5)


def test_windows_longer_than_the_run_are_left_out():
    assert set(digest_of([(700, 3.0)]).best_speed) == {60, 300, 600}


def test_a_climb_of_ten_percent_counts_as_the_faster_running_it_is():
    found = digest_of([(1800, 2.0)], gradient=0.10)
    assert found.best_speed[600] == pytest.approx(2.0 * 1.658, rel=0.02)
    assert found.uphill_s == pytest.approx(1800, abs=30)
    assert found.downhill_s == 0


def test_five_fast_stretches_with_jogging_between_are_counted():
    assert digest_of(intervals()).fast_laps == 5


def test_one_tempo_stretch_is_not_repeated():
    assert digest_of([(900, 2.8), (1500, 3.75), (600, 2.7)]).fast_laps <= 1
    assert digest_of(tempo()).fast_laps <= 1


def test_walking_breaks_of_a_beginner_are_no_intervals():
    assert digest_of([(120, 2.4), (60, 1.3)] * 10).fast_laps == 0


def test_repeats_show_in_the_laps_where_there_are_no_samples():
    laps = []
    for seconds, metres in [(900, 2400), *[(240, 984), (150, 350)] * 5, (600, 1600)]:
        laps.append(
            Lap(start_s=sum(lap.seconds for lap in laps), seconds=seconds, metres=metres, heart_rate=150)
        )
    recording = replace(recording_of(SUNDAY, seconds=3450, metres=10_670), laps=tuple(laps))
    found = digest(recording, None)
    assert found.fast_laps == 5
    assert found.best_speed[60] == pytest.approx(4.1, abs=0.01)
    assert sum(found.heart_rate_s.values()) == 3450


def test_laps_that_the_watch_cut_every_kilometre_say_nothing():
    laps = tuple(Lap(start_s=300 * n, seconds=300 if n % 2 else 240, metres=1000) for n in range(8))
    recording = replace(recording_of(SUNDAY, seconds=2160, metres=8000), laps=laps)
    assert digest(recording, samples_of([(2160, 3.7)])).fast_laps == 0


def test_totals_alone_become_even_running():
    found = digest(replace(recording_of(SUNDAY, seconds=3600, metres=10_800), mean_heart_rate=148), None)
    assert found.best_speed[1200] == pytest.approx(3.0, abs=0.01)
    assert found.heart_rate_s == {148: 3600}
    assert sum(found.speed_s.values()) == 3600


def test_totals_with_climbing_know_that_hills_were_run():
    flat = recording_of(SUNDAY, seconds=3600, metres=10_000)
    hilly = digest(replace(flat, ascent_m=300, descent_m=300), None)
    level = digest(flat, None)
    assert hilly.uphill_s == hilly.downhill_s == 1350
    assert hilly.best_speed[1200] > level.best_speed[1200]
    assert sum(hilly.speed_s.values()) == sum(level.speed_s.values())


def test_a_run_without_distance_keeps_its_heart_rate():
    samples = samples_of([(1800, 3.0)], heart_rates=[155])
    blind = replace(samples, metres=np.full(len(samples), np.nan))
    found = digest(recording_of(SUNDAY, seconds=1800, metres=None), blind)
    assert found.best_speed == {}
    assert found.adjusted_metres is None
    assert found.best_heart_rate[1200] == 155.0
    assert found.heart_rate_s == {155: 1800}


def test_standing_at_a_light_is_not_moving():
    found = digest_of([(900, 3.0), (120, 0.0), (900, 3.0)])
    assert sum(found.speed_s.values()) == pytest.approx(1800, abs=12)


def test_a_jump_of_the_receiver_does_not_make_a_sprint():
    samples = samples_of([(1800, 3.0)])
    jumped = samples.metres.copy()
    jumped[900:] += 2000
    found = digest(recording_of(SUNDAY, seconds=1800, metres=7400), replace(samples, metres=jumped))
    assert found.best_speed[60] < 3.3


def test_a_watch_forgotten_for_days_stays_small():
    samples = samples_of([(600, 3.0)])
    t = samples.t.copy()
    t[300:] += 5 * 86_400
    found = digest(recording_of(SUNDAY, seconds=432_600, metres=1800), replace(samples, t=t))
    assert sum(found.speed_s.values()) <= 1000


def test_nothing_known_is_an_empty_digest():
    assert digest(recording_of(SUNDAY, seconds=0, metres=None), None) == Digest()


pieces_drawn = st.lists(st.tuples(st.integers(30, 600), st.floats(1.5, 6.0)), min_size=1, max_size=8)


@few
@given(pieces_drawn, st.floats(60, 200), st.floats(-0.2, 0.2))
def test_histograms_sum_to_the_time_moved(pieces, beats, gradient):
    found = digest_of(pieces, heart_rates=[beats] * len(pieces), gradient=gradient)
    seconds = sum(seconds for seconds, _ in pieces)
    assert sum(found.speed_s.values()) == seconds
    assert sum(found.heart_rate_s.values()) == seconds


@few
@given(pieces_drawn)
def test_a_whole_multiple_of_a_window_is_never_faster(pieces):
    best = digest_of(pieces).best_speed
    for window, multiple in [(60, 300), (300, 600), (600, 1200), (600, 1800), (1200, 2400), (1200, 3600)]:
        if multiple in best:
            assert best[multiple] <= best[window] + 0.001


odd = st.one_of(st.floats(-1e4, 1e6), st.just(float("nan")))


@few
@given(st.lists(st.tuples(odd, odd, odd, odd), max_size=40))
def test_odd_samples_never_stop_the_digest(rows):
    table = np.array(rows, dtype=np.float64).reshape(-1, 4)
    unknown = np.full(len(rows), np.nan)
    t = np.minimum(np.sort(np.nan_to_num(np.abs(table[:, 0]))), 20_000)
    samples = Samples(
        t=t,
        metres=table[:, 1],
        heart_rate=table[:, 2],
        altitude=table[:, 3],
        cadence=unknown,
        latitude=unknown,
        longitude=unknown,
    )
    found = digest(recording_of(SUNDAY, seconds=600, metres=2000), samples)
    assert all(speed >= 0 for speed in found.speed_s)
    assert all(np.isfinite(speed) for speed in found.best_speed.values())
