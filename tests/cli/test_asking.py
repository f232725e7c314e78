"""`legday init` on a terminal asks question by question."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from terminal import legday

SOURCE = Path(__file__).parents[2] / "src"


def asked(home, *answers):
    """The real program with a terminal as its standard input, answered line by line."""
    ours, theirs = pty.openpty()
    try:
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        return subprocess.run(
            [sys.executable, "-m", "legday.cli.main", "--home", str(home), "init"],
            stdin=theirs,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
        )
    finally:
        os.close(ours)
        os.close(theirs)


WHO = ("Bo", "1990", "70.5", "Europe/Vienna", "experienced", "trained", "3")


def test_the_answers_become_the_profile(tmp_path):
    done = asked(tmp_path / "home", *WHO, "5, 10", "bench miniband", "tue 18:00 45; fri 06:30 30")

    assert done.returncode == 0, done.stderr
    assert "Profile set: Bo" in done.stdout
    assert legday("doctor", "--json", home=tmp_path / "home").value["entries"] == 1


@pytest.mark.parametrize(
    ("openings", "told"), [("tue 18:00", "tue 18:00 45"), ("someday 18:00 45", "is not a weekday")]
)
def test_an_answer_that_does_not_fit_is_told_with_its_remedy(tmp_path, openings, told):
    done = asked(tmp_path / "home", *WHO, "", "", openings)

    assert done.returncode == 2
    assert told in done.stderr
