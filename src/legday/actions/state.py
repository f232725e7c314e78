"""Decides what the planner is told of a runner: the facts of the store, replayed for one day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from legday.actions.accepted import told_plan
from legday.actions.journal import (
    Journal,
    corrected_kinds,
    kept_sessions,
    profile_of,
    promised_sessions,
    read_journal,
)
from legday.actions.rules import with_own_numbers
from legday.model.catalogue import Catalogue
from legday.model.journal import PlanAccepted, PromisedSession
from legday.model.load import quarter_sets
from legday.model.plan import PastSession, Plan, Session
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
    store: Store, catalogue: Catalogue, *, today: date, weeks: int, not_before: datetime | None = None
) -> Facts:
    """The runner's facts on `today` and the outlook of `weeks` weeks. InputError where no profile has been set.

    `not_before` is the wall-clock moment before which nothing can be planned any more, where the clock is known.
    """
    journal = read_journal(store.entries())
    profile = profile_of(journal)
    recordings = store.recordings(sport=Sport.RUN, since=_midnight(today) - HISTORY)
    past = tuple(pair for pair in recordings if pair[0].start.date() <= today)
    corrections = corrected_kinds(journal.corrections, (recording for recording, _ in past))
    judged = judge(past, profile=profile, corrections=corrections, today=today)
    plans = tuple((frozenset(plan.covers), plan.runs) for plan in journal.run_plans)
    done = _done(journal.accepted, today, catalogue)
    state = RunnerState(
        profile=profile,
        done=done,
        promised=_promised(journal.accepted, today, catalogue),
        runs=judged.runs,
        thresholds=judged.thresholds,
        plan_began=journal.accepted[0].today if journal.accepted else None,
        foundation_weeks=len({session.start.isocalendar()[:2] for session in done}),
        not_before=not_before,
    )
    return Facts(
        today=today,
        journal=journal,
        state=state,
        outlook=make_outlook(profile, judged.runs, plans, today=today, weeks=weeks),
        catalogue=with_own_numbers(catalogue, profile.rule_numbers),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _done(accepted: Sequence[PlanAccepted], today: date, catalogue: Catalogue) -> tuple[PastSession, ...]:
    # Until sessions are logged, what was accepted counts as done: the legs then rest at least as long as they need.
    past = (_past(promised, told_plan(plan), catalogue) for plan, promised in kept_sessions(accepted, today))
    return tuple(sorted(past, key=lambda session: session.start))


def _promised(accepted: Sequence[PlanAccepted], today: date, catalogue: Catalogue) -> tuple[PastSession, ...]:
    promised = promised_sessions(accepted, today)
    return tuple(_past(session, told_plan(accepted[-1]), catalogue) for session in promised)


def _past(promised: PromisedSession, plan: Plan | None, catalogue: Catalogue) -> PastSession:
    bare = PastSession(start=promised.start, minutes=promised.minutes, menu=promised.menu)
    told = {session.start: session for session in plan.sessions} if plan else {}
    if plan is None or promised.start not in told:
        return bare
    return past_session(told[promised.start], plan, catalogue)


def past_session(session: Session, plan: Plan, catalogue: Catalogue) -> PastSession:
    """A planned session as a fact or promise, with all it held of exercises that the catalogue still knows."""
    lines = tuple(line for line in session.exercises if line.exercise in catalogue.exercises)
    weeks = [week for week in plan.weeks if week.start <= session.day < week.start + timedelta(days=7)]
    return PastSession(
        start=session.start,
        minutes=session.minutes,
        menu=session.menu,
        volume=sum(line.volume for line in lines),
        contacts=session.contacts,
        quarter_sets=quarter_sets(lines, catalogue.exercises),
        exercises=lines,
        title=session.title,
        superset=session.superset,
        light=any(week.light for week in weeks),
        why_menu=session.why.menu,
    )
