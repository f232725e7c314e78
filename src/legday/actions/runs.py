"""Decides which recorded runs are told, and how the runner corrects what a run was for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.errors import InputError
from legday.model.journal import KindCorrected
from legday.model.runs import JudgedRun, Rhythm, RunKind, Thresholds
from legday.running.volume import RunWeek, daily_minutes, fading_average, run_weeks
from legday.store import Store

WEEKS_TOLD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsReport:
    """Judged runs, oldest first, with the thresholds and the rhythm they show.

    `weeks` are the last six, this one included; `minutes_a_day` the fading averages by their days, as the rule `loads` says.
    Both are of all the runs known, whichever are listed.
    """

    runs: tuple[JudgedRun, ...]
    thresholds: Thresholds
    rhythm: Rhythm
    weeks: tuple[RunWeek, ...] = ()
    minutes_a_day: Mapping[int, float] = field(default_factory=dict)


def runs(known: Facts, *, since: date | None = None) -> RunsReport:
    """The runs from `since` on (all of them where None)."""
    chosen = tuple(run for run in known.state.runs if since is None or run.day >= since)
    return RunsReport(
        runs=chosen,
        thresholds=known.state.thresholds,
        rhythm=known.outlook.rhythm,
        weeks=run_weeks(known.state.runs, today=known.today)[-WEEKS_TOLD:],
        minutes_a_day=_minutes_a_day(known),
    )


def _minutes_a_day(known: Facts) -> dict[int, float]:
    daily = daily_minutes(known.state.runs, today=known.today)
    spans = [known.catalogue.rulebook.number("loads", name) for name in ("days_short", "days_long")]
    return {days: round(fading_average(daily, days=days)[-1], 1) for days in spans if daily}


def one_run(known: Facts, name: str) -> JudgedRun:
    """The run of an id (or its beginning) or of a date; InputError where none or several fit."""
    fitting = [run for run in known.state.runs if run.recording.id.startswith(name) or str(run.day) == name]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        ids = ", ".join(run.recording.id for run in fitting)
        raise InputError(value=name, place="run", problem="names several runs", remedy=f"one of: {ids}")
    raise InputError(
        value=name, place="run", problem="names no recorded run", remedy="a date or an id of `legday runs`"
    )


def correct_kind(store: Store, run: JudgedRun, kind: RunKind, *, stamp: Stamp) -> KindCorrected:
    """Remembers what the runner says the run was for; it sticks, also when the run is imported again."""
    entry = KindCorrected(
        id=stamp.id, at=stamp.at, recording=run.recording.id, start=run.recording.start, kind=kind
    )
    store.append(entry)
    return entry
