"""`legday log`: in a line, as planned, from a text, set by set; and `legday weigh`."""

import shutil

import jsonschema
import pytest

from legday.cli.exit_codes import ExitCode
from legday.store import open_store
from legday.writing.schema_files import schema
from terminal import TODAY, home_of_ana, legday

DAY = "2026-11-24"


@pytest.fixture(scope="module")
def _accepted(tmp_path_factory):
    home = home_of_ana(tmp_path_factory.mktemp("ana"))
    legday("plan", "--weeks", "6", "--today", TODAY, "--accept", home=home)
    return home


@pytest.fixture
def ana(tmp_path, _accepted):
    """A home of Ana's with an accepted plan; its first session is on Tuesday 24 Nov at 18:00."""
    return shutil.copytree(_accepted, tmp_path / "home")


def logged(home, *words, today=DAY, given=None):
    return legday("log", *words, "--today", today, home=home, given=given)


def tags(home):
    with open_store(home) as store:
        return [entry.tag for entry in store.entries()]


def journal(home, today="2026-12-31"):
    return legday("export", "--journal", "-", "--today", today, home=home).out.splitlines()


def facts_of(lines):
    return [line for line in lines if " promise " not in line]


def test_a_session_is_logged_in_one_line(ana):
    said = "squat 2x10 10 kg rir 3, walking-lunge 2x12, calf raise 2x15"

    done = logged(ana, said, "--at", "18:05", "--minutes", "40", "--effort", "6")

    assert done.code == ExitCode.OK, done.err
    assert facts_of(journal(ana)) == [
        "2026-11-24 session workout a 18:05 40 min effort 6/10 planned 2026-11-24 18:00",
        "2026-11-24 squat 2x10 10 kg rir 3",
        "2026-11-24 walking-lunge 2x12 bodyweight",
        "2026-11-24 calf-raise 2x15 bodyweight",
    ]


def test_the_answer_says_what_comes_next_of_each_exercise_and_why(ana):
    done = logged(ana, "squat 2x10 10 kg rir 4")

    lines = done.out.splitlines()
    next_squat = lines.index("Next:") + 1
    assert lines[next_squat].startswith("  Tue 8 Dec Squat: ")
    assert lines[next_squat + 1].startswith("    ")


def test_the_answer_as_json_fits_its_schema(ana):
    value = logged(ana, "squat 2x10 10 kg rir 4", "--json").value

    jsonschema.validate(value, schema("log"))
    assert value["kept"][1] == "2026-11-24 squat 2x10 10 kg rir 4"
    assert [one["prescription"]["exercise"] for one in value["next"]] == ["squat"]


@pytest.mark.parametrize("name", ["log", "progress", "today", "weigh"])
def test_what_schemas_share_with_the_plan_is_the_same_in_both(name):
    plan, own = schema("plan")["$defs"], schema(name)["$defs"]

    assert {part: own[part] for part in own if part in plan} == {
        part: plan[part] for part in own if part in plan
    }


def test_a_session_done_just_as_planned_changes_nothing_else(ana):
    before = legday("plan", "--weeks", "6", "--today", DAY, "--json", home=ana).value

    done = logged(ana, "done")

    after = legday("plan", "--weeks", "6", "--today", DAY, "--json", home=ana).value
    assert "Nothing else changes in the plan." in done.out
    later = [day["sessions"] for day in before["days"] if day["date"] > DAY]
    assert [day["sessions"] for day in after["days"] if day["date"] > DAY] == later


def test_done_with_another_reserve_and_an_exception(ana):
    logged(ana, "done", "--rir", "2", "--except", "squat 1x8 10 kg rir 0")

    lines = facts_of(journal(ana))
    assert "2026-11-24 squat 1x8 10 kg rir 0" in lines
    assert "2026-11-24 deadlift 2x8 15 kg rir 2" in lines


def test_done_on_a_day_without_a_session_is_refused(ana):
    refused = logged(ana, "done", today="2026-11-25")

    assert refused.code == ExitCode.INPUT
    assert "'2026-11-25' has no planned session" in refused.err


def test_done_twice_is_refused(ana):
    logged(ana, "done")

    refused = logged(ana, "done")

    assert "has its session logged already" in refused.err
    assert tags(ana).count("session-done") == 1


def test_a_session_done_the_day_after_is_the_one_that_was_planned(ana):
    logged(
        ana, "squat 2x10 10 kg, walking-lunge 2x12, deadlift 2x8 15 kg, calf-raise 2x15", today="2026-11-25"
    )

    assert "planned 2026-11-24 18:00" in facts_of(journal(ana))[0]


