"""Files dropped on the page."""

import io
import json
import zipfile
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest
from fastapi import Request
from starlette.requests import ClientDisconnect

from legday.model.errors import InputError, StoreError
from legday.model.runs import Sport
from legday.reading.limits import Limits
from legday.web.uploads import INCOMING, receive
from legday.writing.sample import sample_files
from own_loop import run_apart
from web_files import TODAY, dropped, field_error, store_of
from webpage import form_token

FILES = list(sample_files(until=TODAY - timedelta(days=1), weeks=4))
ICS = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\n"
    b"DTSTART;VALUE=DATE:20261201\r\nSUMMARY:Easy 8 km\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
STRENGTH = (
    b"Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    b'2026-11-10 18:00:00,"Legs",45m,"Squat (Barbell)",1,60,8,0,0,"","",\n'
    b'2026-11-10 18:00:00,"Legs",45m,"Squat (Barbell)",2,60,8,0,0,"","",\n'
)


def left_behind(page):
    folder = store_of(page).home / INCOMING
    return sorted(folder.iterdir()) if folder.exists() else []


def runs(page):
    return len(store_of(page).recordings(sport=Sport.RUN))


def test_twenty_files_at_once(new_page):
    answer = dropped(new_page, FILES[:20])
    assert runs(new_page) >= 14
    assert f"<strong>{runs(new_page)}</strong>" in answer.text
    assert left_behind(new_page) == []


def test_a_whole_archive_and_the_same_again(new_page):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in FILES[:6]:
            archive.writestr(f"activities/{name}", data)
        archive.writestr("activities/broken.fit", b"no run at all")
        archive.writestr("../outside.gpx", b"<gpx/>")
    answer = dropped(new_page, [("export.zip", packed.getvalue())])
    known = runs(new_page)
    assert known >= 5
    assert "export.zip/activities/broken.fit" in answer.text
    assert "its path leads out of the archive" in answer.text
    assert "known already" in dropped(new_page, [("again.zip", packed.getvalue())]).text
    assert runs(new_page) == known


def test_a_file_that_is_no_recording_is_told_with_its_reason(new_page):
    answer = dropped(new_page, [("holiday.jpg", b"\xff\xd8 a picture"), FILES[0]])
    assert "One file was not read" in answer.text
    assert "neither FIT nor GPX nor TCX" in answer.text
    assert runs(new_page) == 1


def test_names_are_shown_and_never_used(new_page, tmp_path):
    markup = "<script>alert(1)</script>.fit"
    answer = dropped(
        new_page, [("../../evil.gpx", b"x"), (markup, b"y"), ("..\\up.tcx", b"z"), ("a/b.fit", FILES[0][1])]
    )
    assert "<script>" not in answer.text
    assert "script&gt;.fit" in answer.text
    assert "evil.gpx" in answer.text
    assert "../" not in answer.text
    assert not list(tmp_path.rglob("*evil*")) + list(tmp_path.rglob("*up.tcx"))


def test_too_much_at_once_is_refused_and_nothing_is_kept(new_page):
    new_page.app.state.limits = Limits(upload_bytes=10_000)
    answer = new_page.post("/import", files=[("files", ("big.fit", b"x" * 20_000))])
    assert answer.status_code == 413
    assert "more than fits at once" in field_error(answer, "files")
    assert left_behind(new_page) == []


def test_too_many_files_at_once_are_refused(new_page):
    new_page.app.state.limits = Limits(upload_files=2)
    answer = new_page.post("/import", files=[("files", (f"{number}.fit", b"x")) for number in range(3)])
    assert answer.status_code == 413
    assert left_behind(new_page) == []


def test_one_recording_too_large_does_not_cost_the_others(new_page):
    new_page.app.state.limits = Limits(file_bytes=len(FILES[0][1]) + 10)
    answer = dropped(new_page, [("film.fit", b"x" * (len(FILES[0][1]) + 100_000)), FILES[0]])
    assert "film.fit" in answer.text
    assert "larger than" in answer.text
    assert runs(new_page) == 1


@pytest.mark.parametrize(
    ("data", "files"), [({"next": ""}, [("files", ("", b""))]), ({"next": ""}, [("files", ("", b"x"))])]
)
def test_no_file_chosen_is_told_beside_the_field(new_page, data, files):
    answer = new_page.post("/import", data=data, files=files)
    assert answer.status_code == 422
    assert left_behind(new_page) == []


def test_what_is_no_form_is_refused(new_page):
    assert new_page.post("/import", content=b"x", headers={"content-type": "text/plain"}).status_code == 422


def test_a_form_without_its_end_leaves_nothing_behind(new_page):
    token = f'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{form_token(new_page)}\r\n'.encode()
    whole = token + b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.fit"\r\n\r\nhalf a fi'
    answer = new_page.post(
        "/import", content=whole, headers={"content-type": "multipart/form-data; boundary=b"}
    )
    assert answer.status_code == 422
    assert left_behind(new_page) == []


