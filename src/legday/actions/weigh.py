"""Decides how a body mass is remembered."""

from dataclasses import dataclass
from datetime import date

from legday.actions.stamp import Stamp
from legday.model.errors import InputError
from legday.model.happened import BodyMassSet
from legday.reading.words import Words, read_weight
from legday.store import Store

LEAST_G, MOST_G = 20_000, 400_000
"""The body masses that are believed, as in a profile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighReport:
    """The body mass now, and the one known before, in grams."""

    entry: BodyMassSet
    before: int


def weigh(store: Store, said: str, *, before: int, day: date, stamp: Stamp) -> WeighReport:
    """Remembers `71.5 kg` or `158 lb` from `day` on. InputError for what is no body mass."""
    words = Words(said.strip(), place="weigh")
    grams = read_weight(words)
    if grams is None or not words.at_end():
        raise words.error("is not a body mass", "71.5 kg or 158 lb", value=said)
    if not LEAST_G <= grams <= MOST_G:
        raise InputError(
            value=said,
            place="weigh",
            problem="is not a body mass legday believes",
            remedy=f"{LEAST_G // 1000} to {MOST_G // 1000} kg",
        )
    entry = BodyMassSet(id=stamp.id, at=stamp.at, day=day, grams=grams)
    store.append(entry)
    return WeighReport(entry=entry, before=before)
