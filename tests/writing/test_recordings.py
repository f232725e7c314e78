"""What is written is read back by our reader and by others."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import fitdecode
import numpy as np
import pytest

from legday.model.runs import Lap, Missing, RecordedSet, Recording, Samples, Sport
from legday.reading.members import Member
from legday.reading.recordings import read_member
from legday.writing.fit import fit_bytes
from legday.writing.gpx import gpx_bytes
from legday.writing.tcx import tcx_bytes
from made_runs import made_recording, made_samples

LATEST = datetime(2026, 12, 1, tzinfo=UTC)


def back(data: bytes, name: str) -> tuple[Recording, Samples | None]:
    found = read_member(Member(name=name, data=data), latest=LATEST)
    assert found.problem is None
    ((recording, samples),) = found.recordings
    return recording, samples


def test_a_fit_run_comes_back_with_all_it_had() -> None:
    wanted = made_recording(
        title="Tempo 2 x 5 min",
        utc_offset_s=3600,
        ascent_m=40,
        descent_m=41,
        mean_heart_rate=140,
        max_heart_rate=140,
        laps=(
            Lap(start_s=0, seconds=300, metres=900, heart_rate=139),
            Lap(start_s=300, seconds=300, metres=900, heart_rate=141),
        ),
    )
    samples = made_samples()
    recording, again = back(fit_bytes(wanted, samples), "run.fit")
    told = replace(recording, file=wanted.file, sha256=wanted.sha256, device="", steps=None)
    assert told == wanted
    assert again is not None
    for name in ("t", "metres", "heart_rate", "cadence"):
        np.testing.assert_allclose(getattr(again, name), getattr(samples, name), atol=0.01)
    np.testing.assert_allclose(again.altitude, samples.altitude, atol=0.2)
    np.testing.assert_allclose(again.latitude, samples.latitude, atol=1e-6)


def test_another_reader_finds_nothing_wrong_with_our_fit_files() -> None:
    data = fit_bytes(made_recording(utc_offset_s=0), made_samples(60))
    reader = fitdecode.FitReader(
        io.BytesIO(data), check_crc=fitdecode.CrcCheck.RAISE, error_handling=fitdecode.ErrorHandling.RAISE
    )
    names = [frame.name for frame in reader if frame.frame_type == fitdecode.FIT_FRAME_DATA]
    assert names == ["file_id", "sport", *["record"] * 61, "session", "activity"]


def test_strength_sets_come_back_in_fit() -> None:
    sets = (
        RecordedSet(start_s=60, seconds=40, reps=10, weight_g=12_500, category=28, name=37),
        RecordedSet(start_s=180, seconds=40, reps=8, weight_g=0, category=17, name=32),
    )
    wanted = made_recording(sport=Sport.STRENGTH, metres=None, sets=sets)
    recording, samples = back(fit_bytes(wanted), "legs.fit")
    assert (recording.sport, recording.sets, samples) == (Sport.STRENGTH, sets, None)


@pytest.mark.parametrize("sport", [Sport.RUN, Sport.RIDE, Sport.WALK, Sport.SWIM, Sport.YOGA, Sport.OTHER])
def test_each_sport_comes_back_from_fit_as_itself(sport: Sport) -> None:
    assert back(fit_bytes(made_recording(sport=sport), made_samples(60)), "a.fit")[0].sport is sport


def test_a_treadmill_run_comes_back_as_one() -> None:
    empty = np.full(601, np.nan)
    samples = made_samples(latitude=empty, longitude=empty, altitude=empty)
    recording, _ = back(fit_bytes(made_recording(indoor=True), samples), "a.fit")
    assert recording.indoor
    assert recording.missing == (Missing.POSITION, Missing.HEIGHT)


def test_samples_without_a_value_are_left_out_not_invented() -> None:
    gaps = np.where(np.arange(601) % 2 == 0, 140.0, np.nan)
    samples = made_samples(heart_rate=gaps)
    for data, name in (
        (fit_bytes(made_recording(), samples), "a.fit"),
        (gpx_bytes(made_recording(), samples), "a.gpx"),
        (tcx_bytes(made_recording(), samples), "a.tcx"),
    ):
        _, again = back(data, name)
        assert again is not None
        np.testing.assert_array_equal(np.isnan(again.heart_rate), np.isnan(gaps))
