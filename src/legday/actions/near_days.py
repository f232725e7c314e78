"""Decides which entries speak of one day: all that is no leg work, and of leg work the sessions of that day, so that ten years need not be read for one page."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from legday.model.happened import LegWork
from legday.model.journal import AnyEntry
from legday.model.standing_entries import Standing, made


@dataclass(frozen=True, slots=True)
class NearDays:
    """Standing entries, parted once: leg work by session, sessions by the days they began on or were planned for, and all the rest."""

    rest: tuple[AnyEntry, ...]
    sessions: dict[UUID, list[LegWork]]
    days: dict[date, set[UUID]]

    def of(self, *days: date) -> Standing:
        """The entries that say anything of these days, in the order of their making. Sessions are whole."""
        ids = {one for day in days for one in self.days.get(day, ())}
        return Standing(sorted((*self.rest, *self._legs(ids)), key=made))

    def _legs(self, ids: set[UUID]) -> Iterator[AnyEntry]:
        for one in ids:
            yield from self.sessions[one]  # type: ignore[misc]  # leg work is an entry of the journal


def near_days(standing: Standing) -> NearDays:
    """The entries parted."""
    rest: list[AnyEntry] = []
    sessions: dict[UUID, list[LegWork]] = defaultdict(list)
    days: dict[date, set[UUID]] = defaultdict(set)
    for one in standing:
        if isinstance(one, LegWork):
            id_ = one.session_id
            sessions[id_].append(one)
            days[one.start.date()].add(id_)
            if one.planned is not None:
                days[one.planned.date()].add(id_)
        else:
            rest.append(one)
    return NearDays(tuple(rest), dict(sessions), dict(days))
