"""Decides what is told of one session, named by its planned start: what it asks for, and whether it is to come, open, done or skipped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from legday.actions.log import Desk, NextDose, draft, next_doses
from legday.actions.planned import planned_sessions
from legday.actions.said_sessions import SessionSaid
from legday.actions.set_by_set import OpenSession, Step, Whole, finished, open_session
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.actions.today import slowly
from legday.model.done_sessions import Logged, logged_sessions
from legday.model.happened import SessionDone, SessionSkipped, SetDone
from legday.model.journal import AnyEntry
from legday.model.plan import Day, PastSession, Plan, Prescription, Session
from legday.model.standing_entries import standing_entries
from legday.progressing.rehearsal import Rehearsal, rehearsals


class Standing(StrEnum):
    """What has become of a session: its day is still to come, it can be logged, it was done, it was skipped, or there is none."""

    COMING = "coming"
    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionReport:
    """One session by its planned `start`.

    `session` as the plan has it, None where it lies behind; `asked` its lines, on its own day at the tempo they are to be done at;
    `begun` its sets where it was begun set by set; `done` what was logged and `next` what follows for each exercise;
    `held_back` why leg work is held back on its day.
    """

    start: datetime
    standing: Standing
    title: str = ""
    session: Session | None = None
    asked: tuple[Prescription, ...] = ()
    rehearsals: tuple[Rehearsal, ...] = ()
    begun: OpenSession | None = None
    done: Logged | None = None
    skipped: SessionSkipped | None = None
    next: tuple[NextDose, ...] = ()
    held_back: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The sets that are left to do, in the order of the session, exercise by exercise."""
        if self.begun is not None:
            return self.begun.steps()
        return tuple(
            Step(line=line, number=number, rest_s=line.rest_s)
            for line in self.asked
            for number in range(1, line.sets + 1)
        )


def session_at(plan: Plan, known: Facts, entries: Sequence[AnyEntry], start: datetime) -> SessionReport:
    """What is known of the session that is, or was, planned for `start` (wall clock)."""
    standing = standing_entries(entries)
    behind = next((one for one in planned_sessions(known, plan, standing) if one.start == start), None)
    held = known.state.eased(start.date()).easings
    report = replace(
        _planned(plan, known, start, behind), held_back=tuple(dict.fromkeys(one.why for one in held))
    )
    logged = _logged(standing, start)
    begun = open_session(standing, known.today) if start.date() == known.today else None
    if begun is not None and begun.planned is not None and begun.planned.start == start:
        return replace(report, standing=Standing.OPEN, begun=begun, asked=begun.asked)
    if logged is not None:
        whole = (logged.whole,) if logged.whole else ()
        title = report.title or (f"Workout {logged.menu}" if logged.menu else "")
        return replace(report, standing=Standing.DONE, title=title, done=logged, next=next_doses(plan, whole))
    skips = [one for one in standing if isinstance(one, SessionSkipped) and one.planned == start]
    if skips:
        return replace(report, standing=Standing.SKIPPED, skipped=skips[-1])
    return report


def session_entry(desk: Desk, report: SessionReport, said: SessionSaid, *, stamp: Stamp) -> SessionDone:
    """The entry that the session would become; one begun set by set is finished with the sets that were left. InputError as in `draft`."""
    if report.begun is None:
        return draft(desk, said, stamp=stamp)
    whole = Whole(minutes=said.minutes, effort=said.effort)
    return replace(finished(report.begun, whole, stamp=stamp), sets=said.sets, note=said.note)


def _planned(plan: Plan, known: Facts, start: datetime, behind: PastSession | None) -> SessionReport:
    """The session as it is planned, whatever was said of it. One that was promised for a day without leg work is none."""
    session = next((one for one in plan.sessions if one.start == start), None)
    locked = start.date() >= known.today and known.state.eased(start.date()).no_session
    if session is None and (behind is None or locked):
        return SessionReport(start=start, standing=Standing.GONE)
    coming = start.date() > known.today
    if session is not None and start.date() == known.today:
        session = slowly(Day(day=start.date(), sessions=(session,)), known).sessions[0]
    title = session.title if session else behind.title if behind else ""
    menu = behind.menu if behind else ""
    asked = session.exercises if session else behind.exercises if behind else ()
    gear = known.state.gear_on(start.date())
    return SessionReport(
        start=start,
        standing=Standing.COMING if coming else Standing.OPEN,
        title=title or f"Workout {menu}",
        session=session,
        asked=asked,
        rehearsals=rehearsals(asked, gear, known.catalogue, known.profile.units) if session else (),
    )


def _logged(standing: Sequence[AnyEntry], start: datetime) -> Logged | None:
    """What was logged of the session; of one that was not planned, of the one that began then."""
    wholes = [one for one in standing if isinstance(one, SessionDone)]
    singles = [one for one in standing if isinstance(one, SetDone)]
    found = [one for one in logged_sessions(wholes, singles) if (one.planned or one.start) == start]
    return found[-1] if found else None
