"""The printer of the notation, and its round with the parser."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entry_draws import entries
from legday.model.journal import AnyEntry
from legday.model.lines import (
    AwayLine,
    KindLine,
    MoveLine,
    PainLine,
    PromiseLine,
    SessionLine,
    SetsLine,
    SkipLine,
    SleptLine,
    SwapLine,
    WeighLine,
)
from legday.model.pain_words import Behaviour
from legday.model.runner import Gear, GearKind
from legday.model.runs import RunKind
from legday.reading.notation import read_journal_text
from legday.writing.journal_json import journal_json
from legday.writing.notation import print_line, print_lines
from notation_draws import journal_lines

MARCH_2 = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            SetsLine(day=MARCH_2, exercise="squat", sets=3, reps=10, weight_g=40_000, rir=2),
            "2026-03-02 squat 3x10 40 kg rir 2",
        ),
        (
            SetsLine(day=MARCH_2, exercise="side-plank", sets=3, reps=30, weight_g=0, seconds=True),
            "2026-03-02 side-plank 3x30 s bodyweight",
        ),
        (
            SetsLine(
                day=MARCH_2, exercise="lunge", sets=2, reps=12, weight_g=12_505, at=time(18, 5), note="ok"
            ),
            '2026-03-02 lunge 2x12 12.505 kg at 18:05 "ok"',
        ),
        (
            PainLine(day=MARCH_2, place="knee", side="left", score=3, when="during", note='stairs, "sharp"'),
            '2026-03-02 pain knee left 3/10 during "stairs, \\"sharp\\""',
        ),
        (SkipLine(day=MARCH_2, menu="B", note="travel"), '2026-03-02 skip workout b "travel"'),
        (KindLine(day=MARCH_2, kind=RunKind.QUALITY, start=time(7)), "2026-03-02 run quality at 07:00"),
        (
            PromiseLine(day=MARCH_2, start=time(18), minutes=45, menu="A"),
            "2026-03-02 promise workout a 18:00 45 min",
        ),
        (
            SessionLine(day=MARCH_2, menu="A", at=time(18, 5), minutes=50, effort=7),
            "2026-03-02 session workout a 18:05 50 min effort 7/10",
        ),
        (
            SetsLine(day=MARCH_2, exercise="split-squat", sets=3, reps=10, each=(10, 10, 8), side="left"),
            "2026-03-02 split-squat 3x10,10,8 left",
        ),
        (
            PainLine(
                day=MARCH_2,
                place="achilles",
                score=3,
                when="next-morning",
                behaviour=frozenset({Behaviour.NIGHT, Behaviour.WORSENS}),
            ),
            "2026-03-02 pain achilles 3/10 next-morning worsens,night",
        ),
        (SleptLine(day=MARCH_2, minutes=330, readiness=2), "2026-03-02 slept 5:30 ready 2/5"),
        (
            AwayLine(
                day=MARCH_2,
                last=date(2026, 3, 8),
                gear=Gear(dumbbells_g=(5_000, 7_500), things=frozenset({GearKind.BANDS})),
            ),
            "2026-03-02 away to 2026-03-08 with body,bands,dumbbells 5/7.5 kg",
        ),
        (
            AwayLine(day=MARCH_2, last=date(2026, 3, 8), openings=()),
            "2026-03-02 away to 2026-03-08 no legs",
        ),
        (
            MoveLine(day=MARCH_2, menu="B", to=datetime(2026, 3, 4, 18, 30), minutes=45),
            "2026-03-02 move workout b to 2026-03-04 18:30 45 min",
        ),
        (
            SwapLine(day=MARCH_2, was="squat", now="box-squat", last=date(2026, 3, 20), why="knee"),
            '2026-03-02 swap squat for box-squat to 2026-03-20 "knee"',
        ),
        (WeighLine(day=MARCH_2, grams=71_500), "2026-03-02 weigh 71.5 kg"),
    ],
)
def test_a_line_is_written_as_people_would(line, text):
    assert print_line(line) == text


@given(lines=st.lists(journal_lines, max_size=4).map(tuple))
@settings(deadline=None, max_examples=300, derandomize=True)
def test_what_is_printed_is_read_back_as_it_was(lines):
    assert read_journal_text(print_lines(lines)) == lines


@given(lines=st.lists(journal_lines, max_size=3).map(tuple))
@settings(deadline=None, max_examples=50, derandomize=True)
def test_printing_what_was_read_from_print_changes_nothing(lines):
    text = print_lines(lines)
    assert print_lines(read_journal_text(text)) == text


@given(some=st.lists(entries, max_size=3))
@settings(deadline=None, max_examples=20, derandomize=True)
def test_the_journal_as_json_lines_gives_the_entries_back(some):
    from pydantic import TypeAdapter

    adapter = TypeAdapter(AnyEntry)
    written = journal_json(some)
    assert [adapter.validate_json(line) for line in written.split("\n")[:-1]] == some
