"""Decides how the reasons of one day are printed."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today, Weeks, said_date

if TYPE_CHECKING:
    pass


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
        from legday.actions.verb_json import why_json

        print_json(why_json(report))
    else:
        from legday.cli.show_plan import why_lines

        print_lines(why_lines(report, known.catalogue, known.profile.units))
