"""Decides which exercise a name means, and what is told of it."""

from dataclasses import dataclass

from legday.model.catalogue import Catalogue
from legday.model.errors import UnknownName
from legday.model.exercises import Exercise, ExerciseWords
from legday.model.rules import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseReport:
    """An exercise with its words and sources."""

    exercise: Exercise
    words: ExerciseWords
    sources: tuple[Source, ...]


def exercise(catalogue: Catalogue, name: str) -> ExerciseReport:
    """The exercise of an id or a name, in any case, spaces or hyphens. UnknownName with near names otherwise."""
    wanted = _plain(name)
    for identifier, found in catalogue.exercises.items():
        if wanted in {identifier, _plain(catalogue.name(identifier))}:
            sources = tuple(catalogue.sources[source] for source in found.sources)
            return ExerciseReport(exercise=found, words=catalogue.words[identifier], sources=sources)
    raise UnknownName.among(wanted, tuple(catalogue.exercises), place="exercise")


def _plain(name: str) -> str:
    return "-".join(name.lower().replace("-", " ").split())
