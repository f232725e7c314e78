"""Decides what each recorded run was: kind, hardness, cost to the legs; the runner's own word comes first."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from legday.model.runner import Profile
from legday.model.runs import KEY_KINDS, Digest, JudgedRun, Missing, Recording, RunKind, Sure, Thresholds
from legday.running.cost import leg_cost
from legday.running.hardness import RESTING_HEART_RATE, effort_minutes, hardness, training_impulse
from legday.running.kinds import Around, Verdict, decide_kind, standard_distance
from legday.running.sighting import Sighting, middle, monday_of, runs_seen
from legday.running.thresholds import LOOK_BACK_DAYS, find_thresholds

RECENT_DAYS = 42
"""Runs of the six weeks before a run say what is usual (our setting)."""

USUAL_WEEKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """All runs judged, oldest first, and the thresholds on the day asked for."""

    runs: tuple[JudgedRun, ...]
    thresholds: Thresholds


def judge(
    recordings: Sequence[tuple[Recording, Digest]],
    *,
    profile: Profile,
    corrections: Mapping[str, RunKind],
    today: date,
) -> Judged:
    """Judge every run up to `today`; other sports are left out. `corrections` by recording id stand above all."""
    runs = runs_seen(recordings, profile=profile, today=today)
    history = _History(runs, profile=profile, today=today)
    judged: list[JudgedRun] = []
    for run in runs:
        verdict, by_runner = history.verdict(run, judged, corrected=corrections.get(run.recording.id))
        judged.append(
            _judged(run, verdict, thresholds=history.thresholds(run), profile=profile, by_runner=by_runner)
        )
    return Judged(runs=tuple(judged), thresholds=find_thresholds(runs, profile=profile, today=today))


def _judged(
    run: Sighting, verdict: Verdict, *, thresholds: Thresholds, profile: Profile, by_runner: bool
) -> JudgedRun:
    highest = thresholds.max_heart_rate
    resting = profile.resting_heart_rate or RESTING_HEART_RATE
    return JudgedRun(
        recording=run.recording,
        local_start=run.start,
        kind=verdict.kind,
        key=verdict.kind in KEY_KINDS,
        hardness=hardness(run.recording, run.digest, thresholds),
        sure=verdict.sure,
        why=(verdict.why,),
        unseen=_unseen(run),
        kind_by_runner=by_runner,
        cost=leg_cost(run.recording, run.digest),
        trimp=None
        if highest is None
        else training_impulse(run.digest.heart_rate_s, resting=resting, highest=highest, sex=profile.sex),
        effort_minutes=effort_minutes(run.recording),
    )


def _unseen(run: Sighting) -> tuple[Missing, ...]:
    missing = list(run.recording.missing)
    if not run.digest.heart_rate_s:
        missing.append(Missing.HEART_RATE)
    if not run.digest.speed_s:
        missing.append(Missing.DISTANCE)
    return tuple(dict.fromkeys(missing))


class _History:
    """The runs by date, and what was usual at each of them."""

    def __init__(self, runs: tuple[Sighting, ...], *, profile: Profile, today: date) -> None:
        self.runs = runs
        self.days = [run.day for run in runs]
        self.profile = profile
        self.today = today
        self._thresholds: dict[date, Thresholds] = {}
        self._usual: dict[date, tuple[float, float, float | None, float | None]] = {}

    def verdict(
        self, run: Sighting, before: Sequence[JudgedRun], *, corrected: RunKind | None
    ) -> tuple[Verdict, bool]:
        if corrected is not None:
            return Verdict(kind=corrected, sure=Sure.HIGH, why="you said so"), True
        return decide_kind(run, self.around(run, before)), False

    def between(self, first: date, last: date) -> tuple[Sighting, ...]:
        return self.runs[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def around(self, run: Sighting, before: Sequence[JudgedRun]) -> Around:
        week = self.between(run.monday, run.monday + timedelta(days=6))
        median_minutes, usual_week, usual_speed, usual_beats = self.usual(run.monday)
        yesterday = run.day - timedelta(days=1)
        return Around(
            median_minutes=median_minutes,
            week_minutes=max(sum(other.minutes for other in week), usual_week),
            longest_of_week=run is max(week, key=lambda other: (other.minutes, other.start)),
            usual_speed=usual_speed,
            usual_heart_rate=usual_beats,
            after_key_run=any(earlier.key and earlier.day == yesterday for earlier in before[-4:]),
            fastest_before=self._fastest_before(run),
            thresholds=self.thresholds(run),
        )

    def usual(self, monday: date) -> tuple[float, float, float | None, float | None]:
        """Median minutes, minutes of a usual week, usual speed and heart rate, at the end of the week of `monday`."""
        if monday not in self._usual:
            recent = self.between(
                monday - timedelta(days=RECENT_DAYS), min(monday + timedelta(days=6), self.today)
            )
            self._usual[monday] = (
                median(run.minutes for run in recent),
                self._usual_week(monday),
                middle([run.speed for run in recent]),
                middle([run.heart_rate for run in recent]),
            )
        return self._usual[monday]

    def _usual_week(self, monday: date) -> float:
        """Median minutes of the weeks before with runs: only a week not over yet is held against it."""
        if monday != monday_of(self.today):
            return 0.0
        sums: dict[date, float] = {}
        for run in self.between(monday - timedelta(weeks=USUAL_WEEKS), monday - timedelta(days=1)):
            sums[run.monday] = sums.get(run.monday, 0.0) + run.minutes
        return median(sums.values()) if sums else 0.0

    def thresholds(self, run: Sighting) -> Thresholds:
        """Thresholds at the end of the run's week; early runs are held against the first 90 days."""
        settled = monday_of(self.days[0]) + timedelta(days=LOOK_BACK_DAYS - 7)
        as_of = min(max(run.monday + timedelta(days=6), settled), self.today)
        if as_of not in self._thresholds:
            recent = self.between(as_of - timedelta(days=LOOK_BACK_DAYS), as_of)
            self._thresholds[as_of] = find_thresholds(recent, profile=self.profile, today=as_of)
        return self._thresholds[as_of]

    def _fastest_before(self, run: Sighting) -> float | None:
        """The fastest mean speed of earlier runs over the same distance within 3 %, a year back; only race distances are looked up."""
        metres = run.recording.metres
        if not metres or standard_distance(run) is None:
            return None
        earlier = self.between(run.day - timedelta(days=365), run.day - timedelta(days=1))
        same = [
            other.speed
            for other in earlier
            if abs((other.recording.metres or 0) - metres) <= 0.03 * metres and other.speed is not None
        ]
        return max(same, default=None)
