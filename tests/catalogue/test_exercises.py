"""Every exercise says what it needs, what it trains, how it is done and how a watch calls it."""

import pytest
from fitdecode.profile import FIELD_TYPES

from legday.adapting.limits import limits_of
from legday.catalogue.reader import read_catalogue
from legday.model.exercises import DrillKind, Pattern, SessionPlace
from legday.model.muscles import Muscle
from legday.model.progression import Phase
from legday.model.runner import LiftingLevel, Style

CATALOGUE = read_catalogue()

NAMES_THAT_SAY_IT = {
    "squat": "squat",
    "walking-lunge": "walking_lunge",
    "lunge": "lunge",
    "deadlift": "dumbbell_deadlift",
    "step-up": "step_up",
    "calf-raise": "standing_calf_raise",
    "glute-bridge": "hip_raise",
    "single-leg-deadlift": "single_leg_romanian_deadlift_with_dumbbell",
    "bulgarian-split-squat": "dumbbell_bulgarian_split_squat",
    "box-jump": "box_jump",
    "plyometric-lunge": "alternating_jump_lunge",
    "hamstring-curl": "leg_curl",
    "standing-calf-raise": "weighted_standing_calf_raise",
    "goblet-squat": "goblet_squat",
    "box-squat": "box_step_squat",
    "reverse-lunge": "dumbbell_reverse_lunge",
    "split-squat": "dumbbell_split_squat",
    "lateral-lunge": "side_lunge",
    "lateral-step-down": "partial_single_leg_squat",
    "romanian-deadlift": "romanian_deadlift",
    "kickstand-deadlift": "single_arm_deadlift",
    "hip-thrust": "barbell_hip_thrust_with_bench",
    "single-leg-glute-bridge": "single_leg_hip_raise",
    "single-leg-calf-raise": "single_leg_standing_calf_raise",
    "bent-knee-calf-raise": "seated_calf_raise",
    "towel-heel-raise": "single_leg_standing_dumbbell_calf_raise",
    "tibialis-raise": "seated_dumbbell_toe_raise",
    "nordic-curl": "leg_curl",
    "slider-curl": "sliding_leg_curl",
    "ball-curl": "swiss_ball_hip_raise_and_leg_curl",
    "band-hamstring-curl": "leg_curl",
    "hamstring-walkout": "marching_hip_raise",
    "side-plank": "side_plank",
    "side-lying-abduction": "side_lying_leg_raise",
    "banded-side-step": "lateral_walks_with_band_at_ankles",
    "copenhagen-plank": "side_plank_with_feet_on_bench",
    "dead-bug": "dead_bug",
    "bird-dog": "arm_and_leg_extension_on_knees",
    "plank": "plank",
    "pogo": "jump_rope",
    "jump-squat": "jump_squat",
}


def test_there_are_at_least_thirty_four_exercises() -> None:
    assert len(CATALOGUE.exercises) >= 34


@pytest.mark.parametrize("name", sorted(CATALOGUE.exercises))
def test_the_fit_numbers_are_those_of_the_public_profile(name: str) -> None:
    fit = CATALOGUE.exercises[name].fit
    category = FIELD_TYPES["exercise_category"].enum[fit.category]
    assert FIELD_TYPES[f"{category}_exercise_name"].enum[fit.name] == NAMES_THAT_SAY_IT[name]


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("squat", 28), ("step-up", 28), ("lunge", 17), ("bulgarian-split-squat", 17), ("deadlift", 8), ("calf-raise", 1),
        ("glute-bridge", 10), ("hamstring-curl", 15), ("box-jump", 20), ("dead-bug", 11), ("plank", 19), ("bird-dog", 5),
    ],
)  # fmt: skip
def test_the_categories_are_the_expected_numbers(name: str, category: int) -> None:
    assert CATALOGUE.exercises[name].fit.category == category


def test_all_kin_are_reached_from_the_article() -> None:
    reached, left = set(), [name for name, exercise in CATALOGUE.exercises.items() if exercise.claims]
    while left:
        name = left.pop()
        if name not in reached:
            reached.add(name)
            exercise = CATALOGUE.exercises[name]
            left += [*exercise.easier, *exercise.harder, *exercise.kin]
    unreached = set(CATALOGUE.exercises) - reached
    assert {CATALOGUE.exercises[name].place for name in unreached} <= {
        SessionPlace.TRUNK,
        SessionPlace.ISOLATION,
    }


def test_no_exercise_is_both_easier_and_harder_than_another() -> None:
    pairs = [
        (name, other)
        for name, exercise in CATALOGUE.exercises.items()
        for other in exercise.easier
        if other in exercise.harder or name in CATALOGUE.exercises[other].easier
    ]
    assert pairs == []


def test_each_says_what_it_asks_of_the_body_and_what_can_stand_in_for_it() -> None:
    assert [name for name, exercise in CATALOGUE.exercises.items() if not exercise.demands] == []
    assert [name for name, exercise in CATALOGUE.exercises.items() if not exercise.kin] == []


def test_sources_are_named_besides_our_own_setting_where_the_article_speaks() -> None:
    for exercise in CATALOGUE.exercises.values():
        assert "our-setting" in exercise.sources
        assert ("article" in exercise.sources) == bool(exercise.claims)


def test_hip_and_trunk_additions_are_short_and_last() -> None:
    short = [exercise for exercise in CATALOGUE.exercises.values() if exercise.short]
    assert any(exercise.hip_abductor for exercise in short)
    assert any(exercise.trunk for exercise in short)
    assert not any(exercise.sets.get(Muscle.GLUTE_MAX) for exercise in short)
    assert not any(exercise.one_leg for exercise in short)


