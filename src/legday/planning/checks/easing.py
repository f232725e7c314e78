"""Decides whether a plan keeps to what holds leg work back: pain, red flags, soreness, short nights, illness."""

from collections.abc import Iterator
from datetime import date, timedelta

from legday.model.easing import Easing
from legday.model.load import FURTHEST_WEEKS, LOOK_BACK_WEEKS, came_back, volume
from legday.model.plan import Prescription
from legday.model.quantities import weight_text
from legday.model.rules import Finding
from legday.planning.checks.facts import LegSession, Line, PlanFacts, monday_of
from legday.planning.checks.wording import date_text, listed


def pain_gate(facts: PlanFacts) -> Iterator[Finding]:
    """No session, exercise, jump or rise that pain holds back."""
    return _judged(facts, "pain-gate")


def red_flag_lock(facts: PlanFacts) -> Iterator[Finding]:
    """No leg session while a red flag stands."""
    return _judged(facts, "red-flag-lock")


def readiness(facts: PlanFacts) -> Iterator[Finding]:
    """No leg session on a day too sore for one, and enough in reserve on a sore one."""
    return _judged(facts, "readiness")


def illness(facts: PlanFacts) -> Iterator[Finding]:
    """No leg session while ill, and no rise right after a fever."""
    return _judged(facts, "illness")


def _judged(facts: PlanFacts, rule: str) -> Iterator[Finding]:
    """One finding for each planned session and what it breaks of the rule's easings, the most careful of each taken together."""
    for session in facts.planned:
        held = tuple(one for one in facts.state.eased(session.day).easings if one.rule == rule)
        for problem in _problems(facts, session, held):
            yield facts.finding(rule, f"the session of {date_text(session.day)} {problem}", session.day)


def _problems(facts: PlanFacts, session: LegSession, held: tuple[Easing, ...]) -> Iterator[str]:
    stops = [one for one in held if one.no_session]
    if stops:
        yield f"stands where none may: {stops[0].why}"
        return
    ids = [exercise.id for _, exercise in session.lines]
    avoiding = [one for one in held if one.avoid & set(ids)]
    jumpless = [one for one in held if one.no_impact]
    growthless = [one for one in held if one.no_growth]
    if avoiding:
        out = listed(facts.name(one) for one in ids if any(one in easing.avoid for easing in avoiding))
        yield f"holds {out}, to be left out: {_reasons(avoiding)}"
    elif session.plyometric and jumpless:
        yield f"has jumps: {_reasons(jumpless)}"
    if growthless:
        risen = [words for line in session.lines if (words := _rise(facts, session, line))]
        if risen:
            yield f"rises over what was done, {listed(risen)}: {_reasons(growthless)}"


def _reasons(held: list[Easing]) -> str:
    return "; ".join(dict.fromkeys(one.why.rstrip(".") for one in held))


def _rise(facts: PlanFacts, session: LegSession, line: Line) -> str:
    """How a line rises over the most of its exercise that holds, done or planned by then; empty where it does not, or where nothing is known."""
    planned, exercise = line
    before = _before(facts, exercise.id, session.day)
    if not before:
        return ""
    heaviest = max(one.weight_g for one in before)
    if planned.weight_g > heaviest:
        units = facts.profile.units
        return f"{facts.name(exercise.id)} {weight_text(planned.weight_g, units)} after {weight_text(heaviest, units)}"

    def counted(one: Prescription) -> int:
        return volume(
            exercise,
            sets=one.sets,
            target=one.target,
            weight_g=one.weight_g,
            body_mass_g=facts.profile.body_mass_g,
        )

    now, most = counted(planned), max(max(one.volume, counted(one)) for one in before)
    return f"{facts.name(exercise.id)} volume {now} after {most}" if now > most else ""


def _before(facts: PlanFacts, exercise: str, day: date) -> list[Prescription]:
    """The lines of an exercise that hold on a day: of the four weeks before, those since the last days off where there are any; else those of
    its last session in eight weeks, as weeks are counted."""
    lately = _lines(facts, exercise, day - timedelta(weeks=LOOK_BACK_WEEKS), day)
    back = max((one for one in _back(facts) if one < day), default=date.min)
    since = [line for on, line in lately if on >= back] or [line for _, line in lately]
    earlier = _lines(facts, exercise, monday_of(day) - timedelta(weeks=FURTHEST_WEEKS), day)
    return since or [line for on, line in earlier if on == earlier[-1][0]]


def _lines(facts: PlanFacts, exercise: str, since: date, until: date) -> list[tuple[date, Prescription]]:
    return [
        (session.day, line)
        for session in facts.sessions
        if since <= session.day < until
        for line, _ in session.lines
        if line.exercise == exercise
    ]


def _back(facts: PlanFacts) -> frozenset[date]:
    """The days with the first session after days off (rule `returning`)."""
    held = [one.day for one in facts.sessions if not (one.unsaid or one.doubtful)]
    return came_back(held, days=facts.number("returning", "days_same"))
