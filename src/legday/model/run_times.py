"""Decides when a run to come begins and ends by the wall clock, where the outlook leaves that open."""

from datetime import datetime, time, timedelta

from legday.model.runs import ExpectedRun

SECONDS_A_KILOMETRE = 360
"""The pace assumed for a run told in distance only: 6:00/km (our setting)."""
UNTOLD_MINUTES = 60
"""The length assumed for a run told in neither minutes nor distance (our setting)."""


def run_minutes(run: ExpectedRun) -> int:
    """Whole minutes: as told, else from the distance (rounded up), else an hour."""
    if run.minutes:
        return run.minutes
    if run.metres:
        return -(-run.metres * SECONDS_A_KILOMETRE // 60_000)
    return UNTOLD_MINUTES


def run_start(run: ExpectedRun, *, usual_start: time | None, early_hour: int) -> datetime:
    """When the run begins: as told, else at the runner's usual start, else at `early_hour` (rule `fresh-for-key-runs`)."""
    return datetime.combine(run.day, run.start or usual_start or time(early_hour))


def run_end(run: ExpectedRun, *, usual_start: time | None, early_hour: int) -> datetime:
    """When the run ends; see `run_start` and `run_minutes`."""
    begin = run_start(run, usual_start=usual_start, early_hour=early_hour)
    return begin + timedelta(minutes=run_minutes(run))
