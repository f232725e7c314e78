"""A week of leg work: done against planned, back against front."""

from datetime import date, datetime, timedelta

from legday.catalogue.reader import read_catalogue
from legday.model.load import quarter_sets
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Plan, Told
from legday.model.runner import Profile, Style
from legday.model.state import RunnerState
from legday.progressing.balance import Work, week_balances
from plan_builder import lift, line
from plan_builder import plan as lift_plan
from plan_builder import week as plan_week

EXERCISES = read_catalogue("en").exercises
MONDAY = date(2026, 11, 23)
ANA = Profile(name="Ana", born=1991, body_mass_g=62_000)
NO_PLAN = Plan(today=MONDAY, style=Style.ARTICLE, zone="UTC", days=(), weeks=())


def asked(exercise, sets=3, target=10):
    return line(f"{exercise} {sets}x{target}", volume=sets * target * 60)


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


def test_today_and_the_days_to_come_count_from_the_plan_unless_done():
    given = lift_plan(*(lift(f"{when} 18:00") for when in ("wed", "thu", "fri")))
    thursday = MONDAY + timedelta(days=3)
    (week,) = balances(plan=given, today=thursday)
    assert (week.planned.sessions, week.done.sessions) == (2, 0)
    one = given.sessions[1]
    assert week.planned.volume == one.volume + given.sessions[2].volume
    (week,) = balances(
        held(thursday, asked("squat"), prescribed=(asked("squat"),)), plan=given, today=thursday
    )
    assert (week.planned.sessions, week.done.sessions) == (2, 1)
    (week,) = balances(held(thursday, asked("squat"), told=Told.UNSAID), plan=given, today=thursday)
    assert week.planned.sessions == 2


def test_what_the_plan_says_of_contacts_counts():
    given = lift_plan(lift("fri 18:00", ("box-jump 3x5",), contacts=44))
    (week,) = balances(plan=given)
    assert week.planned.contacts == 44


def test_a_promise_counts_with_its_volume_and_contacts_and_only_before_today():
    promise = held(MONDAY, asked("squat", 3), asked("pogo", 2, 10), told=Told.ASSUMED, contacts=33)
    (week,) = balances(promised=(promise,))
    assert (week.planned.sessions, week.planned.contacts) == (1, 33)
    assert week.planned.volume == promise.volume
    (week,) = balances(promised=(promise,), today=MONDAY)
    assert week.planned.sessions == 0
    later = held(MONDAY + timedelta(days=4), asked("squat", 3), told=Told.ASSUMED)
    (week,) = balances(promised=(later,))
    assert week.planned.sessions == 0


def test_sums_over_the_sessions_of_a_week_and_its_last_day():
    first = held(MONDAY, asked("squat", 2), contacts=10)
    second = held(MONDAY + timedelta(days=6), asked("squat", 3), contacts=20)
    after = held(MONDAY + timedelta(days=7), asked("squat", 1))
    week, last = balances(first, second, after, today=MONDAY + timedelta(days=8), weeks=2)
    per_set = EXERCISES["squat"].sets[Muscle.QUADRICEPS]
    assert week.done.quarter_sets[Muscle.QUADRICEPS] == 5 * per_set
    assert (week.done.volume, week.done.contacts) == (first.volume + second.volume, 30)
    assert (last.start, last.done.sessions) == (MONDAY + timedelta(days=7), 1)


def test_contacts_on_one_leg_count_twice():
    one_leg = next(name for name, one in EXERCISES.items() if one.contacts and one.counting.per_side)
    (week,) = balances(held(MONDAY, asked(one_leg), prescribed=(asked(one_leg, 2, 10),)))
    assert week.planned.contacts == 2 * 2 * 10 * EXERCISES[one_leg].contacts


def test_the_weeks_of_the_plan_follow():
    given = lift_plan(lift("w3 tue 18:00"), weeks=[plan_week(1), plan_week(2), plan_week(3)])
    weeks = balances(plan=given, weeks=2)
    assert [one.start for one in weeks] == [MONDAY + timedelta(days=7 * n) for n in (-1, 0, 1, 2)]
    assert [one.planned.sessions for one in weeks] == [0, 0, 0, 1]
