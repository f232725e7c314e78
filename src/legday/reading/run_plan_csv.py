"""Decides which days and words a table of runs holds: dated rows, week and day, or a column per weekday."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from legday.model.errors import FileRefused, InputError
from legday.model.quantities import METRES_PER_MILE
from legday.model.runner import Units
from legday.reading.run_amounts import cleaned, find_amount, unit_named
from legday.reading.run_plan_rows import PlanRow

MOST_ROWS = 2_000

COLUMNS: Mapping[str, frozenset[str]] = {
    "date": frozenset({"date", "day date", "datum", "workout date", "session date", "on"}),
    "week": frozenset({"week", "wk", "w", "week no", "week number", "week nr", "week #", "training week"}),
    "weeks_to_go": frozenset(
        {"weeks to go", "weeks to goal", "weeks to race", "weeks left", "weeks until race"}
    ),
    "day": frozenset({"day", "weekday", "dow", "day of week", "d"}),
    "title": frozenset(
        {
            "title",
            "session",
            "workout",
            "run",
            "description",
            "activity",
            "name",
            "training",
            "what",
            "plan",
            "subject",
            "summary",
        }
    ),
    "kind": frozenset({"kind", "type", "category", "run type", "workout type"}),
    "distance": frozenset(
        {
            "distance",
            "dist",
            "km",
            "kms",
            "kilometers",
            "kilometres",
            "mi",
            "mile",
            "miles",
            "mileage",
            "metres",
            "meters",
            "m",
        }
    ),
    "minutes": frozenset({"minutes", "min", "mins", "duration", "length", "hours", "moving time"}),
    "start": frozenset({"start", "start time", "time of day", "begin", "begins", "at", "starts"}),
    "time": frozenset({"time"}),
}
"""Column names as people write them; units in brackets are taken off first."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = {"weds": "wed", "thurs": "thu", "thur": "thu", "tues": "tue"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Row = Sequence[str]


