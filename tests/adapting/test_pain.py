"""The protocol of pain, row by row: what each tissue bears, the next morning, how long it holds, when it comes back."""

from dataclasses import replace

import pytest

from felt_words import answer, answers, cleared, felt, held, hurting, on, with_number
from legday.adapting.answer import Answer
from legday.adapting.limits import avoided
from legday.adapting.pain import answers_after, asked_again, pain_answers, slow_tempo
from legday.model.easing import Decision, Eased, Easing
from legday.model.sets import Side
from legday.model.state import Log, RunnerState
from plan_builder import catalogue, day, runner

GO_ON, HOLD, EASE, SWAP, PAUSE, SEE = Decision


def gated(**facts: object) -> Easing:
    """What rule `pain-gate` holds back from Tuesday on: no jumps, no growth, and what `facts` say."""
    return Easing(**{"rule": "pain-gate", "first": day("tue"), "no_impact": True, "no_growth": True, **facts})


def stepped_back(**facts: object) -> Easing:
    """Two steps back for a week from Tuesday on."""
    back = "Grows again after Tuesday 1 Dec, if it stays at 2 or less and is no worse the next morning."
    week = {"decision": EASE, "last": day("w2 tue"), "sets_less": 1, "weight_percent": 80, "back": back}
    return gated(**{**week, **facts})


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


