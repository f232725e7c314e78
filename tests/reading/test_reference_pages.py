"""The reference pages of profile and notation say what is so: their examples are read, their keys are those of the code."""

import re
from pathlib import Path

import pytest

from legday.model.errors import InputError, NotationError
from legday.reading.notation import read_journal_text
from legday.reading.plan_file import read_plan
from legday.reading.profile import KEYS, read_profile
from legday.writing.notation import print_lines

PAGES = Path(__file__).parents[2] / "docs" / "reference"


def blocks(page: str, language: str) -> list[str]:
    text = (PAGES / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_profile_of_the_page_is_read():
    (example,) = blocks("profile.md", "toml")
    profile = read_profile(example, file="profile.toml")
    assert (profile.name, len(profile.openings), profile.rule_numbers["leg-spacing"]) == (
        "Ana",
        2,
        {"hours": 60},
    )


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_the_profile_stands_on_the_page(key):
    text = (PAGES / "profile.md").read_text(encoding="utf-8")
    unit = re.sub(r"^\w+_lb$", "_lb", key)
    assert f"`{key}`" in text or f"[{key}" in text or (unit == "_lb" and f"`{key[:-3]}_kg` / `_lb`" in text)


def test_the_lines_of_the_page_come_back_as_they_stand():
    journal, _ = blocks("notation.md", "text")
    lines = [line for line in journal.splitlines() if not line.startswith("#")]
    assert print_lines(read_journal_text(journal)).splitlines() == lines


def test_the_plan_of_the_page_is_read():
    (example,) = blocks("notation.md", "plan")
    plan = read_plan(example, file="plan.txt")
    assert [(len(day.runs), len(day.sessions)) for day in plan.days] == [
        (1, 0),
        (0, 0),
        (0, 1),
        (0, 0),
        (1, 0),
    ]


def test_the_slips_of_the_pages_are_told_in_the_words_they_print():
    (example,) = blocks("profile.md", "toml")
    (told,) = blocks("profile.md", "text")
    for old, new, words in zip(('"18:00"', "born"), ('"1800"', "borm"), told.splitlines(), strict=True):
        with pytest.raises(InputError) as refused:
            read_profile(example.replace(old, new, 1), file="profile.toml")
        assert str(refused.value) == words
    with pytest.raises(NotationError) as slip:
        read_journal_text("2026-03-02 squat 3*10", file="march.txt")
    assert str(slip.value) == blocks("notation.md", "text")[1].strip()
