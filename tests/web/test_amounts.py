"""Amounts are written in the runner's units and with the language's signs."""

from datetime import date

import pytest

from legday.model.runner import Units
from legday.web.amounts import Amounts
from legday.web.wording import wordings

ENGLISH, GERMAN = (Amounts(wordings()[language], Units.METRIC) for language in ("en", "de"))
POUNDS = Amounts(wordings()["en"], Units.IMPERIAL)


@pytest.mark.parametrize(
    ("written", "english", "german"),
    [
        (lambda one: one.number(1234.56), "1,234.6", "1.234,6"),
        (lambda one: one.number(7), "7", "7"),
        (lambda one: one.sets(6.25), "6.25", "6,25"),
        (lambda one: one.sets(1200), "1,200", "1.200"),
        (lambda one: one.whole(99_999.6), "100,000", "100.000"),
        (lambda one: one.weight(12_500), "12.5 kg", "12,5 kg"),
        (lambda one: one.distance(21_098), "21.1 km", "21,1 km"),
        (lambda one: one.height(1203.4), "1,203 m", "1.203 m"),
        (lambda one: one.pace(342), "5:42/km", "5:42/km"),
        (lambda one: one.clock(3942), "1:05:42", "1:05:42"),
        (lambda one: one.clock(59.6), "1:00", "1:00"),
        (lambda one: one.day(date(2026, 11, 3)), "3 Nov", "3. Nov."),
        (lambda one: one.month(date(2026, 3, 1)), "March 2026", "März 2026"),
    ],
)
def test_each_language_has_its_signs(written, english, german):
    assert (written(ENGLISH), written(GERMAN)) == (english, german)


def test_a_runner_who_reads_pounds_and_miles_is_told_them():
    assert (POUNDS.weight(11_340), POUNDS.distance(16_093), POUNDS.pace_alone(300), POUNDS.height(120)) == (
        "25 lb",
        "10 mi",
        "8:03",
        "394 ft",
    )
