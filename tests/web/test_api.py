"""The API: what it answers, what it takes in, and how it refuses."""

import json
import sys
from datetime import UTC, datetime

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema.validators import Draft202012Validator

from legday.actions.take_in import MOST_ENTRIES
from legday.model.ids import new_id
from legday.writing.schema_files import schema
from sent_draws import entries
from web_files import dropped

ENTRIES = "/api/v1/entries"
PAIN = {
    "id": "0193a5b0-0000-7000-8000-000000000001",
    "at": "2026-11-23T18:05:00Z",
    "day": "2026-11-23",
    "place": "achilles",
    "score": 3,
    "note": "<b>ouch</b>",
    "tag": "pain-felt",
}
DONE = {
    "id": "0193a5b0-0000-7000-8000-000000000002",
    "at": "2026-11-23T18:05:00Z",
    "start": "2026-11-23T18:00:00",
    "sets": [{"exercise": "squat", "reps": 10, "weight_g": 10_000, "rir": 3}],
    "minutes": 40,
    "tag": "session-done",
}
JSON = {"content-type": "application/json"}


def sent(page, *values):
    """The answers to some entries."""
    answer = page.post(ENTRIES, json=list(values))
    assert answer.status_code == 200, answer.text
    return answer.json()["answers"]


def refused(page, value):
    (answer,) = sent(page, value)
    assert answer["outcome"] == "refused"
    return answer["why"]


