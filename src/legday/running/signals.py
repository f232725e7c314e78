"""Decides what the runs themselves give cause to say: the longest run, growth of weeks, an offer to cross-train."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import mean

from legday.model.muscles import Muscle
from legday.model.quantities import distance_text, minutes_text
from legday.model.rules import Finding, Level, Rulebook
from legday.model.runner import Units
from legday.model.runs import ExpectedRun, JudgedRun, Outlook, RunKind
from legday.running.sighting import monday_of
from legday.running.volume import weekly_cost

HIGH_COST_PERCENT = 130
"""A week that cost the calves and quadriceps this share of the four weeks before is a heavy one (our setting)."""

Length = tuple[date, int]
"""A day and a length: metres where every run has them, else minutes."""


def run_findings(
    runs: Sequence[JudgedRun],
    outlook: Outlook,
    rulebook: Rulebook,
    *,
    today: date,
    units: Units = Units.METRIC,
) -> tuple[Finding, ...]:
    """What is worth saying about the runs to come, INFO only: rules `longest-run`, `run-growth`, `cross-train`, in order of date."""
    found = [
        *longest_run(runs, outlook, rulebook, today=today, units=units),
        *run_growth(runs, outlook, rulebook, today=today),
        *_cross_train(runs, outlook, rulebook, today=today),
    ]
    return tuple(sorted(found, key=lambda finding: (finding.days, finding.rule)))


def longest_run(
    runs: Sequence[JudgedRun], outlook: Outlook, rulebook: Rulebook, *, today: date, units: Units
) -> tuple[Finding, ...]:
    """Planned runs (races apart) longer than `percent` of the longest in the `days` before, recorded or planned."""
    if "longest-run" not in rulebook.rules:
        return ()
    percent, days = rulebook.number("longest-run", "percent"), rulebook.number("longest-run", "days")
    planned = [run for run in outlook.runs if run.day > today]
    in_metres = all(run.metres for run in planned) and all(run.recording.metres for run in runs)
    lengths = _lengths(runs, planned, in_metres=in_metres)
    found = []
    for run in planned:
        if not runs and (run.day - today).days <= days:
            continue  # nothing is known of the days before
        length = (run.metres if in_metres else run.minutes) or 0
        before = max((known for day, known in lengths if 0 < (run.day - day).days <= days), default=0)
        if run.kind is not RunKind.RACE and before and length * 100 > before * percent:
            found.append(_too_long(run, length, before, in_metres=in_metres, days=days, units=units))
    return tuple(found)


def _lengths(
    runs: Sequence[JudgedRun], planned: Sequence[ExpectedRun], *, in_metres: bool
) -> tuple[Length, ...]:
    recorded = [(run.day, (run.recording.metres or 0) if in_metres else run.minutes) for run in runs]
    return (*recorded, *((run.day, (run.metres if in_metres else run.minutes) or 0) for run in planned))


def _too_long(
    run: ExpectedRun, length: int, before: int, *, in_metres: bool, days: int, units: Units
) -> Finding:
    def said(value: int) -> str:
        return distance_text(value, units) if in_metres else minutes_text(value)

    more = round(100 * length / before) - 100
    ratio = "1.64" if more <= 30 else "1.52" if more <= 100 else "2.28"
    words = (
        f"The run of {said(length)} is {more} % longer than your longest of the {days} days before ({said(before)}). "
        f"Among 5,205 runners, runs that much longer went with {ratio} times the rate of overuse injuries; "
        "an observation, not a law. A smaller step is the careful choice."
    )
    return Finding(rule="longest-run", level=Level.INFO, words=words, days=(run.day,))


def run_growth(
    runs: Sequence[JudgedRun], outlook: Outlook, rulebook: Rulebook, *, today: date
) -> tuple[Finding, ...]:
    """Weeks to come whose minutes grow past the article's 10 % (a note) or past 30 % in two weeks (a warning).

    A week that only comes back to the level of the three weeks before is not growth.
    """
    if "run-growth" not in rulebook.rules:
        return ()
    once = rulebook.number("run-growth", "percent")
    twice = rulebook.number("run-growth", "percent_two_weeks")
    minutes = week_minutes(runs, outlook, today=today)
    found = []
    if monday_of(today) < today and not any(run.day >= monday_of(today) for run in runs):
        minutes.pop(monday_of(today), None)
    for monday in sorted(week for week in minutes if week >= monday_of(today)):
        now = minutes[monday]
        last, two_ago, three_ago = (minutes.get(monday - timedelta(weeks=back), 0) for back in (1, 2, 3))
        if not last or now <= max(last, two_ago, three_ago):
            continue
        if two_ago and now * 100 > two_ago * twice:
            found.append(_growth(monday, now, two_ago, weeks=2, warning=True))
        elif now * 100 > last * once:
            found.append(_growth(monday, now, last, weeks=1, warning=False))
    return tuple(found)


def week_minutes(runs: Sequence[JudgedRun], outlook: Outlook, *, today: date) -> dict[date, int]:
    """Minutes by week (Monday): recorded up to today, expected after it, and expected for today where nothing is recorded."""
    ran_today = any(run.day == today for run in runs)
    minutes: dict[date, int] = {}
    for run in runs:
        minutes[monday_of(run.day)] = minutes.get(monday_of(run.day), 0) + run.minutes
    for expected in outlook.runs:
        if expected.day > today or not ran_today:
            week = monday_of(expected.day)
            minutes[week] = minutes.get(week, 0) + (expected.minutes or 0)
    return minutes


def _growth(monday: date, now: int, before: int, *, weeks: int, warning: bool) -> Finding:
    more = round(100 * now / before) - 100
    since = "the week before" if weeks == 1 else "two weeks before"
    tail = (
        "Jumps of more than 30 % in two weeks went with more distance-related injuries among 874 novices, not clearly so."
        if warning
        else "The article's rule is 10 %; a trial with 532 novices found no protection in it, so take it as a note."
    )
    words = (
        f"The week of {monday} has {now} minutes of running, {more} % more than {since} ({before}). {tail}"
    )
    return Finding(rule="run-growth", level=Level.INFO, words=words, days=(monday,))


def cross_train_day(runs: Sequence[JudgedRun], outlook: Outlook, *, today: date) -> date | None:
    """The next easy run's day within a week where a low-impact swap is worth offering; None after usual weeks.

    Worth it: soleus or quadriceps carried at least 130 % of their mean week of the four before.
    """
    if not _heavy_week(runs, today=today):
        return None
    easy = (
        run.day
        for run in outlook.runs
        if run.kind is RunKind.EASY and today < run.day <= today + timedelta(days=7)
    )
    return min(easy, default=None)


def _heavy_week(runs: Sequence[JudgedRun], *, today: date) -> bool:
    last = weekly_cost(runs, until=today)
    before = [weekly_cost(runs, until=today - timedelta(weeks=back)) for back in (1, 2, 3, 4)]
    return any(
        last.get(muscle, 0) * 100 >= HIGH_COST_PERCENT * usual > 0
        for muscle in (Muscle.SOLEUS, Muscle.QUADRICEPS)
        if (usual := mean(week.get(muscle, 0) for week in before))
    )


def _cross_train(
    runs: Sequence[JudgedRun], outlook: Outlook, rulebook: Rulebook, *, today: date
) -> tuple[Finding, ...]:
    day = cross_train_day(runs, outlook, today=today)
    if day is None or "cross-train" not in rulebook.rules:
        return ()
    words = (
        f"The last seven days asked at least {HIGH_COST_PERCENT} % of your usual week from calves or thighs. "
        f"The easy run of {day} could be a bike, pool or elliptical session of the same length."
    )
    return (Finding(rule="cross-train", level=Level.INFO, words=words, days=(day,)),)
