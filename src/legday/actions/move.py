"""Decides whether a session can stand where the runner puts it: refused with the rule and the nearest times, or remembered and told."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from legday.actions.changed_plan import (
    ChangedPlan,
    Named,
    NearAndLater,
    changed_plan,
    named_session,
    near_and_later,
    plan_of,
    with_log,
)
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.errors import MoveRefused, OutOfReach
from legday.model.happened import SessionMoved
from legday.model.plan import Plan, PlanChange
from legday.model.runner import Opening
from legday.planning.pins import said as moment_text
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A move that has been remembered: its entry and the plan as it was before."""

    entry: SessionMoved
    before: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveReport:
    """Where the session stands now, and what changed."""

    entry: SessionMoved
    changed: ChangedPlan

    @property
    def follows(self) -> tuple[PlanChange, ...]:
        """What changes besides the move itself."""
        own = (self.entry.planned, self.entry.start)
        return tuple(
            one for one in self.changed.changes if one.what != "moved" or (one.before, one.after) != own
        )

    @property
    def parted(self) -> NearAndLater:
        """What follows from the move, the near days first."""
        return near_and_later(self.follows, self.changed.findings, today=self.changed.today)


def move(store: Store, known: Facts, said: str, to: datetime, *, minutes: int | None, stamp: Stamp) -> Move:
    """Does the move that `tried_move` finds possible, and remembers it."""
    done = tried_move(known, said, to, minutes=minutes, stamp=stamp)
    store.append(done.entry)
    return done


def tried_move(known: Facts, said: str, to: datetime, *, minutes: int | None, stamp: Stamp) -> Move:
    """The move of the session that `said` names (see `named_session`) to `to`, for `minutes` (None: as long as the opening there, else its
    own), not remembered yet.

    MoveRefused names the rule, its number and the nearest times where a MUST forbids it, OutOfReach the days that can be planned; what is
    only given up is told by `move_report`.
    """
    before = plan_of(known)
    session = named_session(said, known, before, place="move")
    _in_reach(to, known, before)
    entry = SessionMoved(
        id=stamp.id,
        at=stamp.at,
        planned=session.start,
        start=to,
        minutes=minutes or _minutes_there(to, session, known),
    )
    after = plan_of(with_log(known, moved=entry))
    if all(one.start != to for one in after.sessions):
        raise _refused(entry, after)
    return Move(entry=entry, before=before)


def move_report(done: Move, known: Facts) -> MoveReport:
    """What the plan makes of a move; `known` are the facts since, or those that would be known if it were remembered."""
    return MoveReport(entry=done.entry, changed=changed_plan(done.before, plan_of(known), known))


def _in_reach(to: datetime, known: Facts, plan: Plan) -> None:
    begun = known.state.not_before
    past = to.date() < known.today or (begun is not None and to < begun)
    last = plan.days[-1].day if plan.days else known.today
    if past or to.date() > last:
        raise OutOfReach(
            value=to.isoformat(timespec="minutes"),
            place="move",
            problem="lies behind" if past else "lies beyond the plan",
            first=known.today,
            last=last,
        )


def _minutes_there(to: datetime, session: Named, known: Facts) -> int:
    there = [one for one in _openings(known, to.date()) if one.start == to.time()]
    return there[0].minutes if there else session.minutes


def _openings(known: Facts, day: date) -> tuple[Opening, ...]:
    return known.state.openings_on(day)


def _refused(entry: SessionMoved, after: Plan) -> MoveRefused:
    """Why a session cannot stand there, in the words of the rule, with times that would do."""
    monday = entry.start.date() - timedelta(days=entry.start.weekday())
    told = moment_text(entry.start)
    about = [one for one in after.collisions if one.reason and one.week == monday and told in one.words]
    if not about:
        return MoveRefused(
            value=told, reason="leaves nothing to do: growth rules shut it", remedy="another day"
        )
    (collision, *_) = about
    return MoveRefused(
        value=told,
        rule=collision.rules[0],
        reason=collision.reason,
        times=collision.times,
        remedy="; or ".join(collision.remedies),
    )
