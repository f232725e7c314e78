"""What was done to programs like this one, tried on this one: scripts in names, formulas, paths, redirects, endless plans, and lines held open."""

import io
import json
import logging
import stat
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from urllib.parse import quote

import anyio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.happened import PainFelt, SessionSkipped
from legday.model.ids import new_id
from legday.model.journal import RunPlanAdded
from legday.model.runs import ExpectedRun, OutlookSource, RunKind, Sport
from legday.web import guard
from legday.web.imports import Import, State
from legday.web.pages.bring import _told
from legday.web.sign_in import own_path
from legday.web.uploads import INCOMING
from legday.writing.gpx import gpx_bytes
from legday.writing.tcx import tcx_bytes
from own_loop import run_apart
from runs_made import recording_of, samples_of
from web_files import TODAY, dropped, store_of
from webpage import form_token, routes_of

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
AT = datetime(2026, 11, 24, 7, 5, tzinfo=UTC)
JSON = {"content-type": "application/json"}


def stamp(number=0):
    return {"id": new_id(AT + timedelta(seconds=number), b"\x00" * 10), "at": AT + timedelta(seconds=number)}


def left_behind(page):
    folder = store_of(page).home / INCOMING
    return sorted(folder.iterdir()) if folder.exists() else []


def a_track(title):
    """A run with a place, so that any format can hold it."""
    samples = samples_of([(1800, 2.8)])
    samples = replace(samples, latitude=46.05 + samples.t * 1e-5, longitude=14.5 + samples.t * 1e-5)
    start = datetime(2026, 11, 20, 6, tzinfo=UTC)
    return recording_of(start, seconds=1800, metres=5040, title=title), samples


# Scripts in what is imported


@pytest.mark.parametrize("kind", ["gpx", "tcx", "zip", "name"])
def test_a_script_in_the_name_of_a_run_is_a_name(new_page, kind):
    recording, samples = a_track(SCRIPT)
    gpx = gpx_bytes(recording, samples)
    if kind == "zip":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(f"{SCRIPT}.gpx", gpx)
            archive.writestr(
                "activities.csv", f"Activity ID,Activity Name,Filename\n1,{SCRIPT},{SCRIPT}.gpx\n"
            )
        file = ("export.zip", packed.getvalue())
    else:
        data = tcx_bytes(recording, samples) if kind == "tcx" else gpx
        file = (f"{SCRIPT}.gpx" if kind == "name" else f"run.{kind}", data)
    new_page.post("/welcome/you", data={"skip": "yes"})
    told = dropped(new_page, [file])
    run = store_of(new_page).recordings(sport=Sport.RUN)[-1][0]
    paths = [
        "/today",
        "/plan",
        "/legs",
        "/runs",
        f"/runs/{run.id}",
        "/history",
        "/import",
        "/more",
        "/welcome/week",
    ]
    for answer in (told, *(new_page.get(path) for path in paths)):
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text


# What is downloaded


HOSTILE = (
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "x\nEND:VEVENT\nBEGIN:VALARM",
)


def said(page, words):
    desk = page.app.state.desk
    run = ExpectedRun(
        day=TODAY, kind=RunKind.EASY, source=OutlookSource.RUN_PLAN, minutes=40, title=words, start=None
    )
    desk.store.append(RunPlanAdded(**stamp(), name=words, runs=(run,), covers=(run.day,)))
    desk.store.append(PainFelt(**stamp(1), day=TODAY, place="achilles", score=2, note=words))
    desk.store.append(SessionSkipped(**stamp(2), planned=datetime(2026, 11, 26, 18), why=words))


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_said_begins_a_line_of_a_download(page, words):
    said(page, words)
    for path in ("/more/journal.txt", "/api/v1/export/journal", "/api/v1/export/md"):
        lines = page.get(path).content.decode().splitlines()
        assert not [line for line in lines if path != "/api/v1/export/md" and line[:1] in set("=+-@\t\r")]
        assert not set(words.split("\n")[1:]) & set(lines)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_said_adds_a_part_to_the_calendar(page, words):
    before = page.get("/plan.ics").text.replace("\r\n ", "")
    said(page, words)
    after = page.get("/plan.ics").text.replace("\r\n ", "")
    assert "END:VEVENT\nBEGIN:VALARM" not in "\n".join(line.strip() for line in after.splitlines())
    assert after.count("BEGIN:VCALENDAR") == before.count("BEGIN:VCALENDAR") == 1
    assert after.count("\r\nBEGIN:VEVENT") == after.count("\r\nEND:VEVENT")


