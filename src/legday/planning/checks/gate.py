"""Decides whether a door is open: gear owned, plyometrics earned, conditions that ask for a clinician or for care."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from legday.model.exercises import Counting, Exercise
from legday.model.gear_weights import exercise_weights, owned_variants
from legday.model.load import LOOK_BACK_WEEKS
from legday.model.plan import Prescription
from legday.model.quantities import weight_text
from legday.model.rules import Finding
from legday.model.runner import Gear, LiftingLevel
from legday.model.runs import KEY_KINDS
from legday.planning.checks.facts import LegSession, Line, PlanFacts, monday_of
from legday.planning.checks.wording import date_text, listed, moment_text, span_text


def gear(facts: PlanFacts) -> Iterator[Finding]:
    """Only exercises that exist and whose gear is within reach that day, at weights that can be built from it."""
    for session in facts.planned:
        owned = facts.state.gear_on(session.day)
        for line in session.planned.exercises if session.planned else ():
            exercise = facts.catalogue.exercises.get(line.exercise)
            problem = (
                _gear_problem(facts, line, exercise, owned) if exercise else "is not an exercise legday knows"
            )
            if problem:
                words = f"{facts.name(line.exercise)} on {date_text(session.day)} {problem}"
                yield facts.finding("gear", words, session.day)


def _gear_problem(facts: PlanFacts, line: Prescription, exercise: Exercise, owned: Gear) -> str:
    weights = exercise_weights(owned, exercise)
    foreign = sorted(set(line.gear) - owned.kinds)
    if line.weight_g in weights and not foreign:
        return ""
    there = "owned" if owned == facts.profile.gear else "there on this day"
    if not owned_variants(owned, exercise):
        ways = " or ".join(" and ".join(sorted(variant.needs)) for variant in exercise.gear)
        return f"needs {ways}, which is not {there}"
    if foreign:
        return f"uses {listed(foreign)}, which is not {there}"
    units = facts.profile.units
    near = sorted(sorted(weights, key=lambda grams: abs(grams - line.weight_g))[:2])
    built = " or ".join(weight_text(grams, units) for grams in near)
    return f"asks for {weight_text(line.weight_g, units)}, which cannot be built; nearest: {built}"


_CAPS = {
    LiftingLevel.BEGINNER: "cap_beginner",
    LiftingLevel.TRAINED: "cap_trained",
    LiftingLevel.ADVANCED: "cap_advanced",
}


def plyometric_gate(facts: PlanFacts) -> Iterator[Finding]:
    """Jumps only after weeks of foundation, few at first, fresh, first in the session and apart."""
    jumping = [session for session in facts.planned if session.plyometric]
    for session in jumping:
        for problem in _jump_problems(facts, session):
            yield facts.finding(
                "plyometric-gate", f"the session of {moment_text(session.start)} {problem}", session.day
            )
    hours = facts.number("plyometric-gate", "hours_apart")
    for first, then in pairwise(session for session in facts.sessions if session.plyometric):
        if then.planned and then.start - first.start < timedelta(hours=hours):
            words = (
                f"jumps on {moment_text(first.start)} and {moment_text(then.start)} are "
                f"{span_text(then.start - first.start)} apart; {hours} h at least"
            )
            yield facts.finding("plyometric-gate", words, first.day, then.day)


def _jump_problems(facts: PlanFacts, session: LegSession) -> Iterator[str]:
    weeks = facts.number("plyometric-gate", "weeks")
    behind = _weeks_behind(facts, session.day)
    if behind < weeks:
        yield f"has jumps after {behind} weeks of leg work; {weeks} weeks come first"
    cap = _contact_cap(facts, session)
    if session.contacts > cap:
        yield f"has {session.contacts} foot contacts; {cap} at most by now"
    order = [exercise.plyometric for _, exercise in session.lines]
    if order != sorted(order, reverse=True):
        yield "has jumps after other exercises; they come first"
    for run in facts.straight_after(session):
        if run.run.kind in KEY_KINDS or run.run.race_pace:
            yield f"has jumps straight after the {run.run.kind} run of {moment_text(run.start)}"


def _weeks_behind(facts: PlanFacts, day: date) -> int:
    """Weeks of leg work before the week of `day`: those that lie behind, and the plan's own with sessions."""
    return facts.state.weeks_before(monday_of(day), planned=(session.day for session in facts.planned))


def _contact_cap(facts: PlanFacts, session: LegSession) -> int:
    """First a step over the first number (20–40), then one step a week over the four weeks before, up to the level's cap."""
    step = facts.number("plyometric-gate", "contacts_step")
    monday = monday_of(session.day)
    recent = [
        other.contacts
        for other in facts.sessions
        if monday - timedelta(weeks=LOOK_BACK_WEEKS) <= other.day < monday and other.contacts
    ]
    start = max(recent, default=facts.number("plyometric-gate", "contacts_first"))
    return min(start + step, facts.number("plyometric-gate", _CAPS[facts.profile.lifting]))


def condition_gates(facts: PlanFacts) -> Iterator[Finding]:
    """Circumstances that ask for a clinician's or guardian's word first, and for care after it."""
    for session in facts.planned:
        for problem in (*_unconfirmed(facts, session.day), *_uncareful(facts, session)):
            yield facts.finding(
                "condition-gates", f"the session of {date_text(session.day)} {problem}", session.day
            )


