"""A day of the plan: why it is as it is, and a session moved, kept, skipped and taken back."""

import html
import re

import pytest

from web_forms import form_with

TODAY = "/plan/day/2026-11-24"


def look(page, to_day, to_hour, day=TODAY):
    form = form_with(page.get(day), "See what changes")
    return form.send(page, button="See what changes", to_day=to_day, to_hour=to_hour)


def plain(answer):
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.text).split()))


def starts(page):
    return [f"{one.start:%Y-%m-%dT%H:%M}" for one in page.app.state.desk.known().plan.sessions]


def test_a_day_tells_its_run_its_session_and_why_it_is_here(page):
    told = plain(page.get(TODAY))
    (session,) = page.app.state.desk.known().plan.days[0].sessions
    assert "Quality run · 06:20 · 55 min" in told
    assert "Workout A · 18:00" in told
    assert [why for why in (*session.why.day, *session.why.menu, *session.why.dose) if why not in told] == []
    for line in session.exercises:
        assert f'href="/exercises/{line.exercise}"' in page.get(TODAY).text
    assert "2 × 10–12 · 2 × 5 kg dumbbells · 4 in reserve · rest 90 s" in told


def test_a_free_day_tells_why_there_is_no_session(page):
    answer = page.get("/plan/day/2026-11-26")
    assert "72 h are needed after a session new to the legs" in plain(answer)
    assert 'href="/rules/leg-spacing"' in answer.text
    assert "no time you said you could lift" in plain(page.get("/plan/day/2026-11-25"))


def test_days_lead_to_the_days_around_them(page):
    text = page.get("/plan/day/2026-11-25").text
    assert 'rel="prev" href="/plan/day/2026-11-24"' in text
    assert 'rel="next" href="/plan/day/2026-11-26"' in text
    assert 'rel="prev"' not in page.get(TODAY).text
    assert 'rel="next"' not in page.get("/plan/day/2027-03-14").text


@pytest.mark.parametrize("day", ["2026-11-23", "2027-03-15", "tomorrow"])
def test_a_day_that_is_not_in_the_plan_is_a_kind_page(page, day):
    answer = page.get(f"/plan/day/{day}")
    assert answer.status_code == 404
    assert "from Tuesday, 24 November to Sunday, 14 March" in plain(answer)


def test_a_move_that_is_fine_is_shown_before_it_is_saved(page):
    looked = look(page, "2026-11-27", "07:00")
    assert looked.status_code == 200
    told = plain(looked)
    assert "Tue 24 Nov 18:00 → Fri 27 Nov 07:00 , 45 min" in told
    assert "No rule that must hold forbids it." in told
    assert "No other session changes." in told
    assert starts(page)[0] == "2026-11-24T18:00"
    saved = form_with(looked, "Move it").send(page, button="Move it")
    assert (saved.status_code, saved.headers["location"]) == (303, "/plan/day/2026-11-27")
    assert starts(page)[0] == "2026-11-27T07:00"
    assert "stays where you put it" in plain(page.get("/plan/day/2026-11-27"))
    assert "You moved the session of 18:00 to Fri 27 Nov 07:00" in plain(page.get(TODAY))


def test_a_move_that_a_rule_forbids_is_refused_with_the_rule_its_number_and_times_that_do(page):
    before = page.app.state.desk.store.version()
    refused = look(page, "2026-11-28", "18:00")
    assert refused.status_code == 422
    told = plain(refused)
    assert "Fresh legs for key runs : The long run on Sunday 08:05 is 13 h away, fresh legs need 24 h" in told
    assert 'href="/rules/fresh-for-key-runs"' in refused.text
    again = form_with(refused, "See what changes")
    assert (again.fields["to_day"], again.fields["to_hour"]) == ("2026-11-28", "18:00")
    assert 'aria-describedby="move-wrong"' in refused.text
    assert page.app.state.desk.store.version() == before
    offered = form_with(refused, "Fri 27 Nov 07:00").send(page)
    assert offered.status_code == 200
    assert "Fri 27 Nov 07:00" in plain(offered)


def test_a_forbidden_move_is_not_saved_either(page):
    form = form_with(look(page, "2026-11-27", "07:00"), "Move it")
    before = page.app.state.desk.store.version()
    assert form.send(page, to_day="2026-11-28", to_hour="18:00").status_code == 422
    assert page.app.state.desk.store.version() == before


def test_a_move_that_makes_another_session_move_says_which_and_why(page):
    looked = look(page, "2026-12-02", "18:00", day="/plan/day/2026-12-01")
    told = plain(looked)
    assert looked.status_code == 200
    assert "This changes too" in told
    assert "1 session moves Fri 4 Dec 18:00 → Sun 6 Dec 17:00 moved" in told
    assert "Only 48 h from the session of Wednesday 2 Dec; 72 h are needed" in told
    form_with(looked, "Move it").send(page, button="Move it")
    assert "2026-12-02T18:00" in starts(page)
    assert "2026-12-04T18:00" not in starts(page)


def test_what_a_move_gives_up_is_told_before_it_is_saved(page):
    told = plain(look(page, "2026-11-25", "18:00"))
    assert "This is given up" in told
    assert "The session of Wednesday 25 Nov shares its day with a run" in told


@pytest.mark.parametrize(
    ("to_day", "to_hour", "words"),
    [
        ("2026-11-23", "18:00", "Choose a time from now, Tuesday, 24 November, to Sunday, 14 March."),
        ("2028-01-01", "18:00", "Choose a time from now"),
        ("soon", "18:00", "Choose a day and an hour"),
        ("2026-11-26", "", "Choose a day and an hour"),
        ("2026-11-26", "<b>6</b>", "Choose a day and an hour"),
    ],
)
def test_a_time_that_cannot_be_is_told_beside_what_was_typed(page, to_day, to_hour, words):
    refused = look(page, to_day, to_hour)
    assert refused.status_code == 422
    assert words in plain(refused)
    assert form_with(refused, "See what changes").fields["to_hour"] == to_hour
    assert "<b>6</b>" not in refused.text


