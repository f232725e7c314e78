"""The next step of one exercise, and what counts as a step (rule `weight-step`)."""

from dataclasses import replace

import pytest

from legday.progressing.earned import Earned, Verdict
from legday.progressing.lattice import Lattice
from legday.progressing.steps import (
    Dose,
    Given,
    Highest,
    Lift,
    StepRule,
    allowed,
    highest,
    most_target,
    next_steps,
    recent,
)
from season_builder import catalogue

RULE = StepRule(percent=10, reps_past=4)
DUMBBELLS = Lattice(own=(10_000, 20_000, 30_000), every=(0, 10_000, 20_000, 30_000))
"""So far apart that each is more than a tenth of all that a squat moves away from the next."""
PLATES = Lattice(own=tuple(range(20_000, 60_001, 2_500)), every=tuple(range(20_000, 60_001, 2_500)))


def lift(*, weights: Lattice = DUMBBELLS, heavy: bool = False, sets: int = 3) -> Lift:
    return Lift(
        exercise=catalogue().exercises["squat"],
        reps=(3, 6) if heavy else (10, 12),
        weights=weights,
        body_mass_g=60_000,
        sets=sets,
        heavy=heavy,
    )


def dose(words: str) -> Dose:
    """`3x10 15kg`."""
    work, weight = words.split()
    sets, target = work.split("x")
    return Dose(sets=int(sets), target=int(target), weight_g=round(float(weight[:-2]) * 1000))


def past(*words: str, of: Lift, reps: tuple[int, int] = (10, 12)) -> list[Given]:
    return [
        Given(week=n, dose=dose(one), reps=reps, volume=of.volume(dose(one))) for n, one in enumerate(words)
    ]


def first_step(of: Lift, *before: str, reps: tuple[int, int] = (10, 12)) -> Dose | None:
    steps = next_steps(of, dose(before[-1]), past(*before, of=of, reps=reps), RULE)
    return steps[0] if steps else None


def test_repetitions_rise_inside_the_range_first() -> None:
    assert first_step(lift(), "3x10 10kg") == dose("3x11 10kg")


def test_they_go_past_the_range_where_the_next_weight_is_a_large_jump() -> None:
    assert first_step(lift(), "3x12 10kg") == dose("3x13 10kg")
    assert first_step(lift(), "3x15 10kg") == dose("3x16 10kg")


def test_four_past_the_range_the_next_weight_comes_with_repetitions_at_the_low_end() -> None:
    assert first_step(lift(), "3x15 10kg", "3x16 10kg") == dose("3x10 20kg")


def test_at_the_heaviest_weight_repetitions_go_past_the_range_towards_the_next_rung_of_the_ladder() -> None:
    assert first_step(lift(), "3x11 30kg") == dose("3x12 30kg")
    assert first_step(lift(), "3x12 30kg") == dose("3x13 30kg")
    assert first_step(lift(), "3x16 30kg") is None


def test_at_the_heaviest_weight_of_an_exercise_without_a_ladder_they_stop_at_the_top_of_the_range() -> None:
    last = lift()
    last = replace(last, exercise=replace(last.exercise, ladder=()))
    assert first_step(last, "3x12 30kg") is None


def test_a_near_weight_comes_after_two_sessions_at_the_top_of_the_range() -> None:
    fine = lift(weights=PLATES)
    assert first_step(fine, "3x11 30kg") == dose("3x12 30kg")
    assert first_step(fine, "3x11 30kg", "3x12 30kg") is None
    assert first_step(fine, "3x12 30kg", "3x12 30kg") == dose("3x10 32.5kg")


def test_the_weight_already_reached_is_no_step() -> None:
    assert first_step(lift(weights=PLATES), "3x12 30kg", "3x12 32.5kg") is None


