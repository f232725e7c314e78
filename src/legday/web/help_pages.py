"""Decides how the packaged pages of help and the changelog become HTML: Markdown without any HTML of its own."""

from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

HERE = Path(__file__).parent
HELP = ("what", "first-week", "pain", "words")
"""The pages of help, in their order; each is a file in every language and a key of the words."""


@cache
def help_page(name: str, language: str) -> Markup:
    """One of the pages in `HELP`, in a language there is."""
    return _rendered((HERE / "help" / language / f"{name}.md").read_text("utf-8"))


@cache
def news() -> Markup:
    """What is new, without the heading that the page has itself."""
    packaged = HERE.parent / "CHANGELOG.md"
    place = packaged if packaged.exists() else HERE.parents[2] / "CHANGELOG.md"
    return _rendered(place.read_text("utf-8").partition("\n")[2])


def _rendered(text: str) -> Markup:
    # HTML inside the text is shown, not taken, and links lead to pages only.
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return Markup(html)  # noqa: S704
