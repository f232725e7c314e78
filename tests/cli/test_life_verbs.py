"""`legday skip`, `move`, `swap` and `away`: what each remembers, what changes, and what is refused."""

import jsonschema
import pytest

from legday.cli.exit_codes import ExitCode
from legday.writing.schema_files import schema
from terminal import TODAY, home_of_ana, legday

NOW = ("--today", TODAY)


@pytest.fixture(scope="module")
def _accepted(tmp_path_factory):
    home = home_of_ana(tmp_path_factory.mktemp("accepted"))
    assert legday("plan", "--accept", *NOW, home=home).code == 0
    return home


@pytest.fixture
def accepted(_accepted, tmp_path):
    """A home whose runner accepted a plan: workout A on Tuesday 24 and workout B on Tuesday 1 December."""
    import shutil

    return shutil.copytree(_accepted, tmp_path / "home")


def value(verb, *words, home):
    printed = legday(verb, *words, *NOW, "--json", home=home)
    assert printed.code == 0, printed.err
    jsonschema.validate(printed.value, schema(verb))
    return printed.value


def test_a_skipped_session_slides_and_says_why(accepted):
    told = value("skip", "--why", "travel", home=accepted)
    assert told["skipped"] == {"planned": "2026-11-24T18:00", "menu": "A", "why": "travel"}
    first = told["changes"][0]
    assert (first["before"], first["after"], first["what"]) == (
        "2026-11-24T18:00",
        "2026-11-26T18:00",
        "moved",
    )
    assert (first["cause"], first["why"]) == ("skipped", "You skipped it (travel).")


def test_a_session_is_named_by_its_date_or_its_letter(accepted):
    assert value("skip", "workout", "b", home=accepted)["skipped"]["menu"] == "B"
    assert value("skip", "2026-11-24", home=accepted)["skipped"]["planned"] == "2026-11-24T18:00"


def test_a_session_that_is_not_there_is_told_with_those_that_are(accepted):
    refused = legday("skip", "2026-11-25", *NOW, home=accepted)
    assert refused.code == ExitCode.INPUT
    assert "names no session of the plan" in refused.err
    assert "2026-11-24 (workout a)" in refused.err


def test_a_moved_session_stands_where_it_was_put(accepted):
    told = value("move", "2026-11-24", "2026-11-25T19:30", "--minutes", "40", home=accepted)
    assert told["moved"] == {"planned": "2026-11-24T18:00", "start": "2026-11-25T19:30", "minutes": 40}
    moved = told["changes"][0]
    assert (moved["after"], moved["cause"], moved["why"]) == (
        "2026-11-25T19:30",
        "moved-by-you",
        "You moved it.",
    )
    day = legday("why", "2026-11-25", *NOW, "--json", home=accepted).value
    assert day["day"]["sessions"][0]["why"]["day"][0] == "You moved it here from Tuesday 24 Nov 18:00."


def test_a_move_in_words_of_the_notation(accepted):
    lines = legday("move", "workout", "a", "to", "2026-11-25", "18:30", *NOW, home=accepted).out.splitlines()
    assert lines[0] == "Moved to Wed 25 Nov 18:30, 45 min."


def test_a_move_that_a_rule_forbids_is_refused_with_the_number_and_times_that_work(accepted):
    refused = legday("move", "workout", "a", "to", "2026-11-28", "18:30", *NOW, home=accepted)
    assert refused.code == ExitCode.INPUT
    assert "rule fresh-for-key-runs" in refused.err
    assert "48 h" in refused.err or "24 h" in refused.err
    times = refused.err.split("Maybe ")[1]
    assert times.count(" instead") == 3
    standing = legday("plan", *NOW, "--json", home=accepted).value["days"]
    assert any(session["start"] == "2026-11-24T18:00" for day in standing for session in day["sessions"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("workout", "a", "2026-11-22", "18:00"), "lies behind"),
        (("workout", "a", "2027-11-22", "18:00"), "lies beyond the plan"),
        (("workout", "a", "tomorrow"), "does not say when"),
        (("2026-11-24", "2026-11-25"), "does not say when"),
        ((), "Missing argument"),
    ],
)
def test_a_move_to_no_time_of_the_plan_is_refused(accepted, words, told):
    refused = legday("move", *words, *NOW, home=accepted)
    assert refused.code == ExitCode.INPUT
    assert told in " ".join(refused.err.replace("│", " ").split())


