"""The welcome: from nothing to a plan, with and without answers."""

import re
from datetime import timedelta

import pytest

from legday.actions.journal import read_journal
from legday.model.screening import Verdict, verdict
from legday.web.pages.welcome import STEPS
from legday.writing.sample import sample_files
from web_files import TODAY, as_sent, dropped, field_error, store_of


def profile(page):
    return read_journal(store_of(page).entries()).profile


@pytest.mark.parametrize("path", ["/", "/today", "/more", "/profile", "/history", "/profile/gear"])
def test_every_page_leads_to_the_welcome_while_nobody_has_said_who_they_are(new_page, path):
    answer = new_page.get(path)
    assert answer.url.path == "/welcome"
    assert "Try the sample runner" in answer.text


def test_from_nothing_to_an_accepted_plan_with_real_files(new_page):
    files = list(sample_files(until=TODAY - timedelta(days=1), weeks=3))
    you = {"name": "Mia", "born": "1990", "body_mass": "62,5", "units": "metric", "running": "experienced"}
    assert new_page.post("/welcome/you", data=you).url.path == "/welcome/runs"
    answer = dropped(new_page, files, next="welcome")
    assert 'href="/welcome/week"' in answer.text
    week = new_page.get("/welcome/week").text
    assert "Found in your files, over 2 weeks:" in week
    said = as_sent(week, "/welcome/week")
    assert "quality" in said.values()
    assert new_page.post("/welcome/week", data=said).url.path == "/welcome/openings"
    times = {
        f"openings-{day}-{key}": said
        for day in range(7)
        for key, said in (("start", "18:00"), ("minutes", "45"))
    }
    ticked = {f"openings-{day}-weekday": str(day) for day in (1, 4)}
    assert new_page.post("/welcome/openings", data=times | ticked).url.path == "/welcome/gear"
    gear = {"dumbbells": "5 7,5 10 25lb", "thing-bench": "yes"}
    assert new_page.post("/welcome/gear", data=gear).url.path == "/welcome/safety"
    fine = {f"ask-{name}": "no" for name in ("symptoms", "disease", "pregnancy")} | {"ask-active": "yes"}
    assert new_page.post("/welcome/safety", data=fine).url.path == "/welcome/race"
    race = {"races-0-date": "2027-04-11", "races-0-distance": "42,195 km", "races-0-priority": "A"}
    shown = new_page.post("/welcome/race", data=race)
    assert shown.url.path == "/welcome/plan"
    (sign,) = re.findall(r'name="plan" value="(\w+)"', shown.text)
    accepted = new_page.post("/welcome/plan", data={"plan": sign}, follow_redirects=False)
    assert accepted.headers["location"] == "/today"

    mia = profile(new_page)
    assert (mia.name, mia.born, mia.body_mass_g, mia.usual_week) == ("Mia", 1990, 62_500, ())
    assert [(one.weekday, one.minutes) for one in mia.openings] == [(1, 45), (4, 45)]
    assert mia.gear.dumbbells_g == (5_000, 7_500, 10_000, 11_340)
    assert (mia.races[0].metres, verdict(mia.health)) == (42_195, Verdict.GO_ON)
    sessions = read_journal(store_of(new_page).entries()).accepted[0].sessions
    assert {one.start.weekday() for one in sessions} <= {1, 4}
    assert sessions


def test_every_step_skipped_gives_a_plan_on_the_careful_side(new_page):
    for step in STEPS[:-1]:
        if step != "runs":
            assert new_page.post(f"/welcome/{step}", data={"skip": "yes"}).status_code == 200
    runner = profile(new_page)
    assert (runner.age_on(TODAY), runner.body_mass_g, runner.sessions_a_week) == (50, 60_000, 2)
    assert len(runner.openings) == 7
    assert verdict(runner.health) is Verdict.LIGHT_FIRST
    shown = new_page.get("/welcome/plan").text
    assert "Accept this plan" in shown
    assert "Easy first" in shown


def test_skipping_keeps_what_was_said_before(new_page):
    new_page.post("/welcome/you", data={"name": "Mia", "born": "1990"})
    new_page.post(
        "/welcome/openings",
        data={"openings-2-weekday": "2", "openings-2-start": "07:00", "openings-2-minutes": "30"},
    )
    for step in ("you", "openings", "gear"):
        new_page.post(f"/welcome/{step}", data={"skip": "yes"})
    assert (profile(new_page).name, len(profile(new_page).openings)) == ("Mia", 1)


