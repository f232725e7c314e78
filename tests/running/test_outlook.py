"""Which runs are to come, and who says so."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.runner import Race, UsualRun
from legday.model.runs import ExpectedRun, OutlookSource, RunKind
from legday.running.outlook import make_outlook
from runs_made import ANA, judged_of

few = settings(deadline=None, max_examples=40, derandomize=True)
TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
SUNDAY = date(2026, 11, 29)

USUAL = replace(
    ANA,
    usual_week=(
        UsualRun(weekday=6, kind=RunKind.LONG, minutes=100, start=time(8)),
        UsualRun(weekday=3, kind=RunKind.EASY, minutes=45),
    ),
)


def planned(day, *, kind=RunKind.EASY, minutes=40, **more):
    return ExpectedRun(day=day, kind=kind, source=OutlookSource.RUN_PLAN, minutes=minutes, **more)


def past_weeks():
    return [
        judged_of(MONDAY - timedelta(weeks=ago) + timedelta(days=1), 50, kind=RunKind.QUALITY)
        for ago in range(8, 0, -1)
    ]


def outlook(profile=ANA, runs=(), run_plans=(), *, weeks=2, today=TODAY):
    return make_outlook(profile, runs, run_plans, today=today, weeks=weeks)


def test_the_usual_week_speaks_where_nothing_else_does():
    found = outlook(USUAL)
    assert [(run.day, run.kind, run.minutes, run.start) for run in found.runs] == [
        (date(2026, 11, 26), RunKind.EASY, 45, None),
        (SUNDAY, RunKind.LONG, 100, time(8)),
        (date(2026, 12, 3), RunKind.EASY, 45, None),
        (date(2026, 12, 6), RunKind.LONG, 100, time(8)),
    ]
    assert {run.source for run in found.runs} == {OutlookSource.USUAL_WEEK}


def test_a_usual_week_speaks_before_the_history():
    assert {run.source for run in outlook(USUAL, past_weeks()).runs} == {OutlookSource.USUAL_WEEK}


def test_the_history_speaks_last():
    found = outlook(ANA, past_weeks())
    assert [(run.day, run.kind, run.source) for run in found.runs] == [
        (date(2026, 12, 1), RunKind.QUALITY, OutlookSource.RHYTHM)
    ]


def test_a_run_plan_speaks_for_its_rest_days_too():
    plan = (frozenset({SUNDAY - timedelta(days=n) for n in range(7)}), (planned(date(2026, 11, 27)),))
    found = outlook(USUAL, run_plans=[plan], weeks=1)
    assert [run.day for run in found.runs] == [date(2026, 11, 27)]


def test_a_later_run_plan_speaks_before_an_earlier_one():
    day = date(2026, 11, 27)
    first = (frozenset({day, SUNDAY}), (planned(day), planned(SUNDAY)))
    second = (frozenset({day}), (planned(day, kind=RunKind.QUALITY),))
    found = outlook(run_plans=[first, second], weeks=1)
    assert [(run.day, run.kind) for run in found.runs] == [(day, RunKind.QUALITY), (SUNDAY, RunKind.EASY)]


def test_a_race_replaces_whatever_stands_on_its_day():
    profile = replace(USUAL, races=(Race(day=SUNDAY, metres=21_098, start=time(9, 30), name="Half"),))
    found = outlook(
        profile, run_plans=[(frozenset({SUNDAY}), (planned(SUNDAY, kind=RunKind.LONG),))], weeks=1
    )
    assert [(run.kind, run.source, run.start, run.title) for run in found.on(SUNDAY)] == [
        (RunKind.RACE, OutlookSource.RACE, time(9, 30), "Half")
    ]
    assert found.on(SUNDAY)[0].key


def test_nothing_known_is_no_run():
    assert outlook().runs == ()


def test_a_distance_becomes_minutes_at_the_usual_speed():
    plan = (frozenset({SUNDAY}), (planned(SUNDAY, minutes=None, metres=10_200),))
    assert outlook(ANA, past_weeks(), [plan], weeks=1).on(SUNDAY)[0].minutes == 60
    assert outlook(ANA, (), [plan], weeks=1).on(SUNDAY)[0].minutes == 61


def test_the_longest_run_of_a_plans_week_is_long_whatever_it_is_called():
    days = [MONDAY + timedelta(days=n) for n in (3, 4, 6, 8, 10, 13)]
    runs = tuple(
        planned(day, minutes=minutes) for day, minutes in zip(days, (40, 50, 110, 40, 45, 60), strict=True)
    )
    kinds = [run.kind for run in outlook(run_plans=[(frozenset(days), runs)]).runs]
    assert kinds == [RunKind.EASY, RunKind.EASY, RunKind.LONG, RunKind.EASY, RunKind.EASY, RunKind.EASY]


def test_what_was_run_today_takes_the_place_of_what_was_expected():
    plan = (frozenset({TODAY}), (planned(TODAY, kind=RunKind.QUALITY, start=time(18)),))
    done = judged_of(TODAY, 30, at=time(7, 5))
    assert [(run.kind, run.minutes, run.start) for run in outlook(ANA, [done], [plan], weeks=1).runs] == [
        (RunKind.EASY, 30, time(7, 5))
    ]


def test_yesterdays_runs_are_those_recorded_else_those_expected():
    friday = date(2026, 11, 27)
    assert [(run.day, run.minutes) for run in outlook(USUAL, today=friday).yesterday] == [(TODAY + DAY, 45)]
    assert outlook(USUAL).yesterday == ()

    done = [judged_of(TODAY + DAY, 70, kind=RunKind.QUALITY, at=at) for at in (time(6, 5), time(19))]
    ran = outlook(USUAL, [judged_of(TODAY, 30), *done], today=friday).yesterday
    assert [(run.kind, run.minutes, run.start) for run in ran] == [
        (RunKind.QUALITY, 70, time(6, 5)),
        (RunKind.QUALITY, 70, time(19)),
    ]


def test_two_runs_on_a_day_stand_in_order_of_time():
    plan = (
        frozenset({SUNDAY}),
        (planned(SUNDAY, start=time(17)), planned(SUNDAY, start=time(7)), planned(SUNDAY)),
    )
    assert [run.start for run in outlook(run_plans=[plan], weeks=1).runs] == [time(7), time(17), None]


@few
@given(st.integers(0, 6), st.integers(1, 30), st.sets(st.integers(0, 200)), st.sets(st.integers(0, 200)))
def test_every_day_has_one_voice_and_lies_within_the_weeks(weekday, weeks, covered, races):
    today = MONDAY + timedelta(days=weekday)
    days = frozenset(MONDAY + timedelta(days=n) for n in covered)
    profile = replace(USUAL, races=tuple(Race(day=MONDAY + timedelta(days=n), metres=10_000) for n in races))
    found = outlook(
        profile, run_plans=[(days, tuple(planned(day) for day in sorted(days)))], weeks=weeks, today=today
    )
    assert all(today <= run.day < MONDAY + timedelta(weeks=weeks) for run in found.runs)
    assert list(found.runs) == sorted(found.runs, key=lambda run: run.day)
    for day in {run.day for run in found.runs}:
        race, plan = day in {r.day for r in profile.races}, day in days
        spoke = OutlookSource.RACE if race else OutlookSource.RUN_PLAN if plan else OutlookSource.USUAL_WEEK
        assert {run.source for run in found.on(day)} == {spoke}
