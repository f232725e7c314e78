"""`legday import` of strength, and `legday match`: what is listed, asked on a terminal, and answered in a call."""

import os
import pty
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import jsonschema
import pytest

from legday.writing.fit import fit_bytes
from legday.writing.schema_files import schema
from strength_sessions import BENCH_PRESS, ROMANIAN, SOMETHING, SQUAT, sets, watched
from terminal import TODAY, home_of_ana, legday

SOURCE = Path(__file__).parents[2] / "src"
STRONG = """\
Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-11-10 18:05:10,Legs,Squat (Barbell),1,82.5,8,0,0,,,8
2026-11-10 18:05:10,Legs,Leg Press,1,120,x,0,0,,,8
2026-11-10 18:05:10,Legs,Leg Press,2,120,8,0,0,,,8
2026-11-10 18:05:10,Legs,Bench Press (Barbell),1,60,8,0,0,,,8
"""


@pytest.fixture
def ana(tmp_path):
    return home_of_ana(tmp_path)


@pytest.fixture
def fit(tmp_path):
    """A watch's file of the Friday before: a squat, three sets of something, a bench press."""
    recording = watched(
        "w0 fri 18:03", sets("3x8 60", SQUAT), sets("2x10 40", SOMETHING), sets("2x8 50", BENCH_PRESS)
    )
    apart = tuple(replace(one, start_s=at * 90) for at, one in enumerate(recording.sets))
    path = tmp_path / "friday.fit"
    path.write_bytes(fit_bytes(replace(recording, sets=apart)))
    return path


@pytest.fixture
def strong(tmp_path):
    (tmp_path / "strong.csv").write_text(STRONG, encoding="utf-8")
    return tmp_path / "strong.csv"


def imported(home, *paths):
    return legday("import", *paths, "--today", TODAY, "--json", home=home).value


def match(home, *words):
    return legday("match", *words, "--today", TODAY, "--json", home=home).value


def test_strength_files_become_sessions_and_the_report_says_what_is_open(ana, fit, strong):
    report = imported(ana, fit, strong)

    jsonschema.validate(report, schema("import"))
    assert (report["files"], report["other"], report["logs"], report["sessions"], report["sets"]) == (
        2,
        1,
        1,
        2,
        4,
    )
    assert [question["words"] for question in report["questions"]] == [
        "2026-11-20 18:03: 2 sets (10, 10 at 40 kg). Which exercise?"
    ]
    assert report["unknown_exercises"] == [
        {"name": "Leg Press", "sets": 1, "legs": True},
        {"name": "Bench Press (Barbell)", "sets": 1, "legs": False},
    ]
    assert report["rows"] == [{"file": "strong.csv", "reason": "line 3: 'x' is no number"}]


def test_importing_both_again_adds_nothing(ana, fit, strong):
    imported(ana, fit, strong)
    entries = legday("doctor", "--json", home=ana).value["entries"]
    again = imported(ana, fit, strong)
    assert (again["sessions"], again["known"], again["duplicates"]) == (0, 1, 1)
    assert legday("doctor", "--json", home=ana).value["entries"] == entries


def test_people_are_told_in_lines(ana, fit, strong):
    told = legday("import", fit, strong, "--today", TODAY, home=ana).out
    assert "Leg sessions: 2 new with 4 sets." in told
    assert "Leg exercises legday does not know: Leg Press (1 set)." in told
    assert "Not leg work, left out: Bench Press (Barbell) (1 set)." in told
    assert "  strong.csv: line 3: 'x' is no number" in told
    assert "To be answered with `legday match`: 1." in told


def test_a_call_answers_what_is_open(ana, fit):
    (question,) = imported(ana, fit)["questions"]
    listed = match(ana)
    jsonschema.validate(listed, schema("match"))
    assert listed == {"answered": [], "questions": [question]}

    done = match(ana, question["recording"], "--as", "hip-thrust")
    assert done == {"answered": [{"question": question["id"], "answer": "hip-thrust"}], "questions": []}
    assert match(ana)["questions"] == []


