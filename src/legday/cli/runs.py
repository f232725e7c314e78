"""Decides how recorded runs are printed, and how the runner corrects one."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import opened, print_json, print_lines, show
from legday.cli.options import AsJson, Today, said_date
from legday.model.errors import InputError, UnknownName

if TYPE_CHECKING:
    from legday.model.runs import RunKind


def runs(
    context: typer.Context,
    which: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[list | show] [RUN]", help="A date or an id shows one run; else all are listed."
        ),
    ] = None,
    *,
    kind: Annotated[
        str | None,
        typer.Option("--kind", help="What this run was for: easy, recovery, long, quality or race."),
    ] = None,
    since: Annotated[
        datetime | None, typer.Option("--since", parser=said_date, metavar="DATE", help="List from here.")
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """List the recorded runs, show one, or correct what one was for."""
    from legday.actions.runs import correct_kind, one_run
    from legday.actions.runs import runs as action
    from legday.cli.clock import new_stamp
    from legday.cli.show import minutes_a_day_line, older_runs_line, run_lines, run_weeks_table, runs_table

    name = _one_name(which or [])
    if kind is not None and name is None:
        raise InputError(value=kind, place="--kind", problem="needs one run", remedy="a date or an id")
    with opened(context) as home:
        known = home.facts(today, weeks=1)
        if kind is not None and name is not None:
            correct_kind(home.store, one_run(known, name, store=home.store), _kind(kind), stamp=new_stamp())
            known = home.facts(today, weeks=1)
        report = action(known, since=since.date() if since else None, store=home.store)
        if name is not None:
            chosen = (one_run(known, name, store=home.store),)
            report = replace(report, runs=chosen)
    if as_json:
        from legday.actions.verb_json import runs_json

        print_json(runs_json(report))
    elif name is not None:
        print_lines(run_lines(report.runs[0], known.profile.units))
    else:
        show(runs_table(report, known.profile.units))
        if report.older:
            show(["", older_runs_line(report)])
        if report.weeks:
            show([""])
            show(run_weeks_table(report, known.profile.units))
            show([minutes_a_day_line(report)])


def _kind(name: str) -> "RunKind":
    from legday.model.runs import RunKind

    if name not in set(RunKind):
        raise UnknownName.among(name, tuple(RunKind), place="--kind")
    return RunKind(name)


def _one_name(words: list[str]) -> str | None:
    if words and words[0] in {"list", "show"}:
        verb, *rest = words
        if verb == "list" and not rest:
            return None
        if verb == "show" and len(rest) == 1:
            return rest[0]
    elif len(words) <= 1:
        return words[0] if words else None
    raise InputError(
        value=" ".join(words),
        place="runs",
        problem="is not understood",
        remedy="`legday runs show 2026-11-20`",
    )
