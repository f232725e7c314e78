"""Decides how the pain of each place is followed: what was said of it in the last weeks."""

from dataclasses import dataclass
from datetime import date, timedelta

from legday.model.happened import PainFelt
from legday.model.sets import Side
from legday.model.state import Log

FOLLOWED = timedelta(days=42)
"""A pain is followed for so long (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainTrend:
    """What was said of one place and side, oldest first; at least one report."""

    place: str
    side: Side
    reports: tuple[PainFelt, ...]

    @property
    def worst(self) -> tuple[tuple[date, int], ...]:
        """The highest number of each day, 0–10."""
        days: dict[date, int] = {}
        for one in self.reports:
            days[one.day] = max(one.score, days.get(one.day, 0))
        return tuple(sorted(days.items()))


def pain_trends(log: Log, *, today: date) -> tuple[PainTrend, ...]:
    """Each place and side that was said to hurt in the last six weeks, the one said last first."""
    found: dict[tuple[str, Side], list[PainFelt]] = {}
    for one in log.pains:
        if today - FOLLOWED <= one.day <= today:
            found.setdefault((one.place, one.side), []).append(one)
    trends = [
        PainTrend(place=place, side=side, reports=tuple(reports))
        for (place, side), reports in found.items()
        if any(one.score for one in reports)
    ]
    return tuple(sorted(trends, key=lambda one: one.reports[-1].at, reverse=True))
