"""A journal made by hand: entries with ids and moments that follow each other, plans told from their promised times."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import count
from uuid import UUID

from legday.catalogue.reader import read_catalogue
from legday.model.exercises import Exercise
from legday.model.happened import SessionDone, SessionSkipped, SetDone
from legday.model.journal import AnyEntry, PlanAccepted, ProfileSet, PromisedSession, Retracted
from legday.model.plan import Day, Plan, Prescription, Reasons, Session
from legday.model.progression import Phase
from legday.model.replay import replay
from legday.model.runner import Profile, Style
from legday.model.sets import LoggedSet
from legday.model.state import RunnerState
from plan_builder import line

MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
_numbers = count(1)


@cache
def exercises() -> dict[str, Exercise]:
    return dict(read_catalogue("en").exercises)


def made(number: int | None = None) -> dict[str, object]:
    """The id and moment of an entry made after all others, or of the one with this number."""
    number = next(_numbers) if number is None else number
    return {"id": UUID(int=number), "at": NOON + timedelta(seconds=number)}


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def at(offset: int, hour: int = 18) -> datetime:
    """The wall clock `offset` days after the Monday."""
    return datetime.combine(day(offset), time(hour))


def profile(**changes: object) -> ProfileSet:
    facts = {"name": "Ana", "born": 1991, "body_mass_g": 60_000}
    return ProfileSet(**made(), profile=Profile(**{**facts, **changes}))


def accepted(today: int, *days: int) -> PlanAccepted:
    """A plan of that day with a session of 45 min at 18:00 on each of these; letters A and B in turn."""
    sessions = tuple(
        PromisedSession(start=at(one), minutes=45, menu="AB"[place % 2]) for place, one in enumerate(days)
    )
    return PlanAccepted(**made(), today=day(today), sessions=sessions)


def squats(sets: int = 3, target: int = 10, weight_g: int = 20_000, **changes: object) -> Prescription:
    """Squats of 3 × 10 at 20 kg, prescribed: relative weight 101 + … is the catalogue's to say, so the volume is counted here."""
    volume = round(sets * target * (exercises()["squat"].body_share + 100 * weight_g / 60_000))
    given = line(f"squat {sets}x{target}", reps=(8, 12), weight_g=weight_g, volume=volume)
    return replace(given, pick_up="2 × 10 kg dumbbells", **changes)


def told(plan: PlanAccepted) -> Plan:
    """The plan that an acceptance stands for here: squats in every session."""
    sessions = [
        Session(
            id=f"{one.start:%Y%m%d}",
            start=one.start,
            minutes=one.minutes,
            opening_minutes=60,
            menu=one.menu,
            title=f"Workout {one.menu}",
            phase=Phase.FOUNDATION,
            new_to_legs=False,
            contacts=0,
            exercises=(squats(),),
            warm_up=(),
            cool_down=(),
            why=Reasons(menu=("As printed.",)),
        )
        for one in plan.sessions
    ]
    days = tuple(Day(day=one.start.date(), sessions=(one,)) for one in sessions)
    return Plan(today=plan.today, style=Style.ARTICLE, zone="UTC", days=days, weeks=())


def sets(*reps: int, exercise: str = "squat", weight_g: int | None = 20_000, **changes: object):
    return tuple(LoggedSet(exercise=exercise, reps=one, weight_g=weight_g, **changes) for one in reps)


def done(offset: int, *held: LoggedSet, **changes: object) -> SessionDone:
    """A session at 18:00 that was the one planned then, squats prescribed; without sets it was done as prescribed."""
    facts = {"planned": at(offset), "prescribed": (squats(),), "menu": "A"}
    return SessionDone(**made(), **{"start": at(offset), "sets": held, **facts, **changes})


def set_done(offset: int, session: int, held: LoggedSet, **changes: object) -> SetDone:
    return SetDone(**{**made(), **changes}, session=UUID(int=session), start=at(offset), done=held)


def skipped(offset: int) -> SessionSkipped:
    return SessionSkipped(**made(), planned=at(offset), why="travel")


def taken_back(entry: AnyEntry) -> Retracted:
    return Retracted(**made(), of=entry.id)


def state(*entries: AnyEntry, today: int = 14, tells=told, lay_off_days: int = 56) -> RunnerState:
    """The state `today` days after the Monday, of a runner whose profile was set before all else."""
    first = ProfileSet(**made(0), profile=Profile(name="Ana", born=1991, body_mass_g=60_000))
    return replay(
        (first, *entries), (), today=day(today), exercises=exercises(), told=tells, lay_off_days=lay_off_days
    )
