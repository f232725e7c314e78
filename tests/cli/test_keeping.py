"""`legday init`, `backup`, `restore`, `doctor` and `demo`."""

import jsonschema
import pytest

from legday.cli.exit_codes import ExitCode
from legday.writing.schema_files import schema
from terminal import ANA, TODAY, home_of_ana, legday


def test_init_says_what_it_understood(tmp_path):
    (tmp_path / "profile.toml").write_text(ANA, encoding="utf-8")

    printed = legday("init", "--from", tmp_path / "profile.toml", "--json", home=tmp_path / "home")

    jsonschema.validate(printed.value, schema("init"))
    assert printed.value["changed"] is True
    assert printed.value["profile"]["gear"]["dumbbells_g"] == [5_000, 7_500, 10_000, 12_500]


def test_the_same_profile_twice_changes_nothing(tmp_path):
    home = home_of_ana(tmp_path)

    printed = legday("init", "--from", tmp_path / "profile.toml", "--json", home=home)

    assert printed.value["changed"] is False


def test_a_slip_in_the_profile_names_file_key_and_remedy(tmp_path):
    (tmp_path / "profile.toml").write_text(ANA.replace("body_mass_kg", "body_mas_kg"), encoding="utf-8")

    printed = legday("init", "--from", tmp_path / "profile.toml", home=tmp_path / "home")

    assert printed.code == ExitCode.INPUT
    assert "profile.toml" in printed.err
    assert "body_mass_kg" in printed.err


def test_a_rule_number_out_of_its_bounds_is_refused(tmp_path):
    wild = ANA.replace("[gear]", "[rules.leg-spacing]\nhours = 1\n[gear]")
    (tmp_path / "profile.toml").write_text(wild, encoding="utf-8")

    printed = legday("init", "--from", tmp_path / "profile.toml", home=tmp_path / "home")

    assert printed.code == ExitCode.INPUT
    assert "leg-spacing" in printed.err


def test_without_a_file_and_without_anybody_to_ask_the_remedy_is_told(tmp_path):
    printed = legday("init", home=tmp_path / "home")

    assert printed.code == ExitCode.INPUT
    assert "--from profile.toml" in printed.err


def test_a_backup_brings_everything_back(home, tmp_path):
    before = legday("runs", "--today", TODAY, "--json", home=home).value
    backed = legday("backup", tmp_path / "copy.sqlite", "--json", home=home)
    jsonschema.validate(backed.value, schema("backup"))

    restored = legday("restore", tmp_path / "copy.sqlite", "--json", home=tmp_path / "new")

    jsonschema.validate(restored.value, schema("restore"))
    assert legday("runs", "--today", TODAY, "--json", home=tmp_path / "new").value == before


def test_restoring_keeps_what_was_there(home, tmp_path):
    legday("backup", tmp_path / "copy.sqlite", home=home)

    printed = legday("restore", tmp_path / "copy.sqlite", home=home)

    assert "What was there is kept in" in printed.err


def test_what_is_no_backup_is_refused_and_nothing_changes(home, tmp_path):
    (tmp_path / "copy.sqlite").write_text("no")

    assert legday("restore", tmp_path / "copy.sqlite", home=home).code == ExitCode.STORE
    assert legday("doctor", home=home).code == ExitCode.OK


def test_the_doctor_counts_and_fits_its_schema(home):
    printed = legday("doctor", "--json", home=home)

    jsonschema.validate(printed.value, schema("doctor"))
    assert printed.value["recordings"] >= 15
    assert printed.value["missing"] == []


def test_the_doctor_says_what_a_plan_needs(tmp_path):
    assert "legday init --from profile.toml" in legday("doctor", home=tmp_path / "home").out

    bare = 'name = "Bo"\nborn = 1990\nbody_mass_kg = 70\n'
    told = legday("doctor", "--json", home=home_of_ana(tmp_path, profile=bare)).value["missing"]
    assert [words.split(":")[0] for words in told] == ["No openings", "No runs"]


def test_the_demo_tells_its_story_and_can_be_told_again(tmp_path):
    told = legday("demo", "--out", tmp_path / "demo", "--today", TODAY, "--no-serve").out
    parts = ["new runs", "Rhythm of the last", "Plan from 23 Nov 2026", "Why this day:", "Wrote "]
    assert [part for part in parts if part in told] == parts

    printed = legday("demo", "--out", tmp_path / "demo", "--today", TODAY, "--json")

    jsonschema.validate(printed.value, schema("demo"))
    assert printed.value["imported"]["runs"] >= 40
    assert printed.value["sessions"] >= 20
    assert sorted(path.name for path in (tmp_path / "demo").glob("plan.*")) == [
        "plan.ics",
        "plan.json",
        "plan.md",
    ]


def test_the_demo_leaves_a_folder_of_other_things_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")

    printed = legday("demo", "--out", tmp_path, "--today", TODAY)

    assert printed.code == ExitCode.INPUT
    assert (tmp_path / "letter.txt").read_text() == "dear"


@pytest.mark.parametrize(
    "call", ["backup copy.sqlite", "runs", "plan", "today", "why 2026-11-24", "expect", "export --md -"]
)
def test_a_home_that_is_not_there_is_told_and_not_made(tmp_path, call, monkeypatch):
    monkeypatch.chdir(tmp_path)

    printed = legday(*call.split(), home=tmp_path / "hoem")

    assert printed.code == ExitCode.STORE
    assert "hoem: no home here. Maybe `legday init --from profile.toml`" in printed.err
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_of_a_home_that_is_not_there_finds_that_and_makes_nothing(tmp_path):
    printed = legday("doctor", "--json", home=tmp_path / "hoem")

    jsonschema.validate(printed.value, schema("doctor"))
    assert printed.code == ExitCode.FINDINGS
    assert printed.value["missing"] == ["No home here: `legday init --from profile.toml` makes one."]
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_of_a_home_without_a_profile_finds_that(tmp_path, sample_runs):
    legday("import", next(sample_runs.rglob("*.*")), "--today", TODAY, home=tmp_path / "home")

    printed = legday("doctor", home=tmp_path / "home")

    assert printed.code == ExitCode.FINDINGS
    assert "No profile: `legday init --from profile.toml`." in printed.out
