"""Decides how progress is asked for and printed."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import opened, print_json, show
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today

if TYPE_CHECKING:
    from legday.actions.progress import LiftProgress, ProgressReport
    from legday.progressing.balance import Work
    from legday.progressing.sides import SideBalance


def progress(
    context: typer.Context,
    *,
    weeks: Annotated[int, typer.Option("--weeks", min=1, max=520, help="Weeks to look back.")] = 6,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Show strength per lift, sets per muscle done and planned, balance of sides and of back and front, loads."""
    from legday.actions.plan import make_plan
    from legday.actions.progress import progress as action

    with opened(context) as home:
        known = home.facts(today, weeks=DEFAULT_WEEKS)
        plan = make_plan(known, weeks=DEFAULT_WEEKS).plan
        report = action(known, plan, home.store.entries(), weeks=weeks)
    if as_json:
        print_json(progress_json(report, known.profile.body_mass_g))
    else:
        from legday.cli.show_progress import progress_blocks

        for block in progress_blocks(report, known):
            show(block)


def progress_json(report: "ProgressReport", body_mass_g: int) -> dict[str, Any]:
    """Grams, fractional sets, effort × minutes; each picture as data."""
    return {
        "body_mass_g": body_mass_g,
        "strength": [_lift_json(one) for one in report.lifts],
        "weeks": [
            {
                "start": week.start.isoformat(),
                "done": _work_json(week.done),
                "planned": _work_json(week.planned),
            }
            for week in report.weeks
        ],
        "sides": [_sides_json(one) for one in report.sides],
        "week": report.week,
        "average_days": {"short": report.spans[0], "long": report.spans[1]},
        "days": [
            {
                "date": one.day.isoformat(),
                "runs": one.runs,
                "lifts": one.lifts,
                "average_short": round(one.short, 1),
                "average_long": round(one.long, 1),
                "estimated": one.estimated,
            }
            for one in report.days
        ],
    }


def _lift_json(one: "LiftProgress") -> dict[str, Any]:
    known = one.estimate
    return {
        "exercise": one.exercise,
        "side": one.side.value,
        "maximum_g": known.grams if known else None,
        "low_g": known.low_g if known else None,
        "high_g": known.high_g if known else None,
        "sessions": known.sessions if known else 0,
        "shown_g": list(one.shown),
        "why_not": one.why_not or "",
    }


def _work_json(work: "Work") -> dict[str, Any]:
    from legday.writing.plan_json import sets_json

    ratio = work.posterior_anterior
    return {
        "sessions": work.sessions,
        "sets_by_muscle": sets_json(work.quarter_sets),
        "volume": work.volume,
        "contacts": work.contacts,
        "posterior_anterior": None if ratio is None else ratio / 100,
    }


def _sides_json(one: "SideBalance") -> dict[str, Any]:
    return {
        "exercise": one.exercise,
        "flagged": one.flagged,
        "sessions": [
            {
                "date": each.day.isoformat(),
                "left_g": each.left,
                "right_g": each.right,
                "right_ahead_percent": each.percent,
            }
            for each in one.sessions
        ],
    }
