"""Decides which recorded runs are told, and how the runner corrects what a run was for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from legday.actions.journal import corrected_kinds
from legday.actions.stamp import Stamp
from legday.actions.state import HISTORY, Facts
from legday.model.errors import InputError
from legday.model.journal import KindCorrected
from legday.model.quantities import METRES_PER_MILE
from legday.model.runner import Units
from legday.model.runs import Digest, JudgedRun, Recording, Rhythm, RunKind, Sport, Thresholds
from legday.running.along import Along, along
from legday.running.judge import judge
from legday.running.volume import RunWeek, daily_minutes, fading_average, run_weeks
from legday.store import Store

WEEKS_TOLD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsReport:
    """Judged runs, oldest first, with the thresholds and the rhythm they show.

    `weeks` are the last six, this one included; `minutes_a_day` the fading averages by their days, as the rule `loads` says.
    Both are of all the runs known, whichever are listed. `older` counts runs that are kept and too old to be listed or to speak
    for the legs of today; `oldest` is the day of the first of them.
    """

    runs: tuple[JudgedRun, ...]
    thresholds: Thresholds
    rhythm: Rhythm
    weeks: tuple[RunWeek, ...] = ()
    minutes_a_day: Mapping[int, float] = field(default_factory=dict)
    older: int = 0
    oldest: date | None = None


def runs(known: Facts, *, since: date | None = None, store: Store | None = None) -> RunsReport:
    """The runs from `since` on; where None, those that speak for today. With the `store` also older ones, counted or listed."""
    kept = _older(known, store) if store else ()
    asked = since is not None and since < known.today - HISTORY
    reached = (*(_judged_older(known, kept) if asked else ()), *known.state.runs)
    chosen = tuple(run for run in reached if since is None or run.day >= since)
    hidden = kept if since is None else ()
    return RunsReport(
        older=len(hidden),
        oldest=hidden[0][0].start.date() if hidden else None,
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


def older_runs(known: Facts, store: Store) -> tuple[JudgedRun, ...]:
    """The runs that are kept and too old to speak for the legs of today, judged by themselves, oldest first."""
    return _judged_older(known, _older(known, store))


def _older(known: Facts, store: Store) -> tuple[tuple[Recording, Digest], ...]:
    near = {run.recording.id for run in known.state.runs}
    kept = store.recordings(sport=Sport.RUN)
    return tuple(pair for pair in kept if pair[0].start.date() <= known.today and pair[0].id not in near)


def _judged_older(known: Facts, kept: tuple[tuple[Recording, Digest], ...]) -> tuple[JudgedRun, ...]:
    kinds = corrected_kinds(known.journal.corrections, (recording for recording, _ in kept))
    return judge(kept, profile=known.profile, corrections=kinds, today=known.today).runs


def one_run(known: Facts, name: str, *, store: Store | None = None) -> JudgedRun:
    """The run of an id (or its beginning) or of a date, with the `store` of any age; InputError where none or several fit."""
    fitting = _fitting(known.state.runs, name)
    if not fitting and store is not None:
        fitting = _fitting(_judged_older(known, _older(known, store)), name)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        ids = ", ".join(run.recording.id for run in fitting)
        raise InputError(value=name, place="run", problem="names several runs", remedy=f"one of: {ids}")
    raise InputError(
        value=name, place="run", problem="names no recorded run", remedy="a date or an id of `legday runs`"
    )


def run_along(store: Store, run: JudgedRun, units: Units) -> Along | None:
    """The run along its way, split by the runner's kilometres or miles; None where its file had no samples."""
    split_m = METRES_PER_MILE if units is Units.IMPERIAL else 1000
    return along(run.recording, store.samples(run.recording.id), split_m=split_m)


def _fitting(among: Sequence[JudgedRun], name: str) -> list[JudgedRun]:
    return [run for run in among if run.recording.id.startswith(name) or str(run.day) == name]


def correct_kind(store: Store, run: JudgedRun, kind: RunKind, *, stamp: Stamp) -> KindCorrected:
    """Remembers what the runner says the run was for; it sticks, also when the run is imported again."""
    entry = KindCorrected(
        id=stamp.id, at=stamp.at, recording=run.recording.id, start=run.recording.start, kind=kind
    )
    store.append(entry)
    return entry
