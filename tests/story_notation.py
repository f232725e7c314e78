"""Decides how a story is written: Markdown with a profile, a question, runs to come and what must come out."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```\s*$", re.MULTILINE | re.DOTALL)
KNOWN_BLOCKS = frozenset({"toml profile", "toml plan", "ics runs", "csv runs", "text journal", "expect"})


class StoryUnclear(Exception):
    """A story that cannot be told: says the file, what is wrong and what was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One line of an `expect` block: what must hold, and where it stands."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A runner in a few lines, and what must come out.

    `runs` is the run plan file as (name, bytes), `journal` lines of the journal's notation (promised sessions).
    """

    name: str
    title: str
    profile: str
    today: date
    weeks: int
    expectations: tuple[Expectation, ...]
    runs: tuple[str, bytes] | None = None
    journal: str = ""
    question: dict[str, object] = field(default_factory=dict)


def _line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _expectations(text: str, block: re.Match[str]) -> list[Expectation]:
    first = _line_of(text, block.start("body"))
    lines = enumerate(block["body"].splitlines(), start=first)
    return [
        Expectation(text=line.strip(), line=number)
        for number, line in lines
        if line.strip() and not line.strip().startswith("#")
    ]


def _run_plan(name: str, blocks: dict[str, str]) -> tuple[str, bytes] | None:
    for kind in ("ics", "csv"):
        body = blocks.get(f"{kind} runs")
        if body is not None:
            ends = body.replace("\n", "\r\n") if kind == "ics" else body
            return f"{name}.{kind}", ends.encode()
    return None


def _only(name: str, blocks: dict[str, str], wanted: str) -> str:
    if wanted not in blocks:
        raise StoryUnclear(f"{name}: has no ```{wanted} block")
    return blocks[wanted]


def read_story(name: str, text: str) -> Story:
    """One story. StoryUnclear where a block is missing, unknown or written twice, or nothing is expected."""
    blocks: dict[str, str] = {}
    expectations: list[Expectation] = []
    for block in FENCE.finditer(text):
        info = block["info"].strip()
        if info not in KNOWN_BLOCKS:
            raise StoryUnclear(f"{name}:{_line_of(text, block.start())}: unknown block ```{info}")
        if info == "expect":
            expectations += _expectations(text, block)
        elif info in blocks:
            raise StoryUnclear(f"{name}:{_line_of(text, block.start())}: a second ```{info} block")
        else:
            blocks[info] = block["body"]
    if not expectations:
        raise StoryUnclear(f"{name}: expects nothing")
    question = tomllib.loads(_only(name, blocks, "toml plan"))
    if not (isinstance(question.get("today"), date) and isinstance(question.get("weeks"), int)):
        raise StoryUnclear(f"{name}: ```toml plan needs today (a date) and weeks (a number)")
    return Story(
        name=name,
        title=text.split("\n", 1)[0].lstrip("# ").strip(),
        profile=_only(name, blocks, "toml profile"),
        today=question["today"],
        weeks=question["weeks"],
        expectations=tuple(expectations),
        runs=_run_plan(name, blocks),
        journal=blocks.get("text journal", ""),
        question=question,
    )


def read_stories(folder: Path) -> tuple[Story, ...]:
    """All stories of a folder, by name; its README, which explains the notation, is left out."""
    paths = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    return tuple(read_story(path.stem, path.read_text(encoding="utf-8")) for path in paths)
