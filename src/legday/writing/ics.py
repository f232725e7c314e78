"""Decides how a plan is written as a calendar file: one event per session, with zone, alarm and the exercises."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from legday.model.catalogue import Catalogue
from legday.model.plan import Plan, Session
from legday.model.runner import Units
from legday.writing.prescriptions import PAIN, drills_line, exercise_line, superset_lines

ALARM_BEFORE = timedelta(minutes=30)
"""The alarm rings this long before a session (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarIssue:
    """One issue of a runner's calendar.

    `sequence` rises with each accepted plan, so that calendars take the newer event · `stamp` the aware moment of writing ·
    `calendar` tells one runner's events from another's.
    """

    sequence: int
    stamp: datetime
    calendar: str = "me"


def plan_ics(plan: Plan, catalogue: Catalogue, *, issue: CalendarIssue, units: Units) -> bytes:
    """The plan's sessions as iCalendar (RFC 5545) bytes: CRLF, folded, VTIMEZONE of the plan's zone included."""
    calendar = Calendar()
    calendar.add("prodid", "-//legday//leg strength for runners//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "legday")
    for session in plan.sessions:
        calendar.add_component(_event(session, plan, catalogue, issue=issue, units=units))
    if plan.sessions:
        calendar.add_missing_timezones(
            first_date=plan.days[0].day - timedelta(days=370),
            last_date=plan.days[-1].day + timedelta(days=370),
        )
    return bytes(calendar.to_ical())


def session_text(session: Session, catalogue: Catalogue, units: Units) -> str:
    """The session as the event's description: warm-up, exercises, cool-down, when to stop, and why this day."""
    lines = [f"Warm-up: {drills_line(session.warm_up, catalogue)}"] if session.warm_up else []
    lines += [exercise_line(line, catalogue, units) for line in session.exercises]
    lines += superset_lines(session, catalogue)
    lines += [f"Cool-down: {drills_line(session.cool_down, catalogue)}"] if session.cool_down else []
    lines.append(PAIN)
    lines += ["", "Why: " + " ".join(session.why.day)] if session.why.day else []
    return "\n".join(lines)


def _event(
    session: Session, plan: Plan, catalogue: Catalogue, *, issue: CalendarIssue, units: Units
) -> Event:
    zone = ZoneInfo(plan.zone)
    start = session.start.replace(tzinfo=zone)
    event = Event()
    event.add("uid", f"{_place(session)}.{issue.calendar}@legday")
    event.add("sequence", issue.sequence)
    event.add("dtstamp", issue.stamp)
    event.add("dtstart", start)
    event.add("dtend", _end(session, zone))
    event.add("summary", f"Legs: {session.title}")
    event.add("description", session_text(session, catalogue, units))
    event.add("categories", ["legday", session.phase.value])
    event.add("transp", "OPAQUE")
    event.add_component(_alarm(session))
    return event


def _place(session: Session) -> str:
    """Week and letter ("2026-W48-A"): a session that moves within its week is updated, not doubled."""
    year, week, _ = session.day.isocalendar()
    return f"{year}-W{week:02d}-{session.menu}"


def _end(session: Session, zone: ZoneInfo) -> datetime:
    # Counted in UTC: a session across a clock change keeps its true length.
    start = session.start.replace(tzinfo=zone).astimezone(ZoneInfo("UTC"))
    return (start + timedelta(minutes=session.minutes)).astimezone(zone)


def _alarm(session: Session) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Legs: {session.title} in {ALARM_BEFORE.seconds // 60} min")
    alarm.add("trigger", -ALARM_BEFORE)
    return alarm
