"""What was said is seen by every page at once, whoever said it: a page that was looked at before shows what one opened just now shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import legday
from legday.catalogue.reader import read_catalogue
from legday.store import open_store
from legday.web import create_app
from legday.web.ahead import ahead_of
from page_paths import LONG, paths_of
from sample_page import FixedClock
from webpage import Browser, form_token

PAIN = {
    "tag": "pain-felt",
    "id": "0193a5b0-0000-7000-8000-000000000001",
    "at": "2026-11-24T06:30:00Z",
    "day": "2026-11-24",
    "place": "achilles",
    "score": 6,
}
OLD = {**PAIN, "id": "01900000-0000-7000-8000-000000000001", "at": "2026-01-24T06:30:00Z"}
SOURCES = str(Path(legday.__file__).parent.parent)
TAKEN = re.compile(r'name="csrf" value="\w+"|"ms":[0-9.]+')
MADE_ANEW = {"/more/backup.sqlite", "/plan.ics"}
"""Files that hold the moment they were made."""


def terminal(page, *words):
    """Another process: the terminal over the same home."""
    home = str(page.app.state.desk.store.home)
    command = [sys.executable, "-m", "legday.cli.main", "--home", home, *words]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": SOURCES})


def by_the_api(page):
    assert page.post("/api/v1/entries", json=[PAIN]).json()["answers"][0]["outcome"] == "stored"


def by_the_api_late(page):
    """From a phone that had no signal: made long before the last that was said."""
    assert page.post("/api/v1/entries", json=[OLD]).json()["answers"][0]["outcome"] == "stored"


def by_a_form(page):
    assert page.post("/body/hurt", data={"place": "achilles", "score": "6"}).status_code == 200


def by_another_process(page):
    terminal(page, "hurt", "achilles", "6", "--today", "2026-11-24")


def by_a_profile(page):
    assert (
        page.post("/profile/about", data={"name": "Bo", "born": "1981", "body_mass": "70"}).status_code == 200
    )


def by_undoing_in_another_process(page):
    by_the_api(page)
    page.get("/today")
    terminal(page, "undo")


def by_a_backup_put_back_as_large_as_what_was_there(page):
    """Another process puts a backup back and says something else: as many entries as before, and other ones."""
    backup = page.app.state.desk.store.home.parent / "copy.sqlite"
    terminal(page, "backup", str(backup))
    by_the_api(page)
    page.get("/today")
    terminal(page, "restore", str(backup))
    terminal(page, "sore", "5", "--today", "2026-11-24")


WAYS = (
    by_the_api,
    by_the_api_late,
    by_a_form,
    by_another_process,
    by_a_profile,
    by_undoing_in_another_process,
    by_a_backup_put_back_as_large_as_what_was_there,
)


def shown(page, paths):
    """Every page as it is shown, without what is another one each time."""
    found = {path: page.get(path) for path in paths}
    assert {answer.status_code for answer in found.values()} == {200}
    return {path: TAKEN.sub("", answer.text) for path, answer in found.items()}


def paths_to_look_at(page):
    paths = paths_of(page.app, page.app.state.desk.store)
    return [one for one in paths if one not in MADE_ANEW and one not in LONG[:1]]


def opened_just_now(page, paths):
    """The pages of an app that knows nothing yet, over the same home, for the same browser."""
    with open_store(page.app.state.desk.store.home) as store:
        app = create_app(store, read_catalogue(), clock=FixedClock(made=9_000), keys=page.app.state.door.keys)
        fresh = Browser(app, base_url="http://127.0.0.1:8017")
        fresh.cookies = page.cookies
        return shown(fresh, paths)


@pytest.mark.parametrize("way", WAYS)
def test_every_page_shows_at_once_what_was_said(page, way):
    form_token(page)
    paths = paths_to_look_at(page)
    before = shown(page, paths)
    way(page)
    now = shown(page, paths)
    assert now == opened_just_now(page, paths)
    assert now["/history"] != before["/history"]


def test_what_is_worked_out_ahead_is_what_would_have_been_worked_out(page):
    form_token(page)
    paths = paths_to_look_at(page)
    with ahead_of(page.app.state.desk):
        by_the_api(page)
        assert shown(page, paths) == opened_just_now(page, paths)
        by_a_profile(page)
        assert shown(page, paths) == opened_just_now(page, paths)


def test_what_is_worked_out_ahead_ends_with_the_page_and_needs_nobody_known(new_page):
    with ahead_of(new_page.app.state.desk):
        assert new_page.get("/welcome").status_code == 200
        new_page.app.state.desk.written()
