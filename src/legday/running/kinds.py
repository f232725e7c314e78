"""Decides what a recorded run was for: race, long, quality, recovery or easy, relative to the runner's own runs."""

import re
from dataclasses import dataclass

from legday.model.runs import RunKind, Sure, Thresholds
from legday.running.sighting import Sighting

LONG_OVER_MEDIAN = 1.3
LONG_MINUTES = 75
LONG_SHARE_OF_WEEK = 0.30
QUALITY_MINUTES = 10
QUALITY_SHARE = 0.15
QUALITY_REPEATS = 3
QUALITY_EFFORT = 7
"""The definitions of planning.md §0 (our settings)."""

NEAR_THRESHOLD = 0.98
"""Speed counts as threshold from 2 % below, since a steady tempo scatters around it (our setting)."""

GUESSED_THRESHOLD = 1.05
"""Where the threshold is only a guess, speed must exceed it by this much (our setting)."""

REPEATS_SPEED = 0.97
REPEATS_S = 150
"""Repeated fast stretches count where at least this many seconds were near threshold speed (our setting)."""

RECOVERY_MINUTES = 45
RECOVERY_SHARE = 0.8
RECOVERY_SPEED = 0.97
"""Recovery: at most 45 minutes, at most 80 % of the median, slower than usual (our settings)."""

RACE_WORDS = re.compile(
    r"\b(race|parkrun|wettkampf)\b(?!\s*[- ]?(pace|prep|plan|training|simulation|week))", re.IGNORECASE
)
QUALITY_WORDS = re.compile(
    r"\b(intervals?|tempo|threshold|fartlek|repeats?|vo2 ?max|hill (reps?|sprints?|repeats?)|track (session|workout|work)"
    r"|\d+ ?[x×] ?\d+)\b",
    re.IGNORECASE,
)
STRIDES = re.compile(r"\bstrides?\b", re.IGNORECASE)
RECOVERY_WORDS = re.compile(r"\b(recovery|shake ?-?out|regeneration)\b", re.IGNORECASE)
LONG_WORDS = re.compile(r"\blong run\b|\blong slow\b", re.IGNORECASE)

RACE_DISTANCES = (
    (5_000, "5 km", 1.0),
    (10_000, "10 km", 0.99),
    (21_098, "half marathon", 0.95),
    (42_195, "marathon", 0.88),
)
"""Metres, name, and the least share of threshold speed that a race over it is run at (our settings)."""

RACE_NAMES = re.compile(r"\b(half[- ]?marathon|marathon|10 ?k|5 ?k)\b", re.IGNORECASE)
MEASURED_WITHIN = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a run is held against.

    Minutes: median of recent runs, sum of its week (at least a usual week) · whether it is its week's longest · usual speed (m/s) and
    heart rate · whether the day before held a key run · fastest earlier mean speed over the same distance.
    """

    median_minutes: float
    week_minutes: float
    longest_of_week: bool
    usual_speed: float | None
    usual_heart_rate: float | None
    after_key_run: bool
    fastest_before: float | None
    thresholds: Thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A kind, how sure, and what spoke for it."""

    kind: RunKind
    sure: Sure
    why: str


def decide_kind(run: Sighting, around: Around) -> Verdict:
    """The first that holds of race, long, quality, recovery; else easy."""
    return (
        _race(run, around)
        or _long(run, around)
        or _quality(run, around)
        or _recovery(run, around)
        or _easy(run, around)
    )


def _race(run: Sighting, around: Around) -> Verdict | None:
    title = run.recording.title
    if run.recording.race:
        return Verdict(kind=RunKind.RACE, sure=Sure.HIGH, why="recorded as a race")
    if RACE_WORDS.search(title):
        return Verdict(kind=RunKind.RACE, sure=Sure.HIGH, why=f"named “{title}”")
    standard = standard_distance(run)
    if standard is None or run.speed is None:
        return None
    name, share = standard
    near = _share_of_threshold(run, around)
    if near is None or near < share:
        return None
    if RACE_NAMES.search(title):
        return Verdict(kind=RunKind.RACE, sure=Sure.MIDDLE, why=f"named “{title}”, {name} at race effort")
    if around.fastest_before is not None and run.speed > around.fastest_before:
        return Verdict(kind=RunKind.RACE, sure=Sure.MIDDLE, why=f"your best {name} so far, at race effort")
    return None


def standard_distance(run: Sighting) -> tuple[str, float] | None:
    """The name of the race distance a run comes within 3 % of, and the least share of threshold speed it is raced at."""
    metres = run.recording.metres or 0
    for standard, name, share in RACE_DISTANCES:
        if abs(metres - standard) <= MEASURED_WITHIN * standard:
            return name, share
    return None


def _share_of_threshold(run: Sighting, around: Around) -> float | None:
    known = around.thresholds.speed_sure in {Sure.HIGH, Sure.MIDDLE}
    if run.speed is None or around.thresholds.speed is None or not known:
        return None
    return run.speed / around.thresholds.speed


