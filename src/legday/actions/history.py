"""Decides what is told of the past: all that was said, newest first, or what was said of one exercise."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from legday.actions.happened import Happened, all_that_happened
from legday.actions.journal import profile_of, read_journal
from legday.actions.said_sessions import exercise_named
from legday.model.catalogue import Catalogue
from legday.model.errors import UnknownName
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryReport:
    """What the journal holds, newest first; `exercise` the id asked for, empty where everything is told."""

    happened: tuple[Happened, ...]
    exercise: str = ""


def history(
    store: Store, catalogue: Catalogue, *, name: str = "", since: date | None = None
) -> HistoryReport:
    """All that stands in the journal, of the exercise `name` only where one is named, from the day `since` on.

    UnknownName for an exercise that neither the catalogue nor the journal knows.
    """
    standing = store.standing()
    profile = profile_of(read_journal(standing))
    zone, units = ZoneInfo(profile.time_zone), profile.units
    everything = all_that_happened(standing, zone=zone, units=units)
    exercise = _exercise(name, everything, catalogue)
    if exercise:
        everything = all_that_happened(standing, zone=zone, units=units, exercise=exercise)
    return HistoryReport(
        happened=tuple(one for one in everything if since is None or one.day >= since), exercise=exercise
    )


def _exercise(name: str, everything: tuple[Happened, ...], catalogue: Catalogue) -> str:
    """The exercise's id: one of the catalogue, or one that was logged before the catalogue knew of it."""
    if not name:
        return ""
    try:
        return exercise_named(name, catalogue)
    except UnknownName:
        if any(name in one.exercises for one in everything):
            return name
        raise
