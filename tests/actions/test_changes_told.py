"""How changes, findings and rules are put together for reading."""

from datetime import date, datetime

import pytest

from legday.actions.changed_plan import near_and_later
from legday.actions.changes import told_once
from legday.actions.findings import findings_by_rule
from legday.actions.rules import RuleChoice, chosen_rules, rules, with_own_numbers
from legday.model.plan import PlanChange
from legday.model.rules import Finding, Level
from plan_builder import catalogue

TODAY = date(2026, 11, 24)


def change(day, what="moved", why="You moved it."):
    return PlanChange(before=datetime(2026, 11, day, 18), after=None, what=what, why=why)


def finding(rule, *days):
    return Finding(rule=rule, level=Level.SHOULD, words=rule, days=days)


def test_the_same_change_for_the_same_reason_is_told_once():
    told = told_once([change(24), change(25, why="A rule."), change(27), change(28)])
    assert [(one.first.before.day, one.last.before.day, one.count) for one in told] == [
        (24, 28, 3),
        (25, 25, 1),
    ]


def test_the_next_fourteen_days_stand_apart_from_the_later_ones():
    last_near, first_later = datetime(2026, 12, 7, 18), datetime(2026, 12, 8, 18)
    changes = [
        PlanChange(before=None, after=last_near, what="appeared", why=""),
        PlanChange(before=first_later, after=first_later, what="dose: squat", why=""),
        PlanChange(before=first_later, after=last_near, what="moved", why=""),
    ]
    near, later = finding("spread", date(2026, 12, 7)), finding("spread", date(2026, 12, 8))
    parted = near_and_later(changes, [near, later], today=TODAY)
    assert (parted.near, parted.later) == ((changes[0], changes[2]), (changes[1],))
    assert (parted.near_findings, parted.later_findings) == ((near,), (later,))
    assert dict(parted.counts) == {"appeared": 1, "dose": 1, "moved": 1}


def test_findings_are_told_a_rule_at_a_time():
    found = [finding("spread"), finding("cut-back"), finding("spread")]
    assert [(one.rule, len(one.met)) for one in findings_by_rule(found)] == [("spread", 2), ("cut-back", 1)]


def test_a_rule_comes_in_pieces_around_its_numbers_and_tells_which_are_the_runners_own():
    own = with_own_numbers(catalogue(), {"leg-spacing": {"hours": 60}})
    (report,) = rules(own, "leg-spacing")
    words = "".join(f"{told}{report.rule.numbers[number] if number else ''}" for told, number in report.parts)
    assert words == report.rule.sentence
    assert words.startswith("At least 60 hours")
    assert (report.defaults["hours"], report.changed) == (48, {"hours": 60})
    assert report.range_of("hours") == (48, 120)


def test_a_number_that_may_be_only_one_has_no_range():
    (report,) = rules(catalogue(), "weekly-ceiling")
    assert (report.range_of("sessions"), report.range_of("days")) == ((1, 3), None)


@pytest.mark.parametrize("choice", list(RuleChoice))
def test_every_choice_keeps_the_order_of_the_rules(choice):
    every = rules(with_own_numbers(catalogue(), {"spread": {"hours": 60}}))
    chosen = chosen_rules(every, choice)
    assert list(chosen) == [one for one in every if one in chosen]
    assert chosen


def test_levels_part_the_rules_and_so_does_how_they_are_known():
    every = rules(catalogue())
    levels = [chosen_rules(every, choice) for choice in (RuleChoice.MUST, RuleChoice.SHOULD, RuleChoice.INFO)]
    known = [chosen_rules(every, choice) for choice in (RuleChoice.SCIENCE, RuleChoice.OURS)]
    assert sum(map(len, levels)) == sum(map(len, known)) == len(every)
    assert [one.rule.id for one in chosen_rules(every, RuleChoice.MINE)] == []
