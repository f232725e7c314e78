"""The reference pages are what the program says of itself."""

from pathlib import Path

import pytest

from legday.cli.docs import PAGES, write_pages
from legday.cli.main import VERBS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_up_to_date(page):
    written = (REFERENCE / page).read_text(encoding="utf-8")

    assert written == PAGES[page](), "run `python -m legday.cli.docs`"


def test_every_verb_has_its_part():
    text = (REFERENCE / "cli.md").read_text(encoding="utf-8")

    assert all(f"\n## {verb}\n" in text for verb in VERBS)


def test_the_pages_are_written_where_asked(tmp_path):
    write_pages(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(PAGES)
