"""Decides what the runner's log has earned each exercise: a rise, the same again, or a step back (rule `earned`)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise
from legday.model.plan import PastSession, Prescription, Told
from legday.model.rules import Rulebook
from legday.model.sets import LoggedSet, Side
from legday.model.state import RunnerState
from legday.progressing.strength import of_side, sides_of

BAD_SETS = 2
"""Sets below the range, or with too little in reserve, that make a session a miss (one where only one was asked for; science.md D4)."""
SPARE_SHOWN = 2
"""Repetitions past the range that a set heavier than asked may count for at most (our setting)."""
_EXCUSES = {"readiness": "sore legs or short nights", "illness": "illness"}
"""Rules whose easings excuse a miss of the same day."""


class Earned(StrEnum):
    """What a logged session earned: a rise, the same again, a step back."""

    RISE = "rise"
    REPEAT = "repeat"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a logged session earned an exercise, and why it is no rise (a part of a sentence).

    `weight_g` external grams to go on from (before a step back); `target` repetitions (or seconds) that every asked set reached, or those
    asked for again; `misses` how many sessions in a row were missed; `as_asked` whether every asked set kept the reserve asked for too; `spare` the fewest repetitions of an asked set that
    left enough in reserve for a rise in weight, 0 where one did not; `reserve` the least reserve of those sets; `easy` whether that was so
    much more than asked that the weight may rise at once; `said` whether any set told of its reserve; `least` the fewest repetitions
    of a set where it fell short.
    """

    earned: Earned
    why: str = ""
    sets: int
    target: int
    weight_g: int
    misses: int = 0
    as_asked: bool = True
    spare: int = 0
    reserve: int = 0
    easy: bool = False
    said: bool = False
    least: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """One set with what was not said filled in from what was asked."""

    reps: int
    weight_g: int
    rir: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leg:
    """The sets of one leg (or of both together), read against what was asked.

    `weight_g` the weight that as many sets as were asked had, or all where there were fewer (that asked for where there were none); `good` the sets at the asked weight (or the
    lighter one used) that reached the target with at most one less in reserve.
    """

    sets: tuple[_Done, ...]
    asked: Prescription
    weight_g: int
    good: tuple[_Done, ...]

    @property
    def missed(self) -> bool:
        bad = sum(
            one.reps < self.asked.reps[0] or one.rir < self.asked.rir - 1
            for one in self.sets
            if one.weight_g <= self.asked.weight_g or one.weight_g <= self.weight_g
        )
        return bad >= min(BAD_SETS, self.asked.sets)

    @property
    def reached(self) -> bool:
        return len(self.good) >= self.asked.sets

    @property
    def as_asked(self) -> bool:
        """Whether every asked set kept the reserve asked for too."""
        return sum(one.rir >= self.asked.rir for one in self.good) >= self.asked.sets

    @property
    def earned_g(self) -> int:
        """The weight at which every asked set reached its target."""
        heaviest = sorted((one.weight_g for one in self.good), reverse=True)
        return heaviest[self.asked.sets - 1]

    @property
    def target(self) -> int:
        most = sorted((one.reps for one in self.good), reverse=True)
        return most[self.asked.sets - 1]

    def spare(self, reserve: int) -> int:
        """The fewest repetitions of the asked sets with `reserve` left, 0 where a set had less."""
        enough = sorted((one.reps for one in self.good if one.rir >= reserve), reverse=True)
        return enough[self.asked.sets - 1] if len(enough) >= self.asked.sets else 0

    @property
    def reserve(self) -> int:
        return min((one.rir for one in self.good), default=0)


def flagged(state: RunnerState, day: date) -> str:
    """The rule that says that a session of `day` tells little of strength (sore, short of sleep, ill); empty where none does."""
    return next((one.rule for one in state.eased(day).easings if one.rule in _EXCUSES), "")


def _legs(
    mine: Sequence[LoggedSet], exercise: Exercise, asked: Prescription, *, body_mass_g: int
) -> list[_Leg]:
    body_g = exercise.body_share * body_mass_g // 100
    return [
        _leg([_done(one, asked, body_g) for one in of_side(mine, side)], asked)
        for side in sides_of(exercise, mine)
    ]


def _leg(sets: Sequence[_Done], asked: Prescription) -> _Leg:
    heaviest = sorted((one.weight_g for one in sets), reverse=True)[: asked.sets]
    weight_g = min(heaviest, default=asked.weight_g)
    least_g, least_rir = min(asked.weight_g, weight_g), asked.rir - 1
    good = tuple(
        one for one in sets if one.reps >= asked.target and one.weight_g >= least_g and one.rir >= least_rir
    )
    return _Leg(sets=tuple(sets), asked=asked, weight_g=weight_g, good=good)


def _done(one: LoggedSet, asked: Prescription, body_g: int) -> _Done:
    done = _Done(
        reps=one.reps,
        weight_g=asked.weight_g if one.weight_g is None else one.weight_g,
        rir=asked.rir if one.rir is None else one.rir,
    )
    heavier_and_shorter = done.weight_g > asked.weight_g and done.reps < asked.target
    return _as_asked(done, asked, body_g) if heavier_and_shorter and not asked.seconds else done