@pytest.mark.parametrize("planned", ["2026-11-24T17:00", "2026-12-01T18:00", ""])
def test_a_session_that_is_not_on_the_day_is_neither_moved_nor_skipped(page, planned):
    before = page.app.state.desk.store.version()
    moved = form_with(page.get(TODAY), "See what changes").send(
        page, planned=planned, to_day="2026-11-27", to_hour="07:00", step="save"
    )
    skipped = form_with(page.get(TODAY), "Skip this session").send(page, planned=planned)
    assert (moved.status_code, skipped.status_code) == (422, 422)
    assert "is not in the plan as it is now" in plain(skipped)
    assert page.app.state.desk.store.version() == before


def test_a_skipped_session_slides_says_so_and_comes_back(page):
    why = "the <b>late</b> train"
    answer = form_with(page.get(TODAY), "Skip this session").send(page, why=why)
    assert (answer.status_code, answer.headers["location"]) == (303, TODAY)
    assert starts(page)[0] == "2026-11-26T18:00"
    shown = page.get(TODAY)
    assert "You skipped the session of 18:00." in plain(shown)
    assert "<b>late</b>" not in shown.text
    assert "<b>late</b>" not in page.get("/plan").text
    assert f"You skipped it ({why})." in plain(page.get("/plan"))
    back = form_with(shown, "Take this back").send(page)
    assert back.status_code == 303
    assert starts(page)[0] == "2026-11-24T18:00"


def test_a_session_is_kept_where_it_is_and_set_free_again(page):
    answer = form_with(page.get(TODAY), "Keep it here").send(page)
    assert (answer.status_code, answer.headers["location"]) == (303, TODAY)
    shown = page.get(TODAY)
    assert "stays where you put it" in plain(shown)
    assert "You put it here." in plain(shown)
    assert [str(pin.start) for pin in page.app.state.desk.known().facts.state.pins] == ["2026-11-24 18:00:00"]
    form_with(shown, "Let the plan move it again").send(page)
    assert page.app.state.desk.known().facts.state.pins == ()


def test_a_move_is_taken_back_from_either_day(page):
    form_with(look(page, "2026-11-27", "07:00"), "Move it").send(page, button="Move it")
    form_with(page.get("/plan/day/2026-11-27"), "Take the move back").send(page)
    assert starts(page)[0] == "2026-11-24T18:00"


def test_only_what_the_day_shows_is_taken_back(page):
    store = page.app.state.desk.store
    form_with(page.get(TODAY), "Keep it here").send(page)
    before = store.version()
    form = form_with(page.get(TODAY), "Let the plan move it again")
    form.send(page, entry=str(store.entries()[0].id))
    assert store.version() == before


def test_an_answer_loaded_anew_is_the_day(page):
    answer = page.get(f"{TODAY}/move", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, TODAY)


def test_a_day_is_german_for_who_asks(page):
    answer = page.get(TODAY, headers={"accept-language": "de"})
    told = plain(answer)
    assert "Dienstag, 24. November" in told
    assert "Warum an diesem Tag" in told
    assert "2 × 10–12 · 2 Kurzhanteln zu je 5 kg · 4 in Reserve · Pause 90 s" in told
    assert "Ansehen, was sich ändert" in told


def test_the_days_say_to_a_script_what_they_say_to_a_session(page):
    days = page.get("/plan/day/2026-11-24/rooms?planned=2026-11-24T18:00").json()["days"]
    assert days["2026-11-26"] == {"hour": "18:00", "words": "Thu 26 Nov: 18:00 would do."}
    assert days["2026-11-28"]["hour"] == ""
    assert days["2026-11-28"]["words"] == (
        "Sat 28 Nov does not do. Fresh legs for key runs: "
        "The long run on Sunday 08:05 is 13 h away, fresh legs need 24 h."
    )


@pytest.mark.parametrize(
    "asked",
    [
        "/plan/day/2026-11-25/rooms?planned=2026-11-25T18:00",
        "/plan/day/x/rooms?planned=2026-11-24T18:00",
        "/plan/day/2026-11-25/rooms",
    ],
)
def test_the_days_say_nothing_to_a_session_that_is_not_there(page, asked):
    answer = page.get(asked)
    assert (answer.status_code, answer.json()) == (404, {"days": {}})


def test_a_move_from_the_calendar_is_told_there_and_taken_back_there(page):
    form = form_with(page.get(TODAY), "See what changes")
    looked = form.send(page, button="See what changes", to_day="2026-11-27", to_hour="07:00", back="plan")
    saved = form_with(looked, "Move it").send(page, button="Move it")
    assert saved.headers["location"] == "/plan?moved=2026-11-27T07:00"
    told = page.get("/plan?moved=2026-11-27T07:00")
    assert "You moved the session of Tue 24 Nov 18:00 to Fri 27 Nov 07:00." in plain(told)
    back = form_with(told, "Take the move back").send(page)
    assert back.headers["location"] == "/plan?moved=back"
    assert "The move is taken back." in plain(page.get("/plan?moved=back"))
    assert starts(page)[0] == "2026-11-24T18:00"


def test_the_way_back_is_never_an_address_that_was_sent(page):
    form = form_with(look(page, "2026-11-27", "07:00"), "Move it")
    saved = form.send(page, back="https://example.org/")
    assert saved.headers["location"] == "/plan/day/2026-11-27"
