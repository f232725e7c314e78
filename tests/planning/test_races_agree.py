"""Around races the solver's side and the plain checker shut the same openings and call for the same light weeks, at every boundary."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_weeks import MONDAY
from legday.actions.plan_legs import plan_legs, with_rule_numbers
from legday.model.catalogue import Catalogue
from legday.model.plan import PastSession, Prescription
from legday.model.race_days import quiet_for_new
from legday.model.runner import Opening, Priority, Race
from legday.model.runs import ExpectedRun, Outlook, OutlookSource, RunKind
from legday.model.season import WeekTarget
from legday.model.state import RunnerState
from legday.planning.candidates import candidate_of
from legday.planning.check import CHECKS, plan_facts
from legday.planning.days import surroundings
from legday.progressing.phases import season
from plan_builder import catalogue, lift, line, plan, recorded, runner

WEEKS = 4
METRES = [4_999, 9_999, 10_000, 20_999, 21_000, 41_999, 42_000, 42_000, 80_000]
CLOCKS = [time(6), time(9, 30), time(12), time(18)]
NUMBERS = st.fixed_dictionaries(
    {},
    optional={
        "after-race": st.fixed_dictionaries(
            {},
            optional={
                "days_marathon": st.integers(5, 21),
                "until_day_marathon": st.integers(10, 28),
                "days_half": st.integers(3, 10),
                "days_ten": st.integers(1, 7),
                "days_short": st.integers(0, 5),
            },
        ),
        "race-quiet": st.fixed_dictionaries(
            {}, optional={"hours_a": st.integers(72, 240), "hours_c": st.integers(24, 120)}
        ),
    },
)
"""The numbers of both rules that a runner may change, within their bounds."""


def moments(first: int, last: int) -> st.SearchStrategy[datetime]:
    """A time of day on a day counted from the first Monday."""
    days = st.integers(first, last).map(lambda n: MONDAY + timedelta(days=n))
    return st.builds(datetime.combine, days, st.sampled_from(CLOCKS))


declared = st.builds(
    Race,
    day=st.integers(-20, 26).map(lambda n: MONDAY + timedelta(days=n)),
    metres=st.sampled_from(METRES),
    priority=st.sampled_from(list(Priority)),
    start=st.sampled_from([None, *CLOCKS]),
)
expected = st.builds(
    ExpectedRun,
    day=st.integers(0, 26).map(lambda n: MONDAY + timedelta(days=n)),
    kind=st.just(RunKind.RACE),
    source=st.just(OutlookSource.RUN_PLAN),
    minutes=st.sampled_from([None, 20, 60, 110, 240]),
    metres=st.sampled_from([None, *METRES]),
    start=st.sampled_from([None, *CLOCKS]),
)
ran = st.builds(
    lambda at, minutes, metres: replace(recorded(f"mon 06:00 race {minutes}", metres=metres), local_start=at),
    moments(-20, 0),
    st.sampled_from([20, 60, 110, 240]),
    st.sampled_from([None, *METRES]),
)


@st.composite
def racers(draw: st.DrawFn) -> tuple[RunnerState, Outlook]:
    """A runner with a race or two: of their own, from a run plan, from the record; with own numbers of the rules."""
    profile = runner(races=tuple(draw(st.lists(declared, max_size=2, unique_by=lambda one: one.day)))).profile
    profile = replace(profile, rule_numbers=draw(NUMBERS))
    runs = draw(st.lists(expected, max_size=1))
    past = tuple(draw(st.lists(ran, max_size=1)))
    return RunnerState(profile=profile, runs=past), Outlook(runs=tuple(runs))


def judged(rule: str, state: RunnerState, outlook: Outlook, start: datetime, *lines: Prescription) -> bool:
    """Whether the plain checker finds anything of a rule in one session of an hour that begins then."""
    given_plan = plan(lift("mon 06:00", lines, start=start))
    return any(CHECKS[rule](plan_facts(given_plan, state, outlook, catalogue())))


def season_of(state: RunnerState, outlook: Outlook) -> tuple[tuple[WeekTarget, ...], Catalogue]:
    known = with_rule_numbers(catalogue(), state)
    return season(state, outlook, known, today=MONDAY, weeks=WEEKS), known


@settings(max_examples=100, deadline=None, derandomize=True)
@given(racers(), st.lists(moments(0, 27), min_size=1, max_size=12, unique=True))
def test_an_opening_is_shut_where_the_checker_would_find_a_session_in_it(
    racer: tuple[RunnerState, Outlook], starts: list[datetime]
) -> None:
    state, outlook = racer
    targets, known = season_of(state, outlook)
    around = surroundings(state, outlook, targets, known, today=MONDAY)
    for start in starts:
        opening = Opening(day=start.date(), start=start.time(), minutes=60)
        week = (start.date() - MONDAY).days // 7
        shut = {block.rule for block in candidate_of(opening, start.date(), week=week, around=around).blocks}
        finds = [rule for rule in ("race-quiet", "after-race") if judged(rule, state, outlook, start)]
        assert bool(shut & {"race-quiet", "after-race"}) == bool(finds), (start, shut, finds)


@pytest.mark.parametrize(
    ("minutes", "metres", "shut"), [(105, None, True), (104, None, False), (240, 10_000, False)]
)
def test_a_recorded_race_without_metres_rests_the_legs_by_its_minutes(
    minutes: int, metres: int | None, *, shut: bool
) -> None:
    """Four days after a half marathon on the Sunday before, two after ten kilometres."""
    behind = recorded(f"w0 sun 09:00 race {minutes}", metres=metres)
    state = replace(runner(openings=(Opening(weekday=3, start=time(18), minutes=60),)), runs=(behind,))
    first = plan_legs(state, Outlook(), catalogue(), today=MONDAY, weeks=1)
    assert (not first.sessions) is shut


HARD = (line("squat 3x5 20kg", reps=(3, 6)), line("pogo 2x5"))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(racers(), st.lists(moments(0, 27), min_size=1, max_size=12, unique=True), st.sampled_from(HARD))
def test_weeks_in_which_the_checker_would_find_heavy_sets_or_jumps_after_a_marathon_hold_none(
    racer: tuple[RunnerState, Outlook], starts: list[datetime], hard: Prescription
) -> None:
    state, outlook = racer
    targets, _ = season_of(state, outlook)
    for start in starts:
        week = targets[(start.date() - MONDAY).days // 7]
        if judged("after-race", state, outlook, start, hard) and not judged(
            "after-race", state, outlook, start
        ):
            assert week.after_race is not None
            assert (week.heavy_reps, week.contacts) == (None, 0)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.integers(1, 60), st.integers(0, 27), st.none() | st.integers(1, 30), st.integers(7, 42))
def test_what_may_not_begin_is_what_the_checker_calls_new(
    race_in: int, on: int, lunged_ago: int | None, new_days: int
) -> None:
    """A squat ten weeks ago is known, a lunge where it was done: before the quiet days or in them."""
    race = Race(day=MONDAY + timedelta(days=race_in), metres=10_000, priority=Priority.A)
    start = datetime.combine(MONDAY + timedelta(days=on), time(18))
    behind = [_behind(70, "squat 3x10")] + ([_behind(lunged_ago, "lunge 3x10")] if lunged_ago else [])
    state = runner(races=(race,), past=behind, rule_numbers={"race-quiet": {"new_days": new_days}})
    rules = with_rule_numbers(catalogue(), state).rulebook
    begins = quiet_for_new(start.date(), (race,), rules) and lunged_ago is None
    too_close = judged("race-quiet", state, Outlook(), start, line("squat 3x10"))
    finds = judged("race-quiet", state, Outlook(), start, line("lunge 3x10"))
    assert finds == (begins or too_close)


def _behind(days_ago: int, words: str) -> PastSession:
    start = datetime.combine(MONDAY - timedelta(days=days_ago), time(18))
    return PastSession(start=start, minutes=60, menu="A", volume=1_000, exercises=(line(words),))
