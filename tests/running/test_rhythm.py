"""Which week the history shows."""

from datetime import date, time, timedelta

import pytest

from legday.model.runs import Rhythm, RunKind
from legday.running.rhythm import find_cut_back, find_rhythm, usual_start
from runs_made import judged_of

TODAY = date(2026, 11, 25)
THIS_MONDAY = date(2026, 11, 23)


def monday(weeks_ago):
    return THIS_MONDAY - timedelta(weeks=weeks_ago)


def week(weeks_ago, *, minutes=45):
    start = monday(weeks_ago)
    return [
        judged_of(start + timedelta(days=1), minutes, kind=RunKind.QUALITY, at=time(18, 10)),
        judged_of(start + timedelta(days=3), minutes, at=time(18, 0)),
        judged_of(start + timedelta(days=6), 2 * minutes, kind=RunKind.LONG, at=time(8, 0)),
    ]


def weeks(*weeks_ago):
    return [run for ago in sorted(weeks_ago, reverse=True) for run in week(ago)]


def test_an_even_history_shows_its_week():
    rhythm = find_rhythm(weeks(1, 2, 3, 4, 5, 6, 7, 8), today=TODAY)
    assert [(day.weekday, day.chance, day.kind, day.minutes, day.start) for day in rhythm.days] == [
        (1, 100, RunKind.QUALITY, 45, time(18, 10)),
        (3, 100, RunKind.EASY, 45, time(18, 0)),
        (6, 100, RunKind.LONG, 90, time(8, 0)),
    ]
    assert rhythm.weeks == 8


def test_a_run_every_other_week_has_a_chance_of_half():
    extra = [judged_of(monday(ago) + timedelta(days=5), 30) for ago in (2, 4, 6, 8)]
    rhythm = find_rhythm(
        sorted([*weeks(1, 2, 3, 4, 5, 6, 7, 8), *extra], key=lambda r: r.local_start), today=TODAY
    )
    assert {day.weekday: day.chance for day in rhythm.days}[5] == 50


def test_a_week_of_illness_is_left_out_and_named():
    ill = [judged_of(monday(3) + timedelta(days=6), 30)]
    rhythm = find_rhythm([*weeks(8, 7, 6, 5, 4), *ill, *weeks(2, 1)], today=TODAY)
    assert rhythm.left_out == (monday(3),)
    assert rhythm.weeks == 7
    assert {day.chance for day in rhythm.days} == {100}


def test_a_holiday_without_runs_is_left_out():
    assert find_rhythm(weeks(1, 2, 5, 6, 7, 8), today=TODAY).left_out == (monday(4), monday(3))


def test_the_week_not_over_yet_does_not_count():
    this_week = [judged_of(THIS_MONDAY, 30)]
    assert find_rhythm([*weeks(1, 2, 3), *this_week], today=TODAY) == find_rhythm(weeks(1, 2, 3), today=TODAY)


def test_weeks_before_the_first_run_are_no_holiday():
    rhythm = find_rhythm(weeks(1, 2, 3), today=TODAY)
    assert (rhythm.weeks, rhythm.left_out) == (3, ())


@pytest.mark.parametrize(
    "runs", [[], week(1), weeks(6, 7, 8)], ids=["none", "one week", "stopped five weeks ago"]
)
def test_too_little_shows_no_week(runs):
    assert find_rhythm(runs, today=TODAY).days == ()


def test_no_runs_are_an_empty_rhythm():
    assert find_rhythm([], today=TODAY) == Rhythm()


def test_a_race_is_a_hard_run_of_its_weekday_not_a_habit():
    races = [judged_of(monday(ago) + timedelta(days=5), 25, kind=RunKind.RACE) for ago in (1, 2, 3)]
    rhythm = find_rhythm(races, today=TODAY)
    assert [day.kind for day in rhythm.days] == [RunKind.QUALITY]


def test_a_lighter_week_every_fourth_is_found():
    runs = [run for ago in range(12, 0, -1) for run in week(ago, minutes=28 if ago % 4 == 2 else 45)]
    assert find_cut_back(runs, today=TODAY) == (4, monday(2))
    assert find_rhythm(runs, today=TODAY).cut_back_every == 4


@pytest.mark.parametrize(
    "lighter", [{2}, {2, 5, 9}, {9, 11}, set()], ids=["one", "uneven", "long ago", "none"]
)
def test_no_cycle_is_named_where_none_is_clear(lighter):
    runs = [run for ago in range(12, 0, -1) for run in week(ago, minutes=28 if ago in lighter else 45)]
    assert find_cut_back(runs, today=TODAY) == (None, None)


def test_the_usual_start_is_named_only_where_most_runs_share_it():
    evenings = [
        judged_of(monday(ago) + timedelta(days=2), 40, at=time(18, ago)) for ago in (8, 7, 6, 5, 4, 3)
    ]
    assert usual_start(evenings, today=TODAY) == time(18, 5)
    mixed = [judged_of(monday(ago), 40, at=time(6 if ago % 2 else 19, 0)) for ago in (6, 5, 4, 3, 2, 1)]
    assert usual_start(mixed, today=TODAY) is None
