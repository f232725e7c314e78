"""What the guard lets in, and what every answer carries."""

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.exceptions import HTTPException
from starlette.requests import Request

from legday.web.form_tokens import STREAMED, own_fields
from legday.web.guard import MOST_BYTES
from legday.web.hosts import host_name, is_own_host, is_own_origin
from webpage import form_token, routes_of

ENTRIES = "/api/v1/entries"
HOSTILE = (
    "evil.example",
    "evil.example:8017",
    "127.0.0.1.evil.example",
    "localhost.evil.example:8017",
    "8.8.8.8",
    "192.168.1.20:8017",
    "[::2]:8017",
    "0.0.0.0:8017",
    "2130706433",
    "0x7f.1",
    "127.1",
)
MANGLED = (
    "",
    " ",
    "a b",
    "127.0.0.1:99999",
    "127.0.0.1:8017:1",
    "user@127.0.0.1",
    "127.0.0.1/",
    "[::1",
    "a,b",
    "é",
)
ORIGINS = (
    "null",
    "http://evil.example",
    "https://evil.example:8017",
    "http://127.0.0.1",
    "http://127.0.0.1:3000",
    "http://localhost:8017",
    "http://127.0.0.1:8017.evil.example",
    "http://127.0.0.1:8017@evil.example",
    "ftp://127.0.0.1:8017",
    "file://",
    "",
)


@pytest.fixture
def page(page_at):
    """A client that brings a form's token only where a test says so."""
    return page_at(bare=True)


@pytest.mark.parametrize("host", HOSTILE)
def test_a_foreign_host_is_refused_for_pages_api_and_static_files(page, host):
    for path in ("/today", "/api/v1/today", "/static/legday.css", "/nowhere"):
        assert page.get(path, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", MANGLED)
def test_a_host_that_is_none_is_refused(page, host):
    assert page.get("/today", headers={"host": host.encode()}).status_code == 400


def test_the_machines_own_names_are_let_in(page):
    for host in ("127.0.0.1:8017", "localhost:8017", "LOCALHOST", "[::1]:8017", "127.0.0.1:9000"):
        assert page.get("/api/v1/rules", headers={"host": host}).status_code == 200


def test_a_name_that_was_said_is_let_in_and_the_address_that_was_reached(page_at):
    page = page_at(bare=True, names=frozenset({"laptop.local"}), base_url="http://192.168.1.20:8017")
    for host in ("laptop.local:8017", "Laptop.Local", "192.168.1.20:8017"):
        assert page.get("/api/v1/rules", headers={"host": host}).status_code == 200
    assert page.get("/api/v1/rules", headers={"host": "192.168.1.21:8017"}).status_code == 421


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    host=st.one_of(
        st.text(max_size=40),
        st.from_regex(r"[a-z0-9.-]{1,20}(:[0-9]{1,6})?", fullmatch=True),
        st.ip_addresses().map(str),
        st.ip_addresses(v=6).map(lambda one: f"[{one}]:8017"),
        st.sampled_from(HOSTILE),
    )
)
def test_no_drawn_host_is_ours_unless_it_is_one_of_the_few_that_are(host):
    name = host_name(host)
    ours = name is not None and is_own_host(name, names=frozenset({"localhost"}), reached="192.168.1.20")
    assert ours == (
        host.rpartition(":")[0] in {"localhost", "192.168.1.20"} or host in {"localhost", "192.168.1.20"}
    )


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    origin=st.one_of(
        st.text(max_size=40),
        st.from_regex(r"https?://[a-z0-9.-]{1,20}(:[0-9]{1,5})?", fullmatch=True),
        st.text(max_size=10).map(lambda more: f"http://127.0.0.1:8017{more}"),
        st.sampled_from(ORIGINS),
    )
)
def test_no_drawn_origin_is_ours_but_our_own(origin):
    ours = is_own_origin(origin, host="127.0.0.1:8017", scheme="http")
    assert ours == (origin in {"http://127.0.0.1:8017", "https://127.0.0.1:8017"})


