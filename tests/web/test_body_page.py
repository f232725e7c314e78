"""The page Body: pain, signs that stop everything, soreness, sleep, illness, a clinician's word."""

import pytest

from form_fields import forms
from legday.model.happened import ClearedByClinician, Ill, PainFelt, RedFlagRaised, Slept
from legday.model.pain_words import Behaviour, When
from legday.model.standing_entries import standing_entries

SESSION = "/session/2026-11-24T18:00"


def standing(page, kind):
    entries = standing_entries(page.app.state.desk.store.entries())
    return [one for one in entries if isinstance(one, kind)]


def test_a_pain_changes_the_plan_and_the_answer_says_how(page):
    before = page.app.state.desk.known().plan
    (form,) = forms(page.get("/body").text, "/body/hurt")
    sent = form.data(
        place="achilles", side="left", score="6", when="after", behaviour="warms-up", note="after hills"
    )
    after = page.post("/body/hurt", data=sent)
    (pain,) = standing(page, PainFelt)
    assert (pain.place, pain.side, pain.score, pain.when) == ("achilles", "left", 6, When.AFTER)
    assert (pain.behaviour, pain.note) == ({Behaviour.WARMS_UP}, "after hills")
    assert "Achilles tendon, left, 6 of 10" in after.text
    assert "Grows again after" in after.text
    assert "What changes in your plan" in after.text
    assert page.app.state.desk.known().plan != before
    assert "legday names no diagnosis." in after.text


def test_a_pain_without_place_or_number_is_asked_for_again(page):
    again = page.post("/body/hurt", data={"side": "right", "note": "old <script>", "day": "2027-01-01"})
    assert again.status_code == 422
    for words in (
        "Choose a place, please.",
        "Choose a number from 0 to 10, please.",
        "A day up to today, please.",
    ):
        assert words in again.text
    assert "old &lt;script&gt;" in again.text
    assert 'id="side-right" value="right" checked' in again.text
    assert standing(page, PainFelt) == []


def test_a_red_flag_locks_until_a_clinician_clears_it_and_undo_brings_all_back(page):
    flags = forms(page.get("/body").text, "/body/flag")
    assert len(flags) == len(page.app.state.desk.catalogue.red_flags)
    locked = page.post("/body/flag", data={"flag": "chest"})
    assert "See someone" in locked.text
    assert "call your local emergency number" in locked.text
    assert "`" not in locked.text
    assert SESSION not in page.get("/today").text
    assert page.get(SESSION).status_code == 404
    page.post("/undo")
    assert standing(page, RedFlagRaised) == []
    assert SESSION in page.get("/today").text


def test_a_clinicians_word_frees_what_was_locked(page):
    page.post("/body/flag", data={"flag": "chest"})
    (form,) = forms(page.get("/body").text, "/body/cleared")
    unsure = page.post("/body/cleared", data=form.data())
    assert (unsure.status_code, standing(page, ClearedByClinician)) == (422, [])
    page.post("/body/cleared", data=form.data(seen="yes"))
    assert [one.what for one in standing(page, ClearedByClinician)] == ["chest"]
    assert SESSION in page.get("/today").text


def test_a_bone_like_pain_waits_for_a_clinician_without_naming_a_command(page):
    after = page.post("/body/hurt", data={"place": "shin-spot", "side": "right", "score": "2"})
    assert "It comes back when a clinician has cleared it." in after.text
    assert "legday cleared" not in after.text
    assert '<option value="shin-spot"' in after.text


def test_illness_rests_the_legs_until_well(page):
    ill = page.post("/body/ill", data={"fever": "yes"})
    assert "Ill with a fever" in ill.text
    assert "legday well" not in ill.text
    assert SESSION not in page.get("/today").text
    page.post("/body/well")
    assert standing(page, Ill)[-1].last is not None


def test_well_without_an_illness_keeps_nothing(page):
    assert page.post("/body/well").url.path == "/body"
    assert standing(page, Ill) == []


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/body/sore", {"sore": "11"}),
        ("/body/slept", {"asleep": "soon"}),
        ("/body/slept", {}),
        ("/body/slept", {"asleep": "7:00", "ready": "6"}),
        ("/body/ill", {"since": "2026-12-24"}),
        ("/body/flag", {"flag": "nothing"}),
        ("/body/cleared", {"seen": "yes", "what": "chest"}),
        ("/body/hurt", {"place": "elbow", "score": "3"}),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_kept(page, path, data):
    before = page.app.state.desk.store.entries()
    answer = page.post(path, data=data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert page.app.state.desk.store.entries() == before


def test_a_night_to_the_minute_with_readiness(page):
    page.post("/body/slept", data={"asleep": "5:30", "ready": "2"})
    assert [(one.minutes, one.readiness) for one in standing(page, Slept)] == [(330, 2)]


def test_the_trend_of_a_place_is_a_picture_with_a_table_behind(page):
    for day, score in (("2026-11-20", "4"), ("2026-11-22", "2"), ("2026-11-24", "1")):
        page.post("/body/hurt", data={"place": "achilles", "side": "left", "score": score, "day": day})
    text = page.get("/body").text
    assert 'role="img"' in text
    assert "From 4 of 10 on Fri 20 Nov to 1 of 10 on Tue 24 Nov." in text
    assert text.count("<circle") == 3
    assert "As a table" in text


def test_the_body_in_german(page):
    text = page.get("/body", headers={"accept-language": "de"}).text
    for words in ("Körper", "Achillessehne", "Am nächsten Morgen", "Ärztlich freigegeben"):
        assert words in text
