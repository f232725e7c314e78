"""The verbs that look back: what changed since the plan was accepted, what was said, what is taken back."""

import shutil

import jsonschema
import pytest

from legday.actions.history import HistoryReport, history
from legday.cli.exit_codes import ExitCode
from legday.cli.history import history_lines
from legday.store import open_store
from legday.writing.schema_files import schema
from story_plans import catalogue_in_english
from terminal import ANA, TODAY, home_of_ana, legday

TUESDAY, WEDNESDAY, SATURDAY = "2026-11-24", "2026-11-25", "2026-11-28"


@pytest.fixture(scope="module")
def _accepted_once(tmp_path_factory):
    profile = ANA.split("[[usual_week]]")[0].replace('"thu"', '"sat"')
    home = home_of_ana(tmp_path_factory.mktemp("ana"), profile=profile)
    printed = legday("plan", "--weeks", "6", "--today", TODAY, "--accept", "--json", home=home)
    assert printed.code == 0, printed.err
    held = {day["date"] for day in printed.value["days"] if day["sessions"]}
    assert {TUESDAY, SATURDAY} <= held
    return home


@pytest.fixture
def accepted(tmp_path, _accepted_once):
    """The home of Ana, who has said yes to a plan of six weeks, on Tuesdays and Saturdays."""
    return shutil.copytree(_accepted_once, tmp_path / "home")


def changes(home, today, *words):
    printed = legday("changes", "--today", today, "--json", *words, home=home)
    jsonschema.validate(printed.value, schema("changes"))
    return printed.value


def logged(home, *words, today=TUESDAY):
    printed = legday("log", *words, "--today", today, home=home)
    assert printed.code == 0, printed.err


def test_without_an_accepted_plan_changes_says_how_to_have_one(tmp_path):
    home = home_of_ana(tmp_path)

    assert "legday plan --accept" in legday("changes", "--today", TODAY, home=home).out
    assert changes(home, TODAY) == {
        "accepted": None,
        "until": None,
        "changes": [],
        "later": 0,
        "asked": [],
    }


def test_while_nothing_is_said_nothing_changes(accepted):
    value = changes(accepted, SATURDAY, "--all")

    assert (value["accepted"], value["until"]) == (TODAY, "2027-01-03")
    assert (value["changes"], value["later"]) == ([], 0)
    assert "holds: nothing changes." in legday("changes", "--today", SATURDAY, home=accepted).out


def test_a_plan_that_is_over_says_so(accepted):
    printed = legday("changes", "--today", "2027-01-04", home=accepted)

    assert "is over" in printed.out
    assert changes(accepted, "2027-01-04")["until"] is None


def test_a_session_done_as_promised_changes_nothing(accepted):
    logged(accepted, "done")

    assert changes(accepted, TUESDAY, "--all")["changes"] == []
    assert changes(accepted, WEDNESDAY, "--all")["changes"] == []


def test_a_skipped_session_is_a_change_with_its_cause(accepted):
    skipped = legday("skip", SATURDAY, "--why", "travel", "--today", WEDNESDAY, home=accepted)
    assert skipped.code == 0, skipped.err

    near = changes(accepted, WEDNESDAY)

    assert {change["cause"] for change in near["changes"]} >= {"skipped"}
    printed = legday("changes", "--today", WEDNESDAY, home=accepted).out
    assert "Changed Sat 28 Nov 18:00" in printed
    assert "  Why: " in printed


def test_far_changes_are_counted_and_shown_when_asked_for(accepted):
    logged(accepted, "squat 2x6 10 kg rir 5")

    near, everything = changes(accepted, WEDNESDAY), changes(accepted, WEDNESDAY, "--all")

    assert everything["later"] == 0
    assert near["later"] == len(everything["changes"]) - len(near["changes"]) > 0
    assert all((change["before"] or change["after"])[:10] < "2026-12-09" for change in near["changes"])
    assert f"{near['later']} more later" in legday("changes", "--today", WEDNESDAY, home=accepted).out


