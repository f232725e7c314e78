"""Decides the options that verbs share, so that each is spelt and explained once."""

from datetime import datetime
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON (schema in docs/reference/cli.md).")]
Today = Annotated[
    datetime | None,
    typer.Option("--today", formats=["%Y-%m-%d"], metavar="DATE", help="Take this date for today."),
]
Weeks = Annotated[int, typer.Option("--weeks", min=1, max=30, help="Weeks to look ahead.")]
DEFAULT_WEEKS = 16
