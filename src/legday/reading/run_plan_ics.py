"""Decides which days a calendar file names, with its recurring, moved and cancelled events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr
from icalendar import Calendar, Event, vBroken, vRecur

from legday.model.errors import FileRefused
from legday.reading.run_plan_rows import PlanRow

MOST_EVENTS = 1_000
"""Days read from one calendar; the rest is named as left out."""

HORIZON = timedelta(days=731)
"""Recurring events are followed for two years."""

LONGEST_RUN_MINUTES = 480
"""A longer calendar entry says nothing about the length of a run."""

FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})

Moment = datetime | date


@dataclass(slots=True)
class CalendarRows:
    """Rows by day, the calendar's own name, and what could not be read."""

    name: str = ""
    rows: list[PlanRow] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_calendar(file: str, data: bytes, *, zone: ZoneInfo, start: date | None) -> CalendarRows:
    """The days of a calendar on the runner's clock; recurring events are followed for two years from `start`, else from the first event.

    FileRefused where the bytes are no calendar.
    """
    calendars = _calendars(file, data)
    found = CalendarRows(name=next((str(c["X-WR-CALNAME"]) for c in calendars if "X-WR-CALNAME" in c), ""))
    events = _readable(calendars, found)
    if not events:
        return found
    first = start or min(_local(event.decoded("DTSTART"), zone).date() for event in events)
    for row in _rows(events, zone=zone, first=first, problems=found.problems):
        if len(found.rows) == MOST_EVENTS:
            found.problems.append(f"only the first {MOST_EVENTS} days were read")
            break
        found.rows.append(row)
    found.rows.sort(key=lambda row: (row.day, row.start or time(), row.title))
    return found


def _calendars(file: str, data: bytes) -> Sequence[Any]:
    try:
        calendars = list(Calendar.from_ical(data, multiple=True))
    except (ValueError, IndexError, KeyError, UnicodeError) as problem:
        reason = str(problem).splitlines()[0][:200] if str(problem) else "it does not parse"
        raise FileRefused(file=file, reason=f"not a calendar: {reason}") from problem
    if not calendars:
        raise FileRefused(file=file, reason="not a calendar: it is cut short")
    return calendars


def _readable(calendars: Sequence[Any], found: CalendarRows) -> list[Event]:
    events = []
    for calendar in calendars:
        for event in calendar.walk("VEVENT"):
            title = str(event.get("SUMMARY", "")).strip()
            if not title:
                found.problems.append("an event without a title")
            elif _start_of(event) is None:
                found.problems.append(f"“{title}” has no date that can be read")
            elif "RRULE" in event and not _followable(event):
                found.problems.append(f"“{title}” repeats in a way that cannot be followed")
            elif str(event.get("STATUS", "")).upper() != "CANCELLED" or "RECURRENCE-ID" in event:
                events.append(event)
    return events


def _start_of(event: Event) -> Moment | None:
    start = _value(event, "DTSTART")
    return start if isinstance(start, date) else None


def _value(event: Event, name: str) -> Any:
    """The plain value of a property with one; None where it is absent or broken."""
    held: Any = event.get(name)
    return None if isinstance(held, vBroken | list) else getattr(held, "dt", None)


def _followable(event: Event) -> bool:
    rule = event["RRULE"]
    frequency = rule.get("FREQ", [""]) if isinstance(rule, dict) else [""]
    return str(frequency[0]).upper() in FREQUENCIES


def _rows(events: Sequence[Event], *, zone: ZoneInfo, first: date, problems: list[str]) -> Iterator[PlanRow]:
    overridden = {
        (str(event.get("UID", "")), _local(event.decoded("RECURRENCE-ID"), zone))
        for event in events
        if isinstance(_value(event, "RECURRENCE-ID"), date)
    }
    for event in events:
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        uid, alone = str(event.get("UID", "")), "RECURRENCE-ID" in event
        try:
            moments = list(_moments(event, zone=zone, first=first))
        except (ValueError, OverflowError) as problem:
            problems.append(
                f"“{event.get('SUMMARY', '')}” repeats in a way that cannot be followed ({problem})"
            )
            continue
        for moment in moments:
            if alone or (uid, moment) not in overridden:
                yield _row(event, moment)


def _moments(event: Event, *, zone: ZoneInfo, first: date) -> Iterator[datetime]:
    """Starts on the runner's clock (naive), those taken out left out; of a recurring event only from `first` on."""
    begin = event.decoded("DTSTART")
    if "RRULE" not in event and "RDATE" not in event:
        yield _local(begin, zone)
        return
    last = first + HORIZON
    removed = {_local(moment, zone) for moment in _listed(event.get("EXDATE"))}
    moments = [*_repeated(event, last), *_listed(event.get("RDATE"))]
    for moment in sorted({_local(moment, zone) for moment in moments} - removed):
        if first <= moment.date() <= last:
            yield moment


def _repeated(event: Event, last: date) -> Iterator[Moment]:
    begin: Moment = event.decoded("DTSTART")
    if "RRULE" not in event:
        yield begin
        return
    recurring: Any = event["RRULE"]
    rule: dict[str, Any] = dict(recurring)
    count = int(rule.pop("COUNT", [0])[0])
    until = _floating(rule.pop("UNTIL", [None])[0], begin)
    end = datetime.combine(last, time.max)
    written: Any = vRecur(rule)
    days = rrulestr(str(written.to_ical(), "ascii"), dtstart=_floating(begin, begin) or end)
    assert isinstance(days, rrule)
    for number, moment in enumerate(days.replace(until=min(until or end, end))):
        if count and number >= count:
            return
        yield _as(moment, begin)


def _floating(moment: Moment | None, begin: Moment) -> datetime | None:
    """A moment on the event's own clock, without a zone, so that six in the evening stays six across clock changes."""
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time() if moment is begin else time.max)
    zone = begin.tzinfo if isinstance(begin, datetime) else None
    if moment.tzinfo is not None and zone is not None:
        moment = moment.astimezone(zone)
    return moment.replace(tzinfo=None)


def _as(moment: datetime, begin: Moment) -> Moment:
    if not isinstance(begin, datetime):
        return moment.date()
    zone: tzinfo | None = begin.tzinfo
    return moment.replace(tzinfo=zone)


def _listed(value: Any) -> Iterator[Moment]:
    for dates in value if isinstance(value, list) else [value]:
        for listed in () if isinstance(dates, vBroken) else getattr(dates, "dts", ()):
            moment = listed.dt[0] if isinstance(listed.dt, tuple) else listed.dt
            if isinstance(moment, date):
                yield moment


def _local(moment: Moment, zone: ZoneInfo) -> datetime:
    """The wall clock of the runner; a floating time is already on it, an all-day event starts at midnight."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None)


def _row(event: Event, moment: datetime) -> PlanRow:
    timed = isinstance(event.decoded("DTSTART"), datetime)
    return PlanRow(
        day=moment.date(),
        title=str(event.get("SUMMARY", "")).strip(),
        place=f"{moment.date()}",
        start=moment.time().replace(second=0, microsecond=0) if timed else None,
        room=_room(event) if timed else None,
    )


def _room(event: Event) -> int | None:
    begin = event.decoded("DTSTART")
    length = _value(event, "DURATION")
    end = _value(event, "DTEND")
    if not isinstance(length, timedelta) and isinstance(end, datetime):
        aware = (end.tzinfo is None) == (begin.tzinfo is None)
        length = end - begin if aware else None
    if not isinstance(length, timedelta):
        return None
    minutes = round(length.total_seconds() / 60)
    return minutes if 0 < minutes <= LONGEST_RUN_MINUTES else None
