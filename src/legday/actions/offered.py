"""Decides which sessions the plans of the last days offered without a promise: one that was done and not logged is rested after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from legday.actions.assumed import as_advised
from legday.actions.eased_behind import eased_behind
from legday.actions.journal import read_journal
from legday.actions.plan_legs import MOST_WEEKS, plan_legs
from legday.actions.rules import with_own_numbers
from legday.adapting.easings import easings
from legday.model.catalogue import Catalogue
from legday.model.errors import PlanBroken
from legday.model.happened import (
    Away,
    BodyMassSet,
    LegWork,
    PainFelt,
    SessionMoved,
    Slept,
    SorenessFelt,
)
from legday.model.journal import AnyEntry, PlanAccepted, ProfileSet
from legday.model.plan import PastSession, Told
from legday.model.promised_sessions import TellsPlan, held_by
from legday.model.replay import UNSAID_COUNTS, replay
from legday.model.runner import Opening
from legday.model.runs import JudgedRun, Thresholds
from legday.model.standing_entries import Standing, standing_entries
from legday.model.state import RunnerState
from legday.running.outlook import make_outlook

LOOKED_BACK = UNSAID_COUNTS + timedelta(days=2)
"""Plans are looked back on for so long: the days that count, and those before that decide what was offered on them (our setting)."""

MOVES_NO_DAY = (LegWork, BodyMassSet, PainFelt, Slept, SorenessFelt, PlanAccepted)
"""What is said without moving a session to another day, unless the promised one is missed."""

GIVES_OPENINGS = (ProfileSet, Away, SessionMoved)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a runner's state is worked out from: every entry ever made, judged runs, the catalogue, how accepted plans are read, and the days
    off after which a runner begins anew (rule `returning`). `memory` is a place to keep what past days offered, for whoever asks day after day."""

    entries: Sequence[AnyEntry]
    catalogue: Catalogue
    told: TellsPlan
    lay_off_days: int
    memory: dict[tuple[datetime, int, tuple[datetime, ...]], tuple[PastSession, ...]] = field(
        default_factory=dict, compare=False
    )
    runs: Sequence[JudgedRun] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    standing: Standing | None = None
    """The entries that stand, where somebody has found them already."""

    def by(self, moment: datetime) -> "Known":
        """What was known before an aware moment."""
        return replace(
            self,
            entries=[one for one in self.entries if one.at < moment],
            standing=None,
            runs=[one for one in self.runs if one.recording.start < moment],
        )


def state_on(known: Known, *, today: date) -> RunnerState:
    """The runner's state on `today`, easings included, with what was offered on the last days and not spoken of.

    InputError where no profile was set. Costs a plan for each day on which a session may have slid to, and nothing more on all others.
    """
    state = _replayed(known, today)
    return _with_offered(state, _offered(known, state, today), known.catalogue, today)


def _replayed(known: Known, today: date) -> RunnerState:
    standing = known.standing or standing_entries(known.entries)
    state = replay(
        standing,
        known.runs,
        today=today,
        exercises=known.catalogue.exercises,
        told=known.told,
        lay_off_days=known.lay_off_days,
    )
    own = with_own_numbers(known.catalogue, state.profile.rule_numbers)
    return replace(as_advised(state, standing, own, today=today), thresholds=known.thresholds)


def _with_offered(
    state: RunnerState, offered: Sequence[PastSession], catalogue: Catalogue, today: date
) -> RunnerState:
    """The state with its easings, and with the sessions offered in the last 72 hours as unsaid ones."""
    recent = tuple(one for one in offered if today - UNSAID_COUNTS <= one.start.date() < today)
    if recent:
        bare = [
            PastSession(start=one.start, minutes=one.minutes, menu=one.menu, told=Told.UNSAID)
            for one in recent
        ]
        state = replace(
            state,
            done=tuple(sorted((*state.done, *bare), key=lambda one: one.start)),
            unsaid=tuple(sorted((*state.unsaid, *bare), key=lambda one: one.start)),
            offered=recent,
        )
    own = with_own_numbers(catalogue, state.profile.rule_numbers)
    return replace(
        state,
        easings=easings(state, own, today=today),
        eased_behind=eased_behind(state, own, today=today),
    )


