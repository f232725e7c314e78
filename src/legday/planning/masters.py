"""Decides how the hardest leg session of a masters runner's week gets more time after it (rule `masters-rest`)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from legday.model.plan import Session
from legday.model.rules import Rulebook
from legday.model.season import HardestSession, WeekTarget
from legday.model.state import RunnerState
from legday.planning.candidates import Candidate, Surroundings
from legday.planning.solver import Model, Term

RULE = "masters-rest"
WEEK = timedelta(weeks=1)


def is_master(state: RunnerState, day: date, rulebook: Rulebook) -> bool:
    return state.profile.age_on(day) >= rulebook.number("condition-gates", "masters_age")


def hardest_of_weeks(
    sessions: Sequence[Session], state: RunnerState, season: Sequence[WeekTarget], rulebook: Rulebook
) -> dict[int, HardestSession]:
    """The hardest session of each week, by week of the season, of a runner who is old enough by then; weeks that are light on purpose have none.

    Of those about as hard one that has its time, else the first. The week before the season is -1: its hardest session may want the first days.
    """
    moved = {one.start: one.volume for one in state.held} | {one.start: one.volume for one in sessions}
    starts = sorted(moved)
    after = dict(pairwise(starts))
    apart = timedelta(hours=rulebook.number(RULE, "hours"))
    found: dict[int, HardestSession] = {}
    for week in range(-1, len(season)):
        monday = season[0].start + week * WEEK
        mine = [one for one in starts if _within(one, monday)]
        light = season[week].light if week >= 0 else _all_light(state, monday)
        if not mine or light or not is_master(state, monday, rulebook):
            continue
        rested = {one: one not in after or after[one] - one >= apart for one in mine}
        most = max(moved[one] for one in mine)
        hard = [one for one in mine if 100 * moved[one] >= most * rulebook.number(RULE, "percent")]
        start = min(hard, key=lambda one: (not rested[one], one))
        found[week] = HardestSession(
            places=tuple(mine.index(one) for one in hard),
            sessions=len(mine),
            start=start,
            rested=rested[start],
        )
    return found


def _within(moment: datetime, monday: date) -> bool:
    return 0 <= (moment.date() - monday).days < 7


def _all_light(state: RunnerState, monday: date) -> bool:
    return all(one.light for one in state.held if _within(one.start, monday))


def unrested(hardest: Mapping[int, HardestSession]) -> int:
    """In how many weeks the hardest session is followed too soon."""
    return sum(not one.rested for one in hardest.values())


def with_rest_told(
    sessions: Sequence[Session], hardest: Mapping[int, HardestSession], rulebook: Rulebook
) -> tuple[Session, ...]:
    """The sessions, the hardest of each week with a sentence on the time after it, where it has that time."""
    age, hours = rulebook.number("condition-gates", "masters_age"), rulebook.number(RULE, "hours")
    words = f"The hardest session of the week: from {age} on, the next one waits {hours} h."
    rested = {one.start for one in hardest.values() if one.rested}
    return tuple(
        replace(one, why=replace(one.why, day=(*one.why.day, words))) if one.start in rested else one
        for one in sessions
    )


def rest_terms(model: Model, opened: Sequence[tuple[Candidate, int]], around: Surroundings) -> Iterator[Term]:
    """A point for each week in which each of the hardest sessions, known by their places, is followed too soon; `opened` in order of time."""
    for week, hardest in around.hardest.items():
        monday = around.season[0].start + week * WEEK
        done = [one.start for one in around.state.held if _within(one.start, monday)]
        crowded = []
        for place in hardest.places:
            if place < len(done):
                crowded.append(_crowded_after(model, done[place], opened, around))
            else:
                known = _Place(week, first=place == len(done), last=place == hardest.sessions - 1)
                crowded.append(_crowded_at(model, known, opened, around))
        yield 1, model.slack([(-1, one) for one in crowded], low=1 - len(crowded))


@dataclass(frozen=True, slots=True)
class _Place:
    """A place among the sessions of a week (its index) that are still to come."""

    week: int
    _: KW_ONLY
    first: bool
    last: bool


def _crowded_after(
    model: Model, start: datetime, opened: Sequence[tuple[Candidate, int]], around: Surroundings
) -> int:
    """A variable that is 1 where a session follows one that was done too soon."""
    apart = around.hours(RULE)
    return _any(model, [(1, v) for one, v in opened if timedelta() < one.start - start < apart])


def _crowded_at(
    model: Model, place: _Place, opened: Sequence[tuple[Candidate, int]], around: Surroundings
) -> int:
    """A variable that is 1 where the session at that place of its week is followed too soon."""
    apart = around.hours(RULE)
    crowded = model.boolean()
    mine = [number for number, (candidate, _) in enumerate(opened) if candidate.week == place.week]
    for number in mine:
        candidate, variable = opened[number]
        before = [(1, opened[other][1]) for other in mine if other < number]
        after = [(1, opened[other][1]) for other in mine if other > number]
        another = _another(model, place, before, after)
        least = -1 + sum(factor for factor, _ in another if factor < 0)
        for later, other in opened[number + 1 :]:
            if later.start - candidate.start >= apart:
                break
            model.require([(1, crowded), (-1, variable), (-1, other), *another], low=least)
    return crowded


def _another(model: Model, place: _Place, before: list[Term], after: list[Term]) -> list[Term]:
    """What says that a session stands at another place than this, by those chosen before and after it in its week."""
    if place.first:
        return before
    if place.last:
        return after
    return [(-1, _any(model, before)), (-1, _any(model, after))]


def _any(model: Model, terms: Sequence[Term]) -> int:
    """A variable that is 1 where any of the terms is."""
    found = model.boolean()
    for _, variable in terms:
        model.require([(1, found), (-1, variable)], low=0)
    return found
