"""Decides how the judgement of a plan file is printed, and when it fails."""

from datetime import datetime, time
from pathlib import Path
from typing import Annotated

import typer

from legday.cli.door import opened, print_json, show, text_of
from legday.cli.exit_codes import ExitCode
from legday.cli.options import AsJson, Today


def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A plan as JSON or text; - is standard input.")],
    *,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Judge any plan by the rules; exit code 1 where a MUST is broken."""
    from legday.actions.check import judge_plan, weeks_of
    from legday.reading.plan_file import read_plan
    from legday.writing.plan_json import finding_json

    plan = read_plan(text_of(file), file=str(file))
    # A plan is judged on its own day unless told otherwise: the runs it was made around may be history by now.
    day = today or datetime.combine(plan.today, time())
    with opened(context) as home:
        report = judge_plan(plan, home.facts(day, weeks=weeks_of(plan)))
    if as_json:
        print_json(
            {
                "file": str(file),
                "sessions": report.sessions,
                "broken": report.broken,
                "findings": [finding_json(finding) for finding in report.findings],
            }
        )
    else:
        from legday.cli.show import findings_table

        verdict = "a MUST is broken" if report.broken else "no MUST is broken"
        show([f"{file}: {report.sessions} sessions, {verdict}."])
        show(findings_table(report.findings))
    if report.broken:
        raise typer.Exit(ExitCode.FINDINGS)
