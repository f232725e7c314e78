"""The watcher of virtual runners compares what was moved at one body mass, as the rule means it."""

from dataclasses import replace
from datetime import datetime

import pytest

from lived_journal import at, squats
from virtual_run import catalogue
from virtual_runner import virtual_runner
from virtual_watcher import Given, Held, Told, Watcher, amount_of

PROFILE = replace(virtual_runner(436, "article").profile, body_mass_g=74_500)


def session(start: datetime, *, target: int = 10) -> Given:
    lines = (squats(sets=9, target=target, weight_g=60_000),)
    return Given(start=start, minutes=40, lines=lines, contacts=0, light=False, wanted=1)


def held(given: Given) -> Held:
    squat = catalogue().exercises["squat"]
    return Held(start=given.start, amounts=tuple(amount_of(line, squat) for line in given.lines))


def rules_broken(given: Given, *behind: Held, body_mass_g: int) -> set[str]:
    told = Told(profile=replace(PROFILE, body_mass_g=body_mass_g))
    return {one.rule for one in Watcher(catalogue()).judge(given, behind, told)}


@pytest.mark.parametrize("body_mass_g", [60_000, 74_500, 90_000])
@pytest.mark.parametrize(("target", "grows"), [(10, False), (11, False), (12, True)])
def test_who_has_become_lighter_or_heavier_may_grow_by_ten_percent_as_before(body_mass_g, target, *, grows):
    weeks = [held(session(at(7 * n))) for n in range(4)]
    broken = rules_broken(session(at(28), target=target), *weeks, body_mass_g=body_mass_g)
    assert ("leg-growth" in broken) is grows


def test_half_of_the_years_highest_week_and_a_twentieth_may_be_done_at_the_body_mass_of_now():
    """What virtual runner 436 was given: the highest week lay behind a loss of three kilograms."""
    high = held(session(at(0), target=20))
    lately = [held(session(at(7 * n), target=5)) for n in range(10, 14)]
    assert "leg-growth" not in rules_broken(session(at(98), target=11), high, *lately, body_mass_g=71_300)
    assert "leg-growth" in rules_broken(session(at(98), target=12), high, *lately, body_mass_g=71_300)