@dataclass(slots=True)
class TableRows:
    """Rows by day, the unit of distance that the header names, and what could not be read."""

    rows: list[PlanRow] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    unit: Units | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A header understood: which column is what, which are weekdays, the unit of distances."""

    columns: Mapping[str, int]
    weekdays: Mapping[int, int]
    header: Row
    lines: Sequence[tuple[int, Row]]
    unit: Units | None

    def cell(self, row: Row, column: str) -> str:
        place = self.columns.get(column)
        return row[place].strip() if place is not None and place < len(row) else ""


def read_table(file: str, data: bytes, *, start: date | None, units: Units) -> TableRows:
    """The rows of a CSV file by day. Week numbers count from `start`, a Monday; `units` are those of bare distances as a last resort.

    FileRefused where it is no table of runs; InputError where weeks need a start, or dates can be read two ways.
    """
    table = _table(file, data)
    found = TableRows(unit=table.unit or _unit_of_rows(table))
    unit = found.unit or units
    days = _Days(file, table, start=start)
    for line, row in table.lines:
        place = f"line {line}"
        if table.weekdays:
            for day, cell in days.of_week(row):
                found.rows.append(PlanRow(day=day, title=cell, place=place))
            continue
        read = days.of_row(row)
        if read is None:
            found.problems.append(f"{place}: no day in “{', '.join(cell for cell in row if cell.strip())}”")
        else:
            found.rows.append(_row(table, row, day=read, unit=unit, place=place))
    return found


def _table(file: str, data: bytes) -> _Table:
    text = _decoded(data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";\t,|", key=first.count)
    try:
        rows = [
            (number, row)
            for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1)
            if any(cell.strip() for cell in row)
        ]
    except csv.Error as problem:
        raise FileRefused(file=file, reason=f"not a table: {problem}") from problem
    if len(rows) < 2:
        raise FileRefused(file=file, reason="a table needs a header and at least one row")
    if len(rows) > MOST_ROWS:
        raise FileRefused(file=file, reason=f"more than {MOST_ROWS} rows")
    header = rows[0][1]
    names = [_name(cell) for cell in header]
    columns = {
        column: place
        for column, known in COLUMNS.items()
        for place in reversed(range(len(names)))
        if names[place] in known
    }
    weekdays = {place: day for place, name in enumerate(names) if (day := _weekday(name)) is not None}
    if not weekdays and not ({"title", "kind", "distance", "minutes", "time"} & set(columns)):
        raise FileRefused(
            file=file,
            reason=f"no column of runs among {', '.join(header)}; the first line names them: date (or week and day), title, distance, minutes",
            at="line 1",
        )
    distance = header[columns["distance"]] if "distance" in columns else ""
    return _Table(
        columns=columns, weekdays=weekdays, header=header, lines=rows[1:], unit=_unit_of_header(distance)
    )


def _decoded(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _name(cell: str) -> str:
    return re.sub(r"[\s_]+", " ", re.sub(r"[(\[].*?[)\]]", "", cell)).strip(" .:#").lower()


def _unit_of_header(header: str) -> Units | None:
    words = set(re.findall(r"[a-z]+", header.lower()))
    if words & {"km", "kms", "kilometers", "kilometres"}:
        return Units.METRIC
    return Units.IMPERIAL if words & {"mi", "mile", "miles", "mileage"} else None


def _unit_of_rows(table: _Table) -> Units | None:
    """The unit most rows name, None where none or as many of each do."""
    named = [unit_named(cleaned(cell)) for _, row in table.lines for cell in row]
    metric, imperial = named.count(Units.METRIC), named.count(Units.IMPERIAL)
    if metric == imperial:
        return None
    return Units.METRIC if metric > imperial else Units.IMPERIAL


def _row(table: _Table, row: Row, *, day: date, unit: Units, place: str) -> PlanRow:
    title, kind = table.cell(row, "title"), table.cell(row, "kind")
    start, minutes = _clock_columns(table, row)
    return PlanRow(
        day=day,
        title=title if not kind or kind.lower() in title.lower() else f"{kind} {title}".strip(),
        place=place,
        start=start,
        metres=_distance(table, table.cell(row, "distance"), unit),
        minutes=minutes,
    )


def _distance(table: _Table, cell: str, unit: Units) -> int | None:
    text = _dotted(cleaned(cell))
    if not any(letter.isdigit() for letter in text):
        return None
    try:
        number = float(text)
    except ValueError:
        return find_amount(text, unit).metres
    name = _name(table.header[table.columns["distance"]])
    if name in {"m", "metres", "meters"} and number >= 100:
        return round(number)
    return round(number * (METRES_PER_MILE if unit is Units.IMPERIAL else 1000)) or None


def _dotted(text: str) -> str:
    return text.replace(",", ".") if re.fullmatch(r"\d+,\d+", text) else text


def _clock_columns(table: _Table, row: Row) -> tuple[time | None, int | None]:
    """Start and minutes. A column "time" is a start where another column says how long, or where it names an hour of the day."""
    start, length = table.cell(row, "start"), table.cell(row, "minutes")
    either = table.cell(row, "time")
    if "minutes" in table.columns or _hour(either):
        return _start(start or either), _length(table, length)
    return _start(start), _length(table, length or either)


def _hour(text: str) -> bool:
    read = _start(text)
    return read is not None and (read.hour >= 5 or bool(re.search(r"[ap]\.?m", text.lower())))


def _start(text: str) -> time | None:
    found = re.fullmatch(
        r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?)?", text.strip().lower()
    )
    if found is None or (found[2] is None and found[3] is None):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3].startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _length(table: _Table, cell: str) -> int | None:
    text = _dotted(cleaned(cell))
    if not any(letter.isdigit() for letter in text):
        return None
    header = table.header[table.columns["minutes"]].lower() if "minutes" in table.columns else ""
    try:
        return round(float(text) * (60 if "hour" in header or "(h)" in header else 1)) or None
    except ValueError:
        return find_amount(text, Units.METRIC).minutes


class _Days:
    """Which date a row is for."""

    def __init__(self, file: str, table: _Table, *, start: date | None) -> None:
        self.table = table
        self.dates = (
            _dates(file, [table.cell(row, "date") for _, row in table.lines])
            if "date" in table.columns
            else {}
        )
        self.weeks: dict[str, int] = {}
        self.start = date.min
        if "date" not in table.columns:
            self.start = _start_monday(file, start)
            self.weeks = _weeks(table)
            if not table.weekdays and "day" not in table.columns:
                raise FileRefused(
                    file=file,
                    reason="no column says which day a row is for; name one date, or two week and day",
                    at="line 1",
                )
        self._week = -1

    def of_week(self, row: Row) -> Iterator[tuple[date, str]]:
        """Each weekday's cell of a row that holds a week."""
        monday = self._monday(row)
        for place, weekday in self.table.weekdays.items():
            if place < len(row):
                yield monday + timedelta(days=weekday), row[place].strip()

    def of_row(self, row: Row) -> date | None:
        if "date" in self.table.columns:
            return self.dates.get(self.table.cell(row, "date"))
        weekday = _weekday(self.table.cell(row, "day"))
        if weekday is None or ("week" in self.table.columns and self._number(row) is None):
            return None
        return self._monday(row) + timedelta(days=weekday)

    def _number(self, row: Row) -> int | None:
        return self.weeks.get(self.table.cell(row, "week") or self.table.cell(row, "weeks_to_go"))

    def _monday(self, row: Row) -> date:
        if "date" in self.table.columns:
            day = self.dates.get(self.table.cell(row, "date"), date.min)
            return day - timedelta(days=day.weekday())
        number = self._number(row)
        self._week = self._week + 1 if number is None else number
        return self.start + timedelta(weeks=self._week)


