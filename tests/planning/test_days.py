"""The days stage against brute force and against the plain checker, on weeks small enough to try everything."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import assume, given, settings

from drawn_weeks import MONDAY, bare_plan, situations
from legday.catalogue.reader import read_catalogue
from legday.model.plan import PastSession
from legday.model.rules import Level
from legday.model.runner import LiftingLevel, Opening, Priority, Race, UsualRun
from legday.model.runs import Outlook, RunKind
from legday.model.state import RunnerState
from legday.planning.candidates import candidates
from legday.planning.check import check
from legday.planning.days import DaysModel, choose_days, surroundings
from legday.planning.sequence import newness
from legday.planning.solver import Tier
from legday.running.outlook import make_outlook
from season_builder import done, runner, targets

CATALOGUE = read_catalogue()
DAY_RULES = {"leg-spacing", "weekly-ceiling", "run-first", "fresh-for-key-runs", "race-quiet", "after-race"}
MOST_TRIED = 7


def every_choice(state, outlook, targets):
    """Candidates that leave room, and for each subset of them whether the model and whether the checker allow it."""
    around = surroundings(state, outlook, targets, CATALOGUE, today=MONDAY)
    found = [
        c for c in candidates(around, today=MONDAY) if not any(b.rule == "fits-the-opening" for b in c.blocks)
    ]
    assume(0 < len(found) <= MOST_TRIED)
    for bits in product((0, 1), repeat=len(found)):
        picked = [c for c, bit in zip(found, bits, strict=True) if bit]
        if any(sum(c.week == w for c in picked) > t.wanted for w, t in enumerate(targets)):
            continue
        if len({c.start for c in picked}) < len(picked):
            continue
        new = newness([c.start for c in picked], [c.week for c in picked], around)
        plan = bare_plan(
            state,
            outlook,
            targets,
            [(c.start, c.room(new=n), n) for c, n in zip(picked, new, strict=True)],
        )
        broken = {f.rule for f in check(plan, state, outlook, CATALOGUE) if f.level is Level.MUST} & DAY_RULES
        yield around, found, bits, picked, broken


def model_allows(around, found, bits):
    model = DaysModel(around=around, candidates=found)
    model.write()
    for variable, bit in zip(model.held, bits, strict=True):
        if variable is None:
            if bit:
                return False
        else:
            model.model.require([(1, variable)], low=bit, high=bit)
    return model.model.minimise([Tier("nothing", ())], stage="pinned") is not None


@settings(max_examples=40, deadline=None, derandomize=True)
@given(situations())
def test_model_and_checker_agree_on_every_pinned_week(situation):
    state, outlook, targets = situation
    for around, found, bits, picked, broken in every_choice(state, outlook, targets):
        assert model_allows(around, found, bits) == (not broken), (picked, broken)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(situations())
def test_as_many_sessions_are_planned_as_brute_force_finds(situation):
    state, outlook, targets = situation
    choice = choose_days(state, outlook, targets, CATALOGUE, today=MONDAY)
    allowed = [picked for *_, picked, broken in every_choice(state, outlook, targets) if not broken]
    assert len(choice.days) == max(len(picked) for picked in allowed)
    assert all(stage.status == "optimal" and stage.objective == stage.bound for stage in choice.stages)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(situations())
def test_every_opening_is_used_or_told_why_not(situation):
    state, outlook, targets = situation
    choice = choose_days(state, outlook, targets, CATALOGUE, today=MONDAY)
    around = surroundings(state, outlook, targets, CATALOGUE, today=MONDAY)
    expected = {c.start for c in candidates(around, today=MONDAY)}
    told = {opening.start for opening in choice.unused}
    used = {day.start for day in choice.days}
    assert told | used == expected
    assert not told & used
    assert all(
        opening.rule in CATALOGUE.rulebook.rules and opening.why_not.endswith(".")
        for opening in choice.unused
    )


def tier_values(stages, *names):
    return tuple(stage.objective for stage in stages for name in names if stage.stage == f"days: {name}")


@settings(max_examples=30, deadline=None, derandomize=True)
@given(situations())
def test_a_day_that_goes_away_moves_as_few_promised_days_as_brute_force_would(situation):
    state, outlook, targets = situation
    first = choose_days(state, outlook, targets, CATALOGUE, today=MONDAY)
    assume(len(first.days) > 1)
    lost = first.days[0].start
    promised = tuple(PastSession(start=day.start, menu=day.letter) for day in first.days)
    left = tuple(o for o in state.profile.openings if (o.weekday, o.start) != (lost.weekday(), lost.time()))
    after = replace(state, profile=replace(state.profile, openings=left), promised=promised)

    again = choose_days(after, outlook, targets, CATALOGUE, today=MONDAY)

    ways = []
    for around, found, bits, _, broken in every_choice(after, outlook, targets):
        if not broken:
            model = DaysModel(around=around, candidates=found)
            model.write()
            for variable, bit in zip(model.held, bits, strict=True):
                if variable is not None:
                    model.model.require([(1, variable)], low=bit, high=bit)
            solved = model.model.minimise(model.tiers(), stage="days")
            assert solved is not None
            ways.append(tier_values(solved.stages, "frequency", "promises"))
    assert tier_values(again.stages, "frequency", "promises") == min(ways)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(situations())
def test_sessions_of_older_years_choose_no_day(situation):
    state, outlook, targets = situation
    old = tuple(
        PastSession(start=datetime.combine(MONDAY, time(18)) - timedelta(days=ago), menu="AB"[ago % 2])
        for ago in range(1200, 250, -3)
    )
    long_ago = replace(state, done=(*old, *state.done))

    days = choose_days(long_ago, outlook, targets, CATALOGUE, today=MONDAY)

    assert days == choose_days(state, outlook, targets, CATALOGUE, today=MONDAY)


@pytest.mark.parametrize("today", [3, 4, 5, 6])
def test_a_day_chosen_for_its_hours_after_a_run_stays_when_the_run_is_yesterdays(today):
    """Virtual runner 601: on Thursday Sunday is chosen, a day and more after Friday's long run; on Saturday that run lies behind."""
    long = UsualRun(weekday=4, kind=RunKind.LONG, minutes=75, start=time(19))
    mornings = tuple(Opening(weekday=weekday, start=time(7), minutes=45) for weekday in (5, 6))
    profile = runner(openings=mornings, usual_week=(long,), sessions_a_week=1, lifting=LiftingLevel.TRAINED)
    season = targets(profile, weeks=1)
    day = MONDAY + timedelta(days=today)
    outlook = make_outlook(profile, (), (), today=day, weeks=1)

    choice = choose_days(RunnerState(profile=profile), outlook, season, CATALOGUE, today=day)

    assert [one.start.date() - MONDAY for one in choice.days] == [timedelta(days=6)]


