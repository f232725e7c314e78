"""Decides that stories are read as their README says, and that a story which says nothing is refused."""

from datetime import date, time

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


LIVED = SMALL.replace("today = 2026-11-23", "accepted = 2026-11-23\ntoday = 2026-12-02")


def test_what_comes_in_later_has_its_day() -> None:
    more = "```toml profile from 2026-12-01\nborn = 1990\n```\n\n```watch 2026-11-24 17:05\nsquat 4x8 60 kg\n```\n"
    story = read_story("lived", LIVED + more)
    assert story.accepted == date(2026, 11, 23)
    found = [(one.kind, one.day, one.at, one.body) for one in story.later]
    assert found == [
        ("toml profile", date(2026, 12, 1), time(18), "born = 1990\n"),
        ("watch", date(2026, 11, 24), time(17, 5), "squat 4x8 60 kg\n"),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (SMALL + "```csv log from 2026-11-24\n```\n", "needs a plan that was accepted"),
        (LIVED + "```csv log from 2026-12-03\n```\n", "between accepted and today"),
        (LIVED.replace("today = 2026-12-02", "today = 2026-11-22"), "a date up to today"),
    ],
)
def test_a_life_that_does_not_follow_its_days_is_refused(text: str, problem: str) -> None:
    with pytest.raises(StoryUnclear, match=problem):
        read_story("lived", text)