@pytest.mark.parametrize("name", ["today", "plan", "history", "progress", "rules"])
def test_the_api_answers_in_the_form_of_the_terminal(page, name):
    answer = page.get(f"/api/v1/{name}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    jsonschema.validate(answer.json(), schema(name))


def test_exercises_and_rules_are_found_by_name(page):
    squat = page.get("/api/v1/exercises/Box squat").json()
    jsonschema.validate(squat, schema("exercise"))
    assert squat["id"] == "box-squat"
    assert squat in page.get("/api/v1/exercises").json()["exercises"]
    assert [one["id"] for one in page.get("/api/v1/rules/leg-spacing").json()["rules"]] == ["leg-spacing"]


def test_history_is_of_one_exercise_or_since_a_day(page):
    sent(page, PAIN, DONE)
    happened = page.get("/api/v1/history?exercise=squat").json()["happened"]
    assert [one["kind"] for one in happened] == ["session-done"]
    assert page.get("/api/v1/history?since=2026-11-25").json()["happened"] == []


def test_what_was_sent_changes_the_plan_at_once(page):
    before = page.get("/api/v1/plan").json()
    sent(page, {**PAIN, "score": 6, "at": "2026-11-24T07:30:00Z"})
    after = page.get("/api/v1/plan").json()
    assert after != before
    assert any("Achilles" in change["why"] for change in after["changes"])


def test_an_entry_is_stored_once_however_often_it_is_sent(page):
    assert [one["outcome"] for one in sent(page, PAIN, DONE, PAIN)] == ["stored", "stored", "already there"]
    assert [one["outcome"] for one in sent(page, DONE, PAIN)] == ["already there", "already there"]
    kept = [one for one in page.get(ENTRIES).json()["entries"] if one["tag"] in {"pain-felt", "session-done"}]
    assert [one["id"] for one in kept] == [PAIN["id"], DONE["id"]]
    assert [one["outcome"] for one in sent(page, *kept)] == ["already there", "already there"]


def test_what_was_stored_is_there_also_when_it_would_no_longer_be_believed(page, clock):
    sent(page, DONE)
    clock.at = clock.at.replace(year=2024)
    assert sent(page, DONE)[0]["outcome"] == "already there"


def test_one_id_says_one_thing(page):
    sent(page, PAIN)
    why = refused(page, {**PAIN, "score": 4})
    assert why["value"] == PAIN["id"]
    assert why["remedy"] == "a new id for a new entry"
    assert [one["score"] for one in page.get(ENTRIES).json()["entries"] if one["tag"] == "pain-felt"] == [3]


def test_good_entries_are_stored_beside_bad_ones(page):
    outcomes = [one["outcome"] for one in sent(page, {"tag": "nonsense"}, PAIN, 7, None, "x", [], DONE)]
    assert outcomes == ["refused", "stored", "refused", "refused", "refused", "refused", "stored"]


@pytest.mark.parametrize(
    ("change", "place", "says"),
    [
        ({"score": 11}, "score", "0 to 10"),
        ({"score": "many"}, "pain-felt.score", "integer"),
        ({"place": "achiles"}, "place", "achilles"),
        ({"day": "2026-12-24"}, "day", "1991-01-01 to 2026-11-25"),
        ({"day": "1066-10-14"}, "day", "1991-01-01"),
        ({"at": "2027-11-23T18:05:00Z"}, "at", "clock"),
        ({"at": "2026-11-23T18:05:00"}, "at", "no zone"),
        ({"at": "9999-12-31T23:59:59-12:00"}, "at", "clock"),
        ({"id": "8b9d9a8e-8a5c-4c3e-9a52-111111111111"}, "id", "UUIDv7"),
        ({"id": "7"}, "pain-felt.id", "UUID"),
        ({"note": "x" * 1_001}, "note", "1,000"),
        ({"note": "\x1b[2J"}, "note", "printed"),
        ({"nope": 1}, "pain-felt", "openapi.json"),
        ({"tag": "profile-set"}, "profile-set.profile", "required"),
    ],
)
def test_a_value_that_cannot_be_believed_is_named_with_its_place_and_a_remedy(page, change, place, says):
    why = refused(page, {**PAIN, **change})
    assert why["place"] == place
    assert says in why["detail"]
    assert set(why) >= {"detail", "value", "place", "remedy"}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"start": "2026-11-23T18:00:00Z"}, "start"),
        ({"start": "2026-11-26T18:00:00"}, "start"),
        ({"minutes": 0}, "minutes"),
        ({"effort": 11}, "effort"),
        ({"menu": "<b>"}, "menu"),
        ({"planned": "2031-01-01T18:00:00"}, "planned"),
        ({"recording": 'a" b'}, "recording"),
        ({"sets": [{"exercise": "sqat", "reps": 10}]}, "sets.0.exercise"),
        ({"sets": [{"exercise": "squat", "reps": -1}]}, "sets.0.reps"),
        ({"sets": [{"exercise": "squat", "reps": 10, "weight_g": 10**9}]}, "sets.0.weight_g"),
        ({"sets": [{"exercise": "squat", "reps": 10, "rir": 11}]}, "sets.0.rir"),
        ({"sets": [{"exercise": "squat", "reps": 10, "seconds": True}]}, "sets.0.seconds"),
        ({"sets": [{"exercise": "squat", "reps": 10, "side": "left"}]}, "squat"),
        ({"sets": [{"exercise": "squat", "reps": 10, "tempo": "slow"}]}, "sets.0.tempo"),
        ({"sets": [{"exercise": "squat", "reps": 10}] * 201}, "sets"),
    ],
)
def test_a_session_holds_what_can_be_lifted(page, change, place):
    assert refused(page, {**DONE, **change})["place"] == place


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ({"tag": "set-done", "session": PAIN["id"], "start": "2026-11-23T18:00:00", "done": {"exercise": "x", "reps": 1}}, "done.exercise"),
        ({"tag": "session-skipped", "planned": "2026-11-24T18:00:00", "menu": "ab"}, "menu"),
        ({"tag": "session-moved", "planned": None, "start": "2026-11-24T18:00:00", "minutes": 601}, "minutes"),
        ({"tag": "exercise-swapped", "was": "squat", "now": "plank", "first": "2026-11-24"}, "now"),
        ({"tag": "exercise-swapped", "was": "squat", "now": "box-squat", "first": "2026-11-24", "last": "2026-11-23"}, "last"),
        ({"tag": "red-flag-raised", "day": "2026-11-24", "flag": "moon"}, "flag"),
        ({"tag": "cleared-by-clinician", "day": "2026-11-24", "what": "moon"}, "what"),
        ({"tag": "soreness-felt", "day": "2026-11-24", "score": -1}, "score"),
        ({"tag": "slept", "day": "2026-11-24"}, "minutes"),
        ({"tag": "slept", "day": "2026-11-24", "minutes": 1_441}, "minutes"),
        ({"tag": "ill", "first": "2026-11-24", "last": "2026-11-20"}, "last"),
        ({"tag": "body-mass-set", "day": "2026-11-24", "grams": 1}, "grams"),
        ({"tag": "away", "first": "2026-11-24", "last": "2026-11-30", "openings": [{"start": "18:00", "minutes": 45}]}, "openings.0"),
        ({"tag": "away", "first": "2026-11-24", "last": "2026-11-30", "gear": {"dumbbells_g": [10**9]}}, "gear.dumbbells_g"),
        ({"tag": "away", "first": "2026-11-24", "last": "2026-11-30", "gear": {"plates_g": [5_000] * 41}}, "gear.plates_g"),
        ({"tag": "kind-corrected", "recording": "x", "start": "2026-11-20T08:00:00", "kind": "easy"}, "start"),
        ({"tag": "plan-accepted", "today": "2026-11-24", "sessions": []}, "tag"),
        ({"tag": "run-plan-added", "name": "<script>", "runs": [], "covers": []}, "tag"),
    ],
)  # fmt: skip
def test_every_kind_of_entry_is_held_to_what_it_may_say(page, entry, place):
    why = refused(page, {"id": PAIN["id"], "at": PAIN["at"], **entry})
    assert why["place"] == place


