"""Decides how a leg session is logged: what was said, which planned one it was, what looks mistyped, and what follows from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from legday.actions.journal_text import Ground, Stamps, TextRead, entries_from
from legday.actions.plan import make_plan
from legday.actions.planned import planned_sessions, silent
from legday.actions.said_sessions import (
    Gathering,
    SessionSaid,
    as_prescribed,
    begun_on,
    matched,
    session_done,
)
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.actions.weigh import mass_doubts
from legday.model.errors import InputError
from legday.model.happened import BodyMassSet, SessionDone
from legday.model.journal import AnyEntry
from legday.model.plan import PastSession, Plan, PlanChange, Prescription, Session
from legday.model.sets import LoggedSet
from legday.model.standing_entries import standing_entries
from legday.planning.compare import compare
from legday.progressing.doubts import doubts, known_lifts
from legday.progressing.strength import estimates
from legday.reading.notation import read_journal_text
from legday.reading.set_lines import read_sets_list
from legday.store import Store
from legday.writing.prescriptions import date_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a log is written against: the facts, the plan derived from them, what stands, and the planned sessions nobody spoke of."""

    known: Facts
    plan: Plan
    standing: tuple[AnyEntry, ...]
    planned: tuple[PastSession, ...]

    def planned_on(self, day: date, start: datetime | None = None) -> PastSession:
        """The one planned session of a day, that of `start` where it is said. InputError where there is none left to log."""
        here = [one for one in self.planned if one.start.date() == day and start in {None, one.start}]
        if here:
            return here[0]
        logged = any(isinstance(one, SessionDone) and one.start.date() == day for one in self.standing)
        raise InputError(
            value=day.isoformat(),
            place="log",
            problem="has its session logged already" if logged else "has no planned session",
            remedy="`legday undo`, or say the sets" if logged else '`legday log "squat 3x10 40 kg"`',
        )


