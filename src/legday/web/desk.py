"""Decides what a page is answered from: the home's facts and plan, worked out anew only when something was said or a day has passed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from threading import RLock
from typing import Protocol, TypeVar

from legday.actions.journal import profile_of, read_journal
from legday.actions.plan import current_plan
from legday.actions.progress import ProgressReport, progress
from legday.actions.runs import older_runs
from legday.actions.stamp import Stamp
from legday.actions.state import Facts, facts
from legday.model.catalogue import Catalogue
from legday.model.journal import AnyEntry
from legday.model.plan import Plan
from legday.model.runs import JudgedRun
from legday.store import Store
from legday.web.answers import Answers

T = TypeVar("T")

WEEKS = 16
"""How far the pages look ahead."""
WEEKS_BEHIND = 8
"""How far they look back on leg work, this week among them."""


class Clock(Protocol):
    """What the door that serves the page knows of time and chance."""

    def now_in(self, zone: str) -> datetime:
        """What the clocks of `zone` (IANA name) show, without a zone."""

    def new_stamp(self) -> Stamp:
        """Id and moment of an entry made now."""


@dataclass(frozen=True)
class Known:
    """What is known on one day, and the plan in force on it, made when first asked for."""

    facts: Facts
    store: Store

    @cached_property
    def older_runs(self) -> tuple[JudgedRun, ...]:
        """Runs too old to speak for the legs of today; they are read and judged when somebody looks at them."""
        return older_runs(self.facts, self.store)

    def run(self, recording: str) -> JudgedRun | None:
        """The run of a recording's id, of any age."""
        near = (run for run in self.facts.state.runs if run.recording.id == recording)
        found = next(near, None)
        return found or next((run for run in self.older_runs if run.recording.id == recording), None)

    @cached_property
    def progress(self) -> ProgressReport:
        """What grew, over the weeks that the pages look back and all that are planned."""
        return progress(self.facts, self.plan, self.store.entries(), weeks=WEEKS_BEHIND)

    @cached_property
    def plan(self) -> Plan:
        return current_plan(self.facts, weeks=WEEKS)


@dataclass
class Desk:
    """One home, one catalogue, one clock. What it tells is kept until the store or the day changes; one request works at a time."""

    store: Store
    catalogue: Catalogue
    clock: Clock
    lock: RLock = field(default_factory=RLock)
    answers: Answers = field(default_factory=Answers)
    _kept: tuple[object, Known] | None = None
    _zone_kept: tuple[object, str] | None = None

    def today(self) -> date:
        """The date that the clocks of the runner's zone show. InputError where no profile has been set."""
        return self.clock.now_in(self._zone()).date()

    def _zone(self) -> str:
        """The runner's time zone; the whole journal is read for it only when something was added."""
        version = self.store.version()
        if self._zone_kept is None or self._zone_kept[0] != version:
            self._zone_kept = (version, profile_of(read_journal(self.store.entries())).time_zone)
        return self._zone_kept[1]

    def has_profile(self) -> bool:
        """Whether the runner has said who they are."""
        return read_journal(self.store.entries()).profile is not None

    def known(self) -> Known:
        """What is known of today, all of it: what was planned for earlier in the day still stands."""
        with self.lock:
            key = (self.today(), self.store.version())
            if self._kept is None or self._kept[0] != key:
                known = facts(self.store, self.catalogue, today=key[0], weeks=WEEKS)
                self._kept = (key, Known(known, self.store))
            return self._kept[1]

    def forget(self) -> None:
        """What was worked out is worked out anew: the home is not the one it was."""
        with self.lock:
            self._kept = None

    def remember(self, verb: Callable[[Facts], T]) -> T:
        """Does what a verb remembers, alone, on what can still be planned at this moment."""
        with self.lock:
            return verb(self.facts_from_now())

    def facts_from_now(self, *supposing: AnyEntry) -> Facts:
        """What is known at this moment, and if the runner had said `supposing` too: before it nothing can be planned any more."""
        moment = self.clock.now_in(self._zone())
        return facts(
            self.store,
            self.catalogue,
            today=moment.date(),
            weeks=WEEKS,
            not_before=moment,
            supposing=supposing,
        )
