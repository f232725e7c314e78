"""Decides how the reasons of one day are printed."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today, Weeks, said_date

if TYPE_CHECKING:
    from legday.actions.why import WhyReport


def why(
    context: typer.Context,
    day: Annotated[
        datetime, typer.Argument(parser=said_date, metavar="DAY", help="A date, such as 2026-11-24.")
    ],
    *,
    weeks: Weeks = DEFAULT_WEEKS,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say why a day has its session, or why it has none."""
    from legday.actions.plan import current_plan
    from legday.actions.why import why as action

    with opened(context) as home:
        known = home.facts(today, weeks=weeks)
        report = action(current_plan(known, weeks=weeks), day.date())
    if as_json:
        print_json(why_json(report))
    else:
        from legday.cli.show_plan import why_lines

        print_lines(why_lines(report, known.catalogue, known.profile.units))


def why_json(report: "WhyReport") -> dict[str, Any]:
    """The day as in the plan's JSON, and what speaks about it."""
    from legday.writing.plan_json import collision_json, day_json, finding_json, unused_json

    return {
        "day": day_json(report.day),
        "unused": [unused_json(opening) for opening in report.unused],
        "findings": [finding_json(finding) for finding in report.findings],
        "collisions": [collision_json(collision) for collision in report.collisions],
    }
