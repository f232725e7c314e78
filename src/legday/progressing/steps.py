"""Decides which step an exercise may take next: a set, repetitions or weight, one at a time (rule `weight-step`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from legday.model.exercises import Counting, Exercise
from legday.model.load import volume
from legday.progressing.lattice import Lattice

LOOK_BACK_WEEKS = 4
HEAVY_STEP_PERCENT = 5
"""The weight a heavy lift is raised by where the gear is that fine (science.md D3: 2.5–5 % for two-leg lifts)."""

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
    """A dose as it was given in the season's week `week`, in its range, with its volume in that session."""

    week: int
    dose: Dose
    reps: tuple[int, int]
    volume: int
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Highest:
    """The highest of each dimension over the doses of the weeks looked back on; targets and range tops at the highest weight."""

    sets: int
    target: int
    weight_g: int
    volume: int
    at_heaviest: tuple[tuple[int, int], ...]

    def grown_past(self, top: int, *, by: int) -> bool:
        """Whether repetitions at the highest weight went `by` past the top of the range, the lower of the range then and now."""
        return any(target >= min(then, top) + by for target, then in self.at_heaviest)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRule:
    """The numbers of the rule `weight-step`: percent of weight and volume a step may add, repetitions past the range before a jump."""

    percent: int
    reps_past: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """An exercise as this runner does it in this phase: range, weights, body mass, most sets, and whether it is dosed heavy."""

    exercise: Exercise
    reps: tuple[int, int]
    weights: Lattice
    body_mass_g: int
    sets: int
    heavy: bool

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


def recent(given: Iterable[Given], *, week: int) -> list[Given]:
    """What was given in the four weeks before `week`."""
    return [one for one in given if week - LOOK_BACK_WEEKS <= one.week < week]


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
    )


def _small_step_g(lift: Lift, grams: int, rule: StepRule) -> int:
    """The heaviest weight one step may reach from `grams` without a larger jump; from bodyweight it is measured on the body moved."""
    return grams + grams * rule.percent // 100 if grams else lift.body_g * rule.percent // 100


def allowed(dose: Dose, best: Highest | None, lift: Lift, rule: StepRule) -> bool:
    """Whether `dose` is at most one step above `best` (rule `weight-step`); anything goes where there is nothing to compare with."""
    if best is None:
        return True
    up = (dose.sets > best.sets) + (dose.target > best.target) + (dose.weight_g > best.weight_g)
    if up > 1:
        return False
    if dose.weight_g <= _small_step_g(lift, best.weight_g, rule) or dose.weight_g <= best.weight_g:
        return True
    return (
        dose.weight_g == lift.weights.after(best.weight_g)
        and best.grown_past(lift.reps[1], by=rule.reps_past)
        and lift.volume(dose) * 100 <= best.volume * (100 + rule.percent)
    )


def _shown_target(lift: Lift, given: Sequence[Given], weight_g: int) -> int | None:
    """The most repetitions in range at `weight_g` that the last weeks say can be done: weight moved × (30 + repetitions), after Epley."""
    low, high = lift.reps
    best = max(((lift.body_g + one.dose.weight_g) * (30 + one.dose.target) for one in given), default=0)
    target = min(high, best // max(1, lift.body_g + weight_g) - 30)
    return target if target >= low else None


def _heavier(lift: Lift, dose: Dose, rule: StepRule) -> Dose | None:
    """The dose a small step heavier: at the end of the range, any time when heavy; None where no weight is that near."""
    low, high = lift.reps
    small = _small_step_g(lift, dose.weight_g, rule)
    fine = dose.weight_g + dose.weight_g * HEAVY_STEP_PERCENT // 100 if lift.heavy else small
    step = lift.weights.up_to(dose.weight_g, most=fine)
    if step is None and (following := lift.weights.after(dose.weight_g)) is not None and following <= small:
        step = following
    if step is not None and lift.heavy:
        return replace(dose, weight_g=step)
    if step is not None and dose.target >= high:
        return replace(dose, weight_g=step, target=low)
    return None


def _jump(lift: Lift, dose: Dose, given: Sequence[Given], rule: StepRule) -> Dose | None:
    """The dose with the next weight where that is more than a small step away: past the range, or, heavy, once the last weeks show it."""
    following = lift.weights.after(dose.weight_g)
    if following is None:
        return None
    if dose.target >= lift.reps[1] + rule.reps_past:
        return replace(dose, weight_g=following, target=lift.reps[0])
    target = _shown_target(lift, given, following) if lift.heavy else None
    return None if target is None else replace(dose, weight_g=following, target=target)


def _more_reps(lift: Lift, dose: Dose, rule: StepRule) -> Dose | None:
    """One repetition (five seconds of a hold) more inside the range; past it only where the next weight is more than a small step away."""
    following = lift.weights.after(dose.weight_g)
    far = following is not None and following > _small_step_g(lift, dose.weight_g, rule)
    most = lift.reps[1] + (rule.reps_past if far else 0)
    held = lift.exercise.counting in {Counting.SECONDS, Counting.SECONDS_PER_SIDE}
    more = min(most, dose.target + (HELD_STEP_S if held else 1))
    return replace(dose, target=more) if more > dose.target else None


def next_steps(lift: Lift, dose: Dose, given: Sequence[Given], rule: StepRule) -> list[Dose]:
    """The doses one step above `dose`, the wanted one first; `given` are those of the last weeks. Each obeys the step rule."""
    best = highest(given)
    steps: list[Dose] = []
    if dose.sets < lift.sets:
        steps.append(replace(dose, sets=dose.sets + 1))
    heavier = _heavier(lift, dose, rule) or _jump(lift, dose, given, rule)
    if heavier is not None:
        steps.append(heavier)
    more = _more_reps(lift, dose, rule)
    if more is not None:
        steps.append(more)
    return [step for step in steps if allowed(step, best, lift, rule)]
