"""The player's page holds a whole session: what is asked, what can stand in, what a pain would change, and the entries to be filled in."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from legday.actions.session import session_at
from legday.actions.take_in import read_entry
from legday.model.ids import new_id
from legday.model.journal import Retracted

START = "2026-11-24T18:00"
PLAYER = f"/session/{START}/do"
AT = datetime(2026, 11, 24, 17, 5, tzinfo=UTC)


def session_of(page, path=PLAYER):
    text = page.get(path).text
    found = re.search(r'<script type="application/json" id="session">(.*?)</script>', text, re.DOTALL)
    return json.loads(found[1])


def made(number, entry, **more):
    at = AT + timedelta(minutes=number)
    return {
        **entry,
        "id": str(new_id(at, number.to_bytes(10, "big"))),
        "at": at.isoformat(),
        "start": f"{START}:00",
        **more,
    }


def set_of(session, number=1, place=0):
    line = session["one"]["prescribed"][place]
    done = {**session["one"]["done"], "exercise": line["exercise"], "reps": line["target"]}
    return made(number, session["one"], done={**done, "weight_g": line["weight_g"], "rir": line["rir"]})


def test_the_lines_are_those_of_the_plan_and_the_templates_are_entries(page):
    session = session_of(page)
    known = page.app.state.desk.known()
    (planned,) = [one for one in known.plan.sessions if f"{one.start:%Y-%m-%dT%H:%M}" == START]
    assert [one["exercise"] for one in session["one"]["prescribed"]] == [
        one.exercise for one in planned.exercises
    ]
    assert read_entry(set_of(session)).prescribed == planned.exercises
    assert read_entry(made(2, session["whole"])).planned == planned.start


def test_what_the_player_keeps_is_taken_in_and_goes_on_at_the_terminal(page):
    session = session_of(page)
    answer = page.post("/api/v1/entries", json=[set_of(session)]).json()["answers"]
    assert [one["outcome"] for one in answer] == ["stored"]
    known = page.app.state.desk.known()
    report = session_at(
        known.plan, known.facts, page.app.state.desk.store.entries(), datetime(2026, 11, 24, 18)
    )
    assert str(report.begun.id) == session["session"]
    assert len(report.steps) == sum(one["sets"] for one in session["one"]["prescribed"]) - 1
    again = session_of(page)
    assert (again["begun"], len(again["done"])) == (f"{START}:00", 1)


def test_every_phone_gives_the_session_the_same_id(page_over):
    assert session_of(page_over())["session"] == session_of(page_over())["session"]


def test_a_session_that_was_taken_back_can_be_done_again(page):
    session = session_of(page)
    entry = set_of(session)
    page.post("/api/v1/entries", json=[entry])
    undo = Retracted(id=new_id(AT, b"\1" * 10), at=AT, of=read_entry(entry).id)
    page.app.state.desk.store.append(undo)
    assert session_of(page)["done"] == []


def test_stand_ins_move_alike_and_can_be_entries(page):
    session = session_of(page)
    names = [one["exercise"] for one in session["one"]["prescribed"]]
    assert set(session["swaps"]) == set(names)
    for was, choices in session["swaps"].items():
        for line in choices:
            assert line["instead_of"] == was
            assert line["exercise"] not in names
            assert line["exercise"] in session["exercises"]
    swapped = [session["swaps"]["squat"][0], *session["one"]["prescribed"][1:]]
    entry = {**set_of(session), "prescribed": swapped}
    entry["done"] = {**entry["done"], "exercise": swapped[0]["exercise"]}
    assert page.post("/api/v1/entries", json=[entry]).json()["answers"][0]["outcome"] == "stored"


def test_a_pain_changes_what_the_terminal_would_change(page):
    session = session_of(page)
    assert "squat" in session["hurts"]["front-knee"][1]["left_out"]
    assert session["hurts"]["front-knee"][0] == {
        "score": 0,
        "decision": "go-on",
        "stop": False,
        "left_out": [],
        "lines": None,
    }
    scores = [[one["score"] for one in bands] for bands in session["hurts"].values()]
    assert all(each == sorted(set(each)) and each[0] == 0 for each in scores)
    assert all(
        one["exercise"]
        for bands in session["hurts"].values()
        for band in bands
        for one in band["lines"] or []
    )


def test_weights_near_are_things_to_pick_up_with_the_one_asked_for_among_them(page):
    session = session_of(page)
    for line in session["one"]["prescribed"]:
        weights = session["exercises"][line["exercise"]]["weights"]
        grams = [one["grams"] for one in weights]
        assert grams == sorted(set(grams))
        assert line["weight_g"] in grams
        assert all(one["pick_up"] for one in weights if one["grams"])


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/session/2026-11-25T03:00/do", "/session/2026-11-25T03:00"),
        ("/session/never/do", "/today"),
    ],
)
def test_where_there_is_no_session_there_is_no_player(page, path, to):
    answer = page.get(path, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, to)


def test_a_session_that_is_done_has_no_player(page):
    page.post(f"/session/{START}")
    assert page.get(PLAYER, follow_redirects=False).status_code == 303


def test_a_session_to_come_is_there_so_that_it_can_be_kept(page):
    coming = next(one for one in page.app.state.desk.known().plan.sessions if one.start.date() > AT.date())
    assert session_of(page, f"/session/{coming.start:%Y-%m-%dT%H:%M}/do")["day"] == coming.day.isoformat()


def test_without_script_the_page_leads_to_the_form(page):
    text = page.get(PLAYER).text
    assert f'<noscript><meta http-equiv="refresh" content="0;url=/session/{START}"></noscript>' in text


def test_start_on_today_and_on_the_form_open_the_player(page):
    assert f'href="{PLAYER}"' in page.get("/today").text
    assert f'href="{PLAYER}"' in page.get(f"/session/{START}").text


def test_the_figure_is_a_drawing_of_its_own(page):
    moving, still = (page.get(f"/exercises/squat/{kind}.svg") for kind in ("moving", "still"))
    assert moving.headers["content-type"] == still.headers["content-type"] == "image/svg+xml"
    assert "<animate" in moving.text
    assert "<animate" not in still.text
    assert page.get("/exercises/squat/dancing.svg").status_code == 404
    assert page.get("/exercises/nothing/moving.svg").status_code == 404


def test_what_a_phone_sent_is_answered_with_what_it_changed(page):
    page.get("/plan")
    at = datetime(2026, 11, 24, 7, 5, tzinfo=UTC)
    entry = {
        "id": str(new_id(at, bytes(10))),
        "at": at.isoformat(),
        "tag": "pain-felt",
        "day": "2026-11-24",
        "place": "front-knee",
        "score": 6,
    }
    page.post("/api/v1/entries", json=[entry])
    assert "What changes in your plan" in page.get(f"/today?said={entry['id']}").text
