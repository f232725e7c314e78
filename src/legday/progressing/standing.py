"""Decides where each exercise of a session stands before the week's steps: range, weight, sets, and whether it may come at all."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from legday.model.exercises import Exercise, seconds_of
from legday.model.heavy import few, is_heavy
from legday.model.load import FURTHEST_WEEKS, reference_weeks
from legday.model.plan import Prescription
from legday.model.progression import Phase
from legday.model.race_days import quiet_for_new
from legday.model.season import ChosenDay, MenuLine
from legday.progressing.calendar_weeks import monday
from legday.progressing.earned import Earned
from legday.progressing.first_weights import first_weight
from legday.progressing.gates import may_grow
from legday.progressing.lattice import Lattice, lattice
from legday.progressing.ledger import Facts, Ledger, WeekPlan
from legday.progressing.limits import Work
from legday.progressing.raising import one_kind
from legday.progressing.shrinking import lighter
from legday.progressing.steps import (
    HELD_STEP_S,
    LOOK_BACK_WEEKS,
    Dose,
    Given,
    Lift,
    allowed,
    done_in_week,
    far_too_easy,
    highest,
    recent,
)
from legday.progressing.strength import epley, share_of_maximum
from legday.progressing.taken_back import (
    after_days_off,
    after_log,
    built,
    eased_session,
    eased_work,
    intro_percent,
    left_out,
    within_reason,
)

FIRST_MARGIN = 1
"""Repetitions more in reserve at a first weight that the log shows than the phase asks for (our setting)."""
KIN_MARGIN = 3
"""Repetitions more in reserve at a first weight taken over from what was lifted in a kin exercise (our setting)."""
HEAVY_TIMES = 2
"""Heavy repetitions ask for gear that reaches at least twice the first weight (our setting) …"""
HEAVY_PERCENT = 20
"""… or, where the first weight is bodyweight, this percent of body mass."""


def _goes_heavy(exercise: Exercise, weights: Lattice, first_g: int, body_mass_g: int) -> bool:
    """Whether few heavy repetitions make sense with the weights there are (and not yet at bodyweight)."""
    top = max(weights.every, default=0)
    enough = HEAVY_TIMES * first_g if first_g else body_mass_g * HEAVY_PERCENT // 100
    return exercise.heavy and enough <= top


def _hard_enough(exercise: Exercise, given: Sequence[Given], weights: Lattice, *, week: int) -> bool:
    """Whether few heavy repetitions may begin, or go on: a weight far too light for many repetitions is no weight for few, and where the
    heaviest there is was far too light for few in these eight weeks, many repetitions make up for it.

    The last session that told of its reserve says so; where none did, it goes as planned. What was never done begins with its own range.
    """
    told = next((one for one in reversed(given) if one.verdict and one.verdict.said), None)
    few_lately = (one for one in recent(given, week=week) if few(one.reps, exercise, tempo=one.tempo))
    too_light = any(far_too_easy([one]) and weights.after(one.dose.weight_g) is None for one in few_lately)
    if not given or too_light:
        return False
    heavy_already = few(given[-1].reps, exercise, tempo=given[-1].tempo)
    return heavy_already or told is None or not far_too_easy([told])


def _weights(facts: Facts, ledger: Ledger, line: MenuLine, day: ChosenDay) -> Lattice:
    """The lattice of a menu line with the gear of the day, worked out once."""
    gear = facts.state.gear_on(day.start.date())
    key = (line.exercise, line.variant, gear)
    if key not in ledger.weights:
        ledger.weights[key] = lattice(facts.catalogue.exercises[line.exercise], gear, line.variant)
    return ledger.weights[key]


def _lift(facts: Facts, ledger: Ledger, week: WeekPlan, line: MenuLine, day: ChosenDay, *, sets: int) -> Lift:
    """The exercise of a menu line as this runner does it on this day, with `sets` at most."""
    profile = facts.state.profile
    exercise = facts.catalogue.exercises[line.exercise]
    weights = _weights(facts, ledger, line, day)
    first_g = first_weight(exercise, profile, weights)
    given = ledger.before(line.exercise, week.index)
    weighted = (given[-1].stands.weight_g if given else first_g) > 0
    heavy = (
        week.target.heavy_reps is not None
        and weighted
        and _goes_heavy(exercise, weights, first_g, profile.body_mass_g)
        and _hard_enough(exercise, given, weights, week=week.index)
    )
    low, high = (week.target.heavy_reps or line.reps) if heavy else line.reps
    low = _low_end(exercise, (low, high), given[-1] if given else None, weights)
    gate = facts.gates(week.target, index=week.index)
    least = 1 if exercise.counting.held else gate.reps_least
    return Lift(
        exercise=exercise,
        reps=(max(low, least), max(high, least)),
        weights=weights,
        body_mass_g=profile.body_mass_g,
        sets=sets,
        heavy=heavy,
        rir=week.target.rir,
        reach_g=_bound_g(facts, exercise, given),
        most=0 if heavy else _most_reps(exercise, line.tempo, facts.number("weight-step", "reps_most")),
    )


def _low_end(exercise: Exercise, reps: tuple[int, int], last: Given | None, weights: Lattice) -> int:
    """The low end of a range; where it was missed again and again with the least weight there is, what was done of it (one fewer where it
    was the reserve that lacked), and what that has grown to since."""
    low, high = reps
    if last is None or last.stands.weight_g > min(weights.every, default=0):
        return low
    if last.verdict is not None and last.verdict.earned is Earned.BACK:
        fewer = HELD_STEP_S if exercise.counting.held else 1
        return min(low, max(fewer, min(last.verdict.least, last.verdict.target - fewer)))
    grows_back = last.reps[0] < low and last.reps[1] == high
    return min(low, last.stands.target) if grows_back else low


def _most_reps(exercise: Exercise, tempo: str, usual: int) -> int:
    """How many repetitions may make up for a weight that is not there: so many at the usual speed, slower as many as last no longer; 0 of a
    jump and of a hold."""
    if exercise.plyometric or exercise.counting.held:
        return 0
    return usual * exercise.rep_seconds // max(seconds_of(tempo), exercise.rep_seconds)


def _bound_g(facts: Facts, exercise: Exercise, given: Sequence[Given]) -> int | None:
    """What bounds a rise in weight after a session with less in reserve than asked: the maximum the log shows."""
    told = given[-1].verdict if given else None
    return None if told is None or told.as_asked else facts.reach_g(exercise)


def first_by_kin(facts: Facts, ledger: Ledger, lift: Lift) -> tuple[int, str]:
    """Grams that the last logged session of a kin exercise stands for, at the repetitions asked for now and less a margin, and which
    exercise that is; (0, "") where none does.

    Sets too far from failure to show strength still show what was lifted, and that is what is taken over.
    """
    found = [(0, "")]
    for transfer in facts.catalogue.transfers.values():
        last = (
            next(reversed(ledger.given.get(transfer.was, ())), None)
            if transfer.now == lift.exercise.id
            else None
        )
        if last is None or last.verdict is None or not last.verdict.as_asked or not last.dose.weight_g:
            continue
        kin = facts.catalogue.exercises[transfer.was]
        moved = kin.body_share * lift.body_mass_g // 100 + last.dose.weight_g
        moved = moved * transfer.percent * (30 + last.dose.target) // (100 * (30 + lift.reps[0] + KIN_MARGIN))
        found.append((lift.weights.floor(max(0, moved - lift.body_g)), kin.id))
    return max(found)


def _first_g(facts: Facts, ledger: Ledger, lift: Lift) -> int:
    """Grams to begin with: what the log shows with one more in reserve, else a share of body mass; rounded down to what can be built."""
    shown = facts.shown_strength(lift.exercise.id)
    if shown is None:
        usual = first_weight(lift.exercise, facts.state.profile, lift.weights)
        return max(usual, first_by_kin(facts, ledger, lift)[0])
    share = share_of_maximum(lift.reps[0] + lift.rir + FIRST_MARGIN)
    return lift.weights.floor(max(0, int(shown.sure_g * share) - lift.body_g))


def _wanted_sets(ledger: Ledger, week: WeekPlan, line: MenuLine) -> int:
    """The menu's sets × the week's percent, at least two of them; a newcomer's first percent holds until there is a reference."""
    if week.light:
        return line.sets
    percent = week.target.sets_percent
    known = reference_weeks(ledger.loads, wanted=week.target.wanted)
    if not known and ledger.first_percent is not None:
        percent = min(percent, ledger.first_percent)
    return max(min(line.sets, 2), (line.sets * percent + 50) // 100)


def _lighter_for_more_reps(weight_g: int, last: Given, lift: Lift) -> int:
    """Where a range asks for more repetitions than the last session had in it, less weight, as Epley counts."""
    low, target = lift.reps[0], last.stands.target
    could = max(target, target + last.verdict.reserve - lift.rir) if last.verdict else target
    if low <= could or far_too_easy([last]) or last.reps == lift.reps:
        return weight_g
    return lift.weights.floor(weight_g * (30 + could) // (30 + low))


def _weight_of_the_range(lift: Lift, last: Given, lately: Sequence[Given], weight_g: int) -> int:
    """The weight that stood lately where fewer repetitions were asked for, when the range goes back to them; else `weight_g`."""
    fell_short = last.verdict is not None and last.verdict.earned is not Earned.RISE
    if fell_short or lift.reps[1] >= last.reps[1]:
        return weight_g
    same = [one.stands.weight_g for one in lately if one.reps == lift.reps]
    return max([weight_g, *same[-1:]])


def _told_unasked(last: Given) -> bool:
    """Whether the last session was logged without having been asked for, such as the history of another log."""
    return last.spare == 0 and last.verdict is None


def _own_log_g(facts: Facts, lift: Lift, weight_g: int) -> int:
    """The grams at which the log of this exercise shows the repetitions and the reserve asked for; `weight_g` where it shows nothing."""
    shown = facts.shown_strength(lift.exercise.id)
    if shown is None or shown.kin:
        return weight_g
    return max(0, int(shown.grams / epley(1, lift.reps[0] + lift.rir)) - lift.body_g)


def _lately(facts: Facts, given: Sequence[Given], *, week: int) -> list[Given]:
    """What of the last weeks an exercise may go on from; where nothing may grow, that of the last four alone and as it was."""
    known = recent(given, week=week)
    if may_grow(facts.state.profile):
        return known
    return [replace(one, whole_sets=None) for one in known if one.week >= week - LOOK_BACK_WEEKS]


def _standing(facts: Facts, ledger: Ledger, lift: Lift, given: Sequence[Given], *, week: int) -> Dose:
    """Where the exercise stands before this week's steps: the last weight, the most sets and repetitions of the last eight weeks."""
    (low, high), sets = lift.reps, lift.sets
    if not given:
        return Dose(sets=sets, target=low, weight_g=_first_g(facts, ledger, lift))
    last = given[-1]
    lately = _lately(facts, given, week=week)
    if not lately:
        weight = lift.weights.below(last.stands.weight_g)
        if _told_unasked(last) and facts.shown_strength(lift.exercise.id):
            weight = min(built(lift.weights, last.stands.weight_g), _first_g(facts, ledger, lift))
        return Dose(sets=sets, target=low, weight_g=weight)
    weight = _lighter_for_more_reps(last.stands.weight_g, last, lift)
    weight = built(lift.weights, _weight_of_the_range(lift, last, lately, weight))
    if _told_unasked(last):
        weight = min(weight, built(lift.weights, _own_log_g(facts, lift, weight)))
    same = [one.stands.target for one in lately if one.stands.weight_g == weight and one.reps == lift.reps]
    target = max(same) if same else min(max(last.stands.target, low), high)
    return Dose(sets=min(sets, max(one.sets for one in lately)), target=target, weight_g=weight)


def _lines(facts: Facts, week: WeekPlan, day: ChosenDay) -> tuple[MenuLine, ...]:
    return facts.menu(week.target, day).lines


def _all_known(facts: Facts, week: WeekPlan, day: ChosenDay, kept: Mapping[str, Prescription]) -> bool:
    """Whether the menu still holds everything that was promised, as slowly as it was: a range belongs to its tempo."""
    tempo = {line.exercise: line.tempo for line in _lines(facts, week, day)}
    return all(tempo.get(name) == line.tempo for name, line in kept.items())


def _kept_work(
    facts: Facts, ledger: Ledger, week: WeekPlan, place: int, *, line: MenuLine, promised: Prescription
) -> Work | None:
    """An exercise as the accepted plan promised it: it may shrink where limits have changed, and does not grow."""
    day = week.days[place]
    eased = facts.state.eased(day.start.date())
    lift = _lift(facts, ledger, week, line, day, sets=promised.sets)
    weight = built(lift.weights, promised.weight_g)
    if left_out(lift.exercise, eased) or not lift.weights.every or weight > promised.weight_g:
        return None
    work = Work(
        session=place,
        line=line,
        lift=replace(lift, reps=promised.reps),
        dose=Dose(sets=promised.sets, target=promised.target, weight_g=weight),
        rest_s=promised.rest_s,
        still=True,
    )
    return eased_work(work, eased)


def _shut(facts: Facts, week: WeekPlan, promised: Prescription) -> bool:
    """Whether a door that has closed since forbids a promised line: jumps, heavy sets, few repetitions."""
    gate, exercise = facts.gates(week.target, index=week.index), facts.catalogue.exercises[promised.exercise]
    too_few = not exercise.counting.held and not exercise.plyometric and promised.reps[0] < gate.reps_least
    no_heavy = not gate.heavy or week.target.after_race is not None
    shut_heavy = no_heavy and is_heavy(promised, exercise)
    return too_few or shut_heavy or (exercise.plyometric and not gate.explosive)


def _may_jump(facts: Facts, ledger: Ledger, week: WeekPlan, day: ChosenDay) -> bool:
    """Explosive work: open this week, not straight after a run, and weeks enough of leg work behind."""
    if week.target.contacts == 0 or day.after_run:
        return False
    trained = [facts.season[0].start + timedelta(weeks=index) for index in ledger.trained]
    behind = facts.state.weeks_before(week.target.start, planned=trained)
    return behind >= facts.number("plyometric-gate", "weeks")


def _may_be_new(facts: Facts, day: ChosenDay) -> bool:
    """Whether exercises not done so far may come: not in the quiet days before an A race (rule `race-quiet`)."""
    return not quiet_for_new(day.start.date(), facts.state.profile.races, facts.catalogue.rulebook)


def _rest_s(week: WeekPlan, lift: Lift) -> int:
    heavy = week.target.heavy_rest_s
    return max(heavy, lift.exercise.rest_s) if lift.heavy and heavy is not None else lift.exercise.rest_s


def _lightened(ledger: Ledger, week: WeekPlan, works: list[Work], *, letter: str) -> list[Work]:
    """The works with the week's percent of the sets they had in the last full week of this letter."""
    total = sum(one.dose.sets for one in works)
    of = min(total, ledger.full_sets.get(letter, total))
    at_most = week.target.phase is Phase.RECOVER
    return lighter(works, percent=week.target.sets_percent, of=of, at_most=at_most)


def _work(facts: Facts, ledger: Ledger, week: WeekPlan, place: int, *, line: MenuLine) -> Work | None:
    """An exercise as it stands before the week's steps, less what the log, days off and easings take; None where nothing can be done of it."""
    day = week.days[place]
    date_of, rules = day.start.date(), facts.catalogue.rulebook
    eased = facts.state.eased(date_of)
    lift = _lift(facts, ledger, week, line, day, sets=_wanted_sets(ledger, week, line))
    if left_out(lift.exercise, eased) or not lift.weights.every:
        return None
    given = ledger.before(line.exercise, week.index)
    dose = _standing(facts, ledger, lift, given, week=week.index)
    work = Work(
        session=place,
        line=line,
        lift=lift,
        dose=dose,
        rest_s=_rest_s(week, lift),
        still=day.new_to_legs and not recent(given, week=week.index),
    )
    last = next(reversed(ledger.given.get(line.exercise, ())), None)
    if last is not None and facts.state.gear_on(date_of) != facts.state.profile.gear:
        work = replace(work, base=replace(dose, weight_g=max(dose.weight_g, last.stands.weight_g)))
        if dose.weight_g < last.stands.weight_g:
            work = replace(work, because="the usual weights are not there")
    work = after_log(work, last, rules, week=week.index)
    back = after_days_off(work, ledger.back, last, rules, day=date_of)
    work = eased_work(back, eased, whole=work.dose)
    before = recent(given, week=week.index)
    held = facts.no_growth(date_of)
    if held:
        before = held_against(ledger, line.exercise, date_of) or before
    return within_reason(work, before, facts.step_rule, held=held)


def lately_given(ledger: Ledger, exercise: str, day: date) -> list[Given]:
    """What was given of an exercise in the four weeks before `day`."""
    return [one for one in ledger.given.get(exercise, ()) if _just_before(one.day, day)]


def given_since_back(ledger: Ledger, exercise: str, day: date) -> list[Given]:
    """What of these four weeks came after the last days off before `day`; all of it where there were none."""
    back = max((one for one in ledger.came_back if one < day), default=date.min)
    return [one for one in lately_given(ledger, exercise, day) if one.day >= back]


def held_against(ledger: Ledger, exercise: str, day: date) -> list[Given]:
    """What is not risen over on `day` while growth is held: what was really done since the last days off, else in the four weeks before,
    else the last time of the eight before. What days off took comes back once nothing holds growth any more."""
    lately = given_since_back(ledger, exercise, day) or lately_given(ledger, exercise, day)
    since = monday(day) - timedelta(weeks=FURTHEST_WEEKS)
    return lately or [one for one in ledger.given.get(exercise, ()) if since <= one.day < day][-1:]


def _just_before(day: date, of: date) -> bool:
    """Whether a day lies in the four weeks before another: what is held there must not be risen over while growth is held."""
    return of - timedelta(weeks=LOOK_BACK_WEEKS) <= day < of


def _kept(
    facts: Facts, ledger: Ledger, week: WeekPlan, place: int, earlier: Sequence[Work]
) -> list[Work] | None:
    """The works of a session whose doses an accepted plan promised; None where none are, its menu no longer holds them all, a
    door that has closed since forbids one, one would be new near an A race since what came before it was missed, or the week would
    take two kinds of step with what it holds already."""
    day = week.days[place]
    kept = facts.promised(day)
    held_back = ledger.back is not None or facts.state.eased(day.start.date()).no_growth
    if not kept or held_back or not _all_known(facts, week, day, kept):
        return None
    if any(_shut(facts, week, line) for line in kept.values()):
        return None
    if not (_may_be_new(facts, day) or set(kept) <= set(ledger.given)):
        return None
    found = (
        _kept_work(facts, ledger, week, place, line=line, promised=kept[line.exercise])
        for line in _lines(facts, week, day)
        if line.exercise in kept
    )
    works = [one for one in found if one is not None]
    if any(one.exercise.plyometric for one in works) and not _jumps_fit(facts, ledger, week, day, works):
        return None
    return works if all(_still_one_step(facts, ledger, week, one, earlier) for one in works) else None


def _jumps_fit(facts: Facts, ledger: Ledger, week: WeekPlan, day: ChosenDay, works: Sequence[Work]) -> bool:
    """Whether promised jumps may still come: weeks of leg work may have been missed since."""
    most = facts.most_contacts(day)
    cap = week.target.contacts if most is None else min(most, week.target.contacts)
    return _may_jump(facts, ledger, week, day) and sum(one.contacts for one in works) <= cap


def _still_one_step(
    facts: Facts, ledger: Ledger, week: WeekPlan, work: Work, earlier: Sequence[Work]
) -> bool:
    """Whether a promised dose is one step above what is really held before it: what went before may have shrunk since, and an exercise that
    stands in two of the week's sessions takes one kind of step in both."""
    before = recent(ledger.before(work.exercise.id, week.index), week=week.index)
    done = done_in_week(ledger.given.get(work.exercise.id, ()), week=week.index)
    return allowed(work.dose, highest(before), work.lift, facts.step_rule) and one_kind(
        [*earlier, work], work, before, facts.step_rule, done
    )


def works_of(
    facts: Facts, ledger: Ledger, week: WeekPlan, place: int, earlier: Sequence[Work] = ()
) -> list[Work]:
    """The works of the week's session number `place` before anything is raised or shrunk; days are gone through in order of time, and
    `earlier` are the works of the week's sessions before it."""
    day = week.days[place]
    ledger.held(day.start.date(), facts.catalogue.rulebook)
    eased = facts.state.eased(day.start.date())
    kept = _kept(facts, ledger, week, place, earlier)
    if kept is not None:
        return eased_session(kept, eased, percent=100)
    may_jump = _may_jump(facts, ledger, week, day)
    may_be_new = _may_be_new(facts, day)
    works: list[Work] = []
    for line in _lines(facts, week, day):
        exercise = facts.catalogue.exercises[line.exercise]
        if exercise.plyometric and not may_jump:
            continue
        if exercise.id not in ledger.given and not may_be_new:
            continue
        work = _work(facts, ledger, week, place, line=line)
        if work is not None:
            works.append(work)
    share, whole = intro_percent(ledger.back, facts.catalogue.rulebook), sum(one.dose.sets for one in works)
    if week.light:
        works = _lightened(ledger, week, works, letter=day.letter)
    return eased_session(works, eased, percent=share, whole=whole)
