"""Decides which shape a kind of run has, so that colour is never needed to tell them apart."""

from collections.abc import Mapping
from types import MappingProxyType

from legday.model.runs import RunKind
from legday.writing.pictures.svg import Drawn, element

_SHAPES: Mapping[RunKind, Drawn] = MappingProxyType(
    {
        RunKind.EASY: element("circle", cx=10, cy=10, r=6),
        RunKind.RECOVERY: element("circle", cx=10, cy=10, r=5, class_="hollow"),
        RunKind.LONG: element("rect", x=1, y=6, width=18, height=8, rx=4),
        RunKind.QUALITY: element("path", d="M10 2.5L18 16.5H2Z"),
        RunKind.RACE: element(
            "path", d="M10 1L12.6 7.1L19.2 7.6L14.2 11.9L15.8 18.4L10 14.9L4.2 18.4L5.8 11.9L0.8 7.6L7.4 7.1Z"
        ),
    }
)


def kind_mark(kind: RunKind) -> Drawn:
    """A dot for easy, a ring for recovery, a bar for long, a triangle for quality, a star for a race; its name stands beside it."""
    return element(
        "svg", _SHAPES[kind], class_=f"kind kind-{kind.value}", viewBox="0 0 20 20", aria_hidden="true"
    )
