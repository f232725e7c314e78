"""The page Plan: the weeks of the plan as they are, what changed, and a plan that is accepted."""

import html
import re
from datetime import date, datetime, timedelta

import pytest

from legday.actions.journal import read_journal
from legday.actions.undo import undo
from legday.model.happened import SessionDone
from legday.model.sets import LoggedSet
from legday.writing.plan_json import plan_json
from web_forms import form_with, forms
from webpage import INLINE

GERMAN = {"accept-language": "de"}


def plan_of(page):
    return plan_json(page.app.state.desk.known().plan)


def cells(text):
    """What is said of each day, by its date."""
    found = re.findall(
        r'<a href="/plan/day/([0-9-]+)"[^>]*><span class="unseen">(.*?)</span>', text, re.DOTALL
    )
    return {day: html.unescape(" ".join(said.split())) for day, said in found}


def take_back_acceptance(page):
    desk = page.app.state.desk
    accepted = read_journal(desk.store.entries()).accepted[-1]
    undo(desk.store, name=str(accepted.id), stamps=desk.clock.new_stamp)


def move(page, day, to_day, to_hour):
    shown = page.get(f"/plan/day/{day}")
    form = form_with(shown, "See what changes")
    looked = form.send(page, button="See what changes", to_day=to_day, to_hour=to_hour)
    return form_with(looked, "Move it").send(page, button="Move it")


def test_the_weeks_and_days_shown_are_those_of_the_plan(page):
    text = page.get("/plan").text
    plan = plan_of(page)
    assert re.findall(r'id="week-([0-9-]+)"', text) == [week["start"] for week in plan["weeks"]]
    assert list(cells(text)) == [day["date"] for day in plan["days"]]


def test_each_day_says_the_runs_and_sessions_of_the_plan(page):
    said = cells(page.get("/plan").text)
    for day in plan_of(page)["days"]:
        told = said[day["date"]]
        assert told.count("run") == len(day["runs"])
        assert all(run["kind"] in told for run in day["runs"])
        sessions = [f"leg session {one['menu']} at {one['start'][11:]}" for one in day["sessions"]]
        assert re.findall(r"leg session \w at [0-9:]+", told) == sessions
        assert ("Mobility" in told, "Rest day" in told) == (bool(day["mobility"]), day["rest"])


def test_every_day_of_the_plan_can_be_opened(page):
    days = list(cells(page.get("/plan").text))
    assert {page.get(f"/plan/day/{day}").status_code for day in days[:14] + days[-2:]} == {200}


def test_today_is_marked_once_and_lighter_weeks_are(page):
    text = page.get("/plan").text
    assert re.findall(r'href="/plan/day/([0-9-]+)" aria-current="date"', text) == ["2026-11-24"]
    lighter = [week["start"] for week in plan_of(page)["weeks"] if week["cut_back"]]
    assert lighter
    assert re.findall(r'<li class="week [^"]*lighter[^"]*" id="week-([0-9-]+)"', text) == lighter


def test_the_picture_of_the_season_has_a_title_words_and_its_numbers_in_a_table(page):
    text = page.get("/plan").text
    picture = re.search(r'<svg role="img".*?</svg>', text, re.DOTALL)[0]
    assert "<title " in picture
    assert "Foundation 4 weeks" in picture
    plan = plan_of(page)
    table = re.search(r"<tbody>.*?</tbody>", text, re.DOTALL)[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("</tr>") if "<td" in row]
    assert [row[2] for row in rows] == [f"{week['sessions']}/{week['wanted']}" for week in plan["weeks"]]
    for row, week in zip(rows, plan["weeks"], strict=True):
        first = date.fromisoformat(week["start"])
        days = [
            day
            for day in plan["days"]
            if first <= date.fromisoformat(day["date"]) < first + timedelta(days=7)
        ]
        sets = [one["sets"] for day in days for session in day["sessions"] for one in session["exercises"]]
        assert int(row[3]) == sum(sets)


def test_weeks_further_off_are_folded_away(page):
    text = page.get("/plan").text
    folded = text[text.index('<details class="later">') :]
    assert "12 weeks further off" in folded
    assert re.findall(r'id="week-([0-9-]+)"', folded)[0] == "2026-12-21"


def test_where_nothing_is_accepted_the_plan_is_offered_and_can_be_accepted(page):
    take_back_acceptance(page)
    shown = page.get("/plan")
    assert "No plan is accepted yet." in shown.text
    answer = form_with(shown, "Accept this plan").send(page)
    assert (answer.status_code, answer.headers["location"]) == (303, "/plan")
    after = page.get("/plan").text
    assert "Accepted on Tue 24 Nov, good until Sun 14 Mar." in after
    assert cells(after) == cells(shown.text)


def test_a_plan_up_to_the_race_is_shown_before_it_is_accepted(page):
    before = page.app.state.desk.store.version()
    shown = page.get("/plan?until=2027-04-11")
    assert "This plan would reach Sunday, 11 April." in shown.text
    assert "race" in cells(shown.text)["2027-04-11"]
    assert page.app.state.desk.store.version() == before
    form_with(shown, "Accept this plan").send(page)
    assert plan_of(page)["days"][-1]["date"] == "2027-04-11"
    assert cells(page.get("/plan").text) == cells(shown.text)


@pytest.mark.parametrize("until", ["2030-01-01", "2026-11-01"])
def test_a_plan_that_reaches_too_far_or_back_is_a_kind_page(page, until):
    answer = page.get(f"/plan?until={until}")
    assert answer.status_code == 404
    assert "The plan speaks for the days from" in answer.text


