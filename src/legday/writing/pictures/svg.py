"""Decides how a drawing is written as SVG: elements, attributes and text, every one of them escaped."""

from dataclasses import dataclass
from html import escape
from math import isfinite


@dataclass(frozen=True, slots=True)
class Drawn:
    """SVG that was written here, its words escaped: a template prints it as it is."""

    text: str

    def __html__(self) -> str:
        return self.text


def element(name: str, *inside: Drawn | str, **facts: str | float | None) -> Drawn:
    """`<name …>…</name>`. `class_` and `text_anchor` stand for `class` and `text-anchor`; None leaves an attribute out."""
    told = "".join(f' {_name(key)}="{_value(value)}"' for key, value in facts.items() if value is not None)
    held = "".join(one.text if isinstance(one, Drawn) else _text(one) for one in inside)
    return Drawn(f"<{name}{told}>{held}</{name}>" if held else f"<{name}{told}/>")


def path(points: list[tuple[float, float]]) -> str:
    """The `d` of straight lines through points."""
    return "".join(f"{'L' if place else 'M'}{number(x)} {number(y)}" for place, (x, y) in enumerate(points))


def number(value: float) -> str:
    """At most one decimal, never an exponent: coordinates need no more. ValueError for what is no number."""
    if not isfinite(value):
        raise ValueError(f"{value} cannot be drawn")
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return _text(value) if isinstance(value, str) else number(value)


def _text(words: str) -> str:
    """Escaped, without the signs that no XML may hold."""
    return escape("".join(sign for sign in words if sign in "\t\n" or sign >= " "), quote=True)
