"""Decides what is read of another log's export before it becomes entries of the journal."""

from dataclasses import dataclass
from datetime import datetime

KILOGRAMS = "kg"
POUNDS = "lb"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistorySet:
    """One set as another log has it: the exercise by that log's name, the weight as written in `unit` (kg, lb, empty = not said).

    `weight` None = not said, negative = the weight that helped; of one hand where that log counts so. `seconds` held, `rir` repetitions in
    reserve; `line` of the file.
    """

    exercise: str
    line: int
    reps: int | None = None
    weight: float | None = None
    unit: str = ""
    seconds: int | None = None
    rir: int | None = None
    warm_up: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistorySession:
    """One session of another log. `start` is the local wall clock, aware only where the log says its zone."""

    start: datetime
    title: str
    sets: tuple[HistorySet, ...]
    minutes: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthLog:
    """What one export holds: whose it is, its sessions oldest first, and a sentence for each row that could not be read."""

    app: str
    sessions: tuple[HistorySession, ...] = ()
    problems: tuple[str, ...] = ()
