"""Decides whether a block brought leg exercises that nobody had announced, and makes it the beginning of an era."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from legday.model.catalogue import Catalogue
from legday.model.plan import Session
from legday.model.season import WeekTarget
from legday.planning.stand_in import stands_for


def with_new_era(
    season: Sequence[WeekTarget], sessions: Sequence[Session], catalogue: Catalogue
) -> tuple[WeekTarget, ...] | None:
    """The season with an era begun at the first block whose sessions hold a leg exercise that the block before did not, though
    both were of one era (a letter that comes for the first time, an exercise that growth left out); None where there is none.
    """
    held: dict[int, set[str]] = {}
    for session in sessions:
        stood_for = {stands_for(line, catalogue.exercises) for line in session.exercises}
        legs = {name for name in stood_for if not catalogue.exercises[name].short}
        held.setdefault(_week(season, session).block, set()).update(legs)
    eras = {week.block: week.era for week in season}
    for before, block in pairwise(held):
        if eras[before] == eras[block] and not held[block] <= held[before]:
            return tuple(replace(week, era=week.era + 1) if week.block >= block else week for week in season)
    return None


def _week(season: Sequence[WeekTarget], session: Session) -> WeekTarget:
    return season[(session.day - season[0].start).days // 7]
