"""`legday expect`."""

import jsonschema

from legday.cli.exit_codes import ExitCode
from legday.writing.schema_files import schema
from terminal import TODAY, legday

RUNS = "date,title\n2026-11-24,Tempo 8 km\n2026-11-26,mumble\n2026-11-29,Long run 18 km\n"


def test_the_outlook_fits_its_schema_and_says_who_speaks(home):
    value = legday("expect", "--weeks", "3", "--today", TODAY, "--json", home=home).value

    jsonschema.validate(value, schema("expect"))
    assert {run["source"] for run in value["runs"]} <= {"usual-week", "rhythm"}
    assert value["added"] is None


def test_a_run_plan_from_standard_input_speaks_for_its_days(home):
    printed = legday("expect", "--add", "-", "--today", TODAY, "--json", home=home, given=RUNS)

    spoken = [(run["date"], run["kind"]) for run in printed.value["runs"] if run["source"] == "run-plan"]
    assert spoken == [("2026-11-24", "quality"), ("2026-11-29", "long")]


def test_what_was_not_understood_is_told(home, tmp_path):
    (tmp_path / "runs.csv").write_text(RUNS)

    lines = legday("expect", "--add", tmp_path / "runs.csv", "--today", TODAY, home=home).out.splitlines()

    assert lines[0].startswith("runs: 2 runs on ")
    assert "mumble" in lines[1]


def test_the_same_run_plan_twice_changes_nothing(home, tmp_path):
    (tmp_path / "runs.csv").write_text(RUNS)
    add = ("expect", "--add", tmp_path / "runs.csv", "--today", TODAY, "--json")

    changed = [legday(*add, home=home).value["added"]["changed"] for _ in range(2)]

    assert changed == [True, False]


def test_a_plan_in_weeks_needs_its_first_monday(home, tmp_path):
    (tmp_path / "plan.csv").write_text("week,day,title\n1,Tue,Tempo 8 km\n1,Sun,Long run 18 km\n")
    add = ("expect", "--add", tmp_path / "plan.csv", "--today", TODAY, "--json")

    assert legday(*add, home=home).code == ExitCode.INPUT

    runs = legday(*add, "--start", "2026-11-30", home=home).value["runs"]
    assert [run["date"] for run in runs if run["source"] == "run-plan"] == ["2026-12-01", "2026-12-06"]


def test_a_file_that_is_no_run_plan_is_refused(home, tmp_path):
    (tmp_path / "runs.ics").write_text("hello")

    assert legday("expect", "--add", tmp_path / "runs.ics", home=home).code == ExitCode.FILE
