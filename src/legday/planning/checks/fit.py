"""Decides whether a session fits: its opening, its warm-up and its cool-down."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from legday.model.exercises import Drill, DrillKind
from legday.model.plan import Session
from legday.model.rules import Finding
from legday.planning.checks.facts import LegSession, PlanFacts
from legday.planning.checks.session_facts import minutes_needed
from legday.planning.checks.wording import listed, moment_text


def fits_the_opening(facts: PlanFacts) -> Iterator[Finding]:
    """Warm-up, work, rests, changes and cool-down take no longer than the opening has left."""
    tolerance = facts.number("fits-the-opening", "tolerance_minutes")
    for session in facts.planned:
        if session.planned is None:
            continue
        room = _room(facts, session, session.planned)
        needed = _needed(facts, session, session.planned)
        if room is None:
            words = f"the runner has no opening on {moment_text(session.start)}"
            yield facts.finding("fits-the-opening", words, session.day)
        elif needed > room + tolerance:
            words = (
                f"the session of {moment_text(session.start)} takes {needed} min; its opening has {room} min"
            )
            yield facts.finding("fits-the-opening", words, session.day)


def _needed(facts: PlanFacts, session: LegSession, planned: Session) -> int:
    """The minutes the plan says or those worked out, whichever are more."""
    after_run = bool(facts.straight_after(session))
    return max(planned.minutes, minutes_needed(planned, session.lines, facts.catalogue, after_run=after_run))


ENDLESS = 24 * 60


def _room(facts: PlanFacts, session: LegSession, planned: Session) -> int | None:
    """Minutes left in the opening from the session's start; None where there is no opening, a day where none is named."""
    told = planned.opening_minutes or ENDLESS
    if (
        not facts.profile.openings
        and not facts.state.openings_on(session.day)
        and not _no_legs(facts, session.day)
    ):
        return told
    left = [minutes for minutes in _left(facts, session.start) if minutes > 0]
    return min(told, max(left)) if left else None


def _no_legs(facts: PlanFacts, day: date) -> bool:
    """Whether the runner said that they are away on this day, without leg work."""
    away = facts.state.away_on(day)
    return away is not None and away.openings == ()


def _left(facts: PlanFacts, start: datetime) -> Iterator[int]:
    """What each opening of the day, or of the evening before, has left at `start`."""
    for day in (start.date(), start.date() - timedelta(days=1)):
        for opening in facts.state.openings_on(day):
            begin = datetime.combine(day, opening.start)
            if begin <= start:
                yield opening.minutes - int((start - begin).total_seconds()) // 60


def _drills(facts: PlanFacts, ids: Sequence[str]) -> list[Drill]:
    return [facts.catalogue.drills[drill] for drill in ids if drill in facts.catalogue.drills]


def _seconds(drills: Sequence[Drill]) -> int:
    return sum(drill.seconds for drill in drills)


def warm_up(facts: PlanFacts) -> Iterator[Finding]:
    """Dynamic work before lifting, with something that raises the pulse unless a run just did."""
    for session in facts.planned:
        if session.planned and (problems := _warm_up_problems(facts, session, session.planned)):
            words = f"the warm-up of {moment_text(session.start)} {listed(problems)}"
            yield facts.finding("warm-up", words, session.day)


def _warm_up_problems(facts: PlanFacts, session: LegSession, planned: Session) -> list[str]:
    after_run = bool(facts.straight_after(session))
    minutes = facts.number("warm-up", "minutes_after_run" if after_run else "minutes")
    drills = _drills(facts, planned.warm_up)
    kinds = {drill.kind for drill in drills}
    checks = {
        f"takes more than its {minutes} min": _seconds(drills) > 60 * minutes,
        "has nothing dynamic": DrillKind.DYNAMIC not in kinds,
        "has nothing that raises the pulse": not after_run and DrillKind.RAISE not in kinds,
        "holds still stretches": DrillKind.STATIC in kinds,
        "names an item that does not exist": len(drills) < len(planned.warm_up),
    }
    return [words for words, broken in checks.items() if broken]


def cool_down(facts: PlanFacts) -> Iterator[Finding]:
    """A few minutes of still stretches with short holds."""
    for session in facts.planned:
        if session.planned and (problems := _cool_down_problems(facts, session.planned)):
            words = f"the cool-down of {moment_text(session.start)} {listed(problems)}"
            yield facts.finding("cool-down", words, session.day)


def _cool_down_problems(facts: PlanFacts, planned: Session) -> list[str]:
    low, high = facts.number("cool-down", "minutes_low"), facts.number("cool-down", "minutes_high")
    hold = facts.number("cool-down", "hold_s")
    drills = _drills(facts, planned.cool_down)
    checks = {
        f"does not take {low}–{high} min": not 60 * low <= _seconds(drills) <= 60 * high,
        "is not made of still stretches": any(drill.kind is not DrillKind.STATIC for drill in drills),
        f"holds longer than {hold} s": any(_hold(drill) > hold for drill in drills),
        "names an item that does not exist": len(drills) < len(planned.cool_down),
    }
    return [words for words, broken in checks.items() if broken]


def _hold(drill: Drill) -> float:
    return drill.seconds / 2 if drill.per_side else drill.seconds
