"""A number of a rule that is changed by hand is noticed: exactly the stories that rest on it come out otherwise, and say why."""

from dataclasses import replace
from pathlib import Path

import pytest

from legday.model.catalogue import Catalogue
from legday.model.rules import Rulebook
from story_expectations import problem_with
from story_notation import read_stories
from story_plans import catalogue_in_english, plan_of

HURTS = [story for story in read_stories(Path(__file__).parent) if " pain " in story.journal]


def with_number_by_hand(rule: str, name: str, value: int) -> Catalogue:
    """The catalogue as if its file said another number; bounds, which are for runners, do not hold here."""
    known = catalogue_in_english()
    rules = known.rulebook.rules
    changed = replace(rules[rule], numbers={**rules[rule].numbers, name: value})
    return replace(known, rulebook=Rulebook({**rules, rule: changed}, known.rulebook.changed))


def failing(catalogue: Catalogue) -> dict[str, list[str]]:
    """The lines that do not hold any more, by story."""
    found = {}
    for story in HURTS:
        told = plan_of(story, catalogue)
        lines = [line.text for line in story.expectations if problem_with(told, line.text)]
        if lines:
            found[story.name] = lines
    return found


@pytest.mark.parametrize(
    ("name", "value", "story", "line"),
    [
        ("kneecap", 1, "kneecap-two-goes-on", "answer: go on"),
        ("kneecap", 3, "front-of-the-knee", "answer: swap"),
        ("bone", 1, "shin-one-of-ten", "answer: see someone"),
        ("tendon_go", 1, "achilles-settles", "2026-12-04 answer: go on"),
        ("tendon_hold", 4, "achilles-five-and-six", "2026-12-03 answer: hold"),
        ("tendon_hold", 6, "achilles-five-and-six", "2026-12-04 answer: ease"),
    ],
)
def test_a_limit_of_pain_decides_one_story(name: str, value: int, story: str, line: str) -> None:
    found = failing(with_number_by_hand("pain-gate", name, value))
    assert list(found) == [story]
    assert line in found[story]
