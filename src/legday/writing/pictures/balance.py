"""Decides how a balance is drawn: a level between two ends, the range that is meant, and where it stands."""

from legday.writing.pictures.axis import Scale
from legday.writing.pictures.picture import WIDTH, Caption, Picture, framed
from legday.writing.pictures.svg import Drawn, element

HEIGHT = 64.0
START, END, LINE = 14.0, WIDTH - 14, 32.0


def balance(
    caption: Caption,
    *,
    at: float | None,
    ends: tuple[float, float],
    meant: tuple[float, float],
    names: tuple[str, str],
    said: str,
    rows: tuple[tuple[str, ...], ...],
) -> Picture:
    """A level from the first of `ends` to the second, with their `names`; `meant` is the range to be in. None draws no mark.

    A value past an end stands at the end as an arrow. `said` is the value in words, `rows` the table: what was weighed.
    """
    scale = Scale(*ends, START, END)
    low, high = (scale.within(one) for one in meant)
    drawn = [
        element("rect", x=START, y=LINE - 4, width=END - START, height=8, rx=4, class_="track"),
        element("rect", x=low, y=LINE - 4, width=max(high - low, 0.0), height=8, class_="aim"),
        *(element("line", x1=x, x2=x, y1=LINE - 7, y2=LINE + 7, class_="edge") for x in (low, high)),
        element("text", names[0], x=START, y=HEIGHT - 6, text_anchor="start", class_="tick"),
        element("text", names[1], x=END, y=HEIGHT - 6, text_anchor="end", class_="tick"),
    ]
    if at is not None:
        drawn += _mark(at, scale, inside=meant[0] <= at <= meant[1], said=said)
    return Picture(caption=caption, svg=framed(caption, *drawn, height=HEIGHT), rows=rows)


def _mark(at: float, scale: Scale, *, inside: bool, said: str) -> list[Drawn]:
    x = scale.within(at)
    look = "knob" if inside else "knob out"
    beyond = 0 if scale.low <= at <= scale.high else 1 if at > scale.high else -1
    mark = (
        element(
            "path",
            d=f"M{x - 7 * beyond:g} {LINE - 8:g}L{x + 6 * beyond:g} {LINE:g}L{x - 7 * beyond:g} {LINE + 8:g}Z",
            class_=look,
        )
        if beyond
        else element("circle", cx=x, cy=LINE, r=8, class_=look)
    )
    third = (END - START) / 3
    anchor = "start" if x < START + third / 2 else "end" if x > END - third / 2 else "middle"
    return [mark, element("text", said, x=x, y=LINE - 14, text_anchor=anchor, class_="head")]
