"""Decides what a session held that is taken as done without a word: what was promised, as far as what was said before it left that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from legday.adapting.easings import easings
from legday.model.catalogue import Catalogue
from legday.model.easing import Decision, Eased, Easing
from legday.model.exercises import Exercise
from legday.model.journal import AnyEntry, PlanAccepted
from legday.model.load import LOOK_BACK_WEEKS, quarter_sets, volume
from legday.model.plan import PastSession, Prescription, Told
from legday.model.standing_entries import standing_entries
from legday.model.state import Log, RunnerState
from legday.progressing.eased_line import eased_line

LATELY = timedelta(weeks=LOOK_BACK_WEEKS)


def as_advised(state: RunnerState, entries: Iterable[AnyEntry], catalogue: Catalogue) -> RunnerState:
    """The state with the sessions nobody spoke of as they were advised on their day: eased by what was said since the plan was accepted.

    Such a session is the promised one as long as nothing was said. After that the plan of its day held less, or no session at all, and
    a runner who follows it did no more. `catalogue` has the runner's own rule numbers.
    """
    if not any(one.told is Told.ASSUMED and one.exercises for one in state.done):
        return state
    accepted = [one for one in standing_entries(entries) if isinstance(one, PlanAccepted)]
    held: list[PastSession] = []
    for one in state.done:
        advised: PastSession | None = one
        if one.told is Told.ASSUMED and one.exercises:
            advised = _advised(one, state, accepted, catalogue, held)
        held += [advised] if advised else []
    return replace(state, done=tuple(held))


def _advised(
    session: PastSession,
    state: RunnerState,
    accepted: Sequence[PlanAccepted],
    catalogue: Catalogue,
    before: Sequence[PastSession],
) -> PastSession | None:
    day = session.start.date()
    promise = next((one for one in reversed(accepted) if one.today <= day), None)
    start = session.start.replace(tzinfo=ZoneInfo(state.profile.time_zone))
    if promise is None or not _said_between(state.log, promise.at, start):
        return session
    then = _Then(state=state, catalogue=catalogue, day=day)
    now, was = then.eased(start), then.eased(promise.at)
    if now.no_session and not was.no_session:
        return None
    more = _more(now, was)
    if more is None:
        return session
    lines = (then.line(line, more, before) for line in session.exercises)
    return _counted(session, tuple(one for one in lines if one is not None), catalogue)


def _said_between(log: Log, since: datetime, until: datetime) -> bool:
    """Whether anything that may hold leg work back was said after the promise and before the session."""
    said = chain(log.pains, log.soreness, log.nights, log.illnesses, log.red_flags)
    return any(since < one.at < until for one in said)


def _more(now: Eased, was: Eased) -> Easing | None:
    """What is held back beyond what the promise knew of, as one easing; None where nothing is."""
    if not now.easings:
        return None
    more = Easing(
        rule=now.easings[0].rule,
        decision=Decision.EASE,
        first=date.min,
        last=None,
        why="",
        no_impact=now.no_impact,
        no_growth=now.no_growth,
        avoid=now.avoid,
        sets_percent=min(100, 100 * now.sets_percent // max(1, was.sets_percent)),
        sets_less=max(0, now.sets_less - was.sets_less),
        weight_percent=min(100, 100 * now.weight_percent // max(1, was.weight_percent)),
        rir_plus=max(0, now.rir_plus - was.rir_plus),
    )
    return more


@dataclass(frozen=True, slots=True, kw_only=True)
class _Then:
    """A day that lies behind, with what was known on it."""

    state: RunnerState
    catalogue: Catalogue
    day: date

    def eased(self, moment: datetime) -> Eased:
        """What held leg work back on the day, as far as it had been said by a moment."""
        log = self.state.log
        known = replace(
            log,
            pains=tuple(one for one in log.pains if one.at < moment),
            soreness=tuple(one for one in log.soreness if one.at < moment),
            nights=tuple(one for one in log.nights if one.at < moment),
            illnesses=tuple(one for one in log.illnesses if one.at < moment),
            red_flags=tuple(one for one in log.red_flags if one.at < moment),
            cleared=tuple(one for one in log.cleared if one.at < moment),
        )
        found = easings(replace(self.state, log=known), self.catalogue, today=self.day)
        return Eased(easings=tuple(one for one in found if one.holds_on(self.day)))

    def line(
        self, line: Prescription, more: Easing, before: Sequence[PastSession]
    ) -> Prescription | None:
        """A promised line as it was advised; None where it was left out."""
        exercise = self.catalogue.exercises[line.exercise]
        impact = exercise.plyometric or exercise.contacts > 0
        if line.exercise in more.avoid or (more.no_impact and impact):
            return None
        eased = eased_line(
            line,
            exercise,
            Eased(easings=(more,)),
            profile=self.state.profile,
            gear=self.state.gear_on(self.day),
            rules=self.catalogue.rulebook,
        )
        return self._no_more(eased, exercise, before) if more.no_growth else eased

    def _no_more(
        self, line: Prescription, exercise: Exercise, before: Sequence[PastSession]
    ) -> Prescription:
        """The line with no more sets and repetitions than lately, where there are any to be held against."""
        lately = [
            one
            for session in before
            if self.day - LATELY <= session.start.date() < self.day
            for one in session.exercises
            if one.exercise == line.exercise
        ]
        if not lately:
            return line
        sets = min(line.sets, max(one.sets for one in lately))
        target = max(min(line.target, max(one.target for one in lately)), min(line.target, line.reps[0]))
        mass = self.state.profile.body_mass_g
        moved = volume(exercise, sets=sets, target=target, weight_g=line.weight_g, body_mass_g=mass)
        return replace(line, sets=sets, target=target, volume=moved)


def _counted(session: PastSession, lines: tuple[Prescription, ...], catalogue: Catalogue) -> PastSession:
    contacts = sum(
        line.sets * line.target * (2 if line.per_side else 1) * catalogue.exercises[line.exercise].contacts
        for line in lines
    )
    return replace(
        session,
        exercises=lines,
        volume=sum(line.volume for line in lines),
        contacts=contacts,
        quarter_sets=quarter_sets(lines, catalogue.exercises),
    )
