"""What a plan looks like as a calendar file."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from legday.model.plan import Day
from legday.model.runner import Units
from legday.writing.ics import CalendarIssue, plan_ics
from plan_example import CATALOGUE, PLAN, TUESDAY

ISSUE = CalendarIssue(sequence=3, stamp=datetime(2026, 11, 23, 8, 0, tzinfo=UTC), calendar="home")


def written(plan=PLAN, *, units=Units.METRIC):
    return plan_ics(plan, CATALOGUE, issue=ISSUE, units=units)


def on(day, hour):
    session = replace(TUESDAY, id=f"{day}-A", start=datetime(day.year, day.month, day.day, hour, 0))
    return Day(day=day, sessions=(session,))


def events(data):
    return Calendar.from_ical(data).walk("VEVENT")


def test_another_program_reads_the_session_back_at_its_place_in_time():
    (event,) = events(written())

    assert event.start == datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    assert event.start.tzinfo.key == "Europe/Ljubljana"
    assert event.end - event.start == timedelta(minutes=42)


def test_the_uid_is_stable_and_the_sequence_is_the_given_one():
    (event,) = events(written())

    assert str(event["uid"]) == "2026-W48-A.home@legday"
    assert event["sequence"] == 3


def test_a_session_that_moves_within_its_week_keeps_its_uid():
    moved = replace(TUESDAY, start=TUESDAY.start + timedelta(days=1), id="2026-11-25-A")
    (event,) = events(written(replace(PLAN, days=(replace(PLAN.days[1], sessions=(moved,)),))))

    assert str(event["uid"]) == "2026-W48-A.home@legday"


def test_the_exercises_stand_in_the_text():
    (event,) = events(written())

    assert "Squat: 3 × 8–12 at 25 kg (2 × 12.5 kg), 3 in reserve, rest 90 s" in event["description"]
    assert "Side plank: 2 × 30 s per side bodyweight" in event["description"]
    assert "Warm-up: Leg swing" in event["description"]
    assert "Why: No key run within 48 h." in event["description"]


def test_exercises_that_go_together_stand_in_the_text():
    paired = replace(TUESDAY, supersets=(("squat", "side-plank"),))
    (event,) = events(written(replace(PLAN, days=(replace(PLAN.days[1], sessions=(paired,)),))))

    assert "Superset: Squat with Side plank" in str(event["description"]).splitlines()


def test_when_to_stop_stands_in_the_text():
    (event,) = events(written())

    assert (
        "\nPain other than muscle soreness: stop; see a professional if it stays.\n" in event["description"]
    )


def test_pounds_are_shown_to_who_counts_in_pounds():
    (event,) = events(written(units=Units.IMPERIAL))

    assert "at 55 lb" in event["description"]


def test_an_alarm_rings_before_the_session():
    (event,) = events(written())
    (alarm,) = event.walk("VALARM")

    assert alarm["trigger"].dt == timedelta(minutes=-30)
    assert alarm["action"] == "DISPLAY"


def test_lines_end_in_crlf_and_are_folded():
    lines = written().split(b"\r\n")

    assert lines[-1] == b""
    assert all(b"\n" not in line and len(line) <= 75 for line in lines)
    assert any(line.startswith(b" ") for line in lines)


def test_the_zone_is_told_with_both_its_offsets():
    calendar = Calendar.from_ical(written())
    (zone,) = calendar.walk("VTIMEZONE")

    assert zone["tzid"] == "Europe/Ljubljana"
    offsets = {part["tzoffsetto"].td for part in zone.subcomponents}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}


def test_in_the_week_the_clocks_change_every_session_keeps_its_wall_clock_hour():
    saturday, monday = date(2027, 3, 27), date(2027, 3, 29)
    plan = replace(PLAN, days=(on(saturday, 18), on(monday, 18)))

    before, after = events(written(plan))

    assert (before.start.hour, after.start.hour) == (18, 18)
    assert before.start.astimezone(UTC).hour == 17
    assert after.start.astimezone(UTC).hour == 16


def test_a_session_across_the_clock_change_keeps_its_length():
    plan = replace(PLAN, days=(on(date(2027, 3, 28), 1),))
    (event,) = events(written(replace(plan, days=(_late(plan.days[0]),))))

    assert event.end.astimezone(UTC) - event.start.astimezone(UTC) == timedelta(minutes=42)


def _late(day):
    session = replace(day.sessions[0], start=datetime(2027, 3, 28, 1, 40))
    return replace(day, sessions=(session,))


def test_the_same_plan_gives_the_same_bytes():
    assert written() == written()


def test_a_plan_without_sessions_is_an_empty_calendar():
    data = written(replace(PLAN, days=(PLAN.days[0],)))

    assert events(data) == []
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
