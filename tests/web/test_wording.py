"""Every language says the same things."""

from string import Formatter

import pytest

from legday.web.wording import DEFAULT, language_of, wordings

WORDINGS = wordings()


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", sorted(set(WORDINGS) - {DEFAULT}))
def test_a_language_says_all_that_english_says_with_the_same_values(language):
    english, other = WORDINGS[DEFAULT].texts, WORDINGS[language].texts
    assert set(other) == set(english)
    assert {key: names(text) for key, text in other.items()} == {
        key: names(text) for key, text in english.items()
    }


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("fr, en;q=0.5, de;q=0.7", "de"),
        ("fr", "en"),
        ("", "en"),
        ("de;q=much, en", "en"),
    ],
)
def test_the_most_wanted_language_there_is_answers(asked, language):
    assert language_of(asked, WORDINGS) == language
