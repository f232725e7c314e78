"""Decides how the past is asked for and printed."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import AsJson, said_date

if TYPE_CHECKING:
    from legday.actions.happened import Happened
    from legday.actions.history import HistoryReport

SHOWN = 40
"""So many things are shown to people where no date is named; the rest is counted."""


def history(
    context: typer.Context,
    exercise: Annotated[
        str, typer.Argument(metavar="[EXERCISE]", help="Only what was said of this exercise.")
    ] = "",
    *,
    since: Annotated[
        datetime | None,
        typer.Option("--since", parser=said_date, metavar="DATE", help="From this day on."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell what was logged and said, newest first, each with the id that `undo` takes."""
    from legday.actions.history import history as action

    with opened(context) as home:
        report = action(home.store, home.catalogue, name=exercise, since=since.date() if since else None)
    if as_json:
        from legday.actions.answer_json import history_json

        print_json(history_json(report))
    else:
        print_lines(history_lines(report, most=None if since else SHOWN))


def history_lines(report: "HistoryReport", *, most: int | None) -> list[str]:
    """The first `most` things (None: all), a thing's further lines under its first."""
    if not report.happened:
        about = f" of {report.exercise}" if report.exercise else ""
        return [f"Nothing is known{about}: `legday log` begins."]
    shown = report.happened[:most]
    lines = [line for one in shown for line in happened_lines(one)]
    left = len(report.happened) - len(shown)
    if left:
        words = "legday history" if not report.exercise else f"legday history {report.exercise}"
        lines.append(f"{left} older: `{words} --since {report.happened[-1].day}` shows them.")
    return lines


def happened_lines(one: "Happened") -> list[str]:
    """`2026-11-24 pain achilles left 3/10 [3f2a9c1b]`, then what else belongs to it."""
    first, *more = one.told or (f"{one.day} {one.kind}",)
    return [f"{first} [{one.name}]", *(f"  {line}" for line in more)]
