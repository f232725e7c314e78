"""Decides the options that verbs share, so that each is spelt and explained once."""

from datetime import date, datetime, time
from typing import Annotated

import typer


def said_date(text: str) -> datetime:
    """The midnight of a date as the call says it; refused, with how dates are written, where it is none."""
    try:
        return datetime.combine(date.fromisoformat(text), time())
    except ValueError as refused:
        message = f"{text!r} is not a date; write it like 2026-11-24"
        raise typer.BadParameter(message) from refused


def said_clock(text: str) -> time:
    """A time of day as the call says it; refused, with how times are written, where it is none."""
    try:
        hour, minute = text.split(":")
        return time(int(hour), int(minute))
    except ValueError as refused:
        message = f"{text!r} is not a time of day; write it like 18:05"
        raise typer.BadParameter(message) from refused


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON (schema in docs/reference/cli.md).")]
Today = Annotated[
    datetime | None,
    typer.Option("--today", parser=said_date, metavar="DATE", help="Take this date for today."),
]
Weeks = Annotated[int, typer.Option("--weeks", min=1, max=30, help="Weeks to look ahead.")]
DEFAULT_WEEKS = 16
