"""Decides what a runner said of a leg session, and which planned session it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from legday.actions.stamp import Stamp
from legday.model.catalogue import Catalogue
from legday.model.errors import InputError, UnknownName
from legday.model.happened import LegWork, Origin, SessionDone
from legday.model.journal import AnyEntry
from legday.model.lines import SessionLine, SetsLine
from legday.model.plan import PastSession, Prescription
from legday.model.sets import LoggedSet, Side

NOON = time(12)
"""A session without a time, that was not planned, counts as begun at noon (our setting)."""

NEAR = timedelta(days=3)
"""A session planned this near to the day may be the one that was done, where its exercises say so (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSaid:
    """A session in the runner's words: the day, its sets in order, and whatever else was said."""

    day: date
    sets: tuple[LoggedSet, ...] = ()
    at: time | None = None
    minutes: int | None = None
    effort: int | None = None
    menu: str = ""
    planned: datetime | None = None
    light: bool = False
    origin: Origin = Origin.TYPED
    recording: str = ""
    note: str = ""

    @property
    def exercises(self) -> frozenset[str]:
        return frozenset(one.exercise for one in self.sets)


@dataclass(slots=True, kw_only=True)
class Gathering:
    """A session being read: its own line, if there is one, and the sets that follow."""

    day: date
    line: SessionLine | None = None
    sets: list[SetsLine] = field(default_factory=list)

    def said(self, catalogue: Catalogue) -> SessionSaid:
        """The session, its exercises those of the catalogue. UnknownName for one that is not."""
        sets = tuple(one for line in self.sets for one in logged_sets(line, catalogue))
        at = next((line.at for line in self.sets if line.at), None)
        if self.line is None:
            return SessionSaid(day=self.day, sets=sets, at=at)
        return SessionSaid(
            day=self.day,
            sets=sets,
            at=self.line.at or at,
            minutes=self.line.minutes,
            effort=self.line.effort,
            menu=self.line.menu,
            planned=self.line.planned,
            light=self.line.light,
            origin=self.line.origin,
            recording=self.line.recording,
            note=self.line.note,
        )


def logged_sets(line: SetsLine, catalogue: Catalogue) -> tuple[LoggedSet, ...]:
    """Every set of a line. UnknownName with the nearest names; InputError for seconds of what is counted in repetitions, and for one
    leg of what both do together."""
    exercise = exercise_named(line.exercise, catalogue)
    if line.side:
        refuse_side(exercise, line.side, catalogue, both=f"{exercise} {line.sets}x{line.reps}")
    held = catalogue.exercises[exercise].counting.held
    if line.seconds and not held:
        raise InputError(
            value=f"{line.reps} s",
            place=exercise,
            problem="are seconds, but this exercise is counted in repetitions",
            remedy=f"{exercise} {line.sets}x10",
        )
    return tuple(
        LoggedSet(
            exercise=exercise,
            reps=reps,
            weight_g=line.weight_g,
            rir=line.rir,
            side=Side(line.side) if line.side else Side.BOTH,
            seconds=held,
            warm_up=line.warm_up,
            tempo=line.tempo,
            note=line.note,
        )
        for reps in line.counts
    )


def refuse_side(exercise: str, side: str, catalogue: Catalogue, *, both: str) -> None:
    """InputError where both legs do the exercise together; `both` is how it is said of both, offered with what is done on one leg."""
    known = catalogue.exercises[exercise]
    if known.counting.per_side:
        return
    kin = (*known.harder, *known.kin, *known.easier)
    one_leg = next((name for name in kin if catalogue.exercises[name].one_leg), "")
    raise InputError(
        value=side,
        place=exercise,
        problem="names a leg, but both legs do this exercise together",
        remedy=f"{both} without a side" + (f", or {one_leg}" if one_leg else ""),
    )


def exercise_named(name: str, catalogue: Catalogue) -> str:
    """The id of an exercise said by its id or its name in words. UnknownName with the nearest."""
    if name in catalogue.exercises:
        return name
    by_words = {words.name.lower().replace(" ", "-"): exercise for exercise, words in catalogue.words.items()}
    if name in by_words and by_words[name] in catalogue.exercises:
        return by_words[name]
    raise UnknownName.among(name, tuple(sorted(catalogue.exercises)), place="exercise")


def as_prescribed(
    lines: Iterable[Prescription], *, rir: int | None = None, but: Sequence[LoggedSet] = ()
) -> tuple[LoggedSet, ...]:
    """Every set of the lines just as asked for; of an exercise named in `but` those sets instead. `rir` where it was another."""
    other = {one.exercise for one in but}
    sets: list[LoggedSet] = []
    for line in lines:
        if line.exercise in other:
            sets += [one for one in but if one.exercise == line.exercise]
        else:
            sets += [prescribed_set(line, rir=rir)] * line.sets
    known = {one.exercise for one in sets}
    return (*sets, *(one for one in but if one.exercise not in known))


def prescribed_set(line: Prescription, *, rir: int | None = None) -> LoggedSet:
    """One set just as asked for."""
    return LoggedSet(
        exercise=line.exercise,
        reps=line.target,
        weight_g=line.weight_g,
        rir=line.rir if rir is None else rir,
        seconds=line.seconds,
        tempo=line.tempo,
    )


def matched(said: SessionSaid, planned: Sequence[PastSession]) -> PastSession | None:
    """The planned session that this was: the one it names, one of its day, or the nearest within three days that shares its exercises.

    `planned` are those of which nothing has been said. Of several on a day the one that shares most, then the nearest in time.
    """
    if said.planned is not None:
        return next((one for one in planned if one.start == said.planned), None)
    moment = datetime.combine(said.day, said.at or NOON)

    def likeness(one: PastSession) -> tuple[bool, int, timedelta]:
        return bool(said.menu) and one.menu != said.menu, -_shared(said, one), abs(one.start - moment)

    same_day = [one for one in planned if one.start.date() == said.day]
    if same_day:
        return min(same_day, key=likeness)
    near = [one for one in planned if abs(one.start.date() - said.day) <= NEAR and _is_it(said, one)]
    return min(near, key=lambda one: abs(one.start - moment), default=None)


def _shared(said: SessionSaid, one: PastSession) -> int:
    return len(said.exercises & {line.exercise for line in one.exercises})


def _is_it(said: SessionSaid, one: PastSession) -> bool:
    """Whether most of what was planned was done, and most of what was done was planned; a letter said must be its own."""
    if said.menu and said.menu != one.menu:
        return False
    return 2 * _shared(said, one) > max(len(one.exercises), len(said.exercises))


def begun_on(standing: Iterable[AnyEntry]) -> dict[date, time]:
    """When the last session of each day began, of those that were logged: what is added later without a time is part of it."""
    return {one.start.date(): one.start.time() for one in standing if isinstance(one, LegWork)}


def session_done(
    said: SessionSaid, planned: PastSession | None, *, stamp: Stamp, at: time | None = None
) -> SessionDone:
    """The entry; a weight not said is the prescribed one. `at` is its time where the runner said none and none was planned that day."""
    start = said.at or (planned.start.time() if planned and planned.start.date() == said.day else at or NOON)
    asked = {line.exercise: line for line in planned.exercises} if planned else {}
    return SessionDone(
        id=stamp.id,
        at=stamp.at,
        start=datetime.combine(said.day, start),
        sets=tuple(_weighted(one, asked.get(one.exercise)) for one in said.sets),
        session=stamp.id,
        minutes=said.minutes,
        menu=said.menu or (planned.menu if planned else ""),
        planned=planned.start if planned else said.planned,
        prescribed=planned.exercises if planned else (),
        light=planned.light if planned else said.light,
        effort=said.effort,
        origin=said.origin,
        recording=said.recording,
        note=said.note,
    )


def _weighted(one: LoggedSet, asked: Prescription | None) -> LoggedSet:
    known = one.weight_g is not None or one.warm_up or asked is None
    return one if known else replace(one, weight_g=asked.weight_g if asked else None)
