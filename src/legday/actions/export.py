"""Decides in which forms a plan and a journal leave the home."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from legday.actions.journal_text import journal_lines
from legday.actions.state import Facts
from legday.model.journal import AnyEntry
from legday.model.plan import Plan
from legday.writing.markdown import plan_markdown
from legday.writing.notation import print_lines
from legday.writing.plan_json import json_text, plan_json


class ExportForm(StrEnum):
    ICS = "ics"
    JSON = "json"
    MARKDOWN = "md"
    JOURNAL = "journal"


def export(
    form: ExportForm, plan: Plan, known: Facts, *, now: datetime, entries: Sequence[AnyEntry] = ()
) -> bytes:
    """The bytes of one form; `now` stamps the calendar, whose SEQUENCE is the number of plans accepted so far.

    `entries` are the journal's, for the form that is made of them.
    """
    if form is ExportForm.ICS:
        return _calendar(plan, known, now)
    if form is ExportForm.JSON:
        return json_text(plan_json(plan)).encode()
    if form is ExportForm.MARKDOWN:
        return plan_markdown(plan, known.catalogue, known.profile.units).encode()
    return journal_text(entries, zone=known.profile.time_zone).encode()


def journal_text(entries: Sequence[AnyEntry], *, zone: str) -> str:
    """All that was said, as text that can be read back; moments by the clocks of `zone` (IANA name)."""
    return print_lines(journal_lines(entries, zone=ZoneInfo(zone)))


def _calendar(plan: Plan, known: Facts, now: datetime) -> bytes:
    from legday.writing.ics import CalendarIssue, plan_ics

    issue = CalendarIssue(sequence=len(known.journal.accepted), stamp=now)
    return plan_ics(plan, known.catalogue, issue=issue, units=known.profile.units)
