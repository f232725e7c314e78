"""Decides how illness is told, and that it is over."""

from datetime import datetime
from typing import Annotated

import typer

from legday.cli.door import opened
from legday.cli.feeling import remembered
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today, said_date

Since = Annotated[
    datetime | None,
    typer.Option("--since", parser=said_date, metavar="DATE", help="Its first day; today if not said."),
]


def ill(
    context: typer.Context,
    *,
    fever: Annotated[bool, typer.Option("--fever", help="With a fever.")] = False,
    since: Since = None,
    until: Annotated[
        datetime | None,
        typer.Option("--until", parser=said_date, metavar="DATE", help="Its last day, if it is over."),
    ] = None,
    note: Annotated[str, typer.Option("--note", help="Your own words.")] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say that you are ill; no leg session until `well`."""
    from legday.actions.felt import ill_entry
    from legday.cli.clock import new_stamp

    with opened(context) as home:
        entry = ill_entry(
            home.facts(today, weeks=DEFAULT_WEEKS),
            new_stamp(),
            fever=fever,
            since=since.date() if since else None,
            until=until.date() if until else None,
            note=note,
        )
        over = f" to {entry.last.isoformat()}" if entry.last else ""
        said = f"ill{' with a fever' if entry.fever else ''} from {entry.first.isoformat()}{over}"
        remembered(home, entry, said=said, today=today, as_json=as_json)


def well(
    context: typer.Context,
    *,
    since: Annotated[
        datetime | None,
        typer.Option(
            "--since", parser=said_date, metavar="DATE", help="The first day well again; today if not said."
        ),
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say that you are well again."""
    from legday.actions.felt import well_entry
    from legday.cli.clock import new_stamp

    with opened(context) as home:
        known = home.facts(today, weeks=DEFAULT_WEEKS)
        entry = well_entry(known, new_stamp(), since=since.date() if since else None)
        assert entry.last is not None
        said = f"well again; ill from {entry.first.isoformat()} to {entry.last.isoformat()}"
        remembered(home, entry, said=said, today=today, as_json=as_json)
