"""Decides in which parts a profile is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from legday.model.runner import Adjustable, Gear

Answers = Mapping[str, str]
"""What stands in the fields of a form, by the names of the fields. Fields of a list are `races-0-date`, `races-1-date` …"""


class Section(StrEnum):
    """One form of the profile."""

    ABOUT = "about"
    RUNNING = "running"
    OPENINGS = "openings"
    GEAR = "gear"
    RACES = "races"
    HEALTH = "health"
    STYLE = "style"
    TASTE = "taste"
    PLACE = "place"


DAY_ONLY = "once"
"""The weekday of an opening that is there once, on a date."""


def rows_of(answers: Answers, name: str) -> tuple[int, ...]:
    """The numbers of the rows of the list `name` that have any field, in order."""
    numbers = {
        int(parts[1])
        for field in answers
        if (parts := field.split("-"))[0] == name and len(parts) == 3 and parts[1].isdecimal()
    }
    return tuple(sorted(numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAdjustables:
    """The adjustable dumbbells that a form has fields for, and the `others`, which it leaves as they are."""

    dial: Adjustable | None = None
    handle: Adjustable | None = None
    others: tuple[Adjustable, ...] = ()


def shown_adjustables(gear: Gear) -> ShownAdjustables:
    """The first dial with even steps and the first handle with plates are shown."""
    dial = next((own for own in gear.adjustables if _even(own.dial_g)), None)
    handle = next((own for own in gear.adjustables if own.handle_g), None)
    others = tuple(own for own in gear.adjustables if own is not dial and own is not handle)
    return ShownAdjustables(dial=dial, handle=handle, others=others)


def _even(weights: tuple[int, ...]) -> bool:
    """Whether the weights rise by even steps; pounds in grams are a gram off at most."""
    if len(weights) < 2:
        return False
    step = (weights[-1] - weights[0]) / (len(weights) - 1)
    return all(abs(weights[0] + step * place - grams) <= 1 for place, grams in enumerate(weights))