def _start_monday(file: str, start: date | None) -> date:
    if start is None:
        raise InputError(
            value=file,
            place="run plan",
            problem="counts weeks and does not say when they begin",
            remedy="give the Monday of its first week as start: `--start 2026-11-23`",
        )
    if start.weekday() != 0:
        monday = start - timedelta(days=start.weekday())
        raise InputError(
            value=f"{start}",
            place="start of the run plan",
            problem="is not a Monday",
            remedy=f"you meant {monday}",
        )
    return start


def _weeks(table: _Table) -> dict[str, int]:
    """Cells of the week column to weeks after the first; "weeks to go" count down."""
    column = "week" if "week" in table.columns else "weeks_to_go"
    cells = {table.cell(row, column) for _, row in table.lines}
    numbers = {cell: int(found[0]) for cell in cells if (found := re.search(r"\d{1,3}", cell))}
    if not numbers:
        return {}
    if column == "weeks_to_go":
        most = max(numbers.values())
        return {cell: most - number for cell, number in numbers.items()}
    least = min(numbers.values())
    return {cell: number - min(least, 1) for cell, number in numbers.items()}


def _weekday(cell: str) -> int | None:
    """0 for "Monday", "Mon", "mo.", "1" or "Day 1"; None for anything else."""
    text = cell.strip().lower().rstrip(".")
    if found := re.fullmatch(r"(?:day\s*|d)?([1-7])", text):
        return int(found[1]) - 1
    text = SHORT_WEEKDAYS.get(text, text)
    if len(text) < 2:
        return None
    return next((number for number, name in enumerate(WEEKDAYS) if name.startswith(text)), None)


NUMERIC_DATE = re.compile(r"\b(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})\b")


def _dates(file: str, cells: Sequence[str]) -> dict[str, date]:
    """Dates by cell. Where day and month can be told neither by a number above 12 nor by how close the dates stand, InputError."""
    known = {cell: read for cell in cells if (read := _plain_date(cell)) is not None}
    numeric = {cell: found for cell in cells if cell not in known and (found := NUMERIC_DATE.search(cell))}
    if not numeric:
        return known
    dotted = all("." in found.group() for found in numeric.values())
    if dotted:
        # Dots part day.month.year wherever they are used, so a date that does not exist spoils no other.
        each = (_in_order({cell: found}, (0, 1)) or {} for cell, found in numeric.items())
        return known | {cell: day for reading in each for cell, day in reading.items()}
    readings = [reading for order in ((0, 1), (1, 0)) if (reading := _in_order(numeric, order)) is not None]
    if len(readings) == 2 and readings[0] != readings[1]:
        spans = [max(reading.values()) - min(reading.values()) for reading in readings]
        if spans[0] == spans[1]:
            raise InputError(
                value=next(iter(numeric)),
                place=f"{file}: date",
                problem="could be day/month or month/day",
                remedy="write dates as 2026-11-30",
            )
        readings.sort(key=lambda reading: max(reading.values()) - min(reading.values()))
    return known | (readings[0] if readings else {})


def _in_order(numeric: Mapping[str, re.Match[str]], order: tuple[int, int]) -> dict[str, date] | None:
    day, month = order
    try:
        return {
            cell: date(
                int(found[3]) + (2000 if len(found[3]) == 2 else 0),
                int(found[1 + month]),
                int(found[1 + day]),
            )
            for cell, found in numeric.items()
        }
    except ValueError:
        return None


def _plain_date(cell: str) -> date | None:
    text = cell.strip().lower()
    try:
        if found := re.search(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b", text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := re.search(
            r"\b(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4})\b", text
        ):
            return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
        if found := re.search(r"\b([a-z]{3})[a-z]*\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})\b", text):
            return date(int(found[3]), MONTHS.index(found[1]) + 1, int(found[2]))
    except ValueError:
        return None
    return None
