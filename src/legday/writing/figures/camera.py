"""Decides how points in space become points on paper: looked at from the side, a little turned, or from the front."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from legday.model.figures import View
from legday.model.space import Vec

SCALE = 400
"""Units of the drawing in one body height."""
YAW = {View.SIDE: 10.0, View.FRONT: 90.0}
"""Degrees round the figure: from its right side towards its front."""

Spot = tuple[float, float]
"""A point on paper, right and up, in body heights."""


@dataclass(frozen=True, slots=True)
class Camera:
    """One look at a figure; `shift` how far to the right the paper has gone with it."""

    view: View
    shift: float = 0.0

    def spot(self, point: Vec) -> Spot:
        sine, cosine = self._turn
        return (point.x - self.shift) * cosine - point.z * sine, point.y

    @property
    def along(self) -> float:
        """How long a length beside the figure looks on paper; from the front it is taken as it is."""
        return 1.0 if self.view is View.FRONT else self._turn[1]

    def spots(self, points: Iterable[Vec]) -> list[Spot]:
        return [self.spot(point) for point in points]

    def extent(self, along: Spot, half_axes: Sequence[Vec]) -> float:
        """How far a rounded body of these half axes reaches to either side of the line `along` on paper."""
        sine, cosine = self._turn
        across = (-along[1], along[0])
        return math.hypot(
            *(across[0] * (axis.x * cosine - axis.z * sine) + across[1] * axis.y for axis in half_axes)
        )

    @property
    def _turn(self) -> tuple[float, float]:
        angle = math.radians(YAW[self.view])
        return math.sin(angle), math.cos(angle)


def path_of(polygons: Iterable[Sequence[Spot]], *, closed: bool = True) -> str:
    """Polygons as the data of one SVG path, in whole units, y down."""
    return "".join(_polygon(polygon, closed=closed) for polygon in polygons)


def _polygon(spots: Sequence[Spot], *, closed: bool) -> str:
    whole = [(round(x * SCALE), round(-y * SCALE)) for x, y in spots]
    steps = [(to[0] - at[0], to[1] - at[1]) for at, to in pairwise(whole)]
    line = " ".join(_pair(*step) for step in steps).replace(" -", "-")
    return f"M{_pair(*whole[0])}l{line}{'z' if closed else ''}"


def _pair(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"
