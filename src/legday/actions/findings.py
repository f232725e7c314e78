"""Decides how findings are put together for reading: a rule once, with all that it met."""

from collections.abc import Sequence
from dataclasses import dataclass

from legday.model.rules import Finding, Level


@dataclass(frozen=True, slots=True)
class MetRule:
    """A rule by its id and level, with what it met, in the order of the findings."""

    rule: str
    level: Level
    met: tuple[Finding, ...]


def findings_by_rule(findings: Sequence[Finding]) -> tuple[MetRule, ...]:
    """Each rule once, in the order in which it was met first."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    return tuple(MetRule(rule, met[0].level, tuple(met)) for rule, met in by_rule.items())
