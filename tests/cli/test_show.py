"""How collisions, changes and single runs read on a terminal."""

from dataclasses import replace
from datetime import date, datetime

from legday.cli.show import run_lines
from legday.cli.show_plan import changes_lines, collisions_lines
from legday.model.plan import Collision, PlanChange
from legday.model.runner import Units
from runs_made import judged_of

THURSDAY = "a 45-minute opening on Thursday at 18:00"


def collision(week, *remedies, rules=("leg-spacing",)):
    return Collision(
        week=week, wanted=2, possible=1, rules=rules, words=f"Week of {week}.", remedies=tuple(remedies)
    )


def test_weeks_that_have_a_way_out_show_it_though_an_earlier_one_had_none():
    first, second, third = date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 7)

    lines = list(
        collisions_lines([collision(first), collision(second, THURSDAY), collision(third, THURSDAY)])
    )

    assert lines == [
        "",
        "Week of 2026-11-23.",
        "  Rules that collide: leg-spacing",
        "",
        "Week of 2026-11-30.",
        "  Rules that collide: leg-spacing",
        f"  Would help: {THURSDAY}",
        "  The same in the weeks of 7 Dec 2026.",
    ]


def test_too_few_openings_are_no_rule():
    lines = list(collisions_lines([collision(date(2026, 11, 23), THURSDAY, rules=("openings",))]))

    assert lines == ["", "Week of 2026-11-23.", f"  Would help: {THURSDAY}"]


def test_a_change_says_why_where_that_is_known():
    moved = PlanChange(
        before=datetime(2026, 11, 24, 18, 0),
        after=datetime(2026, 11, 26, 18, 0),
        what="moved",
        why="A key run follows.",
    )

    assert list(changes_lines([moved])) == [
        "Changed Tue 24 Nov 18:00 → Thu 26 Nov 18:00: moved",
        "  Why: A key run follows.",
    ]
    assert list(changes_lines([replace(moved, why="")])) == [
        "Changed Tue 24 Nov 18:00 → Thu 26 Nov 18:00: moved"
    ]


def test_the_same_change_for_the_same_reason_is_told_once():
    def gone(day):
        return PlanChange(before=datetime(2026, 11, day, 18), after=None, what="went", why="Locked.")

    assert list(changes_lines([gone(24), gone(27)])) == [
        "Changed Tue 24 Nov 18:00 and 1 more until Fri 27 Nov 18:00: left out",
        "  Why: Locked.",
    ]


def test_a_run_shows_effort_times_minutes_where_the_effort_is_known():
    run = judged_of(date(2026, 11, 20), 40)

    assert "effort × minutes" not in " ".join(run_lines(run, Units.METRIC))
    assert "effort × minutes 240" in " ".join(run_lines(replace(run, effort_minutes=240), Units.METRIC))
