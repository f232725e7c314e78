"""Run plans read from calendars and tables."""

from contextlib import suppress
from datetime import date, time, timedelta
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.errors import FileRefused, InputError, LegdayError, LimitExceeded
from legday.model.runner import Units
from legday.model.runs import OutlookSource, RunKind
from legday.reading.run_plan_ics import MOST_EVENTS
from legday.reading.run_plans import LARGEST, read_run_plan

MONDAY = date(2026, 11, 23)


def read(text, *, name="plan.csv", **more):
    return read_run_plan(name, dedent(text).encode(), zone="Europe/Ljubljana", **more)


def calendar(events, **more):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *dedent(events).strip().splitlines(), "END:VCALENDAR", ""]
    return read("\r\n".join(lines), name="plan.ics", **more)


def runs_of(plan):
    return [(run.day, run.kind, run.metres, run.minutes, run.start) for run in plan.runs]


# Calendars


def test_an_all_day_event_has_no_start_and_a_timed_one_gives_start_and_room():
    plan = calendar("""
        X-WR-CALNAME:Spring half
        BEGIN:VEVENT
        UID:1
        DTSTART;VALUE=DATE:20261124
        SUMMARY:Easy 8 km
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART:20261126T170000Z
        DTEND:20261126T180000Z
        SUMMARY:Tempo
        END:VEVENT
    """)
    assert plan.name == "Spring half"
    assert runs_of(plan) == [
        (date(2026, 11, 24), RunKind.EASY, 8_000, None, None),
        (date(2026, 11, 26), RunKind.QUALITY, None, 60, time(18)),
    ]
    assert {run.source for run in plan.runs} == {OutlookSource.RUN_PLAN}
    assert plan.covers == (date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26))


def test_a_recurring_event_keeps_its_hour_across_the_clock_change():
    plan = calendar("""
        BEGIN:VEVENT
        UID:1
        DTSTART;TZID=Europe/Ljubljana:20261013T180000
        RRULE:FREQ=WEEKLY;COUNT=4
        SUMMARY:Intervals
        END:VEVENT
    """)
    assert [(run.day.day, run.start) for run in plan.runs] == [
        (13, time(18)),
        (20, time(18)),
        (27, time(18)),
        (3, time(18)),
    ]


def test_dates_taken_out_moved_added_and_cancelled_are_followed():
    plan = calendar("""
        BEGIN:VEVENT
        UID:1
        DTSTART;TZID=Europe/Ljubljana:20261124T180000
        RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=5
        EXDATE;TZID=Europe/Ljubljana:20261201T180000
        RDATE;TZID=Europe/Ljubljana:20261203T070000
        SUMMARY:Tempo
        END:VEVENT
        BEGIN:VEVENT
        UID:1
        RECURRENCE-ID;TZID=Europe/Ljubljana:20261208T180000
        DTSTART;TZID=Europe/Ljubljana:20261209T190000
        SUMMARY:Easy 40 min
        END:VEVENT
        BEGIN:VEVENT
        UID:1
        RECURRENCE-ID;TZID=Europe/Ljubljana:20261215T180000
        DTSTART;TZID=Europe/Ljubljana:20261215T180000
        STATUS:CANCELLED
        SUMMARY:Tempo
        END:VEVENT
    """)
    assert [(run.day, run.kind, run.start) for run in plan.runs] == [
        (date(2026, 11, 24), RunKind.QUALITY, time(18)),
        (date(2026, 12, 3), RunKind.QUALITY, time(7)),
        (date(2026, 12, 9), RunKind.EASY, time(19)),
        (date(2026, 12, 22), RunKind.QUALITY, time(18)),
    ]


def test_an_event_in_another_zone_is_on_the_runners_clock_and_may_be_another_day():
    plan = calendar("""
        BEGIN:VEVENT
        UID:1
        DTSTART;TZID=America/New_York:20261124T190000
        SUMMARY:Easy run
        END:VEVENT
    """)
    assert runs_of(plan) == [(date(2026, 11, 25), RunKind.EASY, None, None, time(1))]


