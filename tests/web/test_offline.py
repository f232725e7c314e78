"""What a device keeps of the page: the worker, its list, the app's name and icons; and who may see which of it."""

import json
import re
from datetime import timedelta

import pytest

from legday.web import shell


@pytest.fixture
def built(page, monkeypatch):
    """The page with a worker that says nothing of its own."""
    monkeypatch.setattr(shell, "bundle", lambda _assets: "// a worker")
    return page


def told(page) -> dict[str, object]:
    return json.loads(re.match(r"self\.legdayShell=(.*);\n", page.get("/sw.js").text)[1])


def test_the_worker_is_served_fresh_and_as_script(built):
    answer = built.get("/sw.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.text.endswith("// a worker")


def test_a_worker_that_was_not_built_is_not_there(page, monkeypatch):
    monkeypatch.setattr(shell, "bundle", lambda _assets: "")
    assert page.get("/sw.js").status_code == 404


def test_another_content_is_another_worker(built, monkeypatch):
    before = told(built)
    assert told(built) == before
    monkeypatch.setattr(shell, "bundle", lambda _assets: "// another worker")
    assert told(built)["version"] != before["version"]


def test_every_file_of_the_shell_is_there(built):
    files = told(built)["files"]
    assert any(one.startswith("/static/player.css") for one in files)
    assert [one for one in files if built.get(one).status_code != 200] == []


def test_kept_are_today_plan_the_next_14_days_their_exercises_and_figures(page):
    offline = page.get("/offline.json").json()
    known = page.app.state.desk.known()
    last = known.facts.today + timedelta(days=14)
    near = [one for one in known.plan.sessions if known.facts.today <= one.day <= last]
    assert {"/today", "/plan", "/no-line"} <= set(offline["pages"])
    assert {f"/session/{one.start:%Y-%m-%dT%H:%M}/do" for one in near} <= set(offline["pages"])
    assert {f"/exercises/{line.exercise}/moving.svg" for one in near for line in one.exercises} <= set(
        offline["figures"]
    )
    for path in (*offline["pages"], *offline["figures"]):
        assert page.get(path, follow_redirects=False).status_code == 200, path


def test_the_list_is_another_once_something_was_said(page):
    before = page.get("/offline.json").json()["mark"]
    assert page.get("/offline.json").json()["mark"] == before
    page.post("/body/sore", data={"sore": "2"})
    assert page.get("/offline.json").json()["mark"] != before


def test_a_home_without_a_runner_keeps_nothing_of_one(new_page):
    assert new_page.get("/offline.json", follow_redirects=False).status_code == 303


def test_behind_a_passphrase_only_what_says_nothing_of_a_runner_is_open(page_at, monkeypatch):
    monkeypatch.setattr(shell, "bundle", lambda _assets: "// a worker")
    page = page_at(passphrase="four words of sense")
    for path in ("/sw.js", "/manifest.webmanifest", "/no-line"):
        answer = page.get(path, follow_redirects=False)
        assert answer.status_code == 200, path
        assert "Europe/" not in answer.text
    for path in ("/offline.json", "/today", "/unsent"):
        assert page.get(path, follow_redirects=False).status_code == 303, path


def test_the_manifest_makes_it_an_app_that_begins_at_today(page):
    answer = page.get("/manifest.webmanifest")
    assert answer.headers["content-type"].startswith("application/manifest+json")
    manifest = answer.json()
    assert (manifest["start_url"], manifest["display"]) == ("/today", "standalone")
    assert [page.get(one["src"]).headers["content-type"] for one in manifest["icons"]] == [
        "image/svg+xml"
    ] * 2
    assert '<link rel="manifest" href="/manifest.webmanifest">' in page.get("/today").text


def test_pages_may_have_workers_and_manifests_of_ours_only(page):
    policy = page.get("/today").headers["content-security-policy"]
    assert "worker-src 'self'" in policy
    assert "manifest-src 'self'" in policy
    assert "unsafe" not in policy


def test_every_page_tells_its_scripts_the_time_and_the_zone(page, clock):
    text = page.get("/today").text
    facts = json.loads(re.search(r'id="line-facts">(.*?)</script>', text)[1])
    assert facts["now"] == round(clock.at.timestamp() * 1000)
    assert facts["zone"]
    assert facts["words"]["there"] == "Saved there"