def test_the_first_weight_beyond_bodyweight_is_near_where_it_is_a_tenth_of_the_body_moved() -> None:
    # A squat moves 51 of the 60 kg.
    near = lift(weights=Lattice(own=(5_100,), every=(0, 5_100)))
    far = lift(weights=Lattice(own=(5_101,), every=(0, 5_101)))
    assert first_step(near, "3x12 0kg") is None
    assert first_step(near, "3x12 0kg", "3x12 0kg") == dose("3x10 5.1kg")
    assert first_step(far, "3x12 0kg", "3x12 0kg") == dose("3x13 0kg")
    assert (most_target(near, 0, RULE), most_target(far, 0, RULE)) == (12, 16)


def test_missing_sets_come_before_repetitions() -> None:
    assert first_step(lift(), "2x10 10kg") == dose("3x10 10kg")


def test_a_heavy_lift_gets_weight_at_once_in_small_steps() -> None:
    assert first_step(lift(weights=PLATES, heavy=True), "3x6 50kg", reps=(3, 6)) == dose("3x6 52.5kg")
    assert first_step(lift(weights=PLATES, heavy=True), "3x6 30kg", reps=(3, 6)) == dose("3x6 32.5kg")
    assert first_step(lift(weights=PLATES, heavy=True), "3x6 60kg", reps=(3, 6)) == dose("3x7 60kg")


def test_a_heavy_step_is_a_twentieth_where_the_gear_is_that_fine() -> None:
    assert first_step(lift(weights=FINE, heavy=True), "3x6 40kg", reps=(3, 6)) == dose("3x6 42kg")
    assert first_step(lift(weights=FINE, heavy=True), "3x6 39kg", reps=(3, 6)) == dose("3x6 40kg")


def test_the_first_weight_of_a_heavy_lift_is_near_where_it_is_a_tenth_of_the_body_moved() -> None:
    near = lift(weights=Lattice(own=(5_100,), every=(0, 5_100)), heavy=True)
    assert first_step(near, "3x6 0kg", reps=(3, 6)) == dose("3x6 5.1kg")


def test_a_heavy_jump_waits_until_the_last_weeks_show_it() -> None:
    heavy = lift(heavy=True)
    shown = [*past("3x14 10kg", of=heavy), *past("3x6 10kg", of=heavy, reps=(3, 6))]
    assert next_steps(heavy, dose("3x6 10kg"), shown, RULE)[0] == dose("3x6 20kg")
    assert first_step(heavy, "3x6 10kg", reps=(3, 6)) == dose("3x7 10kg")
    assert next_steps(heavy, dose("3x6 10kg"), [], RULE) == [dose("3x7 10kg")]


@pytest.mark.parametrize(
    ("shown", "least", "then"),
    [(10, 3, 4), (11, 3, 5), (12, 3, 6), (14, 3, 6), (10, 4, 4), (10, 5, None)],
)
def test_a_heavy_jump_comes_for_as_many_repetitions_as_the_last_weeks_show(
    shown: int, least: int, then: int | None
) -> None:
    # 61 kg moved 10 times are (30 + 10) x 61 = 2440: with 71 kg 34.4 of it, 4 repetitions.
    heavy = replace(lift(heavy=True), reps=(least, 6))
    given = [*past(f"3x{shown} 10kg", of=heavy), *past("3x6 10kg", of=heavy, reps=(3, 6))]
    steps = next_steps(heavy, dose("3x6 10kg"), given, RULE)
    assert steps[0] == (dose(f"3x{then} 20kg") if then else dose("3x7 10kg"))


def test_a_hold_grows_by_five_seconds() -> None:
    plank = replace(lift(), exercise=catalogue().exercises["side-plank"], reps=(20, 40))
    assert first_step(plank, "2x20 0kg", reps=(20, 40)) == dose("3x20 0kg")
    assert first_step(plank, "3x20 0kg", reps=(20, 40)) == dose("3x25 0kg")


