"""Planning again in the middle of a week, against brute force: sessions done, missed, skipped, and put elsewhere by the runner."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drawn_lives import moved, skipped
from drawn_weeks import MONDAY, bare_plan, situations
from legday.catalogue.reader import read_catalogue
from legday.model.plan import PastSession, Told
from legday.model.rules import Level
from legday.model.state import Log
from legday.planning.candidates import candidates
from legday.planning.check import check
from legday.planning.days import DaysModel, choose_days, surroundings
from legday.planning.sequence import newness

CATALOGUE = read_catalogue()
DAY_RULES = {"leg-spacing", "weekly-ceiling", "run-first", "fresh-for-key-runs", "race-quiet", "after-race"}
MOST_TRIED = 8
TIERS = ("pins", "frequency", "promises", "missed")


@st.composite
def replans(draw):
    """A small situation on a day in the middle of its first week, after a plan for it was accepted."""
    state, outlook, targets = draw(situations())
    first = choose_days(state, outlook, targets, CATALOGUE, today=MONDAY)
    today = MONDAY + timedelta(days=draw(st.integers(1, 5)))
    done, skips = [], []
    for number, day in enumerate(first.days):
        if day.start.date() >= today:
            continue
        how = draw(st.sampled_from([Told.LOGGED, Told.UNSAID, None]))
        if how is None:
            skips.append(skipped(day.start, "time", menu=day.letter, number=number))
        else:
            done.append(PastSession(start=day.start, menu=day.letter, told=how))
    ahead = [day for day in first.days if day.start.date() >= today]
    moves = []
    if ahead and draw(st.booleans()):
        chosen = draw(st.sampled_from(ahead))
        to = chosen.start.date() + timedelta(days=draw(st.integers(-2, 3)))
        start = datetime.combine(to, draw(st.sampled_from([time(7), time(18), time(19)])))
        moves.append(moved(chosen.start, start, 45, number=50))
    if ahead and draw(st.booleans()):
        chosen = draw(st.sampled_from(ahead))
        skips.append(skipped(chosen.start, "travel", menu=chosen.letter, number=60))
    promised = tuple(PastSession(start=day.start, menu=day.letter) for day in ahead)
    log = Log(skipped=tuple(skips), moved=tuple(moves))
    return replace(state, done=tuple(done), promised=promised, log=log), outlook, targets, today


def every_choice(state, outlook, targets, today):
    """Each subset of the openings to come that the plain checker allows, with the openings it is chosen from."""
    around = surroundings(state, outlook, targets, CATALOGUE, today=today)
    shut = {"fits-the-opening", "keep-promises"}
    found = [one for one in candidates(around, today=today) if not any(b.rule in shut for b in one.blocks)]
    assume(0 < len(found) <= MOST_TRIED)
    for bits in product((0, 1), repeat=len(found)):
        picked = [one for one, bit in zip(found, bits, strict=True) if bit]
        if len({one.start for one in picked}) < len(picked):
            continue
        new = newness([one.start for one in picked], [one.week for one in picked], around)
        sessions = [(one.start, one.minutes, n) for one, n in zip(picked, new, strict=True)]
        plan = replace(bare_plan(state, outlook, targets, sessions), today=today)
        findings = check(plan, state, outlook, CATALOGUE)
        broken = {one.rule for one in findings if one.level is Level.MUST} & DAY_RULES
        yield around, found, bits, picked, broken


def solved_as(around, found, bits):
    """How each tier comes out where exactly these openings are taken; None where the model forbids it."""
    model = DaysModel(around=around, candidates=found)
    model.write()
    for variable, bit in zip(model.held, bits, strict=True):
        if variable is None:
            if bit:
                return None
        else:
            model.model.require([(1, variable)], low=bit, high=bit)
    solved = model.model.minimise(model.tiers(), stage="days")
    return None if solved is None else values(solved.stages)


def values(stages):
    by_name = {stage.stage.removeprefix("days: "): stage.objective for stage in stages}
    return tuple(by_name.get(name, 0) for name in TIERS)


def in_bounds(picked, around):
    """What no rule of the checker counts: a week holds no more sessions than it wants, but for those the runner put there."""
    for week, target in enumerate(around.season):
        own = [one for one in picked if one.week == week]
        done = sum((one.start.date() - target.start).days // 7 == 0 for one in around.state.held)
        if len(own) > max(sum(one.pinned for one in own), target.wanted - done, 0):
            return False
    return True


@settings(max_examples=40, deadline=None, derandomize=True)
@given(replans())
def test_model_and_checker_agree_on_every_week_replanned(situation):
    state, outlook, targets, today = situation
    for around, found, bits, picked, broken in every_choice(state, outlook, targets, today):
        if in_bounds(picked, around):
            assert (solved_as(around, found, bits) is not None) == (not broken), (picked, broken)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(replans())
def test_pins_then_sessions_then_promises_come_out_as_brute_force_finds_them(situation):
    state, outlook, targets, today = situation
    choice = choose_days(state, outlook, targets, CATALOGUE, today=today)
    ways = [
        solved
        for around, found, bits, _, broken in every_choice(state, outlook, targets, today)
        if not broken and (solved := solved_as(around, found, bits)) is not None
    ]
    assert values(choice.stages) == min(ways)
    assert all(stage.status == "optimal" and stage.objective == stage.bound for stage in choice.stages)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(replans())
def test_two_leg_days_are_never_stacked_and_what_was_given_up_stays_empty(situation):
    state, outlook, targets, today = situation
    choice = choose_days(state, outlook, targets, CATALOGUE, today=today)
    row = sorted([*(one.start for one in state.done), *(one.start for one in choice.days)])
    chosen = {one.start for one in choice.days}
    for one, then in pairwise(row):
        assert then not in chosen or then - one >= timedelta(hours=48)
    given_up = {one.planned for one in (*state.log.skipped, *state.log.moved)}
    assert not chosen & (given_up - {pin.start for pin in state.pins})


@settings(max_examples=60, deadline=None, derandomize=True)
@given(replans())
def test_a_pin_is_kept_or_the_rule_that_forbids_it_is_named(situation):
    state, outlook, targets, today = situation
    choice = choose_days(state, outlook, targets, CATALOGUE, today=today)
    chosen = {one.start for one in choice.days}
    last = targets[-1].start + timedelta(days=7)
    for pin in state.pins:
        if not today <= pin.start.date() < last:
            continue
        words = f"{pin.start:%A} {pin.start.day} {pin.start:%b %H:%M} cannot stand there"
        told_of = [one for one in choice.collisions if words in one.words]
        assert (pin.start in chosen) != bool(told_of)
        assert all(one.rules[0] in CATALOGUE.rulebook.rules for one in told_of)