def test_a_corrected_week_is_believed_before_the_files(new_page):
    new_page.post("/welcome/you", data={"skip": "yes"})
    said = {
        "week-6-weekday": "6",
        "week-6-kind": "long",
        "week-6-minutes": "90",
        "week-1-weekday": "1",
        "week-1-kind": "",
    }
    new_page.post("/welcome/week", data=said)
    assert [(run.weekday, run.kind.value, run.minutes) for run in profile(new_page).usual_week] == [
        (6, "long", 90)
    ]


def test_what_does_not_fit_stays_as_it_was_typed_with_the_reason_beside_it(new_page):
    answer = new_page.post("/welcome/you", data={"name": "<b>Mia</b>", "born": "90", "body_mass": "62"})
    assert answer.status_code == 422
    assert 'value="&lt;b&gt;Mia&lt;/b&gt;"' in answer.text
    assert "<b>Mia" not in answer.text
    assert "four digits" in field_error(answer, "born")
    assert profile(new_page) is None


def test_a_runner_of_pounds_and_miles_with_a_decimal_comma(new_page):
    new_page.post("/welcome/you", data={"units": "imperial", "body_mass": "150,5", "born": "1985"})
    new_page.post("/welcome/gear", data={"dumbbells": "10 12,5 15"})
    new_page.post("/welcome/race", data={"races-0-date": "2027-05-02", "races-0-distance": "13,1"})
    runner = profile(new_page)
    assert runner.body_mass_g == round(150.5 * 453.59237)
    assert runner.gear.dumbbells_g == (4_536, 5_670, 6_804)
    assert runner.races[0].metres == 21_082
    assert 'value="150.5"' in new_page.get("/welcome/you").text
    assert 'value="13.1 mi"' in new_page.get("/welcome/race").text


def test_a_plan_that_changed_since_it_was_shown_is_shown_again(new_page):
    for step in ("you", "openings", "safety"):
        new_page.post(f"/welcome/{step}", data={"skip": "yes"})
    answer = new_page.post("/welcome/plan", data={"plan": "an older one"})
    assert "Something changed in the meantime" in answer.text
    assert read_journal(store_of(new_page).entries()).accepted == ()


def test_accepting_twice_promises_once(new_page):
    for step in ("you", "openings", "safety"):
        new_page.post(f"/welcome/{step}", data={"skip": "yes"})
    (sign,) = re.findall(r'name="plan" value="(\w+)"', new_page.get("/welcome/plan").text)
    for _ in range(2):
        new_page.post("/welcome/plan", data={"plan": sign})
    assert len(read_journal(store_of(new_page).entries()).accepted) == 1


def test_the_sample_runner_comes_into_an_empty_home_and_no_other(new_page, monkeypatch):
    monkeypatch.setattr("legday.actions.demo.WEEKS_OF_RUNS", 2)
    answer = new_page.post("/welcome/sample")
    new_page.app.state.imports.wait()
    told = new_page.get(answer.url.path).text
    assert "invented runner" in told
    assert 'href="/welcome/plan"' in new_page.get(f"{answer.url.path}?next=plan").text
    assert profile(new_page).name == "Ana"
    assert "Try the sample runner" not in new_page.get("/welcome").text
    assert new_page.post("/welcome/sample").status_code == 422


def test_the_welcome_speaks_german(new_page):
    german = {"accept-language": "de-AT"}
    assert "Mit deinen Läufen beginnen" in new_page.get("/welcome", headers=german).text
    new_page.post("/welcome/you", data={"skip": "yes"}, headers=german)
    assert profile(new_page).name == "Läufer:in"
    for step in STEPS:
        text = new_page.get(f"/welcome/{step}", headers=german).text
        assert 'lang="de"' in text
        assert "Schritt" in text
    answer = new_page.post("/welcome/you", data={"born": "x"}, headers=german)
    assert "Geburtsjahr mit vier Ziffern" in answer.text


def test_pregnant_or_with_signs_the_plan_says_what_comes_first(new_page):
    for step in ("you", "openings"):
        new_page.post(f"/welcome/{step}", data={"skip": "yes"})
    new_page.post("/welcome/safety", data={"ask-symptoms": "yes", "ask-active": "yes"})
    assert "want a doctor first" in new_page.get("/welcome/plan").text
