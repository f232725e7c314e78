"""Decides that versions are locked by hash for everything pyproject asks for, and that no file names a place to load from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from house_ground import ROOT, hatch_build, tracked

LOCKS = (
    ROOT / "requirements" / "run.txt",
    ROOT / "requirements" / "dev.txt",
    ROOT / "requirements" / "node.txt",
)
PINNED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>.*?))? \\$", re.MULTILINE
)
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("crates", "io"),
        ("anaconda", "org"),
        ("docker", "io"),
        ("ghcr", "io"),
        ("golang", "org"),
    )
]
TEXT = {
    ".py",
    ".toml",
    ".md",
    ".txt",
    ".in",
    ".json",
    ".yml",
    ".yaml",
    ".cfg",
    ".ini",
    ".sh",
    ".csv",
    ".ics",
    ".ts",
    ".mjs",
    ".html",
    ".css",
    "",
}


def _pins(lock: Path) -> dict[str, list[str]]:
    pins: dict[str, list[str]] = {}
    for match in PINNED.finditer(lock.read_text(encoding="utf-8")):
        pins.setdefault(canonicalize_name(match["name"]), []).append(match["version"])
    return pins


def _asked() -> dict[Path, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = project["project"]["dependencies"]
    extra = [line for lines in project["project"]["optional-dependencies"].values() for line in lines]
    return {
        LOCKS[0]: run,
        LOCKS[1]: [*run, *extra, *project["dependency-groups"]["dev"], *_wanted("build.in")],
        LOCKS[2]: _wanted("node.in"),
    }


def _wanted(name: str) -> list[str]:
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_locked_at_a_version_that_meets_it(lock: Path) -> None:
    pins = _pins(lock)
    unmet = []
    for line in _asked()[lock]:
        wanted = Requirement(line)
        versions = pins.get(canonicalize_name(wanted.name), [])
        if not versions or not all(
            wanted.specifier.contains(version, prereleases=True) for version in versions
        ):
            unmet.append(f"{line}: locked {versions}; maybe: make lock")
    assert unmet == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) == len(PINNED.findall(text))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted", text)


def test_both_locks_agree() -> None:
    run, dev = (_pins(lock) for lock in LOCKS[:2])
    assert {name: versions for name, versions in run.items() if dev.get(name) != versions} == {}


def test_no_tracked_file_names_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {host}"
        for path in tracked()
        if path.suffix in TEXT
        for host in HOSTS
        if host in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert found == []


def test_make_locks_the_node_that_a_build_asks_for() -> None:
    assert _wanted("node.in") == [hatch_build().BROUGHT]
