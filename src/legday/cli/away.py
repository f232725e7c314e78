"""Decides how days away are told from the terminal."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import AsJson, Today, said_date

if TYPE_CHECKING:
    from legday.actions.away import AwayReport


def away(
    context: typer.Context,
    days: Annotated[
        str, typer.Argument(metavar="FIRST..LAST", help="Such as 2026-12-01..2026-12-05, or one date.")
    ],
    *,
    no_legs: Annotated[bool, typer.Option("--no-legs", help="No leg work on these days.")] = False,
    gear: Annotated[
        str,
        typer.Option("--with", metavar="GEAR", help="What is there, such as body,bands or dumbbells 10 kg."),
    ] = "",
    opening: Annotated[
        list[str] | None,
        typer.Option(
            "--opening", metavar="WHEN", help="Such as 07:00 30 min (every day), or tue 07:00 30 min."
        ),
    ] = None,
    note: Annotated[str, typer.Option("--note", help="In your words.")] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say that you are away: with other gear, at other hours, or without leg work."""
    from legday.actions.away import away as action
    from legday.actions.away import away_report, said_travel
    from legday.actions.changed_plan import WEEKS
    from legday.cli.clock import new_stamp

    first, last = first_and_last(days)
    said = said_travel(first, last, gear=gear, openings=opening or (), legs=not no_legs)
    with opened(context) as home:
        known = home.facts(today, weeks=WEEKS)
        done = action(home.store, known, said, note=note, stamp=new_stamp())
        report = away_report(done, home.facts(today, weeks=WEEKS))
    if as_json:
        print_json(away_json(report))
    else:
        print_lines(away_lines(report))


def first_and_last(days: str) -> tuple[date, date]:
    """The first and last day of `2026-12-01..2026-12-05`, or of one date."""
    first, _, last = days.partition("..")
    begin = said_date(first.strip()).date()
    return begin, said_date(last.strip()).date() if last.strip() else begin


def away_json(report: "AwayReport") -> dict[str, Any]:
    """The travel (gear and openings null where they are the usual ones) and what changed."""
    from legday.actions.verb_json import changed_json

    entry = report.entry
    hours = None
    if entry.openings is not None:
        hours = [
            {
                "date": None if one.day is None else one.day.isoformat(),
                "weekday": one.weekday,
                "start": one.start.isoformat(timespec="minutes"),
                "minutes": one.minutes,
            }
            for one in entry.openings
        ]
    told = {
        "first": entry.first.isoformat(),
        "last": entry.last.isoformat(),
        "gear": None if entry.gear is None else sorted(kind.value for kind in entry.gear.kinds),
        "openings": hours,
        "note": entry.note,
    }
    return {"away": told, **changed_json(report.changed)}


def away_lines(report: "AwayReport") -> list[str]:
    """The same for people."""
    from legday.cli.show_changes import changed_lines

    entry = report.entry
    parts = [f"Away from {entry.first} to {entry.last}"]
    if entry.openings == ():
        parts.append("without leg work")
    if entry.gear is not None:
        parts.append(f"with {', '.join(sorted(kind.value for kind in entry.gear.kinds))}")
    return [f"{' '.join(parts)}.", *changed_lines(report.changed)]
