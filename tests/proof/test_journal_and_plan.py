"""What must hold between the journal and the plan, on journals that virtual runners wrote."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import pytest

from legday.model.happened import Ill, PainFelt, SessionDone, SessionSkipped, Slept, SorenessFelt
from legday.model.ids import new_id
from legday.model.journal import PlanAccepted, ProfileSet, PromisedSession, Retracted
from legday.model.plan import Plan
from legday.model.runner import Units
from legday.model.sets import LoggedSet
from virtual_chance import chance
from virtual_legday import Legday, plan_of, state_of
from virtual_life import day_of
from virtual_run import catalogue, style_of
from virtual_runner import Tells, virtual_runner
from virtual_year import Year

WEEK = timedelta(days=7)
JOURNALS = pytest.mark.parametrize(
    ("seed", "days"), [(3, 38), (4, 66), (5, 101), (8, 24), (9, 150), (12, 87)]
)


@lru_cache
def lived(seed: int, days: int, tells: Tells | None = None) -> Legday:
    """The coach of a runner, with the journal of the first `days` days."""
    runner = virtual_runner(seed, style_of(seed))
    if tells is not None:
        runner = replace(runner, habits=replace(runner.habits, tells=tells))
    coach = Legday(catalogue(), runner.profile.style, seed=seed)
    Year(runner, coach, catalogue()).live(days)
    return coach


def planned(coach: Legday, entries, today: date) -> Plan:
    state = state_of(entries, catalogue(), today=today, told=lambda entry: coach.plans.get(entry.id))
    return plan_of(state, catalogue(), today=today)


def essence(plan: Plan, *, since: date, later: timedelta = timedelta()):
    return [
        (
            session.start + later,
            session.menu,
            [(line.exercise, line.sets, line.target, line.weight_g, line.rir) for line in session.exercises],
        )
        for session in plan.sessions
        if session.day >= since
    ]


def stamp(day: date, number: int) -> dict:
    at = datetime.combine(day, time(22), tzinfo=UTC) + timedelta(seconds=number)
    return {"id": new_id(at, chance("stamp", day, number).randbytes(10)), "at": at}


def shifted(value, by: timedelta):
    """The same value with every date in it `by` later."""
    if isinstance(value, date):
        return value + by
    if isinstance(value, tuple):
        return tuple(shifted(one, by) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: shifted(getattr(value, field.name), by)
            for field in fields(value)
            if field.init and field.name not in {"tag", "id"}
        }
        return replace(value, **changed)
    return value


@JOURNALS
def test_what_is_taken_back_leaves_the_plan_as_it_was(seed, days):
    coach, today = lived(seed, days), day_of(days)
    before = essence(planned(coach, coach.entries, today), since=today)
    said = [
        PainFelt(**stamp(today, 1), day=today, place="achilles", score=6),
        SorenessFelt(**stamp(today, 2), day=today, score=8),
        Slept(**stamp(today, 3), day=today, minutes=240),
        Ill(**stamp(today, 4), first=today, fever=True),
        SessionDone(
            **stamp(today, 5),
            start=datetime.combine(today, time(5)),
            sets=(LoggedSet(exercise="squat", reps=10, weight_g=500_000),),
        ),
    ]
    for number, entry in enumerate(said):
        undone = [*coach.entries, entry, Retracted(**stamp(today, 20 + number), of=entry.id)]
        assert essence(planned(coach, undone, today), since=today) == before


@JOURNALS
def test_seven_days_later_is_the_same_plan_seven_days_later(seed, days):
    coach, today = lived(seed, days), day_of(days)
    first = planned(coach, coach.entries, today)
    entries = [shifted(entry, WEEK) for entry in coach.entries]
    plans = {key: shifted(plan, WEEK) for key, plan in coach.plans.items()}
    state = state_of(entries, catalogue(), today=today + WEEK, told=lambda entry: plans.get(entry.id))
    second = plan_of(state, catalogue(), today=today + WEEK)
    assert essence(second, since=today) == essence(first, since=today, later=WEEK)


@JOURNALS
def test_pounds_and_kilograms_of_the_same_gear_get_the_same_grams(seed, days):
    coach, today = lived(seed, days), day_of(days)

    def in_units(units: Units):
        return [
            replace(entry, profile=replace(entry.profile, units=units))
            if isinstance(entry, ProfileSet)
            else entry
            for entry in coach.entries
        ]

    kilograms, pounds = (planned(coach, in_units(units), today) for units in Units)
    assert essence(kilograms, since=today) == essence(pounds, since=today)


def as_prescribed(session, number: int) -> SessionDone:
    sets = tuple(
        LoggedSet(
            exercise=line.exercise,
            reps=line.target,
            weight_g=line.weight_g,
            rir=line.rir,
            seconds=line.seconds,
        )
        for line in session.exercises
        for _ in range(line.sets)
    )
    return SessionDone(
        **stamp(session.day, number),
        start=session.start,
        planned=session.start,
        menu=session.menu,
        minutes=session.minutes,
        prescribed=session.exercises,
        sets=sets,
    )


@pytest.mark.parametrize(
    ("seed", "days"), [(3, 38), (4, 66), (5, 101), (8, 24), (9, 150), (12, 87), (15, 59)]
)
def test_a_session_done_as_prescribed_leaves_the_rest_as_it_was(seed, days):
    coach, today = lived(seed, days, Tells.WHOLE), day_of(days)
    plan = planned(coach, coach.entries, today)
    sessions = [session for session in plan.sessions if session.day >= today]
    if not sessions:
        return
    accepted = PlanAccepted(
        **stamp(today, 0),
        today=today,
        sessions=tuple(
            PromisedSession(start=one.start, minutes=one.minutes, menu=one.menu) for one in plan.sessions
        ),
    )
    coach.plans[accepted.id] = plan
    light = {week.start: week.light for week in plan.weeks}
    first = sessions[0]
    monday = first.day - timedelta(days=first.day.weekday())
    done = replace(as_prescribed(first, 1), light=light[monday])
    morrow = first.day + timedelta(days=1)
    was = planned(coach, [*coach.entries, accepted], first.day)
    now = planned(coach, [*coach.entries, accepted, done], morrow)
    known = was.days[-1].day - timedelta(days=KEY_RUN_DAYS)
    before, after = (
        [one for one in essence(plan, since=morrow) if one[0].date() <= known] for plan in (was, now)
    )
    assert [one[:2] for one in after] == [one[:2] for one in before]
    if climbs(was, morrow) == climbs(now, morrow):
        assert after == before


KEY_RUN_DAYS = 2
"""What stands so near the end of a plan moves when the runs of the next week are known."""


def climbs(plan: Plan, since: date) -> set[tuple[str, str]]:
    """What stands in the place of something outgrown, and how slowly: sets done as asked may be those that outgrow it."""
    lines = [line for session in plan.sessions if session.day >= since for line in session.exercises]
    return {(line.exercise, line.tempo) for line in lines if line.instead_of or line.tempo}


def better(entry: SessionDone) -> SessionDone:
    return replace(entry, sets=tuple(replace(one, reps=one.reps + 1) for one in entry.sets))


@JOURNALS
def test_a_better_log_never_gives_a_lower_weight(seed, days):
    coach, today = lived(seed, days, Tells.WHOLE), day_of(days)
    logs = [entry for entry in coach.entries if isinstance(entry, SessionDone) and entry.sets]
    if not logs:
        return
    last = logs[-1]
    others = [entry for entry in coach.entries if entry is not last]

    def weights(entry: SessionDone):
        found: dict[str, int] = {}
        for session in planned(coach, [*others, entry], today).sessions:
            for line in session.exercises if session.day >= today else ():
                found.setdefault(line.exercise, line.weight_g)
        return found

    was, now = weights(last), weights(better(last))
    lower = {name: (was[name], now[name]) for name in was.keys() & now.keys() if now[name] < was[name]}
    assert lower == {}


def test_a_skip_is_no_session_and_leaves_no_lines():
    coach, today = lived(8, 24, Tells.WHOLE), day_of(24)
    session = next(
        session for session in planned(coach, coach.entries, today).sessions if session.day >= today
    )
    skip = SessionSkipped(**stamp(session.day, 1), planned=session.start, why="travel")
    morrow = session.day + timedelta(days=1)
    state = state_of(
        [*coach.entries, skip], catalogue(), today=morrow, told=lambda entry: coach.plans.get(entry.id)
    )
    assert all(one.start != session.start for one in state.done)
