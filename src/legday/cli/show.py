"""Decides how runs, rhythm and findings look on a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.table import Table

from legday.model.quantities import distance_text, minutes_text, pace_text
from legday.model.rules import Finding
from legday.model.runner import Units
from legday.model.runs import JudgedRun, Rhythm
from legday.writing.prescriptions import day_text, run_line

if TYPE_CHECKING:
    from legday.actions.expect import ExpectReport
    from legday.actions.runs import RunsReport

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def findings_table(findings: Sequence[Finding]) -> Table:
    """Level, rule and words; one finding a row."""
    table = _plain_table("level", "rule", "what")
    for finding in findings:
        table.add_row(finding.level.value, finding.rule, finding.words)
    return table


def findings_summary(findings: Sequence[Finding]) -> Table:
    """One row a rule: how often it was met, and the first time in words."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    table = _plain_table("level", "rule", "times", "first")
    for rule, met in by_rule.items():
        table.add_row(met[0].level.value, rule, str(len(met)), met[0].words)
    return table


def _plain_table(*columns: str) -> Table:
    return Table(*columns, box=None, pad_edge=False)


def runs_table(report: "RunsReport", units: Units) -> Table:
    """Runs, oldest first, with what legday makes of them."""
    table = _plain_table("day", "start", "kind", "time", "distance", "hardness", "id")
    for run in report.runs:
        metres = run.recording.metres
        table.add_row(
            f"{run.day} {WEEKDAYS[run.day.weekday()]}",
            f"{run.local_start:%H:%M}",
            f"{run.kind}{' (you)' if run.kind_by_runner else ''}",
            minutes_text(run.minutes),
            "" if metres is None else distance_text(metres, units),
            str(run.hardness),
            run.recording.id,
        )
    return table


def run_weeks_table(report: "RunsReport", units: Units) -> Table:
    """The last weeks added up, the one of today last."""
    table = _plain_table("week of", "runs", "time", "distance")
    for week in report.weeks:
        distance = distance_text(week.metres, units) if week.metres else ""
        table.add_row(str(week.start), str(week.runs), minutes_text(week.minutes), distance)
    return table


def older_runs_line(report: "RunsReport") -> str:
    """How many runs are kept and not listed, and the call that lists them."""
    count = "1 older run is" if report.older == 1 else f"{report.older} older runs are"
    return f"{count} kept and not shown; `legday runs --since {report.oldest}` shows them."


def minutes_a_day_line(report: "RunsReport") -> str:
    """`Minutes a day, on average: 52 over 7 days, 47 over 42 days.`, recent days counting most."""
    told = [f"{minutes:.0f} over {days} days" for days, minutes in report.minutes_a_day.items()]
    return f"Minutes a day, on average: {', '.join(told)}."


def run_lines(run: JudgedRun, units: Units) -> list[str]:
    """One run with what spoke for its kind."""
    recording = run.recording
    said = " (you said so)" if run.kind_by_runner else f" ({run.sure} certainty)"
    lines = [
        f"{run.day} {run.local_start:%H:%M} {recording.title}".rstrip(),
        f"{run.kind}{said}, hardness {run.hardness}",
    ]
    sizes = [minutes_text(run.minutes)]
    if recording.metres:
        sizes.append(distance_text(recording.metres, units))
        sizes.append(pace_text(recording.metres / max(1, recording.moving_s), units))
    if recording.mean_heart_rate:
        sizes.append(f"{recording.mean_heart_rate} beats/min")
    if run.effort_minutes is not None:
        sizes.append(f"effort × minutes {run.effort_minutes}")
    lines.append(", ".join(sizes))
    lines += [f"Why: {why}" for why in run.why]
    lines += [f"Not seen: {', '.join(run.unseen)}"] if run.unseen else []
    lines += [f"Repaired: {repair}" for repair in recording.repairs]
    lines += ["Cost to the legs: " + ", ".join(f"{muscle} {points}" for muscle, points in run.cost.items())]
    return [*lines, f"From {recording.file}"]


def rhythm_lines(rhythm: Rhythm, units: Units) -> list[str]:
    """The week the history shows, a line per weekday with a run."""
    if not rhythm.days:
        return ["No rhythm found yet."]
    lines = [f"Rhythm of the last {rhythm.weeks} weeks:"]
    for day in rhythm.days:
        start = f" at {day.start:%H:%M}" if day.start else ""
        length = f", {distance_text(day.metres, units)}" if day.metres else ""
        lines.append(
            f"  {WEEKDAYS[day.weekday]} {day.chance:3d} %  {day.kind} {minutes_text(day.minutes)}{length}{start}"
        )
    return lines


def expect_lines(report: "ExpectReport", units: Units) -> list[str]:
    """What was added, the runs to come by day, and what stands out."""
    lines: list[str] = []
    if report.added:
        added = report.added
        lines.append(f"{added.name}: {added.runs} runs on {len(added.covers)} days.")
        lines += [f"  not understood: {text}" for text in added.not_understood]
    if not report.outlook.runs:
        lines.append("No runs are expected. Import runs, add a run plan, or say your usual week.")
    lines += [f"{day_text(run.day)}  {run_line(run, units)} ({run.source})" for run in report.outlook.runs]
    return lines + [f"{finding.level} · {finding.rule}: {finding.words}" for finding in report.findings]
