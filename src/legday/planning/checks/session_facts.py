"""Decides what each session and week of a plan counts: volume, sets, contacts, minutes, newness; worked out, not believed."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise
from legday.model.load import WeekLoad, came_back, quarter_sets, volume
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Plan, Prescription, Session, Told, Week
from legday.model.session_time import TimedLine, session_minutes
from legday.model.sets import Side
from legday.model.state import RunnerState
from legday.planning.checks.facts import (
    LegSession,
    Line,
    SeenRun,
    SeenWeek,
    monday_of,
    number_in_force,
    runs_just_before,
)
from legday.planning.checks.newness import Placed, new_to_legs
from legday.planning.stand_in import known_since, leg_exercises


def contacts_of(lines: Iterable[Line]) -> int:
    """Foot contacts: sets × repetitions × contacts each, both sides counted."""
    return sum(
        line.sets * line.target * exercise.contacts * (2 if exercise.counting.per_side else 1)
        for line, exercise in lines
    )


def minutes_needed(session: Session, lines: Sequence[Line], catalogue: Catalogue, *, after_run: bool) -> int:
    """Warm-up + work + rests + changes + cool-down, whole minutes."""
    timed = [
        TimedLine(exercise=exercise, sets=line.sets, reps=line.target, rest_s=line.rest_s)
        for line, exercise in lines
    ]
    return session_minutes(timed, catalogue.progression, after_run=after_run, superset=session.superset)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counting:
    """What is needed to count a session."""

    catalogue: Catalogue
    body_mass_g: int
    runs: tuple[SeenRun, ...]

    def planned(self, session: Session, *, new: bool) -> LegSession:
        exercises = self.catalogue.exercises
        lines = tuple(
            (line, exercises[line.exercise]) for line in session.exercises if line.exercise in exercises
        )
        start = session.start.replace(tzinfo=None)
        minutes = session.minutes or minutes_needed(
            session, lines, self.catalogue, after_run=bool(runs_just_before(start, self.runs))
        )
        return LegSession(
            start=start,
            end=start + timedelta(minutes=minutes),
            planned=session,
            lines=lines,
            volume=sum(self.volume(line, exercise) for line, exercise in lines),
            contacts=max(session.contacts, contacts_of(lines)),
            quarter_sets=quarter_sets([line for line, _ in lines], exercises),
            new_to_legs=new or session.new_to_legs,
        )

    def volume(self, line: Prescription, exercise: Exercise) -> int:
        return volume(
            exercise, sets=line.sets, target=line.target, weight_g=line.weight_g, body_mass_g=self.body_mass_g
        )


def _easy(past: PastSession, *, more: int) -> frozenset[str]:
    """The exercises of which as many sets as were asked for, each leg's, left at least `more` in reserve beyond what was asked."""
    weight_g = {line.exercise: line.weight_g for line in past.exercises}
    legs: dict[str, int] = {}
    for asked in past.prescribed:
        legs[asked.exercise] = -2 * asked.sets + sum(
            2 if one.side is Side.BOTH else 1
            for one in past.sets
            if one.exercise == asked.exercise
            and one.reps >= asked.target
            and one.rir is not None
            and one.rir >= asked.rir + more
            and (one.weight_g is None or one.weight_g >= weight_g.get(one.exercise, 0))
        )
    return frozenset(name for name, spare in legs.items() if spare >= 0)


def _done(past: PastSession, catalogue: Catalogue, *, new: bool, easy: int) -> LegSession:
    start = past.spaced_from
    known = catalogue.exercises
    return LegSession(
        start=start,
        end=start + timedelta(minutes=past.minutes),
        planned=None,
        lines=tuple((line, known[line.exercise]) for line in past.exercises if line.exercise in known),
        volume=past.volume,
        contacts=past.contacts,
        quarter_sets=past.quarter_sets,
        new_to_legs=new,
        light=past.light,
        unsaid=past.told is Told.UNSAID,
        doubtful=past.doubtful,
        easy=_easy(past, more=easy),
    )


def _placed(item: Session | PastSession, told: Mapping[date, Week], catalogue: Catalogue) -> Placed:
    start = item.start.replace(tzinfo=None)
    if isinstance(item, PastSession):
        unsaid = item.told is Told.UNSAID
        known = (
            leg_exercises(item.exercises, catalogue.exercises)
            if told and start.date() >= known_since(min(told))
            else ()
        )
        return Placed(start=start, planned=False, block=None, exercises=frozenset(known), unsaid=unsaid)
    week = told.get(monday_of(start.date()))
    return Placed(
        start=start,
        planned=True,
        block=week.block if week else None,
        exercises=leg_exercises(item.exercises, catalogue.exercises),
    )


