"""The catalogue carries the article: Workouts A and B as printed, its week's count, its form facts."""

from collections.abc import Mapping

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.catalogue import Catalogue
from legday.model.exercises import HIP_DOMINANT, KNEE_DOMINANT, Counting, Pattern
from legday.model.load import quarter_sets
from legday.model.muscles import BANDED, Muscle
from legday.model.plan import Prescription
from legday.model.runner import Gear, GearKind
from legday.model.session_time import TimedLine, session_minutes


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def printed(catalogue: Catalogue, letter: str) -> list[tuple[str, int, tuple[int, int], bool]]:
    return [
        (
            line.exercise,
            line.sets,
            line.reps,
            catalogue.exercises[line.exercise].counting is Counting.REPS_PER_SIDE,
        )
        for line in catalogue.workouts[letter].lines
    ]


def test_workout_a_stands_as_printed(catalogue: Catalogue) -> None:
    assert printed(catalogue, "A") == [
        ("squat", 3, (10, 12), False),
        ("walking-lunge", 3, (12, 12), True),
        ("deadlift", 3, (8, 10), False),
        ("calf-raise", 3, (15, 20), False),
    ]


def test_workout_b_stands_as_printed(catalogue: Catalogue) -> None:
    assert printed(catalogue, "B") == [
        ("step-up", 3, (12, 12), True),
        ("bulgarian-split-squat", 3, (10, 10), True),
        ("single-leg-deadlift", 3, (10, 10), True),
        ("glute-bridge", 3, (15, 15), False),
    ]


def test_the_exercises_keep_the_printed_ranges_and_sets(catalogue: Catalogue) -> None:
    for workout in catalogue.workouts.values():
        for line in workout.lines:
            exercise = catalogue.exercises[line.exercise]
            assert (exercise.base_sets, exercise.reps) == (line.sets, line.reps)


@pytest.mark.parametrize(
    ("exercise", "sets", "reps", "per_side"),
    [
        ("box-jump", 3, (10, 10), False),
        ("plyometric-lunge", 3, (12, 12), True),
        ("hamstring-curl", 3, (12, 15), False),
        ("standing-calf-raise", 3, (15, 20), False),
    ],
)
def test_the_variety_exercises_keep_what_is_printed(
    catalogue: Catalogue, exercise: str, sets: int, reps: tuple[int, int], *, per_side: bool
) -> None:
    found = catalogue.exercises[exercise]
    assert (found.base_sets, found.reps, found.counting.per_side) == (sets, reps, per_side)


def week(catalogue: Catalogue) -> Mapping[Muscle, int]:
    lines = [
        Prescription(
            exercise=line.exercise,
            sets=line.sets,
            reps=line.reps,
            target=line.reps[0],
            per_side=False,
            weight_g=0,
            gear=(),
            rir=3,
            rest_s=60,
            volume=0,
        )
        for workout in catalogue.workouts.values()
        for line in workout.lines
    ]
    return quarter_sets(lines, catalogue.exercises)


def test_the_articles_own_week_counts_as_the_rulebook_says(catalogue: Catalogue) -> None:
    assert {muscle: week(catalogue)[muscle] / 4 for muscle in BANDED} == {
        Muscle.QUADRICEPS: 15,
        Muscle.HAMSTRINGS: 9,
        Muscle.GLUTE_MAX: 18,
        Muscle.GLUTE_MED: 9,
        Muscle.GASTROCNEMIUS: 5.25,
        Muscle.SOLEUS: 6.75,
    }


def test_the_articles_own_week_passes_the_bands(catalogue: Catalogue) -> None:
    rules = catalogue.rulebook
    least, most = (4 * rules.number("muscle-band", name) for name in ("least", "most"))
    counted = week(catalogue)
    assert all(least <= counted[muscle] <= most for muscle in BANDED)
    balance = 100 * (counted[Muscle.HAMSTRINGS] + counted[Muscle.GLUTE_MAX]) / counted[Muscle.QUADRICEPS]
    assert balance == 180
    assert rules.number("posterior-balance", "low") <= balance <= rules.number("posterior-balance", "high")