def test_an_unplanned_session_is_one_too(ana):
    done = logged(ana, "hip-thrust 2x10 20 kg", "--yes", today="2026-11-28")

    assert done.code == ExitCode.OK, done.err
    assert facts_of(journal(ana))[0] == "2026-11-28 session 12:00"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("squat 3x10 500 kg", "500 kg is more than 3 times your body mass (62 kg)"),
        ("squat 3x10 20 kg", "20 kg is far above the 10 kg known so far"),
        ("squat 3x10 11 kg", "11 kg cannot be built from your gear; the nearest is 10 kg"),
        ("squat 3x0 10 kg", "a set of 0 repetitions; what was not done is left out"),
        ("squat 3x100 10 kg", "100 repetitions are more than 3 times the 10 expected"),
    ],
)
def test_what_looks_mistyped_is_refused_where_nobody_can_be_asked_and_kept_with_yes(ana, said, told):
    refused = logged(ana, said)

    assert refused.code == ExitCode.INPUT
    assert told in refused.err
    assert "Maybe --yes, if it is so." in refused.err
    assert "session-done" not in tags(ana)


def test_a_second_session_of_a_day_is_asked_about(ana):
    logged(ana, "done")

    assert "A session at 18:00 on 24 Nov 2026 is logged already." in logged(ana, "squat 1x10 10 kg").err
    assert logged(ana, "squat 1x10 10 kg", "--yes").code == ExitCode.OK


def test_set_by_set_a_leg_of_a_lift_of_both_legs_is_refused_and_asked_again(ana):
    done = logged(ana, given="left 8 right 6\n8\nstop\n")

    assert "'left' names a leg, but both legs do this exercise together. Maybe 8 without a side" in done.out
    assert "2026-11-24 squat 1x8 10 kg rir 4" in facts_of(journal(ana))


def test_a_text_of_days_before_the_runner_was_born_is_refused_with_its_line(ana, tmp_path):
    text = tmp_path / "log.txt"
    text.write_text("2026-11-23 sore 2/10\n1926-11-24 squat 3x10 10 kg\n", encoding="utf-8")

    refused = logged(ana, text)

    assert refused.code == ExitCode.INPUT
    assert "line 2: '1926-11-24' is before you were born, or more than 100 years ago" in refused.err
    assert "soreness-felt" not in tags(ana)


@pytest.mark.parametrize("later", [[], ["--at", "20:30"], ["--at", "21:45"]])
def test_a_session_told_in_two_parts_is_one_of_the_week_and_is_not_asked_about(ana, later):
    logged(ana, "squat 2x10 10 kg, walking-lunge 2x12", "--date", DAY, today="2026-11-25")
    second = logged(ana, "deadlift 2x8 15 kg", "--date", DAY, *later, today="2026-11-25")
    weeks = legday("plan", "--today", "2026-11-25", "--json", home=ana).value["weeks"]

    assert second.code == ExitCode.OK, second.err
    assert weeks[0]["sessions"] == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["sqat 3x10"], "Maybe you meant squat"),
        (["squat 3*10"], "'3*10' is not an exercise or sets"),
        (["squat 3x30 s"], "are seconds, but this exercise is counted in repetitions"),
        (["squat 3x10", "--date", "2026-11-25"], "is still to come"),
        (["squat 3x10", "--date", "1926-11-24"], "is before you were born"),
        (
            ["squat 3x10 left"],
            "squat: 'left' names a leg, but both legs do this exercise together. Maybe squat 3x10 without",
        ),
        (["calf-raise 3x15 10 kg right"], "without a side, or single-leg-calf-raise."),
        (["squat 3x10", "--rir", "2"], "does not go with --rir or --except"),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_remedy(ana, words, told):
    refused = logged(ana, *words)

    assert refused.code == ExitCode.INPUT
    assert told in refused.err


def test_set_by_set_enter_is_as_asked_and_each_set_is_kept_at_once(ana):
    done = logged(ana, given="\n8 rir 1\n")

    assert done.code == ExitCode.OK, done.err
    assert "Squat, set 1 of 2: 10 (10–12) at 10 kg (2 × 5 kg dumbbells), 4 in reserve" in done.out
    assert "Kept so far; `legday log` goes on with it." in done.out
    assert tags(ana).count("set-done") == 2
    assert "session-done" not in tags(ana)


def test_set_by_set_goes_on_where_it_stopped_and_ends_with_effort_and_minutes(ana):
    logged(ana, given="\n8 rir 1\nstop\n")

    done = logged(ana, given="skip\n\n\n\n\nheld\n25\n11\n6\n35\n")

    assert "Going on with the session of 18:00: 2 sets are kept." in done.out
    assert "'held' is not what was done" in done.out
    assert "'11' is not a number from 0 to 10." in done.out
    assert facts_of(journal(ana)) == [
        "2026-11-24 session workout a 18:00 35 min effort 6/10 planned 2026-11-24 18:00",
        "2026-11-24 squat 1x10 10 kg rir 4",
        "2026-11-24 squat 1x8 10 kg rir 1",
        "2026-11-24 deadlift 2x8 15 kg rir 4",
        "2026-11-24 calf-raise 2x15 bodyweight rir 4",
        "2026-11-24 side-plank 1x25 s bodyweight rir 4",
    ]


