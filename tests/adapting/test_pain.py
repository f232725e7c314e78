"""The protocol of pain, row by row: what each tissue bears, the next morning, how long it holds, when it comes back."""

import pytest

from felt_words import answer, answers, cleared, felt, held, hurting, on, with_number
from legday.adapting.pain import asked_again, pain_answers
from legday.model.easing import Decision
from legday.model.sets import Side
from plan_builder import catalogue, day

GO_ON, HOLD, EASE, SWAP, PAUSE, SEE = Decision


@pytest.mark.parametrize(
    ("said", "decision", "number", "value"),
    [
        # bone: anything over 0
        ("tue shin-spot 1", SEE, "bone", 0),
        ("tue foot-spot 1", SEE, "bone", 0),
        ("tue groin 1", SEE, "bone", 0),
        ("tue hip 1", SEE, "bone", 0),
        # any place that behaves like a bone
        ("tue achilles 1 night", SEE, "bone", 0),
        ("tue quadriceps 1 rest", SEE, "bone", 0),
        ("tue shin-diffuse 1 hop", SEE, "bone", 0),
        # a tendon or the sole: up to 2 go on, up to 5 hold, over it step back
        ("tue achilles 2", GO_ON, "tendon_go", 2),
        ("tue achilles 3", HOLD, "tendon_go", 2),
        ("tue achilles 5", HOLD, "tendon_go", 2),
        ("tue achilles 6", EASE, "tendon_hold", 5),
        ("tue sole 2", GO_ON, "tendon_go", 2),
        ("tue heel 5", HOLD, "tendon_go", 2),
        ("tue sole 6", EASE, "tendon_hold", 5),
        ("tue kneecap-tendon 5", HOLD, "tendon_go", 2),
        ("tue kneecap-tendon 6", EASE, "tendon_hold", 5),
        ("tue outer-knee 3", HOLD, "tendon_go", 2),
        # the kneecap: 2
        ("tue front-knee 2", GO_ON, "kneecap", 2),
        ("tue front-knee 3", SWAP, "kneecap", 2),
        # a muscle: 3
        ("tue calf 2", GO_ON, "muscle", 3),
        ("tue calf 3", HOLD, "muscle", 3),
        ("tue hamstring 4", SWAP, "muscle", 3),
        ("tue quadriceps 4", SWAP, "muscle", 3),
        ("tue buttock 4", SWAP, "muscle", 3),
        # along the shin: 3
        ("tue shin-diffuse 3", HOLD, "soft_tissue", 3),
        ("tue shin-diffuse 4", SWAP, "soft_tissue", 3),
        # a joint: 2, and at once where it swells or locks
        ("tue inner-knee 2", GO_ON, "joint", 2),
        ("tue inner-knee 3", SWAP, "joint", 2),
        ("tue low-back 3", SWAP, "joint", 2),
        ("tue inner-knee 1 swelling", SEE, "joint", 2),
        ("tue front-knee 1 locking", SEE, "joint", 2),
        # a limp
        ("tue achilles 1 limp", PAUSE, "sore_stop", 7),
    ],
)
def test_each_tissue_has_its_limits(said, decision, number, value):
    told = answer(hurting(said), "tue")
    assert (told.decision, told.number, told.value) == (decision, number, value)


@pytest.mark.parametrize(
    ("evening", "morning", "decision", "number"),
    [
        ("achilles 3", "achilles 2", GO_ON, "tendon_go"),
        ("achilles 2", "achilles 2", GO_ON, "tendon_go"),
        ("achilles 1", "achilles 2", EASE, "morning_repeat"),
        ("achilles 4", "achilles 4", HOLD, "tendon_go"),
        ("achilles 4", "achilles 5", EASE, "morning_repeat"),
        ("quadriceps 1", "quadriceps 1", GO_ON, "muscle"),
        ("quadriceps 1", "quadriceps 2", HOLD, "morning_repeat"),
        ("quadriceps 0", "quadriceps 2", HOLD, "morning_repeat"),
        ("quadriceps 0", "quadriceps 3", EASE, "morning_worse"),
        ("front-knee 0", "front-knee 2", HOLD, "morning_repeat"),
    ],
)
def test_the_next_morning_decides_how_it_goes_on(evening, morning, decision, number):
    told = answer(hurting(f"tue {evening}", f"wed {morning} next-morning"), "wed")
    assert (told.decision, told.number) == (decision, number)


def test_a_morning_is_compared_with_the_day_before_only():
    assert answer(hurting("mon quadriceps 0", "wed quadriceps 2 next-morning"), "wed").decision is GO_ON


def test_three_of_ten_holds_and_two_the_next_morning_goes_on():
    state = hurting("tue achilles left 3", "wed achilles left 2 next-morning")
    assert answer(hurting("tue achilles left 3"), "tue").decision is HOLD
    assert held(hurting("tue achilles left 3"), "tue") != ()
    assert held(state, "wed") == ()


