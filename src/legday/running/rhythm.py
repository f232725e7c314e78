"""Decides which week the history shows: per weekday the chance of a run, its usual kind, length and hour."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, time, timedelta
from statistics import median

from legday.model.runs import JudgedRun, Missing, Rhythm, RhythmDay, RunKind
from legday.running.sighting import monday_of

LOOK_BACK_WEEKS = 8
FEWEST_WEEKS = 2

LEFT_OUT_BELOW = 0.4
"""A week with less than this share of the usual minutes was illness or holiday (our setting)."""

CUT_BACK_WEEKS = 20
CUT_BACK_BELOW = 0.78
CUT_BACK_CYCLES = (3, 4, 5)
"""A cut-back week holds at most 78 % of the full weeks around it; cycles of 3–5 weeks over the last 20 are looked for (our settings)."""

SAME_HOUR_MINUTES = 90
SAME_HOUR_SHARE = 0.7
"""A usual start exists where 70 % of the runs began within 90 minutes of it (our settings)."""

Week = Sequence[JudgedRun]


def find_rhythm(runs: Sequence[JudgedRun], *, today: date) -> Rhythm:
    """The rhythm of the last eight full weeks before the week of `today`; no days where fewer than two weeks speak."""
    weeks = _full_weeks(runs, today=today, count=LOOK_BACK_WEEKS)
    if not weeks:
        return Rhythm()
    usual = median(_minutes(week) for week in weeks.values() if week)
    counted = [week for week in weeks.values() if _minutes(week) >= LEFT_OUT_BELOW * usual and week]
    left_out = tuple(monday for monday, week in weeks.items() if week not in counted)
    every, last = find_cut_back(runs, today=today)
    speaks = len(counted) >= max(FEWEST_WEEKS, len(weeks) / 2)
    return Rhythm(
        days=_days(counted) if speaks else (),
        weeks=len(counted),
        left_out=left_out,
        cut_back_every=every,
        last_cut_back=last,
    )


def usual_start(runs: Sequence[JudgedRun], *, today: date) -> time | None:
    """The hour at which the runner mostly starts, over the same eight weeks; None where the hours scatter."""
    weeks = _full_weeks(runs, today=today, count=LOOK_BACK_WEEKS)
    starts = [_minute_of_day(run) for week in weeks.values() for run in week if _start_known(run)]
    if len(starts) < 3:
        return None
    usual = median(starts)
    near = sum(1 for start in starts if abs(start - usual) <= SAME_HOUR_MINUTES)
    return _clock(usual) if near >= SAME_HOUR_SHARE * len(starts) else None


def find_cut_back(runs: Sequence[JudgedRun], *, today: date) -> tuple[int | None, date | None]:
    """The runner's own cycle in weeks and the Monday of its last lighter week, (None, None) where none is clear.

    Clear: every so-many-th week, at least twice, was lighter than the weeks around it, hardly any other was, and only one cycle fits.
    """
    weeks = _full_weeks(runs, today=today, count=CUT_BACK_WEEKS)
    minutes = [_minutes(week) for week in weeks.values()]
    found = [
        (every, first) for every in CUT_BACK_CYCLES for first in range(every) if _fits(minutes, every, first)
    ]
    if len(found) != 1:
        return None, None
    every, first = found[0]
    return every, list(weeks)[range(first, len(minutes), every)[-1]]


def _fits(minutes: Sequence[int], every: int, first: int) -> bool:
    """Whether the weeks `first`, `first` + `every` … are the lighter ones; weeks of illness or holiday neither speak for nor against."""
    usual = median(minutes)
    counted = {place: spent for place, spent in enumerate(minutes) if spent >= LEFT_OUT_BELOW * usual > 0}
    full = {place: spent for place, spent in counted.items() if place % every != first}
    lighter = {place: spent for place, spent in counted.items() if place % every == first}
    if len(lighter) < 2 or len(full) < 2 * len(lighter) - 1:
        return False

    def is_light(place: int, spent: int) -> bool:
        near = [other for at, other in full.items() if 0 < abs(at - place) <= every]
        return bool(near) and spent <= CUT_BACK_BELOW * median(near)

    others = sum(is_light(place, spent) for place, spent in full.items())
    return all(is_light(place, spent) for place, spent in lighter.items()) and others <= len(full) / 5


def _full_weeks(runs: Sequence[JudgedRun], *, today: date, count: int) -> dict[date, list[JudgedRun]]:
    """The last full weeks by Monday, oldest first, from the week of the first run at the earliest, empty ones included."""
    this_week = monday_of(today)
    past = [run for run in runs if run.day < this_week]
    if not past:
        return {}
    first = max(monday_of(min(run.day for run in past)), this_week - timedelta(weeks=count))
    weeks: dict[date, list[JudgedRun]] = {
        first + timedelta(weeks=week): [] for week in range((this_week - first).days // 7)
    }
    for run in past:
        if (monday := monday_of(run.day)) in weeks:
            weeks[monday].append(run)
    return weeks if any(weeks.values()) else {}


def _minutes(week: Week) -> int:
    return sum(run.minutes for run in week)


def _days(weeks: Sequence[Week]) -> tuple[RhythmDay, ...]:
    found = []
    for weekday in range(7):
        mains = [main for week in weeks if (main := _main_run(week, weekday)) is not None]
        if mains:
            found.append(_day(weekday, mains, weeks=len(weeks)))
    return tuple(found)


def _main_run(week: Week, weekday: int) -> JudgedRun | None:
    on_day = [run for run in week if run.day.weekday() == weekday]
    return max(on_day, key=lambda run: (run.minutes, run.local_start), default=None)


def _day(weekday: int, mains: Sequence[JudgedRun], *, weeks: int) -> RhythmDay:
    starts = [_minute_of_day(run) for run in mains if _start_known(run)]
    metres = [run.recording.metres for run in mains if run.recording.metres]
    return RhythmDay(
        weekday=weekday,
        chance=round(100 * len(mains) / weeks),
        kind=_usual_kind(mains),
        minutes=round(median(run.minutes for run in mains)),
        metres=round(median(metres)) if metres else None,
        start=_clock(median(starts)) if starts else None,
        seen=len(mains),
    )


def _usual_kind(mains: Sequence[JudgedRun]) -> RunKind:
    """The most frequent kind, the later one of equals; a race is a hard run of that weekday, not a habit of racing."""
    kinds = [RunKind.QUALITY if run.kind is RunKind.RACE else run.kind for run in mains]
    counts = Counter(kinds)
    most = max(counts.values())
    return next(kind for kind in reversed(kinds) if counts[kind] == most)


def _start_known(run: JudgedRun) -> bool:
    return Missing.START not in run.recording.missing


def _minute_of_day(run: JudgedRun) -> int:
    return run.local_start.hour * 60 + run.local_start.minute


def _clock(minute: float) -> time:
    """A wall-clock time to the nearest five minutes."""
    rounded = min(round(minute / 5) * 5, 24 * 60 - 5)
    return time(rounded // 60, rounded % 60)
