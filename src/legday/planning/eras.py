"""Decides whether a block brought leg exercises that nobody had announced, and makes it the beginning of an era."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from legday.model.catalogue import Catalogue
from legday.model.plan import PastSession, Session
from legday.model.season import WeekTarget
from legday.planning.stand_in import known_since, leg_exercises


def with_new_era(
    season: Sequence[WeekTarget],
    sessions: Sequence[Session],
    catalogue: Catalogue,
    *,
    done: Sequence[PastSession] = (),
) -> tuple[WeekTarget, ...] | None:
    """The season with an era begun at the first block whose sessions hold a leg exercise that the block before did not, though
    both were of one era (a letter that comes for the first time, an exercise that growth left out); None where there is none.

    Of the first block part may lie behind: what was `done` in the four weeks before the season and since is known to the legs.
    """
    known = catalogue.exercises
    held: dict[int, set[str]] = {}
    for session in sessions:
        held.setdefault(_week(season, session).block, set()).update(leg_exercises(session.exercises, known))
    if held:
        since = known_since(season[0].start)
        lately = (leg_exercises(one.exercises, known) for one in done if one.start.date() >= since)
        held[min(held)].update(*lately)
    eras = {week.block: week.era for week in season}
    for before, block in pairwise(held):
        if eras[before] == eras[block] and not held[block] <= held[before]:
            return tuple(replace(week, era=week.era + 1) if week.block >= block else week for week in season)
    return None


def _week(season: Sequence[WeekTarget], session: Session) -> WeekTarget:
    return season[(session.day - season[0].start).days // 7]
