"""Decides which phase each week of a season belongs to: backwards from the races aimed at, in rolling cycles without one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legday.model.progression import Phase
from legday.model.runner import Race
from legday.progressing.calendar_weeks import monday, weeks_between
from legday.progressing.races import recover_weeks

BUILD = (Phase.FOUNDATION, Phase.STRENGTH, Phase.POWER, Phase.MAINTAIN)
WORTH_BEGINNING = 3
"""A phase shorter than this many weeks is not begun; the one before runs on (our setting). Power may be one shorter."""

Spans = Mapping[Phase, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a season is laid out in: its first Monday, how many weeks, the least and most weeks of each phase, a cycle's weeks."""

    origin: date
    weeks: int
    spans: Spans
    cycle_weeks: int
    foundation_behind: int


def _worth(phase: Phase, least: int) -> int:
    """The weeks a phase must have to be begun; foundation, where it is due, always is."""
    if phase is Phase.FOUNDATION:
        return 0
    return min(least, WORTH_BEGINNING - 1 if phase is Phase.POWER else WORTH_BEGINNING)


def shared_out(weeks: int, spans: Spans) -> list[Phase]:
    """`weeks` weeks of building: each phase its least in order, then what is left up to the most, then maintain."""
    share = dict.fromkeys(BUILD, 0)
    left = weeks
    for phase in BUILD[:-1]:
        least = spans[phase][0]
        skipped = phase is Phase.POWER and not share[Phase.STRENGTH]
        if left >= _worth(phase, least) and not skipped:
            share[phase] = min(least, left)
            left -= share[phase]
    for phase in (Phase.STRENGTH, Phase.POWER, Phase.FOUNDATION):
        if share[phase]:
            more = min(left, spans[phase][1] - share[phase])
            share[phase] += more
            left -= more
    share[Phase.MAINTAIN] = left
    return [phase for phase in BUILD for _ in range(share[phase])]


def _foundation_left(spans: Spans, behind: int) -> Spans:
    """The spans for a runner with `behind` weeks of foundation: nothing of it to do once its least lies behind."""
    least, most = spans[Phase.FOUNDATION]
    left = max(0, least - behind)
    return {**spans, Phase.FOUNDATION: (left, max(left, most - behind) if left else 0)}


def _again(spans: Spans) -> Spans:
    """The spans after a race or a cycle: half a foundation before the rest."""
    least, most = spans[Phase.FOUNDATION]
    return {**spans, Phase.FOUNDATION: (least // 2, most // 2)}


def _most(spans: Spans) -> int:
    return sum(spans[phase][1] for phase in BUILD)


def before_race(weeks: int, spans: Spans, *, cycle: int) -> list[Phase]:
    """The weeks up to a taper: where there are more than one preparation holds, rolling cycles come first."""
    phases: list[Phase] = []
    while weeks - len(phases) > _most(spans) and weeks - len(phases) > cycle:
        phases += shared_out(cycle, spans)
        spans = _again(spans)
    return phases + shared_out(weeks - len(phases), spans)


def rolling(weeks: int, spans: Spans, *, cycle: int) -> list[Phase]:
    """Cycles of `cycle` weeks one after the other, cut off at `weeks`."""
    phases: list[Phase] = []
    while len(phases) < weeks:
        phases += shared_out(cycle, spans)
        spans = _again(spans)
    return phases[:weeks]


def _fixed(races: Sequence[Race], frame: Frame) -> dict[int, Phase]:
    """The weeks that races fix, by index: recovery after each, then taper into each (which wins)."""
    fixed: dict[int, Phase] = {}
    taper = frame.spans[Phase.TAPER][1]
    at = [(race, weeks_between(frame.origin, monday(race.day))) for race in races]
    for race, index in at:
        fixed |= dict.fromkeys(range(index + 1, index + 1 + recover_weeks(race)), Phase.RECOVER)
    for _, index in at:
        fixed |= dict.fromkeys(range(index + 1 - taper, index + 1), Phase.TAPER)
    return fixed


def lay_out(races: Sequence[Race], frame: Frame) -> tuple[Phase, ...]:
    """The phase of each of the frame's weeks; `races` are those aimed at, oldest first (past ones still ask for recovery)."""
    fixed = _fixed(races, frame)
    last = max((index for index, phase in fixed.items() if phase is Phase.TAPER), default=-1)
    until = max(frame.weeks, last + 1)
    spans = _foundation_left(frame.spans, frame.foundation_behind)
    phases: list[Phase] = []
    while len(phases) < until:
        begin = len(phases)
        if begin in fixed:
            phases.append(fixed[begin])
            continue
        end = next((index for index in range(begin, until) if index in fixed), None)
        if end is None:
            phases += rolling(until - begin, spans, cycle=frame.cycle_weeks)
        else:
            phases += before_race(end - begin, spans, cycle=frame.cycle_weeks)
        spans = _again(frame.spans)
    return tuple(phases[: frame.weeks])
