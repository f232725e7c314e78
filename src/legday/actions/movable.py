"""Decides to which days a session could be moved, told before anything is planned anew: the hour that would do, or the rule that forbids it."""

from dataclasses import dataclass, replace

from legday.actions.changed_plan import WEEKS, Named, named_session
from legday.actions.plan_legs import REMEMBERED, with_rule_numbers
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.happened import SessionMoved
from legday.model.plan import Plan
from legday.planning.candidates import Surroundings
from legday.planning.days import surroundings
from legday.planning.pins import DayRoom, day_rooms, with_moves
from legday.progressing.phases import season


@dataclass(frozen=True, slots=True, kw_only=True)
class Movable:
    """A session of the plan, and what each other day of the plan says to it."""

    session: Named
    rooms: tuple[DayRoom, ...]


def movable(known: Facts, plan: Plan, said: str, *, stamp: Stamp) -> Movable:
    """Where the session that `said` names (see `named_session`) could go in `plan`, the one in force on what is `known`.

    A day that would do is not yet a promise: `tried_move` plans with it, and tells what is given up. InputError for no such session.
    """
    session = named_session(said, known, plan, place="move")
    trial = SessionMoved(
        id=stamp.id, at=stamp.at, planned=session.start, start=session.start, minutes=session.minutes
    )
    days = [one.day for one in plan.days if one.day != session.start.date()]
    return Movable(session=session, rooms=tuple(day_rooms(trial, days, _around(known, trial))))


def _around(known: Facts, trial: SessionMoved) -> Surroundings:
    """What the session is judged against: all that is known but where the runner put this very session."""
    others = tuple(pin for pin in known.state.pins if pin.start != trial.start)
    state = known.state.remembering(known.today - REMEMBERED)
    state = replace(state, log=replace(state.log, moved=others))
    rules = with_rule_numbers(known.catalogue, state)
    weeks = season(state, known.outlook, rules, today=known.today, weeks=WEEKS)
    around = surroundings(state, known.outlook, weeks, rules, today=known.today)
    return replace(around, season=with_moves(weeks, around)) if others else around
