"""Decides how a session is skipped from the terminal."""

from typing import Annotated

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import AsJson, Today


def skip(
    context: typer.Context,
    session: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DATE | workout LETTER]", help="Which session; today's, or the next, if none is named."
        ),
    ] = None,
    *,
    why: Annotated[str, typer.Option("--why", help="travel, ill, pain, time, or in your words.")] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say that a session is not done; the plan slides it where the rules allow."""
    from legday.actions.changed_plan import WEEKS
    from legday.actions.skip import skip as action
    from legday.actions.skip import skip_report
    from legday.actions.verb_json import changed_json
    from legday.cli.clock import new_stamp
    from legday.cli.show_changes import changed_lines
    from legday.writing.plan_json import moment

    with opened(context) as home:
        known = home.facts(today, weeks=WEEKS)
        done = action(home.store, known, " ".join(session or ()), why=why, stamp=new_stamp())
        report = skip_report(done, home.facts(today, weeks=WEEKS))
    entry = report.entry
    if as_json:
        skipped = {"planned": moment(entry.planned), "menu": entry.menu, "why": entry.why}
        print_json({"skipped": skipped, **changed_json(report.changed)})
    else:
        reason = f" ({entry.why})" if entry.why else ""
        letter = f"workout {entry.menu.lower()} of " if entry.menu else "the session of "
        head = f"Skipped: {letter}{entry.planned:%a} {entry.planned.day} {entry.planned:%b %H:%M}{reason}."
        print_lines([head, *changed_lines(report.changed)])
