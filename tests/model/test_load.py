"""What the weeks before say of how much a week may hold."""

from datetime import date, timedelta

from legday.model.load import WeekLoad, reference_weeks, volume_cap

MONDAY = date(2027, 1, 4)


def weeks(*sessions: int, wanted: int = 2, volume: int = 1_000) -> list[WeekLoad]:
    return [
        WeekLoad(start=MONDAY + timedelta(weeks=n), wanted=wanted, sessions=held, volume=held * volume)
        for n, held in enumerate(sessions)
    ]


def test_a_newcomer_has_no_reference_before_a_week_with_all_its_sessions() -> None:
    assert volume_cap(weeks(1, 1), percent=110) is None
    assert volume_cap(weeks(1, 2), percent=110) == 2_200


def test_a_week_that_wants_one_session_is_measured_by_weeks_with_one() -> None:
    assert volume_cap(weeks(1, 1), percent=110, wanted=1) == 1_100
    assert volume_cap(weeks(1, 1), percent=110, wanted=2) is None


def test_a_week_that_wants_none_asks_for_one_all_the_same() -> None:
    assert reference_weeks(weeks(0, 0), wanted=0) == ()


def test_after_four_weeks_with_sessions_the_highest_counts_however_few_they_held() -> None:
    assert volume_cap(weeks(1, 1, 1, 1), percent=110, wanted=2) == 1_100
