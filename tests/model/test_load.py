"""What growth of leg work is measured against, and what a week may always hold."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.load import WeekLoad, came_back, muscle_caps, reference_weeks, volume, volume_cap
from legday.model.muscles import Muscle

FIRST = date(2026, 9, 7)
EXERCISES = read_catalogue().exercises


def weeks(*volumes: int | str) -> list[WeekLoad]:
    """Weeks of these volumes, one session each; `"400 light"` one that was light on purpose, `"0 unclear"` one of which nobody knows what
    it held, 0 none at all."""
    found = []
    for n, told in enumerate(volumes):
        volume, _, word = str(told).partition(" ")
        found.append(
            WeekLoad(
                start=FIRST + timedelta(weeks=n),
                wanted=1,
                sessions=int(int(volume) > 0),
                volume=int(volume),
                quarter_sets={Muscle.QUADRICEPS: int(volume) // 100},
                light="light" in word,
                unclear="unclear" in word,
            )
        )
    return found


def looked_at(*volumes: int | str) -> list[int]:
    return [week.volume for week in reference_weeks(weeks(*volumes))]


def test_the_last_four_weeks_with_a_session_count_and_none_older_than_eight() -> None:
    assert looked_at(900, 100, 200, 0, 300, 400) == [100, 200, 300, 400]
    assert looked_at(900, *(0,) * 3, 100, *(0,) * 3, 200) == [100, 200]


def test_light_weeks_do_not_count_unless_there_is_nothing_else() -> None:
    assert looked_at(500, "100 light", 600, "200 light") == [500, 600]
    assert looked_at("100 light", 0, "200 light") == [100, 200]


def test_a_week_of_which_nobody_knows_what_it_held_takes_its_place_and_says_nothing() -> None:
    assert looked_at(900, 200, 300, "0 unclear", 400) == [200, 300, 400]
    assert looked_at(900, 200, 300, "0 unclear", "50 light", 400) == [200, 300, 400]
    assert looked_at(200, 300, 400, "900 light unclear") == [200, 300, 400]


def test_where_all_of_the_last_weeks_are_unclear_those_before_them_speak() -> None:
    assert looked_at(700, 600, *["0 unclear"] * 4) == [700, 600]
    assert looked_at("100 light", *["0 unclear"] * 4) == [100]
    assert looked_at("100 light", "300 unclear") == [100, 300]
    assert looked_at(*["0 unclear"] * 4) == []


def test_weeks_of_which_nobody_knows_what_they_held_make_nobody_a_newcomer() -> None:
    full = WeekLoad(start=FIRST, wanted=2, sessions=2, volume=500)
    part = replace(full, sessions=1, volume=100)
    unclear = replace(full, sessions=0, volume=0, unclear=True)
    assert reference_weeks([full, *[unclear] * 4, part]) == (part,)
    assert reference_weeks([full, *[replace(unclear, unclear=False)] * 4, part]) == ()


@pytest.mark.parametrize(
    ("name", "target", "weight_g", "counted"),
    [
        ("hamstring-curl", 15, 2_000, 338),
        ("hamstring-curl", 15, 4_000, 377),
        ("step-up", 8, 2_000, 1_401),
        ("side-plank", 20, 0, 600),
    ],
)
def test_volume_is_rounded_once_and_not_for_each_repetition(
    name: str, target: int, weight_g: int, counted: int
) -> None:
    exercise = EXERCISES[name]
    assert volume(exercise, sets=1, target=target, weight_g=weight_g, body_mass_g=78_000) == counted


def test_a_newcomer_has_no_reference_before_a_whole_week() -> None:
    begun = [WeekLoad(start=FIRST, wanted=2, sessions=1, volume=500)]
    assert reference_weeks(begun) == ()
    assert volume_cap(begun, percent=110, least_percent=55) is None


def test_a_week_may_always_hold_what_a_long_lay_off_begins_again_with() -> None:
    shrunk = weeks(2_000, 1_800, 900, 500, 300, 200)
    assert volume_cap(shrunk, percent=110) == 990
    assert volume_cap([*shrunk, *weeks(200, 200, 200)], percent=110) == 220
    assert volume_cap([*shrunk, *weeks(200, 200, 200)], percent=110, least_percent=55) == 1_100
    assert volume_cap([*shrunk, *weeks(200, 200, 200)], percent=110, least_percent=55, least=1_101) == 1_101


def test_a_muscle_may_always_have_what_a_long_lay_off_begins_again_with() -> None:
    shrunk = weeks(2_000, 1_800, 200, 200, 200, 200)
    caps = [muscle_caps(shrunk, percent=110, quarters=4, least_percent=least) for least in (0, 55)]
    assert [found[Muscle.QUADRICEPS] for found in caps if found] == [6, 11]
    assert [found[Muscle.SOLEUS] for found in caps if found] == [4, 4]


def test_only_the_last_year_says_what_a_week_may_always_hold() -> None:
    old = weeks(4_000, *(1_000,) * 52)
    assert volume_cap(old, percent=110, least_percent=55) == 1_100
    assert volume_cap(old[:-1], percent=110, least_percent=55) == 2_200


@pytest.mark.parametrize(("gaps", "back"), [((9, 9), set()), ((10,), {10}), ((3, 11, 2), {14}), ((), set())])
def test_the_first_day_after_days_off_is_known(gaps: tuple[int, ...], back: set[int]) -> None:
    days = [FIRST]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    assert {(day - FIRST).days for day in came_back(days, days=10)} == back


def held(*sessions: int, wanted: int = 2) -> list[WeekLoad]:
    """Weeks with so many sessions of volume 1,000 each."""
    return [
        WeekLoad(start=FIRST + timedelta(weeks=n), wanted=wanted, sessions=held, volume=held * 1_000)
        for n, held in enumerate(sessions)
    ]


def test_a_week_that_wants_one_session_is_measured_by_weeks_with_one() -> None:
    assert volume_cap(held(1, 1), percent=110, wanted=1) == 1_100
    assert volume_cap(held(1, 1), percent=110, wanted=2) is None
    assert volume_cap(held(1, 2), percent=110) == 2_200


def test_a_week_that_wants_none_asks_for_one_all_the_same() -> None:
    assert reference_weeks(held(0, 0), wanted=0) == ()


def test_after_four_weeks_with_sessions_the_highest_counts_however_few_they_held() -> None:
    assert volume_cap(held(1, 1, 1, 1), percent=110, wanted=2) == 1_100
