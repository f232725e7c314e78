"""Decides how the plan and the journal are written to files."""

from pathlib import Path
from typing import Annotated

import typer

from legday.cli.door import opened, tell, write_bytes
from legday.cli.options import DEFAULT_WEEKS, Today, Weeks
from legday.model.errors import InputError


def export(
    context: typer.Context,
    *,
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="PATH", help="The calendar; - prints it.")
    ] = None,
    as_json: Annotated[
        Path | None, typer.Option("--json", metavar="PATH", help="The plan as JSON; - prints it.")
    ] = None,
    md: Annotated[Path | None, typer.Option("--md", metavar="PATH", help="The plan as Markdown.")] = None,
    journal: Annotated[
        Path | None, typer.Option("--journal", metavar="PATH", help="The journal as plain text.")
    ] = None,
    weeks: Weeks = DEFAULT_WEEKS,
    today: Today = None,
) -> None:
    """Write the plan as calendar, JSON or Markdown, and the journal as text; - is standard output."""
    from legday.actions.export import ExportForm
    from legday.actions.export import export as action
    from legday.actions.plan import current_plan
    from legday.cli.clock import now

    asked = {
        ExportForm.ICS: ics,
        ExportForm.JSON: as_json,
        ExportForm.MARKDOWN: md,
        ExportForm.JOURNAL: journal,
    }
    targets = [(form, path) for form, path in asked.items() if path is not None]
    if not targets:
        raise InputError(
            value="nothing",
            place="export",
            problem="was asked for",
            remedy="--ics plan.ics, --json -, --md …",
        )
    with opened(context) as home:
        known = home.facts(today, weeks=weeks)
        plan = current_plan(known, weeks=weeks)
        for form, path in targets:
            data = action(form, plan, known, now=now(), entries=home.store.entries())
            write_bytes(path, data)
            if str(path) != "-":
                tell(f"Wrote {path}.")