def test_people_are_told_what_is_open_and_how_to_answer(ana, fit):
    imported(ana, fit)
    told = legday("match", "--today", TODAY, home=ana).out
    assert told.startswith("1 open.\n  2026-11-20 18:03: 2 sets (10, 10 at 40 kg). Which exercise?\n")
    assert "legday match 0" not in told.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--as", "squat"), "needs one recording"),
        (("ffff",), "names no strength recording"),
        (("RECORDING", "--as", "bench"), "is not a name legday knows"),
        (("RECORDING", "--as", "squat", "--as", "squat"), "answers nothing: no question is open"),
    ],
)
def test_what_cannot_be_answered_is_told(ana, fit, words, told):
    (question,) = imported(ana, fit)["questions"]
    named = [question["recording"] if word == "RECORDING" else word for word in words]
    done = legday("match", *named, "--today", TODAY, home=ana)
    assert done.code != 0
    assert told in done.err


def test_the_start_of_an_id_that_two_recordings_share_is_told(ana, tmp_path):
    for number in (1, 2):
        moved = replace(
            watched("w0 wed 18:03", sets("2x10 40", SOMETHING)),
            start=watched("w0 wed 18:03").start + timedelta(days=number),
        )
        (tmp_path / f"{number}.fit").write_bytes(fit_bytes(moved))
    imported(ana, tmp_path / "1.fit", tmp_path / "2.fit")
    ids = [question["recording"] for question in match(ana)["questions"]]
    assert len(set(ids)) == 2


def test_strength_logs_are_found_in_folders_and_archives_and_other_tables_passed_over(ana, tmp_path, strong):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "strong.CSV").write_text(STRONG, encoding="utf-8-sig")
    (folder / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.write(strong, "data/strong.csv")
        archive.writestr("data/activities.csv", "Activity Date,Filename\n")

    report = imported(ana, folder, tmp_path / "export.zip")
    assert (report["files"], report["logs"], report["sessions"], report["known"], report["refused"]) == (
        2,
        2,
        1,
        1,
        [],
    )


def test_a_table_named_outright_that_is_no_strength_log_is_refused(ana, tmp_path):
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (refused,) = imported(ana, tmp_path / "other.csv")["refused"]
    assert refused["reason"] == "neither FIT nor GPX nor TCX, nor a strength log of Strong or Hevy"


def test_strength_is_imported_before_a_profile_is_set(tmp_path, fit, strong):
    report = imported(tmp_path / "new", fit, strong)
    assert report["sessions"] == 2


def on_a_terminal(home, *words, answers):
    """The real program with a terminal before it, answered line by line; what it printed."""
    ours, theirs = pty.openpty()
    try:
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        done = subprocess.run(
            [sys.executable, "-m", "legday.cli.main", "--home", str(home), *map(str, words), "--today", TODAY],
            stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
            env={**os.environ, "PYTHONPATH": str(SOURCE), "TERM": "dumb"},
        )  # fmt: skip
        return done.returncode, done.stderr, os.read(ours, 65_536).decode()
    finally:
        os.close(ours)
        os.close(theirs)


def test_on_a_terminal_an_import_asks_at_once_and_asks_again_after_a_slip(ana, fit):
    code, errors, shown = on_a_terminal(ana, "import", fit, answers=("hip-thrusts", "hip-thrust"))
    assert code == 0, errors
    assert "'hip-thrusts' is not a name legday knows" in errors
    assert "[squat, or later]" in errors + shown
    assert match(ana)["questions"] == []


def test_what_is_left_for_later_is_asked_by_match(ana, tmp_path):
    recording = watched(
        "w0 fri 18:03", sets("2x10 40", SOMETHING), sets("3x8", ROMANIAN), sets("2x10 50", SOMETHING)
    )
    (tmp_path / "f.fit").write_bytes(fit_bytes(recording))
    assert on_a_terminal(ana, "import", tmp_path / "f.fit", answers=("later", "1"))[0] == 0
    assert len(match(ana)["questions"]) == 1
    assert on_a_terminal(ana, "match", answers=("",))[0] == 0
    assert match(ana)["questions"] == []
