"""Decides how an import is asked for, how its progress shows, and how its report is printed."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import console, opened, print_json, print_lines
from legday.cli.exit_codes import ExitCode
from legday.cli.options import AsJson, Today

if TYPE_CHECKING:
    from legday.actions.import_files import ImportReport, Progress

MOST_WORKERS = 4


def import_files(
    context: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files, folders or archives (FIT, GPX, TCX, zip).")
    ],
    *,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Read runs from files, folders, and Strava or Garmin exports."""
    from legday.actions.import_files import import_files as action

    with opened(context, make=True) as home, progress_bar() as on_progress:
        report = action(
            home.store,
            paths,
            clock=time.perf_counter,
            latest=latest_start(today),
            on_progress=on_progress,
            workers=worker_count(),
        )
    if as_json:
        print_json(import_json(report))
    else:
        print_lines(import_lines(report))
    if not all(_is_there(path) for path in paths):
        raise typer.Exit(ExitCode.FILE)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def latest_start(today: datetime | None) -> datetime:
    """A day from now, or the end of the day after `today`: what starts later was recorded by a clock gone wrong."""
    from legday.cli.clock import now

    return today.replace(tzinfo=UTC) + timedelta(days=2) if today else now() + timedelta(days=1)


def worker_count() -> int:
    """Processes that read files side by side: the machine's cores, up to four."""
    return min(MOST_WORKERS, os.cpu_count() or 1)


@contextmanager
def progress_bar(total: int | None = None) -> Iterator["Progress"]:
    """A bar on standard error while files are read; nothing where that is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda _count, _file: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console(errors=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda count, file: bar.update(task, completed=count, description=file[-40:])


def import_json(report: "ImportReport") -> dict[str, Any]:
    """The report with the keys other programs build on."""
    return {
        "files": report.files,
        "runs": report.runs,
        "other": report.other,
        "duplicates": report.duplicates,
        "refused": [{"file": refusal.file, "reason": refusal.reason} for refusal in report.refused],
        "seconds": report.seconds,
    }


def import_lines(report: "ImportReport") -> list[str]:
    """The report for people: counts, then one line per file that was refused."""
    counts = f"{report.runs} new runs, {report.other} other, {report.duplicates} already known"
    lines = [f"{report.files} files in {report.seconds:.1f} s: {counts}, {len(report.refused)} refused."]
    return lines + [f"  {refusal.file}: {refusal.reason}" for refusal in report.refused]
