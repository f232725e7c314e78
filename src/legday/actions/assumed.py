"""Decides what a session held that is taken as done without a word: what was promised, as far as what was said before it left that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain, pairwise
from zoneinfo import ZoneInfo

from legday.adapting.easings import easings
from legday.model.catalogue import Catalogue
from legday.model.easing import Decision, Eased, Easing
from legday.model.exercises import Exercise
from legday.model.gear_weights import exercise_weights
from legday.model.happened import Away, Ill
from legday.model.journal import AnyEntry, PlanAccepted, ProfileSet
from legday.model.load import LOOK_BACK_WEEKS, foot_contacts, quarter_sets, volume
from legday.model.plan import PastSession, Prescription, Told
from legday.model.said_illnesses import said_illnesses
from legday.model.standing_entries import standing_entries
from legday.model.state import RunnerState
from legday.progressing.eased_line import eased_line
from legday.progressing.limits import IMPORTANCE
from legday.progressing.taken_back import left_out

LATELY = timedelta(weeks=LOOK_BACK_WEEKS)
NEAR = timedelta(days=7)
"""So near to a journey that took a promised session's hours away, others may have moved with it (our setting)."""


def as_advised(
    state: RunnerState, entries: Iterable[AnyEntry], catalogue: Catalogue, *, today: date
) -> RunnerState:
    """The state with the sessions nobody spoke of as they were advised on their day: eased by what was said since the plan was accepted.

    Such a session is the promised one as long as nothing was said. After that the plan of its day held less, or no session at all, and
    a runner who follows it did no more. On a journey with other hours, said since, it counts as a session, and nobody knows what it
    held or whether it took place (`doubtful`); nor what it held in the week before and after one that moved a promised session, nor once the profile said something else (races, openings, gear,
    anything but body mass). In the week of `today` the promise counts all the same, so that the days left are given no more.
    `catalogue` has the runner's own rule numbers.
    """
    if not any(one.told is Told.ASSUMED and one.exercises for one in state.done):
        return state
    said = _said(standing_entries(entries), week=today - timedelta(days=today.weekday()))
    held: list[PastSession] = []
    for one in state.done:
        advised: PastSession | None = one
        if one.told is Told.ASSUMED and one.exercises:
            advised = _advised(one, state, said, catalogue, held)
        held += [advised] if advised else []
    return replace(state, done=tuple(held))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """The plans accepted, the moments at which the profile changed, each word of an illness or a journey, and the Monday of the week that is going on."""

    accepted: tuple[PlanAccepted, ...]
    changed: tuple[datetime, ...]
    illnesses: tuple[Ill, ...]
    travels: tuple[Away, ...]
    week: date

    def promise(self, day: date) -> PlanAccepted | None:
        """The plan in force on a day."""
        return next((one for one in reversed(self.accepted) if one.today <= day), None)

    def outdated(self, day: date, since: datetime, until: datetime) -> bool:
        """Whether a promise of a week behind rests on a profile that was another one by the time of the session."""
        return day < self.week and any(since < moment < until for moment in self.changed)

    def may_have_moved(self, day: date, promise: PlanAccepted, until: datetime) -> bool:
        """Whether a journey, said after the promise and before a session of a week behind, took the hours of a promised session near it."""
        return day < self.week and any(
            promise.at < one.at < until
            and one.first - NEAR <= day <= one.last + NEAR
            and any(
                one.first <= each.start.date() <= one.last and not _opens(one, each.start)
                for each in promise.sessions
            )
            for one in self.travels
        )


def _said(standing: Sequence[AnyEntry], *, week: date) -> _Said:
    profiles = [one for one in standing if isinstance(one, ProfileSet)]
    return _Said(
        accepted=tuple(one for one in standing if isinstance(one, PlanAccepted)),
        changed=tuple(
            now.at
            for was, now in pairwise(profiles)
            if replace(was.profile, body_mass_g=now.profile.body_mass_g) != now.profile
        ),
        illnesses=tuple(one for one in standing if isinstance(one, Ill)),
        travels=tuple(one for one in standing if isinstance(one, Away)),
        week=week,
    )


def _advised(
    session: PastSession,
    state: RunnerState,
    said: _Said,
    catalogue: Catalogue,
    before: Sequence[PastSession],
) -> PastSession | None:
    day = session.start.date()
    promise = said.promise(day)
    start = session.start.replace(tzinfo=ZoneInfo(state.profile.time_zone))
    if promise is None:
        return session
    then = _Then(state=state, catalogue=catalogue, day=day, illnesses=said.illnesses)
    travel = then.travel_said(promise.at, start)
    other_hours = travel is not None and not _opens(travel, session.start)
    unknown = said.outdated(day, promise.at, start) or said.may_have_moved(day, promise, start)
    if other_hours or unknown:
        return replace(_counted(session, (), catalogue), doubtful=other_hours)
    if travel is None and not then.said_between(promise.at, start):
        return session
    now, was = then.eased(start), then.eased(promise.at)
    if now.no_session and not was.no_session:
        return None
    more = _more(now, was)
    lines = [one for line in session.exercises if (one := then.line(line, more, before)) is not None]
    share = 100 * now.sets_percent // max(1, was.sets_percent)
    return _counted(session, then.fewer(lines, percent=share), catalogue)


