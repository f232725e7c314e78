"""Decides the runner's threshold speed and heart rate, and how sure they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legday.model.quantities import pace_text
from legday.model.runner import Profile, Units
from legday.model.runs import Digest, Sure, Thresholds
from legday.running.sighting import Sighting, middle

LOOK_BACK_DAYS = 90

SPEED_SHARE = {1200: 0.95, 1800: 0.98, 2400: 0.99}
"""Threshold speed as a share of the best over 20, 30 and 40 minutes (our setting; an hour all out is threshold)."""

HEART_RATE_SHARE = {1200: 0.98, 1800: 0.99, 2400: 1.0}

CLEARLY_FASTER = 1.10
"""A best effort this many times the usual speed was meant to be hard (our setting)."""

ABOVE_USUAL = 1.15
"""Threshold over usual speed where no hard effort is seen (our setting)."""

HARD_SHARE_OF_HIGHEST = 0.88
"""Mean heart rate of an effort, relative to the highest, from which it counts as all out (our setting)."""

SHARE_OF_HIGHEST = 0.9
"""Threshold heart rate from the highest believable one, where no hard effort shows it (planning.md §0)."""

HELD_FOR_S = 10
ALONE_HELD_FOR_S = 120
"""A heart rate must have been held this long to be believed; one that stands alone above all other runs longer (our settings)."""

USUAL_HIGHEST = (208.0, 0.7)
"""Usual highest heart rate = 208 − 0.7 × age (Tanaka 2001, recalled)."""

SHOWN_FROM = 0.95
"""Below this share of the usual highest, the runner has not shown theirs yet (our setting)."""


@dataclass(frozen=True, slots=True)
class Effort:
    """The best stretch of a run: seconds, speed in m/s, mean heart rate, and whether it was meant all out."""

    window: int
    speed: float
    heart_rate: float | None
    raced: bool


def find_thresholds(runs: Sequence[Sighting], *, profile: Profile, today: date) -> Thresholds:
    """Thresholds on `today` from the runs of the 90 days before; everything None and `Sure.NONE` where nothing is seen."""
    first = today - timedelta(days=LOOK_BACK_DAYS)
    recent = [run for run in runs if first < run.day <= today]
    highest = profile.max_heart_rate or highest_heart_rate(recent, age=profile.age_on(today))
    best = _best_effort(recent)
    usual = middle([run.speed for run in recent])
    speed, speed_sure, speed_why = _speed(best, usual=usual, highest=highest, units=profile.units)
    beats, beats_sure, beats_why = _heart_rate(best, sure=speed_sure, highest=highest)
    return Thresholds(
        speed=speed,
        speed_sure=speed_sure,
        heart_rate=beats,
        heart_rate_sure=beats_sure,
        max_heart_rate=highest,
        why=tuple(why for why in (speed_why, beats_why) if why),
    )


def highest_heart_rate(runs: Sequence[Sighting], *, age: int) -> int | None:
    """The highest believable beats/min: held for 10 s and at most 25 over what is usual at this age; None where no heart rate was seen.

    A peak far above all other runs must have been held for two minutes. Where no run comes near what is usual at this age, 95 % of
    that is taken: the runner has not shown their highest yet.
    """
    usual = USUAL_HIGHEST[0] - USUAL_HIGHEST[1] * age
    peaks = [peak for run in runs if (peak := held_peak(run.digest, most=round(usual) + 25))]
    if not peaks:
        return None
    return max(_believed(runs, sorted(peaks, reverse=True)), round(SHOWN_FROM * usual))


def _believed(runs: Sequence[Sighting], peaks: Sequence[int]) -> int:
    first = peaks[0]
    if len(peaks) < 3 or first - peaks[1] <= 8:
        return first
    held = max(
        sum(seconds for beats, seconds in run.digest.heart_rate_s.items() if first - 5 <= beats <= first)
        for run in runs
    )
    return first if held >= ALONE_HELD_FOR_S else peaks[1]


def held_peak(found: Digest, *, most: int) -> int | None:
    """The highest beats/min, at most `most`, at or above which ten seconds were spent."""
    seconds = 0
    for beats in sorted((beats for beats in found.heart_rate_s if beats <= most), reverse=True):
        seconds += found.heart_rate_s[beats]
        if seconds >= HELD_FOR_S:
            return beats
    return None


def _best_effort(runs: Sequence[Sighting]) -> Effort | None:
    efforts = [
        Effort(
            window=window,
            speed=run.digest.best_speed[window],
            heart_rate=run.digest.best_heart_rate.get(window),
            raced=run.recording.race or (run.recording.effort or 0) >= 9,
        )
        for run in runs
        for window in SPEED_SHARE
        if window in run.digest.best_speed
    ]
    return max(efforts, key=lambda effort: effort.speed * SPEED_SHARE[effort.window], default=None)


def _speed(
    best: Effort | None, *, usual: float | None, highest: int | None, units: Units
) -> tuple[float | None, Sure, str]:
    if best is None:
        return None, Sure.NONE, "no run of 20 minutes with a distance in the last 90 days"
    measured = best.speed * SPEED_SHARE[best.window]
    all_out = best.raced or bool(
        highest and best.heart_rate and best.heart_rate >= HARD_SHARE_OF_HIGHEST * highest
    )
    faster = usual is not None and best.speed >= CLEARLY_FASTER * usual
    said = f"best {best.window // 60} minutes at {pace_text(best.speed, units)} on the level"
    if all_out or faster:
        sure = Sure.HIGH if all_out and faster else Sure.MIDDLE
        return round(measured, 3), sure, f"threshold pace {pace_text(measured, units)}: {said}"
    guess = max(measured, ABOVE_USUAL * usual) if usual else measured
    why = f"threshold pace about {pace_text(guess, units)}: a guess from usual pace, no hard effort of 20–40 minutes seen"
    return round(guess, 3), Sure.LOW, why


def _heart_rate(best: Effort | None, *, sure: Sure, highest: int | None) -> tuple[int | None, Sure, str]:
    if best is not None and best.heart_rate is not None and sure in {Sure.HIGH, Sure.MIDDLE}:
        beats = round(best.heart_rate * HEART_RATE_SHARE[best.window])
        if highest is None or SHARE_OF_HIGHEST * highest - 15 <= beats <= highest:
            return beats, sure, f"threshold heart rate {beats}: mean of the same {best.window // 60} minutes"
    if highest is None:
        return None, Sure.NONE, "no heart rate seen"
    beats = round(SHARE_OF_HIGHEST * highest)
    return (
        beats,
        Sure.LOW,
        f"threshold heart rate about {beats}: 90 % of the highest, seen or usual at your age, {highest}",
    )
