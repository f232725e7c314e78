"""What the checker sees before it judges: which sessions are new to the legs, what was far too easy, which weeks are a measure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Prescription
from legday.model.runner import Priority
from legday.model.sets import LoggedSet, Side
from legday.planning.checks.newness import Placed, new_to_legs
from legday.planning.checks.session_facts import seen_sessions
from plan_builder import (
    MONDAY,
    at,
    catalogue,
    day,
    done,
    found,
    lift,
    line,
    outlook,
    plan,
    run,
    runner,
    said,
    week,
)
from rule_cases import KNOWN, race

TWO_SQUATS = ("squat 2x10",)


# New to the legs


def was(when: str, **changes: object) -> Placed:
    given = Placed(start=at(when), planned=False, block=None, exercises=frozenset())
    return replace(given, **changes)


def comes(when: str, **changes: object) -> Placed:
    return was(when, planned=True, block=0, **changes)


def new(*sessions: Placed) -> list[bool]:
    return list(new_to_legs(sessions, layoff_days=21, new_sessions=2, weeks_told=True))


def test_two_parts_of_a_day_that_was_done_are_one_session() -> None:
    assert new(was("mon 08:00"), was("mon 18:00"), was("wed 18:00"), was("fri 18:00")) == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "day",
    [
        (comes("mon 08:00"), comes("mon 18:00")),
        (was("mon 08:00"), comes("mon 18:00")),
        (was("mon 08:00"), was("tue 08:00")),
    ],
    ids=["both planned", "one planned", "two days"],
)
def test_else_they_are_two(day: tuple[Placed, Placed]) -> None:
    assert new(*day, comes("wed 18:00")) == [True, True, False]


def test_after_a_lay_off_the_first_menu_is_new_again_and_a_gap_that_was_planned_is_none() -> None:
    weeks_later = (comes("w5 mon 18:00"), comes("w5 wed 18:00"), comes("w5 fri 18:00"))
    assert new(was("mon 18:00"), was("wed 18:00"), *weeks_later)[2:] == [True, True, False]
    assert new(comes("mon 18:00"), comes("wed 18:00"), *weeks_later)[2:] == [True, False, False]


# Far too easy


def logged(words: str, *, side: Side = Side.BOTH) -> LoggedSet:
    """`12 rir4`, `12 10kg rir4`."""
    reps, *rest = words.split()
    grams = next((round(float(one[:-2]) * 1000) for one in rest if one.endswith("kg")), None)
    rir = next((int(one[3:]) for one in rest if one.startswith("rir")), None)
    return LoggedSet(exercise="squat", reps=int(reps), weight_g=grams, rir=rir, side=side)


def easy(asked: str, *sets: LoggedSet, did: Sequence[Prescription] | None = None) -> bool:
    """Whether a session of this one exercise is seen as far too easy: two more in reserve than asked."""
    wanted = line(asked)
    past = done("w0 tue 18:00", prescribed=(wanted,), exercises=(wanted,) if did is None else tuple(did))
    past = replace(past, sets=tuple(replace(one, exercise=wanted.exercise) for one in sets))
    (seen, *_) = seen_sessions(plan(), runner(past=(past,)), catalogue(), ())
    return wanted.exercise in seen.easy


@pytest.mark.parametrize(
    ("sets", "far"),
    [
        (("10 rir4", "10 rir4"), True),
        (("10 rir4", "10 rir3"), False),
        (("10 rir4", "9 rir4"), False),
        (("10 rir4", "10"), False),
        (("10 rir4",), False),
        (("10 rir4", "10 rir4", "10 rir0"), True),
        (("10 12.5kg rir4", "10 12.5kg rir4"), True),
        (("10 10kg rir4", "10 10kg rir4"), True),
        (("10 7.5kg rir4", "10 10kg rir4"), False),
    ],
)
def test_as_many_sets_as_asked_must_leave_far_more_at_no_less_weight(
    sets: tuple[str, ...], far: bool
) -> None:
    assert easy("squat 2x10 10kg rir2", *map(logged, sets)) is far


def test_each_leg_counts_for_itself() -> None:
    left, right = (logged("10 rir4", side=side) for side in (Side.LEFT, Side.RIGHT))
    assert easy("lunge 2x10 rir2", left, right, left, right)
    assert not easy("lunge 2x10 rir2", left, right, left)
    assert easy("lunge 2x10 rir2", left, right, logged("10 rir4"))


def test_an_exercise_of_which_nothing_was_held_counts_from_bodyweight() -> None:
    assert easy("squat 2x10 rir2", *(logged("10 0kg rir4"),) * 2, did=())


# Weeks as a measure of growth


def full_weeks(*volumes: int) -> list[PastSession]:
    """A session of such a volume in each of the weeks before the plan, the last one just before it; 0 for none."""
    last = done("w0 tue 18:00", quarter_sets={})
    return [
        replace(last, start=last.start - timedelta(weeks=len(volumes) - 1 - n), volume=volume)
        for n, volume in enumerate(volumes)
        if volume
    ]


def grown(
    past: Sequence[PastSession], *exercises: str, numbers: Mapping[str, Mapping[str, int]] | None = None
) -> int:
    """The findings on a week's volume after these weeks; each squat of 60 kg counts 51."""
    given = plan(lift("tue 18:00", exercises))
    words = said("leg-growth", given, runner(past=past, rule_numbers=numbers or {}))
    return sum("volume" in one for one in words)


