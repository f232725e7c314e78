"""Decides how a plan is written as Markdown: week by week, each session with its exercises and reasons."""

from collections.abc import Iterator

from legday.model.catalogue import Catalogue
from legday.model.plan import Collision, Day, Plan, Session, Week
from legday.model.quantities import minutes_text
from legday.model.rules import Finding
from legday.model.runner import Units
from legday.writing.prescriptions import (
    PAIN,
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


def plan_markdown(plan: Plan, catalogue: Catalogue, units: Units) -> str:
    """The whole plan as Markdown (CommonMark with tables), ready to print or to keep."""
    return "\n".join(_plan_lines(plan, catalogue, units)).rstrip() + "\n"


def _plan_lines(plan: Plan, catalogue: Catalogue, units: Units) -> Iterator[str]:
    yield f"# Leg plan from {date_text(plan.today)}"
    yield ""
    yield f"Style {plan.style}, times in {plan.zone}."
    yield ""
    yield from _weeks_table(plan)
    for collision in plan.collisions:
        yield from _collision(collision)
    for week in plan.weeks:
        yield from _week(week, plan, catalogue, units)
    yield from _findings(plan.findings)
    yield from (f"- {note}" for note in plan.notes)


def _weeks_table(plan: Plan) -> Iterator[str]:
    yield "| week of | phase | sessions | body masses lifted | contacts | posterior : anterior |"
    yield "|---|---|---|---|---|---|"
    for week in plan.weeks:
        phase = f"{week.phase}, lighter" if week.cut_back else week.phase.value
        ratio = "–" if week.posterior_anterior is None else f"{week.posterior_anterior / 100:.1f}"
        yield (
            f"| {date_text(week.start)} | {phase} | {week.sessions} of {week.wanted} "
            f"| {week.volume / 100:.0f} | {week.contacts} | {ratio} |"
        )
    yield ""


def _collision(collision: Collision) -> Iterator[str]:
    rules = colliding_rules(collision)
    yield f"**{collision.words}**{f' {rules}.' if rules else ''}"
    yield from (f"- {remedy}" for remedy in collision.remedies)
    yield ""


def _week(week: Week, plan: Plan, catalogue: Catalogue, units: Units) -> Iterator[str]:
    yield f"## Week of {date_text(week.start)}"
    yield ""
    for day in plan.days:
        if 0 <= (day.day - week.start).days < 7:
            yield from _day(day, catalogue, units)


def _day(day: Day, catalogue: Catalogue, units: Units) -> Iterator[str]:
    told = [run_line(run, units) for run in day.runs] + [session_line(session) for session in day.sessions]
    told += ["mobility"] if day.mobility else []
    told += [day.cross_train] if day.cross_train else []
    told += ["rest"] if day.rest else []
    if told:
        yield f"### {day_text(day.day)}: {' · '.join(told)}"
        yield ""
    for session in day.sessions:
        yield from _session(session, catalogue, units)
    if day.mobility:
        yield f"Mobility: {drills_line(day.mobility, catalogue)}."
        yield ""


def _session(session: Session, catalogue: Catalogue, units: Units) -> Iterator[str]:
    if session.warm_up:
        yield f"- Warm-up: {drills_line(session.warm_up, catalogue)}"
    for line in session.exercises:
        yield f"- {exercise_line(line, catalogue, units)}"
    yield from (f"- {line}" for line in superset_lines(session, catalogue))
    if session.cool_down:
        yield f"- Cool-down: {drills_line(session.cool_down, catalogue)}"
    yield f"- {PAIN}"
    yield f"- In all {minutes_text(session.minutes)} of {minutes_text(session.opening_minutes)}"
    yield ""
    for title, told in reasons(session.why):
        yield f"> {title}: {' '.join(told)}"
        yield ">"
    yield ""


def _findings(findings: tuple[Finding, ...]) -> Iterator[str]:
    if findings:
        yield "## What was given up, and what to know"
        yield ""
        yield from (f"- {finding.level} · {finding.rule}: {finding.words}" for finding in findings)
        yield ""
