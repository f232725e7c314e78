"""Several processes read in order, hold little, and survive a file that kills one of them."""

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import legday
from crashing_reader import read_or_die
from fit_file_bytes import run_file
from legday.reading.many import AHEAD, read_members
from legday.reading.members import Member

LATEST = datetime(2026, 12, 1, tzinfo=UTC)
RUN = run_file()


@pytest.mark.parametrize("workers", [1, 2])
def test_readings_come_in_the_order_of_the_files(workers: int) -> None:
    members = [Member(name=f"{at}.fit", data=RUN if at % 3 else b"bad") for at in range(20)]
    readings = list(read_members(members, workers=workers, latest=LATEST))
    assert [reading.file for reading in readings] == [member.name for member in members]
    assert [bool(reading.recordings) for reading in readings] == [bool(at % 3) for at in range(20)]


def test_a_file_that_kills_its_reader_is_one_problem_and_the_others_are_read() -> None:
    members = [Member(name="deadly.fit" if at == 4 else f"{at}.fit", data=RUN) for at in range(9)]
    readings = list(read_members(members, workers=2, latest=LATEST, read=read_or_die))
    assert [reading.file for reading in readings] == [member.name for member in members]
    assert {reading.file: reading.problem for reading in readings if reading.problem} == {
        "deadly.fit": "reading it brought the reader down"
    }


def test_only_a_few_files_are_taken_ahead() -> None:
    taken = 0

    def source() -> Iterator[Member]:
        nonlocal taken
        for at in range(100):
            taken += 1
            yield Member(name=f"{at}.fit", data=RUN)

    readings = read_members(source(), workers=2, latest=LATEST)
    next(readings)
    assert taken <= 2 * AHEAD
    readings.close()


def test_memory_stays_flat_however_many_files_come() -> None:
    members = (Member(name=f"{at}.fit", data=RUN + b"\0") for at in range(300))
    tracemalloc.start()
    try:
        for at, reading in enumerate(read_members(members, latest=LATEST)):
            assert reading.recordings
            if at == 20:
                tracemalloc.reset_peak()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000


ENDLESS = """
import itertools
from legday.reading.many import read_members
from legday.reading.members import Member

if __name__ == "__main__":
    members = (Member(name=f"{at}.fit", data=b"bad") for at in itertools.count())
    for reading in read_members(members, workers=2):
        print(reading.file, flush=True)
"""


def test_workers_end_with_a_killed_parent(tmp_path: Path) -> None:
    """Workers hold the other end of the pipe: it reads as ended once the last of them is gone."""
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    source = str(Path(legday.__file__).parents[1])
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": source},
    ) as process:
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(3)] == ["0.fit\n", "1.fit\n", "2.fit\n"]
        process.kill()
        process.stdout.read()
        assert process.wait() == -9
