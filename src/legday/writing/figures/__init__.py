"""The drawing of an exercise: one body of rounded limbs, moving or in still poses, as SVG without style and script."""

from legday.writing.figures.picture import Round, Words, moving_svg, round_of, still_svg, strip_svg

__all__ = ["Round", "Words", "moving_svg", "round_of", "still_svg", "strip_svg"]
