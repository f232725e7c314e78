"""Exports of Strong and Hevy in the forms they have had: what each row says, and a line for each that says nothing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.errors import FileRefused, LimitExceeded
from legday.reading.limits import Limits
from legday.reading.strength_cells import NoCell, cell_minutes, cell_moment, cell_number, cell_reserve
from legday.reading.strength_csv import is_strength_log, read_strength_csv

STRONG_FIRST = """\
Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-11-02 18:05:10,"Legs, heavy",Squat (Barbell),W,40,10,0,0,,felt good,
2026-11-02 18:05:10,"Legs, heavy",Squat (Barbell),1,82.5,8,0,0,"two
lines",felt good,8.5
2026-11-02 18:05:10,"Legs, heavy",Squat (Barbell),D,60,8,0,0,,,
2026-11-02 18:05:10,"Legs, heavy",Squat (Barbell),F,70,5,0,0,,,
2026-11-02 18:05:10,"Legs, heavy",Plank,1,0,0,0,60,,,
"""
STRONG_ANDROID = """\
Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration
2026-11-02 18:05:10;"Legs";"Squat (Barbell)";1;182,5;lbs;8;;;;0;"";"";1h 2m
"""
STRONG_SIX = """\
Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes;Workout Notes
1;2026-11-02 18:05:10;Legs;3720;Squat (Barbell);1;82.5;8;8;;;;
1;2026-11-02 18:05:10;Legs;3720;Squat (Barbell);Rest Timer;;;;;90;;
1;2026-11-02 18:05:10;Legs;3720;Squat (Barbell);Note;;;;;;"slow, ""deep"" ones";
"""
STRONG_LENGTH = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-11-02 18:05:10,"Legs",1h 2m,"Squat (Barbell)",1,82.5,8,0,0,"","",
"""
HEVY_KG = """\
"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"
"Legs","2 Nov 2026, 18:05","2 Nov 2026, 19:07","","Squat (Barbell)",,"",0,"warmup",40,10,,,
"Legs","2 Nov 2026, 18:05","2 Nov 2026, 19:07","","Squat (Barbell)",1,"",1,"normal",82.5,8,,,8.5
"Legs","2 Nov 2026, 18:05","2 Nov 2026, 19:07","","Glute Bridge",1,"",0,"failure",,15,,,
"Legs","2 Nov 2026, 18:05","2 Nov 2026, 19:07","","Treadmill",,"",0,"normal",,,2.5,900,
"""
HEVY_LB = """\
title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_lbs,reps,distance_miles,duration_seconds,rpe
Legs,2026-11-02T18:05:00,2026-11-02T19:07:00,,Squat (Barbell),,,0,normal,182.5,8,,,
"""


def read(text, **limits):
    return read_strength_csv(text.encode(), file="log.csv", limits=replace(Limits(), **limits))


def told(text):
    (session,) = read(text).sessions
    return [
        (one.exercise, one.reps or one.seconds, one.weight, one.unit, one.rir, one.warm_up)
        for one in session.sets
    ]


SQUAT = "Squat (Barbell)"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            STRONG_FIRST,
            [
                (SQUAT, 10, 40, "", None, True),
                (SQUAT, 8, 82.5, "", 1, False),
                (SQUAT, 8, 60, "", None, False),
                (SQUAT, 5, 70, "", 0, False),
                ("Plank", 60, 0, "", None, False),
            ],
        ),
        (STRONG_ANDROID, [(SQUAT, 8, 182.5, "lb", None, False)]),
        (STRONG_SIX, [(SQUAT, 8, 82.5, "kg", 2, False)]),
        (STRONG_LENGTH, [(SQUAT, 8, 82.5, "", None, False)]),
        (
            HEVY_KG,
            [
                (SQUAT, 10, 40, "kg", None, True),
                (SQUAT, 8, 82.5, "kg", 1, False),
                ("Glute Bridge", 15, None, "", 0, False),
                ("Treadmill", 900, None, "", None, False),
            ],
        ),
        (HEVY_LB, [(SQUAT, 8, 182.5, "lb", None, False)]),
    ],
)
def test_each_form_of_the_header_is_read(text, rows):
    assert told(text) == rows
    assert read(text).problems == ()
    assert is_strength_log(text.encode())


@pytest.mark.parametrize("text", [STRONG_ANDROID, STRONG_SIX, STRONG_LENGTH, HEVY_KG, HEVY_LB])
def test_the_session_has_its_start_title_and_length(text):
    (session,) = read(text).sessions
    assert (session.start.replace(second=0), session.title, session.minutes) == (
        datetime(2026, 11, 2, 18, 5),
        "Legs",
        62,
    )


def test_a_mark_at_the_beginning_tabs_and_other_line_ends_change_nothing():
    for changed in (
        f"\ufeff{STRONG_SIX}",
        STRONG_SIX.replace(";", "\t"),
        STRONG_SIX.replace("\n", "\r\n"),
        STRONG_SIX.replace("Weight (kg)", "WEIGHT (KG)"),
    ):
        assert told(changed) == told(STRONG_SIX)


def test_a_bad_row_is_told_by_the_line_it_begins_on_and_spoils_no_other():
    spoilt = STRONG_FIRST.replace("D,60,8", "D,sixty,8").replace("F,70,5", "F,70,-5")
    log = read(spoilt)
    assert log.problems == ("line 5: 'sixty' is no number", "line 6: '-5' is no whole number")
    assert len(log.sessions[0].sets) == 3