def test_an_endless_event_from_years_ago_is_followed_from_the_start_given():
    plan = calendar(
        """
        BEGIN:VEVENT
        UID:1
        DTSTART:20150106T180000
        RRULE:FREQ=WEEKLY
        SUMMARY:Track
        END:VEVENT
        """,
        start=MONDAY,
    )
    assert plan.runs[0].day == date(2026, 11, 24)
    assert plan.runs[-1].day <= MONDAY + timedelta(days=731)
    assert len(plan.runs) == 105


def test_endless_daily_events_end_at_the_limit_and_say_so():
    daily = "".join(
        f"BEGIN:VEVENT\nUID:{n}\nDTSTART;VALUE=DATE:2026112{n}\nRRULE:FREQ=DAILY\nSUMMARY:Easy 5 km\nEND:VEVENT\n"
        for n in range(3)
    )
    plan = calendar(daily)
    assert len(plan.runs) == MOST_EVENTS
    assert f"only the first {MOST_EVENTS} days were read" in plan.not_understood


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=HOURLY", "FREQ=FOO", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31;COUNT=3"]
)
def test_rules_that_run_wild_or_never_hit_end_at_once(rule):
    plan = calendar(f"""
        BEGIN:VEVENT
        UID:1
        DTSTART:20261124T180000
        RRULE:{rule}
        SUMMARY:Run 5 km
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART:20261125T180000
        SUMMARY:Run 6 km
        END:VEVENT
    """)
    assert [run.metres for run in plan.runs] == [6_000]


def test_what_is_no_run_in_a_calendar_is_listed_with_its_date():
    plan = calendar("""
        BEGIN:VEVENT
        UID:1
        DTSTART:20261124T180000
        SUMMARY:Dentist
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART;VALUE=DATE:20261125
        SUMMARY:Rest
        END:VEVENT
        BEGIN:VEVENT
        UID:3
        DTSTART:2026
        SUMMARY:Long run
        END:VEVENT
    """)
    assert plan.runs == ()
    assert plan.covers == (date(2026, 11, 25),)
    assert plan.not_understood == ("“Long run” has no date that can be read", "2026-11-24: “Dentist”")


def test_the_unit_named_elsewhere_in_the_plan_holds_for_bare_numbers():
    plan = calendar("""
        BEGIN:VEVENT
        UID:1
        DTSTART;VALUE=DATE:20261124
        SUMMARY:Long run 12
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART;VALUE=DATE:20261126
        SUMMARY:Tempo 5 mi
        END:VEVENT
    """)
    assert [run.metres for run in plan.runs] == [19_312, 8_047]


def test_an_event_without_a_title_is_neither_run_nor_rest():
    plan = calendar("""
        BEGIN:VEVENT
        UID:1
        DTSTART:20261201T180000
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART;VALUE=DATE:20261125
        SUMMARY:Easy 5 km
        END:VEVENT
    """)
    assert plan.covers == (date(2026, 11, 25),)
    assert plan.not_understood == ("an event without a title",)


# Tables


def test_dated_rows_with_a_distance_in_miles():
    plan = read(
        """
        Date,Workout,Distance (mi)
        2026-11-24,Tempo,5
        2026-11-26,Rest,
        2026-11-29,Long,12.5
    """.strip()
    )
    assert runs_of(plan) == [
        (date(2026, 11, 24), RunKind.QUALITY, 8_047, None, None),
        (date(2026, 11, 29), RunKind.LONG, 20_117, None, None),
    ]
    assert len(plan.covers) == 6


def test_weeks_and_days_with_semicolons_and_decimal_commas_count_from_the_start():
    plan = read("Week;Day;Session;km\n1;Tue;Intervals 6 x 800;10,5\n2;Sunday;Long run;18\n", start=MONDAY)
    assert runs_of(plan) == [
        (date(2026, 11, 24), RunKind.QUALITY, 10_500, None, None),
        (date(2026, 12, 6), RunKind.LONG, 18_000, None, None),
    ]
    assert len(plan.covers) == 13


def test_a_column_for_each_weekday_as_published_plans_have_it():
    plan = read(
        "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"
        "1,Rest,3 m run,5 x 400 5K pace,3 m run,Rest,30 min cross,6 m run\n"
        "2,Rest,3 m run,30 tempo,3 m run,Rest,5K race,7 m run\n",
        start=MONDAY,
        units=Units.IMPERIAL,
    )
    assert [(run.day.isoformat(), run.kind.value, run.minutes) for run in plan.runs] == [
        ("2026-11-24", "easy", None),
        ("2026-11-25", "quality", None),
        ("2026-11-26", "easy", None),
        ("2026-11-29", "easy", None),
        ("2026-12-01", "easy", None),
        ("2026-12-02", "quality", 30),
        ("2026-12-03", "easy", None),
        ("2026-12-05", "race", None),
        ("2026-12-06", "easy", None),
    ]
    assert len(plan.covers) == 14


