"""Decides what a log, days off, an easing or other gear take off a dose; nothing here ever adds to one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from legday.model.easing import Eased
from legday.model.exercises import Exercise
from legday.model.rules import Rulebook
from legday.progressing.earned import Earned
from legday.progressing.lattice import Lattice
from legday.progressing.limits import Work
from legday.progressing.returning import INTRO_RIR, Comeback, Off
from legday.progressing.shrinking import lighter
from legday.progressing.steps import Dose, Given, Highest, Lift, StepRule, allowed, highest, most_target


def built(weights: Lattice, grams: int) -> int:
    """`grams` itself where it can be built, else the heaviest weight below it, else the lightest there is."""
    return max((weight for weight in weights.every if weight <= grams), default=min(weights.every, default=0))


def left_out(exercise: Exercise, eased: Eased) -> bool:
    """Whether an easing takes the exercise out of the session."""
    impact = exercise.plyometric or exercise.contacts > 0
    return exercise.id in eased.avoid or (eased.no_impact and impact)


def after_log(work: Work, last: Given | None, rules: Rulebook, *, week: int) -> Work:
    """The work as the last logged session of its exercise asks: the same again, or a step back (rule `earned`)."""
    told = last.verdict if last else None
    if last is None or told is None:
        return work
    if told.earned is Earned.RISE:
        same_week_lighter = last.week == week and told.weight_g < work.dose.weight_g
        return (
            _with(work, weight_g=told.weight_g, because="as light as earlier this week")
            if same_week_lighter
            else work
        )
    if told.earned is Earned.BACK:
        percent, past = rules.number("earned", "step_back_percent"), rules.number("weight-step", "reps_past")
        dose = _stepped_back(work, told.weight_g, percent=percent, past=past)
        what = "seconds" if work.exercise.counting.held else "repetitions"
        lowered = work.lift.reps[0] < last.reps[0] and work.lift.reps[1] == last.reps[1]
        fewer = f"; nothing lighter is owned, so fewer {what}" if lowered else ""
        return replace(work, dose=dose, still=True, because=told.why + fewer)
    return replace(work, dose=_again(work, last), still=True, because=told.why)


def _stepped_back(work: Work, weight_g: int, *, percent: int, past: int) -> Dose:
    """The dose with so many percent off: by fewer repetitions where they had grown far enough past the range, else by weight.

    Repetitions that made up for weight, more than `past` the range, are lowered by what the percent is in repetitions (Epley), others to
    the low end of the range.
    """
    low, weights = work.lift.reps[0], work.lift.weights
    lighter = min(built(weights, weight_g * (100 - percent) // 100), weight_g)
    enough = (30 + low) * 100 <= (30 + work.dose.target) * (100 - percent)
    kept = enough and lighter < weight_g * (100 - percent) // 100 and weight_g in weights.every
    stays = weight_g if kept else lighter
    endured = work.dose.target > work.lift.reps[1] + past and stays == weight_g
    fewer = max(low, (30 + work.dose.target) * (100 - percent) // 100 - 30)
    return replace(work.dose, weight_g=stays, target=fewer if endured else min(low, work.dose.target))


def _again(work: Work, last: Given) -> Dose:
    """The dose asked for last time once more, never heavier and of no more sets than it stands."""
    plain = replace(
        work.dose,
        sets=min(work.dose.sets, last.stands.sets),
        weight_g=built(work.lift.weights, min(work.dose.weight_g, last.stands.weight_g)),
    )
    return (
        plain
        if last.reps != work.lift.reps
        else replace(plain, target=max(work.lift.reps[0], last.stands.target))
    )


def _with(work: Work, *, weight_g: int, because: str) -> Work:
    dose = replace(work.dose, weight_g=built(work.lift.weights, weight_g))
    return replace(work, dose=dose, because=because, still=True)


def after_days_off(
    work: Work, back: Comeback | None, last: Given | None, rules: Rulebook, *, day: date
) -> Work:
    """The work at the first time back after days off (rule `returning`)."""
    if back is None:
        return work
    if back.intro(rules):
        work = replace(work, still=True, rir_least=INTRO_RIR)
    if last is None or not back.first_time(last.day, day):
        return work
    percent, less = back.weight_percent(rules), back.sets_less(rules)
    dose = replace(
        work.dose,
        weight_g=min(work.dose.weight_g, built(work.lift.weights, last.stands.weight_g * percent // 100)),
        sets=max(1, work.dose.sets - less),
        target=min(work.dose.target, max(work.lift.reps[0], last.stands.target)),
    )
    keeps = (
        replace(work.dose, weight_g=max(work.dose.weight_g, last.stands.weight_g))
        if back.off is Off.EASED
        else None
    )
    fewer = f" and {less} set{'s' if less > 1 else ''} fewer" if less else ""
    what = f"{percent} % of the weight{fewer}" if work.dose.weight_g else f"easier{fewer}"
    words = f"{what} after {back.days} days without a leg session"
    return replace(work, dose=dose, base=keeps, still=True, because=words)


def eased_work(work: Work, eased: Eased, *, whole: Dose | None = None) -> Work:
    """The work as the easings of its day leave it. What they take is counted from `whole`, the dose before days off took from it
    (None: they did not): of the two the most careful counts, not one upon the other."""
    if not eased.easings:
        return work
    whole = whole or work.dose
    percent, less = eased.weight_percent, eased.sets_less
    dose = replace(
        work.dose,
        weight_g=min(work.dose.weight_g, built(work.lift.weights, whole.weight_g * percent // 100)),
        sets=min(work.dose.sets, max(1, whole.sets - less)),
    )
    lighter_now = dose.weight_g < work.dose.weight_g
    because = _eased_words(eased) if dose != work.dose else work.because
    return replace(
        work,
        dose=dose,
        base=work.base or (work.dose if lighter_now else None),
        still=True,
        because=because,
        rir_plus=eased.rir_plus,
    )


def _eased_words(eased: Eased) -> str:
    """The reason of the easing that takes most off."""
    most = min(eased.easings, key=lambda one: (one.weight_percent, -one.sets_less, one.sets_percent))
    words = most.why.rstrip(".")
    return words[:1].lower() + words[1:]


def eased_session(works: list[Work], eased: Eased, *, percent: int, whole: int | None = None) -> list[Work]:
    """The session's works brought down to the share of sets that easings and an intro leave. It is counted from `whole`, the sets before
    a light week took from them (None: it did not): of the two the most careful counts, not one upon the other."""
    share = min(percent, eased.sets_percent)
    total = sum(one.dose.sets for one in works) if whole is None else whole
    if share >= 100 or not works:
        return works
    fewer = lighter(works, percent=share, of=total, at_most=True)
    words = (
        _eased_words(eased)
        if eased.sets_percent == share
        else f"{share} % of the sets in the first sessions back"
    )
    had = {one.exercise.id: one.dose.sets for one in works}
    return [
        replace(one, because=one.because or words) if one.dose.sets < had[one.exercise.id] else one
        for one in fewer
    ]


def intro_percent(back: Comeback | None, rules: Rulebook) -> int:
    """Percent of the sets in the first sessions after a long time off, else 100."""
    return rules.number("returning", "intro_sets_percent") if back and back.intro(rules) else 100


def within_reason(work: Work, before: Sequence[Given], rule: StepRule, *, held: bool) -> Work | None:
    """The work brought within one step of the last weeks' doses and to a weight that can be built; None where no way leads there.

    With growth `held` nothing is above the highest of the last weeks at all: an exercise whose range, or the gear there is, begins above it waits.
    """
    lift = work.lift
    best = highest(before)
    dose = replace(work.dose, weight_g=built(lift.weights, work.dose.weight_g))
    if best is None:
        return replace(work, dose=dose)
    if held and (lift.reps[0] > best.target or min(lift.weights.every) > best.weight_g):
        return None
    most = most_target(lift, dose.weight_g, rule)
    dose = replace(dose, target=max(lift.reps[0], min(dose.target, most)))
    if held:
        dose = replace(
            dose,
            sets=min(dose.sets, best.sets),
            target=max(lift.reps[0], min(dose.target, best.target)),
            weight_g=min(dose.weight_g, built(lift.weights, best.weight_g)),
        )
        no_more = _no_more_volume(dose, max(max(one.volume, lift.volume(one.dose)) for one in before), lift)
        if no_more is None:
            return None
        dose = no_more
    fitting = (one for one in _ways(dose, best, lift, rule) if allowed(one, best, lift, rule))
    found = next(fitting, None)
    if found is None:
        return None
    base = work.base if found == dose or work.base else work.dose
    if held and found.weight_g < work.dose.weight_g:
        base = work.base or work.dose
    return replace(work, dose=found, base=base)


def _ways(dose: Dose, best: Highest, lift: Lift, rule: StepRule) -> Iterator[Dose]:
    """The dose, then less and less of it: no more sets than before, no more repetitions either, less weight, at last nothing above
    the last weeks but what the range asks for."""
    yield dose
    fewer = replace(dose, sets=min(dose.sets, best.sets))
    yield fewer
    yield replace(fewer, target=max(lift.reps[0], min(dose.target, best.target)))
    yield _lighter(dose, best.weight_g * (100 + rule.percent) // 100, lift)
    yield _lighter(fewer, best.weight_g, lift)


def no_more_than(work: Work, earlier: Sequence[Work]) -> Work | None:
    """The work made no more than the same exercise earlier in the week, by weight and by volume; None where its range or its gear asks for
    more."""
    most = max(one.volume for one in earlier)
    heaviest = max(one.dose.weight_g for one in earlier)
    if min(work.lift.weights.every) > heaviest:
        return None
    dose = replace(work.dose, weight_g=min(work.dose.weight_g, built(work.lift.weights, heaviest)))
    found = _no_more_volume(dose, most, work.lift)
    return None if found is None else replace(work, dose=found)


def _no_more_volume(dose: Dose, most: int, lift: Lift) -> Dose | None:
    """The dose with repetitions, then sets, then weight taken off until its volume is at most `most`; None where the range asks for more.

    The highest sets and the highest repetitions may have stood in two sessions, and a range may ask for more than the last one did.
    """
    while lift.volume(dose) > most:
        if dose.target > lift.reps[0]:
            dose = replace(dose, target=dose.target - 1)
        elif dose.sets > 1:
            dose = replace(dose, sets=dose.sets - 1)
        elif (lighter := lift.weights.below(dose.weight_g)) < dose.weight_g:
            dose = replace(dose, weight_g=lighter)
        else:
            return None
    return dose


def _lighter(dose: Dose, most_g: int, lift: Lift) -> Dose:
    """The dose with the fewest repetitions of the range at a weight of at most `most_g`, where one can be built."""
    return replace(dose, weight_g=built(lift.weights, min(dose.weight_g, most_g)), target=lift.reps[0])
