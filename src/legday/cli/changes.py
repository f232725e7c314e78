"""Decides how the changes since the accepted plan are asked for and printed."""

from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today

if TYPE_CHECKING:
    from legday.actions.changes import ChangesReport


def changes(
    context: typer.Context,
    *,
    everything: Annotated[bool, typer.Option("--all", help="All days, not only the next 14.")] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say what differs now from the plan you accepted, and why."""
    from legday.actions.changes import changes as action

    with opened(context) as home:
        report = action(home.facts(today, weeks=DEFAULT_WEEKS), everything=everything)
    if as_json:
        from legday.actions.verb_json import changes_json

        print_json(changes_json(report))
    else:
        print_lines(changes_lines(report))


def changes_lines(report: "ChangesReport") -> list[str]:
    """Each change with why; where there is none, that there is none, and what that means."""
    from legday.cli.show_plan import changes_lines as told
    from legday.writing.prescriptions import date_text

    if report.accepted is None:
        return ["No plan is accepted yet: `legday plan --accept` promises one."]
    accepted = f"The plan accepted on {date_text(report.accepted)}"
    if report.until is None:
        return [f"{accepted} is over: `legday plan --accept` promises the next one."]
    lines = list(told(report.changes))
    if not lines:
        near = " in the next 14 days" if report.later else ""
        lines = [f"{accepted} holds: nothing changes{near}."]
    if report.later:
        lines.append(f"{report.later} more later: `legday changes --all`.")
    return [*lines, *report.asked]
