"""Decides how an exercise is swapped from the terminal, and how what can stand in for it is listed."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import AsJson, Today, said_date

if TYPE_CHECKING:
    from legday.actions.swap import SwapReport
    from legday.model.catalogue import Catalogue


def swap(
    context: typer.Context,
    exercise: Annotated[str, typer.Argument(help="What is planned, such as squat.")],
    new: Annotated[
        str | None, typer.Argument(help="What to do instead; left out: what could stand in is listed.")
    ] = None,
    *,
    until: Annotated[
        datetime | None,
        typer.Option("--until", parser=said_date, metavar="DATE", help="The last day; else for good."),
    ] = None,
    why: Annotated[str, typer.Option("--why", help="In your words, such as knee.")] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Do another exercise instead, or list what can stand in for one and why."""
    from legday.actions.changed_plan import WEEKS
    from legday.actions.swap import swap as action
    from legday.actions.swap import swap_choices, swap_report
    from legday.cli.clock import new_stamp

    with opened(context) as home:
        known = home.facts(today, weeks=WEEKS)
        if new is None:
            report = swap_choices(known, exercise)
        else:
            last = until.date() if until else None
            done = action(home.store, known, exercise, new, until=last, why=why, stamp=new_stamp())
            report = swap_report(done, home.facts(today, weeks=WEEKS))
    if as_json:
        from legday.actions.verb_json import swap_json

        print_json(swap_json(report))
    else:
        print_lines(swap_lines(report, known.catalogue))


def swap_lines(report: "SwapReport", catalogue: "Catalogue") -> list[str]:
    """The same for people."""
    from legday.cli.show_changes import changed_lines

    name = catalogue.name(report.exercise)
    if report.entry is not None and report.changed is not None:
        until = f" until {report.entry.last}" if report.entry.last else ""
        head = f"{catalogue.name(report.entry.now)} instead of {name.lower()}{until}."
        if report.entry.now == report.entry.was:
            head = f"{name} as planned again."
        return [head, *changed_lines(report.changed)]
    if not report.stand_ins:
        return [f"Nothing can stand in for {name.lower()} with the gear there is."]
    listed = [f"{catalogue.name(one.exercise)} ({one.exercise}): {one.why}" for one in report.stand_ins]
    return [f"Instead of {name.lower()}, the best first:", *(f"  {line}" for line in listed)]
