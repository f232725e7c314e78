"""`legday exercise` and `legday rules`."""

from xml.etree import ElementTree as ET

import jsonschema

from legday.catalogue.reader import read_catalogue
from legday.cli.exit_codes import ExitCode
from legday.writing.schema_files import schema
from terminal import ANA, home_of_ana, legday


def test_an_exercise_shows_its_steps_muscles_and_gear():
    printed = legday("exercise", "squat").out

    assert printed.startswith("Squat")
    assert "1. " in printed
    assert "quadriceps 1" in printed
    assert "With: " in printed


def test_an_exercise_is_found_by_its_name_in_any_case():
    catalogue = read_catalogue()
    name = catalogue.name("bulgarian-split-squat")

    assert legday("exercise", name.upper()).out == legday("exercise", "bulgarian-split-squat").out


def test_a_typing_slip_is_answered_with_the_nearest_name():
    printed = legday("exercise", "bulgarian splitsquat")

    assert printed.code == ExitCode.INPUT
    assert "bulgarian-split-squat" in printed.err


def test_every_exercise_fits_its_schema():
    for name in read_catalogue().exercises:
        jsonschema.validate(legday("exercise", name, "--json").value, schema("exercise"))


def test_the_rules_are_listed_and_fit_their_schema(tmp_path):
    printed = legday("rules", "--json", home=tmp_path / "none")

    jsonschema.validate(printed.value, schema("rules"))
    assert {rule["id"] for rule in printed.value["rules"]} == set(read_catalogue().rulebook.rules)


def test_asking_for_rules_makes_no_home(tmp_path):
    legday("rules", home=tmp_path / "none")

    assert not (tmp_path / "none").exists()


def test_a_number_of_our_own_is_shown_as_our_setting_never_as_science(tmp_path):
    rules = legday("rules", "--json", home=tmp_path / "none").value["rules"]

    ours = [rule for rule in rules if rule["grade"] in {"P", "R"}]
    assert ours
    assert all(rule["known_as"] == "our setting" for rule in ours)


def test_a_rule_the_runner_changed_says_so(tmp_path):
    home = home_of_ana(tmp_path, profile=ANA.replace("[gear]", "[rules.leg-spacing]\nhours = 60\n[gear]"))

    printed = legday("rules", "leg-spacing", home=home).out

    assert "60" in printed
    assert "Changed by you: hours = 60: hours between two leg sessions (may be 48 to 120)" in printed


def test_a_rule_shows_how_far_each_number_may_be_changed(tmp_path):
    lines = legday("rules", "effort", home=tmp_path / "none").out.splitlines()

    bounds = read_catalogue().rulebook["effort"].bounds
    for number, (low, high) in bounds.items():
        (line,) = [line for line in lines if line.startswith(f"  {number} = ")]
        assert line.endswith("; fixed)" if low == high else f"; may be {low} to {high})")


def test_an_unknown_rule_is_answered_with_the_nearest_name(tmp_path):
    printed = legday("rules", "leg-space", home=tmp_path / "none")

    assert printed.code == ExitCode.INPUT
    assert "leg-spacing" in printed.err


def test_a_figure_is_written_as_a_picture(tmp_path):
    done = legday("exercise", "squat", "--figure", tmp_path / "squat.svg")

    assert done.code == ExitCode.OK
    assert done.err == f"Wrote {tmp_path / 'squat.svg'}.\n"
    picture = ET.fromstring((tmp_path / "squat.svg").read_text(encoding="utf-8"))
    assert picture.find("{http://www.w3.org/2000/svg}title").text == "Squat"
