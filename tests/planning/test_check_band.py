"""Numbers in their bands: sets per muscle, back to front, effort."""

from dataclasses import replace

import pytest

from legday.model.muscles import Muscle
from legday.model.plan import Plan
from legday.model.progression import Phase
from legday.model.runner import LiftingLevel, Style
from plan_builder import A, B, day, done, found, lift, plan, runner, said, week
from rule_cases import race


def squats(*sets: int, **changes: object) -> Plan:
    """A and B in the first week with squats as many as said; squats give the quadriceps one set each."""
    menu = tuple(f"squat {count}x10" for count in sets)
    return replace(plan(lift("tue 18:00"), lift("fri 18:00", B), lift("sat 18:00", menu)), **changes)


def quads(words: list[str]) -> list[str]:
    return [one for one in words if "quadriceps" in one]


def test_the_articles_week_counts_15_sets_for_the_quadriceps_and_18_are_the_most() -> None:
    assert quads(said("muscle-band", squats(3))) == []
    assert len(quads(said("muscle-band", squats(4)))) == 1


def test_four_sets_a_week_are_the_least() -> None:
    few = plan(lift("tue 18:00", ("squat 4x10", "calf-raise 3x15")))
    fewer = plan(lift("tue 18:00", ("squat 3x10", "calf-raise 3x15")))
    assert quads(said("muscle-band", few)) == []
    assert len(quads(said("muscle-band", fewer))) == 1


def test_the_words_name_each_muscle_with_its_sets() -> None:
    (words,) = said("muscle-band", plan(lift("tue 18:00"), lift("fri 18:00", ("glute-bridge 3x15",))))
    assert words.startswith("the week of 23 Nov: ")
    assert words.endswith("; between 4 and 18 sets")


def test_done_sessions_of_the_week_count_with_the_planned_ones() -> None:
    state = runner(past=(done("mon 18:00", quarter_sets={Muscle.QUADRICEPS: 8}),))
    given = plan(lift("wed 18:00", ("squat 2x10",)), today=day("tue"))
    assert quads(said("muscle-band", given, state)) == []
    more = runner(past=(done("mon 18:00", quarter_sets={Muscle.QUADRICEPS: 65}),))
    assert len(quads(said("muscle-band", given, more))) == 1


def test_a_week_that_has_begun_may_hold_fewer() -> None:
    assert found("muscle-band", plan(lift("fri 18:00", ("squat 1x10",)), today=day("wed"))) == ()


@pytest.mark.parametrize(("sets", "findings"), [(1, 1), (2, 0), (9, 0), (10, 1)])
def test_a_cut_back_week_has_half_the_band(sets: int, findings: int) -> None:
    given = plan(lift("tue 18:00", (f"squat {sets}x10",)), weeks=[week(1, cut_back=True)])
    assert len(quads(said("muscle-band", given))) == findings


@pytest.mark.parametrize("phase", [Phase.TAPER, Phase.RECOVER])
def test_a_taper_or_recovery_week_may_hold_fewer(phase: Phase) -> None:
    light = plan(lift("tue 18:00", ("squat 1x10",)), weeks=[week(1, phase=phase)])
    assert found("muscle-band", light) == ()


@pytest.mark.parametrize(("sets", "findings"), [(1, 0), (3, 0), (4, 1)])
def test_the_week_of_a_race_holds_three_sets_at_most(sets: int, findings: int) -> None:
    state = runner(races=(race("sun", 10_000),))
    given = plan(lift("mon 18:00", (f"squat {sets}x10",)))
    assert len(quads(said("muscle-band", given, state))) == findings


def test_a_race_on_the_next_monday_is_in_the_next_week() -> None:
    state = runner(races=(race("w2 mon", 10_000),))
    assert quads(said("muscle-band", plan(lift("mon 18:00", ("squat 4x10",))), state)) == []


@pytest.mark.parametrize(
    ("style", "level", "behind", "findings"),
    [
        (Style.EVIDENCE, LiftingLevel.BEGINNER, 3, 1),
        (Style.EVIDENCE, LiftingLevel.BEGINNER, 4, 0),
        (Style.EVIDENCE, LiftingLevel.TRAINED, 0, 0),
        (Style.ARTICLE, LiftingLevel.BEGINNER, 0, 0),
    ],
)
def test_a_beginners_first_four_weeks_of_style_evidence_hold_12_sets_at_most(
    style: Style, level: LiftingLevel, behind: int, findings: int
) -> None:
    given = plan(lift("tue 18:00", ("squat 13x10",)), style=style)
    state = runner(lifting=level, foundation_weeks=behind)
    assert len(quads(said("muscle-band", given, state))) == findings


def test_weeks_of_the_plan_count_among_a_beginners_first() -> None:
    sessions = [lift(f"w{n} tue 18:00", ("squat 13x10",)) for n in range(1, 6)]
    given = plan(*sessions, style=Style.EVIDENCE)
    assert len(quads(said("muscle-band", given, runner(lifting=LiftingLevel.BEGINNER)))) == 4


def only(*menu: str) -> list[str]:
    return said("posterior-balance", plan(lift("tue 18:00", menu)))


def test_the_articles_week_is_in_balance() -> None:
    assert said("posterior-balance", plan(lift("tue 18:00", A), lift("fri 18:00", B))) == []


