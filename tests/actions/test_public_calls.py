"""What `import legday` offers a program."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import legday
from legday.catalogue.reader import read_catalogue
from legday.model.runner import Profile
from legday.model.state import RunnerState
from legday.running.outlook import make_outlook
from legday.writing.plan_json import canonical_json
from legday.writing.sample import sample_files

TODAY = date(2026, 11, 23)
BO = Profile(name="Bo", born=1990, body_mass_g=70_000)


def test_importing_legday_imports_nothing_else():
    code = "import sys, legday; print(sorted(name for name in sys.modules if name.startswith('legday')))"
    source = Path(legday.__file__).parents[1]

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={"PYTHONPATH": str(source)},
    )

    assert done.stdout == "['legday']\n"


def test_the_three_calls_are_listed():
    assert {"check", "plan_legs", "read_runs"} <= set(dir(legday))


def test_a_name_that_does_not_exist_is_an_attribute_error():
    with pytest.raises(AttributeError, match="plan_arms"):
        legday.plan_arms  # noqa: B018


def test_a_plan_is_a_pure_call_whose_result_the_checker_accepts():
    catalogue = read_catalogue()
    outlook = make_outlook(BO, (), (), today=TODAY, weeks=4)
    state = RunnerState(profile=BO)

    plans = [legday.plan_legs(state, outlook, catalogue, today=TODAY, weeks=4) for _ in range(2)]

    assert canonical_json(plans[0]) == canonical_json(plans[1])
    assert legday.check(plans[0], state, outlook, catalogue) == plans[0].findings


def test_runs_are_read_from_a_folder(tmp_path):
    for name, data in sample_files(until=date(2026, 11, 22), weeks=1):
        (tmp_path / name).write_bytes(data)

    runs = list(legday.read_runs(tmp_path))

    assert runs
    assert all(recording.moving_s > 0 for recording, _ in runs)
