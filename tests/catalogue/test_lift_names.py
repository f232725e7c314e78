"""What others call our exercises: each name and number once, of exercises that exist, in units that mean the same."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.errors import CatalogueError
from legday.model.exercises import WeightKind

CATALOGUE = read_catalogue()
NAMES = CATALOGUE.lift_names


@pytest.mark.parametrize(
    ("name", "exercise", "per_hand"),
    [
        ("Squat (Barbell)", "squat", False),
        ("Squat (Dumbbell)", "squat", True),
        ("Romanian Deadlift (Dumbbell)", "romanian-deadlift", True),
        ("Goblet Squat (Dumbbell)", "goblet-squat", False),
        ("Bulgarian Split Squat", "bulgarian-split-squat", True),
        ("Nordic Hamstrings Curls", "nordic-curl", False),
        ("Dumbbell Step Up", "step-up", True),
    ],
)
def test_names_of_both_apps_mean_our_exercises(name, exercise, per_hand):
    lift = NAMES.lift(name)
    assert (lift.exercise, lift.per_hand) == (exercise, per_hand)


@pytest.mark.parametrize(
    "name",
    ["Calf Press on Leg Press", "Squat (Smith Machine)", "Leg Press (Machine)", "Hip Adductor (Machine)"],
)
def test_machines_are_leg_work_and_none_of_ours(name):
    assert NAMES.lift(name) is None
    assert NAMES.is_leg_work(name)


@pytest.mark.parametrize(
    "name",
    [
        "Bench Press (Barbell)",
        "Hanging Leg Raise",
        "Bent Over Row (Dumbbell)",
        "Crunch",
        "Deadlift High Pull (Barbell)",
    ],
)
def test_other_work_is_no_leg_work(name):
    assert not NAMES.is_leg_work(name)


def test_where_two_hands_hold_a_dumbbell_each_the_exercise_is_done_with_a_pair():
    alone = {
        lift.exercise
        for lift in NAMES.lifts.values()
        if lift.per_hand
        and all(variant.weight is not WeightKind.PAIR for variant in CATALOGUE.exercises[lift.exercise].gear)
    }
    assert alone == set()


def test_further_numbers_are_not_those_of_another_exercise():
    own = {(one.fit.category, one.fit.name) for one in CATALOGUE.exercises.values()}
    assert own & NAMES.fit.keys() == set()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "[exercises.squat]",
            "[exercises.sqat]",
            "names.toml: sqat = 'sqat': expected the id of an exercise",
        ),
        ('names = ["Box Jump"]', 'names = ["squat (barbell)"]', "expected a name that stands nowhere else"),
        ("fit = [[28, 7]]", "fit = [[28, 6]]", "expected a name that stands nowhere else"),
        ("but_not", "but", "legs.but_not = None: expected a value; the key is missing"),
        ('names = ["Box Jump"]', "names = 3", "exercises.toml"),
    ],
)
def test_a_wrong_list_is_refused(tmp_path, old, new, told):
    place = tmp_path / "catalogue"
    shutil.copytree(
        Path(str(files("legday.catalogue"))), place, ignore=shutil.ignore_patterns("*.py", "__pycache__")
    )
    text = (place / "names.toml").read_text(encoding="utf-8")
    (place / "names.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as refused:
        read_catalogue(root=place)
    assert told in str(refused.value) or told == "exercises.toml"
    assert str(refused.value).startswith("names.toml: ")
