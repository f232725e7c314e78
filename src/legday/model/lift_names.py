"""Decides which of our exercises is meant by the names and numbers that other logs and watches use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

UNNAMED = "unnamed"
"""How sets are called whose exercise the runner has yet to say: `unnamed-1-28-61` (number of the question, FIT category and name)."""
OTHER = "other"
"""How sets are called that are of no exercise of ours: `other-leg-press-machine`, `other-28-0`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """An exercise as another log names it; `per_hand` where that log's weight is of one hand and two are held."""

    exercise: str
    per_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftNames:
    """What others call our exercises.

    `lifts` by name in lower case · `fit` exercise by category and name of the public FIT profile, beside each exercise's own numbers ·
    `leg_words`, `not_leg_words` tell leg work from the rest in names that nobody knows.
    """

    lifts: Mapping[str, Lift] = field(default_factory=dict)
    fit: Mapping[tuple[int, int], str] = field(default_factory=dict)
    leg_words: tuple[str, ...] = ()
    not_leg_words: tuple[str, ...] = ()

    def lift(self, name: str) -> Lift | None:
        """The exercise another log calls by `name`, whatever its case and spaces."""
        return self.lifts.get(plain_name(name))

    def is_leg_work(self, name: str) -> bool:
        """Whether a name that is none of ours sounds like work for the legs."""
        plain = plain_name(name)
        return any(word in plain for word in self.leg_words) and not any(
            word in plain for word in self.not_leg_words
        )


def plain_name(name: str) -> str:
    """A name in lower case, its words one blank apart."""
    return " ".join(name.lower().split())


def other_name(name: str) -> str:
    """What sets of an exercise that is none of ours are called in the journal."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return f"{OTHER}-{words}"[:80].rstrip("-") if words else OTHER


def is_unnamed(exercise: str) -> bool:
    return exercise.startswith(f"{UNNAMED}-")
