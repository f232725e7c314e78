"""Decides how an import is asked for, how its progress shows, how its report is printed, and how what it left open is asked."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import console, opened, print_json, print_lines
from legday.cli.exit_codes import ExitCode
from legday.cli.match import ask, question_lines
from legday.cli.options import AsJson, Today

if TYPE_CHECKING:
    from legday.actions.import_files import ImportReport, Progress

MOST_WORKERS = 4


def import_files(
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Files, folders or archives (FIT, GPX, TCX, CSV, zip)."),
    ],
    *,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Read runs and strength sessions from files, folders, and exports of Strava, Garmin, Strong or Hevy."""
    from legday.actions.import_files import Lifting
    from legday.actions.import_files import import_files as action
    from legday.cli.clock import now

    with opened(context, make=True) as home, progress_bar() as on_progress:
        report = action(
            home.store,
            paths,
            clock=time.perf_counter,
            latest=latest_start(today),
            on_progress=on_progress,
            workers=worker_count(),
            lifting=Lifting(catalogue=home.catalogue, today=latest_day(today), at=now()),
        )
        if as_json:
            from legday.actions.verb_json import import_json

            print_json(import_json(report))
        else:
            print_lines(import_lines(report))
    if not as_json and report.questions:
        with opened(context) as home:
            ask(home, today=latest_day(today))
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


def latest_day(today: datetime | None) -> date:
    """The day of today's latest session, wherever on earth it was."""
    return latest_start(today).date() if today is None else today.date()


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


def import_lines(report: "ImportReport") -> list[str]:
    """The report for people: counts, one line per file that was refused, then what became of strength."""
    counts = f"{report.runs} new runs, {report.other} other, {report.duplicates} already known"
    lines = [f"{report.files} files in {report.seconds:.1f} s: {counts}, {len(report.refused)} refused."]
    lines += [f"  {refusal.file}: {refusal.reason}" for refusal in report.refused]
    return lines + _strength_lines(report)


def _strength_lines(report: "ImportReport") -> list[str]:
    lines = []
    if report.logs or report.sessions or report.known:
        known = f", {report.known} already known" if report.known else ""
        sets = f" with {_counted(report.sets, 'set')}" if report.sessions else ""
        lines.append(f"Leg sessions: {report.sessions} new{sets}{known}.")
    for legs, words in ((True, "Leg exercises legday does not know"), (False, "Not leg work, left out")):
        named = [f"{one.name} ({_counted(one.sets, 'set')})" for one in report.strangers if one.legs is legs]
        if named:
            lines.append(f"{words}: {', '.join(named)}.")
    lines += [f"  {row.file}: {row.reason}" for row in report.rows]
    if report.questions:
        lines.append(f"To be answered with `legday match`: {len(report.questions)}.")
    return lines + question_lines(report.questions)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
