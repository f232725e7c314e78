"""Decides how days, places and lists of exercises read in an answer; the same in every locale."""

from collections.abc import Iterable
from datetime import date

from legday.model.catalogue import Catalogue
from legday.model.sets import Side

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: date) -> str:
    """`2026-11-24` → "Tuesday 24 Nov"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def place_text(name: str, side: Side) -> str:
    """ "Achilles tendon, left"; the side is left out where both are meant."""
    return name if side is Side.BOTH else f"{name}, {side.value}"


def exercises_text(exercises: Iterable[str], catalogue: Catalogue) -> str:
    """The names of exercises, in the order of the alphabet."""
    return ", ".join(sorted(catalogue.name(one) for one in exercises))
