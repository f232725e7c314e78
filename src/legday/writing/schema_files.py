"""Decides where the JSON schemas live: one file per kind of output, inside the package."""

import json
from importlib.resources import files
from typing import Any

_FOLDER = files("legday.writing") / "schemas"


def schema_names() -> tuple[str, ...]:
    """The names of all schemas, sorted: `plan`, and the verbs of the terminal."""
    return tuple(sorted(entry.name.removesuffix(".json") for entry in _FOLDER.iterdir()))


def schema(name: str) -> dict[str, Any]:
    """One JSON schema (draft 2020-12). FileNotFoundError for a name that does not exist."""
    text = (_FOLDER / f"{name}.json").read_text(encoding="utf-8")
    value: dict[str, Any] = json.loads(text)
    return value
