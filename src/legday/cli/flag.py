"""Decides how a red flag is told, and how their questions are listed."""

from typing import Annotated

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.feeling import SaidDay, day_said, remembered
from legday.cli.options import AsJson, Today


def flag(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="The sign you have. Nothing lists the questions.")
    ] = None,
    *,
    note: Annotated[str, typer.Option("--note", help="Your own words.")] = "",
    day: SaidDay = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say that you have a sign that stops everything; alone, lists the questions."""
    from legday.actions.places import flag_named
    from legday.cli.clock import new_stamp
    from legday.model.happened import RedFlagRaised

    if name is None:
        _list_flags(as_json=as_json)
        return
    with opened(context) as home:
        stamp = new_stamp()
        named = flag_named(name, home.catalogue)
        entry = RedFlagRaised(id=stamp.id, at=stamp.at, day=day_said(home, day, today), flag=named, note=note)
        said = f"{entry.day.isoformat()} {home.catalogue.red_flags[named].name}"
        remembered(home, entry, said=said, today=today, as_json=as_json)


def _list_flags(*, as_json: bool) -> None:
    from legday.adapting.pain import REVIEW
    from legday.catalogue.reader import read_catalogue
    from legday.cli.show_felt import flags_json, listing_json

    catalogue = read_catalogue()
    known = flags_json(catalogue)
    if as_json:
        print_json(listing_json(places=[], flags=known))
        return
    print_lines(["If one of these is so, stop, follow its advice, and tell legday: `legday flag ID`.", ""])
    for one in known:
        print_lines([f"{one['id']}", f"  {one['question']}", f"  {one['advice']}"])
    reviewed = all(one.reviewed for one in catalogue.red_flags.values())
    print_lines(["", f"These are questions, no diagnosis.{'' if reviewed else f' {REVIEW}'}"])
