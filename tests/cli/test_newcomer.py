"""What a newcomer meets in the first weeks: what is said is true, short and in the runner's own units."""

from pathlib import Path

import pytest

from legday.cli.hurt import said_words
from legday.model.errors import InputError
from legday.model.sets import Side
from terminal import ANA, TODAY, home_of_ana, legday

TUESDAY = "2026-11-24"
POUNDS = ANA.replace('"metric"', '"imperial"').replace(
    "dumbbells_kg = [5, 7.5, 10, 12.5]", 'dumbbells = ["10 lb", "15 lb", "20 lb", "25 lb"]'
)
LIFTER = ANA.replace('lifting = "beginner"', 'lifting = "trained"').replace(
    "dumbbells_kg = [5, 7.5, 10, 12.5]",
    'bar = "20 kg"\nplates = ["20 kg", "10 kg", "5 kg", "2.5 kg", "1.25 kg"]',
)
STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-11-17 18:00:00,Legs,45m,Squat (Barbell),1,62.5,8,0,0,,,8
2026-11-17 18:00:00,Legs,45m,Squat (Barbell),2,62.5,8,0,0,,,8
2026-11-17 18:00:00,Legs,45m,Squat (Barbell),3,62.5,8,0,0,,,8
"""


def accepted(folder: Path, profile: str = ANA) -> Path:
    home = home_of_ana(folder, profile=profile)
    assert legday("plan", "--accept", "--today", TODAY, home=home).code == 0
    return home


def told(home: Path, *words: str, today: str = TUESDAY) -> str:
    done = legday(*words, "--today", today, home=home)
    assert done.code == 0, done.err
    return done.out


def test_a_day_whose_session_is_done_says_so(tmp_path: Path) -> None:
    home = accepted(tmp_path)
    assert "Leg session: done." not in told(home, "today")
    told(home, "log", "done")
    said = told(home, "today")
    assert "Leg session: done." in said
    assert "No leg session today." not in said


def test_a_session_of_today_is_planned_once_in_progress(tmp_path: Path) -> None:
    home = accepted(tmp_path)
    told(home, "log", "done")
    weeks = legday("progress", "--today", "2026-12-01", "--json", home=home).value["weeks"]
    week = next(one for one in weeks if one["start"] == "2026-11-30")
    days = legday("plan", "--today", "2026-12-01", "--json", home=home).value["days"]
    planned = [one["start"] for day in days for one in day["sessions"] if one["start"] < "2026-12-07"]
    assert planned
    assert week["planned"]["sessions"] == len(planned)


def test_the_lighter_day_says_its_reason_once_and_changes_name_the_exercises(tmp_path: Path) -> None:
    home = accepted(tmp_path)
    answer = told(home, "sore", "6")
    assert "1 more in reserve, 4 at most." in answer
    assert told(home, "today").replace("\n", " ").count("Legs sore 6 of 10") == 1
    changed = told(home, "changes")
    assert changed.lower().count("legs sore 6 of 10") == 1
    assert "squat 2 × 10 at 10 kg → 1 × 10 at 10 kg" in changed


def test_pounds_are_told_in_pounds(tmp_path: Path) -> None:
    home = accepted(tmp_path, POUNDS)
    kept = told(home, "log", "squat 3x12 30 lb rir 3")
    assert "squat 3x12 30 lb rir 3" in kept
    assert "kg" not in kept + told(home, "today") + told(home, "changes")


def test_a_lifter_with_another_log_is_asked_for_no_more_than_it_shows(tmp_path: Path) -> None:
    home = home_of_ana(tmp_path, profile=LIFTER)
    (tmp_path / "strong.csv").write_text(STRONG, encoding="utf-8")
    assert legday("import", tmp_path / "strong.csv", "--today", TODAY, home=home).code == 0
    plan = legday("plan", "--today", TODAY, "--json", home=home).value
    squat = next(
        line
        for day in plan["days"]
        for session in day["sessions"]
        for line in session["exercises"]
        if line["exercise"] == "squat"
    )
    body = 62_000 * 85 // 100
    shown = (body + 62_500) * (30 + 8 + 2)
    assert (body + squat["weight_g"]) * (30 + squat["target"] + squat["rir"]) <= shown * 103 // 100
    assert squat["weight_g"] >= 45_000


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["achilles", "3"], ("achilles", Side.BOTH, 3)),
        (["achilles", "left", "3"], ("achilles", Side.LEFT, 3)),
        (["right", "achilles", "3/10"], ("achilles", Side.RIGHT, 3)),
        (["front of the knee", "0"], ("front of the knee", Side.BOTH, 0)),
    ],
)
def test_pain_is_said_as_one_would_say_it(words: list[str], meant: tuple[str, Side, int]) -> None:
    assert said_words(words) == meant


@pytest.mark.parametrize(
    "words", [["achilles"], ["3"], ["achilles", "3", "4"], ["achilles", "11"], ["achilles", "-1"]]
)
def test_pain_without_a_place_or_one_number_is_asked_for_again(words: list[str]) -> None:
    with pytest.raises(InputError):
        said_words(words)


def test_a_red_flag_is_answered_once(tmp_path: Path) -> None:
    home = accepted(tmp_path)
    assert told(home, "flag", "chest").count("Stop at once") == 1
    locked = told(home, "changes")
    assert locked.count("Why: ") == 1
    assert "left out" in locked
