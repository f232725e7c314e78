"""Decides what the journal says today: the entries that stand, and what they add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from legday.model.journal import (
    AnyEntry,
    KindCorrected,
    PlanAccepted,
    ProfileSet,
    RunPlanAdded,
)
from legday.model.late_entries import said_after
from legday.model.runner import Profile
from legday.model.runs import Recording, RunKind
from legday.model.said_profile import no_profile
from legday.model.standing_entries import standing_entries

SAME_RUN = timedelta(minutes=2)
"""A correction finds its run again, imported anew from another file, within this time of its start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What stands: the last profile, run plans and corrections in the order they came, accepted plans oldest first.

    `since` is all that was said after the last plan was accepted; `gone` what it knew and no longer stands.
    """

    profile: Profile | None = None
    run_plans: tuple[RunPlanAdded, ...] = ()
    corrections: tuple[KindCorrected, ...] = ()
    accepted: tuple[PlanAccepted, ...] = ()
    since: tuple[AnyEntry, ...] = ()
    gone: frozenset[UUID] = frozenset()

    @property
    def said_since(self) -> bool:
        """Whether anything was said, or taken back, that the last accepted plan did not know."""
        return bool(self.since or self.gone)


def read_journal(entries: Sequence[AnyEntry]) -> Journal:
    """The journal of all entries, or of those that stand, in any order; what was retracted does not count."""
    profile: Profile | None = None
    run_plans: list[RunPlanAdded] = []
    corrections: list[KindCorrected] = []
    accepted: list[PlanAccepted] = []
    standing = standing_entries(entries)
    for entry in standing:
        if isinstance(entry, ProfileSet):
            profile = entry.profile
        elif isinstance(entry, PlanAccepted):
            accepted.append(entry)
        elif isinstance(entry, RunPlanAdded):
            run_plans.append(entry)
        elif isinstance(entry, KindCorrected):
            corrections.append(entry)
    return Journal(
        profile=profile,
        run_plans=tuple(run_plans),
        corrections=tuple(corrections),
        accepted=tuple(accepted),
        since=_since(accepted[-1], standing) if accepted else (),
        gone=_gone(accepted[-1], standing) if accepted else frozenset(),
    )


def _since(plan: PlanAccepted, standing: Sequence[AnyEntry]) -> tuple[AnyEntry, ...]:
    return tuple(one for one in standing if not isinstance(one, PlanAccepted) and said_after(plan, one))


def _gone(plan: PlanAccepted, standing: Sequence[AnyEntry]) -> frozenset[UUID]:
    return plan.knew - {one.id for one in standing} if plan.knew else frozenset()


def profile_of(journal: Journal) -> Profile:
    """The runner's profile; InputError says how to set one where there is none."""
    if journal.profile is None:
        raise no_profile()
    return journal.profile


def corrected_kinds(
    corrections: Iterable[KindCorrected], recordings: Iterable[Recording]
) -> dict[str, RunKind]:
    """The kinds the runner gave, by recording id; a run replaced by a richer file keeps its correction."""
    known = tuple(recordings)
    kinds: dict[str, RunKind] = {}
    for correction in corrections:
        for recording in known:
            same_start = abs(recording.start - correction.start) <= SAME_RUN
            if recording.id == correction.recording or same_start:
                kinds[recording.id] = correction.kind
    return kinds