def test_an_upload_that_stops_midway_leaves_nothing_behind(tmp_path):
    head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.fit"\r\n\r\nhalf'
    seen: list[int] = []

    async def upload() -> None:
        parts = [{"type": "http.request", "body": head, "more_body": True}, {"type": "http.disconnect"}]

        async def told():
            seen.append(len(list((tmp_path / INCOMING).rglob("*"))))
            return parts.pop(0)

        scope = {
            "type": "http",
            "method": "POST",
            "headers": [(b"content-type", b"multipart/form-data; boundary=b")],
        }
        await receive(Request(scope, told), home=tmp_path)

    with pytest.raises(ClientDisconnect):
        run_apart(upload)
    assert seen == [1, 2]
    assert list((tmp_path / INCOMING).iterdir()) == []


def test_a_check_that_forbids_the_form_stops_it_before_a_file_is_written(tmp_path):
    body = (
        b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nforged\r\n'
        b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.fit"\r\n\r\nx\r\n--b--\r\n'
    )

    def forbidden(fields):
        raise InputError(value=fields["csrf"], place="form", problem="is not ours")

    async def upload() -> None:
        async def told():
            return {"type": "http.request", "body": body, "more_body": False}

        scope = {
            "type": "http",
            "method": "POST",
            "headers": [(b"content-type", b"multipart/form-data; boundary=b")],
        }
        await receive(Request(scope, told), home=tmp_path, allowed=forbidden)

    with pytest.raises(InputError, match="forged"):
        run_apart(upload)
    assert list((tmp_path / INCOMING).iterdir()) == []


def test_what_a_killed_server_left_is_swept_away(new_page):
    dead = store_of(new_page).home / INCOMING / "999999999-left"
    dead.mkdir(parents=True)
    (dead / "00000").write_bytes(b"half")
    dropped(new_page, [FILES[0]])
    assert left_behind(new_page) == []


def test_run_plans_and_strength_logs_are_told_from_each_other(new_page):
    new_page.post("/welcome/you", data={"skip": "yes"})
    weeks = b"week,mon,sun\n1,Rest,Long 15 km\n2,Easy 6 km,Long 17 km\n"
    answer = dropped(
        new_page, [("race.ics", ICS), ("strong.csv", STRENGTH), ("weeks.csv", weeks)], start="2026-11-30"
    )
    assert "One run to come" in answer.text
    assert "set counted" in answer.text or "sets counted" in answer.text
    assert "runs to come" in answer.text
    tags = [entry.tag for entry in store_of(new_page).entries()]
    assert (tags.count("run-plan-added"), tags.count("session-done")) == (2, 1)


def test_a_run_plan_before_anyone_said_who_they_are_is_told_what_it_needs(new_page):
    assert "say who you are first" in dropped(new_page, [("race.ics", ICS)]).text


def test_a_first_week_that_is_no_date_is_told_beside_its_field(new_page):
    answer = new_page.post("/import", data={"start": "soon"}, files=[("files", ("race.ics", ICS))])
    assert "date" in field_error(answer, "start")
    assert left_behind(new_page) == []


def test_the_progress_looks_again_by_itself_until_it_is_over(new_page):
    imports = new_page.app.state.imports
    with imports._alone:
        answer = new_page.post("/import", files=[("files", FILES[0])])
        assert '<meta http-equiv="refresh" content="2">' in answer.text
        assert "Waiting to read" in answer.text
    imports.wait()
    assert "http-equiv" not in new_page.get(str(answer.url)).text


def test_the_events_of_an_import_end_with_how_it_ended(new_page):
    answer = new_page.post("/import", files=[("files", file) for file in FILES[:3]])
    id_ = answer.url.path.rpartition("/")[2]
    with new_page.stream("GET", f"/api/v1/imports/{id_}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in stream.iter_lines() if line]
    assert lines[-2] == "event: done"
    assert json.loads(lines[-1].removeprefix("data: "))["read"] == 3


def test_an_import_that_nobody_knows_is_said_kindly(new_page):
    assert "started anew" in new_page.get("/import/ffff").text
    answer = new_page.get("/api/v1/imports/ffff/events")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_an_import_leads_only_to_pages_of_ours(new_page):
    answer = dropped(new_page, [FILES[0]], next="//evil.example")
    assert "evil" not in answer.text
    assert "evil" not in new_page.get(f"{answer.url.path}?next=//evil.example").text


def test_a_reader_that_fails_is_told(new_page, monkeypatch):
    def full(*_args, **_more):
        raise StoreError(place="home", problem="the disk is full")

    monkeypatch.setattr(import_module("legday.web.pages.bring"), "bring", full)
    answer = dropped(new_page, [FILES[0]])
    assert "Reading stopped" in answer.text
    assert "the disk is full" in answer.text
    assert left_behind(new_page) == []


def test_names_of_files_hold_no_path_of_this_machine(new_page):
    answer = dropped(new_page, [("broken.fit", b"nothing")])
    assert str(Path(store_of(new_page).home)) not in answer.text