def test_what_a_clinician_must_see_promises_no_date_besides() -> None:
    (easing,) = held(hurting("tue shin-spot left 2"), "tue")
    assert (easing.decision, easing.last) == (SEE, None)


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
    assert [(one.words, one.command, one.score, one.place, one.side) for one in asks] == [
        (
            "Achilles tendon, left: 3 of 10 yesterday. How is it this morning, 0 to 10?",
            "legday hurt achilles 3 --side left --when next-morning",
            3,
            "achilles",
            Side.LEFT,
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


def test_what_may_be_a_red_flag_is_asked_with_its_side():
    asks = asked_again(hurting("tue calf left 3 swelling"), catalogue(), today=day("tue"))
    assert [(one.flag, one.place, one.side, one.command) for one in asks] == [
        ("swollen-calf", "calf", Side.LEFT, "legday flag swollen-calf"),
        ("dark-urine", "calf", Side.LEFT, "legday flag dark-urine"),
    ]


def test_what_comes_again_and_again_is_told_with_its_side():
    weeks = ("mon achilles left 1", "tue achilles left 0")
    state = hurting(*weeks, *(f"w2 {one}" for one in weeks), "w3 mon achilles left 1")
    assert [one.side for one in held(state, "w3 mon") if one.number == "times"] == [Side.LEFT]


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


@pytest.mark.parametrize(
    ("said", "today", "easings"),
    [
        # bone-like pain is held until a clinician has looked
        (
            ("tue achilles left 2 night",),
            "tue",
            (
                gated(
                    decision=Decision.SEE_SOMEONE,
                    last=None,
                    why="Achilles tendon, left, 2 of 10: like a bone: it hurts at night, at rest or hopping, where anything over 0 stops jumps and loaded work on one leg. See someone.",
                    number="bone",
                    back="Comes back when a clinician has cleared it: `legday cleared achilles`.",
                    place="achilles",
                    side=Side.LEFT,
                ),
            ),
        ),
        # a bone as well
        (
            ("tue shin-spot 1",),
            "tue",
            (
                gated(
                    decision=Decision.SEE_SOMEONE,
                    last=None,
                    why="Shin, one spot, 1 of 10: a bone, where anything over 0 stops jumps and loaded work on one leg. See someone.",
                    number="bone",
                    back="Comes back when a clinician has cleared it: `legday cleared shin-spot`.",
                    place="shin-spot",
                ),
            ),
        ),
        # so is a joint that swells
        (
            ("tue inner-knee right 1 swelling",),
            "tue",
            (
                gated(
                    decision=Decision.SEE_SOMEONE,
                    last=None,
                    why="Inner side of the knee, right, 1 of 10: it swells, locks or gives way. Its exercises stop; see someone.",
                    number="joint",
                    back="Comes back when a clinician has cleared it: `legday cleared inner-knee`.",
                    place="inner-knee",
                    side=Side.RIGHT,
                ),
            ),
        ),
        # over the limit of a tendon
        (
            ("tue achilles left 6",),
            "tue",
            (
                stepped_back(
                    why="Achilles tendon, left, 6 of 10: over the limit of 5. 2 steps back.",
                    number="tendon_hold",
                    place="achilles",
                    side=Side.LEFT,
                ),
            ),
        ),
        # over the limit of a muscle
        (
            ("tue hamstring 5",),
            "tue",
            (
                stepped_back(
                    decision=Decision.SWAP,
                    why="Back of the thigh, 5 of 10: over the limit of 3. 2 steps back, kinder exercises.",
                    number="muscle",
                    place="hamstring",
                ),
            ),
        ),
        # over the limit a second day
        (
            ("tue achilles 6", "fri achilles 7"),
            "fri",
            (
                gated(
                    decision=Decision.PAUSE,
                    first=day("fri"),
                    last=day("w2 fri"),
                    why="Achilles tendon, 7 of 10: over the limit of 5 for the second time. What loads it pauses.",
                    number="tendon_hold",
                    back="Comes back after Friday 4 Dec, 2 steps back.",
                    place="achilles",
                ),
                stepped_back(
                    first=day("fri"),
                    last=day("w3 fri"),
                    why="Achilles tendon, 7 of 10: over the limit of 5. 2 steps back.",
                    number="tendon_hold",
                    back="Grows again after Friday 11 Dec, if it stays at 2 or less and is no worse the next morning.",
                    place="achilles",
                ),
            ),
        ),
        # much worse the next morning
        (
            ("tue quadriceps 0", "wed quadriceps 3 next-morning"),
            "wed",
            (
                stepped_back(
                    first=day("wed"),
                    last=day("w2 wed"),
                    why="Front of the thigh, 3 of 10: 3 more than the day before. 2 steps back.",
                    number="morning_worse",
                    back="Grows again after Wednesday 2 Dec, if it stays at 2 or less and is no worse the next morning.",
                    place="quadriceps",
                ),
            ),
        ),
        # worse the next morning
        (
            ("tue quadriceps 1", "wed quadriceps 2 next-morning"),
            "wed",
            (
                gated(
                    decision=Decision.HOLD,
                    first=day("wed"),
                    last=day("w2 wed"),
                    why="Front of the thigh, 2 of 10: 1 more than the day before. Hold.",
                    number="morning_repeat",
                    back="Goes on after Wednesday 2 Dec, or as soon as it is 2 or less and no worse the next morning.",
                    place="quadriceps",
                ),
            ),
        ),
        # between the limits
        (
            ("tue achilles 4",),
            "tue",
            (
                gated(
                    decision=Decision.HOLD,
                    last=day("w2 tue"),
                    why="Achilles tendon, 4 of 10: over 2, up to 5. Hold.",
                    number="tendon_go",
                    back="Goes on after Tuesday 1 Dec, or as soon as it is 2 or less and no worse the next morning.",
                    place="achilles",
                ),
            ),
        ),
        # for too long
        (
            ("mon achilles 1", "w2 mon achilles 1", "w3 tue achilles 1"),
            "w3 tue",
            (
                gated(
                    decision=Decision.HOLD,
                    first=day("w3 tue"),
                    last=day("w5 tue"),
                    why="Achilles tendon, 1 of 10: for longer than 2 weeks. A professional should see it; nothing grows.",
                    number="weeks",
                    back="Grows again when it is over, or after Tuesday 22 Dec if you say nothing more of it, or when cleared.",
                    place="achilles",
                    no_impact=False,
                ),
            ),
        ),
        # too often
        (
            (
                "mon achilles 1",
                "tue achilles 0",
                "w2 mon achilles 1",
                "w2 tue achilles 0",
                "w3 mon achilles 1",
            ),
            "w3 mon",
            (
                gated(
                    decision=Decision.HOLD,
                    first=day("w3 mon"),
                    last=day("w5 mon"),
                    why="Achilles tendon, 1 of 10: for the third time. A professional should see it; nothing grows.",
                    number="times",
                    back="Grows again when it is over, or after Monday 21 Dec if you say nothing more of it, or when cleared.",
                    place="achilles",
                    no_impact=False,
                ),
            ),
        ),
        # with a limp
        (
            ("tue quadriceps left 2 limp",),
            "tue",
            (
                Easing(
                    rule="readiness",
                    decision=Decision.PAUSE,
                    first=day("tue"),
                    last=day("tue"),
                    why="Front of the thigh, left, 2 of 10: it makes you limp. No leg session on Tuesday 24 Nov.",
                    number="sore_stop",
                    back="Comes back the day after, unless you limp again.",
                    place="quadriceps",
                    side=Side.LEFT,
                    no_session=True,
                    no_impact=True,
                    no_growth=True,
                ),
                stepped_back(
                    why="Front of the thigh, left, 2 of 10: it makes you limp. 2 steps back.",
                    number="morning_worse",
                    place="quadriceps",
                    side=Side.LEFT,
                ),
            ),
        ),
        # at a place nobody knows
        (
            ("tue left-wing 3",),
            "tue",
            (
                stepped_back(
                    decision=Decision.SWAP,
                    why="A place legday does not know, 3 of 10: over the limit of 2. 2 steps back, kinder exercises.",
                    number="joint",
                    place="left-wing",
                    no_session=True,
                ),
            ),
        ),
    ],
)
def test_what_is_held_back_says_why_and_when_it_comes_back(said, today, easings):
    assert tuple(replace(one, avoid=frozenset()) for one in held(hurting(*said), today)) == easings


@pytest.mark.parametrize(
    ("said", "today", "told"),
    [
        (
            ("tue achilles left 1",),
            "tue",
            Answer(
                decision=Decision.GO_ON,
                rule="pain-gate",
                words="Achilles tendon, left: 1 of 10, up to 2 goes on as planned.",
                number="tendon_go",
                value=2,
                place="achilles",
                name="Achilles tendon",
                side=Side.LEFT,
                score=1,
                day=day("tue"),
                advice=(
                    "Up to 2 go on, up to 5 hold. No jumps; slow, heavy heel raises that the tendon bears. Where the heel bone itself hurts, do not let the heel sink below the step. (To be reviewed by a clinician.)",
                    "legday names no diagnosis.",
                ),
            ),
        ),
        (
            ("tue achilles left 4", "wed achilles left 0"),
            "wed",
            Answer(
                decision=Decision.GO_ON,
                rule="pain-gate",
                words="Achilles tendon, left: 0 of 10 now. Go on as planned.",
                number="tendon_go",
                value=2,
                place="achilles",
                name="Achilles tendon",
                side=Side.LEFT,
                score=0,
                day=day("wed"),
                advice=(
                    "Up to 2 go on, up to 5 hold. No jumps; slow, heavy heel raises that the tendon bears. Where the heel bone itself hurts, do not let the heel sink below the step. (To be reviewed by a clinician.)",
                    "legday names no diagnosis.",
                ),
            ),
        ),
        (
            ("tue achilles left 2 night",),
            "tue",
            Answer(
                decision=Decision.SEE_SOMEONE,
                rule="pain-gate",
                words="Achilles tendon, left, 2 of 10: like a bone: it hurts at night, at rest or hopping, where anything over 0 stops jumps and loaded work on one leg. See someone.",
                number="bone",
                value=0,
                place="achilles",
                name="Achilles tendon",
                side=Side.LEFT,
                score=2,
                day=day("tue"),
                changes="No dose rises; no jumps; left out or swapped: Bulgarian split squat, Heel raise over a towel, Kickstand deadlift, Lunge, Reverse lunge, Side lunge, Sideways step-down, Single-leg calf raise, Single-leg deadlift, Single-leg glute bridge, Split squat, Step-up, Walking lunge.",
                back="Comes back when a clinician has cleared it: `legday cleared achilles`.",
                advice=(
                    "Have it seen by a doctor or physiotherapist before anything that loads it again.",
                    "No running and no jumping on it until then.",
                    "What goes on or stands in: Calf raise, Bent-knee calf raise, Glute bridge; slowly, 3-0-3 seconds.",
                    "Up to 2 go on, up to 5 hold. No jumps; slow, heavy heel raises that the tendon bears. Where the heel bone itself hurts, do not let the heel sink below the step. (To be reviewed by a clinician.)",
                    "legday names no diagnosis.",
                ),
            ),
        ),
        (
            ("tue achilles left 4",),
            "wed",
            Answer(
                decision=Decision.HOLD,
                rule="pain-gate",
                words="Achilles tendon, left, 4 of 10: over 2, up to 5. Hold.",
                number="tendon_go",
                value=2,
                place="achilles",
                name="Achilles tendon",
                side=Side.LEFT,
                score=4,
                day=day("tue"),
                changes="No dose rises; no jumps; left out or swapped: Lunge, Walking lunge.",
                back="Goes on after Tuesday 1 Dec, or as soon as it is 2 or less and no worse the next morning.",
                advice=(
                    "What goes on or stands in: Calf raise, Bent-knee calf raise, Glute bridge; slowly, 3-0-3 seconds.",
                    "Up to 2 go on, up to 5 hold. No jumps; slow, heavy heel raises that the tendon bears. Where the heel bone itself hurts, do not let the heel sink below the step. (To be reviewed by a clinician.)",
                    "legday names no diagnosis.",
                ),
                asks=("Achilles tendon, left: 4 of 10 yesterday. How is it this morning, 0 to 10?",),
            ),
        ),
        (
            ("tue quadriceps left 2 limp",),
            "tue",
            Answer(
                decision=Decision.PAUSE,
                rule="readiness",
                words="Front of the thigh, left, 2 of 10: it makes you limp. No leg session on Tuesday 24 Nov.",
                number="sore_stop",
                value=7,
                place="quadriceps",
                name="Front of the thigh",
                side=Side.LEFT,
                score=2,
                day=day("tue"),
                changes="No leg session; no dose rises; no jumps; 80 % of the weight; 1 set less of each exercise; left out or swapped: Bulgarian split squat.",
                back="Comes back the day after, unless you limp again.",
                advice=(
                    "A doctor or physiotherapist should see it.",
                    "What goes on or stands in: Glute bridge, Deadlift, Calf raise.",
                    "In a muscle the limit is 3. Less depth, no jumps. (To be reviewed by a clinician.)",
                    "legday names no diagnosis.",
                ),
            ),
        ),
        (
            ("tue inner-knee 1 swelling",),
            "tue",
            Answer(
                decision=Decision.SEE_SOMEONE,
                rule="pain-gate",
                words="Inner side of the knee, 1 of 10: it swells, locks or gives way. Its exercises stop; see someone.",
                number="joint",
                value=2,
                place="inner-knee",
                name="Inner side of the knee",
                score=1,
                day=day("tue"),
                changes="No dose rises; no jumps; left out or swapped: Bulgarian split squat, Copenhagen plank, Goblet squat, Lunge, Reverse lunge, Side lunge, Sideways step-down, Split squat, Squat, Squat to a bench, Step-up, Walking lunge.",
                back="Comes back when a clinician has cleared it: `legday cleared inner-knee`.",
                advice=(
                    "Have it seen by a doctor or physiotherapist before anything that loads it again.",
                    "No running and no jumping on it until then.",
                    "What goes on or stands in: Glute bridge, Side-lying leg raise.",
                    "The limit is 2. Swelling, locking or giving way: stop and see someone. (To be reviewed by a clinician.)",
                    "legday names no diagnosis.",
                ),
                asks=("Is a joint hot and swollen, and do you have a fever or feel ill?",),
                flags=("hot-joint",),
            ),
        ),
        (
            ("tue left-wing 3",),
            "tue",
            Answer(
                decision=Decision.SWAP,
                rule="pain-gate",
                words="A place legday does not know, 3 of 10: over the limit of 2. 2 steps back, kinder exercises.",
                number="joint",
                value=2,
                place="left-wing",
                name="A place legday does not know",
                score=3,
                day=day("tue"),
                changes="No leg session; no dose rises; no jumps; 80 % of the weight; 1 set less of each exercise.",
                back="Grows again after Tuesday 1 Dec, if it stays at 2 or less and is no worse the next morning.",
                advice=("legday names no diagnosis.",),
            ),
        ),
    ],
)
def test_an_answer_says_what_changes_what_goes_on_and_what_to_ask(said, today, told):
    state = hurting(*said)
    given = answer(state, today)
    assert replace(given, easings=()) == told
    assert set(given.easings) == set(held(state, today))


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


def test_the_first_word_after_a_clinicians_counts_again():
    def said_at(order: int) -> RunnerState:
        log = Log(pains=(felt("fri shin-spot left 2", order),), cleared=(cleared("fri", "shin-spot"),))
        return replace(runner(), log=log)

    assert held(said_at(599), "fri") == ()
    assert held(said_at(600), "fri") == ()
    assert held(said_at(601), "fri") != ()


def test_of_several_words_of_clinicians_the_last_counts():
    words = (cleared("fri", "shin-spot"), cleared("tue", "shin-spot"))
    assert held(hurting("wed shin-spot 2", clear=words), "sat") == ()
    assert held(hurting("wed shin-spot 2", clear=(cleared("tue"), cleared("fri", "achilles"))), "sat") != ()
    same_day = (replace(cleared("fri"), at=felt("fri sole 1", 700).at), cleared("fri"))
    late = replace(runner(), log=Log(pains=(felt("fri shin-spot 2", 650),), cleared=same_day))
    assert held(late, "sat") == ()


def test_a_place_is_cleared_by_its_conditions_name_too():
    for name, condition in catalogue().conditions.items():
        for place in condition.places:
            assert held(hurting(f"tue {place} 6", clear=(cleared("wed", name),)), "wed") == ()


@pytest.mark.parametrize(
    ("said", "today", "words"),
    [
        (
            ("mon achilles left 1", "tue achilles left 0"),
            "tue",
            "Achilles tendon, left: 0 of 10 now. Go on as planned.",
        ),
        (("tue achilles 1",), "tue", "Achilles tendon: 1 of 10, up to 2 goes on as planned."),
        (
            ("mon achilles 2", "tue achilles 2 next-morning"),
            "tue",
            "Achilles tendon: 2 of 10 now. Go on as planned.",
        ),
    ],
)
def test_what_goes_on_says_how_much_is_borne(said, today, words):
    assert answer(hurting(*said), today).words == words


def test_a_red_flag_is_asked_about_on_the_day_and_the_day_after():
    said = hurting("tue calf 5 sudden")
    assert [answer(said, when).flags for when in ("tue", "wed", "thu")] == [("calf-pop",), ("calf-pop",), ()]
    later = hurting("tue calf 5 sudden", "wed calf 4")
    assert answer(later, "wed").flags == ()
    assert answer(hurting("tue calf 5 sudden", "tue calf 0 after"), "tue").flags == ()


def test_the_smallest_pain_is_asked_again_the_next_morning():
    (ask,) = asked_again(hurting("tue achilles 1"), catalogue(), today=day("wed"))
    assert ask.words == "Achilles tendon: 1 of 10 yesterday. How is it this morning, 0 to 10?"


def test_each_further_day_over_the_limit_is_counted_in_words():
    days = ("mon", "tue", "wed", "thu", "fri", "sat")
    said = [f"{when} achilles 6" for when in days]
    told = [held(hurting(*said[: n + 1]), when)[0].why for n, when in enumerate(days)]
    counted = [words.split(" for the ")[1].split(" time")[0] for words in told[1:]]
    assert counted == ["second", "third", "fourth", "fifth", "6th"]


def test_an_unknown_place_rests_the_session_whatever_holds_it():
    for said in (("tue left-wing 6", "wed left-wing 6"), ("tue left-wing 1 swelling",)):
        assert all(one.no_session for one in held(hurting(*said), "wed"))


def test_a_joint_that_hurts_like_a_bone_rests_what_either_would():
    alone = on(hurting("tue inner-knee 1 swelling"), "tue").avoid
    both = on(hurting("tue inner-knee 1 swelling", "tue inner-knee 1 night"), "tue").avoid
    assert both > alone
    assert "single-leg-deadlift" in both - alone


def test_an_old_pain_holds_only_what_must_be_seen():
    eased = on(hurting("mon achilles 6 swelling"), "w9 mon")
    (only,) = eased.easings
    assert only.decision is SEE
    assert answer(hurting("mon achilles 6 swelling"), "w9 mon").decision is SEE


def test_what_must_be_seen_is_told_even_after_it_hurt_again_and_went():
    state = hurting("mon achilles 2 night", "w4 mon achilles 1", "w4 tue achilles 0")
    assert answer(state, "w4 tue").decision is SEE


def test_pain_is_answered_for_two_weeks():
    assert answer(hurting("mon achilles 1"), "w3 mon").decision is GO_ON
    assert answers(hurting("mon achilles 1"), "w3 tue") == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("tue achilles left 3", [(Side.LEFT, 3)]),
        ("tue achilles 3", [(Side.LEFT, 3), (Side.RIGHT, 4)]),
        ("tue achilles right 3", [(Side.RIGHT, 3)]),
    ],
)
def test_what_was_just_said_is_answered_for_its_place_and_sides(said, told):
    now = felt(said, 5)
    before = (felt("mon achilles right 4"), felt("mon calf left 4"))
    log = Log(pains=(*before, now))
    given = answers_after(now, replace(runner(), log=log), catalogue(), today=day("tue"))
    assert {one.place for one in given} == {"achilles"}
    assert {one.side for one in given} == {side for side, _ in told}


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        (("tue achilles 2 limp",), True),
        (("tue achilles 4",), False),
        (("mon achilles 4", "w2 mon achilles 4", "w3 mon achilles 4"), False),
        (("mon achilles 4", "w2 mon achilles 4", "w3 tue achilles 4"), True),
    ],
)
def test_a_limp_or_too_long_asks_for_a_professional(said, asks):
    today = " ".join(said[-1].split()[: 2 if said[-1][0] == "w" else 1])
    told = answer(hurting(*said), today)
    assert ("A doctor or physiotherapist should see it." in told.advice) is asks


