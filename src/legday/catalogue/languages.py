"""Decides how a catalogue reads in another language: the same facts and numbers, only the words of names, steps, rules and questions."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import TypeVar

from legday.catalogue.reader import read_catalogue
from legday.model.catalogue import Catalogue
from legday.model.errors import CatalogueError
from legday.model.rules import Rulebook

Thing = TypeVar("Thing")


def in_language(catalogue: Catalogue, language: str) -> Catalogue:
    """`catalogue` in the words of `language` (IETF tag), its numbers untouched, the runner's own among them.

    What the package has no words for in that language keeps those it has; a language the package does not know at all leaves everything
    as it is, and `language` of the answer says so.
    """
    if language == catalogue.language or (said := _read(language)) is None:
        return catalogue
    return replace(
        catalogue,
        language=language,
        words=_worded(catalogue.words, said.words, lambda _, theirs: theirs),
        drill_words=_worded(catalogue.drill_words, said.drill_words, lambda _, theirs: theirs),
        workouts=_worded(catalogue.workouts, said.workouts, lambda one, its: replace(one, title=its.title)),
        conditions=_worded(
            catalogue.conditions,
            said.conditions,
            lambda one, its: replace(one, name=its.name, words=its.words),
        ),
        rulebook=Rulebook(
            _worded(
                catalogue.rulebook.rules,
                said.rulebook.rules,
                lambda one, its: replace(one, title=its.title, words=its.words, names=its.names),
            ),
            catalogue.rulebook.changed,
        ),
        red_flags=_worded(
            catalogue.red_flags,
            said.red_flags,
            lambda one, its: replace(one, name=its.name, question=its.question, advice=its.advice),
        ),
        screening=_worded(
            catalogue.screening, said.screening, lambda one, its: replace(one, question=its.question)
        ),
    )


def _worded(
    mine: Mapping[str, Thing], theirs: Mapping[str, Thing], worded: Callable[[Thing, Thing], Thing]
) -> dict[str, Thing]:
    return {name: worded(one, theirs[name]) if name in theirs else one for name, one in mine.items()}


@cache
def _read(language: str) -> Catalogue | None:
    """The package's own catalogue; None where it does not speak the language."""
    try:
        return read_catalogue(language)
    except CatalogueError as error:
        if error.key == "language":
            return None
        raise
