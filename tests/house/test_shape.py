"""Decides what our Python looks like: nouns for modules, a sentence on top, short functions, docstrings in public."""

import ast
import statistics
from pathlib import Path

import pytest

from house_ground import PACKAGE, functions, module_of, python_files, tree_of

LONGEST = 60
SHORT = 20
UNWANTED = (
    "util",
    "utils",
    "helper",
    "helpers",
    "manager",
    "service",
    "services",
    "common",
    "misc",
    "config",
    "base",
)
FILES = pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(PACKAGE)))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@FILES
def test_a_module_says_in_one_sentence_what_it_decides(path: Path) -> None:
    docstring = ast.get_docstring(tree_of(path))
    assert docstring, f"{module_of(path)} has no docstring"
    assert docstring.split("\n\n")[0].rstrip().endswith((".", ":")), docstring


@FILES
def test_a_module_is_a_noun_of_the_domain(path: Path) -> None:
    words = [word for part in path.relative_to(PACKAGE).with_suffix("").parts for word in part.split("_")]
    assert [word for word in words if word in UNWANTED] == []


@FILES
def test_no_function_is_longer_than_a_page(path: Path) -> None:
    long = {function.name: _length(function) for function in functions(path) if _length(function) > LONGEST}
    assert long == {}


@FILES
def test_public_functions_say_what_they_give(path: Path) -> None:
    """Short ones whose name says it all (`monday_of`) are left out."""
    public = [
        node
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_")
    ]
    silent = [node.name for node in public if not ast.get_docstring(node) and _length(node) > SHORT]
    assert silent == []


def test_functions_are_short_as_a_rule() -> None:
    lengths = sorted(_length(function) for path in python_files() for function in functions(path))
    assert statistics.median(lengths) <= 9
    assert lengths[len(lengths) * 9 // 10] <= 30


def test_nothing_is_marked_for_later() -> None:
    marks = ("TODO", "FIXME", "XXX", "raise NotImplementedError")
    found = [
        f"{module_of(path)}: {mark}"
        for path in python_files()
        for mark in marks
        if mark in path.read_text(encoding="utf-8")
    ]
    assert found == []
