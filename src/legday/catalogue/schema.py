"""Decides whether a table has the form the model asks for: every key known, every type right, nothing missing."""

import json
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import ConfigDict, TypeAdapter, ValidationError

from legday.model.errors import CatalogueError

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """A rule as the runner reads it."""

    title: str
    words: str
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionWords:
    """A place that can hurt as the runner reads it."""

    name: str
    words: str


@cache
def _adapter(kind: Any) -> TypeAdapter[dict[str, Any]]:
    # The dataclasses have no settings of their own, so these reach into all that are nested in them.
    return TypeAdapter(dict[str, kind], config=ConfigDict(extra="forbid"))


def checked(kind: type[Kind], tables: Mapping[str, object], *, file: str) -> dict[str, Kind]:
    """Tables as values of `kind`, by id.

    `file` names where they stand; a `*` in it is the id (one file each), without one the id is part of the key.
    CatalogueError for the first thing that does not fit. Going through JSON lets the strict check still
    take a list for a tuple and a word for an enum, as TOML writes them.
    """
    try:
        return _adapter(cast(Hashable, kind)).validate_json(json.dumps(tables, default=str), strict=True)
    except ValidationError as error:
        raise _refused(error.errors(include_url=False)[0], file) from error


def _refused(problem: Mapping[str, Any], file: str) -> CatalogueError:
    name, *inner = (str(part) for part in problem["loc"] if part != "[key]")
    key = ".".join(inner if "*" in file and inner else [name, *inner])
    absent = problem["type"] == "missing"
    return CatalogueError(
        file=file.replace("*", name),
        key=key,
        value=None if absent else problem["input"],
        expected=_expected(problem),
    )


def _expected(problem: Mapping[str, Any]) -> str:
    match problem["type"]:
        case "missing":
            return "a value; the key is missing"
        case "unexpected_keyword_argument":
            return "no such key"
        case "enum":
            return f"one of {problem['ctx']['expected']}"
        case _:
            return str(problem["msg"]).removeprefix("Input should be ").lower()
