"""Decides which exercises take a step this week, so that all get their turn and the week stays within its limits."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf

from legday.progressing.limits import Limits, Work, still_fits
from legday.progressing.steps import Dose, Given, StepRule, allowed, done_in_week, highest, next_steps, recent

NEVER = -10_000
"""The week of the last step of an exercise that has taken none; past weeks count below nothing."""


def _turns(works: Sequence[Work], last_step: Mapping[str, int]) -> list[int]:
    """Places of the works that may grow: those furthest from their sets first, then the one whose last step lies longest behind."""
    may = [place for place, one in enumerate(works) if not one.still]
    return sorted(may, key=lambda place: (*_turn(works[place], last_step), place))


def _turn(work: Work, last_step: Mapping[str, int]) -> tuple[int, int, int]:
    return work.dose.sets - work.lift.sets, last_step.get(work.exercise.id, NEVER), -work.importance


def raised(
    works: Sequence[Work],
    limits: Limits,
    given: Mapping[str, Sequence[Given]],
    last_step: Mapping[str, int],
    *,
    week: int,
    rule: StepRule,
) -> list[Work]:
    """The works with as many one-step rises as the limits allow, at most one each."""
    grown = list(works)
    for place in _turns(works, last_step):
        one = grown[place]
        known = given.get(one.exercise.id, ())
        before, done = recent(known, week=week), done_in_week(known, week=week)
        for step in next_steps(one.lift, one.dose, before, rule) if before else ():
            after = replace(one, dose=step)
            candidate = [*grown[:place], after, *grown[place + 1 :]]
            if one_kind(candidate, after, before, rule, done) and still_fits(
                candidate, limits, before=one, after=after
            ):
                grown = candidate
                break
    return grown


def one_kind(
    works: Sequence[Work], stepped: Work, before: Sequence[Given], rule: StepRule, done: Sequence[Dose]
) -> bool:
    """Whether all that the week holds of the stepped exercise is still one step: it may stand in two of the week's sessions, and at two
    places with other gear. The next weight is then the lowest that comes next at one of them.

    `done` are its doses of the week that lie behind.
    """
    mine = [one for one in works if one.exercise.id == stepped.exercise.id]
    doses = [*done, *(one.dose for one in mine)]
    best = highest(before)
    if len(doses) == 1 or best is None:
        return True
    together = Dose(
        sets=max(one.sets for one in doses),
        target=max(one.target for one in doses),
        weight_g=max(one.weight_g for one in doses),
    )
    nearest = min((one.lift.weights for one in mine), key=lambda one: one.after(best.weight_g) or inf)
    return allowed(together, best, replace(stepped.lift, weights=nearest), rule)
