"""Signing in with the passphrase, how often it may be tried, and what is kept of it."""

import json
import stat
from datetime import timedelta

import pytest

from legday.model.errors import InputError, StoreError
from legday.web.attempts import A_CLIENT, IN_ALL, WINDOW_S, Attempts
from legday.web.keys import FILE, Keys, keys_in
from legday.web.sign_in import own_path
from webpage import form_token

SAID = "correct horse battery"


@pytest.fixture
def locked(page_at):
    return page_at(bare=True, passphrase=SAID)


def sign_in(page, said=SAID, **more):
    fields = {"csrf": form_token(page), "passphrase": said, **more}
    return page.post("/sign-in", data=fields, follow_redirects=False)


def test_without_a_passphrase_nobody_signs_in(page):
    assert page.get("/today").status_code == 200
    assert page.get("/sign-in", follow_redirects=False).headers["location"] == "/today"
    assert "/sign-out" not in page.get("/today").text


def test_a_stranger_sees_the_sign_in_and_nothing_else(locked):
    for path in ("/", "/today", "/nowhere", "/welcome"):
        answer = locked.get(path, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in")
    for path in ("/api/v1/today", "/api/v1/openapi.json", "/api/v1/nowhere"):
        assert locked.get(path).status_code == 401
    assert locked.post("/api/v1/entries", json=[]).status_code == 401
    assert locked.get("/static/legday.css").status_code == 200
    assert "Ana" not in locked.get("/sign-in").text


def test_the_passphrase_opens_the_page_one_came_for_until_one_signs_out(locked):
    assert locked.get("/today?a=1", follow_redirects=False).headers["location"] == "/sign-in?to=/today"
    answer = sign_in(locked, to="/plan")
    assert (answer.status_code, answer.headers["location"]) == (303, "/plan")
    cookie = answer.headers["set-cookie"]
    assert cookie.endswith("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict")
    assert SAID not in cookie
    assert "Sign out" in locked.get("/today").text
    stolen = dict(locked.cookies)

    left = locked.post("/sign-out", data={"csrf": form_token(locked)}, follow_redirects=False)

    assert left.headers["location"] == "/sign-in"
    locked.cookies.update(stolen)
    assert locked.get("/api/v1/today").status_code == 401


def test_a_session_ends_by_itself(locked, clock):
    sign_in(locked)
    clock.at += timedelta(days=29, hours=23)
    assert locked.get("/api/v1/rules").status_code == 200
    clock.at += timedelta(hours=2)
    assert locked.get("/api/v1/rules").status_code == 401


def test_another_passphrase_ends_every_session(locked):
    sign_in(locked)
    locked.app.state.door.keys.set_passphrase("another one entirely")
    assert locked.get("/api/v1/rules").status_code == 401


@pytest.mark.parametrize(
    "change", [lambda said: said[:-1] + "0", lambda said: "f" + said, lambda _: "..", lambda _: "é"]
)
def test_a_cookie_that_we_did_not_sign_opens_nothing(locked, change):
    made = locked.app.state.door.keys.new_session(locked.app.state.door.now_s())
    changed = change(made) if change(made) != made else made[:-1] + "1"
    headers = {"cookie": f"legday-session={changed}".encode()}
    assert locked.get("/api/v1/rules", headers=headers).status_code == 401


def test_a_wrong_passphrase_is_asked_again_beside_the_field_and_not_repeated(locked):
    answer = sign_in(locked, said="<b>guess</b>", to="/plan")
    assert answer.status_code == 403
    assert 'aria-describedby="wrong"' in answer.text
    assert "That is not the passphrase." in answer.text
    assert "guess" not in answer.text
    assert 'value="/plan"' in answer.text


def test_after_some_tries_one_waits_and_is_told_how_long(locked, clock):
    for _ in range(A_CLIENT):
        assert sign_in(locked, said="guess").status_code == 403
    answer = sign_in(locked)
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == str(WINDOW_S)
    assert "Try again in 15 minutes." in answer.text
    clock.at += timedelta(seconds=WINDOW_S)
    assert sign_in(locked).status_code == 303


def test_tries_are_counted_for_each_client_and_for_all():
    attempts = Attempts()
    assert [attempts.begin("10.0.0.1", now_s=0) for _ in range(A_CLIENT)] == [0] * A_CLIENT
    assert attempts.begin("10.0.0.1", now_s=10) == WINDOW_S - 10
    others = [attempts.begin(f"10.0.1.{one}", now_s=20) for one in range(IN_ALL - A_CLIENT)]
    assert set(others) == {0}
    assert attempts.begin("10.0.2.1", now_s=20) == WINDOW_S - 20
    assert len(attempts.failed) == IN_ALL
    attempts.forgive("10.0.0.1")
    assert attempts.begin("10.0.0.1", now_s=30) == 0
    assert attempts.begin("10.0.2.1", now_s=WINDOW_S + 20) == 0


def test_one_machine_of_many_addresses_is_one_client():
    attempts = Attempts()
    for one in range(A_CLIENT):
        assert attempts.begin(f"fe80::1:{one}%eth0", now_s=0) == 0
    assert attempts.begin("fe80::ffff", now_s=0) > 0
    assert attempts.begin("fe80:1::1", now_s=0) == 0
    assert attempts.begin("testclient", now_s=0) == 0


def test_signing_in_from_another_site_is_refused(locked):
    assert locked.post("/sign-in", data={"passphrase": SAID}).status_code == 403


@pytest.mark.parametrize(
    "said",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil",
        "",
        "/%0d%0aX: 1 2",
        "/a?to=//evil",
        "/sign-in",
        "/" + "/",
    ],
)
def test_signing_in_leads_nowhere_else(said):
    assert own_path(said) == "/today"


@pytest.mark.parametrize(
    "said", ["/plan", "/plan/day/2026-11-24", "/session/2026-11-24T18:00", "/exercises/box-squat"]
)
def test_signing_in_leads_to_where_one_came_from(said):
    assert own_path(said) == said


def test_a_passphrase_is_kept_as_a_hash_that_its_owner_alone_can_read(tmp_path):
    keys = keys_in(tmp_path)
    keys.set_passphrase(SAID)
    kept = (tmp_path / FILE).read_text()
    assert SAID not in kept
    assert json.loads(kept)["passphrase"].startswith("$argon2id$")
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    again = keys_in(tmp_path)
    assert again.key == keys.key
    assert again.is_passphrase(SAID)
    assert not again.is_passphrase(SAID + " ")
    assert not again.is_passphrase("")


def test_a_session_lasts_over_a_restart_and_so_does_its_end(tmp_path):
    keys = keys_in(tmp_path)
    stay, leave = keys.new_session(1_000), keys.new_session(1_000)
    keys.end_session(leave, 1_001)
    again = keys_in(tmp_path)
    assert again.is_session(stay, 1_002)
    assert not again.is_session(leave, 1_002)


@pytest.mark.parametrize("said", ["", "short", "x" * 1_025])
def test_a_passphrase_has_a_length(said):
    keys = Keys()
    with pytest.raises(InputError, match="8 to 1024 signs"):
        keys.set_passphrase(said)
    assert keys.passphrase == ""


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"key": "00", "passphrase": "", "ended": {}}', '{"key": 5}', "\x00"]
)
def test_a_file_that_holds_no_keys_is_told_and_left(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    with pytest.raises(StoreError, match="delete it"):
        keys_in(tmp_path)
    assert (tmp_path / FILE).read_text() == text