def test_a_hold_takes_out_jumps_growth_and_what_loads_the_place_for_seven_days():
    state = hurting("tue achilles 4")
    eased = on(state, "w2 tue", today="tue")
    assert eased.no_growth
    assert eased.no_impact
    assert not eased.no_session
    assert {"walking-lunge", "lunge", "pogo", "box-jump"} <= eased.avoid
    assert not {"calf-raise", "glute-bridge", "squat"} & eased.avoid
    assert eased.weight_percent == 100
    assert on(state, "w2 wed", today="tue").easings == ()


def test_over_the_limit_is_two_steps_back_at_first():
    eased = on(hurting("tue achilles 6"), "wed")
    assert (eased.weight_percent, eased.sets_less) == (80, 1)
    assert "walking-lunge" in eased.avoid
    assert "calf-raise" not in eased.avoid


def test_over_the_limit_a_second_day_pauses_for_seven_days_and_comes_back_two_steps_down():
    state = hurting("tue achilles 6", "fri achilles 7")
    told = answer(state, "fri")
    assert told.decision is PAUSE
    assert {"calf-raise", "standing-calf-raise", "step-up", "lunge"} <= on(state, "w2 fri", today="fri").avoid
    back = on(state, "w2 sat", today="fri")
    assert "calf-raise" not in back.avoid
    assert (back.weight_percent, back.sets_less, back.no_growth) == (80, 1, True)
    assert on(state, "w3 fri", today="fri").weight_percent == 80
    assert on(state, "w3 sat", today="fri").easings == ()
    assert "Friday 4 Dec" in told.back


def test_twice_over_on_one_day_is_once():
    assert answer(hurting("tue achilles 6", "tue achilles 7 after"), "tue").decision is EASE


def test_gone_after_a_step_back_does_not_bring_everything_back_the_next_day():
    state = hurting("tue achilles 6", "wed achilles 0")
    assert on(state, "thu", today="wed").weight_percent == 80
    assert on(state, "w2 wed", today="wed").easings == ()


def test_a_hold_ends_when_it_is_gone():
    assert held(hurting("tue achilles 4", "wed achilles 0"), "wed") == ()


def test_low_but_not_asked_again_in_the_morning_keeps_the_hold():
    assert answer(hurting("mon achilles 4", "wed achilles 1"), "wed").decision is HOLD


def test_bone_holds_until_a_clinician_has_cleared_that_place():
    said = "tue shin-spot left 2"
    assert on(hurting(said), "w30 tue", today="tue").no_impact
    assert answer(hurting(said, "fri shin-spot left 0"), "fri").decision is SEE
    assert held(hurting(said, clear=(cleared("fri", "shin-spot"),)), "fri") == ()
    assert held(hurting(said, clear=(cleared("fri"),)), "fri") == ()
    assert held(hurting(said, clear=(cleared("fri", "achilles"),)), "fri") != ()
    assert held(hurting(said, "sat shin-spot left 1", clear=(cleared("fri", "shin-spot"),)), "sat") != ()


def test_bone_takes_out_impact_and_loaded_work_on_one_leg_and_leaves_a_session():
    eased = on(hurting("tue achilles 2 night"), "tue")
    exercises = catalogue().exercises
    assert {"step-up", "walking-lunge", "bulgarian-split-squat", "single-leg-deadlift", "pogo"} <= eased.avoid
    assert not {"glute-bridge", "dead-bug", "squat", "side-lying-abduction"} & eased.avoid
    assert not eased.no_session
    assert all(one.id in eased.avoid for one in exercises.values() if one.plyometric)


def test_a_joint_that_swells_rests_all_that_loads_it():
    eased = on(hurting("tue inner-knee 1 swelling"), "w9 tue", today="tue")
    assert {"squat", "box-squat", "lunge", "step-up", "copenhagen-plank"} <= eased.avoid
    assert "glute-bridge" not in eased.avoid


def test_longer_than_two_weeks_asks_for_a_professional_and_holds_growth():
    fifteen = hurting("mon achilles 1", "w2 mon achilles 1", "w3 tue achilles 1")
    told = answer(fifteen, "w3 tue")
    assert (told.decision, told.number, told.value) == (HOLD, "weeks", 2)
    assert any("doctor or physiotherapist" in words for words in told.advice)
    assert on(fifteen, "w5 tue", today="w3 tue").no_growth
    assert not on(fifteen, "w5 tue", today="w3 tue").avoid
    assert on(fifteen, "w5 wed", today="w3 tue").easings == ()
    fourteen = hurting("mon achilles 1", "w2 mon achilles 1", "w3 mon achilles 1")
    assert answer(fourteen, "w3 mon").decision is GO_ON


def test_the_third_time_asks_for_a_professional_and_holds_growth():
    twice = ("mon achilles 1", "tue achilles 0", "w2 mon achilles 1", "w2 tue achilles 0")
    told = answer(hurting(*twice, "w3 mon achilles 1"), "w3 mon")
    assert (told.decision, told.number, told.value) == (HOLD, "times", 3)
    assert answer(hurting(*twice[2:], "w3 mon achilles 1"), "w3 mon").decision is GO_ON
    assert answer(hurting(*twice, "w60 mon achilles 1"), "w60 mon").decision is GO_ON


