"""Decides how recorded runs are printed, and how the runner corrects one."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import opened, print_json, print_lines, show
from legday.cli.options import AsJson, Today, said_date
from legday.model.errors import InputError, UnknownName

if TYPE_CHECKING:
    from legday.actions.runs import RunsReport
    from legday.model.runs import JudgedRun, Rhythm, RunKind


def runs(
    context: typer.Context,
    which: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[list | show] [RUN]", help="A date or an id shows one run; else all are listed."
        ),
    ] = None,
    *,
    kind: Annotated[
        str | None,
        typer.Option("--kind", help="What this run was for: easy, recovery, long, quality or race."),
    ] = None,
    since: Annotated[
        datetime | None, typer.Option("--since", parser=said_date, metavar="DATE", help="List from here.")
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """List the recorded runs, show one, or correct what one was for."""
    from legday.actions.runs import correct_kind, one_run
    from legday.actions.runs import runs as action
    from legday.cli.clock import new_stamp
    from legday.cli.show import minutes_a_day_line, older_runs_line, run_lines, run_weeks_table, runs_table

    name = _one_name(which or [])
    if kind is not None and name is None:
        raise InputError(value=kind, place="--kind", problem="needs one run", remedy="a date or an id")
    with opened(context) as home:
        known = home.facts(today, weeks=1)
        if kind is not None and name is not None:
            correct_kind(home.store, one_run(known, name, store=home.store), _kind(kind), stamp=new_stamp())
            known = home.facts(today, weeks=1)
        report = action(known, since=since.date() if since else None, store=home.store)
        if name is not None:
            chosen = (one_run(known, name, store=home.store),)
            report = replace(report, runs=chosen)
    if as_json:
        print_json(runs_json(report))
    elif name is not None:
        print_lines(run_lines(report.runs[0], known.profile.units))
    else:
        show(runs_table(report, known.profile.units))
        if report.older:
            show(["", older_runs_line(report)])
        if report.weeks:
            show([""])
            show(run_weeks_table(report, known.profile.units))
            show([minutes_a_day_line(report)])


def _kind(name: str) -> "RunKind":
    from legday.model.runs import RunKind

    if name not in set(RunKind):
        raise UnknownName.among(name, tuple(RunKind), place="--kind")
    return RunKind(name)


def _one_name(words: list[str]) -> str | None:
    if words and words[0] in {"list", "show"}:
        verb, *rest = words
        if verb == "list" and not rest:
            return None
        if verb == "show" and len(rest) == 1:
            return rest[0]
    elif len(words) <= 1:
        return words[0] if words else None
    raise InputError(
        value=" ".join(words),
        place="runs",
        problem="is not understood",
        remedy="`legday runs show 2026-11-20`",
    )


def runs_json(report: "RunsReport") -> dict[str, Any]:
    """The runs with thresholds (m/s, beats/min), rhythm, the last weeks, and average minutes a day by the days averaged."""
    known = report.thresholds
    return {
        "runs": [judged_json(run) for run in report.runs],
        "thresholds": {
            "speed": known.speed,
            "speed_sure": known.speed_sure.value,
            "heart_rate": known.heart_rate,
            "heart_rate_sure": known.heart_rate_sure.value,
            "max_heart_rate": known.max_heart_rate,
            "why": list(known.why),
        },
        "rhythm": rhythm_json(report.rhythm),
        "weeks": [
            {
                "start": week.start.isoformat(),
                "runs": week.runs,
                "minutes": week.minutes,
                "km": week.metres / 1000,
            }
            for week in report.weeks
        ],
        "older": report.older,
        "minutes_a_day": {str(days): minutes for days, minutes in report.minutes_a_day.items()},
    }


def judged_json(run: "JudgedRun") -> dict[str, Any]:
    """One run with what legday makes of it; `start` is local, `cost` in points per muscle, `hardness` 0–100."""
    recording = run.recording
    return {
        "id": recording.id,
        "start": run.local_start.isoformat(timespec="seconds"),
        "title": recording.title,
        "file": recording.file,
        "kind": run.kind.value,
        "kind_by_runner": run.kind_by_runner,
        "key": run.key,
        "hardness": run.hardness,
        "sure": run.sure.value,
        "minutes": run.minutes,
        "km": None if recording.metres is None else recording.metres / 1000,
        "ascent_m": recording.ascent_m,
        "heart_rate": recording.mean_heart_rate,
        "trimp": run.trimp,
        "effort_minutes": run.effort_minutes,
        "cost": {muscle.value: points for muscle, points in run.cost.items()},
        "why": list(run.why),
        "unseen": [missing.value for missing in run.unseen],
        "repairs": list(recording.repairs),
    }


def rhythm_json(rhythm: "Rhythm") -> dict[str, Any]:
    """The week the history shows; weekday 0 is Monday, chance in percent."""
    return {
        "weeks": rhythm.weeks,
        "left_out": [week.isoformat() for week in rhythm.left_out],
        "cut_back_every": rhythm.cut_back_every,
        "days": [
            {
                "weekday": day.weekday,
                "chance": day.chance,
                "kind": day.kind.value,
                "minutes": day.minutes,
                "km": None if day.metres is None else day.metres / 1000,
                "start": None if day.start is None else f"{day.start:%H:%M}",
            }
            for day in rhythm.days
        ],
    }
