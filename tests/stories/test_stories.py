"""Decides that every story in this folder comes out as it says."""

from functools import cache
from pathlib import Path

import pytest

from planner_words import answered, badly_read, changed, said_in, said_of
from story_expectations import problem_with
from story_notation import Expectation, Story, read_stories
from story_plans import Told, plan_of

FOLDER = Path(__file__).parent
STORIES = read_stories(FOLDER)
LINES = [(story, expectation) for story in STORIES for expectation in story.expectations]


@cache
def _told(name: str) -> Told:
    return plan_of(next(story for story in STORIES if story.name == name))


@pytest.mark.parametrize(
    ("story", "expectation"), LINES, ids=[f"{story.name}:{line.line} {line.text}" for story, line in LINES]
)
def test_comes_out_as_the_story_says(story: Story, expectation: Expectation) -> None:
    problem = problem_with(_told(story.name), expectation.text)
    assert not problem, f"tests/stories/{story.name}.md:{expectation.line}: {expectation.text}\n  {problem}"


@pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])
def test_a_story_without_a_session_says_so(story: Story) -> None:
    silent = "sessions in all: 0" not in [line.text for line in story.expectations]
    assert _told(story.name).plan.sessions or not silent, (
        "nothing was planned, so every line about sessions holds"
    )


@pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])
def test_all_that_a_story_says_reads_in_german(story: Story) -> None:
    told = _told(story.name)
    said, own = [*said_in(told.plan)], []
    if told.lived is not None:
        lived, log = told.lived, told.lived.known.state.log
        said += [
            *said_in(lived.accepted),
            *changed(lived.changes.changes),
            *said_of(lived.known.state.easings),
        ]
        said += [*(words for day in lived.answers.values() for words in answered(day)), *lived.changes.asked]
        said += [*(words for day in lived.doubts.values() for words in day), *lived.told.held_back]
        said += [lived.told.week, lived.told.no_run]
        own = [one.why for one in (*log.skipped, *log.swapped) if one.why]
    assert badly_read(said, own=own) == []


def test_there_are_at_least_a_dozen_stories() -> None:
    assert len(STORIES) >= 12
