"""One home with a profile and some weeks of runs, imported once and copied for each test that asks for it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from legday.writing.sample import sample_files
from terminal import home_of_ana, legday


@pytest.fixture(scope="session")
def sample_runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with four weeks of the sample runner's files, up to the day before the tests' today."""
    folder = tmp_path_factory.mktemp("sample") / "runs"
    for name, data in sample_files(until=date(2026, 11, 22), weeks=4):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def _imported(tmp_path_factory: pytest.TempPathFactory, sample_runs: Path) -> Path:
    home = home_of_ana(tmp_path_factory.mktemp("ana"))
    done = legday("import", sample_runs, home=home)
    assert done.code == 0, done.err
    return home


@pytest.fixture
def home(tmp_path: Path, _imported: Path) -> Path:
    """A home of this test's own, with Ana's profile and her runs."""
    return shutil.copytree(_imported, tmp_path / "home")