def test_a_week_without_calves_is_told() -> None:
    assert only("hip-thrust 3x10", "glute-bridge 3x15")[1:] == [
        "the week of 23 Nov has no sets for the calves"
    ]


def test_work_for_the_back_of_the_legs_alone_is_out_of_balance() -> None:
    (words,) = only("glute-bridge 3x15", "calf-raise 3x15")
    assert words.endswith("and 0.75 for the quadriceps; 100–220 % keeps the balance")


def balanced(quadriceps: int, back: int) -> list[str]:
    sets = {Muscle.QUADRICEPS: quadriceps, Muscle.HAMSTRINGS: back, Muscle.SOLEUS: 4}
    past = done("mon 18:00", quarter_sets=sets)
    given = plan(lift("wed 18:00", ("side-plank 1x20",)), today=day("tue"))
    return said("posterior-balance", given, runner(past=(past,)))


@pytest.mark.parametrize(("back", "findings"), [(39, 1), (40, 0), (88, 0), (89, 1)])
def test_back_to_front_lies_between_100_and_220_percent(back: int, findings: int) -> None:
    assert len(balanced(40, back)) == findings


@pytest.mark.parametrize(
    ("level", "rir", "findings"),
    [
        (LiftingLevel.TRAINED, 0, 1),
        (LiftingLevel.TRAINED, 1, 1),
        (LiftingLevel.TRAINED, 2, 0),
        (LiftingLevel.TRAINED, 4, 0),
        (LiftingLevel.TRAINED, 5, 1),
        (LiftingLevel.BEGINNER, 2, 1),
        (LiftingLevel.BEGINNER, 3, 0),
        (LiftingLevel.BEGINNER, 4, 0),
        (LiftingLevel.BEGINNER, 5, 1),
    ],
)
def test_effort_leaves_repetitions_in_reserve(level: LiftingLevel, rir: int, findings: int) -> None:
    given = plan(lift("tue 18:00", (f"squat 3x10 rir{rir}", "calf-raise 3x15 rir3")))
    assert len(found("effort", given, runner(lifting=level))) == findings


def test_the_words_name_the_exercise_and_its_reserve() -> None:
    assert said("effort", plan(lift("tue 18:00", ("squat 3x10 rir0",)))) == [
        "repetitions in reserve on Tuesday 24 Nov: Squat 0; 2–4 are meant, never 0"
    ]


def test_the_words_and_days_of_a_week_out_of_its_band_are_exact() -> None:
    menu = ("squat 4x10", "deadlift 6x8", "side-lying-abduction 4x10")
    (one,) = found("muscle-band", plan(lift("tue 18:00", menu)))
    assert one.words == "the week of 23 Nov: gastrocnemius 0 and soleus 1; between 4 and 18 sets"
    assert one.days == (day("mon"),)


def test_a_week_without_sets_for_the_calves_is_said_of_its_monday() -> None:
    given = plan(lift("w2 tue 18:00", ("hip-thrust 3x10", "box-squat 3x10")), weeks=[week(1), week(2)])
    found_ones = [one for one in found("posterior-balance", given) if "calves" in one.words]
    assert [(one.words, one.days) for one in found_ones] == [
        ("the week of 30 Nov has no sets for the calves", (day("w2 mon"),))
    ]
    only = plan(lift("tue 18:00", ("hip-thrust 3x10", "box-squat 3x10", "bent-knee-calf-raise 1x10")))
    assert not any("calves" in one for one in said("posterior-balance", only))


def test_a_week_without_either_side_is_in_balance_with_nothing() -> None:
    assert (
        said("posterior-balance", plan(lift("tue 18:00", ("standing-calf-raise 3x12", "plank 3x30")))) == []
    )
    front_only = said(
        "posterior-balance", plan(lift("tue 18:00", ("standing-calf-raise 3x12", "glute-bridge 3x15")))
    )
    assert front_only != []


def test_the_week_of_a_race_on_its_monday_is_a_race_week() -> None:
    state = runner(races=(race("mon", 10_000),))
    assert len(quads(said("muscle-band", plan(lift("wed 18:00", ("squat 4x10",))), state))) == 1


def test_a_race_week_needs_no_sets_and_says_its_most() -> None:
    state = runner(races=(race("sun", 10_000),))
    assert said("muscle-band", plan(lift("mon 18:00", ("plank 3x30",))), state) == []
    (words,) = quads(said("muscle-band", plan(lift("mon 18:00", ("squat 4x10",))), state))
    assert words.endswith("; between 0 and 3 sets")


def test_a_cut_back_week_says_half_the_band() -> None:
    given = plan(lift("tue 18:00", ("squat 1x10",)), weeks=[week(1, cut_back=True)])
    (words,) = quads(said("muscle-band", given))
    assert words.endswith("; between 2 and 9 sets")


def test_the_weeks_after_one_without_sessions_are_read_too() -> None:
    given = plan(lift("w2 tue 18:00", ("squat 1x10",)), weeks=[week(1), week(2)])
    assert len(found("muscle-band", given)) == 1
    assert found("muscle-band", given)[0].days == (day("w2 mon"),)


def test_a_set_to_failure_is_told_whatever_the_band_of_effort() -> None:
    level = runner(lifting=LiftingLevel.TRAINED, rule_numbers={"effort": {"rir_low": 0}})
    assert len(found("effort", plan(lift("tue 18:00", ("squat 3x10 rir0",))), level)) == 1
