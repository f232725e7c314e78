"""Decides which runners are planned for when speed is measured."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from legday.catalogue.reader import read_catalogue
from legday.model.catalogue import Catalogue
from legday.model.happened import SessionSkipped
from legday.model.plan import Plan, Told
from legday.model.promised_sessions import held_by
from legday.model.runner import (
    Gear,
    GearKind,
    LiftingLevel,
    Opening,
    Priority,
    Profile,
    Race,
    RunningLevel,
    Style,
    UsualRun,
)
from legday.model.runs import Outlook, RunKind
from legday.model.state import Log, RunnerState
from legday.running.outlook import make_outlook

TODAY = date(2026, 11, 23)
EVENING = time(18)
NOON = datetime(2026, 12, 2, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A runner with openings on six days, five runs a week and a race."""

    name: str
    state: RunnerState
    outlook: Outlook
    catalogue: Catalogue
    weeks: int
    today: date = TODAY

    def again(self, plan: Plan) -> "Instance":
        """The same runner after saying yes to `plan`: what is promised, and what it held, is known."""
        promised = tuple(held_by(session, plan, self.catalogue.exercises) for session in plan.sessions)
        state = RunnerState(profile=self.state.profile, promised=promised, plan_began=plan.today)
        return Instance(
            name=f"{self.name}, again",
            state=state,
            outlook=self.outlook,
            catalogue=self.catalogue,
            weeks=self.weeks,
        )

    def after_a_miss(self, plan: Plan) -> "Instance":
        """The same runner on the second Wednesday: the sessions behind were logged but for the last, which was skipped."""
        today = TODAY + timedelta(days=9)
        told = [held_by(session, plan, self.catalogue.exercises) for session in plan.sessions]
        behind = [replace(one, told=Told.LOGGED) for one in told if one.start.date() < today]
        promised = tuple(
            replace(one, exercises=(), prescribed=one.exercises) for one in told if one.start.date() >= today
        )
        missed = behind.pop()
        skip = SessionSkipped(id=UUID(int=1), at=NOON, planned=missed.start, menu=missed.menu, why="travel")
        state = RunnerState(
            profile=self.state.profile,
            done=tuple(behind),
            promised=promised,
            plan_began=plan.today,
            foundation_weeks=len({one.start.isocalendar()[:2] for one in behind}),
            log=Log(skipped=(skip,)),
        )
        return Instance(
            name=f"{self.name}, after a miss",
            state=state,
            outlook=make_outlook(self.state.profile, (), (), today=today, weeks=self.weeks),
            catalogue=self.catalogue,
            weeks=self.weeks,
            today=today,
        )


def _profile(style: Style) -> Profile:
    runs = ((1, RunKind.QUALITY, 60), (2, RunKind.EASY, 45), (3, RunKind.EASY, 50), (5, RunKind.EASY, 40))
    usual = [UsualRun(weekday=day, kind=kind, minutes=minutes, start=time(7)) for day, kind, minutes in runs]
    return Profile(
        name="Ana",
        born=1991,
        body_mass_g=62_000,
        running=RunningLevel.EXPERIENCED,
        lifting=LiftingLevel.TRAINED,
        style=style,
        gear=Gear(
            dumbbells_g=tuple(range(4_000, 24_001, 2_000)),
            things=frozenset({GearKind.BENCH, GearKind.BANDS, GearKind.BOX}),
        ),
        openings=tuple(Opening(start=EVENING, minutes=60, weekday=day) for day in range(6)),
        usual_week=(*usual, UsualRun(weekday=6, kind=RunKind.LONG, minutes=110, start=time(8))),
        races=(Race(day=date(2027, 4, 11), metres=42_195, priority=Priority.A, start=time(9)),),
    )


def instance(*, weeks: int, style: Style = Style.EVIDENCE) -> Instance:
    """The runner, to be planned for `weeks` weeks from 23 November 2026."""
    profile = _profile(style)
    return Instance(
        name=f"{style.value}, {weeks} weeks",
        state=RunnerState(profile=profile),
        outlook=make_outlook(profile, (), (), today=TODAY, weeks=weeks),
        catalogue=read_catalogue("en"),
        weeks=weeks,
    )
