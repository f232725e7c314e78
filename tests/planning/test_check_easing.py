"""What holds leg work back is kept to: no session, no exercise left out, no jumps, no rise."""

from dataclasses import replace

import pytest

from legday.model.easing import Decision, Easing
from legday.model.state import RunnerState
from plan_builder import day, done, found, lift, line, plan, runner, said

WHY = "Achilles tendon, 6 of 10: over the limit of 5."


def held(rule: str = "pain-gate", **what: object) -> RunnerState:
    """A runner held back on the Tuesday by one easing; three sets of ten squats at 20 kg were done the week before."""
    easing = Easing(rule=rule, decision=Decision.HOLD, first=day("tue"), last=day("tue"), why=WHY)
    past = (done("w0 tue 18:00", exercises=(line("squat 3x10 20kg"),)),)
    return replace(runner(past=past, foundation_weeks=8), easings=(replace(easing, **what),))


def test_a_session_on_a_day_that_holds_none_is_told_once():
    state = held(no_session=True, no_growth=True, avoid=frozenset({"squat"}))
    assert said("pain-gate", plan(lift("tue 18:00")), state) == [
        f"the session of Tuesday 24 Nov stands where none may: {WHY}"
    ]
    assert found("pain-gate", plan(lift("wed 18:00")), state) == ()


def test_exercises_left_out_are_named_with_the_reason():
    state = held(avoid=frozenset({"squat", "walking-lunge"}))
    assert said("pain-gate", plan(lift("tue 18:00")), state) == [
        f"the session of Tuesday 24 Nov holds Squat and Walking lunge, to be left out: {WHY.rstrip('.')}"
    ]


def test_jumps_are_told_where_impact_is_held_back():
    jumping = plan(lift("tue 18:00", ("pogo 2x10", "squat 3x10")))
    assert len(found("pain-gate", jumping, held(no_impact=True))) == 1
    assert found("pain-gate", plan(lift("tue 18:00", ("squat 3x10",))), held(no_impact=True)) == ()


@pytest.mark.parametrize(
    ("words", "findings"),
    [
        ("squat 3x10 20kg", 0),
        ("squat 2x10 20kg", 0),
        ("squat 3x11 20kg", 1),
        ("squat 4x10 20kg", 1),
        ("squat 2x8 25kg", 1),
        ("box-squat 4x12 25kg", 0),
    ],
)
def test_nothing_rises_over_what_was_done(words, findings):
    assert len(found("pain-gate", plan(lift("tue 18:00", (words,))), held(no_growth=True))) == findings


def test_a_rise_names_both_weights():
    (words,) = said("pain-gate", plan(lift("tue 18:00", ("squat 2x8 25kg",))), held(no_growth=True))
    assert "Squat 25 kg after 20 kg" in words


def test_what_was_done_five_weeks_before_sets_no_mark():
    state = held(no_growth=True)
    old = replace(state.done[0], start=state.done[0].start.replace(month=10, day=20))
    state = replace(state, done=(old,))
    assert found("pain-gate", plan(lift("tue 18:00", ("squat 3x12 25kg",))), state) == ()


@pytest.mark.parametrize("rule", ["pain-gate", "red-flag-lock", "illness", "readiness"])
def test_each_rule_judges_its_own_easings(rule):
    session = plan(lift("tue 18:00"))
    assert [bool(found(one, session, held(rule, no_session=True))) for one in (rule, "effort")] == [
        True,
        False,
    ]


def test_a_plan_without_easings_breaks_none_of_them():
    session = plan(lift("tue 18:00"))
    assert [found(rule, session) for rule in ("pain-gate", "red-flag-lock", "illness", "readiness")] == [
        ()
    ] * 4
