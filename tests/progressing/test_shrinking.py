"""What gives way first when a week may not hold all of its work."""

import pytest

from legday.model.muscles import Muscle
from legday.progressing.lattice import lattice
from legday.progressing.limits import Limits, Room, Work, fits, quarters_of
from legday.progressing.shrinking import lighter, shrunk
from legday.progressing.steps import Dose, Lift
from season_builder import catalogue, printed, runner
from week_works import said, work

RUNNER = runner()


def works(*, target: int = 0) -> list[Work]:
    """Workouts A and B as printed, one session each, at bodyweight; `target` repetitions above the low end."""
    made = []
    for session, letter in enumerate("AB"):
        for line in printed(RUNNER, letter):
            exercise = catalogue().exercises[line.exercise]
            lift = Lift(
                exercise=exercise,
                reps=line.reps,
                weights=lattice(exercise, RUNNER.gear, line.variant),
                body_mass_g=RUNNER.body_mass_g,
                sets=line.sets,
                heavy=False,
            )
            dose = Dose(sets=line.sets, target=line.reps[0] + target, weight_g=0)
            made.append(
                Work(session=session, line=line, lift=lift, dose=dose, rest_s=exercise.rest_s, still=False)
            )
    return made


def limits(**changes: object) -> Limits:
    room = Room(minutes=90, after_run=False, superset=False)
    facts = {"rooms": (room, room), "progression": catalogue().progression, "contacts": 0, **changes}
    return Limits(**facts)  # type: ignore[arg-type]


def doses(of: list[Work]) -> dict[str, tuple[int, int]]:
    return {one.exercise.id: (one.dose.sets, one.dose.target) for one in of}


def test_what_fits_stays_as_it_is() -> None:
    assert shrunk(works(), limits()) == works()


def test_repetitions_go_down_to_the_low_end_before_any_set_goes() -> None:
    high, low = works(target=2), works()
    volume = sum(one.volume for one in low)
    assert doses(shrunk(high, limits(volume=volume))) == doses(low)


def test_then_sets_go_from_the_least_important_first() -> None:
    start = works()
    volume = sum(one.volume for one in start) - 1
    fewer = doses(shrunk(start, limits(volume=volume)))
    assert {name for name, (sets, _) in fewer.items() if sets < 3} == {"glute-bridge"}
    bridge = next(one.volume for one in start if one.exercise.id == "glute-bridge") // 3
    again = doses(shrunk(start, limits(volume=volume - bridge)))
    assert {name for name, (sets, _) in again.items() if sets < 3} == {"glute-bridge", "calf-raise"}


