"""Decides what a runner can say happened: sets done, pain, sleep, illness, travel, and what was moved, swapped or skipped."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from legday.model.pain_words import Behaviour, When
from legday.model.plan import Prescription
from legday.model.runner import Gear, Opening
from legday.model.sets import LoggedSet, Side
from legday.model.stamped import Entry


class Origin(StrEnum):
    """Where a log came from: the runner's own words, a watch's file, or another log's export."""

    TYPED = "typed"
    WATCH = "watch"
    HISTORY = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegWork(Entry):
    """What every entry of a leg session says of it: the client-made id they share, and the wall clock of its `start`, without a zone.

    `planned` is the start of the planned session it was (None = none was planned); `menu`, `prescribed` and `light` are what that one held,
    so that a miss stays a miss when plans change.
    """

    session: UUID | None = None
    start: datetime
    menu: str = ""
    planned: datetime | None = None
    prescribed: tuple[Prescription, ...] = ()
    light: bool = False

    @property
    def session_id(self) -> UUID:
        """The id that the session's entries share; its own where it is the only one."""
        return self.session or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDone(LegWork):
    """A leg session that took place. `sets` in the order done, added to the `SetDone` entries of the same `session`.

    `effort` of the whole session 0–10; `recording` the id of the watch's file.
    """

    sets: tuple[LoggedSet, ...] = ()
    minutes: int | None = None
    effort: int | None = None
    origin: Origin = Origin.TYPED
    recording: str = ""
    note: str = ""
    tag: Literal["session-done"] = "session-done"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDone(LegWork):
    """One set of a `session`, said as it was done."""

    session: UUID
    done: LoggedSet
    tag: Literal["set-done"] = "set-done"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSkipped(Entry):
    """A planned session (its planned start, wall clock) that does not or did not take place, and why."""

    planned: datetime
    menu: str = ""
    why: str = ""
    tag: Literal["session-skipped"] = "session-skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionMoved(Entry):
    """The runner put a session at another time: it stays pinned there. `planned` None = one more than planned."""

    planned: datetime | None
    start: datetime
    minutes: int
    tag: Literal["session-moved"] = "session-moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseSwapped(Entry):
    """From `first` on (until `last`, None = for good) the runner does `now` where `was` is planned."""

    was: str
    now: str
    first: date
    last: date | None = None
    why: str = ""
    tag: Literal["exercise-swapped"] = "exercise-swapped"


@dataclass(frozen=True, slots=True, kw_only=True)
class PainFelt(Entry):
    """Pain 0–10 at a place (a place of `catalogue/conditions`) on a day; 0 says that it is gone."""

    day: date
    place: str
    score: int
    side: Side = Side.BOTH
    when: When = When.DURING
    behaviour: frozenset[Behaviour] = frozenset()
    note: str = ""
    tag: Literal["pain-felt"] = "pain-felt"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlagRaised(Entry):
    """A red flag (an id of `catalogue/red_flags.toml`) that the runner said yes to."""

    day: date
    flag: str
    note: str = ""
    tag: Literal["red-flag-raised"] = "red-flag-raised"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedByClinician(Entry):
    """A clinician said that leg work may go on. `what` is a place, a red flag, a circumstance, or empty for all of them."""

    day: date
    what: str = ""
    note: str = ""
    tag: Literal["cleared-by-clinician"] = "cleared-by-clinician"


@dataclass(frozen=True, slots=True, kw_only=True)
class SorenessFelt(Entry):
    """Muscle soreness of the legs 0–10 on a day; `limp` where it changes how the runner walks."""

    day: date
    score: int
    limp: bool = False
    tag: Literal["soreness-felt"] = "soreness-felt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slept(Entry):
    """The night before `day`: minutes asleep (None = not said), readiness 1–5 (None = not said)."""

    day: date
    minutes: int | None = None
    readiness: int | None = None
    tag: Literal["slept"] = "slept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ill(Entry):
    """Illness from `first` to `last` (both included; `last` None = still ill). A later entry with the same `first` replaces it."""

    first: date
    last: date | None = None
    fever: bool = False
    note: str = ""
    tag: Literal["ill"] = "ill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Away(Entry):
    """Days away, both included. `gear` None = the usual gear; `openings` None = the usual ones, empty = no leg work."""

    first: date
    last: date
    gear: Gear | None = None
    openings: tuple[Opening, ...] | None = None
    note: str = ""
    tag: Literal["away"] = "away"


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMassSet(Entry):
    """Body mass in grams from `day` on."""

    day: date
    grams: int
    tag: Literal["body-mass-set"] = "body-mass-set"


Happening = (
    SessionDone
    | SetDone
    | SessionSkipped
    | SessionMoved
    | ExerciseSwapped
    | PainFelt
    | RedFlagRaised
    | ClearedByClinician
    | SorenessFelt
    | Slept
    | Ill
    | Away
    | BodyMassSet
)
