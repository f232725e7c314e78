"""Decides how a session is put at another time from the terminal."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Annotated

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import AsJson, Today


def move(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="FROM TO", help="Such as 2026-11-24 2026-11-25T18:30, or workout b to 2026-11-25 18:30."
        ),
    ],
    *,
    minutes: Annotated[
        int | None, typer.Option("--minutes", min=10, max=240, help="How long there is; else as before.")
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Put a session at another time and keep it there; refused only where a rule that must hold forbids it."""
    from legday.actions.changed_plan import WEEKS
    from legday.actions.move import move as action
    from legday.actions.move import move_report
    from legday.actions.verb_json import move_json
    from legday.cli.clock import new_stamp
    from legday.cli.show_changes import changed_lines

    said, to = from_and_to(words)
    with opened(context) as home:
        known = home.facts(today, weeks=WEEKS)
        done = action(home.store, known, said, to, minutes=minutes, stamp=new_stamp())
        report = move_report(done, home.facts(today, weeks=WEEKS))
    entry = report.entry
    if as_json:
        print_json(move_json(report))
    else:
        head = f"Moved to {entry.start:%a} {entry.start.day} {entry.start:%b %H:%M}, {entry.minutes} min."
        print_lines([head, *changed_lines(report.changed)])


def from_and_to(words: Sequence[str]) -> tuple[str, datetime]:
    """What names the session, and the moment it is moved to: the last word is `DATETHH:MM`, or the last two a date and an hour."""
    left = list(words)
    hour = left.pop() if left and ":" in left[-1] and "T" not in left[-1].upper() else ""
    moment = left.pop() if left else ""
    try:
        to = datetime.fromisoformat(f"{moment}T{hour}" if hour else moment)
    except ValueError:
        to = None
    if to is None or (to.time() == time() and not hour and "T" not in moment.upper()):
        message = (
            f"{' '.join(words)!r} does not say when; end with a date and an hour, such as 2026-11-25 18:30"
        )
        raise typer.BadParameter(message)
    if left and left[-1] == "to":
        left.pop()
    return " ".join(left), to
