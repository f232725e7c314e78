"""Decides how a story is written: Markdown with a profile, a question, runs to come and what must come out."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```\s*$", re.MULTILINE | re.DOTALL)
KNOWN_BLOCKS = frozenset({"toml profile", "toml plan", "ics runs", "csv runs", "text journal", "expect"})
LATER = re.compile(
    r"(?P<kind>toml profile|csv runs|csv log|watch)(?: from)? (?P<day>\d{4}-\d\d-\d\d)(?: (?P<at>\d\d:\d\d))?"
)


class StoryUnclear(Exception):
    """A story that cannot be told: says the file, what is wrong and what was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One line of an `expect` block: what must hold, and where it stands."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A block that comes in on a later day: `kind` is `toml profile`, `csv runs`, `csv log` or `watch` (begun `at`, Greenwich)."""

    kind: str
    day: date
    body: str
    at: time = time(18)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A runner in a few lines, and what must come out.

    `runs` is the run plan file as (name, bytes), `journal` lines of the journal's notation: promised sessions, or, from the day a plan
    is `accepted`, what happened. `later` are blocks with a day of their own.
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
    accepted: date | None = None
    later: tuple[Later, ...] = ()


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


def _later(info: str, body: str) -> Later | None:
    match = LATER.fullmatch(info)
    if match is None:
        return None
    day, at = date.fromisoformat(match["day"]), time.fromisoformat(match["at"] or "18:00")
    return Later(kind=match["kind"], day=day, body=body, at=at)


def _plan_asked(name: str, blocks: dict[str, str], later: list[Later]) -> dict[str, object]:
    """What the `toml plan` block asks. StoryUnclear where a key is missing, or days do not follow each other."""
    question = tomllib.loads(_only(name, blocks, "toml plan"))
    today, accepted = question.get("today"), question.get("accepted")
    if not (isinstance(today, date) and isinstance(question.get("weeks"), int)):
        raise StoryUnclear(f"{name}: ```toml plan needs today (a date) and weeks (a number)")
    if accepted is None and later:
        raise StoryUnclear(f"{name}: ```{later[0].kind} with a date needs a plan that was accepted (a date)")
    if accepted is not None and not (isinstance(accepted, date) and accepted <= today):
        raise StoryUnclear(f"{name}: accepted is a date up to today")
    if any(not (isinstance(accepted, date) and accepted <= one.day <= today) for one in later):
        raise StoryUnclear(f"{name}: what comes in later comes in between accepted and today")
    return question


def read_story(name: str, text: str) -> Story:
    """One story. StoryUnclear where a block is missing, unknown or written twice, or nothing is expected."""
    blocks: dict[str, str] = {}
    later: list[Later] = []
    expectations: list[Expectation] = []
    for block in FENCE.finditer(text):
        info = block["info"].strip()
        if one := _later(info, block["body"]):
            later.append(one)
        elif info not in KNOWN_BLOCKS:
            raise StoryUnclear(f"{name}:{_line_of(text, block.start())}: unknown block ```{info}")
        elif info == "expect":
            expectations += _expectations(text, block)
        elif info in blocks:
            raise StoryUnclear(f"{name}:{_line_of(text, block.start())}: a second ```{info} block")
        else:
            blocks[info] = block["body"]
    if not expectations:
        raise StoryUnclear(f"{name}: expects nothing")
    question = _plan_asked(name, blocks, later)
    today, weeks, accepted = question["today"], question["weeks"], question.get("accepted")
    assert isinstance(today, date)
    assert isinstance(weeks, int)
    return Story(
        name=name,
        title=text.split("\n", 1)[0].lstrip("# ").strip(),
        profile=_only(name, blocks, "toml profile"),
        today=today,
        weeks=weeks,
        expectations=tuple(expectations),
        runs=_run_plan(name, blocks),
        journal=blocks.get("text journal", ""),
        question=question,
        accepted=accepted if isinstance(accepted, date) else None,
        later=tuple(later),
    )


def read_stories(folder: Path) -> tuple[Story, ...]:
    """All stories of a folder, by name; its README, which explains the notation, is left out."""
    paths = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    return tuple(read_story(path.stem, path.read_text(encoding="utf-8")) for path in paths)
