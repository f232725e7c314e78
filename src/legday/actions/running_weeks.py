"""Decides what is told of weeks of running: kilometres, minutes and effort with the legs' own beside them, and how long the longest run was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legday.actions.state import Facts
from legday.model.plan import Told
from legday.progressing.day_loads import lift_load, lift_minutes, run_load
from legday.running.volume import run_weeks

MOST_WEEKS = 520


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningWeek:
    """One week (Monday `start`): metres and minutes run, minutes of leg sessions, both in effort × minutes.

    `longest` is the longest run and `allowed` what the rule `longest-run` holds it against, in metres (in minutes where a run in sight
    has no distance, see `RunningWeeks.in_metres`); `allowed` is None where the days before held no run.
    """

    start: date
    metres: int
    minutes: int
    leg_minutes: int
    run_load: int
    leg_load: int
    longest: int
    allowed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningWeeks:
    """Weeks, that of today last; `percent` of the longest run of the `days` before is what the rule speaks of."""

    weeks: tuple[RunningWeek, ...]
    in_metres: bool
    percent: int
    days: int


def running_weeks(known: Facts, *, weeks: int) -> RunningWeeks:
    """The last `weeks` weeks, as far back as runs are known."""
    number = known.catalogue.rulebook.number
    percent, days = number("longest-run", "percent"), number("longest-run", "days")
    summed = run_weeks(known.state.runs, today=known.today)[-min(weeks, MOST_WEEKS) :]
    sight = [run for run in known.state.runs if summed and run.day >= summed[0].start - timedelta(days=days)]
    in_metres = all(run.recording.metres for run in sight)
    lengths = [(run.day, (run.recording.metres or 0) if in_metres else run.minutes) for run in sight]
    told = []
    for week in summed:
        end = week.start + timedelta(days=6)
        runs = [run for run in sight if week.start <= run.day <= end]
        legs = [
            one
            for one in known.state.done
            if week.start <= one.start.date() <= end and one.told is not Told.UNSAID
        ]
        longest, allowed = _longest(lengths, week.start, min(end, known.today), percent=percent, days=days)
        told.append(
            RunningWeek(
                start=week.start,
                metres=week.metres,
                minutes=week.minutes,
                leg_minutes=sum(lift_minutes(one, known.catalogue) for one in legs),
                run_load=sum(run_load(run) for run in runs),
                leg_load=sum(lift_load(one, known.catalogue) for one in legs),
                longest=longest,
                allowed=allowed,
            )
        )
    return RunningWeeks(weeks=tuple(told), in_metres=in_metres, percent=percent, days=days)


def _longest(
    lengths: Sequence[tuple[date, int]], start: date, last: date, *, percent: int, days: int
) -> tuple[int, int | None]:
    """The week's longest run, and `percent` of the longest of the `days` before its day (before `last` where nothing was run)."""
    longest, day = max(((length, day) for day, length in lengths if start <= day <= last), default=(0, last))
    before = max((length for other, length in lengths if 0 < (day - other).days <= days), default=0)
    return longest, before * percent // 100 if before else None
