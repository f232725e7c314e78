"""`legday plan`, `why`, `today`, `check` and `export`."""

import json

import jsonschema
import pytest
from icalendar import Calendar

from legday.cli.exit_codes import ExitCode
from legday.writing.prescriptions import PAIN
from legday.writing.schema_files import schema
from terminal import ANA, TODAY, home_of_ana, legday


def planned(home, *words, today=TODAY):
    return legday("plan", "--weeks", "6", "--today", today, *words, home=home)


def plan_of(home, today=TODAY):
    return planned(home, "--json", today=today).value


def sessions(plan):
    return [session for day in plan["days"] for session in day["sessions"]]


def without_ms(plan):
    return {**plan, "solver": [{**stage, "ms": 0} for stage in plan["solver"]]}


def test_the_plan_fits_its_schema_and_its_openings(home):
    plan = plan_of(home)

    jsonschema.validate(plan, schema("plan"))
    assert sessions(plan)
    assert all(session["start"][11:] == "18:00" for session in sessions(plan))
    assert all(session["minutes"] <= 45 for session in sessions(plan))


def test_the_same_facts_give_the_same_plan(home):
    assert without_ms(plan_of(home)) == without_ms(plan_of(home))


def test_people_get_the_weeks_then_two_weeks_of_sessions_with_reasons(home):
    lines = planned(home).out.splitlines()

    assert lines[0].startswith("Plan from 23 Nov 2026, style evidence, ")
    assert sum(line.startswith(("23 Nov ", "30 Nov ")) for line in lines) == 2
    assert any(line.startswith("    Why this day: ") for line in lines)
    assert "Sun 6 Dec" in lines
    assert "Mon 7 Dec" not in lines


def test_an_accepted_plan_is_the_one_in_force(home):
    printed = planned(home, "--accept", "--json")

    assert "sessions are promised" in printed.err
    first = sessions(printed.value)[0]
    shown = legday("today", "--today", first["start"][:10], "--json", home=home).value
    assert shown["day"]["sessions"] == [first]


def test_planning_again_with_nothing_changed_changes_nothing(home):
    accepted = planned(home, "--accept", "--json").value

    assert sessions(plan_of(home)) == sessions(accepted)
    assert "Changed" not in planned(home).out


def test_sessions_behind_count_as_done_and_the_plan_says_so(home):
    planned(home, "--accept")

    later = plan_of(home, today="2026-12-04")

    assert any("taken as done" in note for note in later["notes"])


def test_two_days_after_a_session_that_was_new_a_plan_is_still_found(home):
    planned(home, "--accept")

    assert sessions(plan_of(home, today="2026-11-25"))


def test_openings_that_go_away_show_as_changes(home, tmp_path):
    planned(home, "--accept")
    (tmp_path / "other.toml").write_text(ANA.replace('weekday = "tue"', 'weekday = "wed"'), encoding="utf-8")
    legday("init", "--from", tmp_path / "other.toml", home=home)

    printed = planned(home).out

    assert "Changed " in printed
    assert "  Why: " in printed


def test_the_changes_and_their_reasons_are_in_the_json_and_check_takes_them(home, tmp_path):
    planned(home, "--accept")
    (tmp_path / "other.toml").write_text(ANA.replace('weekday = "tue"', 'weekday = "wed"'), encoding="utf-8")
    legday("init", "--from", tmp_path / "other.toml", home=home)

    plan = plan_of(home)
    (tmp_path / "plan.json").write_text(json.dumps(plan), encoding="utf-8")

    jsonschema.validate(plan, schema("plan"))
    assert {"moved", "went"} & {change["what"] for change in plan["changes"]}
    assert any(change["why"] for change in plan["changes"])
    checked = legday("check", tmp_path / "plan.json", "--today", TODAY, "--json", home=home).value
    assert checked["sessions"] == len(sessions(plan))


def test_check_asks_for_promises_on_the_days_of_the_plan_only(home, tmp_path):
    promised = [session["start"] for session in sessions(planned(home, "--accept", "--json").value)]
    assert min(promised)[:10] == "2026-11-24"
    (tmp_path / "plan.txt").write_text(
        "2026-11-23 18:00 45 min A: squat 2x10\n2026-11-26 18:00 45 min B: step-up 2x12\n"
    )

    printed = legday("check", tmp_path / "plan.txt", "--today", TODAY, "--json", home=home)

    kept = [found["days"] for found in printed.value["findings"] if found["rule"] == "keep-promises"]
    assert kept == [[start[:10]] for start in promised if start[:10] == "2026-11-24"]


