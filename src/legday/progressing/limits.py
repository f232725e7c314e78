"""Decides what a week's work must stay within: growth, muscles, foot contacts and the minutes of each opening."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from legday.model.exercises import Exercise, SessionPlace
from legday.model.muscles import BANDED, Muscle
from legday.model.progression import Progression
from legday.model.season import MenuLine
from legday.model.session_time import TimedLine, session_minutes
from legday.progressing.steps import Dose, Lift

IMPORTANCE = {
    SessionPlace.TRUNK: 0,
    SessionPlace.ISOLATION: 1,
    SessionPlace.PLYOMETRIC: 2,
    SessionPlace.SINGLE_LEG: 3,
    SessionPlace.HEAVY: 4,
}
"""What is made smaller first (our setting): trunk, then isolation, last the heavy two-leg lifts."""


@dataclass(frozen=True, kw_only=True)
class Work:
    """One exercise of one of the week's sessions with its dose so far; `still` where it may not grow.

    `base` is the dose to go on from afterwards where this one is only taken back for now; `because` says in words why it was taken back
    (empty: it was not); `rir_least` and `rir_plus` the least reserve, and what is added to it.
    """

    session: int
    line: MenuLine
    lift: Lift
    dose: Dose
    rest_s: int
    still: bool
    base: Dose | None = None
    because: str = ""
    rir_least: int = 0
    rir_plus: int = 0

    @property
    def exercise(self) -> Exercise:
        return self.lift.exercise

    @cached_property
    def volume(self) -> int:
        return self.lift.volume(self.dose)

    @cached_property
    def contacts(self) -> int:
        """Foot contacts, both feet counted."""
        if not self.exercise.contacts:
            return 0
        sides = 2 if self.exercise.counting.per_side else 1
        return self.dose.sets * self.dose.target * sides * self.exercise.contacts

    @property
    def importance(self) -> int:
        return IMPORTANCE[self.exercise.place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One session's opening: minutes, whether it follows a run at once, whether exercises share their rests, the most foot contacts (None:
    as many as the week allows)."""

    minutes: int
    after_run: bool
    superset: bool
    contacts: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the week may hold. `volume`, `muscles` (quarter sets) None without a reference; `banded` caps each banded muscle (quarter
    sets), `session` all quarter sets of one session; `contacts` is the most of one session; `volume_done`, `muscles_done` what the week already holds."""

    rooms: Sequence[Room]
    progression: Progression
    contacts: int
    volume: int | None = None
    muscles: Mapping[Muscle, int] | None = None
    banded: int | None = None
    session: int | None = None
    volume_done: int = 0
    muscles_done: Mapping[Muscle, int] = field(default_factory=dict)


class Limit(Enum):
    """Which limit is passed."""

    CONTACTS = "contacts"
    MINUTES = "minutes"
    SETS = "sets"
    MUSCLE = "muscle"
    VOLUME = "volume"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A limit that the week's work passes: whose work counts towards it."""

    limit: Limit
    session: int | None = None
    muscle: Muscle | None = None

    def concerns(self, work: Work) -> bool:
        if self.session is not None:
            explosive = self.limit is not Limit.CONTACTS or work.exercise.contacts > 0
            return work.session == self.session and explosive
        return self.muscle is None or work.exercise.sets.get(self.muscle, 0) > 0


def minutes_of(works: Sequence[Work], room: Room, progression: Progression) -> int:
    """Whole minutes of a session of these works, warm-up to cool-down."""
    lines = [
        TimedLine(exercise=one.exercise, sets=one.dose.sets, reps=one.dose.target, rest_s=one.rest_s)
        for one in works
    ]
    return session_minutes(lines, progression, after_run=room.after_run, superset=room.superset)


def quarters_of(works: Sequence[Work]) -> dict[Muscle, int]:
    """Quarter sets per muscle."""
    total: dict[Muscle, int] = {}
    for one in works:
        for muscle, quarters in one.exercise.sets.items():
            total[muscle] = total.get(muscle, 0) + quarters * one.dose.sets
    return total


def _session_passed(works: Sequence[Work], limits: Limits, session: int) -> Iterator[Passed]:
    mine = [one for one in works if one.session == session]
    own = limits.rooms[session].contacts
    if sum(one.contacts for one in mine) > (limits.contacts if own is None else min(own, limits.contacts)):
        yield Passed(limit=Limit.CONTACTS, session=session)
    if limits.session is not None and sum(quarters_of(mine).values()) > limits.session:
        yield Passed(limit=Limit.SETS, session=session)
    room = limits.rooms[session]
    if mine and minutes_of(mine, room, limits.progression) > room.minutes:
        yield Passed(limit=Limit.MINUTES, session=session)


def _muscles_passed(works: Sequence[Work], limits: Limits) -> Iterator[Passed]:
    if limits.muscles is None and limits.banded is None:
        return
    for muscle, quarters in quarters_of(works).items():
        total = quarters + limits.muscles_done.get(muscle, 0)
        grown = limits.muscles is not None and total > limits.muscles[muscle]
        if grown or (limits.banded is not None and muscle in BANDED and total > limits.banded):
            yield Passed(limit=Limit.MUSCLE, muscle=muscle)


def _volume_passed(works: Sequence[Work], limits: Limits) -> Iterator[Passed]:
    if limits.volume is not None and works:
        total = limits.volume_done + sum(one.volume for one in works)
        if total > limits.volume:
            yield Passed(limit=Limit.VOLUME)


def passed(works: Sequence[Work], limits: Limits) -> Iterator[Passed]:
    """The limits that the works pass, in a fixed order."""
    for session in range(len(limits.rooms)):
        yield from _session_passed(works, limits, session)
    yield from _muscles_passed(works, limits)
    yield from _volume_passed(works, limits)


def fits(works: Sequence[Work], limits: Limits) -> bool:
    return next(passed(works, limits), None) is None


def still_fits(works: Sequence[Work], limits: Limits, *, before: Work, after: Work) -> bool:
    """Whether works that fitted still do, now that one of them went from `before` to `after`; reads only what that can change."""
    more_sets = after.dose.sets != before.dose.sets
    tests = (
        _volume_passed(works, limits),
        _session_passed(works, limits, after.session),
        _muscles_passed(works, limits) if more_sets else (),
    )
    return not any(True for test in tests for _ in test)
