"""The parser of the notation: what people write, and what they are told."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.errors import NotationError
from legday.model.lines import KindLine, PainLine, PromiseLine, SetsLine, SkipLine
from legday.model.runs import RunKind
from legday.reading.notation import read_journal_text
from legday.writing.notation import print_lines


def test_a_journal_of_every_kind_of_line_is_read():
    text = """\
# the first week
2026-03-02 squat 3x10 40 kg rir 2
2026-03-02 side-plank 3x30 s bodyweight at 18:05   # held well

2026-03-03 pain knee left 3/10 during "on the stairs"
2026-03-04 skip workout b "travel"
2026-03-05 run quality
2026-03-09 promise workout a 18:00 45 min
"""
    assert read_journal_text(text) == (
        SetsLine(day=date(2026, 3, 2), exercise="squat", sets=3, reps=10, weight_g=40_000, rir=2),
        SetsLine(
            day=date(2026, 3, 2),
            exercise="side-plank",
            sets=3,
            reps=30,
            weight_g=0,
            seconds=True,
            at=time(18, 5),
        ),
        PainLine(
            day=date(2026, 3, 3), place="knee", side="left", score=3, when="during", note="on the stairs"
        ),
        SkipLine(day=date(2026, 3, 4), menu="B", note="travel"),
        KindLine(day=date(2026, 3, 5), kind=RunKind.QUALITY),
        PromiseLine(day=date(2026, 3, 9), start=time(18), minutes=45, menu="A"),
    )


@pytest.mark.parametrize(
    ("loose", "normal"),
    [
        ("2026-03-02   Walking Lunge  3×12  12.50KG", "2026-03-02 walking-lunge 3x12 12.5 kg"),
        ("2026-03-02 squat 3 x 10 0 kg", "2026-03-02 squat 3x10 bodyweight"),
        ("2026-03-02 squat 3x10 90 lb", "2026-03-02 squat 3x10 40.823 kg"),
        ("2026-03-02 plank 2x45s", "2026-03-02 plank 2x45 s"),
        ("2026-03-03 pain outer knee 0/10 next morning", "2026-03-03 pain outer-knee 0/10 next-morning"),
        ("2026-03-04 SKIP Workout B", "2026-03-04 skip workout b"),
        ("2026-03-05 run Easy at 7:05\r", "2026-03-05 run easy at 07:05"),
        ("\ufeff2026-03-05 run easy", "2026-03-05 run easy"),
        ("2026-03-02 squat 3x10, 10 ,8 42,5 kg", "2026-03-02 squat 3x10,10,8 42.5 kg"),
        ("2026-03-02 squat 3x8,8,8", "2026-03-02 squat 3x8"),
        ("2026-03-02 session", "2026-03-02 session"),
        ("2026-03-03 pain achilles 3/10 Night, worsens", "2026-03-03 pain achilles 3/10 worsens,night"),
        ("2026-03-03 slept 7.5 h", "2026-03-03 slept 7:30"),
        ("2026-03-03 ill fever to 2026-03-06", "2026-03-03 ill fever to 2026-03-06"),
        ("2026-03-03 weigh 158 lb", "2026-03-03 weigh 71.668 kg"),
        (
            "2026-03-03 away to 2026-03-08 with dumbbells 10 lb , bands open Tue 7:00 30 min, sat 9:00 45 min",
            "2026-03-03 away to 2026-03-08 with body,bands,dumbbells 4.536 kg open tue 07:00 30 min, sat 09:00 45 min",
        ),
    ],
)
def test_loose_writing_is_normalised(loose, normal):
    assert print_lines(read_journal_text(loose)) == f"{normal}\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("squat 3x10", "line 1: 'squat' is not a date. Maybe written 2026-03-02."),
        ("2026-02-30 squat 3x10", "'2026-02-30' is not a date"),
        ("2026-03-02", "'' is not an exercise or sets"),
        ("2026-03-02 squat", "'' is not an exercise or sets"),
        (
            "2026-03-02 squat 3*10",
            "'3*10' is not an exercise or sets. Maybe 2026-03-02 squat 3x10 40 kg rir 2.",
        ),
        ("2026-03-02 squat 0x10", "'0' is out of bounds. Maybe between 1 and 99."),
        ("2026-03-02 squat 3x10 40 stone", "'40' is more than this line can say"),
        ("2026-03-02 squat 3x10 2000 kg", "'2000 kg' is not a weight a person lifts. Maybe 0 to 1000 kg."),
        ("2026-03-02 squat 3x10 rir eleven", "'eleven' is out of bounds. Maybe between 0 and 10."),
        ("2026-03-02 squat 3x10 at 25:00", "'25:00' is not a time of day. Maybe written 18:05."),
        ('2026-03-02 squat 3x10 "felt', "is a quote that does not end"),
        ("2026-03-03 pain knee left 11/10", "'11' is out of bounds. Maybe between 0 and 10."),
        ("2026-03-03 pain left 3/10", "'left' is not a place or a score"),
        ("2026-03-03 pain knee 3", "'3' is not a place or a score"),
        ("2026-03-04 skip b", "'b' is not the word workout. Maybe workout a."),
        ("2026-03-04 skip workout legs", "'legs' is not a workout's letter"),
        ("2026-03-05 run fast", "'fast' is not a kind of run. Maybe easy, recovery, long, quality, race."),
        ("2026-03-09 promise workout a 18:00 45", "'45' is not a length. Maybe 45 min."),
        ("2026-03-09 promise workout a 6pm 45 min", "'6pm' is not a time of day"),
        (
            "2026-03-02 squat 3x10,8",
            "'3x10,8' does not have as many repetitions as sets. Maybe 3x10 or 3x10,10,8.",
        ),
        ("2026-03-02 squat 3x10 tempo slow", "'slow' is not a tempo"),
        ("2026-03-02 session workout a effort 11/10", "'11' is out of bounds"),
        ("2026-03-02 session from the-sky", "'the-sky' is not where a log comes from"),
        ("2026-03-03 pain knee 3/10 burning", "'burning' is not how a pain behaves"),
        ("2026-03-03 sore 6", "'6' is not a score"),
        ("2026-03-03 slept", "'' is not a night. Maybe slept 5:30, slept 7 h or slept ready 2/5."),
        ("2026-03-03 slept 25:00", "'1500' is out of bounds"),
        ("2026-03-03 slept ready 6/5", "'6' is out of bounds. Maybe between 1 and 5."),
        ("2026-03-03 weigh bodyweight", "is not a body mass"),
        ("2026-03-03 move workout b 2026-03-04 18:30 45 min", "'2026-03-04' is not where to"),
        ("2026-03-03 swap squat to 2026-03-20", "'2026-03-20' is not an exercise"),
        ("2026-03-03 away 2026-03-08", "'2026-03-08' is not the last day"),
        ("2026-03-03 away to 2026-03-08 with skis", "'skis' is not gear"),
        ("2026-03-03 away to 2026-03-08 with dumbbells", "'' is not how heavy it is"),
        ("2026-03-03 red-flag", "'' is not a red flag"),
        ("2026-03-03 extra 18:30 45 min", "'18:30' is not the word session"),
    ],
)
def test_a_line_that_does_not_parse_is_told_with_value_place_and_remedy(line, told):
    with pytest.raises(NotationError) as refused:
        read_journal_text(line, file="march.txt")
    assert str(refused.value).startswith("march.txt: line 1: ")
    assert told in str(refused.value)


def test_the_line_number_counts_comments_and_blank_lines():
    with pytest.raises(NotationError) as refused:
        read_journal_text("# one\n\n2026-03-02 squat 3x10\nnonsense", file="march.txt")
    assert refused.value.place == "march.txt: line 4"


@given(text=st.text(st.sampled_from('2026-03-0 squatpainrunx10/"#\\kg:s\n'), max_size=60))
@settings(deadline=None, max_examples=200, derandomize=True)
def test_any_text_is_read_or_refused_in_words(text):
    try:
        lines = read_journal_text(text)
    except NotationError:
        return
    assert read_journal_text(print_lines(lines)) == lines
