"""Decides what a page is answered from: what was said, the facts and the plan, each worked out anew only when something was said or a day has passed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from threading import RLock
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from legday.actions.happened import Thing, things
from legday.actions.journal import Journal, profile_of, read_journal
from legday.actions.near_days import NearDays, near_days
from legday.actions.plan import accepted_plan, changes_since, current_plan
from legday.actions.progress import ProgressReport, progress
from legday.actions.rules import with_own_numbers
from legday.actions.runs import older_runs
from legday.actions.stamp import Stamp
from legday.actions.state import Facts, facts
from legday.model.catalogue import Catalogue
from legday.model.journal import AnyEntry
from legday.model.plan import Plan, PlanChange
from legday.model.runs import JudgedRun
from legday.model.standing_entries import Standing
from legday.store import Store
from legday.store.home import Version
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
class Said:
    """What was said by the time the store was at `version`, and nothing that has to be worked out from it."""

    version: Version
    standing: Standing
    journal: Journal
    lock: RLock = field(default_factory=RLock, repr=False, compare=False)

    @property
    def zone(self) -> str:
        """The runner's time zone. InputError where no profile has been set."""
        return profile_of(self.journal).time_zone

    @property
    def things(self) -> tuple[Thing, ...]:
        """Everything said, newest first."""
        with self.lock:
            return self._things

    def near(self, *days: date) -> Standing:
        """What stands and says anything of these days, or is no leg work."""
        with self.lock:
            return self._near.of(*days)

    @cached_property
    def _near(self) -> NearDays:
        return near_days(self.standing)

    @cached_property
    def _things(self) -> tuple[Thing, ...]:
        return things(self.standing, zone=ZoneInfo(self.zone))


@dataclass
class OlderRuns:
    """The runs too old to speak for the legs of today, kept until other runs are there, are judged otherwise, or a day has passed."""

    lock: RLock = field(default_factory=RLock)
    _kept: tuple[object, tuple[JudgedRun, ...]] | None = None

    def of(self, known: Facts, said: Said, store: Store) -> tuple[JudgedRun, ...]:
        """Read and judged when somebody looks at them."""
        key = (
            known.today,
            said.version.files,
            said.version.recordings,
            known.profile,
            known.journal.corrections,
        )
        with self.lock:
            if self._kept is None or self._kept[0] != key:
                self._kept = (key, older_runs(known, store))
            return self._kept[1]


@dataclass(frozen=True)
class Known:
    """What is known on one day, and the plan in force on it, made when first asked for; whoever asks meanwhile waits for it."""

    facts: Facts
    said: Said
    store: Store
    older: OlderRuns
    lock: RLock = field(default_factory=RLock, repr=False, compare=False)

    @property
    def older_runs(self) -> tuple[JudgedRun, ...]:
        """Runs too old to speak for the legs of today."""
        return self.older.of(self.facts, self.said, self.store)

    def run(self, recording: str) -> JudgedRun | None:
        """The run of a recording's id, of any age."""
        near = (run for run in self.facts.state.runs if run.recording.id == recording)
        found = next(near, None)
        return found or next((run for run in self.older_runs if run.recording.id == recording), None)

    @property
    def progress(self) -> ProgressReport:
        """What grew, over the weeks that the pages look back and all that are planned."""
        with self.lock:
            return self._progress

    @property
    def plan(self) -> Plan:
        """The plan in force."""
        with self.lock:
            return self._plan

    @property
    def changes(self) -> tuple[PlanChange, ...]:
        """What differs from the plan accepted last."""
        with self.lock:
            return self._changes

    @property
    def made_plan(self) -> Plan | None:
        """The plan, where it has been made already."""
        return self.__dict__.get("_plan")

    @cached_property
    def _changes(self) -> tuple[PlanChange, ...]:
        accepted = accepted_plan(self.facts)
        return changes_since(accepted, self._plan, self.facts) if accepted else ()

    @cached_property
    def _progress(self) -> ProgressReport:
        return progress(self.facts, self._plan, self.said.standing, weeks=WEEKS_BEHIND)

    @cached_property
    def _plan(self) -> Plan:
        return current_plan(self.facts, weeks=WEEKS)


@dataclass
class Desk:
    """One home, one catalogue, one clock. What it tells is kept until the store or the day changes; one request works at a time."""

    store: Store
    catalogue: Catalogue
    clock: Clock
    lock: RLock = field(default_factory=RLock)
    answers: Answers = field(default_factory=Answers)
    written: Callable[[], None] = lambda: None
    """Called after every request that may have changed something."""
    _older: OlderRuns = field(default_factory=OlderRuns)
    _kept: tuple[object, Known] | None = None
    _said: Said | None = None

    def said(self) -> Said:
        """What was said up to now. Never older than the call: another process may have written."""
        version = self.store.version()
        if self._said is None or self._said.version != version:
            standing = self.store.standing()
            self._said = Said(version, standing, read_journal(standing))
        return self._said

    def today(self) -> date:
        """The date that the clocks of the runner's zone show. InputError where no profile has been set."""
        return self.clock.now_in(self.zone()).date()

    def zone(self) -> str:
        """The runner's time zone. InputError where no profile has been set."""
        return self.said().zone

    def has_profile(self) -> bool:
        """Whether the runner has said who they are."""
        return self.said().journal.profile is not None

    def own_catalogue(self) -> Catalogue:
        """The catalogue under the runner's own rule numbers, where there is a runner."""
        profile = self.said().journal.profile
        return with_own_numbers(self.catalogue, profile.rule_numbers) if profile else self.catalogue

    def known(self) -> Known:
        """What is known of today, all of it: what was planned for earlier in the day still stands."""
        said = self.said()
        key = (self.clock.now_in(said.zone).date(), said.version)
        kept = self._kept
        if kept is not None and kept[0] == key:
            return kept[1]
        with self.lock:
            if self._kept is None or self._kept[0] != key:
                known = facts(self.store, self.catalogue, today=key[0], weeks=WEEKS)
                self._kept = (key, Known(known, said, self.store, self._older))
            return self._kept[1]

    def forget(self) -> None:
        """What was worked out is worked out anew: the home is not the one it was."""
        with self.lock:
            self._kept = None
            self._said = None
            self._older = OlderRuns()

    def remember(self, verb: Callable[[Facts], T]) -> T:
        """Does what a verb remembers, alone, on what can still be planned at this moment."""
        with self.lock:
            return verb(self.facts_from_now())

    def facts_from_now(self, *supposing: AnyEntry) -> Facts:
        """What is known at this moment, and if the runner had said `supposing` too: before it nothing can be planned any more."""
        moment = self.clock.now_in(self.zone())
        return facts(
            self.store,
            self.catalogue,
            today=moment.date(),
            weeks=WEEKS,
            not_before=moment,
            supposing=supposing,
        )
