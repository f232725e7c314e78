"""What was said of a session, and which planned one it was."""

from datetime import date, datetime, time

import pytest

from legday.actions.said_sessions import (
    SessionSaid,
    as_prescribed,
    exercise_named,
    matched,
    session_done,
)
from legday.actions.stamp import Stamp
from legday.catalogue.reader import read_catalogue
from legday.model.errors import UnknownName
from legday.model.plan import PastSession
from legday.model.sets import LoggedSet
from plan_builder import line
from store_facts import MORNING, entry_id

CATALOGUE = read_catalogue("en")
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
STAMP = Stamp(entry_id(1), MORNING)


def asked(exercise, *, sets=3, target=10, weight_g=40_000):
    return line(f"{exercise} {sets}x{target}", reps=(8, 12), weight_g=weight_g)


def planned(day=TUESDAY, hour=18, menu="A", exercises=("squat", "deadlift", "calf-raise")):
    return PastSession(
        start=datetime.combine(day, time(hour)), menu=menu, exercises=tuple(asked(one) for one in exercises)
    )


def said(*exercises, day=TUESDAY, **more):
    return SessionSaid(day=day, sets=tuple(LoggedSet(exercise=one, reps=10) for one in exercises), **more)


def test_the_session_of_the_day_is_the_one():
    here = planned()
    assert matched(said("hip-thrust"), [planned(WEDNESDAY), here]) == here


def test_of_two_on_a_day_the_one_that_shares_most_then_the_nearest():
    morning, evening = planned(hour=7, exercises=("squat",)), planned(hour=18, exercises=("lunge",))
    assert matched(said("lunge", at=time(7)), [morning, evening]) == evening
    assert matched(said("plank", at=time(17)), [morning, evening]) == evening
    assert matched(said("plank", at=time(8)), [morning, evening]) == morning


def test_a_session_a_day_late_is_the_planned_one_where_most_of_it_was_done():
    missed = planned()
    assert matched(said("squat", "deadlift", day=WEDNESDAY), [missed]) == missed
    assert matched(said("squat", day=WEDNESDAY), [missed]) is None
    assert matched(said("squat", "deadlift", day=date(2026, 11, 28)), [missed]) is None
    assert matched(said("squat", "deadlift", day=WEDNESDAY, menu="B"), [missed]) is None


def test_a_planned_start_that_was_said_decides():
    early, late = planned(hour=7), planned(hour=18)
    assert matched(said("squat", planned=late.start), [early, late]) == late
    assert matched(said("squat", planned=datetime(2026, 11, 1, 7)), [early, late]) is None


def test_a_weight_not_said_is_the_prescribed_one_and_the_session_carries_what_was_asked():
    entry = session_done(said("squat", "plank"), planned(), stamp=STAMP)

    assert [one.weight_g for one in entry.sets] == [40_000, None]
    assert (entry.start, entry.menu, entry.planned) == (planned().start, "A", planned().start)
    assert entry.prescribed == planned().exercises


@pytest.mark.parametrize(
    ("at", "clock", "plan", "start"),
    [
        (time(7, 30), time(20), planned(), time(7, 30)),
        (None, time(20), planned(), time(18)),
        (None, time(20), None, time(20)),
        (None, time(20), planned(WEDNESDAY), time(20)),
        (None, None, None, time(12)),
    ],
)
def test_the_start_is_what_was_said_else_the_planned_one_else_the_clock_else_noon(at, clock, plan, start):
    entry = session_done(said("squat", at=at), plan, stamp=STAMP, at=clock)

    assert entry.start == datetime.combine(TUESDAY, start)


def test_as_prescribed_is_every_set_with_the_exceptions_in_their_place():
    other = LoggedSet(exercise="squat", reps=8, weight_g=40_000)
    extra = LoggedSet(exercise="plank", reps=30)

    sets = as_prescribed((asked("squat"), asked("deadlift", sets=1)), rir=1, but=(other, extra))

    assert [(one.exercise, one.reps, one.rir) for one in sets] == [
        ("squat", 8, None),
        ("deadlift", 10, 1),
        ("plank", 30, None),
    ]


def test_an_exercise_is_known_by_its_id_or_its_name():
    assert exercise_named("squat", CATALOGUE) == "squat"
    assert exercise_named("shin-raise", CATALOGUE) == "tibialis-raise"
    with pytest.raises(UnknownName, match="you meant squat"):
        exercise_named("sqat", CATALOGUE)
