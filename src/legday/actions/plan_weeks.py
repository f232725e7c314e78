"""Decides how a plan lies before the runner: weeks of seven days with what was done on those behind, each in sums, and how far it reaches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from legday.actions.plan import accepted_plan, week_start
from legday.actions.plan_legs import MOST_WEEKS
from legday.actions.state import Facts
from legday.model.plan import Day, PastSession, Plan, Told, Week
from legday.model.progression import Phase
from legday.model.runner import Race
from legday.model.runs import JudgedRun

NEAR_WEEKS = 4
"""So many weeks lie open; the others are further off (our setting)."""

USUAL_WEEKS = 16
"""A plan without a race in reach is made for so many weeks (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenDay:
    """One date of a week: what is `planned` from today on (None behind), what was `ran` and `lifted`, and the race of the day."""

    day: date
    planned: Day | None
    ran: tuple[JudgedRun, ...] = ()
    lifted: tuple[PastSession, ...] = ()
    race: Race | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenWeek:
    """One week with its seven days. `sets` of leg work and `run_minutes` are those behind as done and those ahead as planned."""

    week: Week
    days: tuple[SeenDay, ...]
    sets: int
    run_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseSpan:
    """Weeks on end of one phase; `week` is the place of the first of them."""

    phase: Phase
    week: int
    weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWeeks:
    """A plan as weeks. `accepted` is the day it was promised on, None where no promise is in force; `race` the next one and `race_weeks` the
    weeks until it; `further` the last day of a plan that reaches on, None where this one reaches far enough; `assumed` whether
    sessions behind are taken as done because nothing is logged; `notes` what else is to be known.
    """

    weeks: tuple[SeenWeek, ...]
    phases: tuple[PhaseSpan, ...]
    last: date
    accepted: date | None
    race: Race | None
    race_weeks: int
    further: date | None
    assumed: bool
    notes: tuple[str, ...]

    @property
    def near(self) -> tuple[SeenWeek, ...]:
        return self.weeks[:NEAR_WEEKS]

    @property
    def later(self) -> tuple[SeenWeek, ...]:
        return self.weeks[NEAR_WEEKS:]


def plan_weeks(plan: Plan, known: Facts) -> PlanWeeks:
    """The weeks of a plan that has days, with what is known of the days of this week that lie behind."""
    race = next((one for one in _races(known) if one.day >= known.today), None)
    last = plan.days[-1].day
    further = _furthest(race, known.today)
    return PlanWeeks(
        weeks=tuple(_seen_week(week, plan, known) for week in plan.weeks),
        phases=tuple(_phases(plan.weeks)),
        last=last,
        accepted=_accepted(known),
        race=race,
        race_weeks=0 if race is None else (week_start(race.day) - week_start(known.today)).days // 7,
        further=further if further > last else None,
        assumed=any(one.told is Told.ASSUMED for one in known.state.done),
        notes=tuple(_notes(plan, known)),
    )


def _accepted(known: Facts) -> date | None:
    accepted = accepted_plan(known)
    lasts = accepted is not None and accepted.days and accepted.days[-1].day >= known.today
    return accepted.today if accepted is not None and lasts else None


def _races(known: Facts) -> list[Race]:
    return sorted(known.profile.races, key=lambda race: race.day)


def _furthest(race: Race | None, today: date) -> date:
    """The Sunday of the race's week where a plan reaches it, else that of the usual weeks."""
    monday = week_start(today)
    if race is not None and race.day < monday + timedelta(weeks=MOST_WEEKS):
        return week_start(race.day) + timedelta(days=6)
    return monday + timedelta(days=7 * USUAL_WEEKS - 1)


def _phases(weeks: Sequence[Week]) -> Iterator[PhaseSpan]:
    place = 0
    for phase, same in groupby(weeks, key=lambda week: week.phase):
        count = len(list(same))
        yield PhaseSpan(phase=phase, week=place, weeks=count)
        place += count


def _seen_week(week: Week, plan: Plan, known: Facts) -> SeenWeek:
    days = tuple(_seen_day(week.start + timedelta(days=offset), plan, known) for offset in range(7))
    return SeenWeek(
        week=week,
        days=days,
        sets=sum(_sets(one) for one in days),
        run_minutes=sum(_run_minutes(one, known.today) for one in days),
    )


def _seen_day(day: date, plan: Plan, known: Facts) -> SeenDay:
    planned = next((one for one in plan.days if one.day == day and day >= known.today), None)
    pins = {pin.start for pin in known.state.pins}
    return SeenDay(
        day=day,
        planned=planned,
        ran=tuple(run for run in known.state.runs if run.day == day),
        lifted=tuple(one for one in known.state.held if one.start.date() == day),
        race=next((race for race in known.profile.races if race.day == day), None),
        pinned=planned is not None and any(session.start in pins for session in planned.sessions),
    )


def _sets(day: SeenDay) -> int:
    ahead = day.planned.sessions if day.planned else ()
    lines = [line for one in day.lifted for line in one.exercises]
    lines += [line for session in ahead for line in session.exercises]
    return sum(line.sets for line in lines)


def _run_minutes(day: SeenDay, today: date) -> int:
    if day.planned is None or (day.day == today and day.ran):
        return sum(run.minutes for run in day.ran)
    return sum(run.minutes or 0 for run in day.planned.runs)


def _notes(plan: Plan, known: Facts) -> Iterator[str]:
    """The plan's notes, and what holds leg work back. Notes that name a command of the terminal are told by the pages they belong to."""
    yield from (note for note in plan.notes if "`legday " not in note)
    yield from dict.fromkeys(
        easing.why for easing in known.state.easings if easing.why and easing.why not in plan.notes
    )
