"""The drawing of an exercise: one body of rounded limbs, moving or in still poses, as SVG without style and script."""

from legday.writing.figures.picture import Words, moving_svg, still_svg, strip_svg

__all__ = ["Words", "moving_svg", "still_svg", "strip_svg"]