def test_stand_ins_are_listed_with_reasons(accepted):
    told = value("swap", "squat", home=accepted)
    assert told["swapped"] is None
    assert [one["exercise"] for one in told["stand_ins"][:2]] == ["goblet-squat", "split-squat"]
    lines = legday("swap", "squat", *NOW, home=accepted).out.splitlines()
    assert lines[0] == "Instead of squat, the best first:"
    assert " ".join(line.strip() for line in lines[1:3]) == (
        "Goblet squat (goblet-squat): nearly the same muscles; with dumbbells; "
        "the weight starts from 75 % of what you show in squat, body included"
    )


def test_a_stand_in_says_why_it_is_kinder_and_what_becomes_of_the_weight(accepted):
    legday("hurt", "front-knee", "4", *NOW, home=accepted)
    whys = {one["exercise"]: one["why"] for one in value("swap", "squat", home=accepted)["stand_ins"]}

    assert whys["box-squat"] == (
        "nearly the same muscles; easier on the knee; good to keep doing with what hurts; with bench and dumbbells; "
        "the weight starts from 95 % of what you show in squat, body included"
    )
    assert whys["reverse-lunge"].endswith("; the weight starts light: squat says nothing about it")


def test_a_swap_changes_the_sessions_up_to_its_last_day_and_ends_by_itself(accepted):
    told = value("swap", "squat", "split squat", "--until", "2026-12-10", "--why", "knee", home=accepted)
    assert told["swapped"]["now"] == "split-squat"
    menus = [one for one in told["changes"] if one["what"] == "menu: + split-squat, − squat"]
    assert menus
    assert {one["cause"] for one in menus} == {"swapped"}
    assert max(one["before"] for one in menus) < "2026-12-11"
    back = value("swap", "squat", "squat", home=accepted)
    assert back["changes"][0]["what"] == "menu: + squat, − split-squat"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("squat", "deadlift"), "is another movement than squat (hip instead of knee)"),
        (("squat", "lunges-on-the-moon"), "is not a name legday knows"),
        (("walking-lunge", "jump-squat"), "movement"),
        (("deadlift", "hamstring-curl", "--until", "2026-11-01"), "lies behind"),
        (("hamstring-curl", "slider-curl"), "needs gear that is not there"),
    ],
)
def test_a_swap_that_cannot_be_is_refused(accepted, words, told):
    refused = legday("swap", *words, *NOW, home=accepted)
    assert refused.code == ExitCode.INPUT
    assert told in refused.err


def test_days_away_are_planned_with_what_is_there(accepted):
    told = value(
        "away", "2026-12-01..2026-12-05", "--with", "body,bands", "--opening", "07:00 30", home=accepted
    )
    assert told["away"]["gear"] == ["bands", "body"]
    assert len(told["away"]["openings"]) == 5
    assert {one["cause"] for one in told["changes"] if (one["before"] or "").startswith("2026-12-01")} == {
        "away"
    }
    assert told["notes"][-1].startswith("Away from 1 Dec to 5 Dec with other gear at other hours")


def test_days_away_without_leg_work_hold_none_and_say_so(accepted):
    told = value("away", "2026-11-24..2026-11-29", "--no-legs", home=accepted)
    assert told["away"]["openings"] == []
    plan = legday("plan", *NOW, "--json", home=accepted).value
    held = [session["start"] for day in plan["days"] for session in day["sessions"]]
    assert min(held) > "2026-11-30"
    why = legday("why", "2026-11-24", *NOW, home=accepted).out
    assert "You are away until Sunday 29 Nov, without leg work." in why


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("2026-12-05..2026-12-01", "runs backwards"),
        ("2026-11-01..2026-11-02", "lies behind"),
        ("soon", "is not a date"),
    ],
)
def test_days_that_are_none_are_refused(accepted, days, told):
    refused = legday("away", days, "--no-legs", *NOW, home=accepted)
    assert refused.code == ExitCode.INPUT
    assert told in " ".join(refused.err.replace("│", " ").split())