def _long(run: Sighting, around: Around) -> Verdict | None:
    over_median = run.minutes >= LONG_OVER_MEDIAN * around.median_minutes
    share = run.minutes / around.week_minutes if around.week_minutes else 0.0
    if not (around.longest_of_week and over_median):
        return None
    if run.minutes < LONG_MINUTES and share < LONG_SHARE_OF_WEEK:
        return None
    why = f"longest of its week, {run.minutes:.0f} minutes against a median of {around.median_minutes:.0f}"
    sure = Sure.HIGH if run.minutes >= LONG_MINUTES or LONG_WORDS.search(run.recording.title) else Sure.MIDDLE
    return Verdict(kind=RunKind.LONG, sure=sure, why=why)


def _quality(run: Sighting, around: Around) -> Verdict | None:
    signs = _quality_signs(run, around)
    if not signs:
        return None
    thresholds = around.thresholds
    firm = len(signs) > 1 or bool(QUALITY_WORDS.search(run.recording.title))
    sure = Sure.HIGH if firm else Sure.LOW if thresholds.speed_sure is Sure.LOW else Sure.MIDDLE
    return Verdict(kind=RunKind.QUALITY, sure=sure, why="; ".join(signs))


def _quality_signs(run: Sighting, around: Around) -> list[str]:
    signs = []
    title = run.recording.title
    if QUALITY_WORDS.search(title) and not STRIDES.search(title):
        signs.append(f"named “{title}”")
    fast_s = seconds_near_threshold(run, around.thresholds)
    if _enough(fast_s, sum(run.digest.speed_s.values())):
        signs.append(f"{fast_s // 60} minutes at threshold speed or faster")
    beats_s = _seconds_above_heart_rate(run, around.thresholds)
    if _enough(beats_s, sum(run.digest.heart_rate_s.values())):
        signs.append(f"{beats_s // 60} minutes above threshold heart rate")
    if run.digest.fast_laps >= QUALITY_REPEATS and _repeats_were_fast(run, around.thresholds):
        signs.append(f"{run.digest.fast_laps} fast stretches")
    if (run.recording.effort or 0) >= QUALITY_EFFORT:
        signs.append(f"effort {run.recording.effort}/10")
    return signs


def _enough(seconds: int, of_seconds: int) -> bool:
    return seconds >= 60 * QUALITY_MINUTES or (of_seconds >= 600 and seconds >= QUALITY_SHARE * of_seconds)


def seconds_near_threshold(run: Sighting, thresholds: Thresholds) -> int:
    """Seconds at threshold speed (2 % below it, or 5 % above where it is only a guess) or faster."""
    if thresholds.speed is None:
        return 0
    margin = GUESSED_THRESHOLD if thresholds.speed_sure is Sure.LOW else NEAR_THRESHOLD
    return _seconds_from(run, 10 * margin * thresholds.speed)


def _seconds_from(run: Sighting, tenths: float) -> int:
    return sum(seconds for speed, seconds in run.digest.speed_s.items() if speed >= tenths)


def _seconds_above_heart_rate(run: Sighting, thresholds: Thresholds) -> int:
    if thresholds.heart_rate is None:
        return 0
    return sum(seconds for beats, seconds in run.digest.heart_rate_s.items() if beats > thresholds.heart_rate)


def _repeats_were_fast(run: Sighting, thresholds: Thresholds) -> bool:
    if thresholds.speed is None or not run.digest.speed_s:
        return True
    return _seconds_from(run, 10 * REPEATS_SPEED * thresholds.speed) >= REPEATS_S


def _recovery(run: Sighting, around: Around) -> Verdict | None:
    if RECOVERY_WORDS.search(run.recording.title):
        return Verdict(kind=RunKind.RECOVERY, sure=Sure.HIGH, why=f"named “{run.recording.title}”")
    short = run.minutes <= RECOVERY_MINUTES and run.minutes <= RECOVERY_SHARE * around.median_minutes
    if not (short and around.after_key_run and _gentle(run, around)):
        return None
    return Verdict(kind=RunKind.RECOVERY, sure=Sure.MIDDLE, why="short and slow, the day after a key run")


def _gentle(run: Sighting, around: Around) -> bool:
    if run.speed is not None and around.usual_speed is not None:
        return run.speed <= RECOVERY_SPEED * around.usual_speed
    if run.heart_rate is not None and around.usual_heart_rate is not None:
        return run.heart_rate <= RECOVERY_SPEED * around.usual_heart_rate
    return True


def _easy(run: Sighting, around: Around) -> Verdict:
    if not run.digest.speed_s and not run.digest.heart_rate_s:
        return Verdict(kind=RunKind.EASY, sure=Sure.LOW, why="only its duration is known")
    sure = (
        Sure.LOW if around.thresholds.speed is None and around.thresholds.heart_rate is None else Sure.MIDDLE
    )
    return Verdict(kind=RunKind.EASY, sure=sure, why="nothing hard seen")
