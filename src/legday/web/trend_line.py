"""Decides where the points of a pain's line stand in its picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH, HEIGHT = 320, 112
LEFT, RIGHT, TOP, FOOT = 22, 10, 10, 10
LEAST_DAYS = 14
MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLine:
    """A line in a picture of `width` × `height` units: its points left to right, and the heights of 0, 5 and 10."""

    first: date
    last: date
    points: tuple[tuple[float, float], ...]
    grid: tuple[tuple[int, float], ...]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def path(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{x},{y}" for x, y in self.points)


def trend_line(days: Sequence[tuple[date, int]], *, today: date) -> TrendLine:
    """The line of numbers 0–10 by day up to `today`, over at least two weeks."""
    first = min(*(day for day, _ in days), today - timedelta(days=LEAST_DAYS))
    span = (today - first).days

    def height(score: int) -> float:
        return round(TOP + (HEIGHT - TOP - FOOT) * (MOST - score) / MOST, 1)

    points = tuple(
        (round(LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / span, 1), height(score))
        for day, score in days
    )
    return TrendLine(
        first=first, last=today, points=points, grid=tuple((each, height(each)) for each in (0, 5, 10))
    )
