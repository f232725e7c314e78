"""Decides how moments are written in files and which of them can be true."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
"""No recording is older: earlier dates are clocks that were never set (our setting)."""

_IN_NAME = re.compile(r"(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?:[T_ -]?(\d\d)[-:_]?(\d\d)(?:[-:_]?(\d\d))?)?(?!\d)")
_LISTED = re.compile(r"([A-Z][a-z]{2})\w* (\d{1,2}), (\d{4}),? (\d{1,2}):(\d\d):(\d\d)(?:\s*([AP]M))?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def iso_moment(text: str) -> datetime | None:
    """An ISO 8601 moment as it stands, aware (UTC where it says no zone); None where it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def listed_moment(text: str) -> datetime | None:
    """A moment as an English Strava export lists it: "Apr 4, 2020, 6:30:00 AM", in UTC."""
    found = _LISTED.search(text)
    if found is None or found[1] not in _MONTHS:
        return None
    hour = int(found[4])
    if found[7]:
        hour = hour % 12 + (12 if found[7] == "PM" else 0)
    return _moment(found[3], _MONTHS.index(found[1]) + 1, found[2], hour, found[5], found[6])


def named_moment(name: str) -> datetime | None:
    """A date (and time) in a file's name: "2017-05-18-191602.fit"; noon where it says no time."""
    found = _IN_NAME.search(name)
    if found is None:
        return None
    return _moment(found[1], found[2], found[3], found[4] or 12, found[5] or 0, found[6] or 0)


def _moment(*numbers: str | int) -> datetime | None:
    year, month, day, hour, minute, second = (int(number) for number in numbers)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def believable(seconds: Iterable[float | None], *, latest: datetime) -> datetime | None:
    """The first of these moments (seconds since 1970) that lies between 1995 and `latest`; None where none does."""
    low, high = EARLIEST.timestamp(), latest.timestamp()
    for moment in seconds:
        if moment is not None and low <= moment <= high:
            return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=round(moment))
    return None
