"""Every rule that a plan can break, alone or against the log, is read by the checker, broken exactly once by one plan and kept by another."""

import pytest

from legday.model.rules import Level, Season
from legday.planning.check import CHECKS
from plan_builder import catalogue, found
from rule_cases import CASES

BREAKABLE = [
    rule.id
    for rule in catalogue().rulebook.rules.values()
    if rule.needs is Season.PLAN and rule.level is not Level.INFO
]
JUDGED = list(CHECKS)


def test_the_checker_reads_every_rule_that_a_plan_alone_can_break() -> None:
    assert [rule for rule in BREAKABLE if rule not in CHECKS] == []


def test_what_else_it_reads_needs_the_log() -> None:
    rules = catalogue().rulebook.rules
    others = [rules[rule] for rule in CHECKS if rule not in BREAKABLE]
    assert [rule.id for rule in others if rule.needs is not Season.LOG or rule.level is Level.INFO] == []
    assert {"pain-gate", "red-flag-lock"} <= {rule.id for rule in others}


def test_every_rule_has_a_case() -> None:
    assert sorted(CASES) == sorted(JUDGED)


@pytest.mark.parametrize("rule", JUDGED)
def test_a_plan_breaks_the_rule_exactly_once(rule: str) -> None:
    broken = CASES[rule].breaks
    findings = found(rule, broken.plan, broken.state, broken.outlook)
    assert [(finding.rule, finding.level) for finding in findings] == [
        (rule, catalogue().rulebook[rule].level)
    ]


@pytest.mark.parametrize("rule", JUDGED)
def test_its_neighbour_keeps_the_rule(rule: str) -> None:
    kept = CASES[rule].keeps
    assert found(rule, kept.plan, kept.state, kept.outlook) == ()


@pytest.mark.parametrize("rule", JUDGED)
def test_a_finding_names_its_days_and_speaks_in_numbers(rule: str) -> None:
    broken = CASES[rule].breaks
    (finding,) = found(rule, broken.plan, broken.state, broken.outlook)
    assert finding.days
    assert any(sign.isdigit() for sign in finding.words)