BEST = Highest(sets=3, target=16, weight_g=10_000, volume=4_896, at_heaviest=((16, 12),))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("3x16 10kg", True),
        ("3x17 10kg", True),
        ("4x16 10kg", True),
        ("4x17 10kg", False),
        ("3x16 11kg", True),
        ("3x16 11.001kg", False),
        ("3x17 11kg", False),
        ("3x10 20kg", True),
        ("4x10 20kg", False),
        ("3x10 30kg", False),
        ("3x15 20kg", True),
        ("3x16 20kg", False),
    ],
)
def test_one_kind_of_step_and_no_weight_left_out(words: str, *, expected: bool) -> None:
    assert allowed(dose(words), BEST, lift(), RULE) is expected


def test_a_jump_is_not_earned_by_repetitions_at_a_lighter_weight() -> None:
    best = highest(past("3x16 10kg", "3x12 20kg", of=lift()))
    assert not allowed(dose("3x10 30kg"), best, lift(), RULE)


def test_a_jump_keeps_the_exercise_within_a_tenth_more_volume() -> None:
    # With 20 kg a squat moves 118 ⅓ % of 60 kg: 3 x 11 are 3905, a tenth more than 3550.
    assert allowed(dose("3x11 20kg"), replace(BEST, volume=3_550), lift(), RULE)
    assert not allowed(dose("3x11 20kg"), replace(BEST, volume=3_549), lift(), RULE)


@pytest.mark.parametrize(
    ("words", "easy", "expected"),
    [
        ("3x12 44kg", False, True),
        ("3x12 45kg", False, False),
        ("3x12 45kg", True, True),
        ("3x12 49.1kg", True, True),
        ("3x12 49.101kg", True, False),
    ],
)
def test_only_after_an_easy_session_is_a_step_a_tenth_of_all_that_is_moved(
    words: str, *, easy: bool, expected: bool
) -> None:
    best = Highest(sets=3, target=12, weight_g=40_000, volume=5_472, at_heaviest=((12, 12),), easy=easy)
    assert allowed(dose(words), best, lift(weights=FINE), RULE) is expected


@pytest.mark.parametrize(("words", "expected"), [("1x14 4kg", True), ("1x15 4kg", False)])
def test_of_a_light_weight_too_an_easy_session_earns_no_more_than_a_tenth(
    words: str, *, expected: bool
) -> None:
    curl = replace(
        lift(weights=Lattice(own=(2_000, 4_000), every=(0, 2_000, 4_000))),
        exercise=catalogue().exercises["hamstring-curl"],
        body_mass_g=78_000,
    )
    (given,) = past("1x15 2kg", of=curl, reps=(12, 15))
    best = replace(highest([given]) or BEST, easy=True)
    assert allowed(dose(words), best, curl, RULE) is expected


def test_where_nothing_was_given_lately_anything_may_begin() -> None:
    given = past("3x10 10kg", of=lift())
    assert highest(recent(given, week=8)) is not None
    assert highest(recent(given, week=9)) is None
    assert allowed(dose("4x20 30kg"), None, lift(), RULE)


def test_the_eight_weeks_before_a_week_are_looked_back_on() -> None:
    one = past("3x10 10kg", of=lift())[0]
    given = [replace(one, week=week) for week in (0, 1, 5, 9, 9, 10)]
    assert [each.week for each in recent(given, week=9)] == [1, 5]
    assert [each.week for each in recent(given, week=10)] == [5, 9, 9]
    assert recent(given, week=0) == []


def test_a_set_more_comes_with_as_many_repetitions_or_with_the_fewest() -> None:
    of = lift()
    assert next_steps(of, dose("2x11 10kg"), past("2x11 10kg", of=of), RULE) == [
        dose("3x11 10kg"),
        dose("3x10 10kg"),
        dose("2x12 10kg"),
    ]
    assert next_steps(of, dose("2x10 10kg"), past("2x10 10kg", of=of), RULE) == [
        dose("3x10 10kg"),
        dose("2x11 10kg"),
    ]


def test_a_dose_that_already_has_a_set_more_than_before_takes_no_other_step() -> None:
    of = lift()
    assert next_steps(of, dose("3x10 10kg"), past("2x10 10kg", of=of), RULE) == []


