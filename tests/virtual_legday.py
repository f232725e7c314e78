# ruff: noqa: ARG002 - every coach is asked the same questions
"""Decides what legday gives a virtual runner: the journal replayed and planned anew whenever something was said."""

import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from legday.actions.offered import Known, state_on
from legday.actions.plan_legs import plan_legs
from legday.model.catalogue import Catalogue
from legday.model.happened import BodyMassSet, LegWork, PainFelt, SessionDone, SetDone, Slept, SorenessFelt
from legday.model.ids import new_id
from legday.model.journal import AnyEntry, PlanAccepted, PromisedSession
from legday.model.plan import Plan, Session
from legday.model.rules import Level
from legday.model.runner import Style
from legday.model.state import RunnerState
from legday.progressing.strength import estimates
from legday.running.outlook import make_outlook
from virtual_body import Body
from virtual_chance import chance
from virtual_doing import Done
from virtual_life import day_of
from virtual_watcher import Broken, Given, Held, Told
from virtual_year import Reading

HORIZON = 4
"""Weeks planned each time: enough for the days and doses that come next, and quick."""

ONLY_TODAY = (SessionDone, SetDone, Slept, SorenessFelt, PainFelt, BodyMassSet)
"""What changes doses or lowers a day: looked at on the next morning with a session, on Mondays at the latest. All else at once."""


AHEAD_DAYS = 14
"""The sessions of a Monday's plan that are judged before any of them was done."""


def state_of(
    entries: Sequence[AnyEntry],
    catalogue: Catalogue,
    *,
    today: date,
    told: Callable,
    memory: dict | None = None,
) -> RunnerState:
    """The state that the journal adds up to, easings included; `memory` keeps what past days offered."""
    lay_off = catalogue.rulebook.number("returning", "days_intro")
    known = Known(
        entries=entries,
        catalogue=catalogue,
        told=told,
        lay_off_days=lay_off,
        memory={} if memory is None else memory,
    )
    return state_on(known, today=today)


def plan_of(state: RunnerState, catalogue: Catalogue, *, today: date, weeks: int = HORIZON) -> Plan:
    outlook = make_outlook(state.profile, (), (), today=today, weeks=weeks)
    return plan_legs(state, outlook, catalogue, today=today, weeks=weeks)


def given_of(session: Session, plan: Plan) -> Given:
    """A planned session as it is given to the runner."""
    week = next(week for week in plan.weeks if week.start <= session.day < week.start + timedelta(days=7))
    return Given(
        start=session.start,
        minutes=session.minutes,
        lines=session.exercises,
        contacts=session.contacts,
        light=week.light,
        wanted=week.wanted,
        menu=session.menu,
    )


class Legday:
    """The real planner over the real replay, with the journal in memory. The plan of each Monday is accepted."""

    def __init__(self, catalogue: Catalogue, style: Style, *, seed: int, horizon: int = HORIZON):
        self.catalogue, self.seed, self.horizon = catalogue, seed, horizon
        self.name = f"legday, {style.value}"
        self.entries: list[AnyEntry] = []
        self.memory: dict = {}
        self.plans: dict[UUID, Plan] = {}
        self.plan: Plan | None = None
        self.state: RunnerState | None = None
        self.planned = 0
        self.ahead: list[Given] = []
        self.failed: list[Broken] = []
        self._stale = self._dose_stale = True

    def hears(self, entry: AnyEntry, day: int) -> None:
        self.entries.append(entry)
        if isinstance(entry, ONLY_TODAY):
            self._dose_stale = True
        else:
            self._stale = True

    def given(self, day: int, told: Told, held: Sequence[Held]) -> Given | None:
        today = day_of(day)
        self.ahead = []
        if (
            day % 7 == 0
            or self._stale
            or (self._dose_stale and self._today(today))
            or self._missed(today, held)
        ):
            self._derive(today)
        if day % 7 == 0 and self.plan is not None:
            self._accept(today)
            self.ahead = [
                given_of(session, self.plan)
                for session in self.plan.sessions
                if session.day < today + timedelta(days=AHEAD_DAYS)
            ]
        session = self._today(today)
        if session is not None and self._otherwise(session):
            self._accept(today)
        return None if session is None or self.plan is None else given_of(session, self.plan)

    def was_done(self, given: Given, done: Done | None) -> None:
        """What was done is heard when it is said."""

    def failures(self) -> list[Broken]:
        return self.failed

    def readings(self, day: int, body: Body) -> list[Reading]:
        """The estimates that rest on a session of the last week, each beside the truth."""
        if self.state is None:
            return []
        fresh = {
            line.exercise
            for session in self.state.done
            if session.start.date() >= day_of(day - 7)
            for line in session.exercises
        }
        found = []
        for (exercise, side), one in estimates(self.state, self.catalogue, day_of(day)).items():
            if exercise in fresh:
                truth = body.once_g(exercise, side)
                found.append(
                    Reading(
                        sessions=one.sessions,
                        ratio=one.grams / truth,
                        inside=one.low_g <= truth <= one.high_g,
                        width=one.high_g / one.low_g,
                    )
                )
        return found

    def _today(self, today: date) -> Session | None:
        sessions = self.plan.sessions if self.plan is not None else ()
        return next((session for session in sessions if session.day == today), None)

    def _missed(self, today: date, held: Sequence[Held]) -> bool:
        """Yesterday's session, of which nothing is known."""
        yesterday = self._today(today - timedelta(days=1))
        return yesterday is not None and not any(one.known and one.start == yesterday.start for one in held)

    def _otherwise(self, session: Session) -> bool:
        """Whether who logs nothing is shown another session than they last said yes to: they do it, and say yes to it first. Nobody else
        need: what they did is told by their log."""
        if any(isinstance(one, LegWork) for one in self.entries):
            return False
        accepted = [one for one in self.entries if isinstance(one, PlanAccepted)]
        promised = self.plans[accepted[-1].id].sessions if accepted else ()
        return not any(one.start == session.start and one.exercises == session.exercises for one in promised)

    def _derive(self, today: date) -> None:
        try:
            self.state = state_of(
                self.entries, self.catalogue, today=today, told=self._told, memory=self.memory
            )
            self.plan = plan_of(self.state, self.catalogue, today=today, weeks=self.horizon)
        except Exception as error:  # noqa: BLE001 - whatever a plan fails with is told, and the year goes on
            where = traceback.extract_tb(error.__traceback__)[-1]
            words = f"{type(error).__name__}: {error} ({where.name}, {where.filename.split('legday/')[-1]}:{where.lineno})"
            self.failed.append(Broken(rule="failed", day=today, words=words))
            return
        self.planned += 1
        self.failed += [
            Broken(rule=finding.rule, day=today, words=finding.words)
            for finding in self.plan.findings
            if finding.level is Level.MUST
        ]
        self._stale = self._dose_stale = False

    def _told(self, entry: PlanAccepted) -> Plan | None:
        return self.plans.get(entry.id)

    def _accept(self, today: date) -> None:
        assert self.plan is not None
        at = datetime.combine(today, time(7, 30), tzinfo=UTC)
        entry = PlanAccepted(
            id=new_id(at, chance(self.seed, "accepted", today).randbytes(10)),
            at=at,
            today=today,
            sessions=tuple(
                PromisedSession(start=session.start, minutes=session.minutes, menu=session.menu)
                for session in self.plan.sessions
            ),
        )
        self.plans[entry.id] = self.plan
        self.entries.append(entry)
