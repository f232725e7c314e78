"""Decides where a value stands in a picture, and which round values are written beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from legday.writing.pictures.picture import Write
from legday.writing.pictures.svg import Drawn, element

CLOCK = (5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0)
"""Seconds that are round on a clock."""
LEAST = 1e-6
"""A span smaller than this share of its values is none."""
ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` laid evenly from `start` to `end`; where there is no span all stand in the middle."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def within(self, value: float) -> float:
        """Where a value stands, or the nearer end for one beyond."""
        return self.at(min(max(value, self.low), self.high))


def ticks(low: float, high: float, *, most: int = 4, steps: Sequence[float] = ()) -> tuple[float, ...]:
    """Round values, evenly spaced, from at or below `low` to at or above `high`: at most `most` spaces between them.

    `steps` are tried first, the smallest before the others, where values of a clock are rounder than those of ten.
    """
    if high - low <= LEAST * max(1.0, abs(low)):
        high = low + max(1.0, abs(low))
    ten = 10.0 ** floor(log10((high - low) / most))
    for step in (*steps, *(one * power for power in (ten, 10 * ten) for one in ROUND)):
        first, last = floor((low + _unseen(low)) / step), ceil((high - _unseen(high)) / step)
        if last - first <= most:
            return tuple(round(place * step, 9) for place in range(first, last + 1))
    return low, high


def _unseen(value: float) -> float:
    """So little that a value is round all the same: what arithmetic leaves over."""
    return 1e-9 * max(1.0, abs(value))


def value_axis(marks: Sequence[float], scale: Scale, *, left: float, right: float, write: Write) -> Drawn:
    """A hair line across for each mark, its value on the left."""
    drawn = []
    for mark in marks:
        y = scale.at(mark)
        drawn += [
            element("line", x1=left, x2=right, y1=y, y2=y, class_="hair"),
            element("text", write(mark), x=left - 5, y=y + 3.5, text_anchor="end", class_="tick"),
        ]
    return element("g", *drawn)


def labelled(labels: Sequence[str], places: Sequence[float], *, y: float, most: int = 6) -> Drawn:
    """Labels below, so few of them that they do not touch; the last is always written."""
    step = max(1, ceil(len(labels) / most))
    shown = [place for place in range(len(labels)) if (len(labels) - 1 - place) % step == 0]
    return element(
        "g",
        *(
            element("text", labels[place], x=places[place], y=y, text_anchor="middle", class_="tick")
            for place in shown
        ),
    )


def day_scale(days: Sequence[date], *, start: float, end: float) -> Scale:
    """Days in their order from the first to the last."""
    return Scale(days[0].toordinal(), days[-1].toordinal(), start, end)


def day_ends(first: str, last: str, *, left: float, right: float, y: float) -> Drawn:
    """The first and the last day below their ends; one alone in the middle."""
    if first == last:
        return element("text", first, x=(left + right) / 2, y=y, text_anchor="middle", class_="tick")
    return element(
        "g",
        element("text", first, x=left, y=y, text_anchor="start", class_="tick"),
        element("text", last, x=right, y=y, text_anchor="end", class_="tick"),
    )
