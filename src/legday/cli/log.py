"""Decides how a leg session is logged: in a line, as planned, from a text, or set by set."""

import sys
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import Opened, opened, print_json, print_lines, tell, text_of
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today, said_clock, said_date
from legday.model.errors import InputError, LegdayError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legday.actions.log import Around, Desk, LogReport
    from legday.actions.state import Facts
    from legday.model.journal import AnyEntry

AS_PLANNED = "done"


def log(
    context: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[SETS|done|FILE|-]",
            help="Sets of a session, `done` for as planned, a text in the notation, or nothing: set by set.",
        ),
    ] = None,
    *,
    day: Annotated[
        datetime | None,
        typer.Option("--date", parser=said_date, metavar="DATE", help="The day it was, if not today."),
    ] = None,
    at: Annotated[
        time | None, typer.Option("--at", parser=said_clock, metavar="HH:MM", help="When it began.")
    ] = None,
    minutes: Annotated[
        int | None, typer.Option("--minutes", min=1, max=600, help="How long it took.")
    ] = None,
    effort: Annotated[
        int | None, typer.Option("--effort", min=0, max=10, help="How hard all of it was, 0–10.")
    ] = None,
    rir: Annotated[
        int | None,
        typer.Option("--rir", min=0, max=10, help="With done: repetitions left in reserve, if not as asked."),
    ] = None,
    but: Annotated[
        str, typer.Option("--except", metavar="SETS", help='With done: what was otherwise, "squat 3x8".')
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Keep it even where it looks mistyped.")] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Log a leg session: "squat 3x10 40 kg rir 2, calf-raise 3x15", done, a text, or set by set."""
    from legday.actions.log import Around, desk

    with opened(context) as home:
        known = home.day_facts(today, weeks=DEFAULT_WEEKS)
        around = Around(day=day.date() if day else known.today, at=at, minutes=minutes, effort=effort)
        call = Call(home=home, today=today, around=around, yes=yes, rir=rir, but=but)
        written = desk(home.store, known, weeks=DEFAULT_WEEKS)
        if what is None:
            from legday.cli.log_set_by_set import set_by_set

            report = set_by_set(call, written, out=sys.stderr if as_json else sys.stdout)
        else:
            report = _kept(call, written, _entries(call, written, what))
    _show(report, known, as_json=as_json)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What one call of the verb was given."""

    home: Opened
    today: datetime | None
    around: "Around"
    yes: bool
    rir: int | None = None
    but: str = ""

    @property
    def clock(self) -> time | None:
        """What the runner's clock shows, where today is not said."""
        from legday.actions.journal import profile_of, read_journal
        from legday.cli.clock import now_in

        if self.today is not None:
            return None
        zone = profile_of(read_journal(self.home.store.standing())).time_zone
        return now_in(zone).time().replace(second=0, microsecond=0)

    def facts(self) -> "Facts":
        """What is known now."""
        return self.home.day_facts(self.today, weeks=DEFAULT_WEEKS)


def _entries(call: Call, written: "Desk", what: str) -> "tuple[Sequence[AnyEntry], int]":
    """The entries that the call stands for, and the promises left out of a text."""
    from legday.actions.log import draft, read_text, said_as_planned, said_in_words
    from legday.cli.clock import new_stamp

    if (call.rir is not None or call.but) and what != AS_PLANNED:
        raise InputError(
            value=what, place="log", problem="does not go with --rir or --except", remedy="`legday log done`"
        )
    if what == "-" or Path(what).is_file():
        read = read_text(written, text_of(Path(what)), file=what, stamps=new_stamp)
        return read.entries, read.promises
    if what == AS_PLANNED:
        said = said_as_planned(written, call.around, rir=call.rir, but=call.but)
    else:
        said = said_in_words(what, call.around, written.known)
    at = call.clock if call.around.day == written.known.today else None
    return (draft(written, said, stamp=new_stamp(), at=at),), 0


def _kept(call: Call, written: "Desk", read: "tuple[Sequence[AnyEntry], int]") -> "LogReport":
    from legday.actions.log import keep, log_report, written_doubts
    from legday.cli.doubt import sure

    entries, promises = read
    sure(written_doubts(written, entries), yes=call.yes, place="log")
    keep(call.home.store, entries)
    try:
        return log_report(written.plan, call.facts(), entries, weeks=DEFAULT_WEEKS, promises=promises)
    except LegdayError:
        tell("The log is kept; what follows from it could not be told.")
        raise


def _show(report: "LogReport", known: "Facts", *, as_json: bool) -> None:
    if as_json:
        print_json(log_json(report))
    else:
        from legday.cli.show_log import log_lines

        print_lines(log_lines(report, known.catalogue, known.profile.units))


def log_json(report: "LogReport") -> dict[str, Any]:
    """What was kept in the notation, the next prescriptions, and what changed."""
    from zoneinfo import ZoneInfo

    from legday.actions.journal_text import journal_lines
    from legday.writing.notation import print_line
    from legday.writing.plan_json import change_json, moment, prescription_json

    return {
        "kept": [print_line(line) for line in journal_lines(report.entries, zone=ZoneInfo("UTC"))],
        "entries": [str(entry.id) for entry in report.entries],
        "promises_left_out": report.promises,
        "next": [
            {"session": moment(one.session.start), "prescription": prescription_json(one.line)}
            for one in report.next
        ],
        "changes": [change_json(change) for change in report.changes],
    }
