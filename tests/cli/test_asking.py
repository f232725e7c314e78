"""`legday init` on a terminal asks question by question."""

import os
import pty
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from legday.cli.init import _body_mass, _dumbbells, _things
from legday.model.errors import InputError
from legday.model.runner import Adjustable, GearKind
from legday.reading.profile import read_profile
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


def gear_of(*lines):
    table = "\n".join(line for part in lines for line in part)
    return read_profile(f'name = "Bo"\nborn = 1990\nbody_mass_kg = 70\n{table}', file="answers").gear


def test_dumbbells_of_every_kind_can_be_typed():
    gear = gear_of(_dumbbells("5 7,5 25lb; single 10 12 kg; dial 2.5 7.5 2.5"))
    assert (gear.dumbbells_g, gear.singles_g) == ((5_000, 7_500, 11_340), (10_000, 12_000))
    assert gear.adjustables == (Adjustable(dial_g=(2_500, 5_000, 7_500)),)
    handles = gear_of(_dumbbells("handles 2 plates 2.5 2.5 1.25"))
    assert handles.adjustables == (Adjustable(handle_g=2_000, plates_g=(1_250, 2_500, 2_500)),)
    assert gear_of(_dumbbells("handle 5lb")).adjustables == (Adjustable(handles=1, handle_g=2_268),)


def test_a_dial_that_says_too_little_is_told():
    with pytest.raises(InputError, match="lightest, heaviest, step"):
        _dumbbells("dial 2.5 24")


def test_other_gear_may_be_followed_by_its_weights_and_colours():
    gear = gear_of(
        _dumbbells(""),
        _things("bench kettlebell 16 25 lb bar 20 plates 10, 5 bands red green miniband backpack"),
    )
    assert gear.kettlebells_g == (11_340, 16_000)
    assert (gear.bar_g, gear.plates_g) == (20_000, (5_000, 10_000))
    assert [band.colour for band in gear.bands] == ["red", "green"]
    assert gear.things == {GearKind.BENCH, GearKind.MINIBAND, GearKind.BACKPACK}


def test_a_body_mass_may_have_a_decimal_comma():
    assert _body_mass("70,5") == ["body_mass_kg = 70.5"]