@pytest.mark.parametrize("origin", ORIGINS)
def test_what_another_origin_sends_changes_nothing(page, origin):
    before = page.get(ENTRIES).json()
    assert page.post(ENTRIES, json=[], headers={"origin": origin}).status_code == 403
    form = page.post("/sign-out", data={"csrf": form_token(page)}, headers={"origin": origin})
    assert form.status_code == 403
    assert page.get(ENTRIES).json() == before


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "Same-Origin", "whatever"])
def test_what_a_browser_says_comes_from_another_site_is_refused(page, site):
    assert page.post(ENTRIES, json=[], headers={"sec-fetch-site": site}).status_code == 403


def test_what_comes_from_our_own_page_is_taken(page):
    own = {"origin": "http://127.0.0.1:8017", "sec-fetch-site": "same-origin"}
    assert page.post(ENTRIES, json=[], headers=own).status_code == 200
    assert page.post(ENTRIES, json=[], headers={"origin": "https://127.0.0.1:8017"}).status_code == 200


def test_two_origins_are_foreign_if_one_is(page):
    pair = [("origin", "http://127.0.0.1:8017"), ("origin", "http://evil.example")]
    assert page.post(ENTRIES, json=[], headers=pair).status_code == 403


@pytest.mark.parametrize(
    "kind",
    ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/json"],
)
def test_the_api_takes_nothing_that_a_foreign_form_could_send(page, kind):
    answer = page.post(ENTRIES, content=b"[]", headers={"content-type": kind})
    assert (answer.status_code, answer.json()["remedy"]) == (415, "application/json")


@pytest.mark.parametrize("token", [None, "", "0" * 64, "é", "\x00"])
def test_a_form_without_the_token_of_this_browser_is_refused(page, token):
    form_token(page)
    answer = page.post("/sign-out", data={} if token is None else {"csrf": token})
    assert answer.status_code == 403
    assert "This form is not from here" in answer.text


def test_a_token_is_worth_nothing_in_another_browser_nor_as_a_file(page, page_at):
    token = form_token(page)
    assert page.post("/sign-out", data={"csrf": token}, follow_redirects=False).status_code == 303
    assert page.post("/sign-out", files={"csrf": ("csrf", token)}).status_code == 403
    assert page.post("/sign-out", json={"csrf": token}).status_code == 403
    page.cookies.clear()
    assert page.post("/sign-out", data={"csrf": token}).status_code == 403
    page.cookies.set("legday-form", "A" * 43)
    assert page.post("/sign-out", data={"csrf": token}).status_code == 403


def test_the_secret_of_forms_is_out_of_reach_of_scripts_and_other_sites(page_at):
    page = page_at(bare=True, passphrase="four words or so")
    said = page.get("/sign-in").headers["set-cookie"]
    assert said.startswith("legday-form=")
    assert said.endswith("; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict")
    assert "set-cookie" not in page.get("/sign-in").headers


def test_every_form_of_the_app_is_checked_and_no_page_changes_anything_on_get(page):
    writing = [
        (route.path, verb) for route in routes_of(page.app) for verb in route.methods - {"GET", "HEAD"}
    ]
    assert ("/sign-out", "POST") in writing
    for path, verb in writing:
        if not path.startswith("/api/"):
            form = {"files": {"files": ("run.gpx", b"<gpx/>")}} if path in STREAMED else {}
            answer = page.request(verb, path.replace("{", "").replace("}", ""), **form)
            assert answer.status_code in {403, 404}, path


def test_the_fields_of_a_streamed_form_are_held_to_the_token_too(page):
    token = form_token(page)
    cookies = "; ".join(f"{name}={value}" for name, value in page.cookies.items()).encode()
    request = Request({"type": "http", "app": page.app, "headers": [(b"cookie", cookies)]})
    own_fields(request)({"csrf": token})
    for fields in ({}, {"csrf": ""}, {"csrf": "0" * 64}):
        with pytest.raises(HTTPException):
            own_fields(request)(fields)


