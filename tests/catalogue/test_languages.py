"""Every language says all that the English catalogue says, in its own words and its own signs."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from legday.catalogue.reader import read_catalogue

WORDS = Path(str(files("legday.catalogue"))) / "words"
ENGLISH = "en"
OTHERS = sorted(place.name for place in WORDS.iterdir() if place.name != ENGLISH)

LOAN_WORDS = {
    "de": {"Bird Dog", "Copenhagen-Plank", "Dead Bug", "Nordic Curl", "Workout A", "Workout B"},
}
"""What is called the same as in English, signs and capitals aside."""

FOREIGN_SIGNS = {"de": re.compile(r"""['"`´’‘”«»]|\.\.\.| - |  |\s$|^\s|\d\.\d\d?(?!\d)|\d%""")}
"""What a text of the language does not hold: quotes other than „…“, dots for an ellipsis, blanks too many, a decimal point, % without its blank."""

ENGLISH_WORDS = re.compile(r"\b(the|and|your|you|with|of|to|each|then|hold|keep|at|on)\b")


def texts(language: str) -> dict[str, str]:
    """Every text of a language by its file, key and place in a list."""
    place = WORDS / language
    return {
        f"{file.relative_to(place).as_posix()} {key}": text
        for file in sorted(place.rglob("*.toml"))
        for key, text in _leaves(tomllib.loads(file.read_text("utf-8")), "")
    }


def _leaves(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
        return
    held = value.items() if isinstance(value, Mapping) else enumerate(value)
    for name, inner in held:
        yield from _leaves(inner, f"{key}.{name}" if key else str(name))


def braces(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower())


def test_german_is_there() -> None:
    assert "de" in OTHERS


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_says_all_that_english_says_step_by_step(language: str) -> None:
    assert sorted(texts(language)) == sorted(texts(ENGLISH))


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_puts_the_same_numbers_into_its_sentences(language: str) -> None:
    said, english = texts(language), texts(ENGLISH)
    assert {key: braces(said[key]) for key in english} == {key: braces(english[key]) for key in english}


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english_but_the_loan_words(language: str) -> None:
    said, english = texts(language), texts(ENGLISH)
    same = {text for key, text in said.items() if plain(text) == plain(english[key])}
    assert same == LOAN_WORDS[language]


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_of_a_language_is_empty_or_speaks_english_in_between(language: str) -> None:
    assert [key for key, text in texts(language).items() if not text.strip()] == []
    assert [text for text in texts(language).values() if ENGLISH_WORDS.search(text)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_is_written_with_its_own_signs(language: str) -> None:
    said = texts(language).values()
    assert [text for text in said if FOREIGN_SIGNS[language].search(text)] == []
    assert [text for text in said if text.count("„") != text.count("“")] == []


@pytest.mark.parametrize("language", OTHERS)
def test_steps_are_sentences_that_end_as_the_english_ones_do(language: str) -> None:
    said, english = texts(language), texts(ENGLISH)
    ends = {key: text[-1] for key, text in english.items() if text[-1] in ".?"}
    assert {key: said[key][-1] for key in ends} == ends
    assert [said[key] for key in english if key not in ends and said[key][-1] in ".?!"] == []


@pytest.mark.parametrize("language", OTHERS)
def test_all_but_the_words_is_the_same_in_every_language(language: str) -> None:
    said, english = read_catalogue(language), read_catalogue()
    assert said.language == language
    assert (said.exercises, said.drills, said.sources, said.progression) == (
        english.exercises,
        english.drills,
        english.sources,
        english.progression,
    )
    assert {name: rule.numbers for name, rule in said.rulebook.rules.items()} == {
        name: rule.numbers for name, rule in english.rulebook.rules.items()
    }


@pytest.mark.parametrize("language", OTHERS)
def test_no_two_exercises_are_called_the_same(language: str) -> None:
    names = [words.name.lower() for words in read_catalogue(language).words.values()]
    assert len(names) == len(set(names))