def _as_asked(done: _Done, asked: Prescription, body_g: int) -> _Done:
    """A set heavier than asked with fewer repetitions, as the set of the asked weight that is worth the same (after Epley)."""
    most = (body_g + done.weight_g) * (30 + done.reps + done.rir) // (body_g + asked.weight_g) - 30
    reps = min(most - done.rir, asked.reps[1] + SPARE_SHOWN)
    return replace(done, weight_g=asked.weight_g, reps=max(done.reps, reps))


def counted(number: int, *, seconds: bool) -> str:
    """`8 repetitions`, `1 repetition`, `20 seconds`."""
    if seconds:
        return f"{number} seconds"
    return f"{number} repetition{'' if number == 1 else 's'}"


def verdict(
    session: PastSession,
    exercise: Exercise,
    state: RunnerState,
    rules: Rulebook,
    *,
    before: Verdict | None,
) -> Verdict | None:
    """What a past session earned the exercise; None where it holds no logged set of it, or nothing was asked.

    `before` is the verdict of the exercise's session before: missed twice in a row steps back.
    """
    if session.told is not Told.LOGGED:
        return None
    mine = [one for one in session.sets if one.exercise == exercise.id and not one.warm_up]
    asked = next((line for line in session.prescribed if line.exercise == exercise.id), None)
    if asked is None or not mine:
        return None
    legs = _legs(mine, exercise, asked, body_mass_g=state.profile.body_mass_g)
    said = any(one.rir is not None for one in mine)
    if all(leg.reached for leg in legs):
        return _risen(legs, asked, rules, said=said)
    excuse = flagged(state, session.start.date())
    return _fallen_short(legs, asked, excuse, before=before, rules=rules, said=said)


def _risen(legs: Sequence[_Leg], asked: Prescription, rules: Rulebook, *, said: bool) -> Verdict:
    spare = rules.number("earned", "spare")
    least = min(leg.reserve for leg in legs)
    return Verdict(
        earned=Earned.RISE,
        sets=asked.sets,
        target=min(leg.target for leg in legs),
        weight_g=min(leg.earned_g for leg in legs),
        as_asked=all(leg.as_asked for leg in legs),
        spare=min(leg.spare(spare) for leg in legs),
        reserve=least,
        easy=least >= asked.rir + rules.number("earned", "easy"),
        said=said,
    )


def _fallen_short(
    legs: Sequence[_Leg],
    asked: Prescription,
    excuse: str,
    *,
    before: Verdict | None,
    rules: Rulebook,
    said: bool,
) -> Verdict:
    so_far = before.misses if before else 0
    missed = any(leg.missed for leg in legs)
    misses = so_far if excuse else so_far + 1 if missed else 0
    back = missed and not excuse and misses >= rules.number("earned", "misses")
    return Verdict(
        earned=Earned.BACK if back else Earned.REPEAT,
        sets=asked.sets,
        target=asked.target,
        weight_g=min(asked.weight_g, *(leg.weight_g for leg in legs)),
        misses=0 if back else misses,
        as_asked=False,
        said=said,
        least=_least(legs),
        why=f"a step back: missed {misses} sessions in a row"
        if back
        else _short_words(legs, asked, excuse, missed=missed),
    )


def _least(legs: Sequence[_Leg]) -> int:
    return min(one.reps for leg in legs for one in leg.sets)


def _short_words(legs: Sequence[_Leg], asked: Prescription, excuse: str, *, missed: bool) -> str:
    least = _least(legs)
    what = counted(asked.target, seconds=asked.seconds)
    if excuse:
        return f"the same again: last time fell short on a day of {_EXCUSES[excuse]}, which does not count"
    if missed and least < asked.reps[0]:
        return f"the same again: last time a set ended at {least} of {what}"
    if missed:
        return f"the same again: last time less was left in reserve than the {asked.rir} asked for"
    done = min(len(leg.sets) for leg in legs)
    if done < asked.sets:
        return f"the same again: last time {done} of {asked.sets} sets {'was' if done == 1 else 'were'} done"
    return f"the same again: last time not every set reached {what}"


def verdicts(state: RunnerState, catalogue: Catalogue) -> dict[str, Verdict]:
    """The verdict of each exercise from its last logged session; an exercise that is not here goes as planned."""
    found: dict[str, Verdict] = {}
    for session in state.done:
        for name in _asked_and_done(session):
            if name in catalogue.exercises:
                told = verdict(
                    session, catalogue.exercises[name], state, catalogue.rulebook, before=found.get(name)
                )
                if told is not None:
                    found[name] = told
    return found


def _asked_and_done(session: PastSession) -> Iterable[str]:
    done = {one.exercise for one in session.sets}
    return [line.exercise for line in session.prescribed if line.exercise in done]


def news(session: PastSession) -> bool:
    """Whether a logged session says anything that its prescription did not: other sets, repetitions, weights or reserve."""
    asked = {line.exercise: line for line in session.prescribed}
    done = Counter[str]()
    for one in session.sets:
        if one.warm_up:
            continue
        line = asked.get(one.exercise)
        if line is None or not _as_prescribed(one, line):
            return True
        done[one.exercise] += 2 if one.side is Side.BOTH else 1
    return any(done[name] != 2 * line.sets for name, line in asked.items())


def _as_prescribed(one: LoggedSet, line: Prescription) -> bool:
    weight = line.weight_g if one.weight_g is None else one.weight_g
    reserve = line.rir if one.rir is None else one.rir
    return (one.reps, weight, reserve) == (line.target, line.weight_g, line.rir)
