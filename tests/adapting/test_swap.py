"""What can stand in for an exercise, and in which order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_runners import gears
from legday.adapting.swap import JOINT_NAMES, JOINTS, are_kin, muscles_apart, stand_ins
from legday.catalogue.reader import read_catalogue
from legday.model.gear_weights import owned_variants
from legday.model.runner import Gear, GearKind, LiftingLevel

CATALOGUE = read_catalogue()
EXERCISES = CATALOGUE.exercises
HOME = Gear(dumbbells_g=(5_000, 10_000), things=frozenset({GearKind.BENCH}))
names = st.sampled_from(sorted(EXERCISES))


def found(name, **asked):
    return [one.exercise for one in stand_ins(name, CATALOGUE, **{"gear": HOME, **asked})]


def test_kin_with_the_same_muscles_come_first() -> None:
    assert found("squat")[:2] == ["goblet-squat", "split-squat"]
    (first, *_) = stand_ins("squat", CATALOGUE, gear=HOME)
    assert first.why == (
        "nearly the same muscles; with dumbbells; the weight starts from 75 % of what you show in squat, body included"
    )
    assert (first.kin, first.distance) == (True, 1)


def test_a_floor_is_enough_for_a_squat_a_bridge_and_a_calf_raise() -> None:
    for name in ("goblet-squat", "hip-thrust", "standing-calf-raise", "step-up", "romanian-deadlift"):
        ways = [one.variant.needs for one in stand_ins(name, CATALOGUE, gear=Gear())]
        assert ways
        assert set(ways) == {frozenset({GearKind.BODY})}


def test_what_a_place_keeps_comes_first_then_what_asks_least_of_its_joint() -> None:
    knee = stand_ins(
        "squat", CATALOGUE, gear=HOME, places=frozenset({"front-knee"}), avoid=frozenset({"squat"})
    )
    assert knee[0].exercise == "box-squat"
    assert "good to keep doing with what hurts" in knee[0].why
    rest = [EXERCISES[one.exercise].demands.get("knee", 0) for one in knee[1:]]
    assert rest == sorted(rest)
    lower = next(one for one in knee if EXERCISES[one.exercise].demands.get("knee", 0) < 3)
    assert "easier on the knee" in lower.why


def test_a_stand_in_says_how_far_it_is_and_what_it_is_done_with() -> None:
    def why(name: str, other: str, **asked) -> str:
        ranked = stand_ins(name, CATALOGUE, **{"gear": HOME, **asked})
        return next(one.why for one in ranked if one.exercise == other)

    assert why("calf-raise", "standing-calf-raise") == (
        "the same muscles; with dumbbells and step; "
        "the weight starts from 90 % of what you show in calf raise, body included"
    )
    assert why("squat", "lunge", gear=Gear()) == "nearly the same muscles; needs nothing"
    knee = frozenset({"front-knee"})
    assert why("squat", "box-squat", places=knee) == (
        "nearly the same muscles; easier on the knee; good to keep doing with what hurts; "
        "with bench and dumbbells; the weight starts from 95 % of what you show in squat, body included"
    )
    assert why("squat", "lateral-lunge", places=knee) == (
        "partly other muscles; easier on the knee; with dumbbells; the weight starts light: squat says nothing about it"
    )


def test_what_is_avoided_disliked_or_in_use_never_stands_in() -> None:
    every = found("squat")
    for asked in (
        {"avoid": frozenset({"goblet-squat"})},
        {"dislikes": frozenset({"goblet-squat"})},
        {"in_use": frozenset({"goblet-squat"})},
    ):
        assert found("squat", **asked) == [name for name in every if name != "goblet-squat"]


def test_level_opens_what_is_advanced() -> None:
    anchor = Gear(things=frozenset({GearKind.ANCHOR, GearKind.BANDS}))
    assert "nordic-curl" not in found("band-hamstring-curl", gear=anchor)
    assert "nordic-curl" in found("band-hamstring-curl", gear=anchor, level=LiftingLevel.TRAINED)


def test_an_exercise_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        stand_ins("sqaut", CATALOGUE, gear=HOME)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(names, gears, st.sampled_from(list(LiftingLevel)))
def test_a_stand_in_is_of_the_movement_can_be_done_and_brings_no_jumps(name, gear, level) -> None:
    was = EXERCISES[name]
    ranked = stand_ins(name, CATALOGUE, gear=gear, level=level)
    assert len({one.exercise for one in ranked}) == len(ranked)
    for one in ranked:
        now = EXERCISES[one.exercise]
        assert now.id != was.id
        assert now.movement is was.movement
        assert one.variant in owned_variants(gear, now)
        assert was.plyometric or not now.plyometric
        assert (one.distance, one.kin) == (muscles_apart(was, now), are_kin(was, now))
        assert one.why


@settings(max_examples=60, deadline=None, derandomize=True)
@given(names, names)
def test_distance_and_kinship_are_the_same_both_ways(one, other) -> None:
    assert muscles_apart(EXERCISES[one], EXERCISES[other]) == muscles_apart(EXERCISES[other], EXERCISES[one])
    assert are_kin(EXERCISES[one], EXERCISES[other]) == are_kin(EXERCISES[other], EXERCISES[one])
    assert muscles_apart(EXERCISES[one], EXERCISES[one]) == 0


@settings(max_examples=40, deadline=None, derandomize=True)
@given(names, gears, gears)
def test_more_gear_never_takes_a_stand_in_away(name, gear, more) -> None:
    both = Gear(
        dumbbells_g=(*gear.dumbbells_g, *more.dumbbells_g),
        kettlebells_g=(*gear.kettlebells_g, *more.kettlebells_g),
        bar_g=gear.bar_g or more.bar_g,
        plates_g=(*gear.plates_g, *more.plates_g),
        things=gear.things | more.things,
        singles_g=(*gear.singles_g, *more.singles_g),
        adjustables=(*gear.adjustables, *more.adjustables),
        more_bars_g=(*gear.more_bars_g, *more.more_bars_g),
        bands=(*gear.bands, *more.bands),
        backpack_g=(*gear.backpack_g, *more.backpack_g),
    )
    assert set(found(name, gear=gear)) <= set(found(name, gear=both))


def demand(name: str, places: frozenset[str]) -> int:
    joints = frozenset().union(*(JOINTS[place] for place in places))
    return sum(EXERCISES[name].demands.get(joint, 0) for joint in joints)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(names, st.frozensets(st.sampled_from(sorted(JOINTS)), min_size=1, max_size=2))
def test_after_what_a_place_keeps_the_order_is_by_what_is_asked_of_its_joints(name, places) -> None:
    ranked = found(name, places=places)
    kept = {
        one
        for condition in CATALOGUE.conditions.values()
        if places & set(condition.places)
        for one in condition.keep_exercises
    }
    order = [(one not in kept, demand(one, places)) for one in ranked]
    assert order == sorted(order)


def test_a_place_nobody_knows_changes_no_order() -> None:
    assert found("squat", places=frozenset({"left-wing"})) == found("squat")


def test_what_the_article_prints_is_open_to_a_beginner_although_advanced() -> None:
    assert EXERCISES["bulgarian-split-squat"].advanced
    assert EXERCISES["bulgarian-split-squat"].claims
    assert "bulgarian-split-squat" in found("squat")
    assert "copenhagen-plank" not in found("side-lying-abduction")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(names, st.sampled_from(sorted(JOINTS)))
def test_each_joint_of_which_less_is_asked_is_said(name, place) -> None:
    for one in stand_ins(name, CATALOGUE, gear=HOME, places=frozenset({place})):
        asks = [part for part in one.why.split("; ") if part.startswith("easier on ")]
        before, now = EXERCISES[name].demands, EXERCISES[one.exercise].demands
        assert asks == [
            f"easier on the {JOINT_NAMES.get(joint, joint)}"
            for joint in sorted(JOINTS[place])
            if now.get(joint, 0) < before.get(joint, 0)
        ]
