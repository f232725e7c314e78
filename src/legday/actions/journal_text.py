"""Decides how entries of the journal become lines of the notation, and lines entries."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from legday.actions.said_sessions import Gathering, exercise_named, matched, session_done
from legday.actions.stamp import Stamp
from legday.model.catalogue import Catalogue
from legday.model.done_sessions import Logged, logged_sessions, sessions_with
from legday.model.errors import InputError, UnknownName
from legday.model.happened import (
    Away,
    BodyMassSet,
    ClearedByClinician,
    ExerciseSwapped,
    Ill,
    LegWork,
    Origin,
    PainFelt,
    RedFlagRaised,
    SessionDone,
    SessionMoved,
    SessionSkipped,
    SetDone,
    Slept,
    SorenessFelt,
)
from legday.model.journal import AnyEntry, KindCorrected, PlanAccepted
from legday.model.lines import (
    AwayLine,
    ClearedLine,
    ExtraLine,
    IllLine,
    JournalLine,
    KindLine,
    MoveLine,
    PainLine,
    PromiseLine,
    RedFlagLine,
    SessionLine,
    SetsLine,
    SkipLine,
    SleptLine,
    SoreLine,
    SwapLine,
    WeighLine,
)
from legday.model.pain_words import When
from legday.model.plan import PastSession
from legday.model.runner import Opening
from legday.model.sets import LoggedSet, Side
from legday.model.standing_entries import standing_entries

Stamps = Callable[[], Stamp]


# Entries → lines


def journal_lines(entries: Iterable[AnyEntry], *, zone: ZoneInfo) -> tuple[JournalLine, ...]:
    """All that stands in the journal and that the notation can say, by day, then as it was said; then the last plan's promises.

    Times are local to `zone`. The profile, run plan files and the doses of accepted plans are not in it (`legday backup` has them).
    """
    standing = standing_entries(entries)
    lines: list[tuple[datetime, tuple[JournalLine, ...]]] = [
        (logged.start, tuple(session_lines(logged)))
        for logged in logged_sessions(
            [one for one in standing if isinstance(one, SessionDone)],
            [one for one in standing if isinstance(one, SetDone)],
        )
    ]
    for entry in standing:
        line = _line(entry, zone)
        if line is not None:
            lines.append((datetime.combine(line.day, time.max), (line,)))
    lines.sort(key=lambda one: one[0])
    accepted = [one for one in standing if isinstance(one, PlanAccepted)]
    return (*(line for _, group in lines for line in group), *_promises(accepted[-1:]))


def lines_of_day(entries: Iterable[AnyEntry], day: date, *, zone: ZoneInfo) -> tuple[JournalLine, ...]:
    """What `journal_lines` has of one day, promises aside, without making the lines of all the others."""
    standing = standing_entries(entries)
    sessions = sessions_with(standing, lambda one: one.start.date() == day)
    mine = (line for logged in sessions if logged.start.date() == day for line in session_lines(logged))
    others = (one for one in standing if not isinstance(one, LegWork) and getattr(one, "day", day) == day)
    lines = (_line(entry, zone) for entry in others)
    return (*mine, *(line for line in lines if line is not None and line.day == day))


def session_lines(logged: Logged) -> Iterator[JournalLine]:
    """One session: its own line, then its sets, those alike in one line."""
    whole, start = logged.whole, logged.start
    yield SessionLine(
        day=start.date(),
        menu=logged.menu,
        at=start.time().replace(second=0, microsecond=0),
        minutes=whole.minutes if whole else None,
        effort=whole.effort if whole else None,
        light=logged.light,
        planned=logged.planned,
        origin=whole.origin if whole else Origin.TYPED,
        recording=whole.recording if whole else "",
        note=whole.note if whole else "",
    )
    for _, alike in groupby(logged.sets, key=_terms):
        yield _sets_line(start, list(alike))


def _terms(one: LoggedSet) -> tuple[object, ...]:
    """What sets on one line have in common."""
    return one.exercise, one.weight_g, one.rir, one.seconds, one.side, one.warm_up, one.tempo, one.note


def _sets_line(start: datetime, alike: Sequence[LoggedSet]) -> SetsLine:
    first, counts = alike[0], tuple(one.reps for one in alike)
    return SetsLine(
        day=start.date(),
        exercise=first.exercise,
        sets=len(counts),
        reps=counts[0],
        each=() if len(set(counts)) == 1 else counts,
        weight_g=first.weight_g,
        rir=first.rir,
        seconds=first.seconds,
        side="" if first.side is Side.BOTH else first.side.value,
        warm_up=first.warm_up,
        tempo=first.tempo,
        note=first.note,
    )


def day_of_line(entry: AnyEntry, zone: ZoneInfo) -> date | None:
    """The day of an entry's line; None where the notation has none for it."""
    line = _line(entry, zone)
    return line.day if line else None


