"""Decides how legday says that it cannot go on: one small tree of errors.

    LegdayError
    ├── InputError            something the runner gave cannot be used
    │   ├── NotationError     a line of the journal's text does not parse
    │   ├── AnswerRefused     what was typed into a field of a form does not fit
    │   ├── UnknownName       a name that is not in the catalogue or the journal
    │   ├── NoProfile         no profile has been set, and one is needed
    │   ├── MoveRefused       a session cannot stand where the runner puts it
    │   ├── OutOfReach        a day that lies behind, or beyond what is planned
    │   └── OutOfBounds       a number that lies outside the range it may have
    ├── FileRefused           a file cannot be read; says where, and what was kept
    │   └── LimitExceeded     a file or archive is larger or deeper than we take
    ├── CatalogueError        a catalogue file is wrong (file, key, value, expected)
    ├── StoreError            the home cannot be opened, upgraded, backed up or restored
    └── PlanBroken            a finished plan breaks a MUST: a bug in legday, never the runner's fault

Problems *in* the runner's plan or data are values (`legday.model.rules.Finding`), not errors.
"""

from datetime import date, datetime
from difflib import get_close_matches
from typing import Self


class LegdayError(Exception):
    """The root: catch this to catch everything legday raises on purpose."""


class InputError(LegdayError):
    """A value that cannot be used: says the value, the place and a likely remedy."""

    def __init__(self, *, value: object, place: str, problem: str, remedy: str = "") -> None:
        self.value = value
        self.place = place
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{place}: {value!r} {problem}.{f' Maybe {remedy}.' if remedy else ''}")


class NotationError(InputError):
    """A line of the journal's text that does not parse."""


class AnswerRefused(InputError):
    """What was typed into a field of a form does not fit: `field` is the field's name."""

    def __init__(self, *, field: str, value: object, problem: str, remedy: str = "") -> None:
        self.field = field
        super().__init__(value=value, place=field, problem=problem, remedy=remedy)


class UnknownName(InputError):
    """A name nobody knows, with the nearest names that exist."""

    @classmethod
    def among(cls, name: str, known: tuple[str, ...], *, place: str) -> Self:
        near = get_close_matches(name.lower(), known, n=3, cutoff=0.5)
        return cls(
            value=name,
            place=place,
            problem="is not a name legday knows",
            remedy=f"you meant {' or '.join(near)}" if near else f"one of: {', '.join(known[:12])}",
        )


class UnclearName(InputError):
    """A name that could be several: `choices` are those."""

    @classmethod
    def among(cls, name: str, choices: tuple[str, ...], *, place: str) -> Self:
        unclear = cls(value=name, place=place, problem="could be several", remedy=" or ".join(choices))
        unclear.choices = choices
        return unclear

    choices: tuple[str, ...] = ()


class NoProfile(InputError):
    """A profile is needed, and none has been set."""


class MoveRefused(InputError):
    """A session cannot stand at the moment `value`: the `rule` that forbids it, its `reason` with the number, `times` that would do.

    `rule` is empty where no rule of days forbids it, but growth leaves nothing to do there.
    """

    def __init__(
        self, *, value: str, rule: str = "", reason: str = "", times: tuple[datetime, ...] = (), remedy: str
    ) -> None:
        self.rule = rule
        self.reason = reason
        self.times = times
        said = f"{reason[:1].lower()}{reason[1:]}".rstrip(".")
        problem = f"is not possible (rule {rule}): {said}" if rule else said
        super().__init__(value=value, place="move", problem=problem, remedy=remedy)


class OutOfReach(InputError):
    """A day or moment that is not between `first` and `last`."""

    def __init__(self, *, value: object, place: str, problem: str, first: date, last: date) -> None:
        self.first = first
        self.last = last
        super().__init__(value=value, place=place, problem=problem, remedy=f"a time from {first} to {last}")


class OutOfBounds(InputError):
    """A number that is not between `low` and `high`."""

    def __init__(self, *, value: int, place: str, low: int, high: int) -> None:
        self.low = low
        self.high = high
        remedy = f"between {low} and {high}"
        super().__init__(value=value, place=place, problem="is out of bounds", remedy=remedy)


class FileRefused(LegdayError):
    """A file that could not be read (whole): `reason` in words, `at` a byte or line, `kept` what was saved."""

    def __init__(self, *, file: str, reason: str, at: str = "", kept: str = "") -> None:
        self.file = file
        self.reason = reason
        self.at = at
        self.kept = kept
        super().__init__(f"{file}: {self.words}")

    @property
    def words(self) -> str:
        """What is wrong, where, and what was kept; without the file's name."""
        return (
            self.reason
            + (f", at {self.at}" if self.at else "")
            + (f"; kept {self.kept}" if self.kept else "")
        )


class LimitExceeded(FileRefused):
    """A file or archive past one of the stated limits (docs/reference/limits.md)."""


class CatalogueError(LegdayError):
    """A catalogue file that does not fit its schema."""

    def __init__(self, *, file: str, key: str, value: object, expected: str) -> None:
        self.file = file
        self.key = key
        self.value = value
        self.expected = expected
        super().__init__(f"{file}: {key} = {value!r}: expected {expected}")


class StoreError(LegdayError):
    """The home could not be opened, upgraded, backed up or restored."""

    def __init__(self, *, place: str, problem: str, remedy: str = "") -> None:
        self.place = place
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{place}: {problem}.{f' Maybe {remedy}.' if remedy else ''}")


class PlanBroken(LegdayError):
    """A plan that the last check refused to let out."""

    def __init__(self, findings: tuple[str, ...]) -> None:
        self.findings = findings
        super().__init__("the plan breaks its own rules; please report this: " + " · ".join(findings))
