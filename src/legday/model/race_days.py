"""Decides which days around a race are free of leg work, and on which nothing new begins."""

from collections.abc import Iterable
from datetime import date, timedelta

from legday.model.rules import Rulebook
from legday.model.runner import Priority, Race

MARATHON_M = 42_000
HALF_M = 21_000
TEN_M = 10_000
METRES_A_MINUTE = 200
"""How far a race of unknown distance goes in a minute: 5:00/km (our setting)."""


def race_metres(metres: int | None, minutes: int | None) -> int:
    """How long a race is that a run plan or a recording shows: by its metres, else by its minutes; 0 where neither is known."""
    return metres or (minutes or 0) * METRES_A_MINUTE


def days_after_race(metres: int, rules: Rulebook) -> int:
    """Days without a leg session after a race of `metres` (rule `after-race`)."""
    if metres >= MARATHON_M:
        return rules.number("after-race", "days_marathon")
    if metres >= HALF_M:
        return rules.number("after-race", "days_half")
    return rules.number("after-race", "days_ten" if metres >= TEN_M else "days_short")


def quiet_for_new(day: date, races: Iterable[Race], rules: Rulebook) -> bool:
    """Whether a day is one of the last before an A race, or its own, on which nothing new begins (rule `race-quiet`)."""
    quiet = timedelta(days=rules.number("race-quiet", "new_days"))
    return any(race.day - quiet <= day <= race.day for race in races if race.priority is Priority.A)
