"""Decides what the journal says today: the entries that stand, and what they add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from legday.model.errors import InputError
from legday.model.journal import (
    AnyEntry,
    KindCorrected,
    PlanAccepted,
    ProfileSet,
    PromisedSession,
    Retracted,
    RunPlanAdded,
)
from legday.model.runner import Profile
from legday.model.runs import Recording, RunKind

SAME_RUN = timedelta(minutes=2)
"""A correction finds its run again, imported anew from another file, within this time of its start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What stands: the last profile, run plans and corrections in the order they came, accepted plans oldest first."""

    profile: Profile | None = None
    run_plans: tuple[RunPlanAdded, ...] = ()
    corrections: tuple[KindCorrected, ...] = ()
    accepted: tuple[PlanAccepted, ...] = ()


def read_journal(entries: Sequence[AnyEntry]) -> Journal:
    """The journal of all entries, oldest first; what was retracted does not count."""
    standing = tuple(_standing(entries))
    profiles = [entry.profile for entry in standing if isinstance(entry, ProfileSet)]
    return Journal(
        profile=profiles[-1] if profiles else None,
        run_plans=tuple(entry for entry in standing if isinstance(entry, RunPlanAdded)),
        corrections=tuple(entry for entry in standing if isinstance(entry, KindCorrected)),
        accepted=tuple(entry for entry in standing if isinstance(entry, PlanAccepted)),
    )


def profile_of(journal: Journal) -> Profile:
    """The runner's profile; InputError says how to set one where there is none."""
    if journal.profile is None:
        raise InputError(
            value="profile",
            place="this home",
            problem="has not been set",
            remedy="`legday init --from profile.toml`",
        )
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


def promised_sessions(accepted: Sequence[PlanAccepted], today: date) -> tuple[PromisedSession, ...]:
    """The sessions of the last accepted plan from `today` on."""
    if not accepted:
        return ()
    return tuple(session for session in accepted[-1].sessions if session.start.date() >= today)


def kept_sessions(
    accepted: Sequence[PlanAccepted], today: date
) -> tuple[tuple[PlanAccepted, PromisedSession], ...]:
    """The promised sessions that lie behind, each of the plan that was in force on its day."""
    if not accepted:
        return ()
    ends = [*(plan.today for plan in accepted[1:]), today]
    return tuple(
        (plan, session)
        for plan, end in zip(accepted, ends, strict=True)
        for session in plan.sessions
        if plan.today <= session.start.date() < min(end, today)
    )


def _standing(entries: Sequence[AnyEntry]) -> list[AnyEntry]:
    taken_back: set[UUID] = set()
    standing: list[AnyEntry] = []
    for entry in reversed(entries):
        if entry.id in taken_back:
            continue
        if isinstance(entry, Retracted):
            taken_back.add(entry.of)
        else:
            standing.append(entry)
    return standing[::-1]
