"""Decides that decisions touch no file, clock, chance or log: facts and `today` are passed in."""

import ast
from pathlib import Path

import pytest

from house_ground import PACKAGE, PURE_FOLDERS, python_files

CALLS = frozenset({"open", "print", "input", "exec", "eval", "__import__", "breakpoint"})
CLOCK = frozenset({"now", "utcnow", "today", "fromtimestamp", "uuid1", "uuid4", "default_rng"})
FILES = frozenset({"read_text", "write_text", "read_bytes", "write_bytes", "getenv"})
ATTRIBUTES = frozenset({"environ", "random"})
WORLD = frozenset(
    {"os", "io", "sys", "pathlib", "tempfile", "shutil", "subprocess", "socket", "urllib", "http"}
)
CHANCE = frozenset({"time", "random", "secrets", "logging", "asyncio", "threading"})
OUTSIDE = frozenset({"sqlite3", "sqlalchemy", "alembic", "pydantic", "typer", "rich", "icalendar"})
MODULES = WORLD | CHANCE | OUTSIDE


def _call(function: ast.expr) -> str:
    if isinstance(function, ast.Name) and function.id in CALLS:
        return f"{function.id}()"
    if isinstance(function, ast.Attribute) and function.attr in CLOCK | FILES:
        return f".{function.attr}()"
    return ""


def _reach(node: ast.AST) -> str:
    match node:
        case ast.Call(func=function):
            return _call(function)
        case ast.Attribute(attr=name) if name in ATTRIBUTES:
            return f".{name}"
        case ast.Import(names=names):
            return ", ".join(f"import {alias.name}" for alias in names if alias.name.split(".")[0] in MODULES)
        case ast.ImportFrom(module=str(module)) if module.split(".")[0] in MODULES:
            return f"from {module}"
    return ""


def impurities(source: str) -> list[str]:
    """What in some Python reaches for the world, as `line: what`."""
    reaches = ((node, _reach(node)) for node in ast.walk(ast.parse(source)))
    return [f"{getattr(node, 'lineno', 0)}: {reach}" for node, reach in reaches if reach]


PURE = [path for path in python_files() if path.relative_to(PACKAGE).parts[0] in PURE_FOLDERS]


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_pure_module_reaches_for_nothing(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("open('x')", "1: open()"),
        ("from datetime import date\ndate.today()", "2: .today()"),
        ("import datetime\ndatetime.datetime.now()", "2: .now()"),
        ("import time", "1: import time"),
        ("from os.path import join", "1: from os.path"),
        ("import numpy as np\nnp.random.normal()", "2: .random"),
        ("from uuid import UUID\nprint(1)", "2: print()"),
        ("import os.path as where", "1: import os.path"),
    ],
)
def test_the_scan_sees_a_reach(source: str, found: str) -> None:
    assert impurities(source) == [found]
