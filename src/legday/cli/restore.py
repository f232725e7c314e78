"""Decides how restoring is asked for and told."""

from pathlib import Path
from typing import Annotated

import typer

from legday.cli.door import home_of, print_json, tell
from legday.cli.options import AsJson


def restore(
    context: typer.Context,
    backup: Annotated[Path, typer.Argument(help="A file `legday backup` wrote.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Put a backup in place; what is replaced is kept aside."""
    from legday.actions.restore import restore as action

    home = home_of(context)
    kept = action(home, backup=backup)
    if as_json:
        print_json({"home": str(home), "backup": str(backup), "kept": str(kept) if kept else None})
    else:
        tell(f"Restored {backup} into {home}." + (f" What was there is kept in {kept}." if kept else ""))
