"""Decides what is asked where a watch's strength session leaves open what was done: questions and their choices, as data."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from legday.model.plan import Prescription

NONE = "none"
"""The choice that says: none of these."""
SAME, ANOTHER = "same", "another"


class Asked(StrEnum):
    """What a question is about: which exercise sets were, which planned session it was, or whether it was logged by hand already."""

    EXERCISE = "exercise"
    SESSION = "session"
    LOGGED = "logged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer: the word to give (an exercise id, a planned start, …) and what it means, in words."""

    word: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a recording leaves open. `id` is stable; any of `choices` answers it, and for exercises any exercise id.

    `default` is the likeliest choice. Nothing is taken until it is answered.
    """

    id: str
    asked: Asked
    recording: str
    start: datetime
    words: str
    choices: tuple[Choice, ...]
    default: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A session of the accepted plan: `planned` its planned start, `start` where it stands after moves (wall clock)."""

    planned: datetime
    start: datetime
    menu: str = ""
    prescribed: tuple[Prescription, ...] = ()
    light: bool = False

    @property
    def exercises(self) -> tuple[str, ...]:
        return tuple(line.exercise for line in self.prescribed)
