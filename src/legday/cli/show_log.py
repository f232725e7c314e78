"""Decides how a log, its answer and a step of a session look on a terminal."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from legday.cli.show_plan import changes_lines
from legday.model.catalogue import Catalogue
from legday.model.plan import PlanChange
from legday.model.runner import Units
from legday.model.sets import Side
from legday.writing.notation import told_line
from legday.writing.prescriptions import day_text, exercise_line, exercise_name, held_text, reps_text

if TYPE_CHECKING:
    from legday.actions.log import LogReport
    from legday.actions.set_by_set import Step

SOON = timedelta(days=14)
"""Changes of so many days are told one by one."""
SHOWN = 12
"""So many lines of what was kept are shown; the rest is counted."""


def log_lines(report: "LogReport", catalogue: Catalogue, units: Units) -> list[str]:
    """What was kept, what comes next of each exercise and why, what changed in the plan."""
    from legday.actions.journal_text import journal_lines

    kept = [told_line(line, units) for line in journal_lines(report.entries, zone=ZoneInfo("UTC"))]
    lines = ["Kept:", *(f"  {line}" for line in kept[:SHOWN])] if kept else ["Nothing was kept."]
    lines += [f"  and {len(kept) - SHOWN} more lines"] if len(kept) > SHOWN else []
    if report.promises:
        lines.append(f"Left out: {report.promises} promised sessions; `legday plan --accept` promises.")
    lines += ["Next:"] if report.next else []
    for one in report.next:
        lines.append(f"  {day_text(one.session.day)} {exercise_line(one.line, catalogue, units)}")
        lines += [f"    {one.line.why}"] if one.line.why else []
    return [*lines, *changed_lines(report.changes, SOON)]


def changed_lines(changes: Sequence[PlanChange], within: timedelta) -> list[str]:
    """The changes of the days nearest to the first; of a dose the reasons stand with the next prescriptions, the later ones are counted."""
    if not changes:
        return ["Nothing else changes in the plan."]
    moments = [change.before or change.after for change in changes]
    first = min((moment for moment in moments if moment is not None), default=None)
    lines: list[str] = []
    later = 0
    for change, moment in zip(changes, moments, strict=True):
        if first is None or moment is None or moment - first >= within:
            later += 1
        else:
            told = list(changes_lines([change]))
            lines += told[:1] if change.what.startswith("dose") else told
    return [*lines, *([f"and {later} later changes: `legday plan` shows them."] if later else [])]


def step_line(step: "Step", catalogue: Catalogue, units: Units) -> str:
    """`Squat, set 1 of 3: 10 per side at 40 kg (bar + 10 kg a side), 2 in reserve`."""
    line = step.line
    reps = f"{line.target} s" if line.seconds else str(line.target)
    sides = "" if not line.per_side else " per side" if step.side is Side.BOTH else f" {step.side}"
    tempo = f", tempo {line.tempo}" if line.tempo else ""
    name = exercise_name(line.exercise, catalogue)
    beyond = reps_text(line)
    within = f" ({beyond})" if beyond != reps else ""
    return (
        f"{name}, set {step.number} of {line.sets}: {reps}{within}{sides} {held_text(line, units)}"
        f"{tempo}, {line.rir} in reserve"
    )
