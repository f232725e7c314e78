"""Decides how a body mass is remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legday.actions.stamp import Stamp
from legday.model.errors import InputError
from legday.model.happened import BodyMassSet
from legday.model.journal import AnyEntry
from legday.model.quantities import weight_text
from legday.model.runner import Profile
from legday.reading.words import Words, read_weight
from legday.store import Store

LEAST_G, MOST_G = 20_000, 400_000
"""The body masses that are believed, as in a profile."""


USUAL_G = 25_000, 250_000
"""Body masses outside are asked about (our setting)."""
MONTH_DAYS = 30
MONTH_PERCENT = 15
"""A mass that differs by more than this for each month begun since the last one is asked about (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighReport:
    """The body mass now, and the one known before, in grams."""

    entry: BodyMassSet
    before: int


def mass_doubts(entry: BodyMassSet, standing: Sequence[AnyEntry], profile: Profile) -> tuple[str, ...]:
    """What looks mistyped in a body mass about to be kept, in sentences; empty where nothing does.

    The mass known before is that of the `profile` in force; one that came with the profile counts as said lately.
    """
    said = weight_text(entry.grams, profile.units)
    least, most = USUAL_G
    if not least <= entry.grams <= most:
        return (f"{said} is an unusual body mass.",)
    known = profile.body_mass_g
    days = [one.day for one in standing if isinstance(one, BodyMassSet) and one.grams == known]
    since = max((day for day in days if day <= entry.day), default=entry.day)
    months = 1 + (entry.day - since).days // MONTH_DAYS
    if 100 * abs(entry.grams - known) <= MONTH_PERCENT * months * known:
        return ()
    return (f"{said} is far from the {weight_text(known, profile.units)} known so far.",)


def weighed(said: str, *, day: date, stamp: Stamp) -> BodyMassSet:
    """`71.5 kg` or `158 lb` from `day` on, as an entry that is not kept yet. InputError for what is no body mass."""
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
    return BodyMassSet(id=stamp.id, at=stamp.at, day=day, grams=grams)


def weigh(store: Store, entry: BodyMassSet, *, before: int) -> WeighReport:
    """Remembers a body mass."""
    store.append(entry)
    return WeighReport(entry=entry, before=before)
