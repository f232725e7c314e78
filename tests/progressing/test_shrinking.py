"""What gives way first when a week may not hold all of its work."""

import pytest

from legday.model.muscles import Muscle
from legday.progressing.lattice import lattice
from legday.progressing.limits import Limits, Room, Work, fits, quarters_of
from legday.progressing.shrinking import lighter, shrunk
from legday.progressing.steps import Dose, Lift
from season_builder import catalogue, printed, runner

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
    ("percent", "at_most", "sets"), [(55, False, 7), (60, True, 7), (54, False, 6), (10, True, 1)]
)
def test_a_lighter_session_has_its_percent_of_sets(percent: int, *, at_most: bool, sets: int) -> None:
    first = [one for one in works() if one.session == 0]
    assert sum(one.dose.sets for one in lighter(first, percent=percent, of=12, at_most=at_most)) == sets