def test_undo_brings_back_the_very_plan_that_was_accepted(accepted):
    before = legday("why", SATURDAY, "--today", WEDNESDAY, "--json", home=accepted).value
    legday("skip", SATURDAY, "--today", WEDNESDAY, home=accepted)
    between = legday("why", SATURDAY, "--today", WEDNESDAY, "--json", home=accepted).value

    undone = legday("undo", "--json", home=accepted)

    jsonschema.validate(undone.value, schema("undo"))
    assert [one["kind"] for one in undone.value["taken_back"]] == ["session-skipped"]
    assert legday("why", SATURDAY, "--today", WEDNESDAY, "--json", home=accepted).value == before != between


def test_undo_tells_what_it_took_back_and_how_to_have_it_again(accepted):
    logged(accepted, "squat 2x10 500 kg", "--yes")

    printed = legday("undo", home=accepted).out

    assert "Taken back: 2026-11-24 squat 2x10 500 kg" in printed
    again = printed.split("`legday undo ")[1].split("`")[0]
    assert "Brought back: 2026-11-24 squat 2x10 500 kg" in legday("undo", again, home=accepted).out


def test_the_past_is_told_in_pounds_to_a_runner_who_lifts_pounds(tmp_path):
    home = home_of_ana(tmp_path, profile=ANA.replace('"metric" ', '"imperial" '))
    text = tmp_path / "log.txt"
    text.write_text(f"{TODAY} weigh 140 lb\n{TODAY} squat 3x10 22 lb\n", encoding="utf-8")
    assert legday("log", text, "--today", TODAY, home=home).code == 0

    told = legday("history", home=home)
    as_data = legday("history", "--json", home=home).value["happened"]
    undone = legday("undo", home=home).out

    assert "weigh 140 lb" in told.out
    assert "squat 3x10 22 lb" in told.out
    assert " kg" not in told.out
    assert "squat 3x10 9.979 kg" in str(as_data)
    assert "Taken back: 2026-11-23 squat 3x10 22 lb" in undone


def test_undo_of_nothing_said_is_refused(tmp_path):
    home = home_of_ana(tmp_path)

    assert legday("undo", home=home).code == ExitCode.INPUT
    assert legday("undo", "ffffffff", home=home).code == ExitCode.INPUT


def test_the_past_can_be_asked_for_by_exercise(accepted):
    logged(accepted, "squat 2x10 10 kg")

    printed = legday("history", "squat", "--json", home=accepted)

    jsonschema.validate(printed.value, schema("history"))
    assert printed.value["exercise"] == "squat"
    assert "2026-11-24 squat 2x10 10 kg" in printed.value["happened"][0]["lines"]
    assert legday("history", "sqat", home=accepted).code == ExitCode.INPUT


def test_the_past_is_shown_with_ids_that_undo_takes(accepted):
    legday("weigh", "71.5", "kg", "--today", TUESDAY, "--yes", home=accepted)
    first = legday("history", home=accepted).out.splitlines()[0]
    assert first.startswith("2026-11-24 weigh 71.5 kg [")

    taken = legday("undo", first[-9:-1], home=accepted)

    assert "Taken back: 2026-11-24 weigh 71.5 kg" in taken.out


def test_a_long_past_is_cut_and_says_how_to_see_it(accepted):
    store = open_store(accepted)
    report = history(store, catalogue_in_english())
    store.close()

    first, rest = history_lines(report, most=1)

    assert first == f"{report.happened[0].lines[0]} [{report.happened[0].name}]"
    assert rest == f"1 older: `legday history --since {report.happened[-1].day}` shows them."
    assert len(history_lines(report, most=None)) == 2
    assert history_lines(HistoryReport(happened=()), most=1) == ["Nothing is known: `legday log` begins."]


def test_nothing_known_of_an_exercise_is_said(accepted):
    assert "Nothing is known of step-up" in legday("history", "step-up", home=accepted).out


def test_a_session_nobody_spoke_of_is_asked_about(accepted):
    logged(accepted, "done")

    later = legday("plan", "--today", "2026-11-30", "--json", home=accepted).value

    asked = "Nothing was said of Saturday's session (28 Nov): `legday log done --date 2026-11-28` or `legday skip 2026-11-28`."
    assert asked in later["notes"]
    assert asked in changes(accepted, "2026-11-30")["asked"]
    assert not any("taken as done" in note for note in later["notes"])
