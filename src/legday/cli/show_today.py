"""Decides how today looks on a terminal: the session from warm-up to cool-down, what was said, what is asked, what comes next."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from legday.model.catalogue import Catalogue
from legday.model.lines import SessionLine, SetsLine
from legday.model.plan import Day, Prescription, Session
from legday.model.quantities import minutes_text
from legday.model.runner import Units
from legday.model.sets import Side
from legday.writing.notation import told_line
from legday.writing.prescriptions import (
    PAIN,
    day_text,
    drills_line,
    exercise_line,
    exercise_name,
    reasons,
    run_line,
    session_line,
    superset_lines,
)

DOSE = "Why this dose"
"""The reasons that stand under each exercise already."""

if TYPE_CHECKING:
    from legday.actions.today import TodayReport


def today_lines(report: "TodayReport", catalogue: Catalogue, units: Units) -> list[str]:
    """Today in full, when to stop, what is asked; then when the next session is."""
    lines = ["", day_text(report.day.day)]
    lines += [f"  {line}" for line in _day_lines(report, catalogue, units)]
    lines += [f"  {PAIN}"]
    if report.said:
        lines += ["Said today:", *(f"  {told_line(line, units)}" for line in report.said)]
    if asked := questions(report):
        lines += ["To be said:", *(f"  {words}" for words in asked)]
    if report.next is None:
        return [*lines, "No later session in this plan."]
    return [*lines, f"Next: {day_text(report.next.day)} {session_line(report.next)}."]


def questions(report: "TodayReport") -> list[str]:
    """What is asked, in sentences, each with the command that answers it."""
    lines = [
        f"{day_text(one.start.date())} {one.start:%H:%M} {one.title or f'Workout {one.menu}'}: done or skipped? "
        f"`legday log done --date {one.start:%Y-%m-%d}` or `legday skip {one.start:%Y-%m-%d}`"
        for one in report.unsaid
    ]
    if report.begun is not None:
        lines.append(f"The session of {report.begun.start:%H:%M} is begun: `legday log` goes on with it.")
    lines += [f"{one.words} `{one.command}`" for one in report.again]
    for pain in report.still:
        side, said = ("", "") if pain.side is Side.BOTH else (f" {pain.side}", f" --side {pain.side}")
        was = f"{pain.place}{side} was {pain.score}/10 on {day_text(pain.day)}"
        lines.append(f"{was}: how is it today? `legday hurt {pain.place} 0{said}`")
    if report.ask_felt:
        lines.append("Sore legs or a bad night? `legday sore 5`, `legday slept 5:30`")
    return lines


def _day_lines(report: "TodayReport", catalogue: Catalogue, units: Units) -> Iterator[str]:
    day: Day = report.day
    yield from (f"Held back: {why}" for why in report.held_back)
    yield from (words for words in (report.week, report.no_run) if words)
    not_run = "Planned, not to be run: " if report.no_run else ""
    yield from (f"{not_run}{run_line(run, units)}{' · key' if run.key else ''}" for run in day.runs)
    for session in day.sessions:
        yield from _session_lines(session, report, catalogue, units)
    if day.mobility:
        yield f"Mobility: {drills_line(day.mobility, catalogue)}"
    if day.cross_train:
        yield day.cross_train
    if day.rest:
        yield "Rest day"
    elif not day.sessions:
        yield "Leg session: done." if _done(report) else "No leg session today."


def _done(report: "TodayReport") -> bool:
    """Whether a leg session of today was told, as a whole or set by set."""
    return any(isinstance(line, SessionLine | SetsLine) for line in report.said)


def _session_lines(
    session: Session, report: "TodayReport", catalogue: Catalogue, units: Units
) -> Iterator[str]:
    lighter = report.rehearsals
    yield f"{session_line(session)} of {minutes_text(session.opening_minutes)}, {session.phase}"
    if session.warm_up:
        yield f"  Warm-up: {drills_line(session.warm_up, catalogue)}"
    if lighter:
        sets = ", ".join(f"{one.reps} with {one.pick_up}" for one in lighter)
        yield f"  Lighter sets first, {exercise_name(lighter[0].exercise, catalogue)}: {sets}"
    for line in session.exercises:
        yield f"  {exercise_line(line, catalogue, units)}{_tempo(line, catalogue)}"
        if line.why and not _said_above(line.why, report.held_back):
            yield f"    {line.why}"
    yield from (f"  {line}" for line in superset_lines(session, catalogue))
    if session.cool_down:
        yield f"  Cool-down: {drills_line(session.cool_down, catalogue)}"
    for title, told in reasons(session.why):
        if title != DOSE:
            yield f"  {title}: {' '.join(told)}"


def _said_above(why: str, held_back: Sequence[str]) -> bool:
    """Whether what holds the day back is all that a reason says."""
    return any(why.lower().endswith(one.lower()) for one in held_back)


def _tempo(line: Prescription, catalogue: Catalogue) -> str:
    """`, tempo 2-0-1`: seconds down, held, up; empty where the line says one of its own."""
    exercise = catalogue.exercises.get(line.exercise)
    if line.seconds or exercise is None:
        return ", held" if line.seconds else ", tempo as you like"
    return "" if line.tempo else f", tempo {exercise.tempo}"
