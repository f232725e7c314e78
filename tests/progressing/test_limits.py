"""What a week's work must stay within, on the limit itself and just past it."""

from dataclasses import replace

import pytest

from legday.model.muscles import Muscle
from legday.progressing.limits import Limit, Passed, Room, Work, fits, passed, still_fits
from legday.progressing.steps import Dose
from week_works import ROOM, limits, work

SQUAT = "squat 3x10"
VOLUME = 3 * 10 * 85
QUARTERS = 3 * 14
"""Of three sets of squats, all muscles together: quadriceps 4, glutes 3 + 1, adductors 2, erectors 2, hamstrings 1, soleus 1."""


def over(*works: Work, **held: object) -> list[tuple[str, int | None, Muscle | None]]:
    return [(one.limit.value, one.session, one.muscle) for one in passed(works, limits(**held))]


@pytest.mark.parametrize(
    ("held", "passes"),
    [
        ({"volume": VOLUME}, []),
        ({"volume": VOLUME - 1}, [("volume", None, None)]),
        ({"volume": VOLUME + 99, "volume_done": 100}, [("volume", None, None)]),
        ({"session": QUARTERS}, []),
        ({"session": QUARTERS - 1}, [("sets", 0, None)]),
        ({"muscles": dict.fromkeys(Muscle, 12)}, []),
        ({"muscles": dict.fromkeys(Muscle, 12) | {Muscle.SOLEUS: 2}}, [("muscle", None, Muscle.SOLEUS)]),
        ({"muscles": dict.fromkeys(Muscle, 12), "muscles_done": {Muscle.SOLEUS: 9}}, []),
        (
            {"muscles": dict.fromkeys(Muscle, 12), "muscles_done": {Muscle.SOLEUS: 10}},
            [("muscle", None, Muscle.SOLEUS)],
        ),
        ({"banded": 12}, []),
        ({"banded": 11}, [("muscle", None, Muscle.QUADRICEPS)]),
        ({}, []),
    ],
)
def test_what_stands_on_a_limit_fits_and_what_goes_past_it_does_not(
    held: dict[str, object], passes: list[tuple[str, int | None, Muscle | None]]
) -> None:
    assert over(work(SQUAT), **held) == passes
    assert fits([work(SQUAT)], limits(**held)) == (not passes)


def test_a_session_may_last_as_long_as_its_opening_and_no_minute_longer() -> None:
    """Ten minutes of warm-up, 3 × 30 s of squats with two rests of 90 s, five minutes of cool-down: 19 and a half, so 20."""
    for minutes, passes in ((20, []), (19, [("minutes", 1, None)])):
        rooms = (ROOM, replace(ROOM, minutes=minutes))
        assert over(work(SQUAT, session=1), rooms=rooms) == passes
    assert over(rooms=(replace(ROOM, minutes=0),)) == []


@pytest.mark.parametrize(
    ("week", "own", "fitting"),
    [
        (60, None, True),
        (59, None, False),
        (100, 60, True),
        (100, 59, False),
        (59, 100, False),
        (60, 100, True),
    ],
)
def test_foot_contacts_stay_within_the_week_s_and_within_those_that_leave_legs_fresh_for_a_key_run(
    week: int, own: int | None, *, fitting: bool
) -> None:
    room = Room(minutes=90, after_run=False, superset=False, contacts=own)
    found = over(work("pogo 2x30", session=1), rooms=(ROOM, room), contacts=week)
    assert found == ([] if fitting else [("contacts", 1, None)])


@pytest.mark.parametrize(
    ("limit", "concerned"),
    [
        (Passed(limit=Limit.CONTACTS, session=0), {"pogo"}),
        (Passed(limit=Limit.MINUTES, session=0), {"pogo", "squat"}),
        (Passed(limit=Limit.SETS, session=1), {"plank"}),
        (Passed(limit=Limit.MUSCLE, muscle=Muscle.SOLEUS), {"pogo", "squat"}),
        (Passed(limit=Limit.MUSCLE, muscle=Muscle.TRUNK), {"plank"}),
        (Passed(limit=Limit.VOLUME), {"pogo", "squat", "plank"}),
    ],
)
def test_a_limit_concerns_what_counts_towards_it(limit: Passed, concerned: set[str]) -> None:
    """A set of squats holds a single quarter set of soleus: enough to count."""
    works = [work("pogo 2x10"), work(SQUAT), work("plank 3x30", session=1)]
    assert {one.exercise.id for one in works if limit.concerns(one)} == concerned


@pytest.mark.parametrize(
    ("dose", "held", "fitting"),
    [
        ("squat 4x10", {"banded": 16}, True),
        ("squat 4x10", {"banded": 15}, False),
        ("squat 4x10", {"muscles": dict.fromkeys(Muscle, 15)}, False),
        ("squat 4x10", {"session": QUARTERS + 13}, False),
        ("squat 4x10", {"session": QUARTERS + 14}, True),
        ("squat 3x11", {"volume": VOLUME + 254}, False),
        ("squat 3x11", {"volume": VOLUME + 255}, True),
        ("squat 3x12", {"rooms": (replace(ROOM, minutes=20),)}, True),
        ("squat 4x10", {"rooms": (replace(ROOM, minutes=20),)}, False),
    ],
)
def test_a_step_fits_where_nothing_that_it_adds_to_is_passed(
    dose: str, held: dict[str, object], *, fitting: bool
) -> None:
    before, after = work(SQUAT), work(dose)
    assert still_fits([after], limits(**held), before=before, after=after) == fitting


def test_a_step_in_one_session_does_not_look_at_the_minutes_of_another() -> None:
    """It changes nothing there: what did not fit before is not for a step to mend."""
    before, after = work(SQUAT), work("squat 3x11")
    other = work(SQUAT, session=1)
    tight = limits(rooms=(ROOM, replace(ROOM, minutes=5)))
    assert still_fits([after, other], tight, before=before, after=after)
    assert not fits([after, other], tight)


def test_both_sides_count_as_contacts_and_an_exercise_without_impact_has_none() -> None:
    both = replace(work("pogo 1x1"), dose=Dose(sets=3, target=12, weight_g=0))
    assert both.contacts == 36
    jump = work("plyometric-lunge 2x6")
    sides = 2 if jump.exercise.counting.per_side else 1
    assert jump.contacts == 12 * sides * jump.exercise.contacts
    assert work(SQUAT).contacts == 0
