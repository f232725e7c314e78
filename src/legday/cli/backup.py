"""Decides how a backup is asked for and told."""

from pathlib import Path
from typing import Annotated

import typer

from legday.cli.door import home_of, opened, print_json, tell
from legday.cli.options import AsJson


def backup(
    context: typer.Context,
    to: Annotated[Path, typer.Argument(help="The file to write, or a folder to put it in.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Copy everything into one verified file, also while legday is in use."""
    from legday.actions.backup import backup as action

    with opened(context) as home:
        written = action(home.store, to)
    if as_json:
        print_json({"home": str(home_of(context)), "backup": str(written)})
    else:
        tell(f"Backed up to {written}.")
