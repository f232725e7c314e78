"""Decides what the demo shows: a sample runner's files, imported, judged and planned, in one folder of its own."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from legday.actions.export import ExportForm, export
from legday.actions.import_files import ImportReport, Progress, import_files
from legday.actions.init import init
from legday.actions.plan import PlanReport, make_plan
from legday.actions.stamp import Stamp
from legday.actions.state import Facts, facts
from legday.model.catalogue import Catalogue
from legday.model.errors import InputError
from legday.store import Store
from legday.writing.sample import sample_files

WEEKS_OF_RUNS = 12
WEEKS_OF_PLAN = 16
_MARK = "legday-demo.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoReport:
    """What the demo found and made: the import, the facts, the plan, and the files written."""

    folder: Path
    imported: ImportReport
    known: Facts
    planned: PlanReport
    written: tuple[Path, ...]


def prepare(folder: Path, *, today: date) -> tuple[Path, int]:
    """Empties the demo's folder and writes the sample files and profile; the folder of the runs and their number.

    InputError for a folder that holds something else.
    """
    if folder.exists() and any(folder.iterdir()):
        if not (folder / _MARK).exists():
            raise InputError(
                value=str(folder),
                place="demo folder",
                problem="holds other things",
                remedy="`--out` with an empty folder",
            )
        shutil.rmtree(folder)
    runs = folder / "runs"
    runs.mkdir(parents=True)
    (folder / _MARK).write_text("Written by `legday demo`; the next demo here replaces all of it.\n", "utf-8")
    (folder / "profile.toml").write_text(sample_profile(today), "utf-8")
    count = 0
    for name, data in sample_files(until=today - timedelta(days=1), weeks=WEEKS_OF_RUNS):
        (runs / name).parent.mkdir(parents=True, exist_ok=True)
        (runs / name).write_bytes(data)
        count += 1
    return runs, count


def demo(
    store: Store,
    catalogue: Catalogue,
    *,
    folder: Path,
    today: date,
    stamp: Stamp,
    clock: Callable[[], float],
    on_progress: Progress,
    workers: int = 1,
) -> DemoReport:
    """Sets the sample profile, imports, plans and writes `plan.ics`, `plan.json` and `plan.md` into the prepared folder."""
    text = (folder / "profile.toml").read_text("utf-8")
    init(store, catalogue, text=text, file="profile.toml", today=today, stamp=stamp)
    imported = import_files(
        store,
        [folder / "runs"],
        clock=clock,
        latest=datetime.combine(today, time(), tzinfo=UTC),
        on_progress=on_progress,
        workers=workers,
    )
    known = facts(store, catalogue, today=today, weeks=WEEKS_OF_PLAN)
    planned = make_plan(known, weeks=WEEKS_OF_PLAN)
    written = tuple(
        _write(folder / f"plan.{form}", export(form, planned.plan, known, now=stamp.at))
        for form in (ExportForm.ICS, ExportForm.JSON, ExportForm.MARKDOWN)
    )
    return DemoReport(folder=folder, imported=imported, known=known, planned=planned, written=written)


def sample_profile(today: date) -> str:
    """The sample runner's profile as TOML: a marathon on the Sunday twenty weeks ahead."""
    race = today + timedelta(days=6 - today.weekday(), weeks=19)
    return _PROFILE.format(race=race)


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


_PROFILE = """\
name = "Ana"
born = 1991
body_mass_kg = 62
time_zone = "Europe/Ljubljana"
running = "experienced"
lifting = "beginner"
style = "evidence"
order = "after"
days = "fresh-days"
sessions_a_week = 2

[gear]
dumbbells_kg = [5, 7.5, 10, 12.5]
bench = true

[[openings]]
weekday = "tue"
start = "18:00"
minutes = 45

[[openings]]
weekday = "thu"
start = "18:00"
minutes = 45

[[openings]]
weekday = "fri"
start = "18:00"
minutes = 45

[[openings]]
weekday = "sun"
start = "17:00"
minutes = 45

[[races]]
date = {race}
km = 42.195
priority = "A"
name = "Spring marathon"
"""
