"""The reference pages are made from the catalogue and are up to date."""

import re
from pathlib import Path

import pytest

from legday.catalogue.reader import read_catalogue
from legday.writing.reference import exercises_page, rules_page

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
CATALOGUE = read_catalogue()


@pytest.mark.parametrize(("file", "page"), [("rules.md", rules_page), ("exercises.md", exercises_page)])
def test_the_page_in_the_docs_is_up_to_date(file: str, page: object) -> None:
    assert callable(page)
    assert (REFERENCE / file).read_text(encoding="utf-8") == page(CATALOGUE)


def test_every_rule_and_exercise_has_its_place() -> None:
    rules, exercises = rules_page(CATALOGUE), exercises_page(CATALOGUE)
    assert [name for name in CATALOGUE.rulebook.rules if f"`{name}`" not in rules] == []
    assert [name for name in CATALOGUE.exercises if f"\n`{name}` · " not in exercises] == []


def test_numbers_without_a_study_are_shown_as_our_setting() -> None:
    page = rules_page(CATALOGUE)
    assert "| hours_a | hours without a session before an A race | 96 | 72 to 240 | our setting |" in page
    assert (
        "| reps_past | repetitions past the range while the next weight is too far | 4 | 0 to 8 | our setting |"
        in page
    )
    assert (
        "| percent | percent that a weight may grow at most in a week | 10 | 2 to 10 | from the sources |"
        in page
    )


def test_a_recalled_source_is_not_cited_under_a_rule() -> None:
    text = rules_page(CATALOGUE).split("### Signs that stop everything")[1].split("###")[0]
    assert "recalled" in text
    assert CATALOGUE.sources["red-flags"].citation not in text


def test_every_link_on_the_page_of_exercises_leads_to_a_heading() -> None:
    page = exercises_page(CATALOGUE)
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}
    assert len(anchors) == len(CATALOGUE.exercises)
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) == anchors
