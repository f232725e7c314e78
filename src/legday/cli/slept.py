"""Decides how a night is told."""

from typing import Annotated

import typer

from legday.cli.door import opened
from legday.cli.feeling import SaidDay, day_said, remembered
from legday.cli.options import AsJson, Today


def slept(
    context: typer.Context,
    asleep: Annotated[str, typer.Argument(metavar="H:MM", help="Time asleep last night, such as 5:30.")],
    *,
    ready: Annotated[
        int | None,
        typer.Option(
            "--ready",
            min=1,
            max=5,
            help="How ready you feel, 1 to 5; 1 or 2 takes from the day, 5 raises nothing.",
        ),
    ] = None,
    day: SaidDay = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say how long you slept and how ready you feel; short nights running and feeling unready take from the day."""
    from legday.actions.felt import minutes_slept
    from legday.cli.clock import new_stamp
    from legday.model.happened import Slept

    with opened(context) as home:
        stamp = new_stamp()
        minutes = minutes_slept(asleep)
        entry = Slept(
            id=stamp.id, at=stamp.at, day=day_said(home, day, today), minutes=minutes, readiness=ready
        )
        said = f"{entry.day.isoformat()} slept {minutes // 60}:{minutes % 60:02d}"
        remembered(home, entry, said=said, today=today, as_json=as_json)
