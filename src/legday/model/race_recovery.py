"""Decides how long a race keeps the legs free of leg work, by its length."""

from legday.model.rules import Rulebook

MARATHON_M = 42_000
HALF_M = 21_000
TEN_M = 10_000


def days_after_race(metres: int, rules: Rulebook) -> int:
    """Days without a leg session after a race of `metres` (rule `after-race`)."""
    if metres >= MARATHON_M:
        return rules.number("after-race", "days_marathon")
    if metres >= HALF_M:
        return rules.number("after-race", "days_half")
    return rules.number("after-race", "days_ten" if metres >= TEN_M else "days_short")
