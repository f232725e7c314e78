"""Mondays, and the minutes of running in each week."""

from datetime import date, timedelta

from legday.model.runs import ExpectedRun, Outlook, OutlookSource, RunKind
from legday.model.state import RunnerState
from legday.progressing.calendar_weeks import WEEK, RunWeeks, day_text, monday, run_weeks, weeks_between
from plan_builder import MONDAY, day, recorded, runner

THIS, LAST = MONDAY, MONDAY - WEEK


def expected(words: str, *, minutes: int | None = None, metres: int | None = None) -> ExpectedRun:
    return ExpectedRun(
        day=day(words), kind=RunKind.EASY, source=OutlookSource.USUAL_WEEK, minutes=minutes, metres=metres
    )


def weeks_of(*runs: ExpectedRun, seen: tuple[str, ...] = (), today: str = "mon") -> RunWeeks:
    state = RunnerState(profile=runner().profile, runs=tuple(recorded(words) for words in seen))
    return run_weeks(state, Outlook(runs=runs), today=day(today))


def of(*minutes: int, longest: tuple[int, ...] = ()) -> RunWeeks:
    """Minutes of the weeks up to this one, the last of them this one's."""

    def by_week(numbers: tuple[int, ...]) -> dict[date, int]:
        return {THIS - place * WEEK: one for place, one in enumerate(reversed(numbers)) if one}

    return RunWeeks(minutes=by_week(minutes), longest=by_week(longest))


def test_every_day_of_a_week_has_its_monday() -> None:
    assert {monday(MONDAY + timedelta(days=n)) for n in range(7)} == {MONDAY}
    assert weeks_between(MONDAY, MONDAY + 3 * WEEK) == 3


def test_months_are_written_out() -> None:
    written = [day_text(date(2027, month, month)) for month in range(1, 13)]
    assert written == [
        "1 January",
        "2 February",
        "3 March",
        "4 April",
        "5 May",
        "6 June",
        "7 July",
        "8 August",
        "9 September",
        "10 October",
        "11 November",
        "12 December",
    ]


def test_runs_of_a_week_add_up_and_the_longest_is_known() -> None:
    weeks = weeks_of(expected("tue", minutes=40), expected("sun", minutes=90), expected("w2 mon", minutes=30))
    assert dict(weeks.minutes) == {THIS: 130, THIS + WEEK: 30}
    assert dict(weeks.longest) == {THIS: 90, THIS + WEEK: 30}
    assert dict(weeks_of(expected("tue", minutes=90), expected("sun", minutes=40)).longest) == {THIS: 90}


def test_a_run_of_known_distance_takes_six_minutes_a_kilometre() -> None:
    weeks = weeks_of(
        expected("tue", metres=10_000), expected("wed"), expected("w2 mon", metres=5_000, minutes=40)
    )
    assert dict(weeks.minutes) == {THIS: 60, THIS + WEEK: 40}
    assert dict(weeks_of(expected("tue", metres=10_166)).minutes) == {THIS: 60}
    assert dict(weeks_of(expected("tue")).longest) == {THIS: 0}


def test_before_today_runs_are_those_recorded_and_from_today_those_expected() -> None:
    weeks = weeks_of(
        expected("tue", minutes=45),
        expected("wed", minutes=50),
        seen=("tue 07:00 easy 41", "wed 07:00 easy 43"),
        today="wed",
    )
    assert dict(weeks.minutes) == {THIS: 91}


def test_a_week_that_has_begun_without_a_record_is_left_out() -> None:
    assert dict(weeks_of(expected("fri", minutes=50), today="wed").minutes) == {}
    assert dict(weeks_of(expected("fri", minutes=50), today="wed").longest) == {}
    assert dict(weeks_of(expected("fri", minutes=50), today="mon").minutes) == {THIS: 50}
    begun = weeks_of(expected("fri", minutes=50), seen=("mon 07:00 easy 30",), today="wed")
    assert dict(begun.minutes) == {THIS: 80}
    behind = weeks_of(expected("fri", minutes=50), seen=("w0 sun 07:00 easy 30",), today="wed")
    assert dict(behind.minutes) == {LAST: 30}


def test_a_week_grows_past_the_percent_over_the_week_before() -> None:
    assert not of(100, 110).grows(THIS, percent=10)
    assert of(100, 111).grows(THIS, percent=10)
    assert not of(0, 110).grows(THIS, percent=10)
    assert not of(100, 0).grows(THIS, percent=10)
    assert of(1, 2).grows(THIS, percent=10)


def test_a_week_grows_with_the_longest_run_of_the_four_weeks_before() -> None:
    assert not of(100, 100, longest=(60, 60)).grows(THIS, percent=10)
    assert of(100, 100, longest=(60, 61)).grows(THIS, percent=10)
    assert not of(100, 100, longest=(70, 0, 0, 0, 61)).grows(THIS, percent=10)
    assert of(100, 100, longest=(70, 50, 0, 0, 0, 61)).grows(THIS, percent=10)
    assert not of(longest=(61,)).grows(THIS, percent=10)
    assert not of(longest=(60, 0)).grows(THIS, percent=10)
    assert of(longest=(1, 2)).grows(THIS, percent=10)
    later = RunWeeks(minutes={}, longest={LAST: 60, THIS: 61, THIS + WEEK: 90})
    assert later.grows(THIS, percent=10)


def test_a_week_dips_by_fifteen_percent() -> None:
    assert of(100, 85).dips(THIS)
    assert not of(100, 86).dips(THIS)
    assert not of(100, 0).dips(THIS)
    assert not of(0, 85).dips(THIS)
    assert of(100, 1).dips(THIS)
