"""Decides which entries of the journal stand: each once, in the order they were made, less what was taken back."""

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter

from legday.model.journal import AnyEntry, Retracted
from legday.model.stamped import Entry

_MAKING = attrgetter("at", "id.int")
"""As `made`, for a whole journal at once."""


class Standing(tuple[AnyEntry, ...]):
    """Entries that were found to stand, in the order of their making: asked again, they stand as they are."""

    __slots__ = ()


def standing_entries(entries: Iterable[AnyEntry]) -> Standing:
    """The entries that count, in the order of their making (then of their ids), whatever order they come in.

    An id counts once. What was retracted is left out, and so is the retraction; a retraction of a retraction restores. The clock a
    retraction was made by does not matter: what it names is taken back even where that seems to be made later.
    """
    if isinstance(entries, Standing):
        return entries
    known = {entry.id.int: entry for entry in sorted(entries, key=_MAKING)}
    retractions = [entry for entry in known.values() if isinstance(entry, Retracted)]
    if not retractions:
        return Standing(known.values())
    gone = _taken_back(retractions) | {one.id.int for one in retractions}
    return Standing([entry for number, entry in known.items() if number not in gone])


def made(entry: Entry) -> tuple[datetime, int]:
    """What entries are put in order by: the moment they were made, then their id."""
    return entry.at, entry.id.int


def _taken_back(retractions: list[Retracted]) -> set[int]:
    """The ids that are taken back. Retractions that name each other in a ring take back nothing."""
    against: dict[int, int] = {}
    for one in retractions:
        against[one.of.int] = against.get(one.of.int, 0) + 1
    by_id = {one.id.int: one for one in retractions}
    decided = [one for one in retractions if one.id.int not in against]
    taken_back: set[int] = set()
    while decided:
        one = decided.pop()
        target = one.of.int
        if one.id.int not in taken_back:
            taken_back.add(target)
        against[target] -= 1
        if not against[target] and target in by_id:
            decided.append(by_id[target])
    return taken_back
