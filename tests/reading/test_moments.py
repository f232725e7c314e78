"""Moments as files write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from legday.reading.moments import believable, iso_moment, listed_moment, named_moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-01T08:00:00Z", datetime(2026, 3, 1, 8, tzinfo=UTC)),
        ("2026-03-01T08:00:00.123Z", datetime(2026, 3, 1, 8, 0, 0, 123_000, tzinfo=UTC)),
        ("2026-03-01T08:00:00", datetime(2026, 3, 1, 8, tzinfo=UTC)),
        ("2026-03-01T08:00:00+02:00", datetime(2026, 3, 1, 8, tzinfo=timezone(timedelta(hours=2)))),
        ("yesterday", None),
        ("", None),
    ],
)
def test_iso_moments_are_aware_or_nothing(text: str, moment: datetime | None) -> None:
    assert iso_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Apr 4, 2020, 6:30:00 AM", datetime(2020, 4, 4, 6, 30, tzinfo=UTC)),
        ("Dec 31, 2020, 12:05:09 AM", datetime(2020, 12, 31, 0, 5, 9, tzinfo=UTC)),
        ("Jun 1, 2021, 12:05:09 PM", datetime(2021, 6, 1, 12, 5, 9, tzinfo=UTC)),
        ("Jun 31, 2021, 1:05:09 PM", None),
        ("1. Juni 2021", None),
    ],
)
def test_the_exports_own_way_of_writing_is_read(text: str, moment: datetime | None) -> None:
    assert listed_moment(text) == moment


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("20170518-191602-1740899583.fit", datetime(2017, 5, 18, 19, 16, 2, tzinfo=UTC)),
        ("2026-03-01-0815-easy.gpx", datetime(2026, 3, 1, 8, 15, tzinfo=UTC)),
        ("2026-03-01.fit", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("activities/9123456789.fit", None),
        ("2026-13-01.fit", None),
    ],
)
def test_a_date_in_a_name_is_found(name: str, moment: datetime | None) -> None:
    assert named_moment(name) == moment


def test_the_first_moment_that_can_be_true_wins() -> None:
    latest = datetime(2026, 12, 1, tzinfo=UTC)
    good = datetime(2026, 3, 1, tzinfo=UTC)
    assert believable((None, 0.0, 4e12, good.timestamp(), 1e9), latest=latest) == good
    assert believable((None, 0.0, 4e12), latest=latest) is None