@pytest.mark.parametrize("letter", ["A", "B"])
def test_each_workout_fits_forty_minutes(catalogue: Catalogue, letter: str) -> None:
    lines = [
        TimedLine(
            exercise=catalogue.exercises[line.exercise],
            sets=line.sets,
            reps=line.reps[1],
            rest_s=catalogue.exercises[line.exercise].rest_s,
        )
        for line in catalogue.workouts[letter].lines
    ]
    assert session_minutes(lines, catalogue.progression, after_run=False) <= 40


@pytest.mark.parametrize(
    ("exercise", "facts"),
    [
        (
            "squat",
            [
                "shoulder width",
                "slightly out",
                "sit back",
                "chest up",
                "behind your toes",
                "parallel to the floor",
                "through your heels",
            ],
        ),
        (
            "walking-lunge",
            [
                "feet together",
                "step forward",
                "both knees are bent to about 90 degrees",
                "front heel",
                "other leg",
            ],
        ),
        (
            "lunge",
            [
                "feet together",
                "step forward",
                "both knees are bent to about 90 degrees",
                "front heel",
                "other leg",
            ],
        ),
        (
            "deadlift",
            [
                "hip width",
                "in front of your legs",
                "hinge at the hips",
                "back straight",
                "glutes",
                "hamstrings",
                "under control",
            ],
        ),
        (
            "step-up",
            [
                "sturdy bench or step",
                "drive through the heel",
                "step down with the same foot",
                "change sides",
            ],
        ),
        ("calf-raise", ["hip width", "support", "toes", "lower"]),
        (
            "glute-bridge",
            ["on your back", "knees bent", "feet flat", "squeezing your glutes", "core", "lower"],
        ),
        (
            "single-leg-deadlift",
            [
                "one leg",
                "dumbbell in the opposite hand",
                "hinge",
                "straight back",
                "back straight",
                "return to standing",
            ],
        ),
        (
            "bulgarian-split-squat",
            [
                "rear foot",
                "bench",
                "parallel to the floor",
                "chest up",
                "behind the toes",
                "front heel",
                "change legs",
            ],
        ),
    ],
)
def test_the_steps_carry_the_articles_form(catalogue: Catalogue, exercise: str, facts: list[str]) -> None:
    steps = " ".join(catalogue.words[exercise].steps).lower()
    assert [fact for fact in facts if fact not in steps] == []


def test_every_exercise_row_of_the_article_is_claimed(catalogue: Catalogue) -> None:
    claimed = {claim for exercise in catalogue.exercises.values() for claim in exercise.claims}
    assert {f"E{row}" for row in range(1, 9)} | {f"V{row}" for row in range(1, 5)} <= claimed


HOME = Gear(dumbbells_g=(5000, 10000), things=frozenset({GearKind.BENCH}))
NOTHING = Gear()


def doable(catalogue: Catalogue, gear: Gear) -> set[str]:
    return {
        name
        for name, exercise in catalogue.exercises.items()
        if any(variant.needs <= gear.kinds for variant in exercise.gear)
    }


def test_all_of_the_article_can_be_done_with_dumbbells_and_a_bench(catalogue: Catalogue) -> None:
    articles = {name for name, exercise in catalogue.exercises.items() if exercise.claims}
    assert articles <= doable(catalogue, HOME)


def test_a_home_without_gear_still_gets_every_kind_of_leg_work(catalogue: Catalogue) -> None:
    patterns = {catalogue.exercises[name].pattern for name in doable(catalogue, NOTHING)}
    assert patterns & KNEE_DOMINANT
    assert patterns & HIP_DOMINANT
    assert Pattern.CALF in patterns


@pytest.mark.parametrize(
    "exercise", ["squat", "lunge", "walking-lunge", "calf-raise", "glute-bridge", "single-leg-deadlift"]
)
def test_the_simple_ones_need_nothing(catalogue: Catalogue, exercise: str) -> None:
    assert exercise in doable(catalogue, NOTHING)


def test_what_needs_a_thing_says_so(catalogue: Catalogue) -> None:
    without = doable(catalogue, NOTHING)
    assert without.isdisjoint(
        {"step-up", "bulgarian-split-squat", "standing-calf-raise", "deadlift", "nordic-curl"}
    )
    assert {"step-up", "bulgarian-split-squat"} <= doable(catalogue, Gear(things=frozenset({GearKind.BOX})))
