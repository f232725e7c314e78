"""Decides which reports of pain belong together, how bad each is, and when an episode is over."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from legday.adapting.limits import BONE_LIKE, JOINT_SIGNS, RULE, Limits, condition_of, limits_of
from legday.model.catalogue import Catalogue
from legday.model.exercises import Condition, Tissue
from legday.model.happened import ClearedByClinician, PainFelt
from legday.model.pain_words import Behaviour, When
from legday.model.rules import Rulebook
from legday.model.sets import Side
from legday.model.state import Log

_REACHING = ("resolved_days", "pause_days", "hold_days", "times_days")
"""The numbers that say how far back reports reach."""


class Strain(IntEnum):
    """How bad one report is, the mildest first."""

    GONE = 0
    GO_ON = 1
    HOLD = 2
    OVER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of pain, judged: `rise` over the day before where it is of the next morning (None = not known), `number` that decided.

    `see` names what a clinician must look at whatever the number: "bone" or "joint", empty where nothing.
    """

    felt: PainFelt
    strain: Strain
    number: str
    rise: int | None = None
    over_score: bool = False
    see: str = ""

    @property
    def day(self) -> date:
        return self.felt.day

    @property
    def ends(self) -> bool:
        """Gone; or low enough, and the next morning no worse."""
        calm = self.rise is not None and self.rise <= 0 and self.strain is Strain.GO_ON and not self.see
        return self.strain is Strain.GONE or calm


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """Reports of one place and side that belong together, in their order. `ended`: a report said that it is over."""

    place: str
    side: Side
    condition: Condition
    limits: Limits
    reports: tuple[Report, ...]
    time: int = 1
    ended: bool = False

    @property
    def last(self) -> Report:
        return self.reports[-1]

    def days(self, strain: Strain) -> tuple[date, ...]:
        """The days with a report as bad as this, each once."""
        return tuple(dict.fromkeys(one.day for one in self.reports if one.strain is strain))

    @property
    def to_see(self) -> Report | None:
        """The first report that a clinician must look at."""
        return next((one for one in self.reports if one.see), None)

    def worst(self, strain: Strain) -> Report | None:
        """The last report as bad as this."""
        return next((one for one in reversed(self.reports) if one.strain is strain), None)


def episodes(log: Log, catalogue: Catalogue, *, today: date) -> tuple[Episode, ...]:
    """Every episode that can still say something on `today`, by place, side and time, since a clinician last cleared its place.

    Those are the episodes that may hold something back, and those that are counted with them. Reports of later days do not count yet.
    """
    by_place: dict[str, list[PainFelt]] = {}
    for pain in log.pains:
        if pain.day <= today:
            by_place.setdefault(pain.place, []).append(pain)
    reach, bone = reach_of(catalogue.rulebook), catalogue.rulebook.number(RULE, "bone")
    found: list[Episode] = []
    for place in sorted(by_place):
        condition = condition_of(place, catalogue)
        said = _since_cleared(by_place[place], condition, log.cleared)
        for side in _sides(said):
            of_side = sorted(
                (one for one in said if one.side in {side, Side.BOTH}),
                key=lambda one: one.day,
            )
            telling = _telling(of_side, condition, reach, bone=bone, today=today)
            found.extend(_episodes(place, side, condition, telling, catalogue))
    return tuple(found)


