"""Decides what the catalogue holds once read: every fact the decisions are given."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from legday.model.exercises import Condition, Drill, Exercise, ExerciseWords, Workout
from legday.model.lift_names import LiftNames
from legday.model.progression import Progression
from legday.model.rules import Grade, Rulebook, Source
from legday.model.screening import RedFlag, ScreeningQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """How much of the strength in `was` (whole mass moved) is taken for strength in `now`, in percent; `grade` how that is known."""

    id: str
    was: str
    now: str
    percent: int
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All that legday knows, by id. `words` is one language's (`language`), `drill_words` name a drill and say how to do it."""

    language: str
    exercises: Mapping[str, Exercise]
    words: Mapping[str, ExerciseWords]
    drills: Mapping[str, Drill]
    drill_words: Mapping[str, tuple[str, str]]
    workouts: Mapping[str, Workout]
    conditions: Mapping[str, Condition]
    rulebook: Rulebook
    sources: Mapping[str, Source]
    progression: Progression
    red_flags: Mapping[str, RedFlag] = field(default_factory=dict)
    screening: Mapping[str, ScreeningQuestion] = field(default_factory=dict)
    transfers: Mapping[str, Transfer] = field(default_factory=dict)
    lift_names: LiftNames = field(default_factory=LiftNames)

    def name(self, exercise: str) -> str:
        return self.words[exercise].name
