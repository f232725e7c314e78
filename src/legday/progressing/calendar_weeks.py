"""Decides which Monday a date belongs to and how many run minutes each week holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from legday.model.runs import ExpectedRun, Outlook
from legday.model.state import RunnerState

WEEK = timedelta(days=7)
MINUTES_PER_KILOMETRE = 6
"""What a kilometre is taken for where a run to come has a distance and no minutes (our setting)."""


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day_text(day: date) -> str:
    """`2027-04-11` → "11 April"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def weeks_between(first: date, last: date) -> int:
    """Whole weeks from one Monday to another."""
    return (last - first).days // 7


def _minutes(run: ExpectedRun) -> int:
    if run.minutes is not None:
        return run.minutes
    return (run.metres or 0) * MINUTES_PER_KILOMETRE // 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWeeks:
    """Minutes of running and the longest run's minutes, by Monday; past weeks as recorded, weeks to come as expected."""

    minutes: Mapping[date, int]
    longest: Mapping[date, int]

    def grows(self, week: date, *, percent: int) -> bool:
        """Whether the week's minutes grow by more than `percent`, or its longest run is a record of the last 30 days."""
        before, now = self._two_weeks(week)
        *earlier, longest = (self.longest.get(week - n * WEEK, 0) for n in range(4, -1, -1))
        record = max(earlier)
        return (before > 0 and now * 100 > before * (100 + percent)) or (record > 0 and longest > record)

    def dips(self, week: date) -> bool:
        """Whether the week is lighter than the one before by at least 15 % (our setting), as cut-back weeks are."""
        before, now = self._two_weeks(week)
        return now > 0 and now * 100 <= before * 85

    def _two_weeks(self, week: date) -> tuple[int, int]:
        """Minutes of the week before, and of the week."""
        before, now = (self.minutes.get(one, 0) for one in (week - WEEK, week))
        return before, now


def run_weeks(state: RunnerState, outlook: Outlook, *, today: date) -> RunWeeks:
    """Run minutes by week: recorded runs before `today`, expected runs from it on.

    A week that has begun, and of whose first days nothing is recorded, is left out: half of it is not known.
    """
    seen = [(run.day, run.minutes) for run in state.runs if run.day < today]
    expected = [(run.day, _minutes(run)) for run in outlook.runs if run.day >= today]
    minutes: dict[date, int] = {}
    longest: dict[date, int] = {}
    for day, length in seen + expected:
        week = monday(day)
        minutes[week] = minutes.get(week, 0) + length
        longest[week] = max(longest.get(week, 0), length)
    this_week = monday(today)
    if this_week < today and not any(day >= this_week for day, _ in seen):
        minutes.pop(this_week, None)
        longest.pop(this_week, None)
    return RunWeeks(minutes=minutes, longest=longest)
