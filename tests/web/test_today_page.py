"""The page Today."""

from datetime import timedelta

import pytest

from form_fields import forms
from webpage import INLINE

SESSION = "/session/2026-11-24T18:00"


def test_the_first_page_is_today(page):
    answer = page.get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/today")
    assert "Tuesday, 24 November" in page.get("/today").text


def test_today_tells_runs_session_exercises_and_where_to_start(page):
    text = page.get("/today").text
    assert "Quality run" in text
    assert "Workout A" in text
    assert f'<a class="button start" href="{SESSION}/do">Start</a>' in text
    assert "2 × 5 kg dumbbells" in text
    assert "legday " not in text.split("<main")[1].split("</main>")[0]


def test_today_in_german_says_all_of_its_own_in_german(page):
    text = page.get("/today", headers={"accept-language": "de"}).text
    assert '<html lang="de"' in text
    for words in ("Dienstag, 24. November", "Tempolauf", "Beineinheit", "Los", "Wie fühlst du dich?"):
        assert words in text
    assert '<span lang="en">Hip flexor stretch</span>' in text


def test_soreness_is_one_tap_and_eases_the_day(page):
    (form,) = forms(page.get("/today").text, "/body/sore")
    assert ("sore", "6") in form.buttons
    after = page.post("/body/sore", data=form.data(sore="6"))
    assert after.url.path == "/today"
    assert "Ease" in after.text
    assert "Legs sore 6 of 10" in after.text
    assert "Held back today" in after.text
    assert forms(after.text, "/body/sore") == []


def test_sleep_is_one_tap(page):
    (form,) = forms(page.get("/today").text, "/body/slept")
    after = page.post("/body/slept", data=form.data(asleep="7"))
    assert "Slept 7:00 h" in after.text


def test_undo_takes_back_the_last_and_can_be_taken_back(page):
    page.post("/body/sore", data={"sore": "8", "back": "/today"})
    said = page.get("/today").text
    assert "Legs sore 8 of 10" in said
    (form, *_) = [one for one in forms(said, "/undo") if not dict(one.fields).get("id")]
    after = page.post("/undo", data=form.data())
    assert "Taken back:" in after.text
    assert "Held back today" not in after.text
    (again, *_) = [one for one in forms(after.text, "/undo") if dict(one.fields).get("id")]
    assert "Held back today" in page.post("/undo", data=again.data()).text


def test_an_undo_never_leads_to_another_site(page):
    page.post("/body/sore", data={"sore": "2"})
    answer = page.post("/undo", data={"back": "//example.org/today"}, follow_redirects=False)
    assert answer.headers["location"].startswith("/today")


def test_what_is_not_there_cannot_be_taken_back(page):
    answer = page.post("/undo", data={"id": "ffffffff"})
    assert "There is nothing left to take back." in answer.text


def test_nothing_is_kept_by_looking(page):
    before = len(page.app.state.desk.store.entries())
    for path in ("/today", SESSION, "/body", f"{SESSION}/swap/squat"):
        assert page.get(path).status_code == 200
    assert len(page.app.state.desk.store.entries()) == before


def test_a_pain_of_yesterday_is_asked_about_and_answered_in_one_tap(page, clock):
    page.post("/body/hurt", data={"place": "achilles", "side": "left", "score": "3"})
    clock.at += timedelta(days=1)
    text = page.get("/today").text
    assert "3 of 10 yesterday. How is it this morning?" in text
    assert "legday hurt" not in text
    (form,) = forms(text, "/body/hurt")
    after = page.post("/body/hurt", data=form.data(score="1"))
    assert after.url.path == "/today"
    assert "Achilles tendon, left: pain 1 of 10" in after.text


def day_after_the_next_session(page, clock):
    """A runner who logs, on the day after a session of which nothing was said; its path."""
    page.post(SESSION)
    known = page.app.state.desk.known()
    start = next(one.start for one in known.plan.sessions if one.day > known.facts.today)
    clock.at += start.date() - known.facts.today + timedelta(days=1)
    return f"/session/{start:%Y-%m-%dT%H:%M}"


def test_a_session_behind_is_asked_about_and_done_in_one_tap(page, clock):
    path = day_after_the_next_session(page, clock)
    asked = page.get("/today").text
    assert "was the leg session done?" in asked
    (form,) = forms(asked, path)
    after = page.post(path, data=form.data())
    assert after.url.path == path
    assert "What comes next, and what grew" in after.text
    assert "was the leg session done?" not in page.get("/today").text


def test_a_session_behind_is_skipped_in_one_tap(page, clock):
    path = day_after_the_next_session(page, clock)
    (form,) = forms(page.get("/today").text, f"{path}/skip")
    after = page.post(f"{path}/skip", data=form.data())
    assert after.url.path == "/today"
    assert "is skipped." in after.text
    assert "was the leg session done?" not in after.text


def test_a_day_without_a_session_says_what_comes_next(page, clock):
    page.post(SESSION)
    clock.at += timedelta(days=1)
    text = page.get("/today").text
    assert "No leg session today" in text or "Rest day" in text
    assert "Next" in text


@pytest.mark.parametrize("path", ["/today", "/body", SESSION])
def test_a_page_has_no_script_no_style_attribute_and_one_heading(page, path):
    text = page.get(path).text
    assert not INLINE.search(text)
    assert text.count("<h1") == 1
