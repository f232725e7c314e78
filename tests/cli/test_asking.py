"""`legday init` on a terminal asks question by question."""

import os
import pty
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from legday.cli.init import _body_mass, _dumbbells
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
    ("place", "slip", "told"),
    [
        (1, "ninety", "is not a whole number. Maybe 1990"),
        (2, "70 kilos", "is not a number. Maybe 70.5"),
        (3, "Wien", "is not a time zone"),
        (4, "expert", "experienced"),
        (6, "7", "sessions_a_week"),
        (7, "5,10", "could be one weight or several. Maybe 5 7.5 10"),
        (7, "7,5", "could be one weight or several"),
        (7, "5,8 10", "could be one weight or several"),
        (7, "heavy", "is not a weight"),
        (8, "benhc", "bench"),
        (9, "tue 18:00", "tue 18:00 45"),
        (9, "someday 18:00 45", "is not a weekday"),
    ],
)
def test_an_answer_that_does_not_fit_is_told_with_its_remedy_and_asked_again(tmp_path, place, slip, told):
    answers = [*WHO, "5 10", "bench", "tue 18:00 45"]
    answers.insert(place, slip)

    done = asked(tmp_path / "home", *answers)

    assert done.returncode == 0, done.stderr
    assert told in done.stdout
    assert "Profile set: Bo" in done.stdout


@pytest.mark.parametrize(
    ("said", "kilograms"),
    [
        ("7,5 10", [7.5, 10.0]),
        ("5, 7,5, 10", [5.0, 7.5, 10.0]),
        ("5; 7,5;10", [5.0, 7.5, 10.0]),
        ("5 7.5", [5.0, 7.5]),
        ("", []),
    ],
)
def test_a_decimal_comma_is_one_where_another_sign_parts_the_weights(said, kilograms):
    assert tomllib.loads("\n".join(_dumbbells(said)))["gear"]["dumbbells_kg"] == kilograms


def test_a_body_mass_may_have_a_decimal_comma():
    assert _body_mass("70,5") == ["body_mass_kg = 70.5"]
