"""Decides which runs and races a plan is judged against, and when they take place."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from legday.model.plan import Plan
from legday.model.race_days import race_metres
from legday.model.run_times import run_end, run_start
from legday.model.runner import Priority, Race
from legday.model.runs import ExpectedRun, Outlook, OutlookSource, RunKind
from legday.model.state import RunnerState
from legday.planning.checks.facts import SeenRace, SeenRun


def _runs_of(day: date, planned: Sequence[ExpectedRun], expected: Sequence[ExpectedRun]) -> list[ExpectedRun]:
    """What is expected, and what only the plan knows of: a run of a kind that is not expected on that date."""
    kinds = {run.kind for run in expected}
    return [*expected, *(run for run in planned if run.kind not in kinds and run.day == day)]


def expected_runs(plan: Plan, state: RunnerState, outlook: Outlook) -> list[ExpectedRun]:
    by_day: dict[date, list[ExpectedRun]] = {}
    for run in outlook.runs:
        by_day.setdefault(run.day, []).append(run)
    for day in plan.days:
        by_day[day.day] = _runs_of(day.day, day.runs, by_day.get(day.day, ()))
    for race in state.profile.races:
        there = by_day.setdefault(race.day, [])
        if race.day >= plan.today and all(run.kind is not RunKind.RACE for run in there):
            there.append(_race_run(race))
    return [run for runs in by_day.values() for run in runs]


def _race_run(race: Race) -> ExpectedRun:
    return ExpectedRun(
        day=race.day,
        kind=RunKind.RACE,
        source=OutlookSource.RACE,
        metres=race.metres,
        start=race.start,
        title=race.name,
    )


def seen_runs(expected: Iterable[ExpectedRun], outlook: Outlook, early_hour: int) -> tuple[SeenRun, ...]:
    runs = [
        SeenRun(
            run=run,
            start=run_start(run, usual_start=outlook.usual_start, early_hour=early_hour),
            end=run_end(run, usual_start=outlook.usual_start, early_hour=early_hour),
        )
        for run in expected
    ]
    return tuple(sorted(runs, key=lambda seen: seen.start))


def seen_races(runs: Iterable[SeenRun], state: RunnerState, early_hour: int) -> tuple[SeenRace, ...]:
    """Races by date, declared ones first; one that only a run plan or a recording shows counts as a C race.

    A race without a known start begins at `early_hour`, whatever the runner's usual hour is.
    """
    early = time(early_hour)
    seen: dict[date, SeenRace] = {}
    for race in state.profile.races:
        seen[race.day] = _race(datetime.combine(race.day, race.start or early), race.metres, race.priority)
    for run in (seen_run.run for seen_run in runs if seen_run.run.kind is RunKind.RACE):
        metres = race_metres(run.metres, run.minutes)
        start = datetime.combine(run.day, run.start or early)
        seen.setdefault(run.day, _race(start, metres, Priority.C))
    for past in state.runs:
        if past.kind is RunKind.RACE:
            metres = race_metres(past.recording.metres, past.minutes)
            seen.setdefault(past.day, _race(past.local_start.replace(tzinfo=None), metres, Priority.C))
    return tuple(sorted(seen.values(), key=lambda race: race.start))


def _race(start: datetime, metres: int, priority: Priority) -> SeenRace:
    return SeenRace(start=start, metres=metres, priority=priority)