def _line(entry: AnyEntry, zone: ZoneInfo) -> JournalLine | None:
    if isinstance(entry, KindCorrected):
        local = entry.start.astimezone(zone)
        return KindLine(
            day=local.date(), kind=entry.kind, start=local.time().replace(second=0, microsecond=0)
        )
    write = _LINE_OF.get(type(entry))
    return write(entry) if write else None


def _pain_line(one: PainFelt) -> JournalLine:
    return PainLine(
        day=one.day,
        place=one.place,
        score=one.score,
        side="" if one.side is Side.BOTH else one.side.value,
        when=one.when.value,
        behaviour=one.behaviour,
        note=one.note,
    )


def _moved_line(one: SessionMoved) -> JournalLine:
    if one.planned is None:
        return ExtraLine(day=one.start.date(), at=one.start.time(), minutes=one.minutes)
    return MoveLine(day=one.planned.date(), at=one.planned.time(), to=one.start, minutes=one.minutes)


def _away_line(one: Away) -> JournalLine:
    openings = one.openings
    if openings is not None:
        openings = tuple(
            Opening(
                start=each.start,
                minutes=each.minutes,
                weekday=None if each.day else each.weekday,
                day=each.day,
            )
            for each in openings
        )
    return AwayLine(day=one.first, last=one.last, gear=one.gear, openings=openings, note=one.note)


def _slept_line(one: Slept) -> JournalLine | None:
    if one.minutes is None and one.readiness is None:
        return None
    return SleptLine(day=one.day, minutes=one.minutes, readiness=one.readiness)


_LINE_OF: dict[type, Callable[[Any], JournalLine | None]] = {
    PainFelt: _pain_line,
    SessionMoved: _moved_line,
    Away: _away_line,
    Slept: _slept_line,
    SorenessFelt: lambda one: SoreLine(day=one.day, score=one.score, limp=one.limp),
    Ill: lambda one: IllLine(day=one.first, last=one.last, fever=one.fever, note=one.note),
    RedFlagRaised: lambda one: RedFlagLine(day=one.day, flag=one.flag, note=one.note),
    ClearedByClinician: lambda one: ClearedLine(day=one.day, what=one.what, note=one.note),
    BodyMassSet: lambda one: WeighLine(day=one.day, grams=one.grams),
    SessionSkipped: lambda one: SkipLine(
        day=one.planned.date(), menu=one.menu, at=one.planned.time(), note=one.why
    ),
    ExerciseSwapped: lambda one: SwapLine(
        day=one.first, was=one.was, now=one.now, last=one.last, why=one.why
    ),
}


def _promises(accepted: Iterable[PlanAccepted]) -> Iterator[JournalLine]:
    for plan in accepted:
        for one in plan.sessions:
            yield PromiseLine(
                day=one.start.date(), start=one.start.time(), minutes=one.minutes, menu=one.menu
            )


