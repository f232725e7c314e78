"""Decides what is told of the past: all that was said, newest first, or what was said of one exercise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from legday.actions.happened import Happened, Thing, things
from legday.actions.journal import profile_of, read_journal
from legday.actions.said_sessions import exercise_named
from legday.model.catalogue import Catalogue
from legday.model.errors import UnknownName
from legday.model.happened import ExerciseSwapped, SessionDone, SetDone
from legday.model.journal import AnyEntry
from legday.model.runner import Profile
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryReport:
    """What the journal holds, newest first; `exercise` the id asked for, empty where everything is told. `older` things were left out."""

    happened: tuple[Happened, ...]
    exercise: str = ""
    older: int = 0


def history(
    store: Store, catalogue: Catalogue, *, name: str = "", since: date | None = None
) -> HistoryReport:
    """All that stands in the journal, of the exercise `name` only where one is named, from the day `since` on.

    UnknownName for an exercise that neither the catalogue nor the journal knows.
    """
    standing = store.standing()
    profile = profile_of(read_journal(standing))
    zone, units = ZoneInfo(profile.time_zone), profile.units
    exercise = _exercise(name, standing, catalogue)
    found = things(standing, zone=zone)
    told = (
        one.told(zone, units, exercise=exercise)
        for one in found
        if since is None or one.moment.date() >= since
    )
    return HistoryReport(
        happened=tuple(one for one in told if not exercise or exercise in one.exercises), exercise=exercise
    )


def newest(found: Sequence[Thing], profile: Profile, *, most: int | None) -> HistoryReport:
    """The `most` newest of things found before (None: all), in words."""
    zone = ZoneInfo(profile.time_zone)
    shown = found[:most]
    return HistoryReport(
        happened=tuple(one.told(zone, profile.units) for one in shown), older=len(found) - len(shown)
    )


def _exercise(name: str, standing: Sequence[AnyEntry], catalogue: Catalogue) -> str:
    """The exercise's id: one of the catalogue, or one that was logged before the catalogue knew of it."""
    if not name:
        return ""
    try:
        return exercise_named(name, catalogue)
    except UnknownName:
        if any(name in _named(one) for one in standing):
            return name
        raise


def _named(entry: AnyEntry) -> frozenset[str]:
    """The exercises that an entry names."""
    match entry:
        case SetDone():
            return frozenset((entry.done.exercise,))
        case SessionDone():
            return frozenset(one.exercise for one in entry.sets)
        case ExerciseSwapped():
            return frozenset((entry.was, entry.now))
    return frozenset()
