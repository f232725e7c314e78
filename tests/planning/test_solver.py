"""The solver's model against every assignment of models small enough to try them all."""

from collections.abc import Sequence
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.planning.solver import EXACT_LIMIT, Model, Term, Tier

WIDE = 2**30
"""A factor that makes two tiers together too wide for one objective, and changes no order."""

BOOLEANS = 6

sums = st.lists(st.tuples(st.integers(-4, 4), st.integers(0, BOOLEANS - 1)), min_size=1, max_size=6)
rows = st.lists(st.tuples(sums, st.integers(-6, 4), st.integers(0, 8)), max_size=4)
costs = st.lists(st.tuples(st.integers(0, 5), st.integers(0, BOOLEANS - 1)), max_size=6)
tiers = st.lists(costs, min_size=1, max_size=4)

Row = tuple[list[Term], int, int]


def value(terms: Sequence[Term], values: Sequence[int]) -> int:
    return sum(factor * values[variable] for factor, variable in terms)


def written(given_rows: Sequence[Row]) -> Model:
    """Six booleans under rows of (terms, low, width)."""
    model = Model()
    for _ in range(BOOLEANS):
        model.boolean()
    for terms, low, width in given_rows:
        model.require(terms, low=low, high=low + width)
    return model


def allowed(given_rows: Sequence[Row]) -> list[tuple[int, ...]]:
    """Every assignment that keeps the rows, found by trying all of them."""
    return [
        values
        for values in product((0, 1), repeat=BOOLEANS)
        if all(low <= value(terms, values) <= low + width for terms, low, width in given_rows)
    ]


def named(given_tiers: Sequence[Sequence[Term]], *, factor: int = 1) -> list[Tier]:
    return [
        Tier(f"tier {number}", tuple((factor * cost, variable) for cost, variable in terms))
        for number, terms in enumerate(given_tiers)
    ]


def best(given_rows: Sequence[Row], given_tiers: Sequence[Sequence[Term]]) -> tuple[int, ...] | None:
    return min(
        (tuple(value(terms, values) for terms in given_tiers) for values in allowed(given_rows)),
        default=None,
    )


@settings(max_examples=60, deadline=None, derandomize=True)
@given(rows, tiers)
def test_tiers_come_out_in_strict_order_as_trying_everything_finds(given_rows, given_tiers):
    solved = written(given_rows).minimise(named(given_tiers), stage="drawn")
    wanted = best(given_rows, given_tiers)
    assert (solved is None) == (wanted is None)
    if solved is not None:
        assert tuple(stage.objective for stage in solved.stages) == wanted
        assert solved.values in allowed(given_rows)
        assert all(stage.status == "optimal" and stage.bound == stage.objective for stage in solved.stages)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(rows, tiers)
def test_tiers_too_wide_to_fold_come_out_as_folded_ones_do(given_rows, given_tiers):
    narrow = written(given_rows).minimise(named(given_tiers), stage="drawn")
    wide = written(given_rows).minimise(named(given_tiers, factor=WIDE), stage="drawn")
    assert (narrow is None) == (wide is None)
    if narrow is not None and wide is not None:
        assert [stage.objective for stage in wide.stages] == [WIDE * s.objective for s in narrow.stages]


def menu_like(seed: int) -> tuple[Model, list[Tier]]:
    """Eighteen exercises to choose sets of within a time, with four tiers of sums that should come near a number."""
    chance = Random(seed)
    model = Model()
    sets = [model.integer(0, 4) for _ in range(18)]
    model.require([(chance.randint(70, 200), one) for one in sets], high=900)
    given_tiers = []
    for number in range(4):
        terms: list[Term] = []
        for _ in range(3):
            some = [(chance.randint(1, 4), one) for one in chance.sample(sets, 6)]
            wanted = chance.randint(8, 14)
            terms += [(1, model.slack(some, low=wanted)), (1, model.excess(some, high=wanted))]
        given_tiers.append(Tier(f"tier {number}", tuple(terms)))
    return model, given_tiers


@pytest.mark.parametrize("seed", range(5))
def test_tiers_too_hard_to_prove_folded_are_proven_one_by_one(seed, monkeypatch):
    model, given_tiers = menu_like(seed)
    before = [*model.rows]
    folded = model.minimise(given_tiers, stage="drawn")
    monkeypatch.setattr("legday.planning.solver.QUICK_EFFORT", 1e-6)
    model, given_tiers = menu_like(seed)
    one_by_one = model.minimise(given_tiers, stage="drawn")
    assert model.rows == before
    assert folded is not None
    assert one_by_one is not None
    told = [(stage.stage, stage.status, stage.objective, stage.bound) for stage in one_by_one.stages]
    assert told == [(stage.stage, "optimal", stage.objective, stage.objective) for stage in folded.stages]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(rows, tiers, st.sampled_from([1, WIDE]))
