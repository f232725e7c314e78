"""Decides how runs are listed: month by month, the newest first, of all kinds or of one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from legday.model.runs import JudgedRun, RunKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMonth:
    """The runs of the month that begins on `start`, newest first."""

    start: date
    runs: tuple[JudgedRun, ...]

    @property
    def minutes(self) -> int:
        return sum(run.minutes for run in self.runs)

    @property
    def metres(self) -> int:
        """Of the runs whose distance is known."""
        return sum(run.recording.metres or 0 for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMonths:
    """Some months, the newest first; `earlier` is what to ask `before` for those before them, None where there are none."""

    months: tuple[RunMonth, ...]
    earlier: date | None


def run_months(
    runs: Sequence[JudgedRun],
    *,
    months: int,
    kind: RunKind | None = None,
    before: date | None = None,
    older: Callable[[], Sequence[JudgedRun]] = tuple,
) -> RunMonths:
    """The last `months` months with a run (of `kind`) before the day `before`. `runs` are oldest first.

    `older` is asked only where `runs` do not fill the months: working it out may take long.
    """
    found = _months(runs, kind, before)
    if len(found) <= months:
        found = _months((*older(), *runs), kind, before)
    shown = found[:months]
    return RunMonths(months=tuple(shown), earlier=shown[-1].start if len(found) > len(shown) else None)


def _months(runs: Iterable[JudgedRun], kind: RunKind | None, before: date | None) -> list[RunMonth]:
    chosen = [run for run in runs if kind in {None, run.kind} and (before is None or run.day < before)]
    newest = sorted(chosen, key=lambda run: (run.local_start, run.recording.id), reverse=True)
    return [
        RunMonth(start=start, runs=tuple(mine))
        for start, mine in groupby(newest, key=lambda run: run.day.replace(day=1))
    ]
