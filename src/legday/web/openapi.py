"""Decides how the API is described: OpenAPI 3.1, with the schemas of the terminal's JSON and of the journal's entries."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from legday.actions.believed import TAKEN
from legday.actions.take_in import MOST_ENTRIES, Outcome
from legday.store.entry_json import entry_schema
from legday.web.api import PREFIX, router
from legday.web.guard import MOST_BYTES
from legday.web.refusals import PROBLEM
from legday.writing.schema_files import schema

HERE = "#/components/schemas/"

ANSWERS: Mapping[str, str] = {
    "/today": "today",
    "/plan": "plan",
    "/history": "history",
    "/progress": "progress",
}
"""The schemas of what a path answers, by the file of the terminal's JSON."""

TEXT = {"type": "string"}
THE_PROBLEM = {
    "type": "object",
    "description": "RFC 9457: what was wrong, with the value, its place and what would do.",
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "value": TEXT,
        "place": TEXT,
        "remedy": TEXT,
        "errors": {"type": "array", "items": {"type": "object", "additionalProperties": TEXT}},
    },
    "required": ["type", "title", "status", "detail"],
    "additionalProperties": False,
}
WHAT = (
    f"Entries are taken whole or not at all, each on its own, at most {MOST_ENTRIES} and {MOST_BYTES:,} bytes at once. Taken are the tags "
    f"{', '.join(TAKEN)}. Ids are UUIDv7, made where the entry is made; a moment of the wall clock has no zone, `at` has one. "
    "docs/reference/api.md states the limit of each value. Answers come in the order of the entries."
)
WRITES_REFUSED = ("413", "415")
REFUSED = ("400", "401", "403", "404", "405", "409", "421", "422", "500", "503")


def described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of `app`, worked out once."""
    if app.openapi_schema is None:
        app.openapi_schema = _document(app)
    return app.openapi_schema


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        openapi_version="3.1.0",
        description="Leg strength for runners, planned around the runs they really do.",
        routes=router.routes,
    )
    parts = {"problem": THE_PROBLEM, **_answers()}
    document["components"] = {"schemas": parts}
    for path, verbs in document["paths"].items():
        for verb, operation in verbs.items():
            _answered(operation, _schema_of(path, verb), writes=verb == "post")
    writing = document["paths"][f"{PREFIX}/entries"]["post"]
    writing["description"] = f"{writing['description']} {WHAT}"
    writing["requestBody"]["content"]["application/json"]["schema"] = {
        "type": "array",
        "maxItems": MOST_ENTRIES,
        "items": {"$ref": f"{HERE}entry"},
    }
    return document


def _answered(operation: dict[str, Any], name: str, *, writes: bool) -> None:
    """What an operation answers: its own JSON, else a problem."""
    refused = (*REFUSED, *(WRITES_REFUSED if writes else ()))
    operation["responses"] = {
        "200": {"description": "So.", "content": {"application/json": {"schema": {"$ref": f"{HERE}{name}"}}}},
        **{status: _problem_answer() for status in refused},
    }


def _problem_answer() -> dict[str, Any]:
    return {"description": "A problem.", "content": {PROBLEM: {"schema": {"$ref": f"{HERE}problem"}}}}


def _schema_of(path: str, verb: str) -> str:
    short = path.removeprefix(PREFIX)
    if short == "/entries":
        return "taken" if verb == "post" else "entries"
    if short.startswith("/rules"):
        return "rules"
    return {"/exercises": "exercises", "/exercises/{name}": "exercise"}.get(short) or ANSWERS[short]


def _answers() -> dict[str, Any]:
    """Every schema by its name; what the files define for themselves is named after them."""
    parts: dict[str, Any] = {}
    for name in (*ANSWERS.values(), "exercise", "rules"):
        whole = schema(name)
        inside = whole.pop("$defs", {})
        whole.pop("$schema", None)
        parts[name] = _moved(whole, name)
        parts |= {f"{name}.{part}": _moved(told, name) for part, told in inside.items()}
    entry = entry_schema(HERE)
    parts |= entry.pop("$defs", {})
    parts["entry"] = entry
    parts["exercises"] = _object(exercises={"type": "array", "items": {"$ref": f"{HERE}exercise"}})
    parts["entries"] = _object(
        entries={"type": "array", "items": {"$ref": f"{HERE}entry"}}, next={"type": ["string", "null"]}
    )
    parts["taken"] = _object(answers={"type": "array", "items": _answer()})
    return parts


def _answer() -> dict[str, Any]:
    told = _object(id=TEXT, outcome={"enum": [one.value for one in Outcome]})
    told["properties"]["why"] = {
        "type": "object",
        "properties": {"detail": TEXT, "value": TEXT, "place": TEXT, "remedy": TEXT},
        "required": ["detail"],
    }
    return told


def _object(**keys: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(keys),
        "required": sorted(keys),
        "additionalProperties": False,
    }


def _moved(value: Any, name: str) -> Any:
    """A schema with what it refers to named for the whole document."""
    if isinstance(value, list):
        return [_moved(one, name) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: f"{HERE}{name}.{one.removeprefix('#/$defs/')}" if key == "$ref" else _moved(one, name)
        for key, one in value.items()
    }