# Lines → entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What lines are read against: the catalogue, the runner's zone, planned sessions of which nothing has been said, and when the
    last session of each day began that was logged."""

    catalogue: Catalogue
    zone: ZoneInfo
    planned: tuple[PastSession, ...] = ()
    begun: Mapping[date, time] = field(default_factory=dict)

    def planned_on(self, line: SkipLine | MoveLine) -> PastSession | datetime:
        """The session that a line names by its day, and by letter or time; the moment alone where none is known."""
        here = [
            one
            for one in self.planned
            if one.start.date() == line.day
            and (not line.menu or one.menu == line.menu)
            and (line.at is None or one.start.time() == line.at)
        ]
        if here:
            return here[0]
        if line.at is not None:
            return datetime.combine(line.day, line.at)
        what = f"workout {line.menu.lower()}" if line.menu else "session"
        raise InputError(
            value=what,
            place=str(line.day),
            problem="is not planned on this day",
            remedy=f"its planned time as well, such as {what} 18:00",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRead:
    """The entries that a text stands for, oldest first, and how many promises were left out: a plan is accepted, not logged."""

    entries: tuple[AnyEntry, ...]
    promises: int = 0


def entries_from(lines: Iterable[JournalLine], ground: Ground, *, stamps: Stamps) -> TextRead:
    """The entries of some lines, each with a stamp of its own. InputError or UnknownName for what cannot be meant."""
    left, begun = list(ground.planned), dict(ground.begun)
    gathered = list(_gathered(lines))

    def entry(one: Gathering | JournalLine) -> AnyEntry:
        return (
            _session(one, left, begun, ground.catalogue, stamps())
            if isinstance(one, Gathering)
            else _entry(one, ground, stamps())
        )

    return TextRead(
        entries=tuple(entry(one) for one in gathered if not isinstance(one, PromiseLine)),
        promises=sum(isinstance(one, PromiseLine) for one in gathered),
    )


def _gathered(lines: Iterable[JournalLine]) -> Iterator[Gathering | JournalLine]:
    """The lines, sets with the session line of their day that they follow; sets without one are a session of their own."""
    open_one: Gathering | None = None
    for line in lines:
        if open_one is not None and (isinstance(line, SessionLine) or open_one.day != line.day):
            yield open_one
            open_one = None
        if isinstance(line, SessionLine):
            open_one = Gathering(day=line.day, line=line)
        elif isinstance(line, SetsLine):
            open_one = open_one or Gathering(day=line.day)
            open_one.sets.append(line)
        else:
            yield line
    if open_one is not None:
        yield open_one


def _session(
    one: Gathering,
    left: list[PastSession],
    begun: dict[date, time],
    catalogue: Catalogue,
    stamp: Stamp,
) -> SessionDone:
    """The session as an entry; the planned session it was is taken from those left, and its time stands for what its day adds."""
    said = one.said(catalogue)
    planned = matched(said, left)
    if planned is not None:
        left.remove(planned)
    done = session_done(said, planned, stamp=stamp, at=begun.get(said.day))
    begun[said.day] = done.start.time()
    return done


def _entry(line: JournalLine, ground: Ground, stamp: Stamp) -> AnyEntry:
    made: dict[str, Any] = {"id": stamp.id, "at": stamp.at}
    match line:
        case SkipLine():
            found = ground.planned_on(line)
            planned, menu = (
                (found.start, found.menu) if isinstance(found, PastSession) else (found, line.menu)
            )
            return SessionSkipped(**made, planned=planned, menu=line.menu or menu, why=line.note)
        case MoveLine():
            found = ground.planned_on(line)
            planned = found.start if isinstance(found, PastSession) else found
            return SessionMoved(**made, planned=planned, start=line.to, minutes=line.minutes)
        case SwapLine():
            was, now = (exercise_named(name, ground.catalogue) for name in (line.was, line.now))
            return ExerciseSwapped(**made, was=was, now=now, first=line.day, last=line.last, why=line.why)
        case KindLine():
            return _corrected(line, ground.zone, stamp)
        case PainLine():
            return _felt(line, ground.catalogue, stamp)
        case _:
            return _ENTRY_OF[type(line)](line, made)


def _corrected(line: KindLine, zone: ZoneInfo, stamp: Stamp) -> KindCorrected:
    """A correction that finds its run by its start."""
    if line.start is None:
        raise InputError(
            value=f"run {line.kind}",
            place=str(line.day),
            problem="does not say which run",
            remedy=f"its start as well: run {line.kind} at 07:00",
        )
    start = datetime.combine(line.day, line.start, tzinfo=zone)
    return KindCorrected(id=stamp.id, at=stamp.at, recording="", start=start, kind=line.kind)


def _felt(line: PainLine, catalogue: Catalogue, stamp: Stamp) -> PainFelt:
    places = {place for one in catalogue.conditions.values() for place in one.places}
    if line.place not in places:
        raise UnknownName.among(line.place, tuple(sorted(places)), place="pain")
    return PainFelt(
        id=stamp.id,
        at=stamp.at,
        day=line.day,
        place=line.place,
        score=line.score,
        side=Side(line.side) if line.side else Side.BOTH,
        when=When(line.when) if line.when else When.DURING,
        behaviour=line.behaviour,
        note=line.note,
    )


_ENTRY_OF: dict[type, Callable[[Any, dict[str, Any]], AnyEntry]] = {
    SoreLine: lambda line, made: SorenessFelt(**made, day=line.day, score=line.score, limp=line.limp),
    SleptLine: lambda line, made: Slept(**made, day=line.day, minutes=line.minutes, readiness=line.readiness),
    IllLine: lambda line, made: Ill(**made, first=line.day, last=line.last, fever=line.fever, note=line.note),
    AwayLine: lambda line, made: Away(
        **made, first=line.day, last=line.last, gear=line.gear, openings=line.openings, note=line.note
    ),
    WeighLine: lambda line, made: BodyMassSet(**made, day=line.day, grams=line.grams),
    ClearedLine: lambda line, made: ClearedByClinician(**made, day=line.day, what=line.what, note=line.note),
    RedFlagLine: lambda line, made: RedFlagRaised(**made, day=line.day, flag=line.flag, note=line.note),
    ExtraLine: lambda line, made: SessionMoved(
        **made, planned=None, start=datetime.combine(line.day, line.at), minutes=line.minutes
    ),
}
