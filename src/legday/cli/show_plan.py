"""Decides how a plan, a day and its reasons look on a terminal."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rich.table import Table

from legday.cli.show import findings_summary
from legday.model.catalogue import Catalogue
from legday.model.plan import Collision, Day, Plan, PlanChange, Session
from legday.model.quantities import minutes_text
from legday.model.runner import Units
from legday.writing.prescriptions import (
    colliding_rules,
    date_text,
    day_text,
    drills_line,
    exercise_line,
    reasons,
    run_line,
    session_line,
    superset_lines,
)

if TYPE_CHECKING:
    from legday.actions.plan import PlanReport
    from legday.actions.why import WhyReport

TOLD = timedelta(days=14)
"""The plan prints this much of its sessions and reasons; the rest is in `why`, `export` and --json."""

WEEKS_READ = (
    "held: sessions planned of those wanted. volume: body masses lifted in the week. "
    "back: work of the back of the legs for each 1 of the front."
)
LIGHTER_READ = "*: a lighter week."
"""How the table of weeks is read; its columns are short, so that three sessions a week fit 80 columns."""

FREED_BY = {
    "clinician": "Once one has: `clinician_confirmed = true` under `[health]` of your profile, then `legday init --from profile.toml`.",
    "guardian or coach": "Once one does: `guardian_or_coach = true` under `[health]` of your profile, then `legday init --from profile.toml`.",
}
"""What frees a plan without sessions, by what its note names."""


def plan_blocks(report: "PlanReport", catalogue: Catalogue, units: Units) -> Iterator[Table | Sequence[str]]:
    """The plan from far to near: weeks, collisions, the first two weeks with reasons, findings, changes."""
    plan = report.plan
    yield [f"Plan from {date_text(plan.today)}, style {plan.style}, {len(plan.sessions)} sessions.", ""]
    yield list(no_session_lines(report))
    yield weeks_table(plan)
    yield [WEEKS_READ, *([LIGHTER_READ] if any(week.cut_back for week in plan.weeks) else [])]
    yield list(collisions_lines(plan.collisions))
    for day in plan.days:
        if plan.today <= day.day < plan.today + TOLD:
            yield day_lines(day, catalogue, units)
    if plan.findings:
        yield ["", "What was given up, and what to know (all of it: `legday export --md -`):"]
        yield findings_summary(plan.findings)
    yield [*report.assumed, *near_changes_lines(report.changes, plan.today)]


def no_session_lines(report: "PlanReport") -> Iterator[str]:
    """Why a plan holds no session at all, each reason once, with the key of the profile that frees it where one does."""
    if report.plan.sessions:
        return
    for note in dict.fromkeys(report.plan.notes):
        if note not in report.assumed:
            yield note
            yield from (f"  {words}" for said, words in FREED_BY.items() if said in note)
    yield ""


WHAT = {"went": "left out", "appeared": "added"}
"""Words for a session that one of the two plans lacks."""


def changes_lines(changes: Sequence[PlanChange]) -> Iterator[str]:
    """`Changed Tue 24 Nov 18:00 → Thu 26 Nov 18:00: moved`, and under it why; the same change for the same reason is told once."""
    from legday.actions.changes import told_once

    for same in told_once(changes):
        until = f" and {same.count - 1} more until {_when(same.last)}" if same.count > 1 else ""
        yield f"Changed {_when(same.first)}{until}: {WHAT.get(same.first.what, same.first.what)}"
        if same.first.why:
            yield f"  Why: {same.first.why}"


def near_changes_lines(changes: Sequence[PlanChange], today: date) -> Iterator[str]:
    """The changes of the days that are told, and how many come later."""
    moments = [one.before or one.after for one in changes]
    near = [one for one, at in zip(changes, moments, strict=True) if at is None or at.date() < today + TOLD]
    yield from changes_lines(near)
    if later := len(changes) - len(near):
        yield f"{later} more later: `legday changes --all`."


def _when(change: PlanChange) -> str:
    moments = [moment for moment in (change.before, change.after) if moment is not None]
    return " → ".join(f"{day_text(moment.date())} {moment:%H:%M}" for moment in dict.fromkeys(moments))


def collisions_lines(collisions: Sequence[Collision]) -> Iterator[str]:
    """The first week of each kind of collision (the same rules, the same ways out) in full; the others by their date."""
    by_kind: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Collision]] = {}
    for collision in collisions:
        by_kind.setdefault((collision.rules, collision.remedies), []).append(collision)
    for first, *others in by_kind.values():
        yield ""
        yield from collision_lines(first)
        if others:
            yield f"  The same in the weeks of {', '.join(date_text(each.week) for each in others)}."


def weeks_table(plan: Plan) -> Table:
    """One week a row: phase, sessions planned of those wanted, their days, volume, balance; read as WEEKS_READ says."""
    table = Table("week of", "phase", "held", "days", "volume", "back", box=None, pad_edge=False)
    for week in plan.weeks:
        days = [session for session in plan.sessions if 0 <= (session.day - week.start).days < 7]
        ratio = week.posterior_anterior
        table.add_row(
            f"{week.start.day} {week.start:%b}",
            f"{week.phase}{'*' if week.cut_back else ''}",
            f"{week.sessions}/{week.wanted}",
            ", ".join([*_behind(week.sessions - len(days)), *_starts(days)]),
            f"{week.volume / 100:.0f}",
            "–" if ratio is None else f"{ratio / 100:.1f}",
        )
    return table


def _behind(sessions: int) -> list[str]:
    return [f"{sessions} done"] if sessions > 0 else []


def _starts(sessions: Sequence[Session]) -> list[str]:
    return [f"{session.start:%a %H:%M} {session.menu}" for session in sessions]


def collision_lines(collision: Collision) -> list[str]:
    """What collides in a week and what would free it."""
    rules = colliding_rules(collision)
    lines = [collision.words, *([f"  {rules}"] if rules else [])]
    return lines + [f"  Would help: {remedy}" for remedy in collision.remedies]


def day_lines(day: Day, catalogue: Catalogue, units: Units) -> list[str]:
    """One day with its runs, sessions in full, and the rest of it."""
    lines = ["", day_text(day.day)]
    lines += [f"  {run_line(run, units)}{' · key' if run.key else ''}" for run in day.runs]
    for session in day.sessions:
        lines += [f"  {line}" for line in session_lines(session, catalogue, units)]
    lines += [f"  Mobility: {drills_line(day.mobility, catalogue)}"] if day.mobility else []
    lines += [f"  {day.cross_train}"] if day.cross_train else []
    return lines + (["  Rest day"] if day.rest else [])


def session_lines(session: Session, catalogue: Catalogue, units: Units) -> list[str]:
    """One session from warm-up to cool-down, then its reasons."""
    room = minutes_text(session.opening_minutes)
    lines = [f"{session_line(session)} of {room}, {session.phase}"]
    lines += [f"  Warm-up: {drills_line(session.warm_up, catalogue)}"] if session.warm_up else []
    lines += [f"  {exercise_line(line, catalogue, units)}" for line in session.exercises]
    lines += [f"  {line}" for line in superset_lines(session, catalogue)]
    lines += [f"  Cool-down: {drills_line(session.cool_down, catalogue)}"] if session.cool_down else []
    return lines + [f"  {title}: {' '.join(told)}" for title, told in reasons(session.why)]


def why_lines(report: "WhyReport", catalogue: Catalogue, units: Units) -> list[str]:
    """Why the day looks as it does."""
    lines = day_lines(report.day, catalogue, units)
    if not report.day.sessions:
        lines.append("  No session.")
        if not report.unused:
            lines.append("  No opening on this day.")
    lines += [
        f"  The opening at {opening.start:%H:%M} ({minutes_text(opening.minutes)}) is not used: {opening.why_not}"
        for opening in report.unused
    ]
    for collision in report.collisions:
        lines += [f"  {line}" for line in collision_lines(collision)]
    return lines + [f"  {finding.level} · {finding.rule}: {finding.words}" for finding in report.findings]