def _opens(travel: Away, start: datetime) -> bool:
    """Whether a travel leaves an opening at a moment: without openings of its own it leaves them all."""
    if travel.openings is None:
        return True
    return any(one.on(start.date()) and one.start == start.time() for one in travel.openings)


def _more(now: Eased, was: Eased) -> Easing | None:
    """What is held back beyond what the promise knew of, as one easing; None where nothing is held back."""
    if not now.easings:
        return None
    return Easing(
        rule=now.easings[0].rule,
        decision=Decision.EASE,
        first=date.min,
        last=None,
        why="",
        no_impact=now.no_impact,
        no_growth=now.no_growth,
        avoid=now.avoid,
        sets_less=max(0, now.sets_less - was.sets_less),
        weight_percent=min(100, 100 * now.weight_percent // max(1, was.weight_percent)),
        rir_plus=max(0, now.rir_plus - was.rir_plus),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Then:
    """A day that lies behind, with what was known on it."""

    state: RunnerState
    catalogue: Catalogue
    day: date
    illnesses: tuple[Ill, ...]

    def said_between(self, since: datetime, until: datetime) -> bool:
        """Whether anything that may hold leg work back was said after the promise and before the session."""
        log = self.state.log
        said = chain(log.pains, log.soreness, log.nights, self.illnesses, log.red_flags)
        return any(since < one.at < until for one in said)

    def eased(self, moment: datetime) -> Eased:
        """What held leg work back on the day, as far as it had been said by a moment: an illness still open may have been ended since."""
        felt = self.state.log.felt_where(lambda one: one.at < moment)
        known = replace(felt, illnesses=said_illnesses(one for one in self.illnesses if one.at < moment))
        found = easings(replace(self.state, log=known), self.catalogue, today=self.day)
        return Eased(easings=tuple(one for one in found if one.holds_on(self.day)))

    def travel_said(self, since: datetime, until: datetime) -> Away | None:
        """The travel that holds on the day, where it was said after the promise and before the session."""
        away = self.state.away_on(self.day)
        return away if away is not None and since < away.at < until else None

    def line(
        self, line: Prescription, more: Easing | None, before: Sequence[PastSession]
    ) -> Prescription | None:
        """A promised line as it was advised; None where it was left out, or could not be done with the gear that was there."""
        exercise = self.catalogue.exercises[line.exercise]
        there = self._with_the_gear(line, exercise)
        if more is None or there is None:
            return there
        held_back = Eased(easings=(more,))
        if left_out(exercise, held_back):
            return None
        eased = eased_line(
            there,
            exercise,
            held_back,
            profile=self.state.profile,
            gear=self.state.gear_on(self.day),
            rules=self.catalogue.rulebook,
        )
        return self._no_more(eased, exercise, before) if more.no_growth else eased

    def fewer(self, lines: Sequence[Prescription], *, percent: int) -> tuple[Prescription, ...]:
        """The lines with a share of their sets in all: one off the line with the most of them, the least important, until it fits."""
        kept = list(lines)
        most = max(1, sum(one.sets for one in lines) * percent // 100)
        while sum(one.sets for one in kept) > most and any(one.sets > 1 for one in kept):
            place = max(range(len(kept)), key=lambda n: (kept[n].sets, -self._importance(kept[n]), n))
            one = kept[place]
            kept[place] = replace(one, sets=one.sets - 1, volume=one.volume * (one.sets - 1) // one.sets)
        return tuple(kept)

    def _importance(self, line: Prescription) -> int:
        return IMPORTANCE[self.catalogue.exercises[line.exercise].place]

    def _with_the_gear(self, line: Prescription, exercise: Exercise) -> Prescription | None:
        """The line at the heaviest weight of the day's gear that is not above it; with the usual gear, itself."""
        gear = self.state.gear_on(self.day)
        if gear == self.state.profile.gear:
            return line
        weights = [grams for grams in exercise_weights(gear, exercise) if grams <= line.weight_g]
        if not weights:
            return None
        mass, grams = self.state.profile.body_mass_g, max(weights)
        moved = volume(exercise, sets=line.sets, target=line.target, weight_g=grams, body_mass_g=mass)
        return line if grams == line.weight_g else replace(line, weight_g=grams, volume=moved)

    def _no_more(self, line: Prescription, exercise: Exercise, before: Sequence[PastSession]) -> Prescription:
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
    return replace(
        session,
        exercises=lines,
        volume=sum(line.volume for line in lines),
        contacts=foot_contacts(lines, catalogue.exercises),
        quarter_sets=quarter_sets(lines, catalogue.exercises),
    )
