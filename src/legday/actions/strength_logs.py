"""Decides what the journal takes of another log's export: each session once, none that is known from elsewhere."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from legday.actions.journal import read_journal
from legday.model.catalogue import Catalogue
from legday.model.happened import Origin, SessionDone, SetDone
from legday.model.journal import AnyEntry
from legday.model.lift_history import LiftHistory
from legday.model.runner import Units
from legday.model.standing_entries import standing_entries
from legday.model.strength_log import KILOGRAMS, POUNDS, HistorySession, StrengthLog
from legday.reading.moments import EARLIEST
from legday.store import Store

NEAR = timedelta(minutes=15)
"""Sessions of two exports that begin within this time are one (our setting)."""


@dataclass(slots=True, kw_only=True)
class KeptLog:
    """What one export brought: sessions new or changed and their sets that count, sessions known from elsewhere, sets of unknown exercises
    by name, and a sentence for all that could not be taken."""

    sessions: int = 0
    sets: int = 0
    known: int = 0
    strangers: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)


def keep_strength_log(
    store: Store, catalogue: Catalogue, log: StrengthLog, *, today: date, at: datetime
) -> KeptLog:
    """Takes the leg work of an export as history, made at the aware moment `at`.

    The same export again adds nothing; a session that was changed in it replaces what was known of it. On a day of which the runner or a
    watch has said what was done, the export is not asked.
    """
    entries = store.entries()
    profile = read_journal(entries).profile
    pounds = profile is not None and profile.units is Units.IMPERIAL
    history = LiftHistory(
        exercises=catalogue.exercises,
        names=catalogue.lift_names,
        zone=ZoneInfo(profile.time_zone if profile else "UTC"),
        unit=POUNDS if pounds else KILOGRAMS,
        at=at,
    )
    believed: list[HistorySession] = []
    others: list[HistorySession] = []
    earliest = max(EARLIEST.date(), profile.lived_since(today) if profile else date.min)
    for session in log.sessions:
        (believed if earliest <= session.start.date() <= today else others).append(session)
    made = [entry for session in believed if (entry := history.entry(session)) is not None]
    kept = KeptLog(problems=[*log.problems, *history.problems], strangers=history.strangers)
    if history.unsaid:
        unit = f"taken as {history.unit}, the unit of your profile"
        kept.problems.append(f"weights without kg or lb, in {history.unsaid} sets: {unit}")
    kept.problems += [
        f"line {session.sets[0].line}: {session.start:%Y-%m-%d %H:%M}: no day on which it can have been, "
        + ("it is still to come" if session.start.date() > today else f"it is before {earliest}")
        for session in others
    ]
    added = _Shelf(entries).new(made, kept)
    store.append_all(added)
    kept.sessions = len(added)
    kept.sets = sum(one.exercise in catalogue.exercises for entry in added for one in entry.sets)
    return kept


class _Shelf:
    """What the journal holds of sessions, as new ones come in."""

    def __init__(self, entries: Sequence[AnyEntry]) -> None:
        standing = standing_entries(entries)
        self.ids = {entry.id for entry in entries}
        self.said = {
            entry.start.date()
            for entry in standing
            if isinstance(entry, SetDone)
            or (isinstance(entry, SessionDone) and entry.origin is not Origin.HISTORY)
        }
        self.starts: dict[date, dict[UUID | None, datetime]] = {}
        for entry in standing:
            if isinstance(entry, SessionDone):
                self.take(entry)

    def take(self, entry: SessionDone) -> None:
        self.starts.setdefault(entry.start.date(), {})[entry.session] = entry.start

    def new(self, made: Sequence[SessionDone], kept: KeptLog) -> list[SessionDone]:
        """The sessions that are not known yet; the others are counted in `kept`."""
        added = []
        for entry in made:
            day = entry.start.date()
            if entry.id in self.ids or day in self.said or self._elsewhere(entry):
                kept.known += 1
            else:
                self.ids.add(entry.id)
                self.take(entry)
                added.append(entry)
        return added

    def _elsewhere(self, entry: SessionDone) -> bool:
        """Whether another session began at that time."""
        same_day = self.starts.get(entry.start.date(), {})
        return any(
            session != entry.session and abs(start - entry.start) <= NEAR
            for session, start in same_day.items()
        )
