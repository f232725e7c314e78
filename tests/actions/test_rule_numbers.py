"""A rule's number of the runner's own: tried, kept, put back, refused."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from legday.actions.journal import Journal
from legday.actions.rule_numbers import tried_number
from legday.actions.stamp import Stamp
from legday.actions.state import Facts
from legday.model.errors import OutOfBounds, UnknownName
from legday.model.state import RunnerState
from plan_builder import MONDAY, catalogue, outlook, runner

STAMP = Stamp(UUID(int=1), datetime(2026, 11, 23, tzinfo=UTC))


def known(own=None, *, weighed=None):
    """A runner who said a profile, and weighs something else by now."""
    said = replace(runner().profile, rule_numbers=own or {})
    now = said if weighed is None else replace(said, body_mass_g=weighed)
    return Facts(
        today=MONDAY,
        journal=Journal(profile=said),
        state=RunnerState(profile=now),
        outlook=outlook(),
        catalogue=catalogue(),
    )


def numbers(own, rule, name, number):
    return tried_number(known(own), rule, name, number, stamp=STAMP).entry.profile.rule_numbers


def test_a_number_joins_those_the_runner_has_and_leaves_the_others():
    own = {"spread": {"hours": 60}, "leg-spacing": {"hours_new": 96}}
    assert numbers(own, "leg-spacing", "hours", 60) == {
        "spread": {"hours": 60},
        "leg-spacing": {"hours_new": 96, "hours": 60},
    }
    assert own == {"spread": {"hours": 60}, "leg-spacing": {"hours_new": 96}}


@pytest.mark.parametrize("number", [None, 48])
def test_put_back_or_the_rules_own_number_leaves_nothing_of_it(number):
    assert numbers({"leg-spacing": {"hours": 60}}, "leg-spacing", "hours", number) == {}


def test_a_weighing_does_not_become_part_of_the_profile():
    facts = known(weighed=70_001)
    entry = tried_number(facts, "leg-spacing", "hours", 60, stamp=STAMP).entry
    assert entry.profile.body_mass_g == facts.journal.profile.body_mass_g != 70_001


@pytest.mark.parametrize("number", [47, 121])
def test_a_number_outside_its_range_is_refused_with_the_range(number):
    with pytest.raises(OutOfBounds) as refused:
        numbers({}, "leg-spacing", "hours", number)
    assert (refused.value.low, refused.value.high) == (48, 120)


@pytest.mark.parametrize(("rule", "name"), [("leg-spacings", "hours"), ("leg-spacing", "hour")])
def test_a_name_nobody_knows_is_refused_with_near_ones(rule, name):
    with pytest.raises(UnknownName, match=r"leg-spacing|hours"):
        numbers({}, rule, name, 60)
