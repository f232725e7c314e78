"""Ids of entries: UUIDv7, made of a moment and chance that are passed in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.ids import RANDOM_BYTES, new_id

MOMENT = datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)
_moments = st.datetimes(datetime(1970, 1, 1), datetime(9999, 1, 1), timezones=st.just(UTC))
_chance = st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES)


def test_the_example_of_the_standard_comes_out():
    chance = (0x0CC3 << 62 | 0x18C4DC0C0C07398F).to_bytes(RANDOM_BYTES, "big")
    local = MOMENT.astimezone(timezone(timedelta(hours=-5)))
    assert str(new_id(local, chance)) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(now=_moments, chance=_chance)
@settings(deadline=None, max_examples=50, derandomize=True)
def test_every_id_is_version_7_and_carries_its_millisecond(now, chance):
    made = new_id(now, chance)
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    milliseconds = (now - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
    assert made.int >> 80 == milliseconds


@given(first=_moments, later=_moments, chance=_chance, other=_chance)
@settings(deadline=None, max_examples=50, derandomize=True)
def test_ids_made_later_sort_later(first, later, chance, other):
    if first + timedelta(milliseconds=1) <= later:
        assert new_id(first, chance) < new_id(later, other)
        assert str(new_id(first, chance)) < str(new_id(later, other))


@pytest.mark.parametrize(
    ("now", "chance", "words"),
    [
        (MOMENT.replace(tzinfo=None), bytes(10), "has no zone"),
        (MOMENT, bytes(9), "9 bytes of chance given, 10 needed"),
        (datetime(1969, 12, 31, tzinfo=UTC), bytes(10), "is before 1970"),
    ],
)
def test_an_id_is_not_made_of_less_than_it_needs(now, chance, words):
    with pytest.raises(ValueError, match=words):
        new_id(now, chance)