def race_in(days, priority="A"):
    return Race(day=MONDAY + timedelta(days=days), metres=42_195, priority=Priority(priority))


def letters(race, *menus):
    """The letters of three weeks with one evening each, none of them light, after sessions of these menus in the weeks before."""
    evening = Opening(weekday=1, start=time(18), minutes=60)
    profile = runner(openings=(evening,), sessions_a_week=1, races=(race,))
    weeks_ago = range(len(menus), 0, -1)
    past = tuple(replace(done(7 * n), menu=menu) for n, menu in zip(weeks_ago, menus, strict=True))
    began = MONDAY - timedelta(weeks=len(menus))
    state = RunnerState(profile=profile, done=past, plan_began=began, foundation_weeks=3)
    season = targets(profile, weeks=3, done=past, plan_began=began, foundation_weeks=3)
    assert not any(week.cut_back for week in season)
    choice = choose_days(state, Outlook(), season, read_catalogue(), today=MONDAY)
    return [day.letter for day in choice.days if day.start.date() < race.day]


def test_a_menu_not_done_before_the_quiet_days_of_an_a_race_gives_way_to_one_that_was():
    assert letters(race_in(20), "A", "A") == ["A", "A", "A"]
    assert letters(race_in(20), "A", "B") == ["A", "B", "A"]
    assert letters(race_in(20, "B"), "A", "A") == ["B", "A", "B"]


def test_a_menu_begun_on_the_last_day_before_the_quiet_ones_may_go_on_in_them():
    assert letters(race_in(22), "A") == ["A", "A", "A"]
    assert letters(race_in(23), "A") == ["B", "A", "B"]
