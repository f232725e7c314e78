"""Decides which step an exercise may take next: a set, repetitions or weight, one at a time (rule `weight-step`)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from legday.model.exercises import Exercise
from legday.model.load import FURTHEST_WEEKS, volume
from legday.progressing.earned import Verdict
from legday.progressing.lattice import Lattice
from legday.progressing.strength import epley

LOOK_BACK_WEEKS = 4
HEAVY_STEP_PERCENT = 5
"""The weight a heavy lift is raised by where the gear is that fine (science.md D3: 2.5–5 % for two-leg lifts)."""

BEYOND_TELLING = 6
"""Repetitions in reserve from which on nobody can tell how many are left (our setting; science.md D5: far from failure the scale says little)."""

HELD_STEP_S = 5
"""Seconds that a hold grows by at once (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """Sets, target repetitions (or seconds) of each, external grams."""

    sets: int
    target: int
    weight_g: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A dose as it was given in the season's week `week`, in its range, with its volume in that session.

    Of a session done it is what was done. `base` is the dose to go on from where that is another one (an eased session, other gear, a
    miss); `verdict` what a logged session earned. `spare` is the fewest repetitions of a set that left enough in reserve (None: as dosed).
    `whole_sets` are the sets to go on from where they were fewer for a time only (None: those of the dose). `tempo` (seconds
    down-hold-up) is where it is not the exercise's own.
    """

    week: int
    dose: Dose
    reps: tuple[int, int]
    volume: int
    day: date = date.min
    base: Dose | None = None
    verdict: Verdict | None = None
    spare: int | None = None
    whole_sets: int | None = None
    tempo: str = ""

    @property
    def sets(self) -> int:
        """The sets to go on from."""
        return self.dose.sets if self.whole_sets is None else self.whole_sets

    @property
    def stands(self) -> Dose:
        """The dose to go on from."""
        return self.base or self.dose

    @property
    def topped(self) -> int:
        """The repetitions that every set reached with enough in reserve; what is planned is taken as done."""
        return self.dose.target if self.spare is None else self.spare

    @property
    def held_g(self) -> int:
        """The weight at which that was."""
        return self.verdict.weight_g if self.verdict else self.dose.weight_g


@dataclass(frozen=True, slots=True, kw_only=True)
class Highest:
    """The highest of each dimension over the doses of the weeks looked back on; targets and range tops at the highest weight; `easy`
    where the last session left far more in reserve at that weight than was asked."""

    sets: int
    target: int
    weight_g: int
    volume: int
    at_heaviest: tuple[tuple[int, int], ...]
    easy: bool = False

    def grown_past(self, top: int, *, by: int) -> bool:
        """Whether repetitions at the highest weight went `by` past the top of the range, the lower of the range then and now."""
        return any(target >= min(then, top) + by for target, then in self.at_heaviest)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRule:
    """The numbers of the rule `weight-step`: percent of weight and volume a step may add, repetitions past the range before a jump;
    and of `earned`: the sessions at the top of the range that let the weight rise, the repetitions over what was asked that make one far
    too easy."""

    percent: int
    reps_past: int
    sessions: int = 2
    easy: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """An exercise as this runner does it in this phase: range, weights, body mass, most sets, and whether it is dosed heavy.

    `reach_g` bounds a rise in weight: the maximum (grams moved) the log says the runner has at least, None for no bound; `rir` the reserve asked;
    `most` the repetitions up to which those of a session far too easy may rise where nothing heavier is owned, 0 where they may not.
    """

    exercise: Exercise
    reps: tuple[int, int]
    weights: Lattice
    body_mass_g: int
    sets: int
    heavy: bool
    rir: int = 0
    reach_g: int | None = None
    most: int = 0

    @property
    def body_g(self) -> int:
        """Grams of the body that one repetition moves."""
        return self.exercise.body_share * self.body_mass_g // 100

    def volume(self, dose: Dose) -> int:
        return volume(
            self.exercise,
            sets=dose.sets,
            target=dose.target,
            weight_g=dose.weight_g,
            body_mass_g=self.body_mass_g,
        )


def recent(given: Sequence[Given], *, week: int) -> list[Given]:
    """What was given in the eight weeks before `week`; `given` in the order of the weeks."""
    end = len(given)
    while end and given[end - 1].week >= week:
        end -= 1
    begin = end
    while begin and given[begin - 1].week >= week - FURTHEST_WEEKS:
        begin -= 1
    return list(given[begin:end])


def done_in_week(given: Sequence[Given], *, week: int) -> list[Dose]:
    """The doses of those sessions of `week` that lie behind."""
    return [one.dose for one in given if one.week == week]


def highest(given: Sequence[Given]) -> Highest | None:
    if not given:
        return None
    heaviest = max(one.dose.weight_g for one in given)
    return Highest(
        sets=max(one.dose.sets for one in given),
        target=max(one.dose.target for one in given),
        weight_g=heaviest,
        volume=max(one.volume for one in given),
        at_heaviest=tuple((one.dose.target, one.reps[1]) for one in given if one.dose.weight_g == heaviest),
        easy=far_too_easy(given) and given[-1].dose.weight_g == heaviest,
    )


def far_too_easy(given: Sequence[Given]) -> bool:
    """Whether the last session was logged with far more in reserve than was asked (rule `earned`)."""
    last = given[-1].verdict if given else None
    return last is not None and last.easy


def _small_step_g(lift: Lift, grams: int, rule: StepRule) -> int:
    """The heaviest weight one step may reach from `grams` without a larger jump: the percent of the weight where the gear is that fine,
    else the next weight where all that is moved, the body's share too, grows by no more than the percent."""
    fine = grams * (100 + rule.percent) // 100
    following = lift.weights.after(grams)
    near = following is not None and following <= _easy_step_g(lift, grams, rule)
    return max(fine, following) if near and following is not None else fine


def _easy_step_g(lift: Lift, grams: int, rule: StepRule) -> int:
    """The heaviest weight one step may reach from `grams` after a session far too easy: the percent of all that is moved, the body's share too."""
    return grams + (lift.body_g + grams) * rule.percent // 100


def allowed(dose: Dose, best: Highest | None, lift: Lift, rule: StepRule) -> bool:
    """Whether `dose` is at most one step above `best` (rule `weight-step`); anything goes where there is nothing to compare with."""
    if best is None:
        return True
    up = (dose.sets > best.sets) + (dose.target > best.target) + (dose.weight_g > best.weight_g)
    if up > 1:
        return False
    if dose.weight_g <= _small_step_g(lift, best.weight_g, rule):
        return True
    if best.easy and dose.weight_g <= _easy_step_g(lift, best.weight_g, rule):
        return True
    return (
        dose.weight_g == lift.weights.after(best.weight_g)
        and (best.easy or best.grown_past(lift.reps[1], by=rule.reps_past))
        and lift.volume(dose) * 100 <= best.volume * (100 + rule.percent)
    )


def _shown_target(lift: Lift, given: Sequence[Given], weight_g: int) -> int | None:
    """The most repetitions in range at `weight_g` that the last weeks say can be done: weight moved × (30 + repetitions), after Epley."""
    low, high = lift.reps
    best = max(((lift.body_g + one.dose.weight_g) * (30 + one.dose.target) for one in given), default=0)
    target = min(high, best // (lift.body_g + weight_g) - 30)
    return target if target >= low else None


def earned_from(lift: Lift, given: Sequence[Given], rule: StepRule) -> int | None:
    """The weight from which two sessions at the top of the range let the weight rise (rule `earned`); None where they do not."""
    last = given[-rule.sessions :]
    if len(last) < rule.sessions or any(one.topped < lift.reps[1] for one in last):
        return None
    return min(one.held_g for one in last)


def _heavier(lift: Lift, dose: Dose, given: Sequence[Given], rule: StepRule) -> Dose | None:
    """The dose a small step heavier: once earned at the end of the range, any time when heavy; None where no weight is that near."""
    if lift.heavy:
        fine = dose.weight_g + dose.weight_g * HEAVY_STEP_PERCENT // 100
        step = lift.weights.up_to(dose.weight_g, most=fine)
        following = lift.weights.after(dose.weight_g)
        if step is None and following is not None and following <= _small_step_g(lift, dose.weight_g, rule):
            step = following
        return None if step is None else replace(dose, weight_g=step)
    earned = earned_from(lift, given, rule)
    if earned is None:
        return None
    step = lift.weights.up_to(earned, most=_small_step_g(lift, earned, rule))
    if step is None or step <= dose.weight_g:
        return None
    return replace(dose, weight_g=step, target=lift.reps[0])


def _after_an_easy_session(lift: Lift, dose: Dose, given: Sequence[Given], rule: StepRule) -> list[Dose]:
    """Heavier doses where the last session left far more in reserve than asked: as far as it may be, else the next weight for fewer repetitions."""
    if not far_too_easy(given):
        return []
    furthest = lift.weights.up_to(dose.weight_g, most=_as_easy_shows_g(lift, dose, given[-1], rule))
    following = lift.weights.after(dose.weight_g)
    if furthest is not None:
        return [replace(dose, weight_g=step) for step in dict.fromkeys((furthest, following)) if step]
    return [] if following is None else _next_weight(lift, dose, given, following, rule)


def _as_easy_shows_g(lift: Lift, dose: Dose, last: Given, rule: StepRule) -> int:
    """The heaviest weight that an easy session lets come: what its reserve shows, after Epley, and at least a small step; all that may be
    where so much was left that nobody can tell how much."""
    most = _easy_step_g(lift, dose.weight_g, rule)
    if last.verdict is None or last.verdict.reserve >= BEYOND_TELLING:
        return most
    shown = (lift.body_g + last.dose.weight_g) * (30 + last.dose.target + last.verdict.reserve)
    likely = shown // (30 + dose.target + lift.rir) - lift.body_g
    return min(most, max(likely, _small_step_g(lift, dose.weight_g, rule)))


def _next_weight(
    lift: Lift, dose: Dose, given: Sequence[Given], following: int, rule: StepRule
) -> list[Dose]:
    """The next weight with the most repetitions in range that its volume allows and the reserve told of makes likely; empty without any."""
    last, best = given[-1], highest(given)
    if last.verdict is None or best is None:
        return []
    shown = (lift.body_g + last.dose.weight_g) * (30 + last.dose.target + last.verdict.reserve)
    likely = shown // (lift.body_g + following) - 30 - lift.rir
    for target in range(min(dose.target, likely), lift.reps[0] - 1, -1):
        step = replace(dose, weight_g=following, target=target)
        if lift.volume(step) * 100 <= best.volume * (100 + rule.percent):
            return [step]
    return []


def _jump(lift: Lift, dose: Dose, given: Sequence[Given], rule: StepRule) -> Dose | None:
    """The dose with the next weight where that is more than a small step away: past the range, or, heavy, once the last weeks show it."""
    following = lift.weights.after(dose.weight_g)
    if following is None:
        return None
    earned = earned_from(lift, given, rule)
    if dose.target >= lift.reps[1] + rule.reps_past and earned is not None and earned >= dose.weight_g:
        return replace(dose, weight_g=following, target=lift.reps[0])
    target = _shown_target(lift, given, following) if lift.heavy else None
    return None if target is None else replace(dose, weight_g=following, target=target)


def most_target(lift: Lift, weight_g: int, rule: StepRule, *, easy: bool = True) -> int:
    """The most repetitions at a weight: the end of the range, past it only where the next weight is more than a small step away.

    Where nothing heavier is owned, past it towards the next rung of the exercise's ladder, and on from there while it is far too easy.
    """
    following = lift.weights.after(weight_g)
    far = bool(lift.exercise.ladder) if following is None else following > _small_step_g(lift, weight_g, rule)
    most = lift.reps[1] + (rule.reps_past if far else 0)
    return max(most, lift.most) if easy and following is None else most


def _more_reps(lift: Lift, dose: Dose, given: Sequence[Given], rule: StepRule) -> list[Dose]:
    """One repetition (five seconds of a hold) more; as many as were left over where that was far too easy, and then further past the range."""
    held = lift.exercise.counting.held
    easy = far_too_easy(given) and not held
    most = most_target(lift, dose.weight_g, rule, easy=easy)
    steps = (HELD_STEP_S,) if held else (rule.easy, 1) if easy else (1,)
    wanted = (min(most, dose.target + step) for step in steps)
    return [replace(dose, target=more) for more in dict.fromkeys(wanted) if more > dose.target]


def _in_reach(lift: Lift, step: Dose, dose: Dose) -> bool:
    """Whether a heavier weight is one that the log says the runner can lift that often, the reserve kept."""
    if lift.reach_g is None or step.weight_g <= dose.weight_g:
        return True
    return epley(lift.body_g + step.weight_g, step.target + lift.rir) <= lift.reach_g


def next_steps(lift: Lift, dose: Dose, given: Sequence[Given], rule: StepRule) -> list[Dose]:
    """The doses one step above `dose`, the wanted one first; `given` are those of the last weeks. Each obeys the step rule."""
    best = highest(given)
    steps: list[Dose] = []
    if dose.sets < lift.sets:
        steps.append(replace(dose, sets=dose.sets + 1))
        if dose.target > lift.reps[0]:
            steps.append(replace(dose, sets=dose.sets + 1, target=lift.reps[0]))
    steps += _after_an_easy_session(lift, dose, given, rule)
    heavier = _heavier(lift, dose, given, rule) or _jump(lift, dose, given, rule)
    if heavier is not None:
        steps.append(heavier)
    steps += _more_reps(lift, dose, given, rule)
    return [step for step in steps if allowed(step, best, lift, rule) and _in_reach(lift, step, dose)]
