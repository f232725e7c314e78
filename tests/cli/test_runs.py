"""`legday import` and `legday runs`."""

import jsonschema

from legday.cli.exit_codes import ExitCode
from legday.writing.schema_files import schema
from terminal import ANA, TODAY, home_of_ana, legday


def listed(home):
    return legday("runs", "--today", TODAY, "--json", home=home).value["runs"]


def test_importing_again_brings_nothing_new(home, sample_runs):
    report = legday("import", sample_runs, "--today", TODAY, "--json", home=home).value

    assert report["runs"] == 0
    assert report["files"] == report["duplicates"] + len(report["refused"]) + report["other"]


def test_a_damaged_file_is_one_line_and_stops_nothing(tmp_path, sample_runs):
    home = home_of_ana(tmp_path)
    (tmp_path / "bad.fit").write_bytes(b"not a recording")
    good = next(sample_runs.rglob("*.fit"))

    printed = legday("import", tmp_path / "bad.fit", good, "--today", TODAY, "--json", home=home)

    assert printed.code == 0
    assert printed.value["runs"] == 1
    assert [refusal["file"] for refusal in printed.value["refused"]] == ["bad.fit"]


def test_a_path_that_is_not_there_is_told(tmp_path):
    printed = legday("import", tmp_path / "none", "--json", home=home_of_ana(tmp_path))

    assert printed.code == ExitCode.FILE
    assert printed.value["refused"] == [{"file": "none", "reason": "it is not there"}]


def test_the_import_is_told_in_words_too(home, tmp_path):
    (tmp_path / "bad.gpx").write_text("no")

    lines = legday("import", tmp_path / "bad.gpx", home=home).out.splitlines()

    assert lines[0].endswith("1 refused.")
    assert lines[1].startswith("  bad.gpx: ")


def test_the_runs_fit_their_schema_and_are_in_order(home):
    value = legday("runs", "--today", TODAY, "--json", home=home).value

    jsonschema.validate(value, schema("runs"))
    starts = [run["start"] for run in value["runs"]]
    assert starts == sorted(starts)
    assert len(starts) >= 15


def test_the_list_has_a_line_per_run_under_its_head(home):
    lines = legday("runs", "list", "--today", TODAY, home=home).out.splitlines()

    assert lines[0].split() == ["day", "start", "kind", "time", "distance", "hardness", "id"]
    assert lines.index("") == 1 + len(listed(home))


def test_under_the_list_stand_the_last_weeks_and_the_average_minutes_a_day(home):
    value = legday("runs", "--today", TODAY, "--json", home=home).value
    lines = legday("runs", "--today", TODAY, home=home).out.splitlines()

    below = lines[lines.index("") + 1 :]
    starts = [week["start"] for week in value["weeks"]]
    assert starts[-1] == TODAY
    assert [line.split()[0] for line in below[1:-1]] == starts
    assert sum(week["runs"] for week in value["weeks"]) == len(value["runs"])
    assert sum(week["minutes"] for week in value["weeks"]) == sum(run["minutes"] for run in value["runs"])
    short, long = (round(value["minutes_a_day"][days]) for days in ("7", "42"))
    assert below[-1] == f"Minutes a day, on average: {short} over 7 days, {long} over 42 days."


def test_the_days_of_the_averages_are_the_runners_own_where_changed(tmp_path, sample_runs):
    changed = ANA.replace("[gear]", "[rules.loads]\ndays_short = 10\n[gear]")
    home = home_of_ana(tmp_path, profile=changed)
    legday("import", next(sample_runs.rglob("*.fit")), "--today", TODAY, home=home)

    assert list(legday("runs", "--today", TODAY, "--json", home=home).value["minutes_a_day"]) == ["10", "42"]


def test_without_runs_nothing_is_added_up(tmp_path):
    home = home_of_ana(tmp_path)

    assert "Minutes a day" not in legday("runs", "--today", TODAY, home=home).out
    assert legday("runs", "--today", TODAY, "--json", home=home).value["weeks"] == []


def test_since_leaves_older_runs_out(home):
    value = legday("runs", "--since", "2026-11-16", "--today", TODAY, "--json", home=home).value

    assert value["runs"]
    assert all(run["start"] >= "2026-11-16" for run in value["runs"])


def test_one_run_is_shown_by_its_day_or_its_id(home):
    run = listed(home)[0]

    by_day = legday("runs", "show", run["start"][:10], "--today", TODAY, home=home).out
    by_id = legday("runs", run["id"], "--today", TODAY, home=home).out

    assert by_day == by_id
    assert run["file"] in by_day


def test_a_corrected_kind_sticks(home):
    run = listed(home)[0]
    assert run["kind"] != "race"

    legday("runs", run["id"], "--kind", "race", "--today", TODAY, home=home)

    again = listed(home)[0]
    assert (again["kind"], again["kind_by_runner"]) == ("race", True)


def test_a_kind_nobody_knows_names_the_kinds(home):
    printed = legday("runs", listed(home)[0]["id"], "--kind", "eassy", home=home)

    assert printed.code == ExitCode.INPUT
    assert "easy" in printed.err


def test_a_kind_needs_a_run(home):
    assert legday("runs", "--kind", "easy", home=home).code == ExitCode.INPUT


def test_a_run_that_is_not_there_says_where_to_look(home):
    printed = legday("runs", "show", "1999-01-01", "--today", TODAY, home=home)

    assert printed.code == ExitCode.INPUT
    assert "legday runs" in printed.err


def test_words_nobody_understands_are_refused(home):
    assert legday("runs", "show", "a", "b", home=home).code == ExitCode.INPUT


def test_miles_are_shown_to_who_counts_in_miles(tmp_path, sample_runs):
    home = home_of_ana(tmp_path, profile=ANA.replace('"metric"', '"imperial"'))
    legday("import", next(sample_runs.rglob("*.fit")), "--today", TODAY, home=home)

    assert " mi " in legday("runs", "--today", TODAY, home=home).out


LATER = "2028-06-01"
"""More than 400 days after the sample's last run."""


def test_runs_too_old_to_be_listed_are_counted_and_found(home):
    known = listed(home)
    first = known[0]["start"][:10]

    told = legday("runs", "--today", LATER, home=home).out
    value = legday("runs", "--today", LATER, "--json", home=home).value
    since = legday("runs", "--since", first, "--today", LATER, "--json", home=home).value
    shown = legday("runs", "show", first, "--today", LATER, home=home)

    assert (
        f"{len(known)} older runs are kept and not shown; `legday runs --since {first}` shows them." in told
    )
    jsonschema.validate(value, schema("runs"))
    assert (value["runs"], value["older"]) == ([], len(known))
    assert [run["id"] for run in since["runs"]] == [run["id"] for run in known]
    assert known[0]["file"] in shown.out


def test_an_old_run_can_be_corrected_too(home):
    run = listed(home)[0]

    printed = legday("runs", run["id"], "--kind", "race", "--today", LATER, "--json", home=home)

    assert [(each["id"], each["kind"]) for each in printed.value["runs"]] == [(run["id"], "race")]


def test_no_word_of_older_runs_where_there_are_none(home):
    assert "not shown" not in legday("runs", "--today", TODAY, home=home).out
