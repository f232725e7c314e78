"""Decides how the demo is asked for and told."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import opened_at, print_json, show
from legday.cli.import_files import import_json, import_lines, progress_bar, worker_count
from legday.cli.options import AsJson, Today

if TYPE_CHECKING:
    from legday.actions.demo import DemoReport


def demo(
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The demo's own folder.")] = Path("demo"),
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Make a sample runner's files, import them, and plan: everything legday does, in one folder."""
    from legday.actions.demo import demo as action
    from legday.actions.demo import prepare
    from legday.cli.clock import new_stamp, today_in

    day = today.date() if today else today_in("Europe/Ljubljana")
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


def _tell(report: "DemoReport") -> None:
    from legday.cli.show import rhythm_lines
    from legday.cli.show_plan import plan_blocks

    units = report.known.profile.units
    show([*import_lines(report.imported), ""])
    show([*rhythm_lines(report.known.outlook.rhythm, units), ""])
    for block in plan_blocks(report.planned, report.known.catalogue, units):
        show(block)
    show(["", *(f"Wrote {path}" for path in report.written)])
