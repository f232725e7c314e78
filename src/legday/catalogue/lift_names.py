"""Decides whether the list of what others call our exercises is right: each name and number means one exercise that exists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from legday.catalogue.files import Table
from legday.catalogue.schema import checked
from legday.model.errors import CatalogueError
from legday.model.lift_names import Lift, LiftNames, plain_name

NAMES = "names.toml"

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What others call one exercise; `fit` pairs of category and name."""

    names: tuple[str, ...] = ()
    per_hand: tuple[str, ...] = ()
    fit: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LegWords:
    """Words that tell leg work in a name nobody knows."""

    words: tuple[str, ...]
    but_not: tuple[str, ...]


def lift_names(facts: Table, known: frozenset[str]) -> LiftNames:
    """The names of `names.toml` by what others write. CatalogueError for an unknown exercise, or a name or number given twice."""
    named = checked(Named, facts.get("exercises", {}), file=NAMES)
    for exercise in sorted(named.keys() - known):
        raise CatalogueError(file=NAMES, key=exercise, value=exercise, expected="the id of an exercise")
    legs = checked(LegWords, {"legs": facts.get("legs", {})}, file=NAMES)["legs"]
    return LiftNames(
        lifts=_once(_lifts(named)), fit=_once(_fit(named)), leg_words=legs.words, not_leg_words=legs.but_not
    )


def _lifts(named: Mapping[str, Named]) -> Iterator[tuple[str, str, Lift]]:
    for exercise, told in named.items():
        for names, per_hand in ((told.names, False), (told.per_hand, True)):
            for name in names:
                yield exercise, plain_name(name), Lift(exercise=exercise, per_hand=per_hand)


def _fit(named: Mapping[str, Named]) -> Iterator[tuple[str, tuple[int, int], str]]:
    for exercise, told in named.items():
        for numbers in told.fit:
            yield exercise, numbers, exercise


def _once(rows: Iterator[tuple[str, Key, Value]]) -> dict[Key, Value]:
    found: dict[Key, Value] = {}
    for exercise, key, value in rows:
        if key in found:
            raise CatalogueError(
                file=NAMES, key=exercise, value=key, expected="a name that stands nowhere else"
            )
        found[key] = value
    return found
