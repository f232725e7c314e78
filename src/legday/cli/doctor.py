"""Decides how the state of the installation and the home is printed."""

import typer

from legday.cli.door import home_of, opened, print_json, print_lines
from legday.cli.exit_codes import ExitCode
from legday.cli.options import AsJson


def doctor(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Look at versions, the home and its database, and say what a plan still needs."""
    from legday.actions.doctor import doctor as action
    from legday.store import is_home

    if is_home(home_of(context)):
        with opened(context) as home:
            report = action(home.store)
    else:
        report = action(None)
    told = {
        "version": report.version,
        "python": report.python,
        "home": str(home_of(context)),
        "schema": report.schema,
        "problems": list(report.problems),
        "entries": report.entries,
        "recordings": report.recordings,
        "libraries": dict(report.libraries),
        "missing": list(report.missing),
    }
    if as_json:
        print_json(told)
    else:
        lines = [
            f"{name}: {'none' if value == '' else value}"
            for name, value in told.items()
            if name not in {"libraries", "missing", "problems"}
        ]
        lines += [f"{name} {found or 'is not installed'}" for name, found in report.libraries.items()]
        print_lines([*lines, *report.problems, *report.missing])
    if not report.well:
        raise typer.Exit(ExitCode.FINDINGS)
