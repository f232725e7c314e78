"""Decides that what is written is so: links resolve, verbs and make targets are documented, benchmarks are named."""

import re
from pathlib import Path

import pytest

from house_ground import ROOT, pages

LINK = re.compile(r"\[[^\]]*\]\((?P<to>[^)\s]+)\)")
NAMED = re.compile(r'<a id="(?P<name>[^"]+)"></a>')
HEADING = re.compile(r"^#+ (?P<text>.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
TARGET = re.compile(r"^(?P<name>[a-z]+):", re.MULTILINE)


def anchor(heading: str) -> str:
    """The name that a heading gets in a link: lower case, words joined by hyphens."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def _anchors(page: Path) -> set[str]:
    text = page.read_text(encoding="utf-8")
    named = {match["name"] for match in NAMED.finditer(text)}
    return named | {anchor(match["text"]) for match in HEADING.finditer(text)}


def broken_links(page: Path, text: str) -> list[str]:
    """The links of a page that lead nowhere inside the project. Addresses of the web are left alone."""
    broken = []
    for match in LINK.finditer(FENCED.sub("", text)):
        to, _, name = match["to"].partition("#")
        if "://" in to or to.startswith("mailto:"):
            continue
        target = (page.parent / to).resolve() if to else page
        if not target.exists() or (name and target.suffix == ".md" and name not in _anchors(target)):
            broken.append(match["to"])
    return broken


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert broken_links(page, page.read_text(encoding="utf-8")) == []


def test_a_broken_link_is_seen() -> None:
    page = ROOT / "README.md"
    assert broken_links(page, "[a](nowhere.md) [b](README.md#no-such-heading) [c](LICENSE)") == [
        "nowhere.md",
        "README.md#no-such-heading",
    ]


def test_every_page_is_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        links = LINK.finditer(FENCED.sub("", page.read_text(encoding="utf-8")))
        targets = [(page.parent / match["to"].partition("#")[0]).resolve() for match in links]
        for target in targets:
            inside = sorted(target.glob("*.md")) if target.is_dir() else [target]
            waiting += [found for found in inside if found.suffix == ".md" and found.is_file()]
    assert [str(page.relative_to(ROOT)) for page in pages() if page not in reached] == []


def test_every_verb_of_the_terminal_is_documented() -> None:
    import typer.main

    from legday.cli.main import app

    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    verbs = sorted(getattr(typer.main.get_command(app), "commands", {}))
    assert len(verbs) >= 14
    assert [verb for verb in verbs if f"legday {verb}" not in page] == []


def test_every_make_target_is_explained_to_contributors() -> None:
    targets = {
        match["name"] for match in TARGET.finditer((ROOT / "Makefile").read_text(encoding="utf-8"))
    } - {"all"}
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [target for target in sorted(targets) if f"`make {target}`" not in page] == []


def test_the_machine_asks_for_the_coverage_that_contributors_are_told_of() -> None:
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    share = re.search(r"^cover:.*\n\t.*--fail-under=(\d+)", recipes, re.MULTILINE)
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert share is not None
    assert re.search(r"^make check test cover ", run, re.MULTILINE)
    assert f"`make cover` | after `make test`: {share[1]} %" in page


def test_every_benchmark_is_documented() -> None:
    page = (ROOT / "docs" / "how-to" / "measure.md").read_text(encoding="utf-8")
    scripts = sorted(path.name for path in (ROOT / "bench").glob("*.py"))
    assert scripts
    assert [name for name in scripts if f"bench/{name}" not in page] == []


def test_every_story_is_told_in_the_list() -> None:
    folder = ROOT / "tests" / "stories"
    page = (ROOT / "docs" / "how-to" / "write-a-story.md").read_text(encoding="utf-8")
    names = sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")
    assert [name for name in names if name not in page] == []


def test_decisions_are_numbered_without_gaps_and_say_their_price() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert decisions
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert [part for part in ("## Problem", "## Choice", "## Price") if part not in text] == [], path.name
