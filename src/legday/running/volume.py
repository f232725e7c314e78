"""Decides how running is summed: weeks of minutes, kilometres, climbing and hard work, and averages that fade."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp

from legday.model.muscles import Muscle
from legday.model.runs import JudgedRun
from legday.running.sighting import monday_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWeek:
    """One week (Monday `start`) of recorded runs: minutes, metres, metres climbed and lost, longest run, TRIMP and effort × minutes.

    `unmeasured` runs had no distance; `trimp` and `effort_minutes` sum what is known.
    """

    start: date
    runs: int
    minutes: int
    metres: int
    ascent_m: int
    descent_m: int
    longest_minutes: int
    trimp: float
    effort_minutes: int
    unmeasured: int


def run_weeks(runs: Sequence[JudgedRun], *, today: date) -> tuple[RunWeek, ...]:
    """Every week from the first run to the week of `today`, oldest first, empty weeks included."""
    by_week: dict[date, list[JudgedRun]] = {}
    for run in runs:
        by_week.setdefault(monday_of(run.day), []).append(run)
    if not by_week:
        return ()
    first = min(by_week)
    count = (monday_of(today) - first).days // 7 + 1
    mondays = (first + timedelta(weeks=week) for week in range(count))
    return tuple(_week(monday, by_week.get(monday, [])) for monday in mondays)


def _week(start: date, runs: Sequence[JudgedRun]) -> RunWeek:
    recordings = [run.recording for run in runs]
    return RunWeek(
        start=start,
        runs=len(runs),
        minutes=sum(run.minutes for run in runs),
        metres=sum(recording.metres or 0 for recording in recordings),
        ascent_m=sum(recording.ascent_m or 0 for recording in recordings),
        descent_m=sum(recording.descent_m or 0 for recording in recordings),
        longest_minutes=max((run.minutes for run in runs), default=0),
        trimp=round(sum(run.trimp or 0.0 for run in runs), 1),
        effort_minutes=sum(run.effort_minutes or 0 for run in runs),
        unmeasured=sum(1 for recording in recordings if not recording.metres),
    )


def fading_average(daily: Sequence[float], *, days: int) -> tuple[float, ...]:
    """Exponentially weighted mean of daily values with α = 1 − e^(−1/days) (0.1331 for 7, 0.0235 for 42), starting from 0."""
    share = 1 - exp(-1 / days)
    average = 0.0
    averages: list[float] = []
    for value in daily:
        average += share * (value - average)
        averages.append(average)
    return tuple(averages)


def daily_minutes(runs: Sequence[JudgedRun], *, today: date) -> tuple[int, ...]:
    """Minutes run on each day from the first run to `today`."""
    if not runs:
        return ()
    first = min(run.day for run in runs)
    minutes = [0] * max((today - first).days + 1, 0)
    for run in runs:
        if run.day <= today:
            minutes[(run.day - first).days] += run.minutes
    return tuple(minutes)


def weekly_cost(runs: Sequence[JudgedRun], *, until: date) -> dict[Muscle, int]:
    """Points per muscle over the seven days that end with `until`."""
    total: dict[Muscle, int] = {}
    for run in runs:
        if until - timedelta(days=7) < run.day <= until:
            for muscle, points in run.cost.items():
                total[muscle] = total.get(muscle, 0) + points
    return total