def _since_cleared(
    said: Sequence[PainFelt], condition: Condition, words: Iterable[ClearedByClinician]
) -> list[PainFelt]:
    """What was said after the last word of a clinician about its place."""
    names = {"", said[0].place, condition.id}
    last = max((one for one in words if one.what in names), key=lambda one: (one.day, one.at), default=None)
    return [one for one in said if last is None or not after(one.day, one.at, last)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far reports reach: silence that ends an episode, the longest that one holds back, and how long episodes are counted."""

    silence: timedelta
    holds: timedelta
    counted: timedelta


def reach_of(rulebook: Rulebook) -> Reach:
    silence, pause, hold, counted = (rulebook.number(RULE, name) for name in _REACHING)
    return Reach(
        silence=timedelta(days=silence),
        holds=timedelta(days=max(silence, pause + hold)),
        counted=timedelta(days=counted),
    )


def _telling(
    said: Sequence[PainFelt], condition: Condition, reach: Reach, *, bone: int, today: date
) -> list[PainFelt]:
    """The reports in order, without the rows that lie too far back to say anything; what a clinician must see never does."""
    rows = _rows(said, reach.silence)
    since = today - reach.holds
    began = next((row[0].day for row in rows if row[-1].day >= since), today)
    return [
        one
        for row in rows
        if row[-1].day >= began - reach.counted or any(to_be_seen(each, condition, bone=bone) for each in row)
        for one in row
    ]


def _rows(said: Sequence[PainFelt], silence: timedelta) -> list[list[PainFelt]]:
    """Reports in order, parted where nothing was said for longer than `silence`: no episode reaches over such a gap."""
    rows: list[list[PainFelt]] = []
    for one in said:
        if rows and one.day - rows[-1][-1].day <= silence:
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def after(day: date, at: datetime, word: ClearedByClinician) -> bool:
    """Whether a clinician's word came after what was said of `day` at the moment `at`."""
    return word.day > day or (word.day == day and word.at >= at)


def _sides(said: Sequence[PainFelt]) -> tuple[Side, ...]:
    """The sides that are told apart; what hurts on both counts for each, as soon as one was named."""
    named = {one.side for one in said}
    if named <= {Side.BOTH}:
        return tuple(named)
    if Side.BOTH in named:
        return (Side.LEFT, Side.RIGHT)
    return tuple(sorted(named))


def _episodes(
    place: str, side: Side, condition: Condition, said: Sequence[PainFelt], catalogue: Catalogue
) -> list[Episode]:
    rulebook = catalogue.rulebook
    limits = limits_of(condition, rulebook)
    silence = timedelta(days=rulebook.number(RULE, "resolved_days"))
    parts: list[_Part] = []
    by_day: dict[date, list[PainFelt]] = {}
    for pain in said:
        by_day.setdefault(pain.day, []).append(pain)
        report = judged(
            pain,
            _evening_before(pain, by_day.get(pain.day - timedelta(days=1), ())),
            condition,
            limits,
            morning_worse=rulebook.number(RULE, "morning_worse"),
        )
        open_one = parts[-1] if parts and not parts[-1].ended else None
        if open_one and report.day - open_one.reports[-1].day <= silence:
            open_one.add(report)
        elif report.strain is not Strain.GONE:
            parts.append(_Part([report], ended=report.ends))
    times = _times([one.reports[0].day for one in parts], timedelta(days=rulebook.number(RULE, "times_days")))
    return [
        Episode(
            place=place,
            side=side,
            condition=condition,
            limits=limits,
            reports=tuple(one.reports),
            time=time,
            ended=one.ended,
        )
        for one, time in zip(parts, times, strict=True)
    ]


@dataclass(slots=True)
class _Part:
    """An episode while its reports are gone through."""

    reports: list[Report]
    ended: bool

    def add(self, report: Report) -> None:
        """What a clinician must see does not end by being gone for a day."""
        seen = any(one.see for one in self.reports)
        self.reports.append(report)
        self.ended = report.ends and not seen


def _times(began: Sequence[date], within: timedelta) -> list[int]:
    """Which time it is that it hurts, for each episode of those that began within a year."""
    return [place + 1 - bisect_left(began, day - within) for place, day in enumerate(began)]


def _evening_before(pain: PainFelt, day_before: Sequence[PainFelt]) -> int | None:
    """The most it hurt on the day before a next morning; None where nobody said."""
    if pain.when is not When.NEXT_MORNING:
        return None
    return max((one.score for one in day_before if one.when is not When.NEXT_MORNING), default=None)


def judged(
    pain: PainFelt, before: int | None, condition: Condition, limits: Limits, *, morning_worse: int
) -> Report:
    """One report by the limits of its place; `before` is the highest score of the day before a next morning (science.md F1, F2, F10)."""
    rise = None if before is None else pain.score - before
    if pain.score <= 0:
        return Report(felt=pain, strain=Strain.GONE, number=limits.go_number, rise=rise)
    see = to_be_seen(pain, condition, bone=limits.bone)
    strain, number = _by_morning(pain, rise, condition, limits, morning_worse=morning_worse)
    # Bone has no range to step back in: anything over 0 goes to a clinician.
    over = pain.score > limits.stop and condition.tissue is not Tissue.BONE
    if over:
        strain, number = Strain.OVER, limits.stop_number
    return Report(felt=pain, strain=strain, number=number, rise=rise, over_score=over, see=see)


def to_be_seen(pain: PainFelt, condition: Condition, *, bone: int) -> str:
    """What a clinician must look at: "bone" over its limit `bone`, "joint" whatever the number, empty where nothing."""
    if pain.score <= 0:
        return ""
    bone_like = condition.tissue is Tissue.BONE or pain.behaviour & BONE_LIKE
    if bone_like and pain.score > bone:
        return "bone"
    return "joint" if pain.behaviour & JOINT_SIGNS else ""


def _by_morning(
    pain: PainFelt, rise: int | None, condition: Condition, limits: Limits, *, morning_worse: int
) -> tuple[Strain, str]:
    """How bad a report within the limits is, and the number that says so."""
    worse = rise or 0
    if worse >= morning_worse or Behaviour.LIMP in pain.behaviour:
        return Strain.OVER, "morning_worse"
    if worse > 0:
        return (Strain.OVER if condition.tissue is Tissue.TENDON else Strain.HOLD), "morning_repeat"
    return (Strain.HOLD if pain.score > limits.go else Strain.GO_ON), limits.go_number
