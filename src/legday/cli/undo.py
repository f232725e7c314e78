"""Decides how something said is taken back from the terminal."""

from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import AsJson

if TYPE_CHECKING:
    from legday.actions.undo import UndoReport


def undo(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="[ID]", help="An id of `legday history`, or its end; else the last thing said."
        ),
    ] = "",
    *,
    as_json: AsJson = False,
) -> None:
    """Take back the last thing you said; nothing is erased, and taking back can be taken back."""
    from legday.actions.answer_json import happened_json
    from legday.actions.undo import undo as action
    from legday.cli.clock import new_stamp

    with opened(context) as home:
        report = action(home.store, name=what, stamps=new_stamp)
    if as_json:
        print_json(
            {
                "taken_back": [happened_json(one) for one in report.taken_back],
                "brought_back": [happened_json(one) for one in report.brought_back],
                "retractions": [str(one.id) for one in report.retractions],
            }
        )
    else:
        print_lines(undo_lines(report))


def undo_lines(report: "UndoReport") -> list[str]:
    """What was taken back or brought back, in the words it was said in, and how to have it again."""
    lines = [f"Taken back: {line}" for one in report.taken_back for line in one.told]
    lines += [f"Brought back: {line}" for one in report.brought_back for line in one.told]
    again = [f"`legday undo {one.id.hex[-8:]}`" for one in report.retractions]
    return [
        *lines,
        f"Undone by mistake? {' and '.join(again)}."
        if len(again) < 4
        else "`legday changes` says what follows.",
    ]