def seen_sessions(
    plan: Plan, state: RunnerState, catalogue: Catalogue, runs: tuple[SeenRun, ...]
) -> tuple[LegSession, ...]:
    """The leg sessions done and planned, in order of time; of a moment that is both, the planned one."""
    told = {week.start: week for week in plan.weeks}
    starts = {session.start.replace(tzinfo=None) for session in plan.sessions}
    done = [past for past in state.done if past.start.replace(tzinfo=None) not in starts]
    known: list[Session | PastSession] = [*done, *plan.sessions]
    items = sorted(known, key=lambda item: item.start.replace(tzinfo=None))
    flags = new_to_legs(
        [_placed(item, told, catalogue) for item in items],
        layoff_days=number_in_force(state.profile, catalogue, "leg-spacing", "layoff_days"),
        new_sessions=number_in_force(state.profile, catalogue, "leg-spacing", "new_sessions"),
        weeks_told=bool(plan.weeks),
    )
    counting = _Counting(catalogue=catalogue, body_mass_g=state.profile.body_mass_g, runs=runs)
    easy = number_in_force(state.profile, catalogue, "earned", "easy")
    return tuple(
        _done(item, catalogue, new=new, easy=easy)
        if isinstance(item, PastSession)
        else counting.planned(item, new=new)
        for item, new in zip(items, flags, strict=True)
    )


def _light(week: Week | None, sessions: Sequence[LegSession], back: Container[date]) -> bool:
    """Whether the week is light on purpose: the plan says so, or what was done in it was, or it began after days off."""
    return (week is not None and week.light) or any(one.light or one.day in back for one in sessions)


def _load(
    monday: date, sessions: Sequence[LegSession], wanted: int, *, light: bool, unclear: Container[date]
) -> WeekLoad:
    """Done sessions whose volume nobody knows give no reference: they are not counted as the week's, and leave one without others unclear.
    So does a session on one of the `unclear` days, which may have come after days off or not."""
    known = [session for session in sessions if session.planned or session.volume]
    unknown = not known and any(not session.light for session in sessions)
    sets: dict[Muscle, int] = {}
    for session in sessions:
        for muscle, quarters in session.quarter_sets.items():
            sets[muscle] = sets.get(muscle, 0) + quarters
    return WeekLoad(
        start=monday,
        wanted=wanted,
        sessions=len(known),
        volume=sum(session.volume for session in known),
        quarter_sets=sets,
        light=light,
        unclear=unknown or any(session.day in unclear for session in sessions),
    )


def _mondays(plan: Plan, sessions: Sequence[LegSession]) -> list[date]:
    """Every Monday from the first known session (or the plan's first day) to the plan's last day, none left out."""
    days = [plan.today, *(day.day for day in plan.days), *(week.start for week in plan.weeks)]
    days += [session.day for session in sessions]
    first, last = monday_of(min(days)), max(days)
    return [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]


def seen_weeks(
    plan: Plan, sessions: Sequence[LegSession], runs: Sequence[SeenRun], *, wanted: int, days_off: int
) -> tuple[SeenWeek, ...]:
    """The weeks from the first known session on. A week is whole where the plan speaks for its Monday already; it is light on purpose where
    a session of it follows `days_off` days or more without one (rule `returning`); unclear where that rests on a session of which nobody knows
    whether it took place."""
    held = [session for session in sessions if not session.unsaid]
    back = came_back([session.day for session in held if not session.doubtful], days=days_off)
    unclear = back - came_back([session.day for session in held], days=days_off)
    told = {week.start: week for week in plan.weeks}
    sessions_of: dict[date, list[LegSession]] = {}
    runs_of: dict[date, list[SeenRun]] = {}
    for session in held:
        sessions_of.setdefault(monday_of(session.day), []).append(session)
    for run in runs:
        runs_of.setdefault(monday_of(run.run.day), []).append(run)
    first = min([plan.today, *(day.day for day in plan.days)])
    return tuple(
        SeenWeek(
            start=monday,
            sessions=tuple(sessions_of.get(monday, ())),
            runs=tuple(runs_of.get(monday, ())),
            told=told.get(monday),
            whole=monday >= first,
            load=_load(
                monday,
                sessions_of.get(monday, ()),
                told[monday].wanted if monday in told else wanted,
                light=_light(told.get(monday), sessions_of.get(monday, ()), back),
                unclear=unclear,
            ),
        )
        for monday in _mondays(plan, sessions)
    )
