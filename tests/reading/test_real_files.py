"""Files of real watches and apps end in a recording or in one clear line (skipped where they are not at hand)."""

from datetime import UTC, datetime
from pathlib import Path

import gpxpy
import pytest

from legday.model.runs import Recording, Sport
from legday.reading.members import Member
from legday.reading.recordings import UNFORESEEN, Reading, read_member

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "real"
FILES = sorted(path for path in REAL.rglob("*") if path.suffix in {".fit", ".gpx", ".tcx"})
LATEST = datetime(2026, 12, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not FILES, reason="no real files beside the project (../shared/data/real)")


def reading(path: Path) -> Reading:
    return read_member(Member(name=path.name, data=path.read_bytes()), latest=LATEST)


def first(name: str) -> Recording:
    return reading(next(path for path in FILES if path.name == name)).recordings[0][0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_real_file_ends_in_a_recording_or_one_clear_line(path: Path) -> None:
    found = reading(path)
    words = found.problem or found.not_a_recording
    assert found.recordings or words
    assert not words or ("\n" not in words and len(words) < 160 and UNFORESEEN not in words)
    for recording, samples in found.recordings:
        assert recording.elapsed_s > 0
        assert samples is None or (samples.t >= 0).all()


@pytest.mark.parametrize(
    ("name", "sport", "metres", "elapsed_s"),
    [
        ("activity-small-fenix2-run.fit", Sport.RUN, 9008, 2832),
        ("garmin-fenix-5-run.fit", Sport.RUN, 158, 57),
        ("garmin-fenix-5-walk.fit", Sport.WALK, 68, 45),
        ("developer-types-sample.fit", Sport.RUN, 6754, 3424),
        ("compressed-speed-distance.fit", Sport.RUN, 10249, 3883),
        ("sample-activity.fit", Sport.RIDE, 88797, 11742),
        ("strava-android-app.fit", Sport.RUN, 11274, 3558),
        ("running_1.tcx", Sport.RUN, 14332, 3270),
    ],
)
def test_totals_are_those_the_device_showed(name: str, sport: Sport, metres: int, elapsed_s: int) -> None:
    recording = first(name)
    assert recording.sport is sport
    assert recording.metres == pytest.approx(metres, abs=1)
    assert recording.elapsed_s == pytest.approx(elapsed_s, abs=2)


def test_compressed_distances_add_up_to_the_devices_own_total() -> None:
    found = reading(REAL / "fit" / "compressed-speed-distance.fit")
    recording, samples = found.recordings[0]
    assert samples is not None
    assert samples.metres[-1] == pytest.approx(recording.metres, rel=0.01)


def test_all_sports_of_a_long_day_are_kept_apart() -> None:
    found = reading(REAL / "fit" / "activity-large-fenxi2-multisport.fit")
    assert [each.sport for each, _ in found.recordings] == [Sport.OTHER, Sport.RUN, Sport.RUN, Sport.RIDE]
    assert [each.metres for each, _ in found.recordings] == [25072, 2245, 12740, 28928]


def test_a_track_of_gpx_is_as_long_as_gpxpy_says() -> None:
    path = REAL / "gpx" / "korita-zbevnica.gpx"
    tracks = [track for track in gpxpy.parse(path.read_text()).tracks if track.get_duration()]
    found = reading(path)
    assert [each.metres for each, _ in found.recordings] == [
        pytest.approx(track.length_2d(), rel=0.01) for track in tracks
    ]
    assert [each.elapsed_s for each, _ in found.recordings] == [track.get_duration() for track in tracks]
