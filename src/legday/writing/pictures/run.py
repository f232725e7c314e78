"""Decides how one run is drawn: pace, heart rate and height, one below the other, over the same distance."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from legday.writing.pictures.axis import CLOCK, Scale, labelled, ticks, value_axis
from legday.writing.pictures.picture import WIDTH, Caption, Picture, Write, framed
from legday.writing.pictures.svg import Drawn, element, path

LEFT, RIGHT = 40.0, WIDTH - 6
HEAD, TALL, GAP, FOOT = 20.0, 78.0, 12.0, 24.0
SLOWEST = 1.6
"""A pace slower than the middle one by this factor is drawn at the edge: a stop would flatten all the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One measure: its name, the class of its line, a value (None: not known) for each place along the run.

    `falling` panels (seconds of pace) have their low values on top and do not draw values far above the middle one.
    """

    name: str
    look: str
    values: tuple[float | None, ...]
    write: Write
    falling: bool = False


def run_chart(
    caption: Caption,
    along: Sequence[float],
    panels: Sequence[Panel],
    *,
    write_along: Write,
    rows: tuple[tuple[str, ...], ...],
) -> Picture:
    """`along` says where each value of the panels was (distance or minutes); panels without any value are left out."""
    shown = [one for one in panels if any(value is not None for value in one.values)]
    height = len(shown) * (HEAD + TALL + GAP) + FOOT
    drawn: list[Drawn] = []
    if shown and along:
        marks = [mark for mark in ticks(0.0, along[-1], most=6) if mark <= along[-1]]
        across = Scale(0.0, along[-1] or 1.0, LEFT, RIGHT)
        for place, panel in enumerate(shown):
            drawn.append(_panel(panel, along, across, marks, top=place * (HEAD + TALL + GAP) + HEAD))
        places = [across.at(mark) for mark in marks]
        drawn.append(labelled([write_along(mark) for mark in marks], places, y=height - 8, most=8))
    return Picture(caption=caption, svg=framed(caption, *drawn, height=height), rows=rows)


def _panel(
    panel: Panel, along: Sequence[float], across: Scale, marks: Sequence[float], *, top: float
) -> Drawn:
    known = [value for value in panel.values if value is not None]
    low, high = min(known), max(known)
    if panel.falling:
        high = min(high, SLOWEST * median(known))
    steps = ticks(low, max(high, low), most=3, steps=CLOCK if panel.falling else ())
    ends = (top, top + TALL) if panel.falling else (top + TALL, top)
    up = Scale(steps[0], steps[-1], *ends)
    pieces = _pieces(panel.values, along)
    return element(
        "g",
        element("text", panel.name, x=LEFT, y=top - 7, class_="name"),
        *(
            element("line", x1=x, x2=x, y1=top, y2=top + TALL, class_="hair")
            for x in (across.at(mark) for mark in marks)
        ),
        value_axis(steps, up, left=LEFT, right=RIGHT, write=panel.write),
        *(_line(piece, across, up, panel.look) for piece in pieces),
        class_=f"panel {panel.look}",
    )


def _pieces(values: Sequence[float | None], along: Sequence[float]) -> list[list[tuple[float, float]]]:
    """The stretches in which something is known."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for x, value in zip(along, values, strict=True):
        if value is not None:
            pieces[-1].append((x, value))
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if piece]


def _line(piece: Sequence[tuple[float, float]], across: Scale, up: Scale, look: str) -> Drawn:
    points = [(across.at(x), up.within(value)) for x, value in piece]
    if len(points) == 1:
        return element("circle", cx=points[0][0], cy=points[0][1], r=2.5, class_="dot")
    if look == "height":
        floor = max(up.start, up.end)
        under = [(points[-1][0], floor), (points[0][0], floor)]
        area = element("path", d=path([*points, *under]) + "Z", class_="area")
        return element("g", area, _stroke(points))
    return _stroke(points)


def _stroke(points: list[tuple[float, float]]) -> Drawn:
    return element("path", d=path(points), class_="line", fill="none", vector_effect="non-scaling-stroke")