@pytest.mark.parametrize(("reach_g", "heavier"), [(116_900, True), (116_899, False)])
def test_weight_rises_only_as_far_as_the_log_says_the_runner_can_lift(reach_g: int, *, heavier: bool) -> None:
    # 51 kg of the body and 32.5 kg, 10 times with 2 left: a maximum of 83.5 x 42 / 30 = 116.9 kg.
    of = replace(lift(weights=PLATES), rir=2, reach_g=reach_g)
    steps = next_steps(of, dose("3x12 30kg"), past("3x12 30kg", "3x12 30kg", of=of), RULE)
    assert steps == ([dose("3x10 32.5kg")] if heavier else [])


def test_what_can_be_lifted_bounds_no_step_at_the_same_weight() -> None:
    of = replace(lift(), rir=2, reach_g=60_000)
    assert first_step(of, "2x10 10kg") == dose("3x10 10kg")
    assert first_step(of, "3x10 10kg") == dose("3x11 10kg")


def told(words: str, *, of: Lift, reserve: int, easy: bool = True) -> list[Given]:
    """One logged session of `words` with so much left in every set."""
    one = dose(words)
    verdict = Verdict(
        earned=Earned.RISE,
        sets=one.sets,
        target=one.target,
        weight_g=one.weight_g,
        spare=one.target,
        reserve=reserve,
        easy=easy,
        said=True,
    )
    return [replace(past(words, of=of)[0], verdict=verdict, spare=one.target)]


FINE = Lattice(own=tuple(range(20_000, 60_001, 1_000)), every=tuple(range(20_000, 60_001, 1_000)))


@pytest.mark.parametrize(
    ("reserve", "grams"),
    [(6, 49_000), (8, 49_000), (5, 46_000), (4, 44_000)],
    ids=["beyond telling", "more than that", "five left", "four left: a small step"],
)
def test_a_session_far_too_easy_raises_the_weight_as_far_as_its_reserve_shows(
    reserve: int, grams: int
) -> None:
    # 51 kg of the body and 40 kg: a tenth of all that is 9.1 kg; three more repetitions after Epley are 6.3 kg.
    light = replace(lift(weights=FINE), rir=2)
    steps = next_steps(light, dose("3x10 40kg"), told("3x10 40kg", of=light, reserve=reserve), RULE)
    assert steps[0] == dose(f"3x10 {grams // 1000}kg")
    assert dose("3x10 41kg") in steps


def test_a_next_weight_that_is_far_comes_after_an_easy_session_for_fewer_repetitions() -> None:
    far = replace(lift(), rir=2)
    steps = next_steps(far, dose("3x12 20kg"), told("3x12 20kg", of=far, reserve=6), RULE)
    assert steps[0] == dose("3x10 30kg")
    assert dose("3x12 30kg") not in steps
    without = next_steps(far, dose("3x12 20kg"), told("3x12 20kg", of=far, reserve=6, easy=False), RULE)
    assert without == [dose("3x13 20kg")]


@pytest.mark.parametrize(("reserve", "target"), [(5, 9), (4, 8), (3, None)])
def test_a_far_weight_after_an_easy_session_comes_for_the_repetitions_its_reserve_shows(
    reserve: int, target: int | None
) -> None:
    # 71 kg moved 12 times with 5 left are (30 + 17) x 71 = 3337: with 81 kg 41.2 of it, 11 with the reserve of 2.
    far = replace(lift(), rir=2, reps=(8, 12))
    steps = next_steps(far, dose("3x12 20kg"), told("3x12 20kg", of=far, reserve=reserve), RULE)
    assert [one for one in steps if one.weight_g > 20_000] == (
        [] if target is None else [dose(f"3x{target} 30kg")]
    )


