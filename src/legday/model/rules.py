"""Decides what a rule is: a named thing with level, numbers, words, source and grade; and what breaking one looks like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Shape(StrEnum):
    """The few forms a rule can have; each is read twice, by the checker and by the solver."""

    GAP = "gap"
    COUNT = "count"
    ORDER = "order"
    BAND = "band"
    GROWTH = "growth"
    GATE = "gate"
    FIT = "fit"
    STEADY = "steady"


class Level(StrEnum):
    MUST = "must"
    SHOULD = "should"
    INFO = "info"


class Grade(StrEnum):
    """How a source or number is known: S seen, S2 second-hand, R recalled, P our own setting (science.md §0)."""

    SEEN = "S"
    SECOND_HAND = "S2"
    RECALLED = "R"
    OURS = "P"

    @property
    def shown_as_science(self) -> bool:
        return self in {Grade.SEEN, Grade.SECOND_HAND}


class Season(StrEnum):
    """When a rule can be judged: from the plan alone, or only once a journal of done sessions exists."""

    PLAN = "plan"
    LOG = "log"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A citation; `doi` empty where none is known."""

    id: str
    citation: str
    grade: Grade
    doi: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as the catalogue holds it.

    `numbers` are the settings with their units in the name (`hours`, `days`, `percent`, `minutes` …);
    `bounds` the range in which a runner may change each; `claims` ids of the article's rows; `words` a template over `numbers`;
    `names` says what each number is; `ours` the numbers that are our own settings although the rule has a source.
    """

    id: str
    shape: Shape
    level: Level
    title: str
    words: str
    grade: Grade
    numbers: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    bounds: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    needs: Season = Season.PLAN
    ours: tuple[str, ...] = ()

    def our_setting(self, number: str) -> bool:
        """True where `number` must be shown as our own setting, never as science."""
        return number in self.ours or not self.grade.shown_as_science

    @property
    def sentence(self) -> str:
        """The rule in words, its numbers filled in."""
        return self.words.format(**self.numbers)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules by id; the numbers a runner or coach changed stand in `changed`."""

    rules: Mapping[str, Rule]
    changed: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def __getitem__(self, rule: str) -> Rule:
        return self.rules[rule]

    def number(self, rule: str, name: str) -> int:
        """The number in force: the runner's own where changed, else the rule's. KeyError for a name that does not exist."""
        number = self.rules[rule].numbers[name]
        return self.changed[rule].get(name, number) if rule in self.changed else number


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule met an actual plan or file. `words` is a sentence for the runner with the numbers in it."""

    rule: str
    level: Level
    words: str
    days: tuple[date, ...] = ()
