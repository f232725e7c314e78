"""Decides how weeks are drawn as bars: done beside planned or one on the other, with a range to be in or a line not to pass."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cached_property

from legday.writing.pictures.axis import Scale, labelled, ticks, value_axis
from legday.writing.pictures.picture import WIDTH, Caption, Key, Picture, Write, framed
from legday.writing.pictures.svg import Drawn, element

TOP, FOOT = 18.0, 22.0
FULL = 0.72
"""The share of its place that a week's bars take."""
WIDEST = 34.0
FEW = 9
"""With so few weeks every bar says its number."""


class Size(Enum):
    """Width and height of the drawing: a half one stands beside another on a phone, its words as large."""

    WHOLE = (WIDTH, 176.0)
    HALF = (WIDTH / 2, 128.0)

    @property
    def left(self) -> float:
        """Room for the numbers of the axis, which are small where the picture is."""
        return 34.0 if self is Size.WHOLE else 26.0

    @property
    def right(self) -> float:
        return self.value[0] - 4

    @property
    def bottom(self) -> float:
        return self.value[1] - FOOT


class Stand(StrEnum):
    """How two series stand in a week."""

    BESIDE = "beside"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One value a week (None: nothing is known of it), its name and the class of its marks."""

    name: str
    look: str
    values: tuple[float | None, ...]


def bars(
    caption: Caption,
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    write: Write,
    stand: Stand = Stand.BESIDE,
    limit: Series | None = None,
    aim: tuple[float, float] | None = None,
    aim_name: str = "",
    marked: int | None = None,
    size: Size = Size.WHOLE,
) -> Picture:
    """Weeks in the order of `labels`. `limit` is a line with a value a week, `aim` a range behind all bars, `marked` the week of today.

    The table has a row a week: its label, then each series, then the limit.
    """
    told = (*series, *((limit,) if limit else ()))
    keys = [Key(look=one.look, name=one.name) for one in told]
    keys += [Key(look="aim", name=aim_name)] if aim else []
    sheet = _Sheet(labels=labels, series=series, write=write, stand=stand, limit=limit, aim=aim, size=size)
    return Picture(
        caption=caption,
        svg=framed(caption, *sheet.drawn(marked), width=size.value[0], height=size.value[1]),
        rows=tuple(
            (label, *(_written(one.values[place], write) for one in told))
            for place, label in enumerate(labels)
        ),
        keys=tuple(keys),
    )


def _written(value: float | None, write: Write) -> str:
    return "–" if value is None else write(value)


@dataclass(frozen=True, kw_only=True)
class _Sheet:
    """What is drawn where."""

    labels: Sequence[str]
    series: Sequence[Series]
    write: Write
    stand: Stand
    limit: Series | None
    aim: tuple[float, float] | None
    size: Size

    @cached_property
    def marks(self) -> tuple[float, ...]:
        lines = [value for value in (self.limit.values if self.limit else ()) if value is not None]
        heights = [self.height(place) for place in range(len(self.labels))]
        return ticks(0.0, max([0.0, *heights, *lines, *(self.aim or ())]), most=3)

    @cached_property
    def up(self) -> Scale:
        return Scale(0.0, self.marks[-1], self.size.bottom, TOP)

    @property
    def room(self) -> float:
        return (self.size.right - self.size.left) / max(1, len(self.labels))

    def middle(self, place: int) -> float:
        return self.size.left + self.room * (place + 0.5)

    def values(self, place: int) -> list[float]:
        return [one.values[place] or 0.0 for one in self.series]

    def height(self, place: int) -> float:
        values = self.values(place)
        return sum(values) if self.stand is Stand.STACKED else max(values, default=0.0)

    def drawn(self, marked: int | None) -> Iterator[Drawn]:
        if self.aim:
            yield self._aim(*self.aim)
        yield value_axis(self.marks, self.up, left=self.size.left, right=self.size.right, write=self.write)
        for place in range(len(self.labels)):
            yield self._week(place, look="week now" if place == marked else "week")
        if len(self.labels) <= FEW and self.size is Size.WHOLE:
            yield from self._heads()
        if self.limit:
            yield self._limit(self.limit)
        middles = [self.middle(place) for place in range(len(self.labels))]
        most = 5 if self.size is Size.WHOLE else 2
        yield labelled(self.labels, middles, y=self.size.value[1] - 6, most=most)

    def _week(self, place: int, *, look: str) -> Drawn:
        said = ", ".join(f"{one.name} {_written(one.values[place], self.write)}" for one in self.series)
        boxes = self._beside(place) if self.stand is Stand.BESIDE else self._stacked(place)
        return element("g", element("title", f"{self.labels[place]}: {said}"), *boxes, class_=look)

    def _beside(self, place: int) -> Iterator[Drawn]:
        width = min(WIDEST, self.room * FULL)
        each = width / max(1, len(self.series))
        left = self.middle(place) - width / 2
        for number, (one, value) in enumerate(zip(self.series, self.values(place), strict=True)):
            if value:
                yield _bar(
                    f"bar {one.look}",
                    x=left + each * number,
                    width=max(1.0, each - 1.5),
                    top=self.up.at(value),
                    bottom=self.size.bottom,
                )

    def _stacked(self, place: int) -> Iterator[Drawn]:
        width, below = min(WIDEST, self.room * FULL), 0.0
        for one, value in zip(self.series, self.values(place), strict=True):
            if value:
                gap = 1.0 if below else 0.0
                yield _bar(
                    f"bar {one.look}",
                    x=self.middle(place) - width / 2,
                    width=width,
                    top=self.up.at(below + value),
                    bottom=self.up.at(below) - gap,
                )
                below += value

    def _heads(self) -> Iterator[Drawn]:
        """The number over each week: the sum of what is stacked, else the first series."""
        for place in range(len(self.labels)):
            values = self.values(place)
            value = sum(values) if self.stand is Stand.STACKED else next(iter(values), 0.0)
            if value:
                y = self.up.at(self.height(place)) - 4
                yield element(
                    "text", self.write(value), x=self.middle(place), y=y, text_anchor="middle", class_="head"
                )

    def _aim(self, low: float, high: float) -> Drawn:
        top, bottom = self.up.at(high), self.up.at(low)
        return element(
            "rect",
            x=self.size.left,
            y=top,
            width=self.size.right - self.size.left,
            height=bottom - top,
            class_="aim",
        )

    def _limit(self, limit: Series) -> Drawn:
        half = min(WIDEST, self.room * 0.9) / 2 + 2
        lines = [
            element(
                "line",
                x1=self.middle(place) - half,
                x2=self.middle(place) + half,
                y1=self.up.at(value),
                y2=self.up.at(value),
                class_=limit.look,
                vector_effect="non-scaling-stroke",
            )
            for place, value in enumerate(limit.values)
            if value is not None
        ]
        return element("g", *lines)


def _bar(look: str, *, x: float, width: float, top: float, bottom: float) -> Drawn:
    """At least a hair high, so that little is not nothing."""
    tall = max(bottom - top, 1.0)
    corner = min(2.5, width / 4, tall / 2)
    return element("rect", x=x, y=bottom - tall, width=width, height=tall, rx=corner, class_=look)
