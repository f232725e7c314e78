"""Decides that the tutorial can be followed: its profile and its commands, one after another, in a fresh home."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from house_ground import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
PROFILE = re.search(r"^```toml\n(?P<body>.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
TODAY = ("--today", "2026-11-23")


def _legday(folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "legday.cli.main", "--home", str(folder / "home"), *words]
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, "NO_COLOR": "1", "COLUMNS": "110"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tutorial")
    assert PROFILE is not None
    (folder / "profile.toml").write_text(PROFILE["body"], encoding="utf-8")
    _legday(folder, "init", "--from", "profile.toml")
    _legday(folder, "plan", "--weeks", "16", *TODAY, "--accept")
    return folder


def test_the_profile_of_the_tutorial_is_taken_and_planned_for(home: Path) -> None:
    plan = json.loads(_legday(home, "plan", "--weeks", "16", *TODAY, "--json"))
    sessions = [session for day in plan["days"] for session in day["sessions"]]
    assert sessions[0]["start"].startswith("2026-11-24")
    assert [finding for finding in plan["findings"] if finding["level"] == "must"] == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("expect", *TODAY), "long"),
        (("why", "2026-11-24", *TODAY), "Squat"),
        (("today", *TODAY), "24 Nov"),
        (("exercise", "bulgarian-split-squat"), "bench"),
        (("rules", "leg-spacing"), "48"),
        (("export", "--ics", "-", *TODAY), "BEGIN:VCALENDAR"),
        (("export", "--md", "-", *TODAY), "# "),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_a_command_of_the_tutorial_answers(home: Path, words: tuple[str, ...], says: str) -> None:
    assert says in _legday(home, *words)


def test_the_readme_shows_what_legday_prints_for_the_tutorials_runner(tmp_path: Path) -> None:
    shown = re.search(r"^```text\n(?P<body>Plan from .*?)^```", README, re.MULTILINE | re.DOTALL)
    assert PROFILE is not None
    assert shown is not None
    (tmp_path / "profile.toml").write_text(PROFILE["body"], encoding="utf-8")
    _legday(tmp_path, "init", "--from", "profile.toml")
    printed = _legday(tmp_path, "plan", "--weeks", "16", *TODAY)
    at = 0
    for line in shown["body"].splitlines():
        if line != "…":
            assert line in printed[at:], f"README.md: not printed, or not in this order: {line}"
            at = printed.index(line, at) + len(line)
