"""The program as a whole: help, version, homes, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from legday import __version__
from legday.cli.exit_codes import MEANING, ExitCode, exit_code
from legday.cli.main import VERBS
from legday.model.errors import (
    CatalogueError,
    FileRefused,
    InputError,
    LimitExceeded,
    PlanBroken,
    StoreError,
    UnknownName,
)
from terminal import TODAY, home_of_ana, legday

SOURCE = Path(__file__).parents[2] / "src"


def program(*words, **environment):
    """The real program, in a process of its own, its output piped."""
    return subprocess.run(
        [sys.executable, "-m", "legday.cli.main", *map(str, words)],
        capture_output=True,
        text=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SOURCE), **environment},
    )


def test_the_help_names_every_verb():
    printed = legday("--help").out

    assert all(f"\n  {verb} " in printed for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_and_offers_json(verb):
    printed = legday(verb, "--help")

    assert printed.code == 0
    assert ("--json" in printed.out) == (verb != "serve")  # which answers under /api/v1 instead


def test_the_version_is_the_package_version():
    assert legday("--version").out == f"legday {__version__}\n"


def test_the_help_imports_none_of_the_heavy_libraries():
    heavy = "numpy ortools pydantic sqlalchemy alembic icalendar rich fitdecode"
    code = (
        "import sys; from typer.testing import CliRunner; from legday.cli.main import app\n"
        "CliRunner().invoke(app, ['--help'])\n"
        f"print([name for name in '{heavy}'.split() if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )

    assert done.stdout == "[]\n"


def test_a_verb_nobody_knows_is_a_slip_of_the_caller():
    printed = legday("dance")

    assert printed.code == ExitCode.INPUT
    assert "dance" in printed.err


def test_an_error_goes_to_standard_error_and_names_the_remedy(tmp_path):
    printed = legday("plan", home=tmp_path / "home")

    assert printed.code == ExitCode.STORE
    assert printed.out == ""
    assert "legday init --from profile.toml" in printed.err


def test_a_file_that_is_not_there_is_a_file_problem(tmp_path):
    printed = legday("init", "--from", tmp_path / "none.toml", home=tmp_path / "home")

    assert printed.code == ExitCode.FILE
    assert "none.toml: cannot be read" in printed.err


def test_a_home_that_is_a_file_is_a_store_problem(tmp_path):
    (tmp_path / "home").write_text("not a folder")

    assert legday("doctor", home=tmp_path / "home").code == ExitCode.STORE


def test_the_environment_names_the_home_too(tmp_path):
    home = home_of_ana(tmp_path)

    done = program("doctor", "--json", LEGDAY_HOME=str(home))

    assert done.returncode == 0, done.stderr
    assert str(home) in done.stdout


def test_what_is_piped_has_no_colours(tmp_path):
    done = program("--home", tmp_path / "home", "rules", "leg-spacing", FORCE_COLOR="")

    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError(value=1, place="x", problem="is wrong"), 2),
        (UnknownName.among("sqat", ("squat",), place="exercise"), 2),
        (FileRefused(file="x.fit", reason="it is empty"), 3),
        (LimitExceeded(file="x.zip", reason="too deep"), 3),
        (StoreError(place="home", problem="is locked"), 4),
        (CatalogueError(file="x.toml", key="a", value=1, expected="2"), 5),
        (PlanBroken(("48 h",)), 70),
    ],
)
def test_each_kind_of_error_has_its_exit_code(error, code):
    assert exit_code(error) == code


def test_every_exit_code_is_explained():
    assert set(MEANING) == set(ExitCode)


def test_ctrl_c_ends_with_its_own_code(tmp_path, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("legday.catalogue.reader.read_catalogue", stopped)
    printed = legday("exercise", "squat")

    assert printed.code == ExitCode.STOPPED
    assert "all that was reported is kept" in printed.err


def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    command = f"'{sys.executable}' -m legday.cli.main --home '{tmp_path / 'home'}' rules | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


def test_the_shell_is_offered_completion():
    assert "--install-completion" in legday("--help").out


@pytest.mark.parametrize(
    "call",
    [
        ["plan", "--today", "xx"],
        ["why", "tomorrow"],
        ["why", "24.11.2026"],
        ["runs", "--since", "5.1.2019"],
        ["expect", "--start", "monday"],
    ],
)
def test_what_is_no_date_is_told_with_how_dates_are_written(tmp_path, call):
    printed = legday(*call, home=tmp_path / "home")

    assert printed.code == ExitCode.INPUT
    told = f"'{call[-1]}' is not a date; write it like 2026-11-24"
    assert told in " ".join(printed.err.replace("│", " ").split())


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_output_that_cannot_hold_every_sign_gets_the_rest(tmp_path, encoding):
    home = home_of_ana(tmp_path)
    call = ("--home", home, "plan", "--weeks", "1", "--today", TODAY)

    done = program(*call, PYTHONIOENCODING=encoding)
    value = program(*call, "--json", PYTHONIOENCODING=encoding)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Plan from 23 Nov 2026" in done.stdout
    assert json.loads(value.stdout)["days"] == legday(*map(str, call), "--json").value["days"]


def test_an_error_may_hold_any_sign_too(tmp_path):
    done = program("--home", tmp_path, "exercise", "kniebeuge→", PYTHONIOENCODING="ascii")

    assert done.returncode == ExitCode.INPUT
    assert "kniebeuge?" in done.stderr
    assert "Traceback" not in done.stderr