def test_jumps_start_low_in_the_list_of_impact() -> None:
    jumps = {name: e.impact for name, e in CATALOGUE.exercises.items() if e.pattern is Pattern.PLYOMETRIC}
    assert jumps == {"box-jump": 2, "pogo": 2, "jump-squat": 3, "plyometric-lunge": 4}
    assert not any(e.impact for e in CATALOGUE.exercises.values() if e.pattern is not Pattern.PLYOMETRIC)


def test_a_beginner_has_everything_the_first_block_needs() -> None:
    easy = [
        exercise
        for exercise in CATALOGUE.exercises.values()
        if not exercise.advanced and exercise.minimum_level is LiftingLevel.BEGINNER
    ]
    assert {
        Pattern.SQUAT,
        Pattern.LUNGE,
        Pattern.STEP,
        Pattern.HINGE,
        Pattern.BRIDGE,
        Pattern.CURL,
        Pattern.CALF,
    } <= {exercise.pattern for exercise in easy}


@pytest.mark.parametrize("kind", list(DrillKind))
def test_drills_of_every_kind_reach_the_places_that_runners_need(kind: DrillKind) -> None:
    areas = {area for drill in CATALOGUE.drills.values() if drill.kind is kind for area in drill.areas}
    wanted = {"hips", "calves"} if kind is DrillKind.RAISE else {"hips", "hamstrings", "calves", "quadriceps"}
    assert wanted <= areas


def test_there_are_enough_drills() -> None:
    assert len(CATALOGUE.drills) >= 16


def test_a_cool_down_can_be_filled_and_a_warm_up_too() -> None:
    seconds = {
        kind: sum(d.seconds for d in CATALOGUE.drills.values() if d.kind is kind) for kind in DrillKind
    }
    progression = CATALOGUE.progression
    assert seconds[DrillKind.STATIC] >= 60 * progression.cool_down_minutes
    assert seconds[DrillKind.DYNAMIC] >= 60 * progression.warm_up_after_run_minutes


def test_every_place_that_can_hurt_is_there_with_limits_of_its_tissue() -> None:
    limits = {
        place: ((limits := limits_of(condition, CATALOGUE.rulebook)).go, limits.stop)
        for condition in CATALOGUE.conditions.values()
        for place in condition.places
    }
    assert limits == {
        "sole": (2, 5), "heel": (2, 5), "achilles": (2, 5), "calf": (2, 3), "shin-diffuse": (2, 3), "shin-spot": (0, 0),
        "foot-spot": (0, 0), "front-knee": (2, 2), "kneecap-tendon": (2, 5), "outer-knee": (2, 5), "inner-knee": (2, 2),
        "hamstring": (2, 3), "quadriceps": (2, 3), "groin": (0, 0), "hip": (0, 0), "buttock": (2, 3), "low-back": (2, 2),
    }  # fmt: skip


def test_a_sore_place_leaves_something_to_do() -> None:
    for condition in CATALOGUE.conditions.values():
        if condition.places:
            kept = [CATALOGUE.exercises[name] for name in condition.keep_exercises]
            assert kept
            assert not any(exercise.pattern in condition.avoid_patterns for exercise in kept)


def test_no_condition_names_a_diagnosis() -> None:
    words = " ".join(f"{c.name} {c.words}" for c in CATALOGUE.conditions.values()).lower()
    assert not [
        stem
        for stem in ("fasciitis", "tendinopathy", "syndrome", "fracture", "tendinitis", "tear")
        if stem in words
    ]


def test_style_article_keeps_the_printed_ranges_in_every_phase() -> None:
    doses = CATALOGUE.progression.doses[Style.ARTICLE]
    assert all(dose.heavy_reps is None for dose in doses.values())
    assert {phase: dose.sets_percent for phase, dose in doses.items()} == {
        Phase.FOUNDATION: 100, Phase.STRENGTH: 100, Phase.POWER: 100, Phase.MAINTAIN: 100, Phase.TAPER: 60, Phase.RECOVER: 60,
    }  # fmt: skip


def test_style_evidence_begins_as_the_article_does_and_gets_heavier() -> None:
    article, evidence = (CATALOGUE.progression.doses[style] for style in (Style.ARTICLE, Style.EVIDENCE))
    assert evidence[Phase.FOUNDATION] == article[Phase.FOUNDATION]
    assert evidence[Phase.STRENGTH].heavy_reps == (3, 6)
    assert evidence[Phase.POWER].contacts_first == CATALOGUE.rulebook.number(
        "plyometric-gate", "contacts_first"
    )
    assert evidence[Phase.MAINTAIN].sessions == 1


def test_reading_twice_gives_the_same() -> None:
    assert read_catalogue() == CATALOGUE


@pytest.mark.parametrize("name", sorted(CATALOGUE.exercises))
def test_each_has_a_ladder_or_the_reason_why_it_ends(name: str) -> None:
    exercise = CATALOGUE.exercises[name]
    leads_on = any(rung.exercise for rung in exercise.ladder)
    assert leads_on != bool(exercise.ladder_end)
    assert exercise.ladder or not exercise.ladder_end.startswith("Nothing")


@pytest.mark.parametrize("name", sorted(CATALOGUE.exercises))
def test_ladders_stay_within_one_movement_go_up_and_end(name: str) -> None:
    reached, left = [], [name]
    while left:
        for rung in CATALOGUE.exercises[left.pop()].ladder:
            if rung.exercise:
                other = CATALOGUE.exercises[rung.exercise]
                assert other.movement is CATALOGUE.exercises[name].movement
                assert other.gear
                reached.append(rung.exercise)
                left.append(rung.exercise)
    assert name not in reached


def test_slower_comes_before_another_exercise() -> None:
    for exercise in CATALOGUE.exercises.values():
        kinds = [bool(rung.exercise) for rung in exercise.ladder]
        assert kinds == sorted(kinds), exercise.id
