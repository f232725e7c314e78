"""Decides what the verbs for how a runner feels share: they remember an entry, then print the answer."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import Opened, print_json, print_lines
from legday.cli.options import DEFAULT_WEEKS, said_date

if TYPE_CHECKING:
    from legday.actions.felt import Felt

SaidDay = Annotated[
    datetime | None,
    typer.Option("--day", parser=said_date, metavar="DATE", help="The day it was; today if not said."),
]


def day_said(home: Opened, day: datetime | None, today: datetime | None) -> date:
    """The day the call speaks of. InputError for one that has not come yet."""
    from legday.model.errors import InputError

    now = home.today(today)
    said = day.date() if day else now
    if said > now:
        raise InputError(
            value=said.isoformat(),
            place="--day",
            problem="has not come yet",
            remedy=f"{now.isoformat()} or before",
        )
    return said


def remembered(home: Opened, entry: "Felt", *, said: str, today: datetime | None, as_json: bool) -> None:
    """Writes the entry down and prints what follows from it."""
    from legday.actions.felt import felt_report, remember
    from legday.actions.verb_json import felt_json
    from legday.cli.show_felt import felt_lines

    remember(home.store, entry)
    report = felt_report(home.facts(today, weeks=DEFAULT_WEEKS), entry, said=said)
    if as_json:
        print_json(felt_json(report))
    else:
        print_lines(felt_lines(report))
