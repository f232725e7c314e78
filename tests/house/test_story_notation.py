"""Decides that stories are read as their README says, and that a story which says nothing is refused."""

from datetime import date

import pytest

from story_notation import StoryUnclear, read_story

SMALL = """# Two sessions

A runner.

```toml profile
name = "Ana"
```

```toml plan
today = 2026-11-23
weeks = 4
```

```csv runs
date,title
2026-11-24,Easy 5
```

```expect
# how often
sessions a week: 2

gap >= 48 h
```
"""


def test_a_story_has_a_title_a_runner_a_question_and_expectations() -> None:
    story = read_story("small", SMALL)
    assert (story.title, story.profile) == ("Two sessions", 'name = "Ana"\n')
    assert (story.today, story.weeks) == (date(2026, 11, 23), 4)
    assert story.runs == ("small.csv", b"date,title\n2026-11-24,Easy 5\n")


def test_each_expectation_knows_its_line_and_comments_are_left_out() -> None:
    found = [(line.line, line.text) for line in read_story("small", SMALL).expectations]
    assert found == [(21, "sessions a week: 2"), (23, "gap >= 48 h")]


def test_a_calendar_gets_the_line_ends_that_calendars_have() -> None:
    text = SMALL.replace(
        "csv runs\ndate,title\n2026-11-24,Easy 5", "ics runs\nBEGIN:VCALENDAR\nEND:VCALENDAR"
    )
    assert read_story("small", text).runs == ("small.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")


@pytest.mark.parametrize(
    ("was", "now", "problem"),
    [
        ("```toml profile", "```toml runner", "unknown block ```toml runner"),
        ("sessions a week: 2\n\ngap >= 48 h\n", "# nothing\n", "expects nothing"),
        ("weeks = 4\n", "", "needs today"),
        ("```csv runs\ndate", "```toml plan\ndate", "a second ```toml plan block"),
        ("```toml profile\nname", "```text journal\nname", "has no ```toml profile block"),
    ],
)
def test_an_unclear_story_is_refused_with_the_reason(was: str, now: str, problem: str) -> None:
    with pytest.raises(StoryUnclear, match=problem):
        read_story("small", SMALL.replace(was, now))
