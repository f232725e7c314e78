"""Importing: what is counted, what is told, and what is kept when it stops in the middle."""

import zipfile
from datetime import UTC, date, datetime
from itertools import count

import pytest

from legday.actions.import_files import ImportReport, import_files
from legday.store import open_store
from legday.writing.sample import sample_files

LATEST = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture(scope="module")
def two_weeks():
    return [(name, data) for name, data in sample_files(until=date(2026, 11, 22), weeks=2) if "run" in name]


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "home") as opened:
        yield opened


def written(folder, files):
    folder.mkdir(exist_ok=True)
    for name, data in files:
        (folder / name).write_bytes(data)
    return folder


def imported(store, *paths, on_progress=lambda _count, _file: None):
    ticks = count()
    return import_files(
        store, paths, clock=lambda: float(next(ticks)), latest=LATEST, on_progress=on_progress
    )


def test_each_file_is_told_once_it_is_kept(store, tmp_path, two_weeks):
    told = []

    def on_progress(number, file):
        told.append((number, len(store.recordings())))

    report = imported(store, written(tmp_path / "runs", two_weeks[:3]), on_progress=on_progress)

    assert told == [(1, 1), (2, 2), (3, 3)]
    assert report == ImportReport(files=3, runs=3, seconds=1.0)


def test_stopped_in_the_middle_all_that_was_told_is_kept_and_the_next_import_goes_on(
    store, tmp_path, two_weeks
):
    folder = written(tmp_path / "runs", two_weeks[:4])

    def stop_after_two(number, _file):
        if number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imported(store, folder, on_progress=stop_after_two)
    assert len(store.recordings()) == 2

    again = imported(store, folder)
    assert (again.runs, again.duplicates) == (2, 2)


def test_the_same_bytes_under_two_names_are_one_run(store, tmp_path, two_weeks):
    name, data = two_weeks[0]
    folder = written(tmp_path / "runs", [(name, data), (f"copy-of-{name}", data)])

    report = imported(store, folder)

    assert (report.files, report.runs, report.duplicates) == (2, 1, 1)


def test_a_bad_file_is_told_every_time_and_stops_nothing(store, tmp_path, two_weeks):
    folder = written(tmp_path / "runs", [("a-bad.fit", b"nothing of the kind"), two_weeks[0]])

    reports = [imported(store, folder) for _ in range(2)]

    assert [report.runs for report in reports] == [1, 0]
    assert [[refusal.file for refusal in report.refused] for report in reports] == [["runs/a-bad.fit"]] * 2


def test_an_archive_counts_its_files(store, tmp_path, two_weeks):
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for name, data in two_weeks[:3]:
            archive.writestr(f"activities/{name}", data)

    assert imported(store, tmp_path / "export.zip").runs == 3
