"""Ana's files are believable, mixed, and the same each time."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from legday.model.runs import Sport
from legday.model.twins import same_run
from legday.reading.gather import gather
from legday.reading.recordings import Reading, read_member
from legday.writing.sample import sample_files

UNTIL = date(2026, 11, 22)
LATEST = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> list[Reading]:
    home = tmp_path_factory.mktemp("ana")
    for name, data in sample_files(until=UNTIL):
        (home / name).write_bytes(data)
    return [read_member(member, latest=LATEST) for member in gather([home])]


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert list(sample_files(until=UNTIL, weeks=2)) == list(sample_files(until=UNTIL, weeks=2))
    assert dict(sample_files(until=UNTIL, weeks=2)) != dict(sample_files(until=UNTIL, weeks=2, seed=8))


def test_twelve_weeks_hold_runs_a_ride_a_strength_session_a_damaged_file_and_a_twin(
    readings: list[Reading],
) -> None:
    recordings = [each for reading in readings for each, _ in reading.recordings]
    sports = Counter(each.sport for each in recordings)
    assert sports[Sport.RUN] >= 55
    assert sports[Sport.RIDE] == 3
    assert sports[Sport.STRENGTH] == 1
    assert {reading.recordings[0][0].format.value for reading in readings} == {"fit", "gpx", "tcx"}
    (damaged,) = [reading for reading in readings if reading.problem]
    assert damaged.problem is not None
    assert damaged.problem.startswith("cut short, at byte")
    twins = [(a, b) for at, a in enumerate(recordings) for b in recordings[at + 1 :] if same_run(a, b)]
    assert len(twins) == 1


def test_five_runs_a_week_with_one_race_and_one_week_broken_off(readings: list[Reading]) -> None:
    runs = [each for reading in readings for each, _ in reading.recordings if each.sport is Sport.RUN]
    days = sorted({each.start.date() for each in runs})
    weeks = Counter(day - timedelta(days=day.weekday()) for day in days)
    assert [weeks[week] for week in sorted(weeks)] == [5, 5, 5, 5, 5, 1, 5, 5, 5, 5, 5, 5]
    (race,) = [each for each in runs if each.race]
    assert race.title == "Ljubljana 10 km race"
    assert race.metres == pytest.approx(10_000, rel=0.005)
    assert max(days) <= UNTIL


def test_pace_heart_rate_and_hills_are_those_of_a_runner(readings: list[Reading]) -> None:
    for reading in readings:
        recording, samples = reading.recordings[0]
        if recording.sport is not Sport.RUN or samples is None or reading.problem:
            continue
        assert recording.metres is not None
        assert 2.6 < recording.metres / recording.moving_s < 3.9
        assert recording.mean_heart_rate is not None
        assert 130 < recording.mean_heart_rate < 178
        assert recording.max_heart_rate is not None
        assert recording.max_heart_rate <= 188
        assert 160 < np.nanmedian(samples.cadence) < 190
        if recording.title == "Long run":
            assert recording.ascent_m is not None
            assert 200 < recording.ascent_m < 800
            later, early = samples.heart_rate[-1200:], samples.heart_rate[600:1800]
            assert later.mean() > early.mean() + 1


def test_nothing_lies_after_the_last_day() -> None:
    names = [name for name, _ in sample_files(until=date(2026, 11, 18), weeks=1)]
    assert [name[:10] for name in names] == ["2026-11-17", "2026-11-18"]