@pytest.mark.parametrize("path", ["/more/journal.txt", "/more/backup.sqlite", "/plan.ics"])
def test_a_download_is_a_file_of_ours_whole_or_in_part_and_kept_nowhere(page, path):
    for asked in (
        {},
        {"range": "bytes=0-9"},
        {"range": "bytes=" + ",".join(["0-"] * 1_000)},
        {"range": "bytes=9-1"},
    ):
        answer = page.get(path, headers=asked)
        assert answer.status_code in {200, 206, 400, 416}
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert len(answer.content) < 64 * 1024 * 1024
        if answer.status_code == 200:
            assert answer.headers["content-disposition"].startswith("attachment; filename")
    assert left_behind(page) == []


# Names of files


NAMES = (
    "../../../etc/cron.d/x.gpx",
    "/etc/passwd",
    "..\\..\\x.gpx",
    "C:\\Windows\\x.gpx",
    "a\x00b.gpx",
    "\u202egpx.exe",
    "CON",
    "aux.gpx",
    "x" * 4_000 + ".gpx",
    ".",
    "..",
    "~/.ssh/authorized_keys",
    "$(reboot).gpx",
    "-rf",
    "legday.sqlite",
    "page.json",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_leads_nowhere(new_page, tmp_path, name):
    store = store_of(new_page)
    before = {path: path.stat().st_size for path in tmp_path.rglob("*.json")}
    quoted = name.encode().replace(b'"', b"%22")
    token = form_token(new_page).encode()
    body = (
        b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n' + token + b"\r\n"
        b'--b\r\nContent-Disposition: form-data; name="files"; filename="'
        + quoted
        + b'"\r\n\r\nno run\r\n--b--\r\n'
    )
    answer = new_page.post(
        "/import", content=body, headers={"content-type": "multipart/form-data; boundary=b"}
    )
    new_page.app.state.imports.wait()
    assert answer.status_code in {200, 422}
    assert left_behind(new_page) == []
    assert {path: path.stat().st_size for path in tmp_path.rglob("*.json")} == before
    assert store.problems() == ()
    assert new_page.get("/import").status_code == 200


# Archives


def zipped(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def test_an_archive_that_unpacks_without_end_is_told_and_costs_neither_disk_nor_time(new_page):
    bomb = zipped(**{"a.gpx": b"\x00" * 60_000_000})
    for _ in range(3):
        bomb = zipped(**{f"{number}.zip": bomb for number in range(4)})
    began = perf_counter()
    answer = dropped(new_page, [("bomb.zip", bomb)])
    assert perf_counter() - began < 60
    assert "was not read" in answer.text or "were not read" in answer.text
    assert left_behind(new_page) == []


def test_a_link_in_an_archive_is_not_followed(new_page):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("run.gpx")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    answer = dropped(new_page, [("links.zip", packed.getvalue())])
    assert "root:" not in answer.text
    assert left_behind(new_page) == []


# Where one is led


ELSEWHERE = (
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%2f/evil.example",
    "/%5cevil.example",
    "///evil.example",
    "javascript:alert(1)",
    "/today\r\nSet-Cookie: a=b",
    " //evil.example",
    "/\t/evil.example",
    "http:evil.example",
    "/@evil.example",
    ".evil.example",
)


def leads_home(answer):
    where = answer.headers.get("location", "/")
    assert where.startswith("/")
    assert not where.startswith(("//", "/\\"))
    assert not set(where) & set("\r\n\t ")
    assert "set-cookie: a=b" not in str(answer.headers).lower()


@pytest.mark.parametrize("to", ELSEWHERE)
def test_no_form_leads_to_another_place(page, to):
    for path, fields in (
        ("/body/sore", {"sore": "1", "back": to}),
        ("/undo", {"back": to}),
        ("/more/language", {"language": "de", "back": to}),
        ("/session/2026-11-26T18:00/skip", {"why": "time", "back": to}),
        ("/sign-in", {"to": to}),
    ):
        leads_home(page.post(path, data=fields, follow_redirects=False))


@pytest.mark.parametrize("to", ELSEWHERE)
def test_no_address_leads_to_another_place(page, to):
    for path in ("/sign-in", "/import", "/welcome", "/today", "/plan"):
        answer = page.get(
            path, params={"to": to, "next": to, "back": to, "until": to}, follow_redirects=False
        )
        leads_home(answer)
    for path in (f"/plan/day/{quote(to)}/move", f"/help/{quote(to)}", f"/welcome/{quote(to)}"):
        leads_home(page.get(path, follow_redirects=False))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=30) | st.sampled_from(ELSEWHERE) | st.text("/\\.%25fF:@ete\r\n\t ", max_size=12))
def test_after_signing_in_one_is_on_this_page(to):
    where = own_path(to)
    assert where.startswith("/")
    assert not where.startswith("//")
    assert "\\" not in where
    assert where.isprintable()


# Plans of a hundred years


