"""Decides what every picture comes with: a name and a description for those who do not see it, and the numbers as a table."""

from collections.abc import Callable
from dataclasses import dataclass

from legday.writing.pictures.svg import Drawn, element

Write = Callable[[float], str]
"""How a number is written in the reader's language and units."""

WIDTH = 360.0
"""Every picture is drawn this wide and as wide as its place is shown: about one unit a pixel on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A picture's words: an id of its own on the page, title, description, and the heads of its table's columns."""

    id: str
    title: str
    description: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One line of the legend: the class that a mark has in the picture, and what it means."""

    look: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing, its legend, and the rows of the table behind it, each as long as `caption.columns`."""

    caption: Caption
    svg: Drawn
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[Key, ...] = ()


def framed(caption: Caption, *drawn: Drawn, height: float, width: float = WIDTH) -> Drawn:
    """The whole `<svg>`: named, described, as wide as its place; time runs from left to right in every language."""
    name, described = f"picture-{caption.id}-name", f"picture-{caption.id}-described"
    return element(
        "svg",
        element("title", caption.title, id=name),
        element("desc", caption.description, id=described),
        *drawn,
        role="img",
        viewBox=f"0 0 {width:g} {height:g}",
        class_="picture",
        direction="ltr",
        aria_labelledby=name,
        aria_describedby=described,
    )
