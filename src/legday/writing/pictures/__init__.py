"""Pictures: numbers in, SVG out, each with its title, its description and the rows of the table behind it.

Only presentation attributes and classes are written, so that a strict content policy holds and a page's own style gives the colours.
"""

from legday.writing.pictures.balance import balance
from legday.writing.pictures.band import BandPoint, band_line
from legday.writing.pictures.bars import Series, Size, Stand, bars
from legday.writing.pictures.body import Aim, body
from legday.writing.pictures.days import DayAmount, day_lines
from legday.writing.pictures.kinds import kind_mark
from legday.writing.pictures.picture import Caption, Key, Picture
from legday.writing.pictures.run import Panel, run_chart
from legday.writing.pictures.svg import Drawn

__all__ = [
    "Aim",
    "BandPoint",
    "Caption",
    "DayAmount",
    "Drawn",
    "Key",
    "Panel",
    "Picture",
    "Series",
    "Size",
    "Stand",
    "balance",
    "band_line",
    "bars",
    "body",
    "day_lines",
    "kind_mark",
    "run_chart",
]