def test_two_weeks_of_silence_end_an_episode():
    assert answer(hurting("mon achilles 6", "w3 mon achilles 6"), "w3 mon").decision is PAUSE
    assert answer(hurting("mon achilles 6", "w3 tue achilles 6"), "w3 tue").decision is EASE
    assert answers(hurting("mon achilles 1"), "w3 tue") == ()


def test_sides_are_told_apart():
    state = hurting("mon achilles left 6", "tue achilles right 6")
    assert {one.side: one.decision for one in answers(state, "tue")} == {Side.LEFT: EASE, Side.RIGHT: EASE}


def test_both_sides_count_for_each_once_one_is_named():
    state = hurting("mon achilles 6", "tue achilles left 0")
    assert {one.side: one.score for one in answers(state, "tue")} == {Side.LEFT: 0, Side.RIGHT: 6}


def test_a_limp_leaves_out_that_days_session_only():
    state = hurting("tue quadriceps 2 limp")
    assert on(state, "tue").no_session
    wednesday = on(state, "wed", today="tue")
    assert not wednesday.no_session
    assert wednesday.weight_percent == 80


def test_a_place_nobody_knows_is_taken_on_the_safe_side():
    assert answer(hurting("tue left-wing 2"), "tue").decision is GO_ON
    assert on(hurting("tue left-wing 3"), "tue").no_session


def test_what_hurt_yesterday_is_asked_again():
    asks = asked_again(hurting("tue achilles left 3"), catalogue(), today=day("wed"))
    assert [(one.words, one.command, one.score) for one in asks] == [
        (
            "Achilles tendon, left: 3 of 10 yesterday. How is it this morning, 0 to 10?",
            "legday hurt achilles 3 --side left --when next-morning",
            3,
        )
    ]
    assert asked_again(hurting("tue achilles left 3"), catalogue(), today=day("thu")) == ()
    assert asked_again(hurting("tue achilles left 0"), catalogue(), today=day("wed")) == ()


@pytest.mark.parametrize(
    ("said", "flag"),
    [
        ("tue calf 5 sudden", "calf-pop"),
        ("tue achilles 5 sudden", "calf-pop"),
        ("tue calf 3 swelling", "swollen-calf"),
        ("tue low-back 4 numb", "saddle-numbness"),
        ("tue shin-diffuse 4 numb", "tense-leg"),
    ],
)
def test_a_behaviour_that_may_be_a_red_flag_is_asked_about_and_locks_nothing_by_itself(said, flag):
    told = answer(hurting(said), "tue")
    assert flag in told.flags
    assert catalogue().red_flags[flag].question in told.asks
    assert not on(hurting(said), "tue").no_session


def test_an_answer_says_rule_number_change_and_return_and_names_no_diagnosis():
    told = answer(hurting("tue achilles left 4"), "tue")
    assert told.rule == "pain-gate"
    assert told.words == "Achilles tendon, left, 4 of 10: over 2, up to 5. Hold."
    assert told.changes == "No dose rises; no jumps; left out or swapped: Lunge, Walking lunge."
    assert told.back == (
        "Goes on after Tuesday 1 Dec, or as soon as it is 2 or less and no worse the next morning."
    )
    assert "legday names no diagnosis." in told.advice
    assert any("To be reviewed by a clinician." in words for words in told.advice)
    assert told.easing is not None
    assert told.easing.number == "tendon_go"


def test_what_is_said_of_tomorrow_does_not_count_today():
    assert answers(hurting("wed achilles 6"), "tue") == ()


def test_a_runner_who_lowers_a_limit_is_held_earlier():
    strict = with_number("pain-gate", "tendon_go", 1)
    (told,) = pain_answers(hurting("tue achilles 2"), strict, today=day("tue"))
    assert (told.decision, told.value) == (HOLD, 1)


def test_a_report_is_of_the_day_it_was_felt():
    assert felt("w2 tue sole 1").day == day("w2 tue")


LONG_AGO = tuple(
    f"w-{weeks} {said}" for weeks in (60, 61, 70) for said in ("tue quadriceps 8", "fri quadriceps 2")
)


def test_pain_of_more_than_a_year_ago_changes_nothing_said_now():
    lately = ("tue quadriceps left 5", "fri quadriceps left 4")
    with_past, without = hurting(*LONG_AGO, *lately), hurting(*lately)
    assert len(with_past.log.pains) == len(LONG_AGO) + len(lately)
    assert held(with_past, "sat") == held(without, "sat")
    assert [one.words for one in answers(with_past, "sat")] == [one.words for one in answers(without, "sat")]


def test_what_a_clinician_must_see_stands_however_long_ago_it_was_said():
    (easing,) = held(hurting("w-60 tue quadriceps 2 night", "tue quadriceps 1"), "sat")
    assert (easing.decision, easing.last) == (SEE, None)


def test_episodes_of_the_last_year_are_counted_though_they_hold_nothing_any_more():
    times = ("w-40 tue quadriceps 5", "w-20 tue quadriceps 5", "tue quadriceps 5")
    assert "times" in {one.number for one in held(hurting(*times), "tue")}
    assert "times" not in {one.number for one in held(hurting("w-60 tue quadriceps 5", *times[1:]), "tue")}