@pytest.mark.parametrize("until", ["2126-11-24", "9999-12-31", "0001-01-01", "2027-12-31"])
def test_a_plan_of_a_hundred_years_is_refused_at_once(page, until):
    began = perf_counter()
    assert page.get("/plan", params={"until": until}).status_code == 404
    assert page.get(f"/api/v1/plan/until/{until}").status_code == 422
    assert page.post("/api/v1/plan/accept", json={"until": until}).status_code == 422
    assert page.post("/plan/accept", data={"until": until}).status_code == 422
    assert page.get(f"/plan/day/{until}").status_code == 404
    assert page.get(f"/plan/week/{until}").status_code == 404
    assert perf_counter() - began < 20


def test_a_race_and_a_journey_in_a_hundred_years_do_not_stretch_the_plan(page):
    days = len(page.get("/api/v1/plan").json()["days"])
    race = {
        "races-0-date": "2126-11-24",
        "races-0-distance": "42.195",
        "races-0-priority": "A",
        "races-0-name": "far",
    }
    assert page.post("/profile/races", data=race).status_code in {200, 422}
    away = {
        "tag": "away",
        "id": str(stamp()["id"]),
        "at": "2026-11-24T06:00:00Z",
        "first": "2026-12-01",
        "last": "9999-12-31",
    }
    (answer,) = page.post("/api/v1/entries", json=[away]).json()["answers"]
    assert answer["outcome"] == "refused"
    assert len(page.get("/api/v1/plan").json()["days"]) <= max(days, 7 * 30)


def test_a_run_plan_of_a_hundred_years_is_not_slower_to_look_at(page):
    first = date(2026, 11, 30)
    lines = ["date,run"] + [f"{first + timedelta(days=7 * number)},Easy 8 km" for number in range(5_200)]
    dropped(page, [("plan.csv", "\n".join(lines).encode())])
    began = perf_counter()
    assert page.get("/plan").status_code == 200
    assert page.get("/today").status_code == 200
    assert perf_counter() - began < 20


# What is kept on the way


def test_nothing_that_speaks_of_the_runner_is_kept_on_the_way(page):
    paths = sorted({route.path for route in routes_of(page.app) if "GET" in route.methods})
    for path in paths:
        answer = page.get(path.replace("{", "").replace("}", ""), follow_redirects=False)
        kept = "no-cache" if path in guard.OF_NOBODY else "no-store"
        assert answer.headers["cache-control"] == kept, path
    for answer in (
        page.post("/undo"),
        page.get("/nowhere"),
        page.request("TRACE", "/today"),
        page.options("/today"),
    ):
        assert answer.headers["cache-control"] == "no-store"


# Headers


@pytest.mark.parametrize(
    "words", ["en\r\nSet-Cookie: a=b", "de\x00", "x" * 10_000, "../../etc", "<script>", "*;q=-1"]
)
def test_a_language_is_one_of_ours_or_none(page, words):
    answer = page.post("/more/language", data={"language": words}, follow_redirects=False)
    assert answer.status_code == 303
    assert "a=b" not in str(answer.headers)
    clean = words.encode("ascii", "ignore").replace(b"\r\n", b" ").replace(b"\x00", b"")
    assert page.get("/today", headers={"accept-language": clean}).status_code == 200
    assert page.get("/today", headers={"cookie": b"language=" + clean}).status_code == 200


@pytest.mark.parametrize("verb", ["DELETE", "PUT", "PATCH", "TRACE", "CONNECT", "PROPFIND"])
def test_no_other_verb_does_anything_whatever_it_calls_itself(page, verb):
    before = page.get("/api/v1/entries").json()
    for path in ("/undo", "/more/delete", "/api/v1/entries", "/plan/accept", "/today"):
        assert page.request(verb, path).status_code in {403, 404, 405, 415}
        over = {
            "x-http-method-override": "POST",
            "x-method-override": "DELETE",
            "x-original-url": "/more/delete",
        }
        assert page.get(path, params={"_method": "POST"}, headers=over).status_code in {200, 404, 405}
    assert page.get("/api/v1/entries").json() == before


def test_who_forwards_is_not_believed(page_at):
    page = page_at(bare=True, passphrase="four words or so")
    lies = {
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-host": "evil.example",
        "forwarded": "host=evil.example",
        "x-forwarded-proto": "https",
    }
    answer = page.get("/today", headers=lies, follow_redirects=False)
    assert answer.headers["location"] == "/sign-in?to=/today"
    assert "evil.example" not in page.get("/sign-in", headers=lies).text


def test_a_secret_tossed_from_another_page_makes_no_token(page):
    own = page.cookies.get("legday-form", "")
    form_token(page)
    token = form_token(page)
    for tossed in ("A" * 43, f"{'A' * 43}; legday-form={page.cookies['legday-form'][::-1]}", own[::-1]):
        page.cookies.clear()
        answer = page.request(
            "POST",
            "/sign-out",
            content=f"csrf={token}".encode(),
            headers={"cookie": f"legday-form={tossed}", "content-type": "application/x-www-form-urlencoded"},
        )
        assert answer.status_code == 403


