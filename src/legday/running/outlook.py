"""Decides which runs are to come: race, run plan, usual week, rhythm; the first that speaks for a day wins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median

from legday.model.runner import Profile
from legday.model.runs import ExpectedRun, JudgedRun, Outlook, OutlookSource, Rhythm, RunKind
from legday.running.kinds import LONG_MINUTES, LONG_OVER_MEDIAN
from legday.running.rhythm import find_rhythm, usual_start
from legday.running.sighting import middle, monday_of

EXPECTED_FROM = 50
"""Percent: a run is expected on weekdays on which at least every second week had one (planning.md §0)."""

USUAL_PACE_DAYS = 90
GUESSED_SPEED = 2.78
"""Metres/second taken where no run shows one: six minutes a kilometre (our setting)."""

FASTER_IN: Mapping[RunKind, float] = {RunKind.RACE: 1.12, RunKind.QUALITY: 1.05}
"""Speed over the usual one by kind, to turn a distance into minutes (our setting)."""

RunPlanDays = tuple[frozenset[date], tuple[ExpectedRun, ...]]


@dataclass(frozen=True, slots=True)
class _Voices:
    """All that can speak for a day, most binding first."""

    races: Mapping[date, tuple[ExpectedRun, ...]]
    run_plans: Mapping[date, tuple[ExpectedRun, ...]]
    profile: Profile
    rhythm: Rhythm

    def on(self, day: date) -> tuple[ExpectedRun, ...]:
        if day in self.races:
            return self.races[day]
        if day in self.run_plans:
            return self.run_plans[day]
        return _usual_week(self.profile, day) if self.profile.usual_week else _rhythm(self.rhythm, day)


def make_outlook(
    profile: Profile, runs: Sequence[JudgedRun], run_plans: Sequence[RunPlanDays], *, today: date, weeks: int
) -> Outlook:
    """The runs from `today` to the Sunday of the last of `weeks` weeks, the first being the week of `today`.

    Each run plan is the dates it speaks for (rest days included) and its runs; a later plan speaks before an earlier one.
    A distance without a duration gets one from the runner's usual speed. What was already run today stands in for what was expected; so does
    what was recorded yesterday, and where nothing was, the legs are thought to have run what was expected of them.
    """
    rhythm = find_rhythm(runs, today=today)
    voices = _Voices(_races(profile), _spoken_for(run_plans), profile, rhythm)
    last = monday_of(today) + timedelta(days=7 * weeks - 1)
    days = [today + timedelta(days=day) for day in range((last - today).days + 1)]
    speed = _usual_speed(runs, today=today)
    expected = [_with_minutes(run, speed) for day in days for run in _in_order(voices.on(day))]
    before = today - timedelta(days=1)
    return Outlook(
        runs=_with_todays(_with_long_runs(expected), runs, today=today),
        yesterday=_recorded_on(before, runs)
        or tuple(_with_minutes(run, speed) for run in _in_order(voices.on(before))),
        rhythm=rhythm,
        usual_start=usual_start(runs, today=today),
    )


def _in_order(runs: Sequence[ExpectedRun]) -> list[ExpectedRun]:
    return sorted(runs, key=lambda run: (run.start is None, run.start and run.start.isoformat(), run.title))


def _races(profile: Profile) -> dict[date, tuple[ExpectedRun, ...]]:
    races: dict[date, tuple[ExpectedRun, ...]] = {}
    for race in profile.races:
        run = ExpectedRun(
            day=race.day,
            kind=RunKind.RACE,
            source=OutlookSource.RACE,
            metres=race.metres,
            start=race.start,
            title=race.name,
        )
        races[race.day] = (*races.get(race.day, ()), run)
    return races


def _spoken_for(run_plans: Sequence[RunPlanDays]) -> dict[date, tuple[ExpectedRun, ...]]:
    spoken: dict[date, tuple[ExpectedRun, ...]] = {}
    for covers, runs in run_plans:
        by_day: dict[date, tuple[ExpectedRun, ...]] = dict.fromkeys(covers, ())
        for run in runs:
            by_day[run.day] = (*by_day.get(run.day, ()), run)
        spoken.update(by_day)
    return spoken


def _usual_week(profile: Profile, day: date) -> tuple[ExpectedRun, ...]:
    return tuple(
        ExpectedRun(
            day=day,
            kind=usual.kind,
            source=OutlookSource.USUAL_WEEK,
            minutes=usual.minutes,
            metres=usual.metres,
            start=usual.start,
        )
        for usual in profile.usual_week
        if usual.weekday == day.weekday()
    )


def _rhythm(rhythm: Rhythm, day: date) -> tuple[ExpectedRun, ...]:
    return tuple(
        ExpectedRun(
            day=day,
            kind=usual.kind,
            source=OutlookSource.RHYTHM,
            minutes=usual.minutes,
            metres=usual.metres,
            start=usual.start,
        )
        for usual in rhythm.days
        if usual.weekday == day.weekday() and usual.chance >= EXPECTED_FROM
    )


def _usual_speed(runs: Sequence[JudgedRun], *, today: date) -> float:
    recent = [run.recording for run in runs if run.day > today - timedelta(days=USUAL_PACE_DAYS)]
    speeds = [
        recording.metres / recording.moving_s
        for recording in recent
        if recording.metres and recording.moving_s
    ]
    return middle(speeds) or GUESSED_SPEED


def _with_minutes(run: ExpectedRun, speed: float) -> ExpectedRun:
    if run.minutes is not None or not run.metres:
        return run
    return replace(run, minutes=round(run.metres / (speed * FASTER_IN.get(run.kind, 1.0)) / 60))


def _with_long_runs(expected: Sequence[ExpectedRun]) -> list[ExpectedRun]:
    """A run plan's easy run that is its week's longest, ≥ 75 minutes and ≥ 1.3 × the median, is a long run, whatever it is called."""
    lengths = [run.minutes for run in expected if run.minutes is not None]
    least = max(LONG_MINUTES, LONG_OVER_MEDIAN * median(lengths)) if lengths else 0.0
    longest: dict[date, int] = {}
    for run in expected:
        week = monday_of(run.day)
        longest[week] = max(longest.get(week, 0), run.minutes or 0)

    def is_long(run: ExpectedRun) -> bool:
        could_be = run.source is OutlookSource.RUN_PLAN and run.kind is RunKind.EASY
        return could_be and (run.minutes or 0) >= max(least, longest[monday_of(run.day)])

    return [replace(run, kind=RunKind.LONG) if is_long(run) else run for run in expected]


def _with_todays(
    expected: Sequence[ExpectedRun], runs: Sequence[JudgedRun], *, today: date
) -> tuple[ExpectedRun, ...]:
    """Today's recorded runs take the place of as many expected ones, the most alike first by order of time."""
    done = [run for run in runs if run.day == today]
    of_today = [run for run in expected if run.day == today]
    met = [_as_run(promise, fact) for promise, fact in zip(of_today, done, strict=False)]
    later = [run for run in expected if run.day != today]
    return (*met, *of_today[len(met) :], *later)


def _recorded_on(day: date, runs: Sequence[JudgedRun]) -> tuple[ExpectedRun, ...]:
    return tuple(
        _as_run(ExpectedRun(day=day, kind=run.kind, source=OutlookSource.RHYTHM), run)
        for run in runs
        if run.day == day
    )


def _as_run(promise: ExpectedRun, fact: JudgedRun) -> ExpectedRun:
    return replace(
        promise,
        kind=fact.kind,
        minutes=fact.minutes,
        metres=fact.recording.metres,
        start=fact.local_start.time().replace(second=0, microsecond=0),
    )
