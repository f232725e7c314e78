"""`legday today`: the session in full, what was said, what is asked, and what comes next."""

import shutil

import jsonschema
import pytest

from legday.writing.prescriptions import PAIN
from legday.writing.schema_files import schema
from terminal import TODAY, home_of_ana, legday

DAY = "2026-11-24"

BO = """\
name = "Bo"
born = 1990
body_mass_kg = 100
time_zone = "Europe/Copenhagen"
running = "experienced"
lifting = "trained"
cut_back_every = 8
[gear]
bar_kg = 20
plates_kg = [1.25, 2.5, 5, 10, 15]
bench = true
step = true
[[openings]]
weekday = "mon"
start = "18:00"
minutes = 75
[[openings]]
weekday = "thu"
start = "18:00"
minutes = 75
[[usual_week]]
weekday = "wed"
kind = "easy"
minutes = 40
start = "07:00"
[[usual_week]]
weekday = "sun"
kind = "easy"
minutes = 60
start = "09:00"
"""


@pytest.fixture(scope="module")
def _accepted(tmp_path_factory):
    home = home_of_ana(tmp_path_factory.mktemp("ana"))
    legday("plan", "--weeks", "6", "--today", TODAY, "--accept", home=home)
    return home


@pytest.fixture
def ana(tmp_path, _accepted):
    """A home of Ana's with an accepted plan; its first session is on Tuesday 24 Nov at 18:00."""
    return shutil.copytree(_accepted, tmp_path / "home")


def today(home, *words, day=DAY):
    return legday("today", "--today", day, *words, home=home)


def test_a_session_is_told_from_warm_up_to_cool_down_with_what_to_pick_up(ana):
    lines = today(ana).out.splitlines()

    assert lines[1:3] == ["Tue 24 Nov", "  18:00 Workout A, 31 min of 45 min, foundation"]
    told = "\n".join(lines)
    assert "    Warm-up: " in told
    assert "    Lighter sets first, Squat: 5 with bodyweight" in told
    assert "Squat: 2 × 10–12 at 10 kg (2 × 5 kg dumbbells), 4 in reserve, rest 90 s, tempo 2-0-1" in told
    assert "rounded down to what you own" in told
    assert "    Cool-down: " in told
    assert f"  {PAIN}" in lines


def test_a_day_without_a_session_says_what_comes_next(ana):
    lines = today(ana, day="2026-11-25").out.splitlines()

    assert "  Rest day" in lines
    assert lines[-1] == "Next: Tue 1 Dec 18:00 Workout B, 32 min."


def test_the_json_fits_its_schema_before_and_after_a_log(ana):
    before = today(ana, "--json").value
    legday("log", "done", "--today", DAY, home=ana)
    after = today(ana, "--json").value

    for value in (before, after):
        jsonschema.validate(value, schema("today"))
    assert (len(before["day"]["sessions"]), before["said"]) == (1, [])
    assert after["said"][0].startswith("2026-11-24 session workout a 18:00")
    assert before["rehearsals"] == [{"exercise": "squat", "reps": 5, "weight_g": 0, "pick_up": "bodyweight"}]


def test_before_a_session_soreness_and_sleep_are_asked_about_until_they_are_said(ana):
    assert "Sore legs or a bad night?" in today(ana).out

    legday("log", "-", "--today", DAY, home=ana, given="2026-11-24 sore 2/10\n")

    assert "Sore legs or a bad night?" not in today(ana).out


def test_a_pain_is_asked_about_again_until_it_is_gone(ana):
    text = "2026-11-23 pain achilles left 2/10\n"
    legday("log", "-", "--today", DAY, home=ana, given=text)
    morning = (
        "Achilles tendon, left: 2 of 10 yesterday. How is it this morning, 0 to 10? "
        "`legday hurt achilles 2 --side left --when next-morning`"
    )
    asked = "achilles left was 2/10 on Mon 23 Nov: how is it today? `legday hurt achilles 0 --side left`"

    first = today(ana, "--json").value["questions"]
    assert morning in first
    assert asked not in first
    assert morning in " ".join(today(ana).out.split())
    assert asked in today(ana, "--json", day="2026-11-25").value["questions"]
    legday("log", "-", "--today", DAY, home=ana, given="2026-11-24 pain achilles left 0/10\n")
    assert asked not in today(ana, "--json").value["questions"]


