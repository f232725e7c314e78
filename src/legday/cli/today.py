"""Decides how today's part of the plan is printed."""

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today


def today(context: typer.Context, *, today: Today = None, as_json: AsJson = False) -> None:
    """Show today's runs and session in full, what is asked of you, and the session that comes next."""
    from legday.actions.plan import current_plan
    from legday.actions.today import today as action

    with opened(context) as home:
        known = home.day_facts(today, weeks=DEFAULT_WEEKS)
        report = action(current_plan(known, weeks=DEFAULT_WEEKS), known, home.store.entries())
    if as_json:
        from legday.actions.answer_json import today_json
        from legday.cli.show_today import questions

        print_json({**today_json(report), "questions": questions(report)})
    else:
        from legday.cli.show_today import today_lines

        print_lines(today_lines(report, known.catalogue, known.profile.units))
