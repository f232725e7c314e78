"""Decides how what looks mistyped is asked about before anything is kept."""

import sys
from collections.abc import Sequence

import typer

from legday.cli.door import tell
from legday.model.errors import InputError


def sure(doubts: Sequence[str], *, yes: bool, place: str) -> None:
    """Asks about what looks mistyped. InputError, naming the `place`, where it is not meant, or where nobody can be asked."""
    if yes or not doubts:
        return
    if not sys.stdin.isatty():
        raise InputError(
            value=" ".join(doubts),
            place=place,
            problem="looks mistyped; nothing is kept",
            remedy="--yes, if it is so",
        )
    for words in doubts:
        tell(words)
    if not typer.confirm("Keep it?", default=False, err=True):
        raise InputError(
            value=place, place="your answer", problem="was no; nothing is kept", remedy="it again"
        )
