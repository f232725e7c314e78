"""Decides how the demo is asked for and told."""

import sys
import time
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import opened_at, print_json, show
from legday.cli.import_files import import_json, import_lines, progress_bar, worker_count
from legday.cli.options import AsJson, Today
from legday.cli.serve import HERE, PORT, listening, serve_at
from legday.model.errors import InputError

if TYPE_CHECKING:
    from legday.actions.demo import DemoReport

ZONE = "Europe/Ljubljana"
"""Where the sample runner lives."""


def demo(
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The demo's own folder.")] = Path("demo"),
    today: Today = None,
    as_json: AsJson = False,
    no_serve: Annotated[
        bool, typer.Option("--no-serve", help="Only write and tell; do not open the page (nor with --json).")
    ] = False,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The page's port; any free one where it is taken.")
    ] = PORT,
) -> None:
    """Make a sample runner's files, import them, plan, and open the page over them: everything legday does, in one folder."""
    from legday.actions.demo import demo as action
    from legday.actions.demo import prepare
    from legday.cli.clock import new_stamp, today_in

    day = today.date() if today else today_in(ZONE)
    _, count = prepare(out, today=day)
    with opened_at(out / "home", make=True) as home, progress_bar(total=count) as on_progress:
        report = action(
            home.store,
            home.catalogue,
            folder=out,
            today=day,
            stamp=new_stamp(),
            clock=time.perf_counter,
            on_progress=on_progress,
            workers=worker_count(),
        )
    if as_json:
        print_json(demo_json(report))
    else:
        _tell(report)
        if not no_serve:
            _serve(out / "home", port, days_off=day - today_in(ZONE))


def demo_json(report: "DemoReport") -> dict[str, Any]:
    """What was imported, planned and written."""
    from legday.cli.runs import rhythm_json

    return {
        "folder": str(report.folder),
        "imported": import_json(report.imported),
        "rhythm": rhythm_json(report.known.outlook.rhythm),
        "sessions": len(report.planned.plan.sessions),
        "written": [str(path) for path in report.written],
    }


def _serve(home: Path, port: int, *, days_off: timedelta) -> None:
    """The page over the demo's home; its today is the one of the demo, `days_off` from ours."""
    from legday.cli.clock import ClockOff
    from legday.web.keys import keys_in

    sys.stdout.flush()
    with ExitStack() as stack:
        opened = stack.enter_context(opened_at(home, make=False))
        try:
            ear = stack.enter_context(listening(HERE, port))
        except InputError:
            ear = stack.enter_context(listening(HERE, 0))
        serve_at(ear, opened, clock=ClockOff(days_off), keys=keys_in(home))


def _tell(report: "DemoReport") -> None:
    from legday.cli.show import rhythm_lines
    from legday.cli.show_plan import plan_blocks

    units = report.known.profile.units
    show([*import_lines(report.imported), ""])
    show([*rhythm_lines(report.known.outlook.rhythm, units), ""])
    for block in plan_blocks(report.planned, report.known.catalogue, units):
        show(block)
    show(["", *(f"Wrote {path}" for path in report.written)])