def test_the_command_of_the_morning_question_answers_it(ana):
    legday("log", "-", "--today", DAY, home=ana, given="2026-11-23 pain achilles left 2/10\n")
    (question,) = [one for one in today(ana, "--json").value["questions"] if "this morning" in one]
    command = question.split("`")[1].split()

    said = legday(*command[1:], "--today", DAY, home=ana)

    assert said.code == 0, said.err
    assert "this morning" not in today(ana).out


def test_a_red_flag_that_yesterday_gives_a_reason_for_is_asked_with_its_command(ana):
    legday("log", "-", "--today", DAY, home=ana, given="2026-11-23 pain calf 5/10 during sudden\n")

    assert "Did it feel like a kick or a pop" in today(ana).out
    assert "If so: `legday flag calf-pop`" in today(ana).out


def test_a_session_begun_is_said_to_be_begun(ana):
    legday("log", "--today", DAY, home=ana, given="\nstop\n")

    assert "The session of 18:00 is begun: `legday log` goes on with it." in today(ana).out


def test_once_the_runner_logs_a_session_nobody_spoke_of_is_asked_about(ana):
    legday("log", "done", "--today", DAY, home=ana)

    value = today(ana, "--json", day="2026-12-03").value

    assert [one["start"] for one in value["unsaid"]] == ["2026-12-01T18:00"]
    assert "done or skipped? `legday log done --date 2026-12-01`" in value["questions"][0]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("ill", "--fever"), "Do not run with a fever, nor on the clear day after it (rule illness)."),
        (("flag", "chest"), "Do not run until a clinician has cleared it (rule red-flag-lock)."),
        (("ill",), ""),
    ],
)
def test_a_run_is_not_to_be_run_with_a_fever_or_under_a_red_flag(ana, said, told):
    sunday = "2026-11-29"
    assert legday(*said, "--today", sunday, home=ana).code == 0

    lines = [line.strip() for line in today(ana, day=sunday).out.splitlines()]
    value = today(ana, "--json", day=sunday).value

    jsonschema.validate(value, schema("today"))
    assert value["no_run"] == told
    assert told in lines
    assert any(line.startswith("Planned, not to be run: 08:00 long run") for line in lines) is bool(told)


def test_a_week_of_todays_offers_two_blocks_of_mobility_and_cross_training_once(ana):
    days = [today(ana, "--json", day=f"2026-11-{number}").value["day"] for number in range(23, 30)]

    assert sum(bool(day["mobility"]) for day in days) == 2
    assert sum(bool(day["cross_train"]) for day in days) == 1
    assert sum(day["rest"] for day in days) >= 1


def test_lifts_that_stand_still_are_told_on_every_day_of_the_week_they_make_lighter(tmp_path):
    bo = home_of_ana(tmp_path, profile=BO)
    assert legday("plan", "--weeks", "6", "--today", TODAY, "--accept", home=bo).code == 0
    fell_short = ("--except", "squat 3x10 40 kg rir 4, deadlift 3x8 50 kg rir 4", "--yes")
    for day, but in (
        ("11-23", ()),
        ("11-26", ()),
        ("11-30", fell_short),
        ("12-03", ()),
        ("12-07", fell_short),
        ("12-10", ()),
    ):
        done = legday("log", "done", *but, "--date", f"2026-{day}", "--today", f"2026-{day}", home=bo)
        assert done.code == 0, done.err
    told = "A lighter week: squat and deadlift have not risen over 3 sessions (rule stalled)."

    weeks = [today(bo, "--json", day=day).value["week"] for day in ("2026-12-11", "2026-12-14", "2026-12-16")]

    assert weeks == ["", told, told]
    assert told in today(bo, day="2026-12-16").out
    assert told in legday("progress", "--today", "2026-12-16", home=bo).out


def test_what_goes_on_for_a_sore_tendon_is_done_slowly(ana):
    before = today(ana).out
    assert legday("hurt", "achilles", "2", "--today", "2026-11-23", home=ana).code == 0
    assert legday("hurt", "achilles", "4", "--today", DAY, home=ana).code == 0

    lines = today(ana).out.splitlines()
    raises = next(line for line in lines if "alf raise" in line and "×" in line)
    squats = next(line for line in lines if "  Squat:" in line)

    assert "tempo 3-0-3" not in before
    assert raises.count("tempo 3-0-3") == 1
    assert "tempo 2-0-1" in squats
