"""The calendar around the sessions: mobility, rest, cross-training, and each week in numbers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.exercises import DrillKind
from legday.model.muscles import Muscle
from legday.model.plan import Day, PastSession, Plan
from legday.model.runs import ExpectedRun, JudgedRun, Outlook, OutlookSource, RunKind
from legday.model.season import DaysChoice, MenuChoice
from legday.planning.assemble import (
    assemble,
    mobility_drills,
    posterior_anterior,
)
from runs_made import judged_of
from season_builder import MONDAY, Season, catalogue, done, runner, season_of

SUGGESTION = "If you like"
SWAP = "may be swapped"


def runs_on(*weekdays: int, weeks: int = 4, minutes: int = 40, kind: RunKind = RunKind.EASY) -> Outlook:
    return Outlook(
        runs=tuple(
            ExpectedRun(
                day=MONDAY + timedelta(weeks=week, days=weekday),
                kind=kind,
                source=OutlookSource.USUAL_WEEK,
                minutes=minutes,
            )
            for week in range(weeks)
            for weekday in sorted(weekdays)
        )
    )


def assembled(season: Season, outlook: Outlook | None = None, *, today: date = MONDAY) -> Plan:
    return assemble(
        season.state,
        outlook or Outlook(),
        season.weeks,
        choice=DaysChoice(days=season.days, stages=()),
        menus=MenuChoice(),
        sessions=tuple(session for session in season.sessions() if session.day >= today),
        catalogue=catalogue(),
        today=today,
    )


def by_week(plan: Plan) -> list[list[Day]]:
    return [
        [day for day in plan.days if week.start <= day.day < week.start + timedelta(days=7)]
        for week in plan.weeks
    ]


weekdays = st.frozensets(st.integers(0, 6), max_size=7)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(weekdays, st.integers(0, 6), st.integers(1, 3))
def test_every_week_with_room_has_the_blocks_of_mobility_the_rule_asks_for(running, offset, sessions):
    season = season_of(runner(sessions_a_week=sessions), weeks=3)
    plan = assembled(season, runs_on(*running), today=MONDAY + timedelta(days=offset))
    asked = catalogue().rulebook.number("mobility", "blocks")
    assert asked == 2
    begun, *whole = by_week(plan)
    assert sum(bool(day.mobility) for day in begun) <= asked
    assert [sum(bool(day.mobility) for day in week) for week in whole] == [asked, asked]


@settings(max_examples=30, deadline=None, derandomize=True)
@given(weekdays, st.integers(1, 6))
def test_what_a_week_offers_beside_runs_and_sessions_is_offered_once_whatever_the_day(running, offset):
    today = MONDAY + timedelta(days=offset)
    season = season_of(runner(), weeks=2)
    done = tuple(PastSession(start=day.start) for day in season.days if day.start.date() < today)
    since = replace(season, state=replace(season.state, done=done))
    begun, later = (
        {day.day: (day.mobility, day.cross_train, day.rest) for day in plan.days}
        for plan in (
            assembled(season, runs_on(*running)),
            assembled(since, runs_on(*running), today=today),
        )
    )
    assert later == {day: begun[day] for day in later}


def test_a_plan_that_began_in_the_middle_of_a_week_has_offered_nothing_before():
    season = season_of(runner(), weeks=2)
    wednesday = MONDAY + timedelta(days=2)
    begun = replace(season, state=replace(season.state, plan_began=wednesday))
    assert sum(bool(day.mobility) for day in by_week(assembled(begun, today=wednesday))[0]) == 2


@pytest.mark.parametrize("asked", [0, 1, 3, 7])
def test_a_runner_who_asks_for_other_numbers_of_mobility_gets_them(asked):
    season = season_of(runner(), weeks=2)
    own = replace(catalogue().rulebook, changed={"mobility": {"blocks": asked}})
    plan = assemble(
        season.state,
        Outlook(),
        season.weeks,
        choice=DaysChoice(days=season.days, stages=()),
        menus=MenuChoice(),
        sessions=season.sessions(),
        catalogue=replace(catalogue(), rulebook=own),
        today=MONDAY,
    )
    assert [sum(bool(day.mobility) for day in week) for week in by_week(plan)] == [asked, asked]


def test_mobility_follows_the_leg_sessions_first():
    plan = assembled(season_of(runner(), weeks=2), runs_on(0, 2, 5))
    assert all(bool(day.mobility) == bool(day.sessions) for day in plan.days)


def test_mobility_stretches_hips_hamstrings_and_calves():
    drills = [catalogue().drills[name] for name in mobility_drills(catalogue())]
    assert len({drill.id for drill in drills}) == 3
    assert all(drill.kind is DrillKind.STATIC for drill in drills)
    assert {"hips", "hamstrings", "calves"} <= {area for drill in drills for area in drill.areas}
    plan = assembled(season_of(runner(), weeks=2))
    assert {day.mobility for day in plan.days} == {(), mobility_drills(catalogue())}


@settings(max_examples=40, deadline=None, derandomize=True)
@given(weekdays, st.integers(0, 6), st.integers(1, 3))
def test_a_day_without_run_or_session_rests_and_cross_training_never_takes_the_last_such_day(
    running, offset, sessions
):
    season = season_of(runner(sessions_a_week=sessions), weeks=3)
    plan = assembled(season, runs_on(*running), today=MONDAY + timedelta(days=offset))
    for number, week in enumerate(by_week(plan)):
        quiet = [day for day in week if not day.runs and not day.sessions]
        suggested = [day for day in week if day.cross_train.startswith(SUGGESTION)]
        assert [day for day in week if day.rest] == [day for day in quiet if day not in suggested]
        assert all(day in quiet for day in suggested)
        assert len(suggested) <= (1 if len(quiet) > 1 or not number else 0)
        assert len(suggested) == 1 or len(quiet) < 2 or not number
        assert any(day.rest for day in week) == bool(quiet) or not number


def test_every_date_stands_once_with_its_runs_and_its_sessions():
    season = season_of(runner(), weeks=3)
    outlook = runs_on(0, 2, 5)
    plan = assembled(season, outlook, today=MONDAY + timedelta(days=2))
    assert [day.day for day in plan.days] == [MONDAY + timedelta(days=n) for n in range(2, 21)]
    assert [run for day in plan.days for run in day.runs] == [
        run for run in outlook.runs if MONDAY + timedelta(days=2) <= run.day < MONDAY + timedelta(days=21)
    ]
    assert plan.sessions == tuple(s for s in season.sessions() if s.day >= plan.today)


def ran(*minutes_by_week: int) -> tuple[JudgedRun, ...]:
    """One recorded run a week, on Saturdays, the last the day before yesterday."""
    last = MONDAY - timedelta(days=2)
    count = len(minutes_by_week)
    return tuple(
        replace(judged_of(last - timedelta(weeks=count - 1 - n), minutes), cost={Muscle.SOLEUS: minutes})
        for n, minutes in enumerate(minutes_by_week)
    )


def swaps(season: Season, outlook: Outlook, runs: tuple[JudgedRun, ...]) -> list[Day]:
    plan = assembled(replace(season, state=replace(season.state, runs=runs)), outlook)
    return [day for day in plan.days if SWAP in day.cross_train]


def test_after_a_week_that_cost_the_legs_much_the_next_easy_run_may_be_swapped():
    season = season_of(runner(), weeks=2)
    (day,) = swaps(season, runs_on(1, 3), ran(60, 60, 60, 60, 120))
    assert day.day == MONDAY + timedelta(days=1)
    assert day.runs
    assert not day.rest
    assert swaps(season, runs_on(1, 3), ran(60, 60, 60, 60, 60)) == []


def test_only_an_easy_run_is_offered_for_swapping():
    season = season_of(runner(), weeks=2)
    assert swaps(season, runs_on(1, kind=RunKind.QUALITY), ran(60, 60, 60, 60, 120)) == []


def test_a_week_in_numbers_is_the_sum_of_its_sessions():
    season = season_of(runner(), weeks=4)
    for week, sessions in zip(assembled(season).weeks, season.by_week(), strict=True):
        assert week.sessions == len(sessions) == 2
        assert week.volume == sum(line.volume for session in sessions for line in session.exercises)
        for muscle in Muscle:
            assert week.sets_by_muscle.get(muscle, 0) == sum(
                line.sets * catalogue().exercises[line.exercise].sets.get(muscle, 0)
                for session in sessions
                for line in session.exercises
            )


def test_a_session_already_done_counts_in_its_week_and_in_no_other():
    season = season_of(runner(), weeks=2)
    facts = done(-1, volume=9_000, contacts=12)
    earlier = done(3, volume=7_777, contacts=5)
    bare = assembled(season).weeks
    counted = assembled(replace(season, state=replace(season.state, done=(earlier, facts)))).weeks
    plain = season_of(runner(), weeks=2).by_week()
    assert counted[0].sessions == len(plain[0]) + 1
    assert counted[1].sessions == len(plain[1])
    with_done = replace(season, state=replace(season.state, done=(earlier, facts))).by_week()
    assert counted[0].volume == sum(s.volume for s in with_done[0]) + 9_000
    assert counted[0].contacts == sum(s.contacts for s in with_done[0]) + 12
    assert counted[1].contacts == bare[1].contacts
    tibialis = sum(
        line.sets * catalogue().exercises[line.exercise].sets.get(Muscle.TIBIALIS, 0)
        for session in with_done[0]
        for line in session.exercises
    )
    assert counted[0].sets_by_muscle[Muscle.TIBIALIS] == tibialis + 40


@pytest.mark.parametrize(
    ("quarters", "percent"),
    [
        ({Muscle.QUADRICEPS: 16, Muscle.HAMSTRINGS: 8, Muscle.GLUTE_MAX: 12}, 125),
        ({Muscle.QUADRICEPS: 16, Muscle.SOLEUS: 40}, 0),
        ({Muscle.QUADRICEPS: 3, Muscle.GLUTE_MAX: 2}, 67),
        ({Muscle.HAMSTRINGS: 8, Muscle.GLUTE_MAX: 12}, None),
        ({}, None),
    ],
)
def test_the_back_of_the_legs_is_measured_against_the_front_in_percent(quarters, percent):
    assert posterior_anterior(quarters) == percent


def test_the_reasons_of_weeks_become_the_notes_and_the_weeks_keep_their_targets():
    season = season_of(runner(), weeks=3)
    weeks = (replace(season.weeks[0], why="A light week."), *season.weeks[1:])
    weeks = tuple(replace(week, why="" if n else week.why) for n, week in enumerate(weeks))
    plan = assembled(replace(season, weeks=weeks))
    assert plan.notes == ("A light week.",)
    assert [(w.start, w.phase, w.block, w.wanted, w.cut_back) for w in plan.weeks] == [
        (t.start, t.phase, t.block, t.wanted, t.cut_back) for t in weeks
    ]
