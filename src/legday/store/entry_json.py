"""Decides how an entry of the journal is kept: as JSON that gives back the very same entry."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from legday.model.journal import AnyEntry

if TYPE_CHECKING:  # a store opens without pydantic; the first entry loads it
    from pydantic import TypeAdapter


@cache
def _one() -> "TypeAdapter[AnyEntry]":
    from pydantic import Field, TypeAdapter

    return TypeAdapter(Annotated[AnyEntry, Field(discriminator="tag")])


@cache
def _many() -> "TypeAdapter[tuple[AnyEntry, ...]]":
    from pydantic import Field, TypeAdapter

    return TypeAdapter(tuple[Annotated[AnyEntry, Field(discriminator="tag")], ...])


def entry_json(entry: AnyEntry) -> str:
    return _one().dump_json(entry).decode()


def entry_of(body: str) -> AnyEntry:
    """ValidationError for JSON that is not an entry."""
    return _one().validate_json(body)


def entries_of(bodies: Sequence[str]) -> tuple[AnyEntry, ...]:
    """Many at once, which is several times faster than one after the other."""
    return _many().validate_json(f"[{','.join(bodies)}]")


def entry_schema(here: str) -> dict[str, Any]:
    """The JSON Schema of an entry; what it refers to lies under `here`, and in `$defs`.

    Only `at` has a zone: the formats of JSON Schema know no moment and no time without one.
    """
    schema = _one().json_schema(ref_template=f"{here}{{model}}", mode="validation")
    _without_zones(schema)
    return schema


def _without_zones(part: object) -> None:
    if isinstance(part, list):
        for one in part:
            _without_zones(one)
    elif isinstance(part, dict):
        if part.get("format") == "time" or (part.get("format") == "date-time" and part.get("title") != "At"):
            del part["format"]
        for one in part.values():
            _without_zones(one)
