"""Decides that decisions touch no file, clock, chance or log: facts and `today` are passed in."""

import ast
from pathlib import Path

import pytest

from house_ground import PACKAGE, PURE_FOLDERS, python_files

CALLS = frozenset({"open", "print", "input", "exec", "eval", "__import__", "breakpoint"})
ATTRIBUTES = frozenset(
    ["now", "utcnow", "today", "fromtimestamp", "read_text", "write_text", "read_bytes", "write_bytes", "getenv", "environ", "uuid1", "uuid4", "default_rng"]
)
MODULES = frozenset(
    ["os", "io", "sys", "time", "random", "secrets", "logging", "socket", "subprocess", "pathlib", "tempfile", "shutil", "sqlite3", "urllib", "http", "asyncio", "threading", "sqlalchemy", "alembic", "pydantic", "typer", "rich", "icalendar"]
)


def impurities(source: str) -> list[str]:
    """What in some Python reaches for the world, as `line: what`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            found.append(f"{node.lineno}: {node.func.id}()")
        elif isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
            found.append(f"{node.lineno}: .{node.attr}")
        elif isinstance(node, ast.Import):
            found += [
                f"{node.lineno}: import {a.name}" for a in node.names if a.name.split(".")[0] in MODULES
            ]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in MODULES:
            found.append(f"{node.lineno}: from {node.module}")
        elif isinstance(node, ast.Attribute) and node.attr == "random":
            found.append(f"{node.lineno}: .random")
    return found


PURE = [path for path in python_files() if path.relative_to(PACKAGE).parts[0] in PURE_FOLDERS]


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_pure_module_reaches_for_nothing(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("open('x')", "1: open()"),
        ("from datetime import date\ndate.today()", "2: .today"),
        ("import datetime\ndatetime.datetime.now()", "2: .now"),
        ("import time", "1: import time"),
        ("from os.path import join", "1: from os.path"),
        ("import numpy as np\nnp.random.normal()", "2: .random"),
        ("from uuid import UUID\nprint(1)", "2: print()"),
    ],
)
def test_the_scan_sees_a_reach(source: str, found: str) -> None:
    assert impurities(source) == [found]