def test_set_by_set_a_mistyped_weight_is_not_kept(ana):
    done = logged(ana, given="8 500 kg\n8 10 kg\n")

    assert "500 kg is more than 3 times your body mass" in done.out
    assert facts_of(journal(ana))[1:] == ["2026-11-24 squat 1x8 10 kg rir 4"]


def test_set_by_set_a_pain_is_kept_and_answered(ana):
    done = logged(ana, given="\nhurt achilles left 4/10\nstop\n")

    assert done.code == ExitCode.OK, done.err
    assert "2026-11-24 pain achilles left 4/10 during" in facts_of(journal(ana))


def test_nothing_said_is_nothing_kept(ana):
    done = logged(ana, given="")

    assert "Nothing was kept." in done.out
    assert set(tags(ana)) == {"profile-set", "plan-accepted"}


def test_the_journal_is_read_back_from_its_text(ana, tmp_path):
    text = """\
2026-11-24 session workout a 18:05 50 min effort 7/10 planned 2026-11-24 18:00
2026-11-24 squat 2x10,8 10 kg rir 2
2026-11-24 split-squat 1x8 10 kg left "wobbly"
2026-11-24 split-squat 1x9 10 kg right
2026-11-24 squat 1x5 warm-up
2026-11-25 pain achilles left 3/10 next-morning worsens,night
2026-11-25 sore 6/10 limp
2026-11-25 slept 5:30 ready 2/5
2026-11-25 weigh 61.5 kg
2026-11-26 ill to 2026-11-28 "cold"
2026-11-29 away to 2026-12-02 with body,bands no legs
2026-12-03 skip workout b 18:00 "travel"
2026-12-04 swap squat for box-squat to 2026-12-20 "knee"
"""
    (tmp_path / "march.txt").write_text(text, encoding="utf-8")

    done = logged(ana, tmp_path / "march.txt", "--yes", today="2026-12-05")

    assert done.code == ExitCode.OK, done.err
    assert facts_of(journal(ana)) == text.splitlines()
    (tmp_path / "again").mkdir()
    fresh = home_of_ana(tmp_path / "again")
    exported = legday("export", "--journal", "-", "--today", "2026-12-05", home=ana).out
    again = legday("log", "-", "--yes", "--today", "2026-12-05", home=fresh, given=exported)
    assert again.code == ExitCode.OK, again.err
    assert "promised sessions; `legday plan --accept` promises." in again.out
    assert facts_of(journal(fresh)) == text.splitlines()


def test_a_text_that_does_not_parse_keeps_nothing(ana, tmp_path):
    (tmp_path / "march.txt").write_text("2026-11-24 squat 2x10\nnonsense\n", encoding="utf-8")

    refused = logged(ana, tmp_path / "march.txt")

    assert "march.txt: line 2: 'nonsense' is not a date" in refused.err
    assert "session-done" not in tags(ana)


def test_a_body_mass_is_remembered(ana):
    said = legday("weigh", "61.5", "kg", "--today", DAY, home=ana)
    value = legday("weigh", "136 lb", "--date", DAY, "--today", DAY, "--json", home=ana).value

    assert said.out == "Body mass from 2026-11-24 on: 61.5 kg (before: 62 kg).\n"
    jsonschema.validate(value, schema("weigh"))
    assert value == {"date": DAY, "body_mass_g": 61_689, "before_g": 61_500}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("72 kg", "72 kg is far from the 62 kg known so far."),
        ("52 kg", "52 kg is far from the 62 kg known so far."),
        ("24 kg", "24 kg is an unusual body mass."),
        ("260 kg", "260 kg is an unusual body mass."),
    ],
)
def test_a_body_mass_far_off_is_kept_only_where_it_is_meant(ana, tmp_path, said, told):
    refused = legday("weigh", said, "--today", DAY, home=ana)
    text = tmp_path / "log.txt"
    text.write_text(f"{DAY} weigh {said}\n", encoding="utf-8")
    in_a_text = logged(ana, text)

    assert (refused.code, in_a_text.code) == (ExitCode.INPUT, ExitCode.INPUT)
    assert f"weigh: '{told}' looks mistyped; nothing is kept. Maybe --yes, if it is so." in refused.err
    assert told in in_a_text.err
    assert "body-mass-set" not in tags(ana)
    assert legday("weigh", said, "--today", DAY, "--yes", home=ana).code == ExitCode.OK
    assert "body-mass-set" in tags(ana)


def test_a_mass_that_changed_over_months_is_believed(ana):
    legday("weigh", "62.5 kg", "--today", DAY, home=ana)

    assert legday("weigh", "75 kg", "--today", "2026-12-10", home=ana).code == ExitCode.INPUT
    assert legday("weigh", "75 kg", "--today", "2027-01-24", home=ana).code == ExitCode.OK


@pytest.mark.parametrize("said", ["heavy", "5 kg", "71.5 kg today"])
def test_what_is_no_body_mass_is_refused(ana, said):
    assert legday("weigh", said, "--today", DAY, home=ana).code == ExitCode.INPUT
