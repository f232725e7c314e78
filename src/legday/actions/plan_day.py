"""Decides what is told of one day of the plan: what is on it and why, what the runner said of its sessions, and the days around it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from legday.actions.state import Facts
from legday.actions.why import WhyReport, why
from legday.model.errors import OutOfReach
from legday.model.happened import SessionMoved, SessionSkipped
from legday.model.plan import PastSession, Plan
from legday.model.runner import Race


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """One day. `before` and `after` are the days around it that the plan has; `pins` keep sessions on it, `moved_away` took some elsewhere,
    `skipped` say that one is not done; `done` are sessions that took place.
    """

    why: WhyReport
    before: date | None
    after: date | None
    last: date
    race: Race | None
    pins: tuple[SessionMoved, ...]
    moved_away: tuple[SessionMoved, ...]
    skipped: tuple[SessionSkipped, ...]
    done: tuple[PastSession, ...]

    def pin_at(self, start: datetime) -> SessionMoved | None:
        """What keeps the session that begins at `start` where it is; None where the plan may move it."""
        return next((pin for pin in self.pins if pin.start == start), None)


def plan_day(plan: Plan, known: Facts, day: date) -> DayReport:
    """A day of the plan from today on. OutOfReach, with the plan's first and last day, for any other."""
    last = plan.days[-1].day
    if not known.today <= day <= last:
        raise OutOfReach(
            value=day.isoformat(), place="day", problem="is not in the plan", first=known.today, last=last
        )
    pins = known.state.pins
    return DayReport(
        why=why(plan, day),
        before=day - timedelta(days=1) if day > known.today else None,
        after=day + timedelta(days=1) if day < last else None,
        last=last,
        race=next((race for race in known.profile.races if race.day == day), None),
        pins=tuple(pin for pin in pins if pin.start.date() == day),
        moved_away=tuple(
            pin
            for pin in pins
            if pin.planned is not None and pin.planned.date() == day and pin.start != pin.planned
        ),
        skipped=tuple(one for one in known.state.log.skipped if one.planned.date() == day),
        done=tuple(one for one in known.state.held if one.start.date() == day),
    )
