"""Decides what becomes of sessions that the runner put somewhere: whether they can stand there, why not, and which times would do."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from legday.model.happened import SessionMoved
from legday.model.plan import Collision
from legday.model.runner import Opening
from legday.model.season import WeekTarget
from legday.planning.candidates import Candidate, Surroundings, candidate_of
from legday.planning.explain_days import possible, why_not
from legday.planning.sequence import newness, week_of

EARLIEST, LATEST = time(6), time(21)
"""Hours between which another time is offered (our setting)."""

STEP = timedelta(minutes=30)
DAYS_AROUND = 3
MOST_OFFERED = 3


def with_moves(season: Sequence[WeekTarget], around: Surroundings) -> tuple[WeekTarget, ...]:
    """The season with each week wanting as many sessions as the runner's own moves give it.

    A session put into another week is one more there and one less where it came from, up to the ceiling of a week; one that a rule
    forbids changes nothing.
    """
    most = around.rulebook.number("weekly-ceiling", "sessions")
    wanted = [target.wanted for target in season]
    for pin in around.pins:
        there = week_of(pin.start, around)
        here = None if pin.planned is None else week_of(pin.planned, around)
        if here == there or not 0 <= there < len(season) or not pin_candidate(pin, around).free:
            continue
        wanted[there] = min(most, wanted[there] + 1)
        if here is not None and 0 <= here < len(season):
            wanted[here] = max(0, wanted[here] - 1)
    return tuple(replace(target, wanted=count) for target, count in zip(season, wanted, strict=True))


def pin_candidate(pin: SessionMoved, around: Surroundings) -> Candidate:
    """The opening that exists because of a pin, judged."""
    opening = Opening(day=pin.start.date(), start=pin.start.time(), minutes=pin.minutes)
    return candidate_of(opening, pin.start.date(), week=week_of(pin.start, around), around=around)


def pin_collisions(chosen: Sequence[Candidate], around: Surroundings) -> Iterator[Collision]:
    """Each pin that could not be kept: the rule that forbids it, and the nearest times that would do."""
    held = {candidate.start for candidate in chosen}
    for pin in around.pins:
        week = week_of(pin.start, around)
        if pin.start in held or not 0 <= week < len(around.season):
            continue
        rule, reason = why_not(pin_candidate(pin, around), chosen, around)
        times = nearest_times(pin, around)
        yield Collision(
            week=around.season[week].start,
            wanted=1,
            possible=0,
            rules=(rule,),
            words=f"The session you put on {said(pin.start)} cannot stand there: {reason}",
            remedies=tuple(f"{said(start)} instead" for start in times),
            reason=reason,
            times=times,
        )


def said(moment: datetime) -> str:
    """`Wednesday 25 Nov 18:30`."""
    return f"{moment:%A} {moment.day} {moment:%b %H:%M}"


def nearest_times(pin: SessionMoved, around: Surroundings) -> tuple[datetime, ...]:
    """The nearest times, one a day, at which a session of the same minutes could stand beside what was done and the other pins."""
    others = [pin_candidate(other, around) for other in around.pins if other.start != pin.start]
    found: dict[date, datetime] = {}
    for start in sorted(_times(pin, around), key=lambda one: (abs(one - pin.start), one)):
        if len(found) == MOST_OFFERED:
            break
        if start.date() in found or start == pin.start:
            continue
        tried = pin_candidate(replace(pin, start=start), around)
        beside = [other for other in others if other.free]
        if tried.free and _whole(tried, beside, around) and possible([tried], beside, 1, frozenset(), around):
            found[start.date()] = start
    return tuple(sorted(found.values(), key=lambda one: (abs(one - pin.start), one)))


def _whole(tried: Candidate, beside: Sequence[Candidate], around: Surroundings) -> bool:
    """Whether no rule makes the session end sooner than its minutes are over."""
    row = sorted([*beside, tried], key=lambda other: other.start)
    new = newness([other.start for other in row], [other.week for other in row], around)
    return tried.ends_by(new=new[row.index(tried)]) is None


def _times(pin: SessionMoved, around: Surroundings) -> Iterator[datetime]:
    """Half hours of the days around a pin at which one could lift, the pin's own hour and the usual openings of those days among them."""
    for offset in range(-DAYS_AROUND, DAYS_AROUND + 1):
        day = pin.start.date() + timedelta(days=offset)
        if day < around.today or not 0 <= (day - around.season[0].start).days < 7 * len(around.season):
            continue
        yield datetime.combine(day, pin.start.time())
        yield from (datetime.combine(day, opening.start) for opening in around.state.openings_on(day))
        moment = datetime.combine(day, EARLIEST)
        while moment.time() < LATEST:
            yield moment
            moment += STEP
