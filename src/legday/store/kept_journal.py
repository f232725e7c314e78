"""Decides what of a journal stays in memory between two readings: every entry already read, for as long as the database only adds to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from legday.model.journal import AnyEntry
from legday.model.standing_entries import Standing, made, standing_entries
from legday.store.database import ROW, Mark, mark_of, numbers_rows
from legday.store.entry_json import entries_of
from legday.store.tables import ENTRY

MOST_ASKED = 500
"""So many entries are asked for by their ids in one statement."""


@dataclass(frozen=True, slots=True)
class KeptJournal:
    """One runner's entries in the order of time; `mark` is what the database's `mark_of` the table was when they were read."""

    runner: str
    mark: Mark | None = None
    entries: tuple[AnyEntry, ...] = ()
    standing: Standing = field(default_factory=Standing)

    def up_to_date(self, connection: Connection) -> "KeptJournal":
        """The journal as the database has it now; itself where nothing changed. Only what is new is read."""
        mark = mark_of(connection, ENTRY, ENTRY.c.id, runner=self.runner)
        if mark == self.mark:
            return self
        entries = self._grown(connection) or self._compared(connection)
        return KeptJournal(self.runner, mark, entries, standing_entries(entries))

    def _grown(self, connection: Connection) -> tuple[AnyEntry, ...]:
        """The entries with those added since, where the last one read is still where it was; else nothing."""
        if self.mark is None or self.mark[1] is None or not numbers_rows(connection):
            return ()
        rows, last = self.mark
        since = select(ENTRY.c.id, ENTRY.c.runner_id, ENTRY.c.body).where(rows <= ROW).order_by(ROW)
        found = connection.execute(since).all()
        if not found or found[0].id != last:
            return ()
        return _in_time(
            self.entries, entries_of([one.body for one in found[1:] if one.runner_id == self.runner])
        )

    def _compared(self, connection: Connection) -> tuple[AnyEntry, ...]:
        """The entries of just the ids that there are: those not yet read are read, those no longer there go."""
        mine = select(ENTRY.c.id).where(ENTRY.c.runner_id == self.runner)
        ids = set(connection.execute(mine).scalars())
        here = {str(one.id): one for one in self.entries}
        stay = tuple(one for id_, one in here.items() if id_ in ids)
        return _in_time(stay, self._read(connection, sorted(ids - here.keys())))

    def _read(self, connection: Connection, ids: Sequence[str]) -> tuple[AnyEntry, ...]:
        mine = select(ENTRY.c.body).where(ENTRY.c.runner_id == self.runner)
        if len(ids) > MOST_ASKED:
            bodies = connection.execute(mine.where(ENTRY.c.id >= ids[0], ENTRY.c.id <= ids[-1])).scalars()
            wanted = set(ids)
            return tuple(one for one in entries_of(bodies.all()) if str(one.id) in wanted)
        return entries_of(connection.execute(mine.where(ENTRY.c.id.in_(ids))).scalars().all())


def _in_time(before: tuple[AnyEntry, ...], new: Sequence[AnyEntry]) -> tuple[AnyEntry, ...]:
    later = sorted(new, key=made)
    if not before or not later or made(before[-1]) < made(later[0]):
        return (*before, *later)
    return tuple(sorted((*before, *later), key=made))
