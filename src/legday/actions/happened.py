"""Decides how what the journal holds is told: one thing at a time, in the lines of the notation, newest first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from legday.actions.journal_text import day_of_line, journal_lines, session_lines
from legday.model.done_sessions import Logged, logged_sessions
from legday.model.happened import LegWork, SessionDone, SetDone
from legday.model.journal import AnyEntry, PlanAccepted, ProfileSet, Retracted, RunPlanAdded
from legday.model.lines import JournalLine, SessionLine, SetsLine, SwapLine
from legday.model.runner import Units
from legday.writing.notation import print_line, told_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One thing that was said: its moment by the wall clock (midnight where only the day is known), its kind (the tag of its entry), the id
    it is named by, and the exercises it names. `at` is when it was said; `parts` are its lines, `words` what the notation has no line for;
    `units` the runner's; `run_plan` the name of a run plan that was added, and how many runs it has."""

    moment: datetime
    kind: str
    id: UUID
    at: datetime
    units: Units
    parts: tuple[JournalLine, ...] = ()
    words: str = ""
    exercises: frozenset[str] = frozenset()
    run_plan: tuple[str, int] | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """In the notation, else in words."""
        return self._written(print_line)

    @property
    def told(self) -> tuple[str, ...]:
        """For the runner to read: the same in the runner's units."""
        return self._written(lambda line: told_line(line, self.units))

    def _written(self, write: Callable[[JournalLine], str]) -> tuple[str, ...]:
        return (self.words,) if self.words else tuple(write(line) for line in self.parts)

    @property
    def day(self) -> date:
        return self.moment.date()

    @property
    def name(self) -> str:
        """The end of the id, by which `legday undo` finds it."""
        return self.id.hex[-8:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing that was said and not put into words yet: what it is, its moment by the wall clock, and when it was said."""

    what: Logged | AnyEntry
    moment: datetime
    at: datetime

    def told(self, zone: ZoneInfo, units: Units, *, exercise: str = "") -> Happened:
        """The thing in words; of a session, with `exercise`, its sets alone."""
        if isinstance(self.what, Logged):
            return _session(self.what, exercise, units)
        return one_thing(self.what, zone, units)


def things(standing: Sequence[AnyEntry], *, zone: ZoneInfo) -> tuple[Thing, ...]:
    """Everything the journal holds, newest first."""
    wholes = [one for one in standing if isinstance(one, SessionDone)]
    singles = [one for one in standing if isinstance(one, SetDone)]
    found = [
        Thing(what=one, moment=one.start, at=max(entry.at for entry in _entries(one)))
        for one in logged_sessions(wholes, singles)
    ]
    found += [
        Thing(what=one, moment=_moment(one, zone), at=one.at)
        for one in standing
        if not isinstance(one, LegWork)
    ]
    return tuple(sorted(found, key=lambda one: (one.moment.date(), one.at, one.moment), reverse=True))


def all_that_happened(
    standing: Sequence[AnyEntry], *, zone: ZoneInfo, units: Units, exercise: str = ""
) -> tuple[Happened, ...]:
    """Everything the journal holds, newest first; with `exercise`, what names it, and of sessions its sets only."""
    told = (one.told(zone, units, exercise=exercise) for one in things(standing, zone=zone))
    return tuple(one for one in told if not exercise or exercise in one.exercises)


def _moment(entry: AnyEntry, zone: ZoneInfo) -> datetime:
    """As `one_thing` has it."""
    local = entry.at.astimezone(zone).replace(tzinfo=None)
    day = None if _in_words(entry, local.date()) else day_of_line(entry, zone)
    return local if day is None else datetime.combine(day, time())


def _entries(logged: Logged) -> list[LegWork]:
    return [*([logged.whole] if logged.whole else []), *logged.single]


def one_thing(entry: AnyEntry, zone: ZoneInfo, units: Units) -> Happened:
    """One entry alone. Moments are local to `zone`."""
    local = entry.at.astimezone(zone).replace(tzinfo=None)
    said = _in_words(entry, local.date())
    if said:
        added = (entry.name, len(entry.runs)) if isinstance(entry, RunPlanAdded) else None
        return Happened(
            moment=local,
            kind=entry.tag,
            id=entry.id,
            at=entry.at,
            units=units,
            words=said,
            run_plan=added,
        )
    found = journal_lines([entry], zone=zone)
    lines = [one for one in found if not (isinstance(entry, SetDone) and isinstance(one, SessionLine))]
    return Happened(
        moment=datetime.combine(lines[0].day, time()) if lines else local,
        kind=entry.tag,
        id=entry.id,
        at=entry.at,
        units=units,
        parts=tuple(lines),
        exercises=_exercises(lines),
    )


def _session(logged: Logged, exercise: str, units: Units) -> Happened:
    """A session with all its sets, under the id that they share; with `exercise` its sets alone."""
    lines = list(session_lines(logged))
    entries = _entries(logged)
    told = [one for one in lines if not exercise or not isinstance(one, SetsLine) or one.exercise == exercise]
    return Happened(
        moment=logged.start,
        kind="session-done",
        id=entries[0].session_id,
        at=max(one.at for one in entries),
        units=units,
        parts=tuple(told),
        exercises=_exercises(lines),
    )


def _in_words(entry: AnyEntry, day: date) -> str:
    """What the notation has no line for; empty where it has one."""
    match entry:
        case ProfileSet():
            return f"{day} profile set"
        case RunPlanAdded():
            return f"{day} run plan added: {entry.name}, {len(entry.runs)} runs"
        case PlanAccepted():
            return f"{day} plan accepted: {len(entry.sessions)} sessions from {entry.today} on"
        case Retracted():
            return f"{day} taken back"
    return ""


def _exercises(lines: Iterable[JournalLine]) -> frozenset[str]:
    return frozenset(name for line in lines for name in _names(line))


def _names(line: JournalLine) -> Iterator[str]:
    match line:
        case SetsLine():
            yield line.exercise
        case SwapLine():
            yield from (line.was, line.now)
