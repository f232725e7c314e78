"""Decides how a plan is drawn as rows of weeks: which shape each run and each leg session has, and what the table says."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from legday.model.plan import Day, Plan
from legday.model.runs import RunKind
from legday.web.wording import Wording

SHAPES = {
    RunKind.EASY: "easy",
    RunKind.RECOVERY: "easy",
    RunKind.LONG: "long",
    RunKind.QUALITY: "quality",
    RunKind.RACE: "race",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One week: its Monday, a run's shape (or nothing) and whether there is a leg session for each weekday, and both in words."""

    start: date
    label: str
    runs: list[str] = field(default_factory=lambda: [""] * 7)
    legs: list[bool] = field(default_factory=lambda: [False] * 7)
    run_words: list[str] = field(default_factory=list)
    leg_words: list[str] = field(default_factory=list)


def weeks_of(plan: Plan, words: Wording) -> tuple[WeekRow, ...]:
    """The plan's weeks, Monday first."""
    rows: dict[date, WeekRow] = {}
    for day in plan.days:
        monday = day.day - timedelta(days=day.day.weekday())
        label = f"{monday.day} {words.say(f'date.month_short.{monday.month}')}"
        _add(rows.setdefault(monday, WeekRow(start=monday, label=label)), day, words)
    return tuple(rows.values())


def _add(row: WeekRow, day: Day, words: Wording) -> None:
    place = day.day.weekday()
    name = words.say(f"date.weekday_short.{place + 1}")
    if day.runs:
        row.runs[place] = SHAPES[day.runs[0].kind]
        row.run_words.extend(f"{name} {words.say(f'profile.kind.{run.kind}')}" for run in day.runs)
    for session in day.sessions:
        row.legs[place] = True
        row.leg_words.append(f"{name} {words.clock(session.start)}")
