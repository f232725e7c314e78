"""Decides what one line of a run plan is before its title is understood: a day, words, and what stands in numbers."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One entry of a run plan file. `room` minutes of the calendar entry, which count where the title says no length.

    `metres` and `minutes` are columns of their own and come before what the title says. `place` names the line or the date.
    """

    day: date
    title: str
    place: str
    start: time | None = None
    metres: int | None = None
    minutes: int | None = None
    room: int | None = None