def test_no_page_can_be_framed_not_even_an_error(page):
    for path in ("/today", "/sign-in", "/more/delete", "/nowhere"):
        headers = page.get(path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY"


def test_a_path_writes_no_line_of_its_own_into_the_log(page, monkeypatch, caplog):
    def fails(*_: object) -> None:
        message = "no"
        raise RuntimeError(message)

    monkeypatch.setattr(page.app.state.desk, "known", fails)
    with caplog.at_level(logging.ERROR):
        assert page.get("/plan/day/2026%0A2026-01-01 ERROR all is lost").status_code == 500
    (record,) = [one for one in caplog.records if one.name == "legday.web"]
    assert "\n" not in record.getMessage()


# Bodies


@pytest.mark.parametrize("path", ["/api/v1/entries", "/api/v1/undo", "/api/v1/move", "/api/v1/profile/gear"])
@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b"",
        b"\xff\xfe",
        b"nul",
        b'"\\ud800"',
        b"1e999999",
        b"9" * 5_000,
    ],
)
def test_json_however_deep_is_refused(page, path, body):
    answer = page.post(path, content=body, headers=JSON)
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "body",
    [
        b"--b\r\n" * 20_000,
        b"--b\r\nContent-Disposition: form-data; name=x\r\n\r\nv\r\n" * 5_000 + b"--b--\r\n",
        b"--b\r\n" + b"X-A: b\r\n" * 50_000 + b"\r\nv\r\n--b--\r\n",
        b"--b\r\nContent-Type: multipart/mixed; boundary=c\r\nContent-Disposition: form-data; name=x\r\n\r\n--c\r\n\r\n--c--\r\n--b--\r\n",
        b'--b\r\nContent-Disposition: form-data; name="' + b"n" * 900_000 + b'"\r\n\r\nv\r\n--b--\r\n',
    ],
)
def test_a_form_of_endless_parts_is_refused(page, body):
    kind = {"content-type": "multipart/form-data; boundary=b"}
    began = perf_counter()
    for path in ("/import", "/more/restore", "/body/sore", "/profile/gear"):
        assert page.post(path, content=body, headers=kind).status_code in {400, 403, 413, 422}
    assert left_behind(page) == []
    assert perf_counter() - began < 20


# Time


def slow_request(app, path, kind, pieces):
    """The status of a request whose body comes in `pieces`, and then no more."""
    statuses = []

    async def run():
        waiting = list(pieces)

        async def receive():
            if waiting:
                return {"type": "http.request", "body": waiting.pop(0), "more_body": True}
            return await anyio.sleep_forever()

        async def send(message):
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        scope = {
            "type": "http",
            "method": "POST",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "scheme": "http",
            "http_version": "1.1",
            "server": ("127.0.0.1", 8017),
            "client": ("127.0.0.1", 5),
            "root_path": "",
            "headers": [(b"host", b"127.0.0.1:8017"), (b"content-type", kind)],
        }
        with anyio.fail_after(30):
            await app(scope, receive, send)

    run_apart(run)
    return statuses


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/api/v1/entries", b"application/json"),
        ("/body/sore", b"application/x-www-form-urlencoded"),
        ("/import", b"multipart/form-data; boundary=b"),
        ("/more/restore", b"multipart/form-data; boundary=b"),
    ],
)
def test_a_body_that_never_ends_is_given_up(page, monkeypatch, path, kind):
    monkeypatch.setattr(guard, "SOON_S", 0.3)
    monkeypatch.setattr(guard, "SILENT_S", 0.2)
    assert slow_request(page.app, path, kind, [b"--b\r\n"]) == [408]
    assert left_behind(page) == []


def test_two_hundred_who_listen_to_an_import_hold_up_nobody(page):
    one = Import(id="x", sample=False)

    async def listen(heard):
        async for event in _told(one):
            heard.append(event)

    async def run():
        heard = [[] for _ in range(200)]
        with anyio.fail_after(30):
            async with anyio.create_task_group() as group:
                for each in heard:
                    group.start_soon(listen, each)
                await anyio.to_thread.run_sync(page.app.state.desk.known)
                one.tell(state=State.DONE, read=3, last="c.fit")
        return heard

    for events in run_apart(run):
        assert events[0].startswith("event: waiting")
        assert events[-1] == f"event: done\ndata: {json.dumps({'read': 3, 'last': 'c.fit'})}\n\n"


def test_an_event_holds_no_line_of_a_files_name(page):
    one = Import(id="x", sample=False)
    one.tell(state=State.DONE, last="a\n\nevent: done\ndata: {}\n\n")

    async def first():
        return [event async for event in _told(one)]

    (event,) = run_apart(first)
    assert event.count("\n") == 3
