"""Decides which rules are told, with the numbers in force and how each is known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from legday.model.catalogue import Catalogue
from legday.model.errors import UnknownName
from legday.model.rules import Grade, Rule, Rulebook, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleReport:
    """A rule under the runner's own numbers: which of them they changed, and its sources."""

    rule: Rule
    changed: Mapping[str, int]
    sources: tuple[Source, ...]

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


def with_own_numbers(catalogue: Catalogue, numbers: Mapping[str, Mapping[str, int]]) -> Catalogue:
    """The catalogue with the runner's own rule numbers in force."""
    return replace(catalogue, rulebook=Rulebook(catalogue.rulebook.rules, numbers))


def _report(catalogue: Catalogue, rule: Rule) -> RuleReport:
    changed = catalogue.rulebook.changed.get(rule.id, {})
    return RuleReport(
        rule=replace(rule, numbers={**rule.numbers, **changed}),
        changed=changed,
        sources=tuple(catalogue.sources[source] for source in rule.sources),
    )
