"""Decides how a plan is asked for, printed and accepted."""

from typing import Annotated

import typer

from legday.cli.door import opened, print_json, show, tell
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today, Weeks


def plan(
    context: typer.Context,
    *,
    weeks: Weeks = DEFAULT_WEEKS,
    accept: Annotated[
        bool, typer.Option("--accept", help="Promise this plan: later plans keep to it.")
    ] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Plan leg sessions around the runs to come."""
    from legday.actions.plan import accept_plan, make_plan
    from legday.cli.clock import new_stamp

    with opened(context) as home:
        known = home.facts(today, weeks=weeks)
        report = make_plan(known, weeks=weeks)
        if accept:
            accept_plan(home.store, report.plan, stamp=new_stamp())
    if as_json:
        from legday.actions.answer_json import plan_answer_json

        print_json(plan_answer_json(report.plan, report.changes))
    else:
        from legday.cli.show_plan import plan_blocks

        for block in plan_blocks(report, known.catalogue, known.profile.units):
            show(block)
    if accept:
        tell(f"Accepted: {len(report.plan.sessions)} sessions are promised.")