def test_words_for_a_date_lead_to_the_plan_and_accept_nothing(page):
    assert page.get("/plan?until=soon", follow_redirects=False).headers["location"] == "/plan"
    before = page.app.state.desk.store.version()
    take = form_with(page.get("/plan?until=2027-04-11"), "Accept this plan")
    take.send(page, until="soon")
    assert page.app.state.desk.store.version() == before


def test_what_changed_is_told_with_why_until_the_plan_is_accepted(page):
    assert "Nothing has changed since." in page.get("/plan").text
    assert move(page, "2026-11-24", "2026-11-25", "18:00").status_code == 303
    shown = page.get("/plan")
    changes = re.search(r'id="changes">.*?</section>', shown.text, re.DOTALL)[0]
    assert "Tue 24 Nov 18:00 → Wed 25 Nov 18:00" in changes
    assert "You moved it." in changes
    form_with(shown, "Accept this plan").send(page)
    assert "Nothing has changed since." in page.get("/plan").text


def test_what_was_given_up_is_told_by_its_rule(page):
    text = page.get("/plan").text
    findings = page.app.state.desk.known().plan.findings
    assert findings
    for found in findings:
        plain = found.words.replace("`", "")
        assert html.escape(plain[0].upper() + plain[1:], quote=True) in text
        assert f'href="/rules/{found.rule}"' in text


def test_sessions_behind_are_taken_as_done_and_asked_about_once_something_is_logged(page, clock):
    clock.at += timedelta(days=9)
    text = page.get("/plan").text
    assert "What lies behind is taken as done as planned." in text
    assert "Done or not?" not in text
    stamp = clock.new_stamp()
    squats = LoggedSet(exercise="squat", reps=10, weight_g=10_000)
    tuesday = datetime(2026, 11, 24, 18)
    page.app.state.desk.store.append(
        SessionDone(id=stamp.id, at=stamp.at, start=tuesday, planned=tuesday, sets=(squats,) * 3)
    )
    text = page.get("/plan").text
    assert "Done or not?" in text
    assert 'href="/session/2026-12-01T18:00"' in text


def test_no_page_of_the_plan_names_a_command_of_the_terminal(page, clock):
    clock.at += timedelta(days=2)
    paths = ("/plan", "/plan/day/2026-11-27", "/plan/week/2026-11-30", "/rules")
    assert [path for path in paths if "`legday" in page.get(path).text] == []


def test_the_plan_is_a_calendar_file(page):
    answer = page.get("/plan.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "legday.ics" in answer.headers["content-disposition"]
    sessions = sum(len(day["sessions"]) for day in plan_of(page)["days"])
    assert answer.text.count("BEGIN:VEVENT") == sessions
    assert 'href="/plan.ics"' in page.get("/plan").text


def test_looking_changes_nothing(page):
    before = page.app.state.desk.store.version()
    paths = ("/plan", "/plan.ics", "/plan/day/2026-11-24", "/plan/week/2026-11-23", "/rules")
    assert {page.get(path).status_code for path in paths} == {200}
    assert page.get("/rules/leg-spacing?number=hours&value=72").status_code == 200
    assert page.app.state.desk.store.version() == before


def test_no_style_and_no_code_stand_in_the_page_itself(page):
    for path in ("/plan", "/plan/day/2026-11-24", "/plan/week/2026-11-23", "/rules", "/rules/leg-spacing"):
        text = page.get(path).text
        assert not INLINE.search(text)


def test_the_plan_is_german_for_who_asks(page):
    text = page.get("/plan", headers=GERMAN).text
    assert "Die Saison auf einen Blick" in text
    assert "Dienstag, 24. November" in text
    assert "Beineinheit A um 18:00" in html.unescape(text)
    assert [
        words for words in (">Foundation<", "Leg sets", "Week by week", "lighter<") if words in text
    ] == []


def test_every_form_that_changes_something_is_sent_by_post(page):
    for path in ("/plan?until=2027-04-11", "/plan/day/2026-11-24", "/rules/leg-spacing"):
        for form in forms(page.get(path)):
            assert form.method == "post" or form.action.startswith("/rules/")


def test_a_plan_without_any_session_says_what_would_help(page):
    page.post(
        "/profile/openings",
        data={"openings-0-weekday": "6", "openings-0-start": "23:00", "openings-0-minutes": "15"},
    )
    assert page.app.state.desk.known().plan.sessions == ()
    text = page.get("/plan").text
    (card,) = re.findall(r"<h2>No leg session is planned</h2>.*?</section>", text, re.DOTALL)
    collision = page.app.state.desk.known().plan.collisions[0]
    assert collision.remedies
    assert all(html.escape(remedy) in card for remedy in collision.remedies)
    assert 'href="/profile/openings"' in card
    assert 'href="/plan"' in re.findall(r"No later session in this plan\..*?</p>", page.get("/today").text)[0]


def test_a_plan_without_any_session_because_something_holds_it_back_says_what(page):
    flag = next(iter(page.app.state.desk.catalogue.red_flags))
    page.post("/body/flag", data={"flag": flag})
    assert page.app.state.desk.known().plan.sessions == ()
    text = page.get("/plan").text
    (card,) = re.findall(r"<h2>No leg session is planned</h2>.*?</section>", text, re.DOTALL)
    assert 'href="/body"' in card
    assert 'href="/profile/openings"' not in card
    assert html.escape(page.app.state.desk.known().facts.state.easings[0].why) in card