@pytest.mark.parametrize(("volume", "target"), [(4_050, 11), (4_049, 10)])
def test_a_far_weight_after_an_easy_session_stays_within_a_tenth_more_volume(
    volume: int, target: int
) -> None:
    # With 30 kg a squat moves 135 % of 60 kg: 3 x 11 are 4455, a tenth more than 4050.
    far = replace(lift(), rir=2)
    (given,) = told("3x12 20kg", of=far, reserve=12)
    steps = next_steps(far, dose("3x12 20kg"), [replace(given, volume=volume)], RULE)
    assert steps[0] == dose(f"3x{target} 30kg")


def test_an_easy_session_at_the_heaviest_weight_owned_lets_repetitions_rise() -> None:
    last = lift()
    steps = next_steps(last, dose("3x10 30kg"), told("3x10 30kg", of=last, reserve=6), RULE)
    assert steps == [dose("3x12 30kg"), dose("3x11 30kg")]


@pytest.mark.parametrize(
    ("before", "reserve", "after"),
    [
        ("3x16 30kg", 6, ("3x18 30kg", "3x17 30kg")),
        ("3x29 30kg", 6, ("3x30 30kg",)),
        ("3x30 30kg", 6, ()),
    ],
)
def test_far_too_easy_at_the_heaviest_weight_owned_repetitions_go_on_past_the_range(
    before: str, reserve: int, after: tuple[str, ...]
) -> None:
    last = replace(lift(), most=30)
    assert next_steps(last, dose(before), told(before, of=last, reserve=reserve), RULE) == [
        dose(one) for one in after
    ]
    without = replace(last, exercise=replace(last.exercise, ladder=()))
    assert next_steps(without, dose(before), told(before, of=last, reserve=reserve), RULE) == [
        dose(one) for one in after
    ]
    assert next_steps(last, dose(before), told(before, of=last, reserve=reserve, easy=False), RULE) == []


def test_past_the_range_and_the_ladder_they_go_on_only_when_far_too_easy_and_with_nothing_heavier() -> None:
    many = replace(lift(), most=30)
    assert most_target(many, 30_000, RULE) == 30
    assert most_target(many, 30_000, RULE, easy=False) == 16
    assert most_target(many, 20_000, RULE) == 16
    assert most_target(lift(), 30_000, RULE) == 16
    assert most_target(replace(many, reps=(25, 28)), 30_000, RULE) == 32


def test_repetitions_rise_by_as_many_as_an_easy_session_leaves_over() -> None:
    last = lift()
    rule = replace(RULE, easy=3)
    assert next_steps(last, dose("3x10 30kg"), told("3x10 30kg", of=last, reserve=6), rule) == [
        dose("3x13 30kg"),
        dose("3x11 30kg"),
    ]
    hold = replace(
        lift(weights=Lattice(own=(0,), every=(0,))), exercise=catalogue().exercises["plank"], reps=(30, 60)
    )
    before = replace(told("3x40 0kg", of=hold, reserve=6)[0], reps=(30, 60))
    assert next_steps(hold, dose("3x40 0kg"), [before], RULE) == [dose("3x45 0kg")]


def test_a_next_weight_that_is_far_does_not_come_where_the_reserve_does_not_reach_so_far() -> None:
    far = replace(lift(), rir=2)
    steps = next_steps(far, dose("3x10 10kg"), told("3x10 10kg", of=far, reserve=4), RULE)
    assert steps == [dose("3x12 10kg"), dose("3x11 10kg")]


def test_an_easy_session_at_a_lighter_weight_lets_nothing_rise_past_the_heaviest() -> None:
    of = lift()
    best = highest([*past("3x10 20kg", of=of), *told("3x10 10kg", of=of, reserve=6)])
    assert best is not None
    assert not best.easy
    assert not allowed(dose("3x10 30kg"), best, of, RULE)


def test_sets_that_were_fewer_for_a_time_are_told_apart_from_those_to_go_on_from() -> None:
    one = past("1x10 20kg", of=lift())[0]
    assert one.sets == 1
    assert replace(one, whole_sets=3).sets == 3
