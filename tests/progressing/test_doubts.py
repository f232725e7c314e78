"""Sets that look mistyped are seen; those that do not are left alone."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.catalogue.reader import read_catalogue
from legday.model.gear_weights import exercise_weights
from legday.model.plan import PastSession
from legday.model.runner import Gear, GearKind, Profile, Units
from legday.model.sets import LoggedSet
from legday.model.state import RunnerState
from legday.progressing.doubts import doubts, known_lifts
from plan_builder import line
from store_facts import MORNING

CATALOGUE = read_catalogue("en")
GEAR = Gear(
    dumbbells_g=(5_000, 10_000, 20_000),
    bar_g=20_000,
    plates_g=(5_000, 10_000, 20_000),
    things=frozenset({GearKind.BENCH}),
)
BO = Profile(name="Bo", born=1990, body_mass_g=60_000, gear=GEAR)


def asked(exercise="squat", weight_g=40_000, target=10):
    return line(f"{exercise} 3x{target} rir2", reps=(8, 12), weight_g=weight_g)


def doubted(weight_g, *, reps=10, prescribed=(), done=(), exercise="squat", estimated=None):
    state = RunnerState(profile=BO, done=done)
    known = known_lifts(state, GEAR, prescribed, estimated or {})
    return doubts([LoggedSet(exercise=exercise, reps=reps, weight_g=weight_g)], known, CATALOGUE)


def test_what_was_asked_for_is_not_doubted():
    assert doubted(40_000, prescribed=[asked()]) == ()
    assert doubted(60_000, prescribed=[asked()]) == ()


def test_more_than_half_as_much_again_as_known_is_doubted():
    (words,) = doubted(70_000, prescribed=[asked()])
    assert words == "Squat: 70 kg is far above the 40 kg known so far (more than 1.5 times as much)."


def test_what_was_done_before_and_what_strength_speaks_for_count_as_known():
    before = PastSession(start=MORNING.replace(tzinfo=None), exercises=(asked(weight_g=60_000),))
    assert doubted(70_000, prescribed=[asked()], done=[before]) == ()
    assert doubted(70_000, prescribed=[asked()], estimated={"squat": 65_000}) == ()
    (words,) = doubted(70_000, estimated={"squat": 40_000})
    assert "far above the 40 kg known so far" in words


def test_past_bodyweight_it_is_what_is_moved_that_counts():
    share = CATALOGUE.exercises["calf-raise"].body_share
    assert share > 0
    assert doubted(20_000, exercise="calf-raise", prescribed=[asked("calf-raise", weight_g=0)]) == ()
    heavy = doubted(40_000, exercise="calf-raise", prescribed=[asked("calf-raise", weight_g=0)])
    assert "far above the bodyweight known so far" in heavy[0]
    # Of 60 kg a calf raise moves 57: half as much again is 28.5 kg.
    far = {
        grams: "far above" in " ".join(doubted(grams, exercise="calf-raise", estimated={"calf-raise": 0}))
        for grams in (28_500, 28_501)
    }
    assert far == {28_500: False, 28_501: True}


def test_bodyweight_done_before_is_known_as_bodyweight():
    raised = asked("calf-raise", weight_g=0)
    before = PastSession(start=MORNING.replace(tzinfo=None), exercises=(raised,))
    assert doubted(20_000, exercise="calf-raise", done=[before]) == ()
    assert doubted(20_000, exercise="calf-raise", estimated={"calf-raise": 0}) == ()


def test_nothing_is_far_from_an_exercise_that_moves_nothing_of_the_body():
    squat = replace(CATALOGUE.exercises["squat"], body_share=0)
    without = replace(CATALOGUE, exercises={**CATALOGUE.exercises, "squat": squat})
    known = known_lifts(RunnerState(profile=BO), GEAR, [asked(weight_g=0)], {})
    assert doubts([LoggedSet(exercise="squat", reps=10, weight_g=40_000)], known, without) == ()


def test_more_than_three_body_masses_is_doubted_even_where_nothing_is_known():
    found = doubted(181_000)
    assert "181 kg is more than 3 times your body mass (60 kg)" in found[0]
    assert "more than 3 times" not in " ".join(doubted(180_000))


def test_a_weight_that_cannot_be_built_is_doubted_with_the_nearest():
    (words,) = doubted(43_000, prescribed=[asked()])
    assert words == "Squat: 43 kg cannot be built from your gear; the nearest is 40 kg."


def test_a_rounded_pound_is_the_same_weight():
    assert doubted(40_050, prescribed=[asked()]) == ()


@pytest.mark.parametrize(("reps", "many"), [(30, 0), (31, 1)])
def test_more_than_three_times_the_target_is_doubted(reps, many):
    assert len(doubted(40_000, reps=reps, prescribed=[asked()])) == many


@given(place=st.integers(0, 40), reps=st.integers(1, 30))
@settings(deadline=None, max_examples=60, derandomize=True)
def test_no_weight_that_can_be_built_up_to_the_known_one_is_doubted(place, reps):
    weights = [each for each in exercise_weights(GEAR, CATALOGUE.exercises["squat"]) if each <= 100_000]
    weight = weights[place % len(weights)]
    assert doubted(weight, reps=reps, prescribed=[asked(weight_g=100_000)]) == ()


def test_the_heaviest_of_several_is_what_is_known():
    sets = [
        PastSession(start=MORNING.replace(tzinfo=None), exercises=(asked(weight_g=grams),))
        for grams in (60_000, 30_000)
    ]
    assert doubted(70_000, prescribed=[asked()], done=sets) == ()
    assert doubted(70_000, prescribed=[asked(weight_g=60_000), asked(weight_g=30_000)]) == ()
    assert doubted(70_000, prescribed=[asked(weight_g=60_000)], estimated={"squat": 30_000}) == ()


def test_repetitions_are_said_with_their_unit_and_what_was_expected():
    (words,) = doubted(40_000, reps=31, prescribed=[asked()])
    assert words == "Squat: 31 repetitions are more than 3 times the 10 expected."
    known = known_lifts(RunnerState(profile=BO), GEAR, [], {})
    most = CATALOGUE.exercises["plank"].reps[1]
    (held,) = doubts([LoggedSet(exercise="plank", reps=3 * most + 1, seconds=True)], known, CATALOGUE)
    assert held == f"Plank: {3 * most + 1} s are more than 3 times the {most} expected."


def test_each_doubt_is_said_once_and_an_unknown_exercise_is_none():
    known = known_lifts(RunnerState(profile=BO), GEAR, [asked()], {})
    one = LoggedSet(exercise="squat", reps=10, weight_g=43_000)
    assert len(doubts([one, one], known, CATALOGUE)) == 1
    assert doubts([LoggedSet(exercise="sqaut", reps=99, weight_g=1)], known, CATALOGUE) == ()


def test_every_doubt_reads_as_a_sentence():
    known = known_lifts(RunnerState(profile=BO), GEAR, [asked(weight_g=0)], {})
    found = doubts([LoggedSet(exercise="squat", reps=10, weight_g=200_001)], known, CATALOGUE)
    assert found == (
        "Squat: 200 kg is more than 3 times your body mass (60 kg).",
        "Squat: 200 kg is far above the bodyweight known so far (more than 1.5 times as much).",
        "Squat: 200 kg cannot be built from your gear; the nearest is 90 kg.",
    )
    bare = known_lifts(RunnerState(profile=BO), Gear(), [], {})
    (words,) = doubts([LoggedSet(exercise="squat", reps=10, weight_g=5_000)], bare, CATALOGUE)
    assert words == "Squat: 5 kg cannot be built from your gear."


def test_a_runner_who_reads_pounds_is_told_in_pounds():
    # 181,437 g are 400 lb, 45,359 g are 100 lb.
    state = RunnerState(profile=replace(BO, units=Units.IMPERIAL))
    known = known_lifts(state, GEAR, [asked(weight_g=45_359)], {})
    found = doubts([LoggedSet(exercise="squat", reps=10, weight_g=181_437)], known, CATALOGUE)
    assert found == (
        "Squat: 400 lb is more than 3 times your body mass (132.25 lb).",
        "Squat: 400 lb is far above the 100 lb known so far (more than 1.5 times as much).",
        "Squat: 400 lb cannot be built from your gear; the nearest is 198.5 lb.",
    )


def test_a_hundred_grams_are_the_same_weight_and_more_are_not():
    assert doubted(40_100, prescribed=[asked()]) == ()
    assert len(doubted(40_101, prescribed=[asked()])) == 1


def test_a_set_of_no_repetitions_is_doubted():
    assert doubted(40_000, reps=0, prescribed=[asked()]) == (
        "Squat: a set of 0 repetitions; what was not done is left out.",
    )
    known = known_lifts(RunnerState(profile=BO), GEAR, [], {})
    assert doubts([LoggedSet(exercise="plank", reps=0, seconds=True)], known, CATALOGUE) == (
        "Plank: a set of 0 s; what was not done is left out.",
    )
