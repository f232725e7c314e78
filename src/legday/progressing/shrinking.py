"""Decides what gives way when a week's work is more than it may be: repetitions, then sets, then the least important exercise."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from legday.model.exercises import Movement
from legday.progressing.limits import Limit, Limits, Passed, Work, passed

Works = list[Work]

KEPT = frozenset({Movement.KNEE, Movement.HIP, Movement.CALF})
"""The movements of which every session keeps one exercise as long as it can; all else gives way first."""


def _swap(works: Sequence[Work], old: Work, new: Work | None) -> Works:
    """`works` with one of them exchanged, or left out."""
    place = next(index for index, one in enumerate(works) if one is old)
    return [*works[:place], *([new] if new is not None else []), *works[place + 1 :]]


def _fewer_reps(works: Sequence[Work], mine: Sequence[Work]) -> Works | None:
    """One repetition off the exercise furthest above its range's low end."""
    spare = [one for one in mine if one.dose.target > one.lift.reps[0]]
    if not spare:
        return None
    most = max(spare, key=lambda one: (one.dose.target - one.lift.reps[0], -one.importance))
    return _swap(works, most, replace(most, dose=replace(most.dose, target=most.dose.target - 1)))


def _fewer_sets(works: Sequence[Work], mine: Sequence[Work]) -> Works | None:
    """One set off the exercise with the most sets, the least important of them."""
    spare = [one for one in mine if one.dose.sets > 1]
    if not spare:
        return None
    most = max(reversed(spare), key=lambda one: (one.dose.sets, -one.importance))
    return _swap(works, most, replace(most, dose=replace(most.dose, sets=most.dose.sets - 1)))


def _one_less(works: Sequence[Work], mine: Sequence[Work]) -> Works:
    """One exercise left out: from the fullest session, what it has twice of or needs least, the least important, the last."""
    counts = Counter(one.session for one in works)
    movements = Counter((one.session, one.exercise.movement) for one in works)

    def worth(one: Work) -> tuple[int, bool, int]:
        movement = one.exercise.movement
        needed = movement in KEPT and movements[one.session, movement] == 1
        return -counts[one.session], needed, one.importance

    return _swap(works, min(reversed(mine), key=worth), None)


Way = Callable[[Sequence[Work], Sequence[Work]], Works | None]

_WAYS: dict[Limit, tuple[Way, ...]] = {
    Limit.CONTACTS: (_fewer_sets, _fewer_reps, _one_less),
    Limit.MINUTES: (_fewer_sets, _fewer_reps, _one_less),
    Limit.SETS: (_fewer_sets, _one_less),
    Limit.MUSCLE: (_fewer_sets, _one_less),
    Limit.VOLUME: (_fewer_reps, _fewer_sets, _one_less),
}


def _less(works: Sequence[Work], over: Passed) -> Works:
    mine = [one for one in works if over.concerns(one)]
    tried = (way(works, mine) for way in _WAYS[over.limit])
    return next(smaller for smaller in tried if smaller is not None)


def shrunk(works: Sequence[Work], limits: Limits) -> Works:
    """The works made just small enough for the limits; an exercise keeps at least one set or is left out."""
    left = list(works)
    while (over := next(passed(left, limits), None)) is not None:
        left = _less(left, over)
    return left


def lighter(works: Sequence[Work], *, percent: int, of: int, at_most: bool) -> Works:
    """A session's sets brought down to `percent` of `of` sets, rounded to the nearest (down where `at_most`); never to nothing."""
    keep = max(1, (of * percent + (0 if at_most else 50)) // 100)
    left = list(works)
    while sum(one.dose.sets for one in left) > keep:
        left = _fewer_sets(left, left) or _one_less(left, left)
    return left
