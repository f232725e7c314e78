"""Decides which exercise a name means, and what is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from legday.model.catalogue import Catalogue
from legday.model.errors import UnknownName
from legday.model.exercises import Exercise, ExerciseWords, Movement
from legday.model.rules import Source
from legday.model.sets import LoggedSet
from legday.model.state import RunnerState


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneOn:
    """The sets of one exercise that were logged on one day, warm-up sets left out."""

    day: date
    sets: tuple[LoggedSet, ...]


def exercise_history(state: RunnerState, exercise: str) -> tuple[DoneOn, ...]:
    """What the runner logged of an exercise, the latest day first."""
    found = [
        DoneOn(day=session.start.date(), sets=sets)
        for session in state.done
        if (sets := tuple(one for one in session.sets if one.exercise == exercise))
    ]
    return tuple(sorted(found, key=lambda done: done.day, reverse=True))


def exercises_by_movement(catalogue: Catalogue) -> Mapping[Movement, tuple[Exercise, ...]]:
    """Every exercise under its movement, those of the article first, then by name."""
    ordered = sorted(
        catalogue.exercises.values(), key=lambda one: (not one.claims, catalogue.name(one.id).lower())
    )
    return {movement: tuple(one for one in ordered if one.movement is movement) for movement in Movement}


def _plain(name: str) -> str:
    return "-".join(name.lower().replace("-", " ").split())
