"""Decides whether things come in the right order: run before lifting, hard days together, new menus in calm weeks."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from legday.model.rules import Finding
from legday.model.run_times import run_minutes
from legday.model.runner import LiftDays, LiftOrder, RunningLevel
from legday.model.runs import RunKind
from legday.planning.checks.facts import LegSession, PlanFacts, SeenRun, SeenWeek, monday_of
from legday.planning.checks.wording import date_text, listed, moment_text, week_text


def run_first(facts: PlanFacts) -> Iterator[Finding]:
    """On a day with a run the session comes after it, or long before an easy one where the runner chose so."""
    hours = facts.number("run-first", "hours_before")
    for session in facts.planned:
        for run in facts.runs_on(session.day):
            if not _in_order(facts.profile.order, session, run, hours):
                yield facts.finding("run-first", _order_words(facts, session, run, hours), session.day)


def _in_order(order: LiftOrder, session: LegSession, run: SeenRun, hours: int) -> bool:
    after = session.start >= run.end
    before = run.easy and session.end + timedelta(hours=hours) <= run.start
    if order is LiftOrder.AFTER:
        return after
    if order is LiftOrder.BEFORE:
        return before if run.easy else after
    return after or before


def _order_words(facts: PlanFacts, session: LegSession, run: SeenRun, hours: int) -> str:
    asked = {
        LiftOrder.AFTER: "lift after the run",
        LiftOrder.BEFORE: f"lift {hours} h before an easy run" if run.easy else "lift after a key run",
        LiftOrder.EITHER: f"lift after the run, or {hours} h before an easy one",
    }
    return (
        f"the session of {moment_text(session.start)} stands with the {run.run.kind} run of "
        f"{moment_text(run.start)} to {run.end.hour:02d}:{run.end.minute:02d}; {asked[facts.profile.order]}"
    )


def _days_setting(facts: PlanFacts) -> LiftDays:
    """The runner's choice; else fresh days for beginners and whoever runs seldom, hard with hard for the rest."""
    if facts.profile.days is not None:
        return facts.profile.days
    weeks = [len({run.run.day for run in week.runs}) for week in facts.weeks if week.whole]
    often = bool(weeks) and sum(weeks) >= facts.number("hard-with-hard", "runs_a_week") * len(weeks)
    experienced = facts.profile.running is RunningLevel.EXPERIENCED
    return LiftDays.HARD_WITH_HARD if often and experienced else LiftDays.FRESH_DAYS


def _open(facts: PlanFacts, day: date) -> bool:
    """Whether the runner could lift on `day`; any day where they named no openings."""
    return not facts.profile.openings or bool(facts.state.openings_on(day))


def hard_with_hard(facts: PlanFacts) -> Iterator[Finding]:
    """A session stands on a day of the kind the runner prefers, where the week had such a day left."""
    setting = _days_setting(facts)
    for week in facts.weeks:
        if not week.planned:
            continue
        taken = {session.day for session in week.sessions}
        left = [
            day
            for day in week.days
            if day not in taken and _preferred(facts, day, setting) and _open(facts, day)
        ]
        for session in week.planned:
            if left and facts.runs_on(session.day) and not _preferred(facts, session.day, setting):
                yield facts.finding("hard-with-hard", _days_words(session, left, setting), session.day)


def _preferred(facts: PlanFacts, day: date, setting: LiftDays) -> bool:
    runs = facts.runs_on(day)
    if setting is LiftDays.FRESH_DAYS:
        return not runs
    return any(run.run.kind is RunKind.QUALITY for run in runs)


def _days_words(session: LegSession, left: list[date], setting: LiftDays) -> str:
    days = listed(date_text(day) for day in left)
    if setting is LiftDays.FRESH_DAYS:
        return f"the session of {date_text(session.day)} shares its day with a run; free of runs: {days}"
    return f"the session of {date_text(session.day)} loads an easy day; days with a hard run: {days}"


def _minutes(runs: tuple[SeenRun, ...]) -> int:
    return sum(run_minutes(run.run) for run in runs)


def _minutes_by_week(facts: PlanFacts) -> dict[date, int]:
    """Running minutes of each week: what is expected, and what was recorded before the plan began."""
    minutes = {week.start: _minutes(week.runs) for week in facts.weeks}
    for past in facts.state.runs:
        if past.day < facts.plan.today:
            monday = monday_of(past.day)
            minutes[monday] = minutes.get(monday, 0) + past.minutes
    return minutes


def new_block_new_run_load(facts: PlanFacts) -> Iterator[Finding]:
    """No new menu in a week in which the running grows a lot or the longest run is a record."""
    percent = facts.number("new-block-new-run-load", "percent")
    minutes = _minutes_by_week(facts)
    for before, week in pairwise(facts.weeks):
        if not _block_begins(before, week):
            continue
        last, now = minutes[before.start], minutes[week.start]
        if last and 100 * now > (100 + percent) * last:
            words = f"a new block begins in {week_text(week.start)} while the runs grow from {last} to {now} minutes"
            yield facts.finding("new-block-new-run-load", words, week.start)
        elif record := _record(facts, week):
            words = (
                f"a new block begins in {week_text(week.start)} with the longest run so far, {record} minutes"
            )
            yield facts.finding("new-block-new-run-load", words, week.start)


def _block_begins(before: SeenWeek, week: SeenWeek) -> bool:
    return before.told is not None and week.told is not None and before.told.block != week.told.block


def _record(facts: PlanFacts, week: SeenWeek) -> int:
    """Minutes of the week's longest run where every known run before it is shorter; 0 where none is known or longer."""
    earlier = [past.minutes for past in facts.state.runs if past.day < facts.plan.today]
    earlier += [run_minutes(run.run) for run in facts.runs if run.run.day < week.start]
    longest = max((run_minutes(run.run) for run in week.runs), default=0)
    return longest if earlier and longest > max(earlier) else 0
