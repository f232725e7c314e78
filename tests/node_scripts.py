"""Runs a TypeScript file of the front end under node, bundled as it stands."""

import subprocess
from pathlib import Path

import pytest

FRONTEND = Path(__file__).parent.parent / "frontend"


def bundled(script: str, folder: Path) -> Path:
    """The bundle of a file under `frontend/`, written to `folder`. The test fails where npm has not installed what it needs."""
    esbuild = FRONTEND / "node_modules" / ".bin" / "esbuild"
    if not esbuild.exists():
        pytest.fail(
            "No esbuild in frontend/node_modules; maybe: cd frontend && npm ci --ignore-scripts",
            pytrace=False,
        )
    bundle = folder / f"{Path(script).stem}.mjs"
    options = ["--bundle", "--platform=node", "--format=esm", "--target=node20", "--log-level=warning"]
    subprocess.run([esbuild, FRONTEND / script, *options, f"--outfile={bundle}"], check=True, cwd=FRONTEND)
    return bundle


def run_node(
    bundle: Path, *arguments: str, given: str = "", timeout_s: int = 100
) -> subprocess.CompletedProcess[str]:
    """What node made of a bundle: its words, and whether it was content."""
    return subprocess.run(
        ["node", bundle, *arguments],
        input=given,
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
