"""Decides what held leg work back on the days of sessions that lie behind: what was less on them was so for a time only."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from legday.adapting.easings import easings
from legday.model.catalogue import Catalogue
from legday.model.easing import Easing
from legday.model.happened import Ill
from legday.model.load import FURTHEST_WEEKS
from legday.model.state import Felt, RunnerState

LATELY = timedelta(weeks=FURTHEST_WEEKS)


def eased_behind(state: RunnerState, catalogue: Catalogue, *, today: date) -> tuple[Easing, ...]:
    """The easings of each day with a session in the last eight weeks, as they stood on it; a day each, oldest first.

    `catalogue` has the runner's own rule numbers.
    """
    log = state.log
    if not (log.pains or log.soreness or log.nights or log.illnesses):
        return ()
    days = sorted({one.start.date() for one in state.held if today - LATELY <= one.start.date() < today})
    return tuple(each for day in days for each in _on(day, state, catalogue))


def _on(day: date, state: RunnerState, catalogue: Catalogue) -> Iterator[Easing]:
    then = replace(state, log=state.log.felt_where(lambda one: _told_by(one, day)))
    for one in easings(then, catalogue, today=day):
        if one.holds_on(day):
            yield replace(one, first=day, last=day)


def _told_by(one: Felt, day: date) -> bool:
    """Whether something felt was of a day up to one."""
    return (one.first if isinstance(one, Ill) else one.day) <= day
