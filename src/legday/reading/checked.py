"""Decides how a value that does not fit its schema is told: file, key, value, what was expected, likely remedy."""

import re
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ValidationError
from pydantic_core import ErrorDetails

from legday.model.errors import InputError

_Location = tuple[int | str, ...]
_Schema = TypeVar("_Schema", bound=BaseModel)


def checked(schema: type[_Schema], data: object, *, file: str) -> _Schema:
    """`data` as `schema`; InputError about the first thing that does not fit."""
    try:
        return schema.model_validate(data)
    except ValidationError as refused:
        raise _input_error(_telling(refused.errors(include_url=False)), schema, file=file) from None


def key_text(location: _Location) -> str:
    """`("openings", 0, "start")` → "openings[0].start"; counted from 0 as in JSON."""
    text = ""
    for step in location:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def near_name(name: str, known: tuple[str, ...]) -> str:
    """A remedy naming the nearest names that exist, else the first of them."""
    near = get_close_matches(name.lower(), known, n=2, cutoff=0.6)
    return f"you meant {' or '.join(near)}" if near else f"one of: {', '.join(known)}"


def _telling(problems: list[ErrorDetails]) -> ErrorDetails:
    """The first unknown key if there is one: a mistyped key also shows as a missing one, which would say less."""
    unknown = [problem for problem in problems if problem["type"] == "extra_forbidden"]
    return (unknown or problems)[0]


def _input_error(problem: ErrorDetails, schema: type[BaseModel], *, file: str) -> InputError:
    location, kind = problem["loc"], problem["type"]
    if kind in {"missing", "extra_forbidden"}:
        key = str(location[-1])
        place = f"{file}: {key_text(location[:-1])}" if location[:-1] else file
        if kind == "missing":
            return InputError(value=key, place=place, problem="is missing", remedy=f"add {key} = …")
        known = _keys_at(schema, location[:-1])
        return InputError(
            value=key, place=place, problem="is not a key legday knows", remedy=near_name(key, known)
        )
    place = f"{file}: {key_text(location)}" if location else file
    words, remedy = _words(problem)
    return InputError(value=_short(problem["input"]), place=place, problem=words, remedy=remedy)


def _words(problem: ErrorDetails) -> tuple[str, str]:
    """What is wrong, and the remedy."""
    context: dict[str, Any] = problem.get("ctx", {})
    match problem["type"]:
        case "value_error" | "assertion_error":
            words, _, remedy = str(context.get("error", problem["msg"])).partition(" | ")
            return words, remedy
        case "enum" | "literal_error":
            return "is not one of the choices", str(context["expected"]).replace("'", "")
        case "greater_than_equal" | "greater_than":
            return (
                "is too small",
                f"{context['ge']:g} or more" if "ge" in context else f"more than {context['gt']:g}",
            )
        case "less_than_equal" | "less_than":
            return (
                "is too large",
                f"{context['le']:g} or less" if "le" in context else f"less than {context['lt']:g}",
            )
        case _:
            return "does not fit", problem["msg"].removeprefix("Input ").replace(
                "should be", "it should be", 1
            )


def _short(value: object) -> object:
    """Long tables would hide the sentence about them."""
    return value if len(repr(value)) <= 60 else f"{repr(value)[:57]}…"


def _keys_at(schema: type[BaseModel], location: _Location) -> tuple[str, ...]:
    """The keys `schema` has at `location`, by their names in the file."""
    for step in location:
        if isinstance(step, int):
            continue
        found = [field for name, field in schema.model_fields.items() if step in {name, field.alias}]
        inner = _schema_in(found[0].annotation) if found else None
        if inner is None:
            return ()
        schema = inner
    return tuple(field.alias or name for name, field in schema.model_fields.items())


def _schema_in(annotation: Any) -> type[BaseModel] | None:
    """The one schema an annotation such as `tuple[Opening, ...]` holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_schema_in(part) for part in get_args(annotation))
    return next((schema for schema in inner if schema is not None), None)


def _clock(value: object) -> time:
    if isinstance(value, time) and value.tzinfo is None:
        return value.replace(second=0, microsecond=0)
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", value.strip()) if isinstance(value, str) else None
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return time(int(found[1]), int(found[2]))
    raise ValueError('is not a time of day | written "18:00"')


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError("is not a date | written 2027-04-11") from None


Clock = Annotated[time, BeforeValidator(_clock)]
"""A time of day as TOML or as text "18:00"."""
Date = Annotated[date, BeforeValidator(_day)]
"""A date as TOML or as text "2027-04-11"."""
