"""Processes: killed ones lose nothing they reported, several write at once and all succeed."""

import os
import random
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from legday.store import open_store
from store_facts import an_hour, profile_set, sum_of

TESTS = Path(__file__).parents[1]


@contextmanager
def importer(home: Path, *, first: int, count: int, url: str | None = None):
    """A running importer, waiting for `go`."""
    path = os.pathsep.join([str(TESTS.parent / "src"), str(TESTS)])
    command = [sys.executable, str(TESTS / "store_importer.py"), str(home), str(first), str(count)]
    process = subprocess.Popen(
        command + ([url] if url else []),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
    )
    with process:
        try:
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def go(process) -> None:
    process.stdin.write("go\n")
    process.stdin.flush()


def kept_and_sound(home: Path, names: set[str]) -> None:
    with open_store(home) as store:
        assert store.problems() == ()
        recordings = [recording for recording, _ in store.recordings()]
        assert names <= {recording.file for recording in recordings}
        for recording in recordings:
            assert len(store.samples(recording.id)) == len(an_hour())


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_any_point_an_import_loses_nothing_it_reported_and_goes_on(home, seed):
    chance = random.Random(seed)
    wanted, reported = 24, set()
    rounds = 0
    while len(reported) < wanted:
        rounds += 1
        with importer(home, first=0, count=wanted) as process:
            go(process)
            for line in [process.stdout.readline() for _ in range(chance.randint(1, 12))]:
                if line:
                    reported.add(line.strip())
            process.send_signal(signal.SIGKILL)
            reported.update(line.strip() for line in process.stdout if line.endswith("\n"))
        kept_and_sound(home, reported)
        with open_store(home) as store:
            reported.update(recording.file for recording, _ in store.recordings())
    assert rounds > 1
    assert reported == {f"{number}.fit" for number in range(wanted)}


def test_two_processes_that_write_at_once_both_succeed(home, url):
    with (
        importer(home, first=0, count=10, url=url) as one,
        importer(home, first=10, count=10, url=url) as two,
    ):
        go(one)
        go(two)
        lines = [process.communicate(timeout=60)[0].split() for process in (one, two)]
        assert (one.returncode, two.returncode) == (0, 0)
    assert [len(names) for names in lines] == [10, 10]
    with open_store(home, url=url) as store:
        assert len(store.recordings()) == len(store.entries()) == 20


def test_two_processes_that_import_the_same_files_at_once_keep_each_once(home, url):
    with (
        importer(home, first=0, count=10, url=url) as one,
        importer(home, first=0, count=10, url=url) as two,
    ):
        go(one)
        go(two)
        for process in (one, two):
            process.communicate(timeout=60)
        assert (one.returncode, two.returncode) == (0, 0)
    with open_store(home, url=url) as store:
        assert [recording.sha256 for recording, _ in store.recordings()] == [sum_of(n) for n in range(10)]
        assert len(store.entries()) == 10
        assert all(store.duplicates(recording.id) == () for recording, _ in store.recordings())


def test_killed_while_it_restores_a_home_holds_the_store_before_or_after(home, tmp_path):
    with open_store(home) as store:
        store.append(profile_set(1))
        backup = store.backup(tmp_path / "march.sqlite")
        for number in range(2, 40):
            store.append(profile_set(number))
    code = (
        "import sys; from pathlib import Path; from legday.store import restore_home\n"
        "for _ in range(1000):\n"
        f"    restore_home(Path({str(home)!r}), source=Path({str(backup)!r}))\n"
        "    print('restored', flush=True)"
    )
    environment = os.environ | {"PYTHONPATH": str(TESTS.parent / "src")}
    for lines in (1, 2, 3):
        command = [sys.executable, "-c", code]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            for _ in range(lines):
                assert process.stdout.readline() == "restored\n"
            process.send_signal(signal.SIGKILL)
        with open_store(home) as store:
            assert store.problems() == ()
            assert store.entries() == (profile_set(1),)
    with open_store(home) as store:
        store.restore(home / "kept" / "before-restore-1.sqlite")
        assert len(store.entries()) == 39


def test_opening_a_store_loads_neither_alembic_nor_pydantic(home):
    open_store(home).close()
    code = (
        "import sys; from pathlib import Path; from legday.store import open_store\n"
        f"open_store(Path({str(home)!r})).close()\n"
        "print(sorted({'alembic', 'pydantic', 'ortools'} & set(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": str(TESTS.parent / "src")}
    told = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout == "[]\n"
