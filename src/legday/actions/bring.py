"""Decides what becomes of files of any kind that are brought at once: recordings, strength logs, archives and run plans."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from legday.actions.expect import RunPlanReport, add_run_plan
from legday.actions.import_files import ImportReport, Lifting, Progress, Refusal, import_files
from legday.actions.journal import read_journal
from legday.actions.stamp import Stamp
from legday.model.catalogue import Catalogue
from legday.model.errors import FileRefused, LegdayError
from legday.reading.gather import Named
from legday.reading.run_plans import LARGEST
from legday.reading.strength_csv import HEAD, is_strength_log
from legday.store import Store

NO_PROFILE = "a run plan needs to know your time zone: say who you are first, then bring it again"


@dataclass(frozen=True, slots=True, kw_only=True)
class BringReport:
    """What was read: recordings and strength logs, the run plans with their files' names, and run plans that could not be read."""

    imported: ImportReport
    plans: tuple[tuple[str, RunPlanReport], ...] = ()
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """What is needed to read files: the catalogue, the moment (aware) and date of today, the latest moment that is believed, the Monday
    of week 1 for run plans that count weeks, how seconds are counted, and how stamps are made."""

    catalogue: Catalogue
    today: date
    at: datetime
    latest: datetime
    seconds: Callable[[], float]
    stamps: Callable[[], Stamp]
    start: date | None = None
    workers: int = 1


def bring(store: Store, files: Sequence[Named], how: Bringing, *, on_progress: Progress) -> BringReport:
    """Reads the files: run plans first, as `expect` takes them, then all else. A bad file is one line of the report and stops nothing."""
    calendars = [file for file in files if _is_run_plan(file)]
    plans: list[tuple[str, RunPlanReport]] = []
    refused: list[Refusal] = []
    for file in calendars:
        try:
            plans.append((file.name, _added(store, file, how)))
        except (LegdayError, OSError) as problem:
            refused.append(Refusal(file=file.name, reason=_reason(problem, file.name)))
    imported = import_files(
        store,
        [file for file in files if file not in calendars],
        clock=how.seconds,
        latest=how.latest,
        on_progress=lambda count, name: on_progress(len(calendars) + count, name),
        workers=how.workers,
        lifting=Lifting(catalogue=how.catalogue, today=how.today, at=how.at),
    )
    return BringReport(imported=imported, plans=tuple(plans), refused=tuple(refused))


def _added(store: Store, file: Named, how: Bringing) -> RunPlanReport:
    if read_journal(store.entries()).profile is None:
        raise FileRefused(file=file.name, reason=NO_PROFILE)
    return add_run_plan(
        store, name=file.name, data=file.path.read_bytes(), start=how.start, stamp=how.stamps()
    )


def _reason(problem: Exception, name: str) -> str:
    """What is wrong, without the name that stands before it."""
    return str(problem).removeprefix(f"{name}: ")


def _is_run_plan(file: Named) -> bool:
    """A calendar, or a table that is no strength log; by what it holds, and for tables by its name."""
    try:
        with file.path.open("rb") as stream:
            head = stream.read(HEAD)
        if file.path.stat().st_size > LARGEST:
            return False
    except OSError:
        return False
    if b"BEGIN:VCALENDAR" in head[:2000].upper():
        return True
    suffix = file.name.lower().rpartition(".")[2]
    return suffix == "ics" or (suffix == "csv" and not is_strength_log(head))
