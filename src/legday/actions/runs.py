"""Decides which recorded runs are told, and how the runner corrects what a run was for."""

from dataclasses import dataclass
from datetime import date

from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.errors import InputError
from legday.model.journal import KindCorrected
from legday.model.runs import JudgedRun, Rhythm, RunKind, Thresholds
from legday.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsReport:
    """Judged runs, oldest first, with the thresholds and the rhythm they show."""

    runs: tuple[JudgedRun, ...]
    thresholds: Thresholds
    rhythm: Rhythm


def runs(known: Facts, *, since: date | None = None) -> RunsReport:
    """The runs from `since` on (all of them where None)."""
    chosen = tuple(run for run in known.state.runs if since is None or run.day >= since)
    return RunsReport(runs=chosen, thresholds=known.state.thresholds, rhythm=known.outlook.rhythm)


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
