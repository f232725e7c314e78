"""Decides what accepted plans promise: which sessions lie ahead or behind, moved, skipped or answered by a log."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from legday.model.done_sessions import Logged
from legday.model.exercises import Exercise
from legday.model.happened import SessionMoved, SessionSkipped
from legday.model.journal import PlanAccepted, PromisedSession
from legday.model.late_entries import said_after
from legday.model.load import quarter_sets
from legday.model.plan import PastSession, Plan, Prescription, Session
from legday.model.standing_entries import made

TellsPlan = Callable[[PlanAccepted], Plan | None]
Turned = SessionMoved | SessionSkipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promised session: where the accepted plan put it, and where it stands now."""

    plan: PlanAccepted
    session: PromisedSession
    start: datetime
    minutes: int

    def answered(self, logged: "Answers") -> bool:
        """Whether a log says what became of it: one that names it, or one of its day that names no planned session."""
        return bool({self.session.start, self.start} & logged.planned) or self.start.date() in logged.days


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What logs answer: planned starts, and days with a session that was not a planned one."""

    planned: frozenset[datetime]
    days: frozenset[date]


def answers(logged: Iterable[Logged]) -> Answers:
    """The promises that these sessions kept."""
    said = [(one.planned, one.start) for one in logged]
    return Answers(
        planned=frozenset(planned for planned, _ in said if planned is not None),
        days=frozenset(start.date() for planned, start in said if planned is None),
    )


def promises(accepted: Sequence[PlanAccepted], turned: Sequence[Turned], *, today: date) -> list[Promise]:
    """The promises that stand, in order of time, each of the plan in force on its day; of the last plan also those to come.

    `accepted` and `turned` (moves and skips) come in the order of their making. A move or a skip turns what was promised before it came
    in; a plan accepted later speaks for itself.
    """
    found: list[Promise] = []
    for plan, after in zip(accepted, [*accepted[1:], None], strict=False):
        later = [one for one in turned if said_after(plan, one)]
        end = min(after.today, today) if after else date.max
        found += [one for one in _of_plan(plan, later) if plan.today <= one.start.date() < end]
    return sorted(found, key=lambda one: (one.start, made(one.plan)))


def _of_plan(plan: PlanAccepted, turned: Sequence[Turned]) -> list[Promise]:
    standing = {
        session.start: Promise(plan=plan, session=session, start=session.start, minutes=session.minutes)
        for session in plan.sessions
    }
    for one in turned:
        was = _named(standing, one.planned)
        if isinstance(one, SessionSkipped):
            if was is not None:
                del standing[was.start]
        elif was is not None:
            del standing[was.start]
            standing[one.start] = replace(was, start=one.start, minutes=one.minutes)
        elif one.planned is None:
            more = PromisedSession(start=one.start, minutes=one.minutes, menu="")
            standing[one.start] = Promise(plan=plan, session=more, start=one.start, minutes=one.minutes)
    return list(standing.values())


def _named(standing: Mapping[datetime, Promise], planned: datetime | None) -> Promise | None:
    """The promise that stands at this moment, or stood there before it was moved."""
    if planned is None:
        return None
    here = standing.get(planned)
    return here or next((one for one in standing.values() if one.session.start == planned), None)


def pins(turned: Sequence[Turned], logged: Answers) -> tuple[SessionMoved, ...]:
    """The moves in force, by their moments: the last of each session, with the start it was planned at first.

    A move of a session that was skipped or logged after all is none.
    """
    pinned: dict[datetime, SessionMoved] = {}
    for one in turned:
        before = _pin(pinned, one.planned)
        if before is not None:
            del pinned[before.start]
        if isinstance(one, SessionMoved):
            pinned[one.start] = one if before is None else replace(one, planned=before.planned)
    kept = [one for one in pinned.values() if not ({one.planned, one.start} & logged.planned)]
    kept = [one for one in kept if one.start.date() not in logged.days]
    return tuple(sorted(kept, key=lambda one: (one.start, made(one))))


def _pin(pinned: Mapping[datetime, SessionMoved], planned: datetime | None) -> SessionMoved | None:
    if planned is None:
        return None
    here = pinned.get(planned)
    return here or next((one for one in pinned.values() if one.planned == planned), None)


def as_promised(
    promised: Sequence[Promise], *, told: TellsPlan, exercises: Mapping[str, Exercise]
) -> tuple[PastSession, ...]:
    """Promises with all that their plans held, where the journal kept the plan; else their times only."""
    plans: dict[int, tuple[Plan | None, dict[datetime, Session]]] = {}
    held: list[PastSession] = []
    for one in promised:
        key = one.plan.id.int
        if key not in plans:
            plan = told(one.plan)
            plans[key] = plan, {session.start: session for session in plan.sessions} if plan else {}
        plan, sessions = plans[key]
        session = sessions.get(one.session.start)
        bare = PastSession(start=one.start, minutes=one.minutes, menu=one.session.menu)
        if plan is None or session is None:
            held.append(bare)
        else:
            held.append(replace(held_by(session, plan, exercises), start=one.start, minutes=one.minutes))
    return tuple(held)


def done_otherwise(plan: PlanAccepted, done: Sequence[PastSession], *, told: TellsPlan) -> bool:
    """Whether any of these sessions was done otherwise than the accepted plan promised it, or was none of its sessions.

    Each set must be what was asked for: repetitions, weight, and effort where it was said.
    """
    held = told(plan) if done else None
    if held is None:
        return bool(done)
    lines = {session.start: session.exercises for session in held.sessions}
    return not all(one.planned in lines and _as_asked(one, lines[one.planned]) for one in done)


def _as_asked(done: PastSession, asked: Sequence[Prescription]) -> bool:
    if _doses(done.exercises) != _doses(asked):
        return False
    terms = {line.exercise: line for line in asked}
    return all(
        one.reps == terms[one.exercise].target
        and one.weight_g == terms[one.exercise].weight_g
        and one.rir in {None, terms[one.exercise].rir}
        for one in done.sets
    )


def _doses(lines: Sequence[Prescription]) -> list[tuple[str, int, int, int, int]]:
    return sorted((one.exercise, one.sets, one.target, one.weight_g, one.rir) for one in lines)


def held_by(session: Session, plan: Plan, exercises: Mapping[str, Exercise]) -> PastSession:
    """A planned session as a fact or promise, with all it held of exercises that are still known."""
    lines = tuple(line for line in session.exercises if line.exercise in exercises)
    weeks = [week for week in plan.weeks if week.start <= session.day < week.start + timedelta(days=7)]
    return PastSession(
        start=session.start,
        minutes=session.minutes,
        menu=session.menu,
        volume=sum(line.volume for line in lines),
        contacts=session.contacts,
        quarter_sets=quarter_sets(lines, exercises),
        exercises=lines,
        title=session.title,
        superset=session.superset,
        light=any(week.light for week in weeks),
        why_menu=session.why.menu,
    )
