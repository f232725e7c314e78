"""Decides how the files of the catalogue become one checked value."""

from collections.abc import Callable, Mapping
from importlib.resources import files as package_files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from legday.catalogue.agreement import agree
from legday.catalogue.files import Table, entries, joined, same_ids, table, tables
from legday.catalogue.lift_names import NAMES, lift_names
from legday.catalogue.schema import ConditionWords, RuleWords, checked
from legday.model.catalogue import Catalogue, Transfer
from legday.model.errors import CatalogueError
from legday.model.exercises import Condition, Drill, Exercise, ExerciseWords, Workout
from legday.model.progression import Progression
from legday.model.rules import Rule, Rulebook, Source
from legday.model.screening import RedFlag, ScreeningQuestion

Kind = TypeVar("Kind")


def read_catalogue(language: str = "en", *, root: Path | None = None) -> Catalogue:
    """The whole catalogue in one language, checked; `root` is another folder of the same form (tests, a club's own).

    CatalogueError names file, key, value and what was expected, for the first thing that is wrong.
    """
    place = root or package_files("legday.catalogue")
    _require_language(place, language)
    words = f"words/{language}"
    exercises = _exercises(place)
    exercise_words = tables(place, f"{words}/exercises")
    same_ids(exercises, exercise_words, facts_file="exercises/*.toml", words_file=f"{words}/exercises/*.toml")
    drills = _named(table(place, "mobility.toml"))
    drill_words = table(place, f"{words}/drills.toml")
    same_ids(drills, drill_words, facts_file="mobility.toml", words_file=f"{words}/drills.toml")
    catalogue = Catalogue(
        language=language,
        exercises=checked(Exercise, exercises, file="exercises/*.toml"),
        words=checked(ExerciseWords, exercise_words, file=f"{words}/exercises/*.toml"),
        drills=checked(Drill, drills, file="mobility.toml"),
        drill_words=checked(tuple[str, str], drill_words, file=f"{words}/drills.toml"),
        workouts=_workouts(place, words),
        conditions=_conditions(place, words),
        rulebook=Rulebook(_rules(place, words)),
        sources=checked(Source, _named(table(place, "sources.toml")), file="sources.toml"),
        progression=_progression(place),
        red_flags=_worded(RedFlag, place, words, "red_flags.toml"),
        screening=_worded(ScreeningQuestion, place, words, "screening.toml"),
        transfers=checked(Transfer, _named(table(place, "transfer.toml")), file="transfer.toml"),
        lift_names=lift_names(table(place, NAMES), frozenset(exercises)),
    )
    agree(catalogue)
    return catalogue


def _require_language(place: Traversable, language: str) -> None:
    known = sorted(entry.name for entry in entries(place, "words") if entry.is_dir())
    if language not in known:
        raise CatalogueError(
            file=f"words/{language}", key="language", value=language, expected=f"one of {', '.join(known)}"
        )


def _named(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Tables that know their own id."""
    named: dict[str, Any] = _each_table(facts, lambda name, fact: {**fact, "id": name})
    return named


def _exercises(place: Traversable) -> dict[str, Table]:
    found = _named(tables(place, "exercises"))
    return {name: {**fact, "sets": _quarters(name, fact.get("sets"))} for name, fact in found.items()}


def _quarters(exercise: str, sets: object) -> object:
    """Fractional sets as whole quarters; CatalogueError for a number that is not a quarter step."""
    if not isinstance(sets, dict):
        return sets
    return {muscle: _quarter(exercise, muscle, value) for muscle, value in sets.items()}


def _quarter(exercise: str, muscle: str, value: object) -> int:
    if isinstance(value, int | float) and not isinstance(value, bool) and 4 * value % 1 == 0:
        return int(4 * value)
    raise CatalogueError(
        file=f"exercises/{exercise}.toml", key=f"sets.{muscle}", value=value, expected="a multiple of 0.25"
    )


def _workouts(place: Traversable, words: str) -> dict[str, Workout]:
    titles = checked(str, table(place, f"{words}/workouts.toml"), file=f"{words}/workouts.toml")
    named = {name: {"title": title} for name, title in titles.items()}
    facts = table(place, "workouts.toml")
    whole = joined(facts, named, facts_file="workouts.toml", words_file=f"{words}/workouts.toml")
    return checked(Workout, whole, file="workouts.toml")


def _conditions(place: Traversable, words: str) -> dict[str, Condition]:
    words_file = f"{words}/conditions.toml"
    said = table(place, words_file)
    checked(ConditionWords, said, file=words_file)
    facts = tables(place, "conditions")
    whole = joined(facts, said, facts_file="conditions/*.toml", words_file=words_file)
    return checked(Condition, whole, file="conditions/*.toml")


def _worded(kind: type[Kind], place: Traversable, words: str, file: str) -> dict[str, Kind]:
    """The facts of one file and their words, joined by id."""
    words_file = f"{words}/{file}"
    whole = joined(table(place, file), table(place, words_file), facts_file=file, words_file=words_file)
    return checked(kind, whole, file=file)


def _rules(place: Traversable, words: str) -> dict[str, Rule]:
    words_file = f"{words}/rules.toml"
    said = table(place, words_file)
    checked(RuleWords, said, file=words_file)
    whole = joined(table(place, "rules.toml"), said, facts_file="rules.toml", words_file=words_file)
    return checked(Rule, whole, file="rules.toml")


def _progression(place: Traversable) -> Progression:
    facts = table(place, "progression.toml")
    doses = _each_table(facts.get("doses"), lambda _, phases: _each_table(phases, _in_phase))
    return checked(Progression, {"progression": {**facts, "doses": doses}}, file="*.toml")["progression"]


def _in_phase(phase: str, dose: Table) -> Table:
    return {**dose, "phase": phase}


def _each_table(facts: Any, change: Callable[[str, Table], object]) -> Any:
    """Each table of `facts` changed; what is not a table is left for the check to refuse."""
    if not isinstance(facts, dict):
        return facts
    return {name: change(name, fact) if isinstance(fact, dict) else fact for name, fact in facts.items()}
