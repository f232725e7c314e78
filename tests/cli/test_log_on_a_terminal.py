"""`legday log` on a real terminal asks about what looks mistyped, and rests until Enter."""

import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from terminal import TODAY, home_of_ana, legday

SOURCE = Path(__file__).parents[2] / "src"
DAY = "2026-11-24"


def on_a_terminal(home, words, answers, verb="log"):
    """The real program with a terminal on both sides, answered line by line; what it showed."""
    ours, theirs = pty.openpty()
    try:
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        done = subprocess.run(
            [sys.executable, "-m", "legday.cli.main", "--home", str(home), verb, *words, "--today", DAY],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=90,
            check=False,
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
        )
    finally:
        os.close(ours)
        os.close(theirs)
    return done


def kept(home):
    lines = legday("export", "--journal", "-", "--today", DAY, home=home).out.splitlines()
    return [line for line in lines if " promise " not in line]


def test_a_mistyped_weight_is_asked_about_and_kept_only_after_a_yes(tmp_path):
    home = home_of_ana(tmp_path)
    legday("plan", "--weeks", "2", "--today", TODAY, "--accept", home=home)

    no = on_a_terminal(home, ["squat 1x5 500 kg"], ["n"])

    assert "500 kg is more than 3 times your body mass" in no.stdout
    assert "Keep it?" in no.stdout
    assert kept(home) == []

    yes = on_a_terminal(home, ["squat 1x5 15 kg, deadlift 1x40 15 kg"], ["y"])

    assert "40 repetitions are more than 3 times" in yes.stdout
    assert "2026-11-24 squat 1x5 15 kg" in kept(home)


def test_a_place_that_is_not_clear_is_asked_about_until_one_is_named(tmp_path):
    home = home_of_ana(tmp_path)

    done = on_a_terminal(home, ["shin", "2"], ["nowhere", "2"], verb="hurt")

    assert "1  shin-diffuse: " in done.stdout
    assert "2  shin-spot: " in done.stdout
    assert "'nowhere' is not one of them." in done.stdout
    assert kept(home) == [f"{DAY} pain shin-spot 2/10 during"]


def test_a_pain_in_free_words_eases_what_is_left_of_the_session(tmp_path):
    home = home_of_ana(tmp_path)
    legday("plan", "--weeks", "2", "--today", TODAY, "--accept", home=home)

    hurt = "hurt front of the knee left 6/10"
    done = on_a_terminal(home, [], ["", "", hurt, hurt, "stop"])

    assert done.returncode == 0, done.stdout
    assert f"{DAY} pain front-knee left 6/10 during" in kept(home)
    eased = [line for line in done.stdout.splitlines() if "Deadlift, set 1 of 1: 8 (8–10) at " in line]
    assert len(eased) == 2
    assert len({line.split("Deadlift")[1] for line in eased}) == 1

    again = on_a_terminal(home, [], ["stop"])

    assert "Deadlift, set 1 of 1: 8 (8–10) at " in again.stdout


def test_what_is_typed_while_the_rest_runs_is_the_next_answer(tmp_path):
    home = home_of_ana(tmp_path)
    legday("plan", "--weeks", "2", "--today", TODAY, "--accept", home=home)
    ours, theirs = pty.openpty()
    os.write(ours, b"8\n9 rir 2\nstop\n")
    words = [sys.executable, "-m", "legday.cli.main", "--home", str(home), "log", "--today", DAY]
    with subprocess.Popen(
        words, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "PYTHONPATH": str(SOURCE)}
    ) as walk:
        os.close(theirs)
        shown = b""
        with suppress(OSError):
            while part := os.read(ours, 4096):
                shown += part
    os.close(ours)

    assert walk.returncode == 0, shown
    assert b"Enter to go on" in shown
    assert kept(home)[1:] == [f"{DAY} squat 1x8 10 kg rir 4", f"{DAY} squat 1x9 10 kg rir 2"]
