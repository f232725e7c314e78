"""Decides how progress is asked for and printed."""

from typing import Annotated

import typer

from legday.cli.door import opened, print_json, show
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today


def progress(
    context: typer.Context,
    *,
    weeks: Annotated[int, typer.Option("--weeks", min=1, max=520, help="Weeks to look back.")] = 6,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Show strength per lift, sets per muscle done and planned, balance of sides and of back and front, loads."""
    from legday.actions.plan import make_plan
    from legday.actions.progress import progress as action

    with opened(context) as home:
        known = home.facts(today, weeks=DEFAULT_WEEKS)
        plan = make_plan(known, weeks=DEFAULT_WEEKS).plan
        report = action(known, plan, home.store.entries(), weeks=weeks)
    if as_json:
        from legday.actions.answer_json import progress_json

        print_json(progress_json(report, known.profile.body_mass_g))
    else:
        from legday.cli.show_progress import progress_blocks

        for block in progress_blocks(report, known):
            show(block)
