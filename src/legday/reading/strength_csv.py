"""Decides which sessions and sets an export of Strong or Hevy holds.

Strong, as seen in public repositories: `Date,Workout Name,[Duration,]Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE`
without a unit (its iOS app for years; IgnisDa/ryot issue 1503) · `Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;…;Workout Duration`
(its Android app; imacek/lifting-with-friends-old) · `Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);…`
since version 6 (AlexandrosKyriakakis/StrongAppAnalytics issue 1), with rows `Rest Timer` and `Note`. Set Order is a number, or W, D, F for warm-up,
drop set and failure. Hevy: `title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg|weight_lbs,reps,…`
(Julien-Au/gymcoach pull request 117), dates as the phone writes them. Both put the weight of one dumbbell where two are held.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from legday.model.errors import FileRefused, LimitExceeded
from legday.model.strength_log import KILOGRAMS, POUNDS, HistorySession, HistorySet, StrengthLog
from legday.reading.limits import LIMITS, Limits
from legday.reading.plain_text import plain
from legday.reading.strength_cells import (
    NoCell,
    cell_minutes,
    cell_moment,
    cell_number,
    cell_reserve,
    cell_seconds,
    cell_whole,
)
from legday.reading.strength_columns import Columns, columns_of, unit_of

HEAD = 4_096
"""Bytes in which the line with the names of the columns stands."""

_NO_SET = frozenset({"rest timer", "rest", "note", "notes"})
_WARM_UP = frozenset({"w", "warmup", "warm-up", "warm up"})
_FAILURE = frozenset({"f", "failure"})
_DROP = frozenset({"d", "dropset", "drop set", "drop"})
_HEAVIEST = {KILOGRAMS: 1_000, POUNDS: 2_200, "": 1_000}
_MOST_REPS, _MOST_SECONDS = 1_000, 7_200


def is_strength_log(head: bytes) -> bool:
    """Whether the first bytes of a file (`HEAD` are enough) name the columns of a Strong or Hevy export."""
    if b"\0" in head:
        return False
    first = head.decode("utf-8-sig", errors="replace").lstrip().splitlines()[:1]
    return bool(first) and columns_of(_cells(first[0])) is not None


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return []


def read_strength_csv(data: bytes, *, file: str, limits: Limits = LIMITS) -> StrengthLog:
    """The sessions of an export, oldest first, with a sentence for every row that cannot be read.

    FileRefused where it is no such export, LimitExceeded where it is too large.
    """
    if len(data) > limits.list_bytes:
        raise LimitExceeded(file=file, reason=f"a strength log larger than {limits.list_bytes:,} bytes")
    text = data.decode("utf-8-sig", errors="replace").lstrip()
    header = text.splitlines()[0] if text else ""
    columns = columns_of(_cells(header))
    if columns is None:
        raise FileRefused(file=file, reason="not an export of Strong or Hevy", at="line 1")
    found = _Found(columns)
    for line, row in _rows(text, header, file=file, limits=limits):
        found.take(line, row)
    return StrengthLog(app=columns.app, sessions=found.sessions(), problems=tuple(found.problems))


def _rows(text: str, header: str, *, file: str, limits: Limits) -> Iterator[tuple[int, Sequence[str]]]:
    """Each row with the line it begins on, the header left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(header))
    begins, count = 1, 0
    try:
        for row in reader:
            line, begins = begins, reader.line_num + 1
            if line == 1 or not any(cell.strip() for cell in row):
                continue
            count += 1
            if count > limits.strength_rows:
                raise LimitExceeded(
                    file=file, reason=f"more than {limits.strength_rows:,} sets", at=f"line {line}"
                )
            yield line, row
    except csv.Error as broken:
        raise FileRefused(file=file, reason=f"not a table ({broken})", at=f"line {begins}") from broken


@dataclass(slots=True)
class _Open:
    """A session while its rows come in."""

    start: datetime
    title: str
    minutes: int | None
    note: str
    sets: list[HistorySet] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    """What the rows read so far add up to."""

    columns: Columns
    problems: list[str] = field(default_factory=list)
    open: dict[tuple[datetime, str], _Open] = field(default_factory=dict)
    moments: dict[str, datetime] = field(default_factory=dict)

    def take(self, line: int, row: Sequence[str]) -> None:
        """One row: a set of its session, or a sentence about what is wrong with it."""
        if self.columns.cell(row, "mark").lower() in _NO_SET:
            return
        try:
            one = self._set(line, row)
            session = self._session(row)
        except NoCell as problem:
            self.problems.append(f"line {line}: {plain(str(problem))}")
            return
        if one is not None:
            session.sets.append(one)

    def sessions(self) -> tuple[HistorySession, ...]:
        made = [
            HistorySession(
                start=one.start, title=one.title, sets=tuple(one.sets), minutes=one.minutes, note=one.note
            )
            for one in self.open.values()
            if one.sets
        ]
        return tuple(sorted(made, key=lambda one: (one.start.replace(tzinfo=None), one.title)))

    def _session(self, row: Sequence[str]) -> _Open:
        columns = self.columns
        start, title = self._start(columns.cell(row, "start")), plain(columns.cell(row, "title"))
        if (start, title) not in self.open:
            self.open[start, title] = _Open(
                start=start,
                title=title,
                minutes=self._minutes(row, start),
                note=plain(columns.cell(row, "session_note")),
            )
        return self.open[start, title]

    def _start(self, cell: str) -> datetime:
        if cell not in self.moments:
            self.moments[cell] = cell_moment(cell)
        return self.moments[cell]

    def _minutes(self, row: Sequence[str], start: datetime) -> int | None:
        end = self.columns.cell(row, "end")
        try:
            minutes = (
                round((cell_moment(end) - start).total_seconds() / 60)
                if end
                else cell_minutes(self.columns.cell(row, "length"), bare_seconds=self.columns.seconds_long)
            )
        except (NoCell, TypeError):
            return None
        return minutes if minutes and 0 < minutes < 1440 else None

    def _set(self, line: int, row: Sequence[str]) -> HistorySet | None:
        """The set of a row; None where nothing was done."""
        columns = self.columns
        name = plain(columns.cell(row, "exercise"))
        if not name:
            raise NoCell("names no exercise")
        reps = _within(cell_whole(columns.cell(row, "reps")), _MOST_REPS, "repetitions")
        seconds = _within(cell_seconds(columns.cell(row, "seconds")), _MOST_SECONDS, "seconds")
        if not reps and not seconds:
            return None
        mark = columns.cell(row, "mark").lower()
        weight, unit = self._weight(row)
        return HistorySet(
            exercise=name,
            line=line,
            reps=reps or None,
            weight=weight,
            unit=unit,
            seconds=seconds or None,
            rir=0 if mark in _FAILURE else cell_reserve(columns.cell(row, "rpe")),
            warm_up=mark in _WARM_UP,
            note="drop set" if mark in _DROP else "",
        )

    def _weight(self, row: Sequence[str]) -> tuple[float | None, str]:
        columns = self.columns
        for column, unit in (("weight_kg", KILOGRAMS), ("weight_lb", POUNDS), ("weight", "")):
            cell = columns.cell(row, column)
            if cell:
                said = unit or unit_of(columns.cell(row, "unit")) or columns.unit
                weight = cell_number(cell)
                if weight is not None and abs(weight) > _HEAVIEST[said]:
                    raise NoCell(f"{cell} {said}".strip() + " is not a weight a person lifts")
                return weight, said
        return None, ""


def _within(number: int | None, most: int, what: str) -> int | None:
    if number is not None and number > most:
        raise NoCell(f"{number} {what} are more than a set has")
    return number