def _minor(facts: PlanFacts, day: date) -> bool:
    return facts.profile.age_on(day) < facts.number("condition-gates", "adult_age")


def _fresh_mother(facts: PlanFacts, day: date) -> bool:
    weeks = facts.profile.health.weeks_post_partum
    if weeks is None:
        return False
    return weeks + (day - facts.plan.today).days // 7 < facts.number("condition-gates", "post_partum_weeks")


def _unconfirmed(facts: PlanFacts, day: date) -> Iterator[str]:
    health = facts.profile.health
    reasons = {
        "pregnancy": health.pregnant,
        "the weeks after birth": _fresh_mother(facts, day),
        "osteoporosis": health.osteoporosis,
        "a recent operation": health.recent_surgery,
        "heart or blood pressure": health.heart_or_blood_pressure,
        "a restriction": health.other_restriction,
        "signs that want a doctor": health.symptoms,
        "a known disease without regular activity": health.known_disease and health.inactive,
    }
    named = [reason for reason, holds in reasons.items() if holds]
    if named and not health.clinician_confirmed:
        yield f"needs a clinician's agreement first: {listed(named)}"
    if _minor(facts, day) and not health.guardian_or_coach:
        yield "needs a guardian or coach who knows of it: the runner is under age"


def _uncareful(facts: PlanFacts, session: LegSession) -> Iterator[str]:
    minor = _minor(facts, session.day)
    pregnant = facts.profile.health.pregnant
    if session.plyometric and (pregnant or _fresh_mother(facts, session.day)):
        yield "has jumps; not in pregnancy nor in the first weeks after birth"
    elif session.plyometric and _jumps_shut(facts, session.day):
        yield f"has jumps; {_jumps_shut(facts, session.day)}"
    rir = facts.number("condition-gates", "minor_rir")
    if (minor or pregnant) and any(line.rir < rir for line, _ in session.lines):
        yield f"leaves fewer than {rir} repetitions in reserve"
    low = facts.number("condition-gates", "minor_reps_low")
    if minor and any(_low_reps(line, exercise, low) for line, exercise in session.lines):
        yield f"asks for fewer than {low} repetitions of a runner under age"
    yield from _heavy_or_light(facts, session)
    if pregnant:
        risen = listed(words for line in session.lines if (words := _rise(facts, session, line)))
        if risen:
            yield f"rises over the four weeks before, {risen}; not in pregnancy"


def _heavy_or_light(facts: PlanFacts, session: LegSession) -> Iterator[str]:
    """Heavy sets before a clinician agreed or in the light weeks of a runner who was not active, and too little reserve in those."""
    light = _light_weeks(facts, session.day)
    if session.heavy and _disease_open(facts):
        yield "has heavy sets; with a known disease a clinician agrees first"
    elif session.heavy and light:
        yield f"has heavy sets; {light}"
    rir = facts.number("condition-gates", "inactive_rir")
    if light and any(line.rir < rir for line, _ in session.lines):
        yield f"leaves fewer than {rir} repetitions in reserve; {light}"


def _disease_open(facts: PlanFacts) -> bool:
    """A known disease of which no clinician has said that leg strength is fine."""
    health = facts.profile.health
    return health.known_disease and not health.clinician_confirmed


def _light_weeks(facts: PlanFacts, day: date) -> str:
    """Why a day still belongs to the light weeks of a runner who was not active; empty where it does not."""
    health = facts.profile.health
    weeks = facts.number("condition-gates", "inactive_weeks")
    begun = health.screened or facts.plan.today
    return (
        f"{weeks} light weeks come first" if health.inactive and day < begun + timedelta(weeks=weeks) else ""
    )


def _rise(facts: PlanFacts, session: LegSession, line: Line) -> str:
    """How a line is above every one of its exercise in the four weeks before, done or planned: more weight, more sets, or more repetitions
    with the same weight; empty where it is not, or was not done in them."""
    now, exercise = line
    since = monday_of(session.day) - timedelta(weeks=LOOK_BACK_WEEKS)
    before = [
        each
        for other in facts.sessions
        if since <= other.day < session.day
        for each, known in other.lines
        if known.id == exercise.id
    ]
    if not before:
        return ""
    same = [each.target for each in before if each.weight_g == now.weight_g]
    found = (
        (now.weight_g > max(each.weight_g for each in before), "weight"),
        (now.sets > max(each.sets for each in before), "sets"),
        (bool(same) and now.target > max(same), "repetitions"),
    )
    return next((f"{facts.name(exercise.id)} in {what}" for holds, what in found if holds), "")


def _jumps_shut(facts: PlanFacts, day: date) -> str:
    """Why screening or the time after a birth still holds jumps back; empty where neither does."""
    health = facts.profile.health
    if health.pelvic_floor_symptoms:
        return "not with signs of the pelvic floor"
    if _disease_open(facts):
        return "with a known disease a clinician agrees first"
    weeks = health.weeks_post_partum
    if weeks is not None and not health.impact_gate_passed:
        gate = facts.number("condition-gates", "post_partum_gate_weeks")
        if weeks + (day - facts.plan.today).days // 7 < gate:
            return f"in the first {gate} weeks after birth the list of checks comes first"
    return _light_weeks(facts, day)


def _low_reps(line: Prescription, exercise: Exercise, low: int) -> bool:
    counted = exercise.counting in {Counting.REPS, Counting.REPS_PER_SIDE} and not exercise.plyometric
    return counted and min(line.reps[0], line.target) < low
