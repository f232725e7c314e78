"""From nothing to a finished first session: with real files and a finger, by keys alone, in German, and with nothing at all."""

import time
import zipfile
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from legday.actions.journal import read_journal
from legday.model.lines import SessionLine
from legday.model.standing_entries import standing_entries
from legday.web.wording import wordings
from legday.writing.sample import sample_files
from page_eye import watched
from person import Person, Typist, english_in
from sample_page import TODAY

WEEKS = 3
LIFTS_ON = (1, 4)


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """Three weeks of the sample runner's files in one archive, as a watch's maker would send them."""
    path = tmp_path_factory.mktemp("archive") / "export.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in sample_files(until=TODAY - timedelta(days=1), weeks=WEEKS):
            packed.writestr(name, data)
    return path


def to_an_accepted_plan(who, words, archive):
    """The eight steps of the welcome with an archive, from its first page to the plan's acceptance."""
    page, say = who.page, words.say
    who.follow(say("welcome.begin_button"))
    who.type("name", "Mia")
    who.type("born", "1990")
    who.press(say("welcome.go_on"))
    page.wait_for_url("**/welcome/runs")
    who.choose_file(archive)
    who.press(say("import.read"))
    page.wait_for_url("**/import/*")
    onward = page.get_by_role("link", name=say("welcome.on"), exact=True)
    onward.wait_for()
    assert page.locator("main .numbers li").first.inner_text().split()[0].isdecimal()
    who.tap(onward)
    page.wait_for_url("**/welcome/week")
    who.press(say("welcome.go_on"))
    page.wait_for_url("**/welcome/openings")
    for day in LIFTS_ON:
        who.tick(f"openings-{day}-weekday", str(day))
    who.press(say("welcome.go_on"))
    page.wait_for_url("**/welcome/gear")
    who.type("dumbbells", "5 7,5 10")
    who.press(say("welcome.go_on"))
    page.wait_for_url("**/welcome/safety")
    for question in ("symptoms", "disease", "pregnancy"):
        who.tick(f"ask-{question}", "no")
    who.tick("ask-active", "yes")
    who.press(say("welcome.go_on"))
    page.wait_for_url("**/welcome/race")
    who.press(say("welcome.skip"))
    page.wait_for_url("**/welcome/plan")
    who.press(say("welcome.plan.accept"))
    page.wait_for_url("**/today")


def first_session(served):
    """The first session that was promised; the clock is set to an hour before it."""
    (accepted,) = read_journal(served.store.entries()).accepted
    first = min(accepted.sessions, key=lambda one: one.start)
    zone = served.clock.now_in("Europe/Vienna") - served.clock.now_in("UTC")
    served.clock.at = first.start.replace(tzinfo=served.clock.at.tzinfo) - zone - timedelta(minutes=30)
    return first


def sessions_done(served):
    return [one for one in standing_entries(served.store.entries()) if isinstance(one, SessionLine)]


def finish_first_session(who, words, served):
    """Today, Start, and the session done as planned, by the plain form."""
    first = first_session(served)
    who.page.goto(f"{served.url}/today")
    who.follow(words.say("today.start"))
    who.page.wait_for_url("**/session/*")
    who.press(words.say("session.done_as_planned"))
    expect(who.page.locator("#done-title")).to_have_text(words.say("session.done"))
    return first


def test_a_newcomer_comes_from_an_archive_to_a_finished_session_on_the_phone(
    served_new, phone, archive, monkeypatch, record_property
):
    monkeypatch.setenv("TZ", "Europe/Vienna")
    began = time.perf_counter()
    page = phone.new_page()
    watch = watched(page, served_new.url)
    who, words = Person(page), wordings()["en"]
    page.goto(served_new.url)
    to_an_accepted_plan(who, words, archive)
    planned_s, planned_taps = time.perf_counter() - began, who.taps
    first = finish_first_session(who, words, served_new)
    done_s = time.perf_counter() - began
    record_property(
        "told",
        f"newcomer on a phone, from an archive: plan accepted after {planned_taps} taps ({who.typed} fields typed) and "
        f"{planned_s:.1f} s, first session finished after {who.taps} taps and {done_s:.1f} s",
    )
    assert [one.planned for one in sessions_done(served_new)] == [first.start]
    assert first.start.weekday() in LIFTS_ON
    assert planned_taps <= 24
    assert who.taps <= 28
    assert watch.complaints() == []


def test_the_same_by_keys_alone_with_the_focus_seen_all_the_way(served_new, desk, archive, monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Vienna")
    page = desk.new_page()
    who, words = Typist(page), wordings()["en"]
    page.goto(served_new.url)
    to_an_accepted_plan(who, words, archive)
    first = finish_first_session(who, words, served_new)
    assert [one.planned for one in sessions_done(served_new)] == [first.start]


def test_german_all_the_way(served_new, new_context, archive, monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Vienna")
    page = new_context(locale="de-AT", viewport={"width": 390, "height": 844}, has_touch=True).new_page()
    who, words = Person(page), wordings()["de"]
    seen = []
    page.on("load", lambda _: seen.extend(f"{page.url}: {one}" for one in english_in(page)))
    page.goto(served_new.url)
    to_an_accepted_plan(who, words, archive)
    finish_first_session(who, words, served_new)
    assert page.locator("html").get_attribute("lang") == "de"
    assert seen == []


def test_with_nothing_at_all_there_is_a_plan_after_nine_taps(served_new, phone_page):
    who, words = Person(phone_page), wordings()["en"]
    phone_page.goto(served_new.url)
    who.follow(words.say("welcome.begin_button"))
    who.press(words.say("welcome.skip"))
    who.follow(words.say("welcome.skip"))
    for step in ("week", "openings", "gear", "safety", "race"):
        phone_page.wait_for_url(f"**/welcome/{step}")
        who.press(words.say("welcome.skip"))
    phone_page.wait_for_url("**/welcome/plan")
    who.press(words.say("welcome.plan.accept"))
    phone_page.wait_for_url("**/today")
    assert who.taps == 9
    assert read_journal(served_new.store.entries()).accepted[0].sessions


def test_the_sample_runner_is_one_tap_away(served_new, phone_page, monkeypatch):
    monkeypatch.setattr("legday.actions.demo.WEEKS_OF_RUNS", 2)
    who, words = Person(phone_page), wordings()["en"]
    phone_page.goto(served_new.url)
    who.press(words.say("welcome.sample_button"))
    phone_page.get_by_role("link", name=words.say("welcome.on"), exact=True).wait_for()
    who.follow(words.say("welcome.on"))
    phone_page.wait_for_url("**/welcome/plan")
    who.press(words.say("welcome.plan.accept"))
    phone_page.wait_for_url("**/today")
    expect(phone_page.locator("h1")).to_have_text("Today")
