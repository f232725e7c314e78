"""Decides how the work of muscles is shown on a body: the more sets the fuller the colour, and the number beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from legday.model.muscles import Muscle
from legday.writing.pictures.body_shapes import (
    ANCHORS_BACK,
    ANCHORS_FRONT,
    BACK,
    CONTOURS_BACK,
    CONTOURS_FRONT,
    FRONT,
    HEIGHT,
    OUTLINE,
    WIDTH,
)
from legday.writing.pictures.picture import WIDTH as PAGE
from legday.writing.pictures.picture import Caption, Picture, Write, framed
from legday.writing.pictures.svg import Drawn, element

FAINTEST, FULLEST = 0.22, 1.0
SIDE = 31.0
"""Room for the numbers at each side."""
FOOT = 22.0
SIGN = 3.4
"""Half the width of a sign, about."""
_MARKS = {"below": "▾", "within": "", "above": "▴"}


@dataclass(frozen=True, slots=True)
class Aim:
    """The amount meant for a muscle, from `low` to `high`; `muscles` those it is meant for."""

    low: float
    high: float
    muscles: frozenset[Muscle]

    def says(self, muscle: Muscle, amount: float) -> str:
        """`below`, `within` or `above`; empty for a muscle that none is meant for."""
        if muscle not in self.muscles:
            return ""
        return "below" if amount < self.low else "above" if amount > self.high else "within"


def body(
    caption: Caption,
    amounts: Mapping[Muscle, float],
    *,
    full: float,
    names: Mapping[Muscle, str],
    sides: tuple[str, str],
    write: Write,
    aim: Aim | None = None,
    columns: Mapping[Muscle, tuple[str, ...]] | None = None,
) -> Picture:
    """Front and back (`sides` are their names), each muscle shaded by its amount; `full` is the amount of the fullest shade.

    With an `aim` a number below it has a ▾, one above a ▴. The table: each muscle, its amount, and its further `columns`.
    """
    middle_front, middle_back = SIDE + WIDTH / 2, PAGE - SIDE - WIDTH / 2
    told = _Told(amounts=amounts, full=full, names=names, write=write, aim=aim)
    drawn = [
        _figure(FRONT, CONTOURS_FRONT, told, middle=middle_front),
        _figure(BACK, CONTOURS_BACK, told, middle=middle_back),
        *(
            _numbered(muscle, told, x=middle_front - x, y=y, towards=15.0 if x > 0 else PAGE / 2)
            for muscle, (x, y) in ANCHORS_FRONT.items()
        ),
        *(
            _numbered(muscle, told, x=middle_back + x, y=y, towards=PAGE - 15)
            for muscle, (x, y) in ANCHORS_BACK.items()
        ),
        *(
            element("text", side, x=x, y=HEIGHT + FOOT - 6, text_anchor="middle", class_="tick")
            for side, x in zip(sides, (middle_front, middle_back), strict=True)
        ),
    ]
    return Picture(
        caption=caption,
        svg=framed(caption, *drawn, height=HEIGHT + FOOT),
        rows=tuple(
            (names[muscle], write(amounts.get(muscle, 0.0)), *((columns or {}).get(muscle, ())))
            for muscle in Muscle
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    amounts: Mapping[Muscle, float]
    full: float
    names: Mapping[Muscle, str]
    write: Write
    aim: Aim | None

    def amount(self, muscle: Muscle) -> float:
        return self.amounts.get(muscle, 0.0)

    def shade(self, muscle: Muscle) -> float:
        share = min(max(self.amount(muscle) / self.full, 0.0), 1.0) if self.full > 0 else 0.0
        return FAINTEST + share * (FULLEST - FAINTEST)

    def look(self, muscle: Muscle) -> str:
        return self.aim.says(muscle, self.amount(muscle)) if self.aim else ""

    def said(self, muscle: Muscle) -> str:
        return f"{_MARKS.get(self.look(muscle), '')}{self.write(self.amount(muscle))}"


def _figure(
    muscles: Mapping[Muscle, tuple[str, ...]], contours: tuple[str, ...], told: _Told, *, middle: float
) -> Drawn:
    regions = [_muscle(muscle, shapes, told) for muscle, shapes in muscles.items()]
    lines = [element("path", d=d, fill="none", class_="contour") for d in contours]
    half = (element("path", d=OUTLINE, class_="skin"), *lines, *regions)
    return element(
        "g",
        element("g", *half, transform=f"translate({middle:g} 0)"),
        element("g", *half, transform=f"matrix(-1 0 0 1 {middle:g} 0)"),
    )


def _muscle(muscle: Muscle, shapes: tuple[str, ...], told: _Told) -> Drawn:
    some = told.amount(muscle) > 0
    return element(
        "g",
        element("title", f"{told.names[muscle]}: {told.write(told.amount(muscle))}"),
        *(element("path", d=d) for d in shapes),
        class_=f"muscle {muscle.value} {told.look(muscle) if some else 'none'}".strip(),
        fill_opacity=f"{told.shade(muscle):.2f}" if some else None,
    )


def _numbered(muscle: Muscle, told: _Told, *, x: float, y: float, towards: float) -> Drawn:
    """The number in the margin, and a line from it to the muscle."""
    said = told.said(muscle)
    room = 3.0 + SIGN * len(said)
    end = towards - room if towards > x else towards + room
    return element(
        "g",
        element("line", x1=x, y1=y, x2=end, y2=y, class_="lead"),
        element("circle", cx=x, cy=y, r=1.8, class_="pin"),
        element("text", said, x=towards, y=y + 4, text_anchor="middle", class_="number"),
        class_="numbered" if told.amount(muscle) > 0 else "numbered nothing",
    )