@pytest.mark.parametrize(
    ("old", "new", "told_words"),
    [
        (
            "2026-11-02 18:05:10;Legs;3720;Squat (Barbell);1",
            "soon;Legs;3720;Squat (Barbell);1",
            "'soon' is no date with a time",
        ),
        ("Squat (Barbell);1", ";1", "names no exercise"),
        (";82.5;", ";5000;", "5000 kg is not a weight a person lifts"),
        (";82.5;8;", ";82.5;8000;", "8000 repetitions are more than a set has"),
    ],
)
def test_what_cannot_be_is_told(old, new, told_words):
    assert read(STRONG_SIX.replace(old, new)).problems == (f"line 2: {told_words}",)


def test_weights_in_two_columns_are_taken_from_the_one_that_is_filled():
    both = HEVY_LB.replace("weight_lbs", "weight_kg,weight_lbs").replace(",182.5,", ",,182.5,")
    assert told(both) == [(SQUAT, 8, 182.5, "lb", None, False)]


def test_sessions_come_oldest_first_whatever_their_order():
    later = STRONG_LENGTH.splitlines()[1]
    text = f"{STRONG_LENGTH}{later.replace('2026-11-02', '2026-10-01')}\n"
    assert [session.start.month for session in read(text).sessions] == [10, 11]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "Date,Title,km\n2026-11-02,Easy,8\n", "\0\0\0"])
def test_any_other_table_is_none(text):
    assert not is_strength_log(text.encode())
    with pytest.raises(FileRefused, match="not an export of Strong or Hevy"):
        read(text)


def test_a_log_past_the_limits_is_refused():
    with pytest.raises(LimitExceeded, match="more than 1 sets, at line 3"):
        read(STRONG_FIRST, strength_rows=1)
    with pytest.raises(LimitExceeded, match="larger than 10 bytes"):
        read(STRONG_FIRST, list_bytes=10)


def test_a_quote_that_never_ends_is_refused_or_read_but_never_breaks():
    assert read(STRONG_SIX.replace('"slow', '"slow\n') + '1;"never').sessions


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026-11-02 18:05:10", datetime(2026, 11, 2, 18, 5, 10)),
        ("2026-11-02 18:05", datetime(2026, 11, 2, 18, 5)),
        ("2026-11-02T18:05:00Z", datetime(2026, 11, 2, 18, 5, tzinfo=UTC)),
        ("2 Nov 2026, 18:05", datetime(2026, 11, 2, 18, 5)),
        ("2 nov. 2026, 18:05", datetime(2026, 11, 2, 18, 5)),
        ("28 mars 2026, 17:29", datetime(2026, 3, 28, 17, 29)),
        ("28 Mär. 2026, 17:29", datetime(2026, 3, 28, 17, 29)),
        ("7 août 2026, 7:05", datetime(2026, 8, 7, 7, 5)),
        ("7 juil. 2026, 7:05", datetime(2026, 7, 7, 7, 5)),
        ("1 de jun. de 2026, 9:05", datetime(2026, 6, 1, 9, 5)),
        ("Jan 1, 2026, 12:00 AM", datetime(2026, 1, 1, 0, 0)),
        ("Jan 1, 2026, 7:05\u202fPM", datetime(2026, 1, 1, 19, 5)),
        ("05.06.2026, 07:30", datetime(2026, 6, 5, 7, 30)),
    ],
)
def test_moments_are_read_as_phones_write_them(cell, moment):
    assert cell_moment(cell) == moment


@pytest.mark.parametrize(
    "cell", ["", "yesterday", "2026-13-01 10:00", "31 Feb 2026, 10:00", "5 Xyz 2026, 10:00", "2 Nov 2026"]
)
def test_other_moments_are_none(cell):
    with pytest.raises(NoCell):
        cell_moment(cell)


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("1h 2m", 62),
        ("58m", 58),
        ("1h", 60),
        ("1h 5m 40s", 66),
        ("3600", 60),
        ("1:02:00", 62),
        ("", None),
        ("soon", None),
    ],
)
def test_lengths_are_minutes(cell, minutes):
    assert cell_minutes(cell, bare_seconds=True) == minutes


@pytest.mark.parametrize(
    ("rpe", "left"),
    [
        ("10", 0),
        ("9.5", 0),
        ("9", 1),
        ("8,5", 1),
        ("6", 4),
        ("0", None),
        ("", None),
        ("11", None),
        ("x", None),
    ],
)
def test_effort_is_what_was_left(rpe, left):
    assert cell_reserve(rpe) == left


@settings(deadline=None, max_examples=50, derandomize=True)
@given(st.integers(0, 999_999))
def test_a_weight_is_the_same_with_a_comma_a_point_and_thousands(hundredths):
    number = hundredths / 100
    point, comma = f"{number:.2f}", f"{number:.2f}".replace(".", ",")
    grouped = f"{number:,.2f}"
    turned = grouped.translate(str.maketrans(",.", ".,"))
    assert {cell_number(cell) for cell in (point, comma, grouped, turned, f" {point} ")} == {number}
    assert cell_number(f"\u2212{comma}") == -number


@settings(deadline=None, max_examples=50, derandomize=True)
@given(st.text(max_size=60))
def test_no_text_in_a_cell_breaks_the_reading(text):
    cell = text.replace('"', "").replace("\0", "")
    log = read(STRONG_SIX.replace(";82.5;", f';"{cell}";'))
    assert len(log.problems) + sum(len(session.sets) for session in log.sessions) == 1
