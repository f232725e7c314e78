"""Decides how a dose is explained: one sentence for what changed since last time."""

from collections.abc import Sequence

from legday.model.exercises import WeightKind
from legday.model.quantities import weight_text
from legday.model.runner import Units
from legday.progressing.earned import counted
from legday.progressing.lattice import Lattice
from legday.progressing.limits import Work
from legday.progressing.steps import Given

SESSIONS = 2
"""Sessions at the top of the range that are named as the reason of a rise."""
_LATELY = 4
"""Sessions of an exercise looked back on to tell a return from a rise."""


def _grown(before_g: int, now_g: int, units: Units) -> str:
    if not before_g:
        return "the first weight beyond bodyweight"
    percent = round(100 * (now_g - before_g) / before_g)
    return f"up from {weight_text(before_g, units)} in all (+{percent} %)"


def _earned(given: Sequence[Given], work: Work, *, picked: str) -> str:
    """A rise in weight that the log has earned, in words; empty where the last sessions were not logged."""
    before_g, latest = given[-1].stands.weight_g, given[-1].verdict
    percent = round(100 * (work.dose.weight_g - before_g) / before_g) if before_g else 0
    risen = f"; +{percent} %" if before_g else ""
    if latest is not None and latest.easy and work.dose.target >= given[-1].stands.target:
        return f"{picked}: the last session left {latest.reserve} in reserve, far more than asked{risen}"
    told = [one.verdict for one in given[-SESSIONS:] if one.verdict and one.topped >= work.lift.reps[1]]
    if len(told) < SESSIONS or not before_g or work.lift.heavy:
        return ""
    spare = min(one.reserve for one in told)
    return f"{picked}: last two sessions you had {spare} spare at the top of the range{risen}"


def _more(given: Sequence[Given], work: Work, units: Units, *, picked: str, most_sets: int) -> str:
    """What rose; empty where nothing did."""
    last, dose = given[-1], work.dose
    if last.dose.weight_g < dose.weight_g <= last.stands.weight_g:
        return f"{picked}: back to the weight of before"
    if dose.weight_g > last.dose.weight_g:
        if dose.weight_g <= max(one.dose.weight_g for one in given[-_LATELY:]):
            return f"{picked}: back to a weight you had before"
        earned = _earned(given, work, picked=picked)
        return earned or f"{picked}: {_grown(last.dose.weight_g, dose.weight_g, units)}"
    if dose.sets > last.dose.sets:
        back = "back to " if dose.sets <= most_sets else ""
        return f"{picked}: {back}{dose.sets} sets instead of {last.dose.sets}"
    if dose.target > last.dose.target and dose.weight_g < last.dose.weight_g:
        return "lighter than last time, with more repetitions"
    if dose.target > last.dose.target:
        more = counted(dose.target - last.dose.target, seconds=work.exercise.counting.held)
        return f"{picked}: {more} more than last time"
    return ""


def _past_range(work: Work, units: Units) -> str:
    """Why repetitions go past the range: the next weight is a large jump, or there is none."""
    following = work.lift.weights.after(work.dose.weight_g)
    if work.dose.target <= work.lift.reps[1]:
        return ""
    if following is None:
        return "; nothing heavier is owned, so repetitions first"
    if not work.dose.weight_g:
        return f"; the first weight is {weight_text(following, units)}, so repetitions first"
    jump = round(100 * (following - work.dose.weight_g) / work.dose.weight_g)
    return f"; the next weight is {jump} % heavier, so repetitions first"


def _other_range(last: Given, work: Work) -> str:
    """What a new range of repetitions means; empty where the range is the same."""
    if last.reps == work.lift.reps:
        return ""
    if work.line.tempo and work.dose.target < last.dose.target:
        return f"slower, {work.line.tempo}, so fewer repetitions"
    if work.dose.weight_g < last.dose.weight_g:
        return "lighter than last time, with more repetitions"
    range_now = f"{work.lift.reps[0]}–{work.lift.reps[1]} repetitions from now on"
    if work.dose.target < last.dose.target:
        return f"{range_now}, so that weight can rise"
    too_light = last.verdict is not None and last.verdict.easy
    heaviest = work.lift.weights.after(work.dose.weight_g) is None
    if too_light and heaviest and last.reps[1] < work.lift.reps[0]:
        return f"{range_now}, as nothing heavier is owned"
    return ""


def _less(last: Given, work: Work, units: Units, *, light: str) -> str:
    """What fell; empty where nothing did."""
    dose, before_g = work.dose, last.dose.weight_g
    if dose.weight_g < before_g and before_g not in work.lift.weights.every:
        return f"lighter, as the {weight_text(before_g, units)} of last time cannot be built from the gear there is"
    if dose.weight_g < before_g:
        return "a little lighter after weeks without it"
    if dose.sets < last.dose.sets:
        return f"{dose.sets} instead of {last.dose.sets} sets: {light or 'what the week may hold'}"
    if dose.target < last.dose.target:
        return f"{counted(dose.target, seconds=work.exercise.counting.held)} so that the week grows no faster than it may"
    return ""


def dose_words(
    work: Work, given: Sequence[Given], units: Units, *, picked: str, first: str, light: str
) -> str:
    """Why this dose, compared with the last one given; `first` says how a first weight was found, `light` names a light week.

    What a log, days off or an easing took back is said first.
    """
    if work.because:
        return f"{picked}: {work.because}"
    if not given:
        return f"begins with {picked}" + (f": {first}" if first else "")
    last = given[-1]
    most = max(one.dose.sets for one in given[-_LATELY:])
    said = (
        _other_range(last, work)
        or _more(given, work, units, picked=picked, most_sets=most)
        or _less(last, work, units, light=light)
        or "as last time"
    )
    return said + _past_range(work, units)


def rehearsal_words(work: Work, weights: Lattice, percents: Sequence[int], units: Units) -> str:
    """The lighter sets before the first heavy lift, in weights that can be built; empty for bodyweight."""
    if work.dose.weight_g == 0 or work.line.variant.weight is WeightKind.NONE:
        return ""
    wanted = (work.dose.weight_g * percent // 100 for percent in percents)
    built = sorted({weights.floor(grams) for grams in wanted} - {work.dose.weight_g})
    texts = [weight_text(grams, units) if grams else "bodyweight" for grams in built]
    return f"before the first set a few easy repetitions with {', then '.join(texts)}" if texts else ""
