"""Decides how a virtual runner does a session that they were given, and what they would write down of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from legday.model.exercises import Exercise
from legday.model.gear_weights import buildable
from legday.model.plan import Prescription
from legday.model.runner import Gear
from legday.model.sets import LoggedSet, Side
from virtual_body import Body, Effort
from virtual_runner import Habits

UNDER_PREDICTED = 0.95
"""People say about one repetition too few that they had left (Halperin and others 2022)."""

MOST_TOLD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A session as it was done: what the body met, and the sets as the runner would log them; `whole` unless abandoned."""

    efforts: tuple[Effort, ...]
    sets: tuple[LoggedSet, ...]
    whole: bool


def do_session(
    lines: Sequence[Prescription], body: Body, habits: Habits, *, gear: Gear, form: float, draw: Random
) -> Done:
    """Each line's sets in turn, as far as strength and will go; `form` is the day's factor on strength."""
    stop = draw.randint(1, max(1, len(lines) - 1)) if draw.random() < habits.abandons else len(lines)
    efforts: list[Effort] = []
    sets: list[LoggedSet] = []
    for line in lines[:stop]:
        weight_g = _taken(line, body.exercises[line.exercise], habits, gear=gear, draw=draw)
        said = draw.random() < habits.says_rir
        for behind in range(line.sets):
            more, logged = _one_set(
                line, body, habits, weight_g=weight_g, behind=behind, form=form, draw=draw, said=said
            )
            efforts.append(more)
            sets += logged
    return Done(efforts=tuple(efforts), sets=tuple(sets), whole=stop == len(lines))


def _taken(line: Prescription, exercise: Exercise, habits: Habits, *, gear: Gear, draw: Random) -> int:
    """The weight really taken: mostly the one prescribed, now and then its neighbour in the rack."""
    if draw.random() >= habits.other_weight:
        return line.weight_g
    ways = [way for way in exercise.gear if line.weight_g in buildable(gear, way)]
    weights = sorted({weight for way in ways[:1] for weight in buildable(gear, way)})
    near = [w for w in weights if w != line.weight_g]
    lower = [w for w in near if w < line.weight_g][-1:]
    higher = [w for w in near if w > line.weight_g][:1]
    return draw.choice(lower + higher) if near else line.weight_g


def _one_set(
    line: Prescription,
    body: Body,
    habits: Habits,
    *,
    weight_g: int,
    behind: int,
    form: float,
    draw: Random,
    said: bool,
) -> tuple[Effort, list[LoggedSet]]:
    exercise = body.exercises[line.exercise]
    sides = (Side.LEFT, Side.RIGHT) if exercise.counting.per_side else (Side.BOTH,)
    best = {
        side: body.best_reps(line.exercise, weight_g, side=side, behind=behind, form=form, tempo=line.tempo)
        for side in sides
    }
    reps = {side: _reps(line, best[side], habits, last=behind == line.sets - 1, draw=draw) for side in sides}
    weaker = min(sides, key=lambda side: best[side])
    share = body.moved_g(line.exercise, weight_g) / body.once_g(line.exercise, weaker)
    effort = Effort(
        exercise=line.exercise,
        reps=reps[weaker],
        left=(best[weaker] - reps[weaker]) / (3 if exercise.counting.held else 1),
        share=share,
    )
    if len(sides) > 1 and reps[Side.LEFT] == reps[Side.RIGHT]:
        sides = (weaker,)
    return effort, [
        LoggedSet(
            exercise=line.exercise,
            reps=reps[side],
            weight_g=weight_g,
            rir=_told(best[side] - reps[side], habits, exercise, draw) if said else None,
            side=side if len(sides) > 1 else Side.BOTH,
            seconds=exercise.counting.held,
        )
        for side in sides
        if reps[side] > 0
    ]


def _reps(line: Prescription, best: float, habits: Habits, *, last: bool, draw: Random) -> int:
    """The target where it can be done, less where not; where much is left some go on in the last set."""
    if best < line.target:
        return max(0, int(best) - (draw.random() < 0.5))
    if last and best - line.target > line.rir + 3 and draw.random() < habits.eager:
        return line.target + draw.choice((1, 2, 3)) * (5 if line.seconds else 1)
    return line.target


def _told(left: float, habits: Habits, exercise: Exercise, draw: Random) -> int | None:
    if exercise.counting.held:
        return None
    return max(0, min(MOST_TOLD, round(draw.gauss(left - UNDER_PREDICTED, habits.rir_sd))))
