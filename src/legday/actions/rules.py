"""Decides which rules are told, with the numbers in force and how each is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from string import Formatter

from legday.model.catalogue import Catalogue
from legday.model.errors import UnknownName
from legday.model.rules import Grade, Level, Rule, Rulebook, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleReport:
    """A rule under the runner's own numbers: which of them they changed, what those were, and its sources."""

    rule: Rule
    changed: Mapping[str, int]
    sources: tuple[Source, ...]
    defaults: Mapping[str, int] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The rule's sentence in pieces: words, and the name of the number after them (empty after the last)."""
        return tuple((words, name or "") for words, name, _, _ in Formatter().parse(self.rule.words))

    def range_of(self, number: str) -> tuple[int, int] | None:
        """The least and the most that a number may be; None where it cannot be changed."""
        low, high = self.rule.bounds.get(number, (0, 0))
        return None if low == high else (low, high)

    @property
    def known_as(self) -> str:
        """How the rule is known, as it is shown: science only where the paper was seen."""
        return _SHOWN_AS[self.rule.grade]


_SHOWN_AS = {
    Grade.SEEN: "seen in the paper",
    Grade.SECOND_HAND: "seen second-hand",
    Grade.RECALLED: "our setting",
    Grade.OURS: "our setting",
}


def rules(catalogue: Catalogue, name: str | None = None) -> tuple[RuleReport, ...]:
    """All rules, or the one of a name. UnknownName with near names otherwise."""
    book = catalogue.rulebook
    if name is None:
        return tuple(_report(catalogue, rule) for rule in book.rules.values())
    if name.lower() not in book.rules:
        raise UnknownName.among(name, tuple(book.rules), place="rule")
    return (_report(catalogue, book[name.lower()]),)


class RuleChoice(StrEnum):
    """Which rules are asked for: by level, by how they are known, by what they come from, or those with a number of the runner's own."""

    ALL = "all"
    MUST = "must"
    SHOULD = "should"
    INFO = "info"
    SCIENCE = "science"
    OURS = "ours"
    ARTICLE = "article"
    MINE = "mine"


def chosen_rules(reports: Sequence[RuleReport], choice: RuleChoice) -> tuple[RuleReport, ...]:
    """Those of the rules that a choice means, in their order."""
    return tuple(one for one in reports if _meant(one, choice))


def _meant(report: RuleReport, choice: RuleChoice) -> bool:
    rule = report.rule
    by = {
        RuleChoice.ALL: True,
        RuleChoice.MUST: rule.level is Level.MUST,
        RuleChoice.SHOULD: rule.level is Level.SHOULD,
        RuleChoice.INFO: rule.level is Level.INFO,
        RuleChoice.SCIENCE: rule.grade.shown_as_science,
        RuleChoice.OURS: not rule.grade.shown_as_science,
        RuleChoice.ARTICLE: bool(rule.claims),
        RuleChoice.MINE: bool(report.changed),
    }
    return by[choice]


def with_own_numbers(catalogue: Catalogue, numbers: Mapping[str, Mapping[str, int]]) -> Catalogue:
    """The catalogue with the runner's own rule numbers in force."""
    return replace(catalogue, rulebook=Rulebook(catalogue.rulebook.rules, numbers))


def _report(catalogue: Catalogue, rule: Rule) -> RuleReport:
    changed = catalogue.rulebook.changed.get(rule.id, {})
    return RuleReport(
        rule=replace(rule, numbers={**rule.numbers, **changed}),
        changed=changed,
        defaults=rule.numbers,
        sources=tuple(catalogue.sources[source] for source in rule.sources),
    )
