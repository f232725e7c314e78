"""Decides how an estimate is drawn over time: its middle as a line, and the band it probably lies in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from legday.writing.pictures.axis import Scale, day_ends, day_scale, ticks, value_axis
from legday.writing.pictures.picture import WIDTH, Caption, Key, Picture, Write, framed
from legday.writing.pictures.svg import Drawn, element, path

HEIGHT = 176.0
LEFT, RIGHT, TOP, BOTTOM = 34.0, WIDTH - 12, 18.0, 152.0
MANY = 40
"""With more points than this the line alone is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandPoint:
    """What was believed after a day: the middle, and the two ends of the band."""

    day: date
    low: float
    middle: float
    high: float


def band_line(
    caption: Caption,
    points: Sequence[BandPoint],
    *,
    write: Write,
    write_day: Callable[[date], str],
    middle_name: str,
    band_name: str,
) -> Picture:
    """Points in the order of time; one alone is a dot with its whiskers. The table: day, low, middle, high."""
    return Picture(
        caption=caption,
        svg=framed(caption, *_drawn(points, write, write_day), height=HEIGHT),
        rows=tuple(
            (write_day(one.day), write(one.low), write(one.middle), write(one.high)) for one in points
        ),
        keys=(Key(look="line", name=middle_name), Key(look="band", name=band_name)),
    )


def _drawn(points: Sequence[BandPoint], write: Write, write_day: Callable[[date], str]) -> list[Drawn]:
    if not points:
        return []
    marks = ticks(min(one.low for one in points), max(one.high for one in points), most=4)
    up = Scale(marks[0], marks[-1], BOTTOM, TOP)
    along = day_scale([one.day for one in points], start=LEFT + 8, end=RIGHT - 8)
    places = [(along.at(one.day.toordinal()), one) for one in points]
    last_x, last = places[-1]
    return [
        value_axis(marks, up, left=LEFT, right=RIGHT, write=write),
        _whiskers(places[0], up) if len(points) == 1 else _band(places, up),
        *([] if len(points) == 1 else [_line(places, up)]),
        *(_dot(x, up.at(one.middle)) for x, one in (places if len(places) <= MANY else places[-1:])),
        element(
            "text", write(last.middle), x=last_x, y=up.at(last.middle) - 8, text_anchor="end", class_="head"
        ),
        day_ends(write_day(points[0].day), write_day(last.day), left=LEFT, right=RIGHT, y=HEIGHT - 6),
    ]


Placed = tuple[float, BandPoint]


def _band(places: Sequence[Placed], up: Scale) -> Drawn:
    there = [(x, up.at(one.high)) for x, one in places]
    back = [(x, up.at(one.low)) for x, one in reversed(places)]
    return element("path", d=path([*there, *back]) + "Z", class_="band")


def _line(places: Sequence[Placed], up: Scale) -> Drawn:
    d = path([(x, up.at(one.middle)) for x, one in places])
    return element("path", d=d, class_="line", fill="none", vector_effect="non-scaling-stroke")


def _dot(x: float, y: float) -> Drawn:
    return element("circle", cx=x, cy=y, r=3, class_="dot")


def _whiskers(place: Placed, up: Scale) -> Drawn:
    x, one = place
    high, low = up.at(one.high), up.at(one.low)
    return element("rect", x=x - 5, y=high, width=10, height=max(low - high, 1.0), rx=4, class_="band")