def test_why_tells_the_reasons_of_a_session(home):
    first = sessions(plan_of(home))[0]

    printed = legday("why", first["start"][:10], "--today", TODAY, "--weeks", "6", home=home)

    assert " ".join(first["why"]["day"][0].split()[:6]) in " ".join(printed.out.split())


def test_why_fits_its_schema_on_every_day(home):
    for day in planned(home, "--accept", "--json").value["days"][:7]:
        printed = legday("why", day["date"], "--today", TODAY, "--json", home=home)
        jsonschema.validate(printed.value, schema("why"))


def test_why_says_what_keeps_an_opening_free(home):
    unused = plan_of(home)["unused"][0]

    printed = legday("why", unused["start"][:10], "--today", TODAY, "--weeks", "6", home=home).out

    assert "is not used:" in printed


def test_why_says_that_a_day_has_no_opening(home):
    assert "No opening on this day." in legday("why", "2026-11-28", "--today", TODAY, home=home).out


def test_a_day_outside_the_plan_names_the_days_inside(home):
    printed = legday("why", "2030-01-01", "--today", TODAY, "--weeks", "6", home=home)

    assert printed.code == ExitCode.INPUT
    assert "a day from 2026-11-23 to 2027-01-03" in printed.err


def test_today_names_the_next_session(home):
    printed = legday("today", "--today", TODAY, "--json", home=home)

    jsonschema.validate(printed.value, schema("today"))
    assert printed.value["next"]["start"] > TODAY
    assert "Next: " in legday("today", "--today", TODAY, home=home).out


def test_today_says_when_to_stop(home):
    assert f"  {PAIN}\n" in legday("today", "--today", TODAY, home=home).out


def test_check_fails_on_a_plan_with_a_broken_must(home, tmp_path):
    (tmp_path / "plan.txt").write_text(
        "2026-11-24 18:00 45 min A: squat 3x10 20 kg\n2026-11-25 18:00 45 min B: squat 3x10 20 kg\n"
    )

    printed = legday("check", tmp_path / "plan.txt", "--today", TODAY, "--json", home=home)

    assert printed.code == ExitCode.FINDINGS
    jsonschema.validate(printed.value, schema("check"))
    assert "leg-spacing" in {found["rule"] for found in printed.value["findings"] if found["level"] == "must"}


def test_check_tells_people_what_is_broken(home, tmp_path):
    (tmp_path / "plan.json").write_text(json.dumps(plan_of(home)))

    printed = legday("check", tmp_path / "plan.json", "--today", TODAY, home=home)

    assert printed.code == ExitCode.OK
    assert "no MUST is broken" in " ".join(printed.out.split())


def test_check_reads_standard_input(home):
    plan = planned(home, "--json").out

    assert legday("check", "-", "--today", TODAY, home=home, given=plan).code == ExitCode.OK


def test_check_refuses_what_is_no_plan(home, tmp_path):
    (tmp_path / "plan.json").write_text("{")

    printed = legday("check", tmp_path / "plan.json", "--today", TODAY, home=home)

    assert printed.code == ExitCode.INPUT
    assert "plan.json" in printed.err


def test_export_writes_every_form(home, tmp_path):
    planned(home, "--accept")
    paths = {form: tmp_path / f"plan.{form}" for form in ("ics", "json", "md", "journal")}
    words = [word for form, path in paths.items() for word in (f"--{form}", path)]

    assert legday("export", *words, "--today", TODAY, home=home).code == 0

    plan = json.loads(paths["json"].read_text(encoding="utf-8"))
    events = Calendar.from_ical(paths["ics"].read_bytes()).walk("VEVENT")
    jsonschema.validate(plan, schema("plan"))
    assert len(events) == len(sessions(plan))
    assert paths["md"].read_text(encoding="utf-8").startswith("# Leg plan from 23 Nov 2026")
    promises = [
        line for line in paths["journal"].read_text(encoding="utf-8").splitlines() if " promise " in line
    ]
    assert len(promises) == len(sessions(plan))


