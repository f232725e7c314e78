"""Golden pictures: how a page is drawn so that every machine draws it alike, how small it is kept, and when two are the same.

The letters are DejaVu Sans on every machine (`browser/letters.conf`), a font that has not changed since 2016 and comes with apt
beside Chromium: with other fonts lines break elsewhere, and no tolerance would help. What still differs is how Chromium's versions
smooth edges, so pictures are kept at half size in few colours and compared cell by cell of 8 by 8 px of the page: a smoothed edge
changes a cell a little, a button that moves by 6 px changes many cells a lot.
"""

import io
import os
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Page

HERE = Path(__file__).parent / "browser" / "pictures"
NEW = "LEGDAY_NEW_PICTURES"
"""Set by `make pictures`: what is drawn is kept instead of compared."""
TALLEST = 1600
"""CSS pixels kept of a long page, from its top."""
COLOURS = 16
CELL = 4
"""Kept pixels a side of one cell: 8 CSS pixels."""
MOST_CHANGE = 40
"""Of 255, by which the mean colour of a cell may differ before the cell counts as changed."""
MOST_CELLS = 0.0012
"""The share of changed cells that a picture may have."""


@dataclass(frozen=True)
class Difference:
    """How a picture differs from the one that is kept: the share of its cells, or that it has another size."""

    share: float
    sizes: tuple[tuple[int, int], tuple[int, int]]

    @property
    def same(self) -> bool:
        return self.sizes[0] == self.sizes[1] and self.share <= MOST_CELLS


def drawn(page: Page, *, width: int, tallest: int = TALLEST) -> Image.Image:
    """The page from its top at a width, as high as it is."""
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.fonts.ready.then(() => undefined)")
    high = page.evaluate("Math.ceil(document.documentElement.scrollHeight)")
    page.set_viewport_size({"width": width, "height": max(600, min(high, tallest))})
    page.evaluate("scrollTo(0, 0)")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))")
    return Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")


def small(picture: Image.Image, *, scale: int = 2, colours: int = COLOURS) -> Image.Image:
    """The picture as it is kept."""
    fewer = picture.resize((picture.width // scale, picture.height // scale), Image.Resampling.BOX)
    return fewer.quantize(colours, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """Between two pictures as they are kept."""
    if one.size != other.size:
        return Difference(1.0, (one.size, other.size))
    cells = (max(1, one.width // CELL), max(1, one.height // CELL))
    apart = ImageChops.difference(
        *(each.convert("RGB").resize(cells, Image.Resampling.BOX) for each in (one, other))
    )
    strongest = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2])
    changed = sum(strongest.histogram()[MOST_CHANGE + 1 :])
    return Difference(changed / (cells[0] * cells[1]), (one.size, other.size))


def kept(path: Path, picture: Image.Image, *, aside: Path) -> str:
    """Empty where the picture is as the one kept at `path`; else what differs, the new one being put `aside` to look at.

    Under `make pictures` it is kept instead, where it is another one.
    """
    if os.environ.get(NEW):
        if not path.exists() or not difference(_read(path), picture).same:
            path.parent.mkdir(parents=True, exist_ok=True)
            picture.save(path, optimize=True)
        return ""
    if not path.exists():
        return f"{path.name} was never kept; maybe: make pictures"
    found = difference(_read(path), picture)
    if found.same:
        return ""
    picture.save(aside / path.name)
    size = f", {found.sizes[0]} became {found.sizes[1]}" if found.sizes[0] != found.sizes[1] else ""
    return (
        f"{path.name}: {found.share:.2%} of it changed{size}; see {aside / path.name}; maybe: make pictures"
    )


def _read(path: Path) -> Image.Image:
    """The picture with its file closed behind it."""
    with Image.open(path) as picture:
        return picture.copy()
