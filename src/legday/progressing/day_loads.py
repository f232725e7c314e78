"""Decides what a day's runs and leg sessions ask in one currency, effort × minutes, and how it fades over days and weeks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from legday.model.catalogue import Catalogue
from legday.model.plan import PastSession, Told
from legday.model.runs import JudgedRun, RunKind
from legday.model.session_time import TimedLine, session_minutes
from legday.model.state import RunnerState
from legday.running.volume import fading_average

RUN_EFFORT: Mapping[RunKind, int] = MappingProxyType(
    {RunKind.RECOVERY: 2, RunKind.EASY: 3, RunKind.LONG: 4, RunKind.QUALITY: 6, RunKind.RACE: 9}
)
"""Effort 0–10 of a run whose runner said none, by its kind (our setting). Hardness is not asked: minutes are in it already."""
LIFT_EFFORT = 5
"""Effort 0–10 of a leg session of which none was said: repetitions are left in reserve (our setting)."""


def spans(catalogue: Catalogue) -> tuple[int, int]:
    """The days that the two averages fade over (rule `loads`)."""
    number = catalogue.rulebook.number
    return number("loads", "days_short"), number("loads", "days_long")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLoad:
    """One day in effort × minutes (science.md: session effort of 0–10 times minutes), and both averages up to it.

    `estimated` says that the effort of a run or session was not given but taken from its kind, or its minutes worked out from its sets.
    """

    day: date
    runs: int
    lifts: int
    short: float
    long: float
    estimated: bool

    @property
    def total(self) -> int:
        return self.runs + self.lifts


def run_load(run: JudgedRun) -> int:
    """Effort × minutes of a run: as the runner said, else as runs of its kind usually are."""
    if run.effort_minutes is not None:
        return run.effort_minutes
    return run.minutes * RUN_EFFORT[run.kind]


def lift_minutes(session: PastSession, catalogue: Catalogue) -> int:
    """Minutes of a leg session: as said or planned, else what its sets and their rests take, with warm-up and cool-down."""
    lines = [
        TimedLine(
            exercise=catalogue.exercises[line.exercise], sets=line.sets, reps=line.target, rest_s=line.rest_s
        )
        for line in session.exercises
        if line.exercise in catalogue.exercises
    ]
    if session.minutes or not lines:
        return session.minutes
    return session_minutes(lines, catalogue.progression, after_run=False, superset=session.superset)


def lift_load(session: PastSession, catalogue: Catalogue) -> int:
    """Effort × minutes of a leg session; of one nobody spoke of nothing is known."""
    if session.told is Told.UNSAID:
        return 0
    return lift_minutes(session, catalogue) * (LIFT_EFFORT if session.effort is None else session.effort)


def _estimated(session: PastSession) -> bool:
    return session.told is not Told.UNSAID and (session.effort is None or not session.minutes)


def day_loads(state: RunnerState, catalogue: Catalogue, *, today: date) -> tuple[DayLoad, ...]:
    """Every day from the first run or session to today; the averages start from nothing, with α = 1 − e^(−1/days) (science.md L1)."""
    runs: dict[date, int] = {}
    lifts: dict[date, int] = {}
    estimated: set[date] = set()
    for run in state.runs:
        runs[run.day] = runs.get(run.day, 0) + run_load(run)
        if run.effort_minutes is None:
            estimated.add(run.day)
    for session in state.done:
        day = session.start.date()
        lifts[day] = lifts.get(day, 0) + lift_load(session, catalogue)
        if _estimated(session):
            estimated.add(day)
    first = min((day for day in (*runs, *lifts) if day <= today), default=None)
    if first is None:
        return ()
    days = [first + timedelta(days=number) for number in range((today - first).days + 1)]
    totals = [runs.get(day, 0) + lifts.get(day, 0) for day in days]
    short, long = (fading_average(totals, days=span) for span in spans(catalogue))
    return tuple(
        DayLoad(
            day=day,
            runs=runs.get(day, 0),
            lifts=lifts.get(day, 0),
            short=short[place],
            long=long[place],
            estimated=day in estimated,
        )
        for place, day in enumerate(days)
    )
