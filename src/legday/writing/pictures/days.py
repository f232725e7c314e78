"""Decides how days are drawn: a thin bar a day, and the averages that fade over days and weeks as lines above them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from legday.writing.pictures.axis import Scale, day_ends, ticks, value_axis
from legday.writing.pictures.picture import WIDTH, Caption, Key, Picture, Write, framed
from legday.writing.pictures.svg import Drawn, element, path

HEIGHT = 190.0
LEFT, RIGHT, TOP, BOTTOM = 34.0, WIDTH - 4, 12.0, 166.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAmount:
    """What a day asked of running and of the legs' own sessions, and both averages up to it."""

    day: date
    runs: float
    lifts: float
    short: float
    long: float


def day_lines(
    caption: Caption,
    days: Sequence[DayAmount],
    *,
    write: Write,
    write_day: Callable[[date], str],
    keys: tuple[Key, Key, Key, Key],
) -> Picture:
    """Consecutive days, oldest first; `keys` are runs, lifts, the short and the long average. The table: day and the four."""
    return Picture(
        caption=caption,
        svg=framed(caption, *_drawn(days, write, write_day, keys), height=HEIGHT),
        rows=tuple(
            (write_day(one.day), *(write(value) for value in (one.runs, one.lifts, one.short, one.long)))
            for one in days
        ),
        keys=keys,
    )


def _drawn(
    days: Sequence[DayAmount], write: Write, write_day: Callable[[date], str], keys: tuple[Key, ...]
) -> list[Drawn]:
    if not days:
        return []
    highest = max(max(one.runs + one.lifts, one.short, one.long) for one in days)
    marks = ticks(0.0, highest, most=3)
    up = Scale(0.0, marks[-1], BOTTOM, TOP)
    room = (RIGHT - LEFT) / len(days)
    drawn = [value_axis(marks, up, left=LEFT, right=RIGHT, write=write)]
    for place, one in enumerate(days):
        drawn += _day(one, up, x=LEFT + room * place, room=room, looks=(keys[0].look, keys[1].look))
    for key, values in ((keys[2], [one.short for one in days]), (keys[3], [one.long for one in days])):
        points = [(LEFT + room * (place + 0.5), up.at(value)) for place, value in enumerate(values)]
        drawn.append(
            element("path", d=path(points), class_=key.look, fill="none", vector_effect="non-scaling-stroke")
        )
    ends = day_ends(write_day(days[0].day), write_day(days[-1].day), left=LEFT, right=RIGHT, y=HEIGHT - 6)
    return [*drawn, ends]


def _day(one: DayAmount, up: Scale, *, x: float, room: float, looks: tuple[str, str]) -> list[Drawn]:
    width = min(9.0, max(room * 0.7, 0.6))
    left = x + (room - width) / 2
    drawn, below = [], 0.0
    for look, value in zip(looks, (one.runs, one.lifts), strict=True):
        if value:
            bottom, top = up.at(below), up.at(below + value)
            drawn.append(
                element("rect", x=left, y=top, width=width, height=bottom - top, class_=f"bar {look}")
            )
            below += value
    return drawn
