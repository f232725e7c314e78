"""Decides what happens when the runner says something on a page: it is kept, and what it changes in the plan is remembered for the answer."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from fastapi.responses import RedirectResponse

from legday.actions.changed_plan import ChangedPlan, changed_plan
from legday.actions.felt import Felt, FeltReport, felt_report, remember
from legday.model.happened import (
    ClearedByClinician,
    Ill,
    PainFelt,
    RedFlagRaised,
    Slept,
    SorenessFelt,
)
from legday.model.journal import AnyEntry
from legday.model.standing_entries import standing_entries
from legday.web.desk import Desk

E = TypeVar("E", bound=AnyEntry)
FELT = (PainFelt, SorenessFelt, Slept, Ill, RedFlagRaised, ClearedByClinician)


def kept(desk: Desk, keep: Callable[[], E]) -> E:
    """Does what keeps an entry, alone, and remembers how the plan differs after it."""
    with desk.lock:
        before = desk.known().plan
        entry = keep()
        after = desk.known()
        desk.answers.keep(entry.id, changed_plan(before, after.plan, after.facts))
    return entry


def felt(desk: Desk, entry: Felt, *more: AnyEntry) -> Felt:
    """Remembers how the runner feels; `more` is kept with it. InputError where no profile has been set."""

    def keep() -> Felt:
        for one in more:
            desk.store.append(one)
        remember(desk.store, entry)
        return entry

    return kept(desk, keep)


def answer_to(desk: Desk, said: str) -> tuple[FeltReport | None, ChangedPlan | None]:
    """The answer to what was felt, by the id of its entry, and what it changed where that is remembered; nothing where it no longer stands."""
    entry = standing_by_id(standing_entries(desk.store.entries()), said)
    if not isinstance(entry, FELT):
        return None, None
    return felt_report(desk.known().facts, entry, said=""), desk.answers.of(entry.id)


def standing_by_id(standing: Sequence[AnyEntry], said: str) -> AnyEntry | None:
    """The entry of that id, where it stands."""
    try:
        wanted = UUID(said)
    except ValueError:
        return None
    return next((one for one in standing if one.id == wanted), None)


def seen(path: str, **query: object) -> RedirectResponse:
    """The page to look at next, after something was kept."""
    more = "&".join(f"{name}={value}" for name, value in query.items() if value)
    return RedirectResponse(f"{path}?{more}" if more else path, status_code=303)
