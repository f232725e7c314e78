"""A week for the wall: its days and sessions as tables with room to write."""

import re

MONDAY = "/plan/week/2026-11-30"


def test_a_week_holds_its_days_and_each_set_has_room_to_write(page):
    text = page.get(MONDAY).text
    days = [
        day for day in page.app.state.desk.known().plan.days if "2026-11-30" <= str(day.day) < "2026-12-07"
    ]
    assert re.findall(r'<th scope="row">(\w{3} \d+ \w{3})</th>', text) == [
        f"{day.day:%a} {day.day.day} {day.day:%b}" for day in days
    ]
    sessions = [session for day in days for session in day.sessions]
    assert len(sessions) == 2
    rooms = sum(line.sets + 1 for session in sessions for line in session.exercises) + 7
    assert text.count('<td class="write"></td>') == rooms
    assert "2 × 12 a side, rest 60 s" in text
    assert "see a professional if it stays" in text


def test_each_week_of_the_plan_leads_to_its_print(page):
    plan = page.get("/plan").text
    weeks = [week.start.isoformat() for week in page.app.state.desk.known().plan.weeks]
    assert re.findall(r'href="/plan/week/([0-9-]+)"', plan) == weeks
    assert {page.get(f"/plan/week/{week}").status_code for week in (weeks[0], weeks[-1])} == {200}


def test_another_day_leads_to_its_monday_and_one_outside_to_a_kind_page(page):
    answer = page.get("/plan/week/2026-12-02", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, MONDAY)
    assert {page.get(f"/plan/week/{week}").status_code for week in ("2028-01-03", "next")} == {404}


def test_the_style_for_print_is_one_a4_page_black_on_white(page):
    style = page.get("/static/plan.css").text
    printed = style[style.index("@media print") :]
    assert "size: A4" in printed
    assert "--ink: #000" in printed


def test_a_week_is_german_for_who_asks(page):
    text = page.get(MONDAY, headers={"accept-language": "de"}).text
    assert "Beine, 30. Nov. – 6. Dez." in text
    assert "Wie es war" in text
    assert "je Seite, Pause 60 s" in text
