"""Decides in which forms a plan and a journal leave the home."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from legday.actions.journal import Journal
from legday.actions.state import Facts
from legday.model.lines import JournalLine, KindLine, PromiseLine
from legday.model.plan import Plan
from legday.writing.markdown import plan_markdown
from legday.writing.notation import print_lines
from legday.writing.plan_json import json_text, plan_json


class ExportForm(StrEnum):
    ICS = "ics"
    JSON = "json"
    MARKDOWN = "md"
    JOURNAL = "journal"


def export(form: ExportForm, plan: Plan, known: Facts, *, now: datetime) -> bytes:
    """The bytes of one form; `now` stamps the calendar, whose SEQUENCE is the number of plans accepted so far."""
    if form is ExportForm.ICS:
        return _calendar(plan, known, now)
    if form is ExportForm.JSON:
        return json_text(plan_json(plan)).encode()
    if form is ExportForm.MARKDOWN:
        return plan_markdown(plan, known.catalogue, known.profile.units).encode()
    return print_lines(tuple(journal_lines(known.journal, ZoneInfo(known.profile.time_zone)))).encode()


def journal_lines(journal: Journal, zone: ZoneInfo) -> Iterator[JournalLine]:
    """The journal in the notation: what runs were for, and what the plan in force promises. Times are local to `zone`."""
    for correction in journal.corrections:
        start = correction.start.astimezone(zone)
        minute = start.time().replace(second=0, microsecond=0)
        yield KindLine(day=start.date(), kind=correction.kind, start=minute)
    for session in journal.accepted[-1].sessions if journal.accepted else ():
        yield PromiseLine(
            day=session.start.date(),
            start=session.start.time(),
            minutes=session.minutes,
            menu=session.menu.lower(),
        )


def _calendar(plan: Plan, known: Facts, now: datetime) -> bytes:
    from legday.writing.ics import CalendarIssue, plan_ics

    issue = CalendarIssue(sequence=len(known.journal.accepted), stamp=now)
    return plan_ics(plan, known.catalogue, issue=issue, units=known.profile.units)
