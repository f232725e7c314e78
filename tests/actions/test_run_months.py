"""Runs by month: newest first, of one kind, a few months at a time, older ones only when they are needed."""

from datetime import date, datetime

from legday.actions.run_months import run_months
from legday.model.runs import JudgedRun, RunKind, Sure
from runs_made import recording_of


def run(day: str, kind: RunKind = RunKind.EASY) -> JudgedRun:
    start = datetime.fromisoformat(f"{day}T07:00")
    recording = recording_of(start, seconds=3000, metres=8000)
    return JudgedRun(
        recording=recording, local_start=start, kind=kind, key=False, hardness=30, sure=Sure.HIGH
    )


NEAR = [run("2026-08-30"), run("2026-09-02"), run("2026-09-20", RunKind.LONG), run("2026-11-01")]
OLD = [run("2024-01-05"), run("2024-02-07", RunKind.LONG)]


def never() -> tuple[JudgedRun, ...]:
    raise AssertionError("nobody asked for these")


def test_months_come_newest_first_with_their_runs_newest_first():
    told = run_months(NEAR, months=2, older=never)
    assert [one.start for one in told.months] == [date(2026, 11, 1), date(2026, 9, 1)]
    assert [one.day.day for one in told.months[1].runs] == [20, 2]
    assert (told.months[1].minutes, told.months[1].metres) == (100, 16_000)


def test_the_next_page_goes_on_before_the_last_month_shown():
    first = run_months(NEAR, months=2, older=never)
    assert first.earlier == date(2026, 9, 1)
    rest = run_months(NEAR, months=2, before=first.earlier, older=lambda: OLD)
    assert [one.start for one in rest.months] == [date(2026, 8, 1), date(2024, 2, 1)]
    last = run_months(NEAR, months=2, before=rest.earlier, older=lambda: OLD)
    assert ([one.start for one in last.months], last.earlier) == ([date(2024, 1, 1)], None)


def test_one_kind_alone_is_listed():
    told = run_months(NEAR, months=3, kind=RunKind.LONG, older=lambda: OLD)
    assert [one.start for one in told.months] == [date(2026, 9, 1), date(2024, 2, 1)]
    assert {each.kind for one in told.months for each in one.runs} == {RunKind.LONG}


def test_no_run_is_no_month():
    assert run_months((), months=3).months == ()
