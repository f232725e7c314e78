"""Decides how a clinician's word is told."""

from typing import Annotated

import typer

from legday.cli.door import opened
from legday.cli.feeling import SaidDay, day_said, remembered
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today


def cleared(
    context: typer.Context,
    what: Annotated[
        str, typer.Argument(help="A place, a red flag or a circumstance; nothing clears all.")
    ] = "",
    *,
    note: Annotated[str, typer.Option("--note", help="Your own words.")] = "",
    day: SaidDay = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say that a clinician has cleared you for leg work."""
    from legday.actions.felt import clears_profile, confirmed_profile
    from legday.actions.places import cleared_named
    from legday.cli.clock import new_stamp
    from legday.model.happened import ClearedByClinician

    with opened(context) as home:
        stamp = new_stamp()
        named = cleared_named(what, home.catalogue)
        entry = ClearedByClinician(
            id=stamp.id, at=stamp.at, day=day_said(home, day, today), what=named, note=note
        )
        known = home.facts(today, weeks=DEFAULT_WEEKS)
        if clears_profile(named, known):
            home.store.append(confirmed_profile(known, new_stamp()))
        said = f"{entry.day.isoformat()} cleared by a clinician: {named or 'all'}"
        remembered(home, entry, said=said, today=today, as_json=as_json)