def test_a_model_solved_twice_gives_the_same_answer_and_is_as_it_was_before(given_rows, given_tiers, factor):
    model = written(given_rows)
    before = [*model.rows]
    first = model.minimise(named(given_tiers, factor=factor), stage="drawn")
    assert model.rows == before
    again = written(given_rows).minimise(named(given_tiers, factor=factor), stage="drawn")
    assert first == again
    other_way = model.minimise(named(given_tiers[::-1], factor=factor), stage="drawn")
    wanted = best(given_rows, given_tiers[::-1])
    found = None if other_way is None else tuple(s.objective // factor for s in other_way.stages)
    assert found == wanted


@settings(max_examples=40, deadline=None, derandomize=True)
@given(sums, st.integers(-8, 8), st.tuples(*[st.integers(0, 1)] * BOOLEANS))
def test_slack_is_what_a_sum_lacks_and_excess_what_it_has_over(terms, limit, values):
    model = written([])
    short = model.slack(terms, low=limit)
    over = model.excess(terms, high=limit)
    for variable, bit in enumerate(values):
        model.require([(1, variable)], low=bit, high=bit)
    solved = model.minimise([Tier("both", ((1, short), (1, over)))], stage="drawn")
    assert solved is not None
    total = value(terms, values)
    assert solved.values[short] == max(0, limit - total)
    assert solved.values[over] == max(0, total - limit)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 4)), min_size=1, max_size=4), st.data())
def test_least_and_most_are_the_ends_of_what_a_sum_can_make(bounds, data):
    model = Model()
    ranges = [range(low, low + width + 1) for low, width in bounds]
    places = [model.integer(reach.start, reach.stop - 1) for reach in ranges]
    factors = data.draw(st.lists(st.integers(-5, 5), min_size=len(places), max_size=len(places)))
    terms = list(zip(factors, places, strict=True))
    reached = [value(terms, values) for values in product(*ranges)]
    assert model.least(terms) == min(reached)
    assert model.most(terms) == max(reached)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(tiers)
def test_whole_numbers_below_nought_keep_the_order_too(given_tiers):
    model = Model()
    for _ in range(BOOLEANS):
        model.integer(-2, 1)
    model.require([(1, variable) for variable in range(BOOLEANS)], low=-3)
    solved = model.minimise(named(given_tiers), stage="drawn")
    assert solved is not None
    wanted = min(
        tuple(value(terms, values) for terms in given_tiers)
        for values in product(range(-2, 2), repeat=BOOLEANS)
        if sum(values) >= -3
    )
    assert tuple(stage.objective for stage in solved.stages) == wanted


def test_a_lower_tier_never_buys_anything_from_a_higher_one():
    model = Model()
    first, second = model.boolean(), model.integer(0, 1_000)
    model.require([(1_000, first), (1, second)], low=1_000)
    solved = model.minimise([Tier("dear", ((1, first),)), Tier("cheap", ((1_000, second),))], stage="two")
    assert solved is not None
    assert (solved.values[first], solved.values[second]) == (0, 1_000)
    assert not solved.chosen(first)
    assert solved.chosen(second)


def test_a_tier_that_fills_the_limit_alone_is_still_solved_exactly():
    model = Model()
    few, many = model.boolean(), model.boolean()
    model.require([(1, few), (1, many)], low=1)
    huge = Tier("huge", ((EXACT_LIMIT, few), (EXACT_LIMIT - 1, many)))
    solved = model.minimise([huge, Tier("after", ((1, many),))], stage="one")
    assert solved is not None
    assert [stage.objective for stage in solved.stages] == [EXACT_LIMIT - 1, 1]


def test_every_tier_is_named_after_its_stage_in_order():
    model = Model()
    one = model.boolean()
    solved = model.minimise([Tier("first", ((1, one),)), Tier("nothing", ()), Tier("last", ())], stage="days")
    assert solved is not None
    assert [stage.stage for stage in solved.stages] == ["days: first", "days: nothing", "days: last"]


def test_where_nothing_fits_there_is_no_answer_and_the_model_is_as_it_was():
    model = Model()
    one = model.boolean()
    model.require([(1, one)], low=2)
    assert model.minimise([Tier("any", ((1, one),))], stage="none") is None
    assert len(model.rows) == 1


def test_a_model_without_a_tier_is_solved_too():
    model = Model()
    one = model.boolean()
    model.require([(1, one)], low=1)
    solved = model.minimise([], stage="none")
    assert solved is not None
    assert solved.values == (1,)
