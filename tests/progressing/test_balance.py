"""A week of leg work: done against planned, back against front."""

from datetime import date, datetime, timedelta

from legday.catalogue.reader import read_catalogue
from legday.model.load import quarter_sets
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Plan, Prescription, Told
from legday.model.runner import Profile, Style
from legday.model.state import RunnerState
from legday.progressing.balance import Work, week_balances

EXERCISES = read_catalogue("en").exercises
MONDAY = date(2026, 11, 23)
ANA = Profile(name="Ana", born=1991, body_mass_g=62_000)
NO_PLAN = Plan(today=MONDAY, style=Style.ARTICLE, zone="UTC", days=(), weeks=())


def asked(exercise, sets=3, target=10):
    counting = EXERCISES[exercise].counting
    return Prescription(
        exercise=exercise,
        sets=sets,
        reps=(8, 12),
        target=target,
        per_side=counting.per_side,
        weight_g=0,
        gear=(),
        rir=3,
        rest_s=90,
        volume=sets * target * 60,
    )


def held(day, *lines, told=Told.LOGGED, prescribed=(), contacts=0):
    return PastSession(
        start=datetime.combine(day, datetime.min.time()).replace(hour=18),
        volume=sum(line.volume for line in lines),
        contacts=contacts,
        quarter_sets=quarter_sets(lines, EXERCISES),
        exercises=lines,
        told=told,
        prescribed=prescribed,
    )


def balances(*done, promised=(), plan=NO_PLAN, today=MONDAY + timedelta(days=3), weeks=1):
    state = RunnerState(profile=ANA, done=done)
    return week_balances(state, plan, EXERCISES, today=today, weeks=weeks, promised=promised)


def test_what_was_done_stands_beside_what_was_asked_for():
    (week,) = balances(held(MONDAY, asked("squat", 2), prescribed=(asked("squat", 3), asked("deadlift"))))

    assert (week.start, week.done.sessions, week.planned.sessions) == (MONDAY, 1, 1)
    per_set = EXERCISES["squat"].sets[Muscle.QUADRICEPS]
    assert week.done.quarter_sets[Muscle.QUADRICEPS] == 2 * per_set
    assert week.planned.quarter_sets[Muscle.QUADRICEPS] >= 3 * per_set


def test_a_promise_that_was_not_kept_is_planned_and_not_done():
    missed = held(MONDAY + timedelta(days=1), asked("squat"), told=Told.ASSUMED)
    (week,) = balances(held(MONDAY, asked("squat"), prescribed=(asked("squat"),)), promised=(missed,))

    assert (week.done.sessions, week.planned.sessions) == (1, 2)


def test_a_session_nobody_spoke_of_is_not_done():
    (week,) = balances(held(MONDAY, asked("squat"), told=Told.UNSAID))
    assert week.done == Work()


def test_weeks_are_consecutive_and_empty_ones_are_there():
    weeks = balances(held(MONDAY - timedelta(days=14), asked("squat")), weeks=4)
    assert [week.done.sessions for week in weeks] == [0, 1, 0, 0]


def test_contacts_of_what_was_asked_count_both_feet():
    (week,) = balances(held(MONDAY, asked("pogo"), prescribed=(asked("pogo", 2, 10),), contacts=30))
    per_repetition = EXERCISES["pogo"].contacts * (2 if EXERCISES["pogo"].counting.per_side else 1)
    assert (week.done.contacts, week.planned.contacts) == (30, 20 * per_repetition)


def test_back_against_front_is_hamstrings_and_glute_max_for_a_hundred_quadriceps():
    work = Work(quarter_sets={Muscle.QUADRICEPS: 20, Muscle.HAMSTRINGS: 16, Muscle.GLUTE_MAX: 20})
    assert work.posterior_anterior == 180
    assert Work(quarter_sets={Muscle.HAMSTRINGS: 4}).posterior_anterior is None