@pytest.mark.parametrize(
    "path", ["/today", "/nowhere", "/api/v1/today", "/api/v1/nowhere", "/static/legday.css"]
)
def test_every_answer_carries_the_headers(page, path):
    headers = page.get(path).headers
    assert headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cache-control"] == ("no-cache" if path.endswith(".css") else "no-store")
    assert "server" not in headers


def test_a_refusal_carries_them_too(page):
    for answer in (
        page.get("/today", headers={"host": "evil.example"}),
        page.post(ENTRIES, json=[], headers={"origin": "null"}),
        page.post("/sign-out"),
    ):
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["cache-control"] == "no-store"


def test_a_static_file_is_kept_by_its_etag(page):
    etag = page.get("/static/legday.css").headers["etag"]
    again = page.get("/static/legday.css", headers={"if-none-match": etag})
    assert (again.status_code, again.content, again.headers["cache-control"]) == (304, b"", "no-cache")


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/"]
)
def test_static_files_are_those_of_their_folder(page, path):
    assert page.get(path).status_code == 404


def test_a_body_that_is_too_large_is_refused_whatever_it_says_of_its_length(page):
    def endless():
        for _ in range(3):
            yield b" " * (MOST_BYTES // 2)

    said = page.post(ENTRIES, content=b" " * (MOST_BYTES + 1), headers={"content-type": "application/json"})
    unsaid = page.post(ENTRIES, content=endless(), headers={"content-type": "application/json"})
    form = page.post(
        "/sign-out", content=endless(), headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert [said.status_code, unsaid.status_code, form.status_code] == [413, 413, 413]
    assert f"{MOST_BYTES:,} bytes" in unsaid.json()["detail"]


@pytest.fixture
def broken(page):
    """The page with a path at which something nobody foresaw happens."""
    router = APIRouter()

    @router.get("/broken")
    @router.get("/api/v1/broken")
    def fails():
        message = "the secret of the moon"
        raise RuntimeError(message)

    page.app.include_router(router)
    return page


@pytest.mark.parametrize(("language", "words"), [("en", "mistake of ours"), ("de", "unser Fehler")])
def test_what_nobody_foresaw_is_a_kind_page_without_a_trace(broken, language, words, caplog):
    answer = broken.get("/broken", headers={"accept-language": language})
    assert answer.status_code == 500
    assert words in answer.text
    assert "moon" not in answer.text
    assert "the secret of the moon" in caplog.text


def test_what_nobody_foresaw_is_a_problem_to_the_api(broken):
    answer = broken.get("/api/v1/broken")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "moon" not in answer.text


@pytest.mark.parametrize(
    ("call", "status", "words", "worte"),
    [
        ("GET /nowhere", 404, "This page does not exist", "Diese Seite gibt es nicht"),
        ("DELETE /today", 405, "That cannot be done here", "Das geht hier nicht"),
        ("POST /sign-out", 403, "This form is not from here", "Dieses Formular ist nicht von hier"),
    ],
)
def test_an_error_is_a_page_in_both_languages(page, call, status, words, worte):
    for language, said in (("en", words), ("de-AT", worte)):
        answer = page.request(*call.split(), headers={"accept-language": language})
        assert answer.status_code == status
        assert f"<h1>{said}</h1>" in answer.text


def test_a_page_that_needs_a_profile_leads_to_the_welcome(tmp_path, clock):
    from legday.catalogue.reader import read_catalogue
    from legday.store import open_store
    from legday.web import create_app

    with open_store(tmp_path / "home") as store:
        empty = TestClient(create_app(store, read_catalogue(), clock=clock), base_url="http://127.0.0.1:8017")
        answer = empty.get("/today", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/welcome")
        asked = empty.get("/api/v1/today")
        assert (asked.status_code, asked.json()["title"]) == (409, "Conflict")
        assert empty.get("/api/v1/rules").status_code == 200
        assert empty.post(ENTRIES, json=[]).status_code == 409
