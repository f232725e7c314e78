"""Decides what a travel means: which days, with what gear, at which hours, and what the plan makes of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legday.actions.changed_plan import ChangedPlan, changed_plan, plan_of
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.errors import InputError
from legday.model.happened import Away
from legday.model.lines import AwayLine
from legday.model.plan import Plan
from legday.reading.notation import read_line
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """A travel that has been remembered: its entry and the plan as it was before."""

    entry: Away
    before: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayReport:
    """The travel, and what changed."""

    entry: Away
    changed: ChangedPlan


def said_travel(
    first: date, last: date, *, gear: str = "", openings: Sequence[str] = (), legs: bool = True
) -> AwayLine:
    """A travel in the words of the notation: gear as `body,bands,dumbbells 10 kg`, openings as `07:00 30 min` (every day), `tue 07:00 30 min`
    or `2026-03-03 07:00 30 min`. NotationError names the word that does not parse."""
    hours = [hour for said in openings for hour in _hours(said, first, last)]
    words = [f"{first} away to {last}"]
    words += [f"with {gear}"] if gear else []
    words += ["no legs"] if not legs else [f"open {', '.join(hours)}"] if hours else []
    line = read_line(" ".join(words), place="away")
    assert isinstance(line, AwayLine), "the line says away"
    return line


def _hours(said: str, first: date, last: date) -> Iterator[str]:
    """One opening as said; where it begins with an hour, one for each day."""
    whole = said if said.rstrip().endswith("min") else f"{said} min"
    if ":" not in said.split(maxsplit=1)[0]:
        yield whole
        return
    for offset in range(max(0, (last - first).days) + 1):
        yield f"{first + timedelta(days=offset)} {whole}"


def away(store: Store, known: Facts, said: AwayLine, *, note: str, stamp: Stamp) -> Travel:
    """Remembers days away, both included, with the gear and openings that are there.

    InputError where the days run backwards or lie behind.
    """
    first, last = said.day, said.last
    if last < first or last < known.today:
        raise InputError(
            value=f"{first}..{last}",
            place="away",
            problem="runs backwards" if last < first else "lies behind",
            remedy=f"{known.today}..{max(first, last, known.today)}",
        )
    before = plan_of(known)
    entry = Away(
        id=stamp.id,
        at=stamp.at,
        first=first,
        last=last,
        gear=said.gear,
        openings=said.openings,
        note=note,
    )
    store.append(entry)
    return Travel(entry=entry, before=before)


def away_report(done: Travel, known: Facts) -> AwayReport:
    """What the plan makes of a travel; `known` are the facts since."""
    return AwayReport(entry=done.entry, changed=changed_plan(done.before, plan_of(known), known))