@pytest.mark.parametrize("written", ["Mon", "monday", "Mo.", "1", "Day 1", "MON"])
def test_the_first_day_of_a_week_as_people_write_it(written):
    plan = read(f"week,day,run\n1,{written},Easy\n", start=MONDAY)
    assert plan.runs[0].day == MONDAY


@pytest.mark.parametrize(
    ("written", "weekday"), [("Tues", 1), ("Weds", 2), ("Thurs", 3), ("Sa", 5), ("7", 6)]
)
def test_other_days_of_a_week_as_people_write_them(written, weekday):
    plan = read(f"week,day,run\n1,{written},Easy\n", start=MONDAY)
    assert plan.runs[0].day.weekday() == weekday


def test_a_table_with_a_date_for_each_week_and_a_column_for_each_weekday():
    plan = read("date,Mon,Wed,Sat\n2026-11-23,Easy 5 km,Tempo 6 km,Long 15 km\n")
    assert [run.day.day for run in plan.runs] == [23, 25, 28]


def test_miles_and_kilometres_in_cells_of_their_own_unit():
    plan = read("date,run,distance\n2026-11-23,Easy,8 km\n2026-11-24,Tempo,5 mi\n2026-11-25,Easy,6 km\n")
    assert [run.metres for run in plan.runs] == [8_000, 8_047, 6_000]


def test_metres_and_hours_have_columns_too():
    assert read("date,run,metres\n2026-11-23,Easy,8000\n").runs[0].metres == 8_000
    assert read("date,run,duration (hours)\n2026-11-23,Easy,1.5\n").runs[0].minutes == 90
    assert read("date,run,duration\n2026-11-23,Easy,1h 15\n").runs[0].minutes == 75


def test_weeks_to_go_count_down():
    plan = read("Weeks to go,Day,Workout\n2,Sun,Long 20 km\n1,Sun,Half marathon race\n", start=MONDAY)
    assert [(run.day, run.kind) for run in plan.runs] == [
        (date(2026, 11, 29), RunKind.LONG),
        (date(2026, 12, 6), RunKind.RACE),
    ]


def test_tabs_start_times_and_durations():
    plan = read(
        "date\ttime\tworkout\tduration\n30/11/2026\t18:00\tEasy\t45\n01/12/2026\t6:30 am\tTempo\t1:00\n"
    )
    assert runs_of(plan) == [
        (date(2026, 11, 30), RunKind.EASY, None, 45, time(18)),
        (date(2026, 12, 1), RunKind.QUALITY, None, 60, time(6, 30)),
    ]


def test_a_column_time_that_is_no_hour_of_the_day_is_a_duration():
    plan = read("date,run,time\n2026-11-30,Easy,0:45\n2026-12-01,Long,2:10\n")
    assert [(run.minutes, run.start) for run in plan.runs] == [(45, None), (130, None)]


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-30",
        "30.11.2026",
        "30/11/2026",
        "11/30/2026",
        "30 Nov 2026",
        "Nov 30, 2026",
        "Monday, November 30th 2026",
        "30.11.26",
    ],
)
def test_dates_as_people_write_them(written):
    plan = read(f'date;title\n"{written}";Easy 5 km\n')
    assert plan.runs[0].day == date(2026, 11, 30)


def test_days_and_months_that_could_be_swapped_are_told_apart_by_standing_close():
    plan = read("date,run\n01/12/2026,Easy\n02/12/2026,Tempo\n03/12/2026,Easy\n")
    assert [run.day for run in plan.runs] == [date(2026, 12, n) for n in (1, 2, 3)]


def test_a_dotted_date_that_does_not_exist_spoils_no_other():
    plan = read("date;kind;km\n24.11.2026;easy;8,5\n31.11.2026;easy;8\n1.12.2026;long;18\n")
    assert [(run.day, run.metres) for run in plan.runs] == [
        (date(2026, 11, 24), 8_500),
        (date(2026, 12, 1), 18_000),
    ]
    assert plan.not_understood == ("line 3: no day in “31.11.2026, easy, 8”",)


