"""Decides how a week of leg work is weighed: sets per muscle done and planned, foot contacts, back against front."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from legday.model.exercises import Exercise
from legday.model.load import foot_contacts, quarter_sets
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Plan, Prescription, Told
from legday.model.state import RunnerState
from legday.progressing.calendar_weeks import WEEK, monday


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Leg work summed: sessions, quarter sets per muscle, volume (percent of body mass × repetitions), foot contacts."""

    sessions: int = 0
    quarter_sets: Mapping[Muscle, int] = field(default_factory=dict)
    volume: int = 0
    contacts: int = 0

    @property
    def posterior_anterior(self) -> int | None:
        """Sets of hamstrings and glute max for 100 of the quadriceps (science.md G7); None without any of them."""
        front = self.quarter_sets.get(Muscle.QUADRICEPS, 0)
        back = self.quarter_sets.get(Muscle.HAMSTRINGS, 0) + self.quarter_sets.get(Muscle.GLUTE_MAX, 0)
        return 100 * back // front if front else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekBalance:
    """One week (Monday `start`): what was done up to today, and what was asked for in all of it."""

    start: date
    done: Work
    planned: Work


def week_balances(
    state: RunnerState,
    plan: Plan,
    exercises: Mapping[str, Exercise],
    *,
    today: date,
    weeks: int,
    promised: Sequence[PastSession] = (),
) -> tuple[WeekBalance, ...]:
    """The last `weeks` weeks, that of today last, and those of the plan after it.

    Planned counts what `promised` (accepted sessions before today) held, and the plan from today on; a session that
    was logged counts with what was asked for it.
    """
    behind = _asked_behind(state, promised, exercises, today=today)
    logged = {one.start.date() for one in state.done if one.told is not Told.UNSAID}
    ahead = [
        (one.day, _of_lines(one.exercises, exercises, contacts=one.contacts))
        for one in plan.sessions
        if one.day >= today and one.day not in logged
    ]
    done = [(one.start.date(), _of_session(one)) for one in state.done if one.told is not Told.UNSAID]
    first = monday(today) - (weeks - 1) * WEEK
    last = max([monday(today), *(week.start for week in plan.weeks)])
    mondays = [first + week * WEEK for week in range((last - first).days // 7 + 1)]
    return tuple(
        WeekBalance(start=start, done=_in_week(done, start), planned=_in_week([*behind, *ahead], start))
        for start in mondays
    )


Dated = tuple[date, Work]


def _asked_behind(
    state: RunnerState, promised: Sequence[PastSession], exercises: Mapping[str, Exercise], *, today: date
) -> list[Dated]:
    """What was asked for: of logged sessions what they answer, of the others before today what was promised; the plan holds today's."""
    logged = [one for one in state.done if one.told is Told.LOGGED]
    days = {one.start.date() for one in logged}
    asked = [(one.start.date(), _of_lines(one.prescribed, exercises)) for one in logged if one.prescribed]
    others = [one for one in promised if one.start.date() < today and one.start.date() not in days]
    return asked + [
        (one.start.date(), _of_lines(one.exercises, exercises, contacts=one.contacts)) for one in others
    ]


def _of_session(one: PastSession) -> Work:
    return Work(sessions=1, quarter_sets=one.quarter_sets, volume=one.volume, contacts=one.contacts)


def _of_lines(
    lines: Sequence[Prescription], exercises: Mapping[str, Exercise], *, contacts: int | None = None
) -> Work:
    known = [line for line in lines if line.exercise in exercises]
    return Work(
        sessions=1,
        quarter_sets=quarter_sets(known, exercises),
        volume=sum(line.volume for line in known),
        contacts=foot_contacts(known, exercises) if contacts is None else contacts,
    )


def _in_week(dated: Iterable[Dated], start: date) -> Work:
    work = [one for day, one in dated if start <= day < start + timedelta(days=7)]
    total: dict[Muscle, int] = {}
    for one in work:
        for muscle, quarters in one.quarter_sets.items():
            total[muscle] = total.get(muscle, 0) + quarters
    return Work(
        sessions=sum(one.sessions for one in work),
        quarter_sets=total,
        volume=sum(one.volume for one in work),
        contacts=sum(one.contacts for one in work),
    )
