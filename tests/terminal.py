"""Runs verbs of the terminal in this process, in a real home, and gives back what they printed."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from legday.cli.main import app

ANA = """\
name = "Ana"
born = 1991
body_mass_kg = 62
time_zone = "Europe/Ljubljana"
units = "metric"              # metric · imperial
running = "experienced"       # beginner · experienced
lifting = "beginner"          # beginner · trained · advanced
style = "evidence"            # article (default) · evidence
order = "after"               # after · before · either
days = "fresh-days"           # fresh-days · hard-with-hard
sessions_a_week = 2
[gear]
dumbbells_kg = [5, 7.5, 10, 12.5]
bench = true
[[openings]]
weekday = "tue"
start = "18:00"
minutes = 45
[[openings]]
weekday = "thu"
start = "18:00"
minutes = 45
[[usual_week]]                # optional; else the history, or a run plan, says
weekday = "sun"
kind = "long"
minutes = 100
start = "08:00"
[[races]]
date = 2027-04-11
km = 42.195
priority = "A"
"""
TODAY = "2026-11-23"


@dataclass(frozen=True)
class Printed:
    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        return json.loads(self.out)


def legday(*words: str | Path, home: Path | None = None, given: str | None = None) -> Printed:
    """One call, such as `legday("plan", "--json", home=tmp_path)`; `given` is standard input."""
    named = [] if home is None else ["--home", str(home)]
    result = CliRunner(env={"COLUMNS": "110"}).invoke(app, [*named, *map(str, words)], input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Printed(code=result.exit_code, out=result.stdout, err=result.stderr)


def home_of_ana(folder: Path, *, profile: str = ANA) -> Path:
    """A home in `folder` with Ana's profile set."""
    (folder / "profile.toml").write_text(profile, encoding="utf-8")
    done = legday("init", "--from", folder / "profile.toml", "--today", TODAY, home=folder / "home")
    assert done.code == 0, done.err
    return folder / "home"
