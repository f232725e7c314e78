"""Decides how the runs to come are printed, and how a run plan is added."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import bytes_of, opened, print_json, print_lines
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today, Weeks, said_date

if TYPE_CHECKING:
    from legday.actions.expect import ExpectReport, RunPlanReport


def expect(
    context: typer.Context,
    *,
    add: Annotated[Path | None, typer.Option("--add", metavar="FILE", help="A run plan: ICS or CSV.")] = None,
    start: Annotated[
        datetime | None,
        typer.Option(
            "--start", parser=said_date, metavar="DATE", help="Monday of week 1, for plans in weeks."
        ),
    ] = None,
    weeks: Weeks = DEFAULT_WEEKS,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Show the runs to come and where each is known from; --add takes a run plan."""
    from legday.actions.expect import add_run_plan
    from legday.actions.expect import expect as action
    from legday.cli.clock import new_stamp
    from legday.cli.show import expect_lines

    with opened(context) as home:
        added = None
        if add is not None:
            first = start.date() if start else None
            added = add_run_plan(
                home.store, name=add.name, data=bytes_of(add), start=first, stamp=new_stamp()
            )
        known = home.facts(today, weeks=weeks)
        report = action(known, added=added)
    if as_json:
        print_json(expect_json(report))
    else:
        print_lines(expect_lines(report, known.profile.units))


def expect_json(report: "ExpectReport") -> dict[str, Any]:
    """The runs to come, the rhythm behind them, findings, and the run plan just added (null where none)."""
    from legday.actions.verb_json import rhythm_json
    from legday.writing.plan_json import finding_json, run_json

    return {
        "runs": [{"date": run.day.isoformat(), **run_json(run)} for run in report.outlook.runs],
        "rhythm": rhythm_json(report.outlook.rhythm),
        "findings": [finding_json(finding) for finding in report.findings],
        "added": None if report.added is None else added_json(report.added),
    }


def added_json(added: "RunPlanReport") -> dict[str, Any]:
    return {
        "name": added.name,
        "runs": added.runs,
        "covers": [day.isoformat() for day in added.covers],
        "not_understood": list(added.not_understood),
        "changed": added.changed,
    }
