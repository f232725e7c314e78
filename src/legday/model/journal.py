"""Decides what an entry of the journal is: frozen facts with ids made where they happened."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from legday.model.happened import Happening
from legday.model.runner import Profile
from legday.model.runs import ExpectedRun, RunKind
from legday.model.stamped import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSet(Entry):
    """The runner's profile as a whole; the last one counts."""

    profile: Profile
    tag: Literal["profile-set"] = "profile-set"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlanAdded(Entry):
    """Runs to come, read from a run plan file; a later plan speaks for the dates it covers (`covers`, rest days included)."""

    name: str
    runs: tuple[ExpectedRun, ...]
    covers: tuple[date, ...]
    tag: Literal["run-plan-added"] = "run-plan-added"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCorrected(Entry):
    """The runner says what a recorded run was for. `start` finds the run again when its file is imported anew."""

    recording: str
    start: datetime
    kind: RunKind
    tag: Literal["kind-corrected"] = "kind-corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisedSession:
    """One session of an accepted plan: local start, minutes, menu letter."""

    start: datetime
    minutes: int
    menu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAccepted(Entry):
    """The plan the runner said yes to: what was promised, and the plan's own JSON for later comparison.

    `knew` are the ids of what stood in the journal when it was accepted, as far back as entries may come in late (see `late_entries`);
    None where that was not written down.
    """

    today: date
    sessions: tuple[PromisedSession, ...]
    plan: Mapping[str, Any] = field(default_factory=dict)
    knew: frozenset[UUID] | None = None
    tag: Literal["plan-accepted"] = "plan-accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted(Entry):
    """Takes back the entry `of`; nothing is erased."""

    of: UUID
    tag: Literal["retracted"] = "retracted"


AnyEntry = ProfileSet | RunPlanAdded | KindCorrected | PlanAccepted | Retracted | Happening
