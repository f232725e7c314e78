"""Decides which entries made elsewhere are taken in, each once: those that say nothing legday itself would not have written."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from legday.actions.believed import Ground, believe
from legday.actions.state import Facts
from legday.model.errors import InputError
from legday.model.journal import AnyEntry
from legday.store import Store
from legday.store.entry_json import entry_json, entry_of

MOST_ENTRIES = 500
"""So many entries are taken at once (our setting)."""

_MOST_SHOWN = 80


class Outcome(StrEnum):
    """What became of an entry."""

    STORED = "stored"
    THERE = "already there"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one entry, by the id it came with (empty where it had none that could be read), and why it was refused."""

    id: str
    outcome: Outcome
    why: InputError | None = None


def take_in(store: Store, known: Facts, values: Sequence[object], *, now: datetime) -> tuple[Taken, ...]:
    """Stores each entry of `values` (their stored form as JSON values) that is new and can be believed, one by one, in their order.

    What was sent before is there already, whatever is believed today. `now` is aware. InputError for more than `MOST_ENTRIES`.
    """
    if len(values) > MOST_ENTRIES:
        raise InputError(
            value=f"{len(values)} entries",
            place="body",
            problem="are too many at once",
            remedy=f"at most {MOST_ENTRIES} in one request",
        )
    there = {entry.id: entry for entry in store.entries()}
    ground = Ground(known=known, now=now, entries=there)
    return tuple(_taken(value, store, ground, there) for value in values)


def _taken(value: object, store: Store, ground: Ground, there: dict[UUID, AnyEntry]) -> Taken:
    name = value.get("id") if isinstance(value, Mapping) else None
    said = name if isinstance(name, str) and len(name) <= _MOST_SHOWN else ""
    try:
        entry = read_entry(value)
        if entry.id in there:
            _same(entry, there[entry.id])
            return Taken(id=str(entry.id), outcome=Outcome.THERE)
        believe(entry, ground)
    except InputError as why:
        return Taken(id=said, outcome=Outcome.REFUSED, why=why)
    stored = store.append(entry)
    there[entry.id] = entry
    return Taken(id=str(entry.id), outcome=Outcome.STORED if stored else Outcome.THERE)


def _same(entry: AnyEntry, other: AnyEntry) -> None:
    if entry != other:
        raise InputError(
            value=str(entry.id),
            place="id",
            problem="is there already and says something else",
            remedy="a new id for a new entry",
        )


def read_entry(value: object) -> AnyEntry:
    """The entry of its stored form as a JSON value. InputError names a key that does not fit, or that no such entry has."""
    from pydantic import ValidationError

    try:
        entry = entry_of(json.dumps(value, allow_nan=False, ensure_ascii=False))
    except ValidationError as refused:
        raise _unfit(refused.errors(include_url=False, include_context=False)[0]) from refused
    except (RecursionError, ValueError) as refused:
        raise InputError(
            value="the entry", place="entry", problem="cannot be read", remedy="text that is UTF-8"
        ) from refused
    unknown = _unknown(value, json.loads(entry_json(entry)))
    if unknown:
        raise InputError(
            value=unknown[0], place=entry.tag, problem="is no key of it", remedy="one that openapi.json names"
        )
    return entry


def _unfit(error: Any) -> InputError:
    """What the first value is that does not fit; the place begins with the tag of the entry where that is known."""
    place = ".".join(str(part) for part in error["loc"]) or "entry"
    value = error["input"]
    plain = isinstance(value, str | int | float | bool | None)
    return InputError(
        value=(_short(value) if isinstance(value, str) else value) if plain else "what is there",
        place=place,
        problem="does not fit",
        remedy=_short(error["msg"], 4 * _MOST_SHOWN),
    )


def _short(text: str, most: int = _MOST_SHOWN) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _unknown(given: object, kept: object) -> list[str]:
    """The keys that were given and are not kept, anywhere inside."""
    if isinstance(given, Mapping) and isinstance(kept, Mapping):
        more = [_short(str(key)) for key in given if key not in kept]
        return more + [each for key in given if key in kept for each in _unknown(given[key], kept[key])]
    if isinstance(given, list) and isinstance(kept, list):
        return [each for one, other in zip(given, kept, strict=False) for each in _unknown(one, other)]
    return []
