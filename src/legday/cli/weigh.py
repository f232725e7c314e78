"""Decides how a body mass is said and told."""

from datetime import datetime
from typing import Annotated

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import AsJson, Today, said_date


def weigh(
    context: typer.Context,
    mass: Annotated[list[str], typer.Argument(metavar="MASS", help="71.5 kg or 158 lb.")],
    *,
    day: Annotated[
        datetime | None,
        typer.Option("--date", parser=said_date, metavar="DATE", help="From this day on, if not today."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Keep it even where it looks mistyped.")] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say your body mass; weights of body-weight exercises count with it."""
    from legday.actions.weigh import mass_doubts, weighed
    from legday.actions.weigh import weigh as action
    from legday.cli.clock import new_stamp
    from legday.cli.doubt import sure
    from legday.model.quantities import weight_text

    with opened(context) as home:
        known = home.facts(today, weeks=1)
        entry = weighed(" ".join(mass), day=day.date() if day else known.today, stamp=new_stamp())
        standing = home.store.standing()
        sure(mass_doubts(entry, standing, known.profile), yes=yes, place="weigh")
        report = action(home.store, entry, before=known.profile.body_mass_g)
    if as_json:
        grams, since = report.entry.grams, report.entry.day.isoformat()
        print_json({"date": since, "body_mass_g": grams, "before_g": report.before})
    else:
        units = known.profile.units
        said, was = weight_text(report.entry.grams, units), weight_text(report.before, units)
        print_lines([f"Body mass from {report.entry.day} on: {said} (before: {was})."])
