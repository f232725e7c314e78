"""Decides how today's part of the plan is printed."""

from typing import TYPE_CHECKING, Any

import typer

from legday.cli.door import opened, print_json, print_lines
from legday.cli.options import DEFAULT_WEEKS, AsJson, Today

if TYPE_CHECKING:
    from legday.actions.today import TodayReport


def today(context: typer.Context, *, today: Today = None, as_json: AsJson = False) -> None:
    """Show today's runs and session in full, what is asked of you, and the session that comes next."""
    from legday.actions.plan import current_plan
    from legday.actions.today import today as action

    with opened(context) as home:
        known = home.day_facts(today, weeks=DEFAULT_WEEKS)
        report = action(current_plan(known, weeks=DEFAULT_WEEKS), known, home.store.entries())
    if as_json:
        print_json(today_json(report))
    else:
        from legday.cli.show_today import today_lines

        print_lines(today_lines(report, known.catalogue, known.profile.units))


def today_json(report: "TodayReport") -> dict[str, Any]:
    """The day as in the plan's JSON; weights in grams, what was said in the notation."""
    from legday.cli.show_today import questions
    from legday.writing.notation import print_line
    from legday.writing.plan_json import day_json, moment, session_json

    return {
        "day": day_json(report.day),
        "next": session_json(report.next) if report.next else None,
        "rehearsals": [
            {"exercise": one.exercise, "reps": one.reps, "weight_g": one.weight_g, "pick_up": one.pick_up}
            for one in report.rehearsals
        ],
        "said": [print_line(line) for line in report.said],
        "held_back": list(report.held_back),
        "no_run": report.no_run,
        "week": report.week,
        "unsaid": [{"start": moment(one.start), "menu": one.menu} for one in report.unsaid],
        "questions": questions(report),
    }
