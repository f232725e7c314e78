"""Enough of a thing, and not too many."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from legday.model.plan import Day, Plan
from legday.model.progression import Phase
from plan_builder import MONDAY, B, day, done, found, lift, outlook, plan, run, runner, said, week
from rule_cases import five_weeks, race


def test_done_sessions_count_for_the_ceiling() -> None:
    late = (done("w0 tue 18:00"), done("w0 thu 18:00"), done("w0 sat 18:00"))
    assert said("weekly-ceiling", plan(lift("mon 18:00")), runner(past=late)) == [
        "4 leg sessions in the 7 days from Tuesday 17 Nov to Monday 23 Nov; 3 at most"
    ]
    assert found("weekly-ceiling", plan(lift("tue 18:00")), runner(past=late)) == ()


def test_two_sessions_on_one_day_are_two() -> None:
    given = plan(lift("mon 07:00"), lift("mon 18:00"), lift("wed 07:00"), lift("wed 18:00"))
    assert len(found("weekly-ceiling", given)) == 1


def test_what_was_done_in_two_parts_on_a_day_counts_once_for_the_ceiling_and_the_week() -> None:
    parts = (done("w0 tue 18:00"), done("w0 thu 07:00"), done("w0 thu 18:00"))
    assert found("weekly-ceiling", plan(lift("mon 18:00")), runner(past=parts)) == ()


def test_the_words_tell_how_many_of_how_many() -> None:
    assert said("weekly-frequency", plan(lift("tue 18:00"))) == ["1 of 2 leg sessions in the week of 23 Nov"]


@pytest.mark.parametrize(("asked", "had", "findings"), [(1, 1, 0), (3, 2, 1), (3, 3, 0)])
def test_the_runner_may_ask_for_one_or_three(asked: int, had: int, findings: int) -> None:
    sessions = [lift(f"{name} 18:00") for name in ("mon", "wed", "fri")][:had]
    assert len(found("weekly-frequency", plan(*sessions), runner(sessions_a_week=asked))) == findings


def test_who_asked_for_the_usual_two_gets_the_rules_own_number() -> None:
    state = runner(rule_numbers={"weekly-frequency": {"sessions": 3}})
    assert said("weekly-frequency", plan(lift("tue 18:00"), lift("fri 18:00")), state) == [
        "2 of 3 leg sessions in the week of 23 Nov"
    ]


@pytest.mark.parametrize(
    ("phase", "findings"),
    [(Phase.STRENGTH, 1), (Phase.MAINTAIN, 0), (Phase.TAPER, 0), (Phase.RECOVER, 0)],
)
def test_one_session_is_enough_in_maintain_and_taper(phase: Phase, findings: int) -> None:
    given = plan(lift("tue 18:00"), weeks=[week(1, phase=phase)])
    assert len(found("weekly-frequency", given)) == findings


def test_a_week_that_has_begun_need_not_be_full() -> None:
    given = replace(plan(lift("fri 18:00")), today=day("wed"))
    assert found("weekly-frequency", given) == ()


@pytest.mark.parametrize(
    ("when", "findings"), [("w2 sun", 0), ("w2 mon", 0), ("mon", 0), ("w0 sun", 1), ("w3 mon", 1)]
)
def test_a_race_in_the_week_or_the_week_before_excuses_missing_sessions(when: str, findings: int) -> None:
    three_weeks = [lift(f"{when} 18:00") for when in ("tue", "fri", "w3 tue", "w3 fri")]
    missing = found("weekly-frequency", plan(*three_weeks), runner(races=(race(when, 5_000),)))
    assert len([one for one in missing if one.days == (day("w2 mon"),)]) == findings


@pytest.mark.parametrize(("second", "findings"), [("w2 wed", 0), ("w2 thu", 1)])
def test_more_than_eight_days_without_a_session_are_told(second: str, findings: int) -> None:
    given = plan(lift("tue 18:00"), lift(f"{second} 18:00"))
    gaps = [one for one in found("weekly-frequency", given) if len(one.days) == 2]
    assert len(gaps) == findings


def test_a_race_or_a_week_of_recovery_excuses_the_gap() -> None:
    given = plan(lift("tue 18:00"), lift("w3 tue 18:00"))
    recovering = replace(given, weeks=(week(2, phase=Phase.RECOVER),))
    assert [one for one in found("weekly-frequency", recovering) if len(one.days) == 2] == []
    raced = runner(races=(race("w2 sun", 10_000),))
    assert [one for one in found("weekly-frequency", given, raced) if len(one.days) == 2] == []


def test_days_missed_before_the_plan_are_not_the_plans_fault() -> None:
    past = (done("w0 mon 18:00"),)
    assert [
        one
        for one in found("weekly-frequency", plan(lift("thu 18:00")), runner(past=past))
        if len(one.days) == 2
    ] == []


def test_a_lunge_counts_as_work_on_one_leg() -> None:
    assert said("one-leg-work", plan(lift("tue 18:00", ("squat 3x10",)))) == [
        "the session of Tuesday 24 Nov has 0 exercises on one leg; 1 at least"
    ]
    assert found("one-leg-work", plan(lift("tue 18:00", ("squat 3x10", "lunge 3x10")))) == ()


def test_hips_and_trunk_may_stand_in_different_sessions_of_the_week() -> None:
    hips, trunk = "side-lying-abduction 1x12", "dead-bug 1x8"
    given = plan(lift("tue 18:00", ("squat 3x10", hips)), lift("fri 18:00", (*B, trunk)))
    assert found("hips-and-trunk", given) == ()
    without_hips = plan(lift("tue 18:00", ("squat 3x10",)), lift("fri 18:00", (*B, trunk)))
    assert said("hips-and-trunk", without_hips) == [
        "the week of 23 Nov has 0 sets for the hip abductors and 1 for the trunk; 1 each at least"
    ]


def test_a_week_with_neither_session_has_nothing_to_say_on_hips() -> None:
    assert found("hips-and-trunk", plan(mobility=("tue",))) == ()


def test_a_leg_session_on_the_only_free_day_takes_the_rest() -> None:
    runs = [run(f"{name} 07:00 easy 30") for name in ("mon", "tue", "wed", "thu", "fri", "sat")]
    assert len(found("rest-day", plan(lift("sun 18:00")), None, outlook(*runs))) == 1
    assert found("rest-day", plan(lift("sat 18:00")), None, outlook(*runs)) == ()


def test_mobility_covers_hips_hamstrings_and_calves() -> None:
    one = Day(day=day("tue"), mobility=("calf-stretch-bent",))
    given = plan(days=(one, replace(one, day=day("fri"), mobility=("hamstring-stretch", "no-such-drill"))))
    assert said("mobility", given) == [
        "the week of 23 Nov has 2 mobility blocks; 2 at least, and none for hips"
    ]


def test_a_week_that_has_begun_need_not_hold_all_its_mobility() -> None:
    given = replace(plan(lift("fri 18:00")), today=day("wed"))
    assert found("mobility", given) == ()


def full_weeks(count: int, cut: Sequence[int] = ()) -> Plan:
    """Weeks of ten sets, those in `cut` told and dosed as lighter."""
    sessions = [lift(f"w{n} tue 18:00", (f"squat {5 if n in cut else 10}x10",)) for n in range(1, count + 1)]
    return plan(*sessions, weeks=[week(n, cut_back=n in cut) for n in range(1, count + 1)])


def test_five_full_weeks_in_a_row_are_one_too_many() -> None:
    assert found("cut-back", full_weeks(4)) == ()
    assert said("cut-back", full_weeks(9)) == [
        "the week of 21 Dec is the 5th full week in a row; a lighter one is due by then"
    ]
    assert found("cut-back", full_weeks(9, cut=[5])) == ()


def test_a_week_without_sessions_ends_the_row() -> None:
    given = full_weeks(6)
    sessions = [one for one in given.sessions if one.day != MONDAY + timedelta(weeks=2, days=1)]
    assert found("cut-back", plan(*sessions, weeks=given.weeks)) == ()


def test_a_taper_week_ends_the_row() -> None:
    given = full_weeks(6)
    weeks = [replace(one, phase=Phase.TAPER) if n == 2 else one for n, one in enumerate(given.weeks)]
    assert found("cut-back", replace(given, weeks=tuple(weeks))) == ()


def test_lighter_weeks_stand_three_weeks_apart_at_least() -> None:
    assert found("cut-back", full_weeks(6, cut=[3, 6])) == ()
    assert said("cut-back", full_weeks(5, cut=[3, 5])) == [
        "the week of 21 Dec is lighter again after 2 weeks; 3 at least lie between"
    ]


@pytest.mark.parametrize(("sets", "findings"), [(4, 1), (5, 0), (6, 0), (7, 1)])
def test_a_lighter_week_has_40_to_50_percent_fewer_sets(sets: int, findings: int) -> None:
    given = full_weeks(2, cut=[2])
    lighter = lift("w2 tue 18:00", (f"squat {sets}x10",))
    assert len(found("cut-back", plan(given.sessions[0], lighter, weeks=given.weeks))) == findings


def test_the_words_say_how_much_lighter_a_week_is() -> None:
    assert said("cut-back", five_weeks(lighter="step-up 4x12", cut_back=True)) == [
        "the week of 21 Dec has 8 sets instead of 10, 20 % fewer; a lighter week has 40–50 % fewer"
    ]


@pytest.mark.parametrize(
    ("sets", "told"),
    [
        (6, "10 sets, as many as the full week before it"),
        (7, "11 sets, more than the 10 of the full week before it"),
    ],
)
def test_no_change_is_named_where_there_is_none(sets: int, told: str) -> None:
    assert said("cut-back", five_weeks(lighter=f"step-up {sets}x12", cut_back=True)) == [
        f"the week of 21 Dec has {told}; a lighter week has 40–50 % fewer"
    ]


def test_where_the_plan_tells_no_weeks_a_fall_in_sets_is_a_lighter_week() -> None:
    told = five_weeks(lighter="step-up 2x12", cut_back=True)
    fewer, same = replace(told, weeks=()), replace(full_weeks(5), weeks=())
    assert found("cut-back", fewer) == ()
    assert len(found("cut-back", same)) == 1


def told(rule: str, given: Plan, state: object = None) -> list[tuple[str, tuple[object, ...]]]:
    return [(one.words, one.days) for one in found(rule, given, state)]


def test_a_long_gap_is_said_with_both_its_days() -> None:
    given = plan(lift("tue 18:00"), lift("w2 thu 18:00"))
    assert (
        "9 d without a leg session from Tuesday 24 Nov to Thursday 3 Dec; 8 d at most in season",
        (day("tue"), day("w2 thu")),
    ) in told("weekly-frequency", given)


def test_lighter_weeks_too_near_are_said_with_both_mondays() -> None:
    (near,) = told("cut-back", full_weeks(5, cut=[3, 5]))
    assert near[1] == (day("w3 mon"), day("w5 mon"))
    (deep,) = told("cut-back", five_weeks(lighter="step-up 4x12", cut_back=True))
    assert deep[1] == (day("w5 mon"),)


@pytest.mark.parametrize(
    ("raced", "excused"), [("mon", False), ("tue", True), ("w2 thu", True), ("w2 fri", False)]
)
def test_a_race_on_either_day_of_a_gap_excuses_it(raced: str, excused: bool) -> None:
    given = plan(lift("tue 18:00"), lift("w2 thu 18:00"))
    gaps = [
        one
        for one in found("weekly-frequency", given, runner(races=(race(raced, 10_000),)))
        if len(one.days) == 2
    ]
    assert (gaps == []) is excused


@pytest.mark.parametrize(
    ("first", "then", "recovering", "excused"),
    [
        ("sun", "w3 wed", 1, True),
        ("w2 mon", "w3 wed", 1, False),
        ("tue", "w3 mon", 3, True),
        ("tue", "w2 sun", 3, False),
    ],
)
def test_a_week_of_recovery_excuses_a_gap_that_touches_it(
    first: str, then: str, recovering: int, excused: bool
) -> None:
    given = plan(lift(f"{first} 18:00"), lift(f"{then} 18:00"), weeks=[week(recovering, phase=Phase.RECOVER)])
    gaps = [one for one in found("weekly-frequency", given) if len(one.days) == 2]
    assert (gaps == []) is excused


def test_a_gap_that_begins_with_the_plan_is_told() -> None:
    given = plan(lift("mon 18:00"), lift("w2 thu 18:00"))
    assert [one for one in found("weekly-frequency", given) if len(one.days) == 2] != []


def test_every_week_is_read_and_not_only_those_before_one_without_sessions() -> None:
    hipless = ("squat 3x10", "lunge 3x10")
    assert len(found("hips-and-trunk", plan(lift("w3 tue 18:00", hipless), mobility=("tue",)))) == 1
    begun = replace(plan(lift("fri 18:00"), lift("w2 fri 18:00")), today=day("wed"))
    assert len(found("mobility", begun)) == 1