def test_the_only_profile_cannot_be_taken_back_but_a_pain_can_even_before_it_comes(page):
    profile = next(one for one in page.get(ENTRIES).json()["entries"] if one["tag"] == "profile-set")
    back = {"id": DONE["id"], "at": DONE["at"], "tag": "retracted"}
    assert refused(page, {**back, "of": profile["id"]})["place"] == "of"
    assert [one["outcome"] for one in sent(page, {**back, "of": PAIN["id"]}, PAIN)] == ["stored", "stored"]
    assert not any("achilles" in str(one) for one in page.get("/api/v1/history").json()["happened"])


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[NaN]", 400),
        (b"[-Infinity]", 400),
        (b"[" * 100_000, 400),
        (b"[" + b"9" * 5_000 + b"]", 400),
        (b"{}", 422),
        (b"null", 422),
        (b'"[]"', 422),
        (b"[" + b",".join([b"0"] * (MOST_ENTRIES + 1)) + b"]", 422),
    ],
)
def test_a_body_that_is_no_list_of_entries_is_a_problem(page, body, status):
    answer = page.post(ENTRIES, content=body, headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status


@pytest.mark.parametrize(
    "body",
    [
        b'[{"tag":"pain-felt","note":"\\ud800"}]',
        b'["\\ud800"]',
        b'[{"\\ud800":1}]',
        b'[{"id":"\\u0000"}]',
        b"[1e999]",
    ],
)
def test_text_that_is_none_is_refused_and_told(page, body):
    answer = page.post(ENTRIES, content=body, headers=JSON)
    assert answer.status_code == 200
    assert answer.json()["answers"][0]["outcome"] == "refused"


@pytest.mark.parametrize(
    ("path", "status", "place"),
    [
        ("/api/v1/nowhere", 404, "GET /api/v1/nowhere"),
        ("/api/v1/exercises/sqat", 404, "exercise"),
        ("/api/v1/rules/leg-spacin", 404, "rule"),
        ("/api/v1/history?exercise=sqat", 422, "exercise"),
        ("/api/v1/history?since=yesterday", 422, "query.since"),
        ("/api/v1/progress?weeks=0", 422, "query.weeks"),
        ("/api/v1/progress?weeks=many", 422, "query.weeks"),
        ("/api/v1/entries?most=501", 422, "query.most"),
        (f"/api/v1/entries?after={PAIN['id']}", 404, "after"),
    ],
)
def test_a_problem_names_the_value_the_place_and_the_remedy(page, path, status, place):
    answer = page.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    told = answer.json()
    assert (told["status"], told["place"]) == (status, place)
    assert told["type"] == "about:blank"
    assert told["detail"]
    assert told["remedy"]


def test_a_verb_that_a_path_does_not_take_is_told_with_those_it_takes(page):
    answer = page.request("DELETE", "/api/v1/plan", headers=JSON)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.json()["place"] == "DELETE /api/v1/plan"


def test_a_journal_is_read_in_parts(page):
    sent(page, PAIN, DONE)
    found, after = [], ""
    while after is not None:
        part = page.get(f"{ENTRIES}?most=1{after and f'&after={after}'}").json()
        found += part["entries"]
        after = part["next"]
    assert found == page.get(ENTRIES).json()["entries"]
    assert len(found) == 4


ASKED = {
    "/plan/until/{last}": "/plan/until/2026-12-27",
    "/why/{day}": "/why/2026-11-24",
    "/move": "/move?session=2026-11-24&to=2026-11-26T18:00",
    "/swaps/{exercise}": "/swaps/squat",
    "/felt/{entry}": f"/felt/{PAIN['id']}",
    "/exercises/{name}": "/exercises/squat",
    "/rules/{name}": "/rules/leg-spacing",
    "/rules/{rule}/{number}": "/rules/leg-spacing/hours?value=60",
    "/runs/{run}": "/runs/2026-11-22",
    "/export/{form}": "/export/json",
}
"""How each path of the API that names something is asked."""
SENT = {
    "/entries": [{}],
    "/plan/accept": {"until": "2026-12-27"},
    "/move": {"session": "2026-11-24", "to": "2026-11-26T18:00"},
    "/rules/{rule}/{number}": {"value": 60},
    "/profile/{section}": {"answers": {"name": "Bo", "born": "1981", "body_mass": "70"}},
    "/undo": {},
}
"""What is sent to each path that keeps something."""


def test_the_description_is_openapi_and_what_is_answered_keeps_to_it(page):
    document = page.get("/api/v1/openapi.json").json()
    assert document["openapi"] == "3.1.0"
    assert all(path.startswith("/api/v1/") for path in document["paths"])
    sent(page, PAIN)
    for path, verbs in document["paths"].items():
        short = path.removeprefix("/api/v1")
        if "get" in verbs and short != "/imports/{id_}":
            keeps_to(document, verbs["get"], page.get(f"/api/v1{ASKED.get(short, short)}"))
    asked = document["paths"][ENTRIES]["post"]["requestBody"]["content"]["application/json"]["schema"]
    jsonschema.validate([PAIN, DONE], {**asked, "components": document["components"]})


def test_what_is_answered_to_a_verb_that_keeps_something_is_as_described(page):
    document = page.get("/api/v1/openapi.json").json()
    keeping = {
        path.removeprefix("/api/v1"): verbs["post"]
        for path, verbs in document["paths"].items()
        if "post" in verbs
    }
    assert keeping.keys() == SENT.keys()
    for short, values in SENT.items():
        path = ASKED.get(short, short).partition("?")[0].replace("{section}", "about")
        keeps_to(document, keeping[short], page.post(f"/api/v1{path}", json=values))


def test_an_import_is_told_as_described(page):
    document = page.get("/api/v1/openapi.json").json()
    dropped(page, [("a.fit", b"no run")])
    (number,) = page.app.state.imports.known
    keeps_to(
        document, document["paths"]["/api/v1/imports/{id_}"]["get"], page.get(f"/api/v1/imports/{number}")
    )


def keeps_to(document, operation, answer):
    """An answer is one that the description has for this operation."""
    assert answer.status_code == 200, answer.text
    answered = operation["responses"]["200"]["content"]["application/json"]["schema"]
    whole = {**answered, "components": document["components"]}
    Draft202012Validator.check_schema(whole)
    jsonschema.validate(answer.json(), whole)


def test_every_reference_of_the_description_leads_somewhere(page):
    document = page.get("/api/v1/openapi.json").json()
    named = {part.partition('"')[0] for part in json.dumps(document).split("#/components/schemas/")[1:]}
    assert named - set(document["components"]["schemas"]) == set()
    assert "#/$defs" not in json.dumps(document)


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(batch=st.lists(entries(), min_size=1, max_size=8))
def test_nothing_that_is_taken_in_breaks_an_answer(page_over, batch):
    page = page_over()
    answers = sent(page, *batch)
    again = sent(page, *batch)
    once = {"stored": "already there", "already there": "already there", "refused": "refused"}
    assert [one["outcome"] for one in again] == [once[one["outcome"]] for one in answers]
    for path in ("/today", "/api/v1/today", "/api/v1/plan", "/api/v1/history", "/api/v1/progress", ENTRIES):
        assert page.get(path).status_code == 200, path
    assert "<script>alert" not in page.get("/today").text


def test_deep_values_are_refused_and_never_a_mistake_of_ours(page):
    deep = "[" * 900 + "]" * 900
    assert sys.getrecursionlimit() >= 900
    body = f'[{{"tag":"pain-felt","note":{deep}}},{deep}]'.encode()
    answer = page.post(ENTRIES, content=body, headers=JSON)
    assert answer.status_code in {200, 400}


def test_what_was_felt_before_a_plan_was_accepted_and_comes_in_after_it_changes_the_plan(page):
    """A phone without a line said it at six; at seven the plan was accepted that did not know of it."""
    desk = page.app.state.desk
    before = desk.known().plan
    at = datetime(2026, 11, 24, 6, tzinfo=UTC)
    assert max(one.at for one in desk.store.entries()) > at
    entry = {
        "id": str(new_id(at, bytes(10))),
        "at": at.isoformat(),
        "tag": "pain-felt",
        "day": "2026-11-24",
        "place": "front-knee",
        "score": 6,
    }
    page.post("/api/v1/entries", json=[entry])
    names = [line.exercise for one in desk.known().plan.sessions[:1] for line in one.exercises]
    assert names != [line.exercise for one in before.sessions[:1] for line in one.exercises]
