"""Small drawn weeks for the days stage: openings, runs and races few enough to try every choice."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from legday.model.plan import Day, Plan, Reasons, Session
from legday.model.progression import Phase
from legday.model.runner import (
    Gear,
    GearKind,
    LiftDays,
    LiftingLevel,
    LiftOrder,
    Opening,
    Priority,
    Profile,
    Race,
)
from legday.model.runs import ExpectedRun, Outlook, OutlookSource, RunKind
from legday.model.season import WeekTarget
from legday.model.state import RunnerState
from plan_builder import week

MONDAY = date(2026, 11, 23)

openings = st.lists(
    st.builds(
        Opening,
        weekday=st.integers(0, 6),
        start=st.sampled_from([time(6), time(12), time(18), time(20)]),
        minutes=st.sampled_from([20, 30, 45, 60]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda opening: (opening.weekday, opening.start),
).map(tuple)

runs = st.lists(
    st.builds(
        ExpectedRun,
        day=st.integers(0, 16).map(lambda offset: MONDAY + timedelta(days=offset)),
        kind=st.sampled_from([RunKind.EASY, RunKind.QUALITY, RunKind.LONG, RunKind.RECOVERY]),
        source=st.just(OutlookSource.USUAL_WEEK),
        minutes=st.sampled_from([30, 60, 120]),
        start=st.sampled_from([None, time(6), time(8), time(17, 30)]),
    ),
    max_size=6,
    unique_by=lambda run: run.day,
).map(lambda found: tuple(sorted(found, key=lambda run: run.day)))

races = st.lists(
    st.builds(
        Race,
        day=st.integers(3, 20).map(lambda offset: MONDAY + timedelta(days=offset)),
        metres=st.sampled_from([5_000, 10_000, 21_098, 42_195]),
        priority=st.sampled_from(list(Priority)),
        start=st.sampled_from([None, time(9)]),
    ),
    max_size=1,
).map(tuple)


@st.composite
def situations(draw: st.DrawFn) -> tuple[RunnerState, Outlook, tuple[WeekTarget, ...]]:
    """A runner with a handful of openings, the runs of two weeks, and what each week wants."""
    profile = Profile(
        name="Drawn",
        born=1990,
        body_mass_g=65_000,
        lifting=draw(st.sampled_from(list(LiftingLevel))),
        order=draw(st.sampled_from(list(LiftOrder))),
        days=draw(st.sampled_from([None, *LiftDays])),
        openings=draw(openings),
        races=draw(races),
        gear=Gear(dumbbells_g=(5_000, 10_000), things=frozenset({GearKind.BENCH})),
    )
    race_runs = tuple(
        ExpectedRun(
            day=race.day,
            kind=RunKind.RACE,
            source=OutlookSource.RACE,
            minutes=60,
            metres=race.metres,
            start=race.start,
        )
        for race in profile.races
    )
    raced = {run.day for run in race_runs}
    others = tuple(run for run in draw(runs) if run.day not in raced)
    outlook = Outlook(runs=tuple(sorted((*race_runs, *others), key=lambda run: run.day)))
    wanted = draw(st.integers(1, 3))
    targets = tuple(
        WeekTarget(
            start=MONDAY + timedelta(weeks=week),
            phase=Phase.FOUNDATION,
            block=0 if week == 0 else draw(st.integers(0, 1)),
            wanted=wanted,
            rir=3,
            sets_percent=100,
            heavy_reps=None,
            heavy_rest_s=None,
            contacts=0,
            cut_back=False,
        )
        for week in range(2)
    )
    return RunnerState(profile=profile), outlook, targets


def bare_plan(state: RunnerState, outlook: Outlook, targets: tuple[WeekTarget, ...], picked: list) -> Plan:
    """A plan that holds nothing but sessions at the picked (start, minutes, new) moments: what the rules of the days can be judged on."""
    weeks = tuple(
        week(1, start=one.start, phase=one.phase, block=one.block, wanted=one.wanted, sessions=0)
        for one in targets
    )
    days = []
    for offset in range(7 * len(targets)):
        day = targets[0].start + timedelta(days=offset)
        sessions = tuple(
            Session(
                id=f"{start:%Y-%m-%dT%H:%M}",
                start=start,
                minutes=minutes,
                opening_minutes=minutes,
                menu="A",
                title="Workout A",
                phase=Phase.FOUNDATION,
                new_to_legs=new,
                contacts=0,
                exercises=(),
                warm_up=(),
                cool_down=(),
                why=Reasons(),
            )
            for start, minutes, new in picked
            if start.date() == day
        )
        days.append(Day(day=day, runs=outlook.on(day), sessions=sessions))
    return Plan(today=targets[0].start, style=state.profile.style, zone="UTC", days=tuple(days), weeks=weeks)
