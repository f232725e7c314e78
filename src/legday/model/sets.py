"""Decides what a set is once it was done."""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSet:
    """One set as it was done: repetitions (seconds where `seconds`), external grams in all, repetitions in reserve.

    `weight_g` None = not said (as prescribed), 0 = bodyweight; `rir` None = not said; `side` says that only this leg did it,
    BOTH where both legs worked together or each did the repetitions. `warm_up` sets count for nothing.
    """

    exercise: str
    reps: int
    weight_g: int | None = None
    rir: int | None = None
    side: Side = Side.BOTH
    seconds: bool = False
    warm_up: bool = False
    tempo: str = ""
    note: str = ""
