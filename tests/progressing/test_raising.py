"""Whose turn it is to rise in a week that has no room for all."""

from dataclasses import replace

import pytest

from legday.model.runner import Gear
from legday.progressing.limits import Limits, Work
from legday.progressing.raising import raised
from legday.progressing.steps import Dose, Given, StepRule
from week_works import limits, said, work

RULE = StepRule(percent=10, reps_past=4)
REP_OF_CALF_RAISES = 3 * 95
"""What one repetition more of three sets of calf raises at bodyweight adds; of squats it is 3 × 85."""


def room_for(works: list[Work], more: int) -> Limits:
    return limits(volume=sum(one.volume for one in works) + more)


def as_last_week(works: list[Work]) -> dict[str, list[Given]]:
    """Each exercise as it was done in two sessions of the week before."""
    return {
        one.exercise.id: [
            Given(week=-1, dose=one.dose, reps=one.lift.reps, volume=one.volume) for _ in range(2)
        ]
        for one in works
    }


def rise(works: list[Work], held: Limits, last_step: dict[str, int] | None = None) -> list[str]:
    return said(raised(works, held, as_last_week(works), last_step or {}, week=0, rule=RULE))


def test_of_two_that_never_rose_the_more_important_one_is_first() -> None:
    works = [work("calf-raise 3x15"), work("squat 3x10")]
    assert rise(works, room_for(works, REP_OF_CALF_RAISES)) == ["calf-raise 3x15", "squat 3x11"]


def test_the_one_whose_last_step_lies_longest_behind_is_first() -> None:
    works = [work("squat 3x10"), work("calf-raise 3x15")]
    tight = room_for(works, REP_OF_CALF_RAISES)
    assert rise(works, tight, {"squat": -1, "calf-raise": -2}) == ["squat 3x10", "calf-raise 3x16"]
    assert rise(works, tight, {"squat": -2, "calf-raise": -1}) == ["squat 3x11", "calf-raise 3x15"]
    assert rise(works, tight, {"squat": -2}) == ["squat 3x10", "calf-raise 3x16"]


def test_the_one_furthest_from_its_sets_is_first_and_gets_a_set() -> None:
    works = [work("squat 2x10", of=2), work("calf-raise 2x15", of=3)]
    assert rise(works, room_for(works, 15 * 95)) == ["squat 2x10", "calf-raise 3x15"]


def test_where_there_is_room_all_rise_by_one_step() -> None:
    works = [work("squat 3x10"), work("calf-raise 2x15"), work("plank 3x30", session=1)]
    assert rise(works, limits()) == ["squat 3x11", "calf-raise 3x15", "plank 3x35"]


def test_what_was_never_done_and_what_must_stand_still_do_not_rise() -> None:
    new, still = work("squat 3x10"), replace(work("calf-raise 3x15"), still=True)
    given = as_last_week([still])
    assert raised([new, still], limits(), given, {}, week=0, rule=RULE) == [new, still]


@pytest.mark.parametrize(
    ("done", "then"),
    [
        (None, "squat 3x10 15kg"),
        (Dose(sets=3, target=12, weight_g=10_000), "squat 3x10 15kg"),
        (Dose(sets=3, target=10, weight_g=15_000), "squat 3x10 15kg"),
        (Dose(sets=3, target=13, weight_g=10_000), "squat 3x12 10kg"),
        (Dose(sets=4, target=12, weight_g=10_000), "squat 3x12 10kg"),
    ],
)
def test_weight_does_not_rise_in_a_week_in_which_repetitions_or_sets_already_did(
    done: Dose | None, then: str
) -> None:
    squat = work("squat 3x12 10kg")
    given = as_last_week([squat])
    if done is not None:
        given["squat"].append(Given(week=0, dose=done, reps=(10, 12), volume=0))
    assert said(raised([squat], limits(), given, {}, week=0, rule=RULE)) == [then]


def test_an_exercise_in_both_sessions_of_a_week_takes_the_same_kind_of_step_in_both() -> None:
    """Up by weight on Tuesday, so not up by repetitions on Friday; calf raises rise by repetitions in both."""
    squats = [work("squat 3x12 10kg"), work("squat 3x12 10kg", session=1)]
    assert rise(squats, limits()) == ["squat 3x10 15kg", "squat 3x10 15kg"]
    calves = [work("calf-raise 3x15"), work("calf-raise 3x15", session=1)]
    assert rise(calves, limits()) == ["calf-raise 3x16", "calf-raise 3x16"]
    mixed = [work("squat 3x12 10kg"), work("squat 2x12 10kg", session=1)]
    given = as_last_week([work("squat 2x12 10kg")])
    assert said(raised(mixed, limits(), given, {}, week=0, rule=RULE)) == [
        "squat 3x12 10kg",
        "squat 3x12 10kg",
    ]


def test_at_two_places_of_a_week_with_other_gear_the_lowest_next_weight_is_the_next_one() -> None:
    """Virtual runner 1782 came home in mid-week: 8 kg on the way and 15 kg at home were two steps."""
    away, home = Gear(dumbbells_g=(4_000, 8_000)), Gear(dumbbells_g=(7_500, 12_500))
    lunges = [
        work("walking-lunge 2x16", gear=away, of=2),
        work("walking-lunge 2x16", gear=home, session=1, of=2),
    ]
    tight = [replace(one, lift=replace(one.lift, reps=(12, 12))) for one in lunges]
    given = as_last_week([work("walking-lunge 3x16")])
    assert [one.lift.weights.after(0) for one in tight] == [8_000, 15_000]
    alone, both = (raised(works, limits(), given, {}, week=0, rule=RULE) for works in (tight[1:], tight))
    assert said(alone) == ["walking-lunge 2x12 15kg"]
    assert said(both) == ["walking-lunge 2x12 8kg", "walking-lunge 2x16"]