def _offered(known: Known, state: RunnerState, today: date) -> tuple[PastSession, ...]:
    """The sessions that a plan of their day held, no accepted plan had promised, and nothing was said of; oldest first."""
    found: list[PastSession] = []
    for days in range(LOOKED_BACK.days, 0, -1):
        for start in _free_starts(known, state, today - timedelta(days=days)):
            then = known.by(_moment(start, state))
            key = (start, len(then.entries), tuple(one.start for one in found))
            if key not in known.memory:
                known.memory[key] = tuple(_shown(then, start, found))
            found += known.memory[key]
    return tuple(found)


def _free_starts(known: Known, state: RunnerState, day: date) -> Iterator[datetime]:
    """Where openings of a day begin to which a session may have slid, with none known to be done since."""
    if any(one.start.date() >= day for one in state.held) or _at_rest(state, day):
        return
    apart = timedelta(hours=known.catalogue.rulebook.number("leg-spacing", "hours"))
    last = max((one.start for one in state.held), default=None)
    skipped = {one.planned for one in state.log.skipped}
    for begins in sorted({one.start for one in _openings(known, state, day)}):
        start = datetime.combine(day, begins)
        rested = last is None or start - last >= apart
        if rested and start not in skipped and _may_have_slid(known, state, start):
            yield start


def _openings(known: Known, state: RunnerState, day: date) -> tuple[Opening, ...]:
    """The openings of a day as they are known now, and as they were on its morning."""
    midnight = _moment(datetime.combine(day, time()), state)
    before = known.by(midnight)
    if not any(isinstance(one, GIVES_OPENINGS) and one.at >= midnight for one in known.entries):
        return state.openings_on(day)
    if not any(isinstance(one, ProfileSet) for one in before.entries):
        return ()
    return (*state.openings_on(day), *_replayed(before, day).openings_on(day))


def _moment(wall: datetime, state: RunnerState) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(state.profile.time_zone))


def _at_rest(state: RunnerState, day: date) -> bool:
    """Whether nothing was done on a day by the runner's own word: ill, or away without leg work."""
    away = state.away_on(day)
    ill = any(one.first <= day and (one.last is None or day <= one.last) for one in state.log.illnesses)
    return ill or (away is not None and away.openings == ())


def _may_have_slid(known: Known, state: RunnerState, start: datetime) -> bool:
    """Whether anything that can move a session was known at `start`: a word since the plan was accepted, or a session nobody spoke of by then."""
    moment = _moment(start, state)
    accepted = [one.at for one in known.entries if isinstance(one, PlanAccepted) and one.at < moment]
    if not accepted:
        return False
    if any(one.start < start for one in state.unsaid):
        return True
    since = max(accepted)
    return any(
        _said_late(one, moment, start) if one.at >= moment else not isinstance(one, MOVES_NO_DAY)
        for one in known.entries
        if one.at > since
    )


def _said_late(entry: AnyEntry, moment: datetime, start: datetime) -> bool:
    """Whether a session before `start` was logged only after it: by then nobody had spoken of it."""
    return isinstance(entry, LegWork) and entry.at >= moment and entry.start < start


def _shown(then: Known, start: datetime, found: Sequence[PastSession]) -> Iterator[PastSession]:
    """The session that the plan of its day held at `start`, where the accepted one did not; `then` is what was known by it."""
    day = start.date()
    journal = read_journal(then.entries)
    if not journal.accepted:
        return
    last = _last_day(journal.accepted[-1], then.told)
    if day > last:
        return
    state = _with_offered(_replayed(then, day), found, then.catalogue, day)
    if start in {one.start for one in state.promised}:
        return
    weeks = min(MOST_WEEKS, ((last - day).days + day.weekday()) // 7 + 1)
    run_plans = [(frozenset(one.covers), one.runs) for one in journal.run_plans]
    outlook = make_outlook(state.profile, state.runs, run_plans, today=day, weeks=weeks)
    own = with_own_numbers(then.catalogue, state.profile.rule_numbers)
    try:
        plan = plan_legs(state, outlook, own, today=day, weeks=weeks)
    except PlanBroken:
        return
    for session in plan.sessions:
        if session.start == start:
            yield held_by(session, plan, then.catalogue.exercises)


def _last_day(accepted: PlanAccepted, told: TellsPlan) -> date:
    """The last day that an accepted plan speaks for; of one that is known by its times only, that of its last session."""
    plan = told(accepted)
    if plan is not None and plan.days:
        return plan.days[-1].day
    return max((one.start.date() for one in accepted.sessions), default=accepted.today)
