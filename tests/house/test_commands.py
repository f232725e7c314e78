"""Decides that every `legday …` line in the pages is one that the terminal takes."""

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from house_ground import ROOT, pages
from legday.cli.main import app

FENCED = re.compile(r"^```(?:text|bash|console)?\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(?P<line>legday [^`]+)`")
PLACEHOLDERS = {
    "DAY": "2026-11-24",
    "FILE": "plan.json",
    "ID": "leg-spacing",
    "PATH…": "runs",
    "<id>": "squat",
}
HAND_WRITTEN = [page for page in pages() if "reference" not in page.parts and "decisions" not in page.parts]


def command_lines(text: str) -> list[str]:
    """The `legday …` lines of a page: in blocks without a language, and in the running text."""
    blocks = [line for block in FENCED.finditer(text) for line in block["body"].splitlines()]
    fenced = [line.split("  #")[0].split(" # ")[0].strip() for line in blocks if line.startswith("legday ")]
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return [*fenced, *(match["line"] for match in INLINE.finditer(prose))]


def refusal(line: str) -> str:
    """What the terminal has against a line; empty where it takes it. Nothing is run."""
    words = [PLACEHOLDERS.get(word, word) for word in shlex.split(line)[1:]]
    command = typer.main.get_command(app)
    if words and words[0].startswith("-"):
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        return "" if words[0] in known else f"no option {words[0]}"
    verb = getattr(command, "commands", {}).get(words[0])
    if verb is None:
        return f"no verb {words[0]}"
    known = {option for parameter in verb.params for option in parameter.opts} | {"--help"}
    unknown = [word for word in words[1:] if word.startswith("--") and word not in known]
    return f"no option {unknown[0]}" if unknown else ""


@pytest.mark.parametrize("page", HAND_WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_line_is_one_the_terminal_takes(page: Path) -> None:
    lines = command_lines(page.read_text(encoding="utf-8"))
    assert {line: refusal(line) for line in lines if refusal(line)} == {}


def test_lines_that_the_terminal_does_not_take_are_seen() -> None:
    assert refusal("legday dance") == "no verb dance"
    assert refusal("legday plan --weaks 4") == "no option --weaks"
    assert refusal("legday --versoin") == "no option --versoin"
    assert command_lines("```\nlegday plan --weeks 4  # why\n```\nor `legday today`") == [
        "legday plan --weeks 4",
        "legday today",
    ]
