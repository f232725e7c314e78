"""Decides that what is installed holds what the source holds: the catalogue, its words, the schemas, the migrations."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from house_ground import PACKAGE, ROOT, hatch_build, tracked

pytest.importorskip("hatchling", reason="hatchling builds the package; it is in requirements/dev.txt")


BUILT = "legday/web/static/built/"


def _built(kind: str, into: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(into)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(into.iterdir())


def _package_data() -> set[str]:
    inside = [path for path in tracked() if PACKAGE in path.parents]
    return {str(path.relative_to(ROOT / "src")) for path in inside}


def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    with zipfile.ZipFile(_built("wheel", tmp_path)) as wheel:
        assert _package_data() - set(wheel.namelist()) == set()


def test_the_wheel_holds_the_catalogue(tmp_path: Path) -> None:
    with zipfile.ZipFile(_built("wheel", tmp_path)) as wheel:
        exercises = [name for name in wheel.namelist() if name.startswith("legday/catalogue/exercises/")]
        assert len(exercises) >= 30
        assert "legday/catalogue/rules.toml" in wheel.namelist()


def test_the_wheel_holds_the_scripts_of_the_page(tmp_path: Path) -> None:
    with zipfile.ZipFile(_built("wheel", tmp_path)) as wheel:
        bundles = {name.removeprefix(BUILT) for name in wheel.namelist() if name.startswith(BUILT)}
        assert {f"{one.stem}.js" for one in (ROOT / "frontend" / "src").glob("*.ts")} <= bundles
        assert len(wheel.read(f"{BUILT}page.js")) > 10_000


def test_a_wheel_can_be_built_from_the_source_archive_without_node(tmp_path: Path) -> None:
    with tarfile.open(_built("sdist", tmp_path)) as archive:
        archive.extractall(tmp_path / "sources", filter="data")
    root = next((tmp_path / "sources").iterdir())
    assert hatch_build().is_fresh(root)
    assert (root / "hatch_build.py").is_file()
    assert {one.name for one in (root / "frontend").iterdir()} >= {"build.mjs", "package-lock.json", "src"}


def test_the_source_archive_holds_package_tests_and_pages(tmp_path: Path) -> None:
    with tarfile.open(_built("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.relative_to(ROOT).parts[0] in {"src", "docs", "frontend"}
    }
    assert wanted - names == set()
    assert {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml"} <= names