def test_at_last_exercises_go_and_each_session_keeps_a_knee_a_hip_and_a_calf_exercise_while_it_can() -> None:
    start = works()
    one_set = sum(one.volume for one in start) // 3
    left = shrunk(start, limits(volume=one_set * 7 // 10))
    assert {one.dose.sets for one in left} == {1}
    assert {one.session for one in left} == {0, 1}
    first = {one.exercise.pattern.value for one in left if one.session == 0}
    assert {"hinge", "calf"} <= first


def test_nothing_is_left_where_nothing_is_allowed() -> None:
    assert shrunk(works(), limits(volume=0)) == []
    assert shrunk(works(), limits(volume=100, volume_done=200)) == []


@pytest.mark.parametrize("minutes", [20, 25, 30, 35])
def test_a_session_is_cut_to_its_opening(minutes: int) -> None:
    tight = Room(minutes=minutes, after_run=False, superset=False)
    roomy = Room(minutes=90, after_run=False, superset=False)
    left = shrunk(works(), limits(rooms=(tight, roomy)))
    assert fits(left, limits(rooms=(tight, roomy)))
    assert [one for one in left if one.session == 1] == [one for one in works() if one.session == 1]


def test_a_superset_needs_less_time() -> None:
    plain = limits(rooms=(Room(minutes=30, after_run=False, superset=False),) * 2)
    together = limits(rooms=(Room(minutes=30, after_run=False, superset=True),) * 2)
    assert sum(one.dose.sets for one in shrunk(works(), together)) > sum(
        one.dose.sets for one in shrunk(works(), plain)
    )


def test_a_muscles_cap_takes_sets_from_what_trains_it_only() -> None:
    caps = dict.fromkeys(Muscle, 1_000) | {Muscle.SOLEUS: 20}
    left = shrunk(works(), limits(muscles=caps))
    assert quarters_of(left)[Muscle.SOLEUS] <= 20
    assert doses(left)["glute-bridge"] == (3, 15)


def test_the_band_of_a_week_counts_what_was_done_already() -> None:
    left = shrunk(works(), limits(banded=40, muscles_done={Muscle.QUADRICEPS: 20}))
    assert quarters_of(left)[Muscle.QUADRICEPS] <= 20


def test_a_session_cap_counts_all_muscles_together() -> None:
    left = shrunk(works(), limits(session=80))
    for session in (0, 1):
        assert sum(quarters_of([one for one in left if one.session == session]).values()) <= 80


@pytest.mark.parametrize(
    ("percent", "of", "at_most", "sets"),
    [
        (55, 12, False, 7),
        (55, 12, True, 6),
        (60, 12, True, 7),
        (54, 12, False, 6),
        (50, 10, True, 5),
        (50, 11, False, 6),
        (83, 3, False, 2),
        (23, 13, True, 2),
        (10, 12, True, 1),
        (4, 12, False, 1),
    ],
)
def test_a_lighter_session_has_its_percent_of_sets_to_the_nearest_or_at_most(
    percent: int, of: int, *, at_most: bool, sets: int
) -> None:
    """A half goes up to the nearest; at least one set stays."""
    first = [one for one in works() if one.session == 0]
    assert sum(one.dose.sets for one in lighter(first, percent=percent, of=of, at_most=at_most)) == sets


def volume_but_one(of: list[Work]) -> Limits:
    """One below what they hold."""
    return limits(volume=sum(one.volume for one in of) - 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["squat 3x12", "deadlift 3x11"], ["squat 3x12", "deadlift 3x10"]),
        (["squat 3x11", "calf-raise 3x17"], ["squat 3x11", "calf-raise 3x16"]),
        (["squat 3x11", "calf-raise 3x16"], ["squat 3x11", "calf-raise 3x15"]),
        (["calf-raise 3x15", "squat 3x11"], ["calf-raise 3x15", "squat 3x10"]),
    ],
)
def test_one_repetition_goes_first_where_it_is_furthest_above_the_low_end_then_where_it_matters_least(
    before: list[str], after: list[str]
) -> None:
    """Ranges begin at 10 for the squat, 8 for the deadlift, 15 for calf raises."""
    start = [work(words) for words in before]
    assert said(shrunk(start, volume_but_one(start))) == after


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        (
            ["squat", "deadlift", "calf-raise"],
            ["step-up", "plank"],
            ["squat", "deadlift", "step-up", "plank"],
        ),
        (["squat", "plank"], ["step-up", "calf-raise"], ["squat", "step-up", "calf-raise"]),
        (["squat", "split-squat"], ["calf-raise", "deadlift"], ["squat", "calf-raise", "deadlift"]),
        (["squat", "tibialis-raise", "calf-raise"], ["plank"], ["squat", "calf-raise", "plank"]),
        (["deadlift", "glute-bridge", "calf-raise"], ["plank"], ["deadlift", "calf-raise", "plank"]),
        (["calf-raise", "standing-calf-raise", "squat"], ["plank"], ["calf-raise", "squat", "plank"]),
    ],
)
def test_the_fullest_session_gives_an_exercise_it_has_twice_of_or_needs_least(
    first: list[str], second: list[str], left: list[str]
) -> None:
    """At one set and the low end of each range nothing else is left to give."""
    start = [
        work(f"{name} 1x{catalogue().exercises[name].reps[0]}", session=session)
        for session, names in enumerate((first, second))
        for name in names
    ]
    assert [one.exercise.id for one in shrunk(start, volume_but_one(start))] == left


def test_too_many_foot_contacts_take_from_the_jumps_of_their_own_session_only() -> None:
    start = [work("pogo 3x20"), work("squat 3x10"), work("pogo 3x10", session=1)]
    left = shrunk(start, limits(contacts=59))
    assert said(left) == ["pogo 2x20", "squat 3x10", "pogo 3x10"]


def test_a_session_with_too_many_sets_takes_from_none_other() -> None:
    """Three sets of squats hold 42 quarter sets, three of calf raises 24."""
    start = [work("squat 3x10"), work("calf-raise 3x15", session=1)]
    assert said(shrunk(start, limits(session=41))) == ["squat 2x10", "calf-raise 3x15"]
    assert said(shrunk(start, limits(session=23))) == ["squat 1x10", "calf-raise 2x15"]


def test_a_muscle_that_is_trained_by_a_single_quarter_set_counts_too() -> None:
    start = [work("squat 3x10"), work("plank 3x30")]
    caps = dict.fromkeys(Muscle, 1_000) | {Muscle.SOLEUS: 2}
    assert said(shrunk(start, limits(muscles=caps))) == ["squat 2x10", "plank 3x30"]
