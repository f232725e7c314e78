"""A session fits its opening, its warm-up and its cool-down."""

from dataclasses import replace

import pytest

from drawn_lives import away
from legday.model.exercises import DrillKind
from legday.model.runner import Opening
from legday.model.state import Log, RunnerState
from plan_builder import (
    COOL_DOWN,
    WARM_UP,
    A,
    B,
    at,
    catalogue,
    day,
    found,
    lift,
    outlook,
    plan,
    run,
    runner,
    said,
)


def opening(words: str, minutes: int, weekday: int = 1) -> Opening:
    return Opening(weekday=weekday, start=at(f"tue {words}").time(), minutes=minutes)


def test_the_minutes_are_worked_out_where_the_plan_does_not_tell() -> None:
    given = plan(lift("tue 18:00", A, minutes=0))
    assert said("fits-the-opening", given, runner(openings=(opening("18:00", 30),))) == [
        "the session of Tuesday 24 Nov 18:00 takes 37 min; its opening has 30 min"
    ]


@pytest.mark.parametrize(("minutes", "findings"), [(36, 1), (37, 0)])
def test_minutes_the_plan_understates_are_not_believed(minutes: int, findings: int) -> None:
    given = plan(lift("tue 18:00", A, minutes=20))
    assert len(found("fits-the-opening", given, runner(openings=(opening("18:00", minutes),)))) == findings


@pytest.mark.parametrize(
    ("ends", "minutes", "findings"), [("16:00", 32, 0), ("16:00", 31, 1), ("15:59", 36, 1)]
)
def test_straight_after_a_run_the_warm_up_is_five_minutes(ends: str, minutes: int, findings: int) -> None:
    begins = f"{int(ends[:2]) - 1:02d}{ends[2:]}"
    expected = outlook(run(f"tue {begins} easy 60"))
    state = runner(openings=(opening("18:00", minutes),))
    assert len(found("fits-the-opening", plan(lift("tue 18:00", A, minutes=20)), state, expected)) == findings


def test_a_superset_saves_rests() -> None:
    state = runner(openings=(opening("18:00", 35),))
    assert found("fits-the-opening", plan(lift("tue 18:00", A, minutes=20, superset=True)), state) == ()
    assert len(found("fits-the-opening", plan(lift("tue 18:00", A, minutes=20)), state)) == 1


def test_a_superset_of_exercises_that_compete_saves_nothing() -> None:
    together = plan(lift("tue 18:00", B, minutes=20, superset=True))
    alone = plan(lift("tue 18:00", B, minutes=20))
    state = runner(openings=(opening("18:00", 30),))
    assert said("fits-the-opening", together, state) == said("fits-the-opening", alone, state) != []


def test_the_room_the_plan_tells_counts_too() -> None:
    assert len(found("fits-the-opening", plan(lift("tue 18:00", opening_minutes=59)))) == 1
    assert found("fits-the-opening", plan(lift("tue 18:00", opening_minutes=60))) == ()


def test_the_room_the_plan_tells_is_no_more_than_the_opening() -> None:
    state = runner(openings=(opening("18:00", 45),))
    assert len(found("fits-the-opening", plan(lift("tue 18:00", opening_minutes=90)), state)) == 1


def test_a_later_start_leaves_less_of_the_opening() -> None:
    state = runner(openings=(opening("18:00", 90),))
    assert found("fits-the-opening", plan(lift("tue 18:30")), state) == ()
    assert len(found("fits-the-opening", plan(lift("tue 18:31")), state)) == 1


@pytest.mark.parametrize("when", ["tue 17:59", "wed 18:00", "tue 19:00"])
def test_a_session_outside_every_opening_is_told(when: str) -> None:
    state = runner(openings=(opening("18:00", 60),))
    (words,) = said("fits-the-opening", plan(lift(when)), state)
    assert words.startswith("the runner has no opening on")


def test_an_opening_may_reach_past_midnight() -> None:
    state = runner(openings=(opening("23:00", 150),))
    assert found("fits-the-opening", plan(lift("wed 00:30")), state) == ()
    assert len(found("fits-the-opening", plan(lift("wed 00:31")), state)) == 1


def test_the_longest_of_several_openings_holds_the_session() -> None:
    state = runner(openings=(opening("18:00", 30), opening("17:30", 90), opening("18:00", 20)))
    assert found("fits-the-opening", plan(lift("tue 18:00")), state) == ()