def desk(store: Store, known: Facts, *, weeks: int, shown: Plan | None = None) -> Desk:
    """Everything a log needs, worked out once. `shown` is the plan the runner reads, where that is known; else it is made now."""
    standing = standing_entries(store.entries())
    plan = shown or make_plan(known, weeks=weeks).plan
    planned = silent(planned_sessions(known, plan, standing), standing)
    return Desk(known=known, plan=plan, standing=standing, planned=planned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the call says of the session as a whole; `planned` the start of the one that is meant, where that is said."""

    day: date
    at: time | None = None
    minutes: int | None = None
    effort: int | None = None
    planned: datetime | None = None


def said_in_words(text: str, around: Around, known: Facts) -> SessionSaid:
    """The session of `squat 3x10 40 kg rir 2, calf-raise 3x15`. NotationError or UnknownName for what cannot be meant."""
    gathering = Gathering(day=around.day, sets=list(read_sets_list(text, around.day, place="log")))
    said = gathering.said(known.catalogue)
    return replace(said, at=around.at or said.at, minutes=around.minutes, effort=around.effort)


def said_as_planned(desk: Desk, around: Around, *, rir: int | None = None, but: str = "") -> SessionSaid:
    """The planned session of the day, every set as asked for; `but` names the sets that were otherwise."""
    planned = desk.planned_on(around.day, around.planned)
    if not planned.exercises:
        raise InputError(
            value=f"{planned.start:%H:%M}",
            place="log",
            problem="is a session whose exercises are not known",
            remedy='`legday log "squat 3x10 40 kg"`',
        )
    other = said_in_words(but, around, desk.known).sets if but else ()
    return SessionSaid(
        day=around.day,
        sets=as_prescribed(planned.exercises, rir=rir, but=other),
        at=around.at,
        minutes=around.minutes,
        effort=around.effort,
        planned=planned.start,
    )


def draft(desk: Desk, said: SessionSaid, *, stamp: Stamp, at: time | None = None) -> SessionDone:
    """The entry that the session would become. InputError for a day to come, or one before the runner was born."""
    problem = "is still to come" if said.day > desk.known.today else ""
    if said.day < desk.known.profile.lived_since(desk.known.today):
        problem = "is before you were born, or more than 100 years ago"
    if problem:
        raise InputError(value=said.day.isoformat(), place="log", problem=problem, remedy="a day up to today")
    begun = begun_on(desk.standing).get(said.day, at)
    return session_done(said, matched(said, desk.planned), stamp=stamp, at=begun)


def read_text(desk: Desk, text: str, *, file: str, stamps: Stamps) -> TextRead:
    """The entries of a text in the notation. NotationError, UnknownName or InputError for what cannot be meant."""
    ground = Ground(
        catalogue=desk.known.catalogue,
        zone=ZoneInfo(desk.known.profile.time_zone),
        planned=desk.planned,
        begun=begun_on(desk.standing),
    )
    earliest = desk.known.profile.lived_since(desk.known.today)
    return entries_from(read_journal_text(text, file=file, earliest=earliest), ground, stamps=stamps)


def written_doubts(desk: Desk, entries: Iterable[AnyEntry]) -> tuple[str, ...]:
    """What looks mistyped in sessions and body masses about to be kept, in sentences; empty where nothing does."""
    found: list[str] = []
    for entry in entries:
        if isinstance(entry, SessionDone):
            found += _twice(desk, entry)
            found += set_doubts(desk, entry.sets, entry.prescribed, day=entry.start.date())
        elif isinstance(entry, BodyMassSet):
            found += mass_doubts(entry, desk.standing, desk.known.profile)
    return tuple(dict.fromkeys(found))


def set_doubts(
    desk: Desk, sets: Sequence[LoggedSet], prescribed: Sequence[Prescription], *, day: date
) -> tuple[str, ...]:
    """What looks mistyped in some sets of a day, held against what is known of the runner's lifts."""
    state, catalogue = desk.known.state, desk.known.catalogue
    mass = state.profile.body_mass_g
    strength: dict[str, int] = {}
    for (exercise, _), estimate in estimates(state, catalogue, desk.known.today).items():
        once = estimate.external_g(catalogue.exercises[exercise], mass)
        strength[exercise] = max(once, strength.get(exercise, 0))
    return doubts(sets, known_lifts(state, state.gear_on(day), prescribed, strength), catalogue)


def _twice(desk: Desk, entry: SessionDone) -> list[str]:
    same_day = [
        one
        for one in desk.standing
        if isinstance(one, SessionDone)
        and one.start.date() == entry.start.date()
        and not _other_part(one, entry)
    ]
    return [
        f"A session at {one.start:%H:%M} on {date_text(one.start.date())} is logged already."
        for one in same_day
    ]


def _other_part(one: SessionDone, entry: SessionDone) -> bool:
    """Whether each tells sets of its own: a session said in two parts is no session said twice."""
    done, more = ({each.exercise for each in part.sets} for part in (one, entry))
    return bool(done and more) and not done & more


def keep(store: Store, entries: Iterable[AnyEntry]) -> int:
    """Remembers the entries; returns how many were new."""
    return sum(store.append(entry) for entry in entries)


class Step(StrEnum):
    """How what is asked for next differs from what was asked for: the first of these that does."""

    NEW = "new"
    MORE_WEIGHT = "more-weight"
    LESS_WEIGHT = "less-weight"
    MORE_SETS = "more-sets"
    FEWER_SETS = "fewer-sets"
    MORE_REPS = "more-reps"
    FEWER_REPS = "fewer-reps"
    SAME = "same"


def step_between(asked: Prescription | None, line: Prescription) -> Step:
    """The step from what was asked for (None: nothing was) to `line`."""
    if asked is None:
        return Step.NEW
    for was, now, more, less in (
        (asked.weight_g, line.weight_g, Step.MORE_WEIGHT, Step.LESS_WEIGHT),
        (asked.sets, line.sets, Step.MORE_SETS, Step.FEWER_SETS),
        (asked.target, line.target, Step.MORE_REPS, Step.FEWER_REPS),
    ):
        if was != now:
            return more if now > was else less
    return Step.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDose:
    """When an exercise comes next, what is asked for then, and how that differs from what was asked for this time."""

    session: Session
    line: Prescription
    step: Step = Step.NEW


@dataclass(frozen=True, slots=True, kw_only=True)
class LogReport:
    """What was kept, what is next for each exercise, and what changed in the plan."""

    entries: tuple[AnyEntry, ...]
    next: tuple[NextDose, ...] = ()
    changes: tuple[PlanChange, ...] = ()
    promises: int = 0
    sessions: tuple[SessionDone, ...] = field(default=())


def log_report(
    before: Plan, known: Facts, entries: Sequence[AnyEntry], *, weeks: int, promises: int = 0
) -> LogReport:
    """What follows from entries just kept, by the plan derived now."""
    after = make_plan(known, weeks=weeks).plan
    sessions = tuple(one for one in entries if isinstance(one, SessionDone))
    return LogReport(
        entries=tuple(entries),
        next=next_doses(after, sessions),
        changes=plan_changes(before, after, known, sessions),
        promises=promises,
        sessions=sessions,
    )


def next_doses(plan: Plan, sessions: Sequence[SessionDone]) -> tuple[NextDose, ...]:
    """For each exercise of the sessions, in their order, its next prescription."""
    exercises: dict[str, SessionDone] = {}
    for session in sessions:
        done = session.sets or session.prescribed
        exercises |= dict.fromkeys((one.exercise for one in done), session)
    found = []
    for exercise, session in exercises.items():
        later = (
            NextDose(session=one, line=line, step=step_between(_asked(session, exercise), line))
            for one in plan.sessions
            if one.start > session.start and one.start != session.planned
            for line in one.exercises
            if line.exercise == exercise
        )
        found += [first for first in (next(later, None),) if first is not None]
    return tuple(found)


def _asked(session: SessionDone, exercise: str) -> Prescription | None:
    return next((line for line in session.prescribed if line.exercise == exercise), None)


def plan_changes(
    before: Plan, after: Plan, known: Facts, sessions: Sequence[SessionDone]
) -> tuple[PlanChange, ...]:
    """What differs between two derived plans on the days both speak for; that a session just logged is behind is no change."""
    logged = {one.planned for one in sessions} - {None}
    last = min((plan.days[-1].day for plan in (before, after) if plan.days), default=after.today)

    def told(change: PlanChange) -> bool:
        moment = change.before or change.after
        return change.before not in logged and moment is not None and moment.date() <= last

    found = compare(before, after, state=known.state, rulebook=known.catalogue.rulebook)
    return tuple(change for change in found if told(change))
