"""Decides which illnesses there were: one for each first day, as it was last said."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from legday.model.happened import Ill


def said_illnesses(said: Iterable[Ill]) -> tuple[Ill, ...]:
    """One illness for each first day, oldest first; what is said of an end also ends those that overlap and were still open.

    `said` come in the order of their making: those made up to a moment give what was known by it.
    """
    by_first: dict[date, Ill] = {}
    for one in said:
        by_first[one.first] = one
        if one.last is not None:
            by_first |= {
                first: replace(other, last=max(first, one.last))
                for first, other in by_first.items()
                if other.last is None and first <= one.last + timedelta(days=1)
            }
    return tuple(by_first[first] for first in sorted(by_first))
