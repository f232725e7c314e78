"""Decides how today's part of the plan is printed."""

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today


def today(context: typer.Context, *, today: Today = None, as_json: AsJson = False) -> None:
    """Show today's runs and session, and the session that comes next."""
    from legday.actions.plan import current_plan
    from legday.actions.today import today as action
    from legday.writing.plan_json import day_json, session_json

    with opened(context) as home:
        known = home.facts(today, weeks=DEFAULT_WEEKS)
        report = action(current_plan(known, weeks=DEFAULT_WEEKS), known.today)
    if as_json:
        print_json({"day": day_json(report.day), "next": session_json(report.next) if report.next else None})
    else:
        from legday.cli.show_plan import today_lines

        print_lines(today_lines(report, known.catalogue, known.profile.units))