def test_bone_like_pain_keeps_nothing_that_loads_one_leg():
    assert "step-up" in catalogue().conditions["hamstring"].keep_exercises
    assert "step-up" not in on(hurting("tue hamstring 4"), "tue").avoid
    assert "step-up" in on(hurting("tue hamstring 1 night"), "tue").avoid


def test_each_question_comes_with_the_command_that_answers_it():
    flag, morning = asked_again(hurting("tue calf left 3 swelling"), catalogue(), today=day("wed"))[-2:]
    assert (flag.place, flag.command) == ("calf", "legday flag dark-urine")
    assert flag.words == f"{catalogue().red_flags['dark-urine'].question} If so:"
    assert (morning.place, morning.score) == ("calf", 3)
    assert morning.command == "legday hurt calf 3 --side left --when next-morning"
    (both,) = asked_again(hurting("tue sole 3"), catalogue(), today=day("wed"))
    assert both.command == "legday hurt sole 3 --when next-morning"


def test_what_is_over_is_not_asked_again():
    over = hurting("mon achilles 2", "tue achilles 2 next-morning")
    assert asked_again(over, catalogue(), today=day("wed")) == ()


@pytest.mark.parametrize(
    ("place", "exercise", "tempo"),
    [
        ("achilles", "calf-raise", "3-0-3"),
        ("sole", "towel-heel-raise", "3-2-3"),
        ("achilles", "squat", ""),
        ("calf", "calf-raise", ""),
    ],
)
def test_what_goes_on_for_a_sore_tendon_goes_slowly(place: str, exercise: str, tempo: str) -> None:
    held_back = Eased(easings=(gated(decision=HOLD, place=place, last=None, why=""),))
    assert slow_tempo(exercise, held_back, catalogue()) == tempo
    assert slow_tempo(exercise, Eased(easings=()), catalogue()) == ""
    sore = Eased(easings=(replace(held_back.easings[0], rule="readiness"),))
    assert slow_tempo(exercise, sore, catalogue()) == ""


def test_over_the_bone_number_and_not_at_it_a_clinician_looks():
    bears_one = with_number("pain-gate", "bone", 1)

    def seen(score: int) -> bool:
        (told,) = pain_answers(hurting(f"tue achilles {score} night"), bears_one, today=day("tue"))
        return told.decision is SEE

    assert (seen(1), seen(2)) == (False, True)


def test_what_helps_a_sore_place_is_never_left_out_unless_it_is_like_a_bone():
    exercises = catalogue().exercises
    place = replace(
        catalogue().conditions["achilles"], avoid_exercises=("squat",), keep_exercises=("squat", "pogo")
    )
    assert not {"squat", "pogo"} & avoided(place, exercises)
    assert {"squat", "pogo"} <= avoided(place, exercises, bone=True)
