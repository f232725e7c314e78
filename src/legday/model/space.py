"""Decides how points and directions in space are reckoned: x forward, y up, z to the right of one who looks along x."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vec:
    """A point or a direction; lengths in body heights."""

    x: float
    y: float
    z: float

    def __add__(self, other: "Vec") -> "Vec":
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: "Vec") -> "Vec":
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor: float) -> "Vec":
        return Vec(self.x * factor, self.y * factor, self.z * factor)

    def __neg__(self) -> "Vec":
        return self * -1.0

    def dot(self, other: "Vec") -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other: "Vec") -> "Vec":
        return Vec(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )

    @property
    def length(self) -> float:
        return math.sqrt(self.dot(self))

    def unit(self) -> "Vec":
        """The same direction, one long. ZeroDivisionError where there is none."""
        return self * (1.0 / self.length)

    def toward(self, other: "Vec", share: float) -> "Vec":
        """The point at `share` (0–1) of the way to another."""
        return self + (other - self) * share


ORIGIN = Vec(0.0, 0.0, 0.0)
UP = Vec(0.0, 1.0, 0.0)


def angle_between(one: Vec, other: Vec) -> float:
    """Degrees, 0 to 180."""
    cosine = one.dot(other) / (one.length * other.length)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


@dataclass(frozen=True, slots=True)
class Frame:
    """Which way a part of the body looks: its own forward, up and right, each one long and square to the others."""

    forward: Vec
    up: Vec
    right: Vec

    def pitched(self, degrees: float) -> "Frame":
        """Leant forward over its own right-hand axis."""
        sine, cosine = _turn(degrees)
        return Frame(
            self.forward * cosine - self.up * sine, self.up * cosine + self.forward * sine, self.right
        )

    def rolled(self, degrees: float) -> "Frame":
        """Tipped to its own right."""
        sine, cosine = _turn(degrees)
        return Frame(self.forward, self.up * cosine + self.right * sine, self.right * cosine - self.up * sine)

    def turned(self, degrees: float) -> "Frame":
        """Turned to its own right."""
        sine, cosine = _turn(degrees)
        return Frame(
            self.forward * cosine + self.right * sine, self.up, self.right * cosine - self.forward * sine
        )


WORLD = Frame(Vec(1.0, 0.0, 0.0), UP, Vec(0.0, 0.0, 1.0))


def _turn(degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return math.sin(angle), math.cos(angle)
