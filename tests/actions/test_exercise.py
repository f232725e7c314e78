"""What is told of an exercise beside its facts: where it stands among the others, and what was logged of it."""

from datetime import date, datetime

from legday.actions.exercise import DoneOn, exercise_history, exercises_by_movement
from legday.catalogue.reader import read_catalogue
from legday.model.exercises import Movement
from legday.model.plan import PastSession, Told
from legday.model.runner import Profile
from legday.model.sets import LoggedSet
from legday.model.state import RunnerState

SQUAT = LoggedSet(exercise="squat", reps=10, weight_g=40_000)
LUNGE = LoggedSet(exercise="lunge", reps=8)


def session(day: date, *sets: LoggedSet) -> PastSession:
    return PastSession(start=datetime(day.year, day.month, day.day, 18), told=Told.LOGGED, sets=sets)


def test_the_history_holds_the_sets_of_that_exercise_latest_first() -> None:
    first, second = date(2026, 11, 3), date(2026, 11, 10)
    done = (session(first, SQUAT, SQUAT, LUNGE), session(date(2026, 11, 6), LUNGE), session(second, SQUAT))
    state = RunnerState(profile=Profile(name="Bo", born=1990, body_mass_g=70_000), done=done)
    assert exercise_history(state, "squat") == (
        DoneOn(day=second, sets=(SQUAT,)),
        DoneOn(day=first, sets=(SQUAT, SQUAT)),
    )
    assert exercise_history(state, "plank") == ()


def test_every_exercise_stands_once_under_its_movement_the_articles_first() -> None:
    catalogue = read_catalogue()
    found = exercises_by_movement(catalogue)
    assert sorted(one.id for group in found.values() for one in group) == sorted(catalogue.exercises)
    assert list(found) == list(Movement)
    calves = found[Movement.CALF]
    assert [bool(one.claims) for one in calves] == sorted((bool(one.claims) for one in calves), reverse=True)