def test_days_and_months_that_cannot_be_told_apart_are_not_guessed():
    with pytest.raises(InputError, match="2026-11-30"):
        read("date,run\n01/02/2027,Easy\n")


def test_a_plan_in_weeks_needs_its_first_monday():
    with pytest.raises(InputError, match="--start 2026-11-23"):
        read("Week,Day,Run\n1,Mon,Easy\n")


def test_a_start_that_is_no_monday_is_named_with_the_monday_meant():
    with pytest.raises(InputError, match="you meant 2026-11-23"):
        read("Week,Day,Run\n1,Mon,Easy\n", start=date(2026, 11, 25))


def test_rows_that_cannot_be_understood_are_listed_with_their_line():
    plan = read("date,run,km\n2026-11-24,Easy,8\n2026-11-25,Bananas,3\nsomeday,Tempo,5\n")
    assert len(plan.runs) == 1
    assert plan.not_understood == ("line 4: no day in “someday, Tempo, 5”", "line 3: “Bananas”")


def test_a_distance_without_words_is_an_easy_run_and_none_at_all_is_rest():
    plan = read("date,run,km\n2026-11-24,,8\n2026-11-25,,\n")
    assert runs_of(plan) == [(date(2026, 11, 24), RunKind.EASY, 8_000, None, None)]
    assert plan.covers[-1] == date(2026, 11, 25)


def test_a_column_kind_speaks_with_the_title():
    plan = read("date,type,description,minutes\n2026-11-24,Tempo,20 min in the middle,50\n")
    assert runs_of(plan) == [(date(2026, 11, 24), RunKind.QUALITY, None, 50, None)]


def test_bytes_of_other_encodings_are_read():
    text = "date,run\n2026-12-01,Easy 5 km – gemütlich\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        plan = read_run_plan("plan.csv", text.encode(encoding), zone="UTC")
        assert plan.runs[0].metres == 5_000


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("plan.ics", b"hello", "not a calendar"),
        ("plan.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "not a calendar"),
        ("plan.csv", b"", "empty"),
        ("plan.csv", b"date,run\n", "at least one row"),
        ("plan.csv", b"foo,bar\n1,2\n", "no column of runs among foo, bar"),
        ("plan.csv", b"run,km\nEasy,5\n", "which day"),
        ("plan.csv", b"date,run\n2026-11-24,Bananas\n", "no run in it could be understood"),
    ],
)
def test_what_is_no_run_plan_is_refused_with_the_reason(name, data, reason):
    with pytest.raises(FileRefused, match=reason):
        read_run_plan(name, data, zone="UTC", start=MONDAY)


def test_a_file_past_the_limit_is_refused():
    with pytest.raises(LimitExceeded):
        read_run_plan("plan.csv", b"x" * (LARGEST + 1), zone="UTC")


cells = st.text(st.characters(codec="utf-8"), max_size=12)


@settings(deadline=None, max_examples=100, derandomize=True)
@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=8))
def test_any_table_is_read_or_refused_in_our_own_words(rows):
    text = "date,run,km\n" + "\n".join(",".join(row) for row in rows)
    with suppress(LegdayError):
        plan = read_run_plan("plan.csv", text.encode(), zone="UTC", start=MONDAY)
        assert len(plan.runs) <= len(text.splitlines())


PLAN = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Ljubljana:20261124T180000\r\n"
    b"DTEND;TZID=Europe/Ljubljana:20261124T190000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:20261201T170000Z\r\nSUMMARY:Tempo 5 mi\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n"
)


@settings(deadline=None, max_examples=150, derandomize=True)
@given(st.integers(0, len(PLAN) - 1), st.integers(0, 255), st.integers(0, len(PLAN)))
def test_a_damaged_calendar_is_read_or_refused_in_our_own_words(place, byte, length):
    damaged = bytearray(PLAN)
    damaged[place] = byte
    for data in (bytes(damaged), PLAN[:length]):
        with suppress(LegdayError):
            plan = read_run_plan("plan.ics", data, zone="Europe/Ljubljana")
            assert len(plan.runs) <= MOST_EVENTS
