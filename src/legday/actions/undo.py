"""Decides what is taken back: the last that was said, or what an id names; nothing is erased, and a taking back can be taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from uuid import UUID
from zoneinfo import ZoneInfo

from legday.actions.happened import Happened, one_thing
from legday.actions.journal import Journal, profile_of, read_journal
from legday.actions.stamp import Stamp
from legday.model.errors import InputError
from legday.model.happened import LegWork
from legday.model.journal import AnyEntry, ProfileSet, Retracted
from legday.model.standing_entries import standing_entries
from legday.store import Store

LEAST_SIGNS = 4
"""An id may be shortened to so many signs, from its beginning or its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoReport:
    """What was taken back and what was brought back, oldest first, and the retractions made."""

    taken_back: tuple[Happened, ...]
    brought_back: tuple[Happened, ...]
    retractions: tuple[Retracted, ...]


def undo(store: Store, *, name: str = "", stamps: Callable[[], Stamp]) -> UndoReport:
    """Takes back the last entry (all that were made in the same moment), or those `name` means: an id or the end of one.

    The id of a session means all its sets; that of a retraction brings back what it took. InputError where nothing, or more than one
    thing, is meant.
    """
    entries = store.entries()
    standing = standing_entries(entries)
    profile = profile_of(read_journal(standing))
    zone, units = ZoneInfo(profile.time_zone), profile.units
    meant = _named(name, entries, standing) if name else _last(standing)
    retractions = tuple(_retracted(entry, stamps()) for entry in meant)
    after = standing_entries([*entries, *retractions])
    _refuse_without_effect(name, standing, after)
    for one in retractions:
        store.append(one)
    stay = {entry.id for entry in standing} & {entry.id for entry in after}
    return UndoReport(
        taken_back=tuple(one_thing(one, zone, units) for one in standing if one.id not in stay),
        brought_back=tuple(one_thing(one, zone, units) for one in after if one.id not in stay),
        retractions=retractions,
    )


def last_said(store: Store, *, journal: Journal | None = None) -> tuple[Happened, ...]:
    """What an undo would take back now: the last that was said; empty where that is the only profile, without which nothing can be planned.

    `journal` is what the entries that stand add up to, where somebody has read them already: at ten years that is most of the work.
    """
    standing = store.standing()
    last = _last(standing)
    if not any(isinstance(one, ProfileSet) for one in standing[: len(standing) - len(last)]):
        return ()
    profile = profile_of(journal or read_journal(standing))
    return tuple(one_thing(one, ZoneInfo(profile.time_zone), profile.units) for one in last)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """One thing that a retraction which still stands took back; undoing the `retraction` (its id) brings it back."""

    retraction: UUID
    what: Happened


def taken_back_by(store: Store, name: str) -> tuple[TakenBack, ...]:
    """What the retraction of that id took back, and those made in the same moment; empty where none stands."""
    entries = store.entries()
    retractions = [one for one in entries if isinstance(one, Retracted)]
    moments = {one.at for one in retractions if str(one.id) == name}
    stay = {entry.id for entry in standing_entries(entries)}
    made = {one.of: one.id for one in retractions if one.at in moments and one.of not in stay}
    if not made:
        return ()
    profile = profile_of(read_journal(entries))
    zone = ZoneInfo(profile.time_zone)
    return tuple(
        TakenBack(retraction=made[entry.id], what=one_thing(entry, zone, profile.units))
        for entry in entries
        if entry.id in made
    )


def _refuse_without_effect(name: str, standing: Sequence[AnyEntry], after: Sequence[AnyEntry]) -> None:
    """InputError where nothing would change, or no profile would be left to plan with."""
    if not any(isinstance(one, ProfileSet) for one in after):
        raise InputError(
            value=name or "undo",
            place="the journal",
            problem="finds only the profile, and without one nothing can be planned",
            remedy="`legday init --from profile.toml` for another one",
        )
    if standing == after:
        raise InputError(value=name, place="undo", problem="is the id of a retraction that no longer stands")


def _retracted(entry: AnyEntry, stamp: Stamp) -> Retracted:
    return Retracted(id=stamp.id, at=stamp.at, of=entry.id)


def _last(standing: Sequence[AnyEntry]) -> list[AnyEntry]:
    """Those made in the same moment as the last one; the standing are in the order of their making."""
    same = takewhile(lambda one: one.at == standing[-1].at, reversed(standing))
    return list(same)[::-1]


def _named(name: str, entries: Sequence[AnyEntry], standing: Sequence[AnyEntry]) -> list[AnyEntry]:
    """The entries that an id means: one entry, a session with all its sets, or a retraction."""
    signs = name.replace("-", "").lower()
    retractions = {one.id: one for one in entries if isinstance(one, Retracted)}
    open_ones = [*standing, *retractions.values()]
    meant = [one for one in open_ones if len(signs) >= LEAST_SIGNS and _is(one, signs)]
    things = {_thing(one) for one in meant}
    if len(things) == 1:
        return meant
    raise InputError(
        value=name,
        place="undo",
        problem="means several entries" if meant else "is the id of no entry that stands",
        remedy="more of its signs" if meant else "the end of a line of `legday history`",
    )


def _thing(entry: AnyEntry) -> object:
    return entry.session_id if isinstance(entry, LegWork) else entry.id


def _is(entry: AnyEntry, signs: str) -> bool:
    own = (entry.id, entry.session_id) if isinstance(entry, LegWork) else (entry.id,)
    return any(one.hex.startswith(signs) or one.hex.endswith(signs) for one in own)
