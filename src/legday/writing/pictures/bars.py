"""Decides how weeks are drawn as bars: done beside planned or one on the other, with a range to be in or a line not to pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from legday.writing.pictures.axis import Scale, labelled, ticks, value_axis
from legday.writing.pictures.picture import WIDTH, Caption, Key, Picture, Write, framed
from legday.writing.pictures.svg import Drawn, element

HEIGHT = 176.0
LEFT, RIGHT, TOP, BOTTOM = 34.0, WIDTH - 4, 18.0, 154.0
FULL = 0.72
"""The share of its place that a week's bars take."""
WIDEST = 34.0
FEW = 9
"""With so few weeks every bar says its number."""


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
) -> Picture:
    """Weeks in the order of `labels`. `limit` is a line with a value a week, `aim` a range behind all bars, `marked` the week of today.

    The table has a row a week: its label, then each series, then the limit.
    """
    told = (*series, *((limit,) if limit else ()))
    keys = [Key(look=one.look, name=one.name) for one in told]
    keys += [Key(look="aim", name=aim_name)] if aim else []
    drawn = _drawn(labels, series, write=write, stand=stand, limit=limit, aim=aim, marked=marked)
    return Picture(
        caption=caption,
        svg=framed(caption, *drawn, height=HEIGHT),
        rows=tuple(
            (label, *(_written(one.values[place], write) for one in told))
            for place, label in enumerate(labels)
        ),
        keys=tuple(keys),
    )


def _written(value: float | None, write: Write) -> str:
    return "–" if value is None else write(value)


def _drawn(
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    write: Write,
    stand: Stand,
    limit: Series | None,
    aim: tuple[float, float] | None,
    marked: int | None,
) -> list[Drawn]:
    highest = _highest(series, stand, len(labels))
    lines = [value for value in (limit.values if limit else ()) if value is not None]
    marks = ticks(0.0, max([highest, *lines, *(aim or ())]), most=3)
    up = Scale(0.0, marks[-1], BOTTOM, TOP)
    room = (RIGHT - LEFT) / max(1, len(labels))
    middles = [LEFT + room * (place + 0.5) for place in range(len(labels))]
    drawn = [_aim(aim, up)] if aim else []
    drawn.append(value_axis(marks, up, left=LEFT, right=RIGHT, write=write))
    for place, (label, middle) in enumerate(zip(labels, middles, strict=True)):
        values = [one.values[place] for one in series]
        week = _beside if stand is Stand.BESIDE else _stacked
        said = ", ".join(
            f"{one.name} {_written(value, write)}" for one, value in zip(series, values, strict=True)
        )
        drawn.append(
            element(
                "g",
                element("title", f"{label}: {said}"),
                *week(series, values, up, middle=middle, width=min(WIDEST, room * FULL)),
                class_="week now" if place == marked else "week",
            )
        )
    if len(labels) <= FEW:
        drawn += _heads(series, middles, up, write=write, stand=stand)
    if limit:
        drawn.append(_limit(limit, middles, up, half=min(WIDEST, room * 0.9) / 2 + 2))
    return [*drawn, labelled(labels, middles, y=HEIGHT - 6)]


def _highest(series: Sequence[Series], stand: Stand, weeks: int) -> float:
    sums = [[one.values[place] or 0.0 for one in series] for place in range(weeks)]
    return max((sum(one) if stand is Stand.STACKED else max(one, default=0.0) for one in sums), default=0.0)


def _bar(look: str, x: float, width: float, top: float, bottom: float) -> Drawn:
    """At least a hair high, so that little is not nothing."""
    tall = max(bottom - top, 1.0)
    return element(
        "rect", x=x, y=bottom - tall, width=width, height=tall, rx=min(2.5, width / 4, tall / 2), class_=look
    )


def _beside(
    series: Sequence[Series], values: Sequence[float | None], up: Scale, *, middle: float, width: float
) -> list[Drawn]:
    each = width / max(1, len(series))
    return [
        _bar(f"bar {one.look}", middle - width / 2 + each * place, max(1.0, each - 1.5), up.at(value), BOTTOM)
        for place, (one, value) in enumerate(zip(series, values, strict=True))
        if value
    ]


def _stacked(
    series: Sequence[Series], values: Sequence[float | None], up: Scale, *, middle: float, width: float
) -> list[Drawn]:
    drawn, below = [], 0.0
    for one, value in zip(series, values, strict=True):
        if value:
            top, bottom = up.at(below + value), up.at(below)
            drawn.append(
                _bar(f"bar {one.look}", middle - width / 2, width, top, bottom - (1 if below else 0))
            )
            below += value
    return drawn


def _heads(
    series: Sequence[Series], middles: Sequence[float], up: Scale, *, write: Write, stand: Stand
) -> list[Drawn]:
    """The number over each week: the sum of what is stacked, else the first series."""
    drawn = []
    for place, middle in enumerate(middles):
        values = [one.values[place] or 0.0 for one in series]
        value = sum(values) if stand is Stand.STACKED else next(iter(values), 0.0)
        if value:
            high = up.at(max(values) if stand is Stand.BESIDE else value)
            drawn.append(
                element("text", write(value), x=middle, y=high - 4, text_anchor="middle", class_="head")
            )
    return drawn


def _aim(aim: tuple[float, float], up: Scale) -> Drawn:
    low, high = aim
    return element(
        "rect", x=LEFT, y=up.at(high), width=RIGHT - LEFT, height=up.at(low) - up.at(high), class_="aim"
    )


def _limit(limit: Series, middles: Sequence[float], up: Scale, *, half: float) -> Drawn:
    return element(
        "g",
        *(
            element(
                "line",
                x1=middle - half,
                x2=middle + half,
                y1=up.at(value),
                y2=up.at(value),
                class_=limit.look,
                vector_effect="non-scaling-stroke",
            )
            for middle, value in zip(middles, limit.values, strict=True)
            if value is not None
        ),
    )
