"""Decides which runs a run plan file announces, which days it speaks for, and what in it was not understood."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath
from zoneinfo import ZoneInfo

from legday.model.errors import FileRefused, LimitExceeded
from legday.model.runner import Units
from legday.model.runs import ExpectedRun, OutlookSource, RunKind
from legday.reading.run_amounts import cleaned, unit_named
from legday.reading.run_plan_csv import read_table
from legday.reading.run_plan_rows import PlanRow
from legday.reading.run_titles import RunTitle, read_title

LARGEST = 5_000_000
"""Bytes of a run plan file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlan:
    """A run plan read: its runs, the dates it speaks for (rest days included), and what was not understood, with its place."""

    name: str
    runs: tuple[ExpectedRun, ...]
    covers: tuple[date, ...]
    not_understood: tuple[str, ...] = ()


def read_run_plan(
    name: str, data: bytes, *, zone: str, start: date | None = None, units: Units = Units.METRIC
) -> RunPlan:
    """Read an ICS or CSV run plan; `name` is the file's name, `zone` the runner's IANA zone.

    `start` is the Monday from which a plan in weeks counts, and from which recurring events are followed. Bare numbers are in the unit
    the plan names elsewhere, else in `units`. A plan speaks for all days of each week it names, from its first day to its last.
    FileRefused for bytes that are no run plan, InputError where a start or a date's order is needed.
    """
    if len(data) > LARGEST:
        raise LimitExceeded(file=name, reason=f"a run plan of more than {LARGEST // 1_000_000} MB")
    if b"BEGIN:VCALENDAR" in data[:2000].upper():
        from legday.reading.run_plan_ics import read_calendar

        calendar = read_calendar(name, data, zone=ZoneInfo(zone), start=start)
        title = calendar.name or PurePath(name).stem
        return _run_plan(
            name, title, calendar.rows, unit=_unit_of(calendar.rows) or units, problems=calendar.problems
        )
    if PurePath(name).suffix.lower() == ".ics" or not data.strip():
        raise FileRefused(file=name, reason="not a calendar" if data.strip() else "the file is empty")
    table = read_table(name, data, start=start, units=units)
    return _run_plan(name, PurePath(name).stem, table.rows, unit=table.unit or units, problems=table.problems)


def _unit_of(rows: Sequence[PlanRow]) -> Units | None:
    named = [unit_named(cleaned(row.title)) for row in rows]
    metric, imperial = named.count(Units.METRIC), named.count(Units.IMPERIAL)
    if metric == imperial:
        return None
    return Units.METRIC if metric > imperial else Units.IMPERIAL


def _run_plan(
    file: str, title: str, rows: Sequence[PlanRow], *, unit: Units, problems: Sequence[str]
) -> RunPlan:
    runs: list[ExpectedRun] = []
    spoken: set[date] = set()
    not_understood = list(problems)
    for row in rows:
        said = _said(row, unit)
        if said is None:
            not_understood.append(f"{row.place}: “{row.title}”")
            continue
        spoken.add(row.day)
        if said.kind is not None:
            runs.append(_run(row, said, said.kind))
    if not runs and not spoken:
        raise FileRefused(file=file, reason=f"no run in it could be understood{_examples(not_understood)}")
    return RunPlan(
        name=title,
        runs=tuple(sorted(runs, key=_order)),
        covers=_covers(spoken),
        not_understood=tuple(not_understood),
    )


def _examples(not_understood: Sequence[str]) -> str:
    return f" ({'; '.join(not_understood[:3])})" if not_understood else ""


def _order(run: ExpectedRun) -> tuple[date, str, str]:
    return run.day, run.start.isoformat() if run.start else "", run.title


def _said(row: PlanRow, unit: Units) -> RunTitle | None:
    """What the row says; a distance or duration without words is an easy run, nothing at all a day without a run."""
    if not row.title and (row.metres or row.minutes):
        return RunTitle(kind=RunKind.EASY)
    return read_title(row.title, unit=unit)


def _run(row: PlanRow, said: RunTitle, kind: RunKind) -> ExpectedRun:
    own_length = row.metres is not None or row.minutes is not None
    metres, minutes = (row.metres, row.minutes) if own_length else (said.metres, said.minutes)
    return ExpectedRun(
        day=row.day,
        kind=kind,
        source=OutlookSource.RUN_PLAN,
        minutes=minutes if minutes is not None else row.room,
        metres=metres,
        start=row.start,
        title=row.title,
        race_pace=said.race_pace,
    )


def _covers(spoken: set[date]) -> tuple[date, ...]:
    """Every day of each week with an entry, between the first and the last entry."""
    if not spoken:
        return ()
    first, last = min(spoken), max(spoken)
    mondays = {day - timedelta(days=day.weekday()) for day in spoken}
    days = (monday + timedelta(days=day) for monday in sorted(mondays) for day in range(7))
    return tuple(day for day in days if first <= day <= last)
