"""Bytes flipped, cut, doubled or invented: never an exception, never long, always words."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fit_file_bytes import file_id, fit_file, records, run_file, session
from legday.reading.members import Member
from legday.reading.recordings import UNFORESEEN, Reading, read_member
from legday.writing.fit import fit_bytes
from legday.writing.gpx import gpx_bytes
from legday.writing.tcx import tcx_bytes
from made_runs import made_recording, made_samples

LATEST = datetime(2026, 12, 1, tzinfo=UTC)
SHORT = made_samples(40)
GOOD = {
    "run.fit": run_file(),
    "watch.fit": fit_bytes(made_recording(elapsed_s=40, utc_offset_s=3600), SHORT),
    "chained.fit": run_file()
    + fit_file(file_id(), records("2026-03-02T08:00:00"), session("2026-03-02T08:00:00")),
    "run.gpx": gpx_bytes(made_recording(title="Fog"), SHORT),
    "run.tcx": tcx_bytes(made_recording(title="Fog"), SHORT),
}
QUICK = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
)
LONG = settings(QUICK, max_examples=5_000)
pytestmark = pytest.mark.timeout(60)


def check(data: bytes, name: str) -> Reading:
    found = read_member(Member(name=name, data=data), latest=LATEST)
    words = found.problem or found.not_a_recording
    assert found.recordings or words
    assert UNFORESEEN not in (words or ""), words
    return found


def flipped(name: str, flips: list[tuple[int, int]]) -> bytes:
    data = bytearray(GOOD[name])
    for place, value in flips:
        data[place % len(data)] = value
    return bytes(data)


FLIPS = st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), min_size=1, max_size=6)
NAMES = st.sampled_from(sorted(GOOD))


@QUICK
@given(NAMES, FLIPS)
def test_flipped_bytes_never_escape(name: str, flips: list[tuple[int, int]]) -> None:
    check(flipped(name, flips), name)


@QUICK
@given(NAMES, st.integers(0, 100_000), st.integers(0, 100_000))
def test_a_piece_cut_out_never_escapes(name: str, low: int, length: int) -> None:
    data = GOOD[name]
    low %= len(data)
    check(data[:low] + data[low + length % 64 :], name)


@QUICK
@given(NAMES, st.integers(0, 100_000))
def test_a_file_cut_anywhere_never_escapes(name: str, place: int) -> None:
    check(GOOD[name][: place % len(GOOD[name])], name)


@QUICK
@given(st.sampled_from(["run.fit", "run.gpx", "run.tcx"]), st.binary(max_size=400))
def test_invented_bytes_never_escape(name: str, data: bytes) -> None:
    check(data, name)
    head = {"run.fit": GOOD["run.fit"][:14], "run.gpx": b"<gpx>", "run.tcx": b"<TrainingCenterDatabase>"}[
        name
    ]
    check(head + data, name)


@pytest.mark.proof
@pytest.mark.timeout(900)
@LONG
@given(NAMES, FLIPS)
def test_many_flipped_bytes_never_escape(name: str, flips: list[tuple[int, int]]) -> None:
    check(flipped(name, flips), name)


def test_every_undamaged_file_is_read_without_a_word() -> None:
    for name, data in GOOD.items():
        found = check(data, name)
        assert (found.problem, found.not_a_recording) == (None, None)
