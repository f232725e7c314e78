"""Decides that what the pages show of the terminal is what it prints: each block that begins with a day, in one home."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from house_ground import ROOT, pages
from terminal import legday

BLOCK = re.compile(r"^```text\n(?P<body>(?:# [A-Z][a-z]{2} \d|\$ ).*?)^```", re.MULTILINE | re.DOTALL)
PROFILE = re.compile(r"^```toml\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
ACCEPTED = "2026-11-23"
WITHOUT_TODAY = {"undo", "history"}
TOLD = [page for page in pages() if BLOCK.search(page.read_text(encoding="utf-8"))]


def flat(text: str) -> str:
    """Words with one space between: the terminal breaks lines where the page does not."""
    return " ".join(text.split())


def home_of_the_tutorial(folder: Path) -> Path:
    page = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    profile = PROFILE.search(page)
    assert profile is not None
    (folder / "profile.toml").write_text(profile["body"], encoding="utf-8")
    home = folder / "home"
    assert legday("init", "--from", folder / "profile.toml", home=home).code == 0
    assert legday("plan", "--weeks", "16", "--accept", "--today", ACCEPTED, home=home).code == 0
    return home


def words_of(line: str) -> list[str]:
    """The words of `$ legday log "squat 3x10" --effort 6`; what is between quotes is one."""
    return [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', line)][2:]


def not_printed(block: str, home: Path, today: str) -> tuple[list[str], str]:
    """The lines of a block that the terminal does not print, or not in this order; and the day the block ends on."""
    missing: list[str] = []
    printed, at = "", 0
    for line in block.splitlines():
        if line.startswith("# "):
            today = f"{datetime.strptime(line[2:], '%a %d %b %Y'):%Y-%m-%d}"
        elif line.startswith("$ "):
            words = words_of(line)
            day = [] if words[0] in WITHOUT_TODAY else ["--today", today]
            done = legday(*words, *day, home=home)
            printed, at = flat(done.out + done.err), 0
        else:
            for part in map(flat, line.split("…")):
                found = printed.find(part, at)
                missing += [line] if found < 0 else []
                at = max(at, found + len(part))
    return missing, today


@pytest.mark.parametrize("page", TOLD, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_is_what_the_terminal_prints(page: Path, tmp_path: Path) -> None:
    home, today = home_of_the_tutorial(tmp_path), ACCEPTED
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        missing, today = not_printed(block["body"], home, today)
        assert missing == []


def test_a_line_that_is_not_printed_is_seen(tmp_path: Path) -> None:
    home = home_of_the_tutorial(tmp_path)
    block = "# Tue 24 Nov 2026\n$ legday hurt achilles left 3\nHold. … Hold.\nAll is well.\n"
    assert not_printed(block, home, ACCEPTED) == (["All is well."], "2026-11-24")
