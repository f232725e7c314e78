"""Decides how soreness is told."""

from typing import Annotated

import typer

from legday.cli.door import opened
from legday.cli.feeling import SaidDay, day_said, remembered
from legday.cli.options import AsJson, Today


def sore(
    context: typer.Context,
    score: Annotated[int, typer.Argument(min=0, max=10, help="How sore the legs are, 0 to 10.")],
    *,
    limp: Annotated[bool, typer.Option("--limp", help="It changes how you walk.")] = False,
    day: SaidDay = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say how sore your legs are, 0 to 10; it may take from the day, never add."""
    from legday.cli.clock import new_stamp
    from legday.model.happened import SorenessFelt

    with opened(context) as home:
        stamp = new_stamp()
        entry = SorenessFelt(id=stamp.id, at=stamp.at, day=day_said(home, day, today), score=score, limp=limp)
        said = f"{entry.day.isoformat()} legs sore {score}/10{', limping' if limp else ''}"
        remembered(home, entry, said=said, today=today, as_json=as_json)
