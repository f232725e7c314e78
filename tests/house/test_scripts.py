"""Decides what our scripts look like: said on top what each does, tidy, and nothing that the page's policy forbids."""

import re
from pathlib import Path

import pytest

from house_ground import ROOT, tracked

LONGEST_LINE = 190
FORBIDDEN = re.compile(
    r"\beval\(|new Function\(|\.innerHTML\b|\.outerHTML\s*=|insertAdjacentHTML|document\.write|https?://(?!127\.0\.0\.1)"
)
SCRIPTS = sorted(path for path in tracked() if path.suffix == ".ts" and ROOT / "frontend" in path.parents)
ALL = pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(ROOT / "frontend")))


@ALL
def test_a_script_is_tidy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    wrong = [
        place
        for place, line in enumerate(text.splitlines(), 1)
        if line != line.rstrip() or "\t" in line or len(line) > LONGEST_LINE
    ]
    assert wrong == []


@ALL
def test_a_script_says_on_top_what_it_does_unless_it_is_a_test(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert path.name.endswith(".test.ts") or first.startswith("// ")


@ALL
def test_a_script_does_nothing_that_the_policy_of_the_page_forbids(path: Path) -> None:
    assert FORBIDDEN.findall(path.read_text(encoding="utf-8")) == []