def test_the_calendar_counts_the_plans_accepted(home):
    def sequence():
        data = legday("export", "--ics", "-", "--today", TODAY, home=home).out
        return Calendar.from_ical(data).walk("VEVENT")[0]["sequence"]

    before = sequence()
    planned(home, "--accept")

    assert (before, sequence()) == (0, 1)


def test_the_journal_holds_what_the_runner_said_of_a_run_in_local_time(home):
    run = legday("runs", "--today", TODAY, "--json", home=home).value["runs"][0]
    legday("runs", run["id"], "--kind", "quality", "--today", TODAY, home=home)

    journal = legday("export", "--journal", "-", "--today", TODAY, home=home).out

    assert f"{run['start'][:10]} run quality at {run['start'][11:16]}\n" in journal.splitlines(keepends=True)


def test_export_needs_to_know_what(home):
    printed = legday("export", home=home)

    assert printed.code == ExitCode.INPUT
    assert "--ics" in printed.err


def test_a_file_that_cannot_be_written_is_a_file_problem(home, tmp_path):
    printed = legday("export", "--md", tmp_path / "no" / "plan.md", "--today", TODAY, home=home)

    assert printed.code == ExitCode.FILE


@pytest.mark.parametrize("weeks", ["0", "31"])
def test_weeks_have_bounds(home, weeks):
    assert legday("plan", "--weeks", weeks, home=home).code == ExitCode.INPUT


def test_a_home_without_openings_still_gets_an_answer(tmp_path):
    bare = 'name = "Bo"\nborn = 1990\nbody_mass_kg = 70\n'

    printed = planned(home_of_ana(tmp_path, profile=bare))

    assert printed.code == ExitCode.OK
    assert ", 0 sessions." in printed.out


SHORT_OF_TIME = (
    ANA.replace('style = "evidence"', 'style = "article"')
    .replace("minutes = 45", "minutes = 35")
    .replace("sessions_a_week = 2", "sessions_a_week = 2\nsupersets = true")
)


def test_the_plan_says_which_exercises_go_together(tmp_path):
    home = home_of_ana(tmp_path, profile=SHORT_OF_TIME)
    value = plan_of(home)
    pairs = {(first, second) for each in sessions(value) for first, second in each["supersets"]}

    jsonschema.validate(value, schema("plan"))
    assert ("squat", "calf-raise") in pairs
    assert "    Superset: Squat with Calf raise" in planned(home).out.splitlines()


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (
            "[gear]",
            "[health]\npregnant = true\n[gear]",
            ["pregnancy.", "`clinician_confirmed = true` under `[health]`"],
        ),
        ("born = 1991", "born = 2010", ["Under 18", "`guardian_or_coach = true` under `[health]`"]),
        ("2027-04-11", "2026-12-06", ["An A race is less than 21 days away"]),
    ],
)
def test_a_plan_without_sessions_says_why_once_and_what_frees_it(tmp_path, was, now, told):
    home = home_of_ana(tmp_path, profile=ANA.replace(was, now))

    printed = " ".join(legday("plan", "--weeks", "2", "--today", TODAY, home=home).out.split())

    assert [printed.count(words) for words in told] == [1] * len(told)


def test_a_plan_with_sessions_names_no_key_of_the_profile(home):
    assert "[health]" not in planned(home).out


def test_the_table_of_weeks_fits_80_columns_with_three_sessions(tmp_path):
    thrice = ANA.replace("sessions_a_week = 2", "sessions_a_week = 3")
    thrice = thrice.replace('"tue"', '"mon"').replace('"thu"', '"wed"')
    thrice += '[[openings]]\nweekday = "fri"\nstart = "18:00"\nminutes = 45\n'
    home = home_of_ana(tmp_path, profile=thrice)

    lines = planned(home).out.splitlines()

    head = next(place for place, line in enumerate(lines) if line.startswith("week of"))
    weeks = lines[head : head + 7]
    assert any(line.count(" 18:00 ") == 3 for line in weeks)
    assert max(map(len, weeks)) <= 80
    assert lines[head + 7].startswith("held: sessions planned of those wanted.")