def warm(*drills: str, expected: str = "") -> list[str]:
    runs = outlook(run(expected)) if expected else None
    return said("warm-up", plan(lift("tue 18:00", warm_up=drills)), None, runs)


def test_a_warm_up_of_ten_minutes_is_fine() -> None:
    assert warm(*WARM_UP) == []


def test_every_fault_of_a_warm_up_is_named() -> None:
    assert warm("hamstring-stretch", "no-such-drill") == [
        "the warm-up of Tuesday 24 Nov 18:00 has nothing dynamic, has nothing that raises the pulse, holds still stretches and names an item that does not exist"
    ]


def test_ten_minutes_of_warm_up_are_the_most() -> None:
    exact = ("easy-jog", "brisk-walk", "leg-swing-forward", "hip-circle")
    assert warm(*exact) == []
    assert warm(*exact, "easy-squat") == ["the warm-up of Tuesday 24 Nov 18:00 takes more than its 10 min"]


def test_a_run_just_before_raised_the_pulse_already() -> None:
    assert warm("leg-swing-forward", expected="tue 16:00 easy 60") == []
    assert len(warm("leg-swing-forward", expected="tue 14:59 easy 60")) == 1
    assert warm(*WARM_UP, "hip-hinge", expected="tue 16:00 easy 60") == [
        "the warm-up of Tuesday 24 Nov 18:00 takes more than its 5 min"
    ]


def cool(*drills: str) -> list[str]:
    return said("cool-down", plan(lift("tue 18:00", cool_down=drills)))


def test_five_to_ten_minutes_of_still_stretches_are_fine() -> None:
    assert cool(*COOL_DOWN) == []
    assert cool(*COOL_DOWN, *COOL_DOWN) == []
    assert cool(*COOL_DOWN, *COOL_DOWN, "butterfly-stretch") == [
        "the cool-down of Tuesday 24 Nov 18:00 does not take 5–10 min"
    ]


def test_every_fault_of_a_cool_down_is_named() -> None:
    assert cool("easy-jog", "no-such-drill") == [
        "the cool-down of Tuesday 24 Nov 18:00 does not take 5–10 min, is not made of still stretches, holds longer than 60 s and names an item that does not exist"
    ]


def away_with(*openings: Opening) -> RunnerState:
    return replace(runner(), log=Log(away=(away(day("tue"), day("wed"), openings=openings),)))


def test_away_without_leg_work_leaves_no_opening() -> None:
    assert said("fits-the-opening", plan(lift("tue 18:00")), away_with()) == [
        "the runner has no opening on Tuesday 24 Nov 18:00"
    ]
    assert found("fits-the-opening", plan(lift("thu 18:00")), away_with()) == ()
    here = away_with(Opening(day=day("tue"), start=at("tue 18:00").time(), minutes=45))
    assert len(found("fits-the-opening", plan(lift("tue 18:00")), here)) == 1


def test_a_session_without_room_is_told_of_its_day() -> None:
    state = runner(openings=(opening("18:00", 30),))
    (short,) = found("fits-the-opening", plan(lift("tue 18:00")), state)
    (nowhere,) = found("fits-the-opening", plan(lift("wed 18:00")), state)
    assert (short.days, nowhere.days) == ((day("tue"),), (day("wed"),))


def test_a_tolerance_is_added_to_the_room() -> None:
    state = runner(
        openings=(opening("18:00", 55),), rule_numbers={"fits-the-opening": {"tolerance_minutes": 5}}
    )
    assert found("fits-the-opening", plan(lift("tue 18:00")), state) == ()


def test_a_hold_is_counted_for_each_side() -> None:
    drills = [one for one in catalogue().drills.values() if one.kind is DrillKind.STATIC]
    for drill in (
        next(one for one in drills if one.per_side),
        next(one for one in drills if not one.per_side),
    ):
        hold = drill.seconds // 2 if drill.per_side else drill.seconds
        for hold_s, longer in ((hold, False), (hold - 1, True)):
            state = runner(rule_numbers={"cool-down": {"hold_s": hold_s}})
            (words,) = said("cool-down", plan(lift("tue 18:00", cool_down=(drill.id,))), state)
            assert (f"holds longer than {hold_s} s" in words) is longer