def test_as_many_weeks_are_looked_back_on_as_the_number_says() -> None:
    past = full_weeks(6_000, 3_000, 3_000, 3_000)
    much = ("squat 3x20", "deadlift 3x8")
    assert grown(past, *much) == 0
    assert grown(past, *much, numbers={"leg-growth": {"weeks": 3}}) == 1


def test_half_of_the_years_highest_week_comes_back_at_once() -> None:
    past = full_weeks(12_000, *(6_000,) * 10, 3_500, 3_500, 3_500, 3_500)
    much = ("squat 3x20", "deadlift 3x8")
    assert grown(past, *much) == 0
    assert grown(past, *much, numbers={"returning": {"again_percent": 30}}) == 1


def test_the_muscles_findings_are_of_the_week_as_well() -> None:
    first = [lift(f"{name} 18:00", TWO_SQUATS) for name in ("tue", "fri")]
    then = [lift(f"w2 {name} 18:00", ("squat 4x10",)) for name in ("tue", "fri")]
    given = found("leg-growth", plan(*first, *then))
    assert {one.days for one in given} == {(MONDAY + timedelta(weeks=1),)}
    assert len(given) == 2


def test_a_week_with_as_many_sessions_as_this_one_wants_is_a_measure() -> None:
    past = [replace(one, quarter_sets={Muscle.QUADRICEPS: 4}) for one in full_weeks(1_000)]
    state = runner(past=past, rule_numbers={"leg-growth": {"least_body_masses": 20}})

    def findings(wanted: int) -> int:
        given = plan(lift("tue 18:00", ("squat 4x10", "deadlift 3x8")), weeks=[week(1, wanted=wanted)])
        return len(found("leg-growth", given, state))

    assert (findings(1), findings(2)) == (2, 0)


def test_half_of_the_years_most_sets_of_a_muscle_come_back_at_once() -> None:
    def findings(year: int) -> int:
        weeks = full_weeks(9_000, 9_000, 9_000, 9_000, 9_000, 9_000)
        sets = (year, 8, 8, 8, 8, 8)
        past = [
            replace(one, quarter_sets={**dict.fromkeys(Muscle, 40), Muscle.QUADRICEPS: quarters})
            for one, quarters in zip(weeks, sets, strict=True)
        ]
        return len(found("leg-growth", plan(lift("tue 18:00", ("squat 5x10",))), runner(past=past)))

    assert (findings(48), findings(24)) == (0, 1)


# Rest from fifty on


def rests(born: int, *weeks: int, **changes: object) -> int:
    """Findings on the hours after the hardest session in these weeks: an easier one follows it after 48."""
    days = (("mon", "squat 3x10"), ("wed", "squat 1x10"))
    lifts = [lift(f"w{number} {name} 18:00", (words,)) for number in weeks for name, words in days]
    return len(found("masters-rest", plan(*lifts, **changes), runner(born=born)))


@pytest.mark.parametrize(("age", "findings"), [(49, 0), (50, 1), (51, 1)])
def test_the_rest_begins_with_the_age_itself(age: int, findings: int) -> None:
    assert rests(MONDAY.year - 1 - age, 1) == findings


def test_who_comes_to_that_age_rests_from_then_on() -> None:
    assert rests(MONDAY.year - 1 - 49, 1, 7) == 1


def test_light_weeks_need_no_such_rest_and_those_after_them_do() -> None:
    light = [week(1, cut_back=True), week(2)]
    assert rests(1970, 1, weeks=light) == 0
    assert rests(1970, 1, 2, weeks=light) == 1


# Races that no run plan shows


def test_a_race_of_the_profile_is_a_key_run_whether_or_not_the_runs_to_come_show_it() -> None:
    state = runner(past=KNOWN, races=(race("sun", 5_000, Priority.C),))
    shown = outlook(run("sun 10:00 race 25"))
    words = [
        "the session of Saturday 28 Nov 18:00 ends 15 h before the race run of Sunday 29 Nov 10:00; it needs 24 h"
    ]
    assert said("fresh-for-key-runs", plan(lift("sat 18:00")), state) == words
    assert said("fresh-for-key-runs", plan(lift("sat 18:00")), state, shown) == words


def test_the_race_of_today_is_a_run_and_one_that_lies_behind_is_none() -> None:
    state = runner(past=KNOWN, races=(race("mon", 5_000),))
    assert len(found("fresh-for-key-runs", plan(lift("mon 07:00")), state)) == 1
    assert found("fresh-for-key-runs", plan(lift("mon 07:00"), today=day("tue")), state) == ()
