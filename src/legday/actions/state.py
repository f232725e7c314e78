"""Decides what the planner is told of a runner: the facts of the store, replayed for one day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from legday.actions.accepted import told_plan
from legday.actions.journal import Journal, corrected_kinds, profile_of, read_journal
from legday.actions.offered import Known, state_on
from legday.actions.rules import with_own_numbers
from legday.model.catalogue import Catalogue
from legday.model.journal import AnyEntry
from legday.model.runner import Profile
from legday.model.runs import Outlook, Sport
from legday.model.state import RunnerState
from legday.running.judge import judge
from legday.running.outlook import make_outlook
from legday.store import Store

HISTORY = timedelta(days=400)
"""Runs older than this say nothing about the legs of today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is known of a runner on `today`, with the catalogue under the runner's own rule numbers."""

    today: date
    journal: Journal
    state: RunnerState
    outlook: Outlook
    catalogue: Catalogue

    @property
    def profile(self) -> Profile:
        return self.state.profile


def facts(
    store: Store,
    catalogue: Catalogue,
    *,
    today: date,
    weeks: int,
    not_before: datetime | None = None,
    supposing: Sequence[AnyEntry] = (),
) -> Facts:
    """The runner's facts on `today` and the outlook of `weeks` weeks. InputError where no profile has been set.

    `not_before` is the wall-clock moment before which nothing can be planned any more, where the clock is known; `supposing` are entries
    taken as said although they are not, to see what would follow.
    """
    entries = [*store.entries(), *supposing]
    journal = read_journal(entries)
    profile = profile_of(journal)
    recordings = store.recordings(sport=Sport.RUN, since=_midnight(today) - HISTORY)
    past = tuple(pair for pair in recordings if pair[0].start.date() <= today)
    corrections = corrected_kinds(journal.corrections, (recording for recording, _ in past))
    judged = judge(past, profile=profile, corrections=corrections, today=today)
    own = with_own_numbers(catalogue, profile.rule_numbers)
    known = Known(
        entries=entries,
        catalogue=catalogue,
        told=told_plan,
        lay_off_days=own.rulebook.number("returning", "days_intro"),
        runs=judged.runs,
        thresholds=judged.thresholds,
    )
    state = replace(state_on(known, today=today), not_before=not_before)
    return Facts(
        today=today,
        journal=journal,
        state=state,
        outlook=_outlook(journal, state, today=today, weeks=weeks),
        catalogue=with_own_numbers(catalogue, profile.rule_numbers),
    )


def looking_ahead(known: Facts, *, weeks: int) -> Facts:
    """The same facts with an outlook of `weeks` weeks."""
    return replace(known, outlook=_outlook(known.journal, known.state, today=known.today, weeks=weeks))


def _outlook(journal: Journal, state: RunnerState, *, today: date, weeks: int) -> Outlook:
    plans = tuple((frozenset(plan.covers), plan.runs) for plan in journal.run_plans)
    return make_outlook(state.profile, state.runs, plans, today=today, weeks=weeks)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
