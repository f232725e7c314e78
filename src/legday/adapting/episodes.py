"""Decides which reports of pain belong together, how bad each is, and when an episode is over."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum

from legday.adapting.limits import BONE_LIKE, JOINT_SIGNS, RULE, Limits, condition_of, limits_of
from legday.model.catalogue import Catalogue
from legday.model.exercises import Condition, Tissue
from legday.model.happened import Behaviour, ClearedByClinician, PainFelt, When
from legday.model.sets import Side
from legday.model.state import Log


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
    """Every episode since a clinician last cleared its place, by place, side and time. Reports of later days do not count yet."""
    places = sorted({one.place for one in log.pains})
    found: list[Episode] = []
    for place in places:
        condition = condition_of(place, catalogue)
        said = [one for one in log.pains if one.place == place and one.day <= today]
        said = [one for one in said if not _cleared(one, condition, log.cleared)]
        for side in _sides(said):
            of_side = [one for one in said if one.side in {side, Side.BOTH}]
            found.extend(_episodes(place, side, condition, of_side, catalogue))
    return tuple(found)


def _cleared(pain: PainFelt, condition: Condition, cleared: Iterable[ClearedByClinician]) -> bool:
    names = {"", pain.place, condition.id} if condition.id else {"", pain.place}
    return any(after(pain.day, pain.at, word) for word in cleared if word.what in names)


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
    ordered = sorted(said, key=lambda one: one.day)
    found: list[Episode] = []
    by_day: dict[date, list[PainFelt]] = {}
    for pain in ordered:
        by_day.setdefault(pain.day, []).append(pain)
        report = judged(
            pain,
            _evening_before(pain, by_day.get(pain.day - timedelta(days=1), ())),
            condition,
            limits,
            morning_worse=rulebook.number(RULE, "morning_worse"),
        )
        open_one = found[-1] if found and not found[-1].ended else None
        if open_one and report.day - open_one.last.day <= silence:
            found[-1] = _with(open_one, report)
        elif report.strain is not Strain.GONE:
            new = Episode(place=place, side=side, condition=condition, limits=limits, reports=(report,))
            found.append(replace(new, ended=report.ends))
    return _counted(found, timedelta(days=rulebook.number(RULE, "times_days")))


def _with(episode: Episode, report: Report) -> Episode:
    """What a clinician must see does not end by being gone for a day."""
    seen = any(one.see for one in episode.reports)
    return replace(episode, reports=(*episode.reports, report), ended=report.ends and not seen)


def _counted(found: Sequence[Episode], within: timedelta) -> list[Episode]:
    """Each episode with which time it is that it hurts, of those that began within a year."""
    began = [one.reports[0].day for one in found]
    return [
        replace(one, time=place + 1 - bisect_left(began, began[place] - within))
        for place, one in enumerate(found)
    ]


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
    bone = condition.tissue is Tissue.BONE or bool(pain.behaviour & BONE_LIKE)
    see = "bone" if bone else "joint" if pain.behaviour & JOINT_SIGNS else ""
    strain, number = _by_morning(pain, rise, condition, limits, morning_worse=morning_worse)
    # Bone has no range to step back in: anything over 0 goes to a clinician.
    over = pain.score > limits.stop and condition.tissue is not Tissue.BONE
    if over:
        strain, number = Strain.OVER, limits.stop_number
    return Report(felt=pain, strain=strain, number=number, rise=rise, over_score=over, see=see)


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
