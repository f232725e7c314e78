"""More: languages, copies, restoring, deleting, help, and what was said."""

import re
from pathlib import Path

import pytest

from legday.actions.journal import read_journal
from legday.model.journal import AnyEntry
from legday.web.help_pages import HELP
from legday.web.pages.more import GROUPS
from legday.web.wording import wordings
from web_files import field_error, store_of
from webpage import INLINE

OTHERS = {"/body", "/exercises", "/rules"}


def name(page):
    profile = read_journal(store_of(page).entries()).profile
    return profile.name if profile else None


def test_every_link_of_more_leads_somewhere(page):
    text = page.get("/more").text
    for path, _ in (door for _, doors in GROUPS for door in doors):
        assert f'href="{path}"' in text
        if path not in OTHERS:
            assert page.get(path).status_code == 200


def test_a_chosen_language_sticks_before_what_the_browser_asks(page):
    assert 'lang="en"' in page.get("/more").text
    page.post("/more/language", data={"language": "de"})
    assert 'lang="de"' in page.get("/more", headers={"accept-language": "en"}).text
    page.post("/more/language", data={"language": "../etc"})
    assert 'lang="en"' in page.get("/more").text


def test_the_journal_is_text_to_read_back(page):
    answer = page.get("/more/journal.txt")
    assert answer.headers["content-disposition"] == 'attachment; filename="legday-journal.txt"'
    assert answer.headers["content-type"].startswith("text/plain")
    assert re.search(r"^2026-", answer.text, re.MULTILINE)


def test_a_backup_restores_what_was_deleted(page, tmp_path):
    copy = page.get("/more/backup.sqlite")
    assert copy.content.startswith(b"SQLite format 3")
    before = store_of(page).entries()
    assert page.post("/more/delete", data={"word": "Delete "}).url.path == "/more/deleted"
    assert store_of(page).entries() == ()
    assert page.get("/today").url.path == "/welcome"
    kept = list((store_of(page).home / "kept").glob("before-delete-*.sqlite"))
    assert len(kept) == 1
    sent = {"sure": "yes"}, [("file", ("my backup.sqlite", copy.content))]
    answer = page.post("/more/restore", data=sent[0], files=sent[1])
    assert answer.url.path == "/more/restored"
    assert store_of(page).entries() == before
    assert page.get("/today").url.path == "/today"
    assert list((store_of(page).home / "incoming").iterdir()) == []


def test_after_restoring_the_plan_is_that_of_the_backup(page):
    copy = page.get("/more/backup.sqlite").content
    page.get("/profile")
    page.post("/profile/about", data={"name": "Bea", "born": "1991", "body_mass": "62"})
    other = page.get("/more/backup.sqlite").content
    page.post("/more/restore", data={"sure": "yes"}, files=[("file", ("a", copy))])
    page.post("/profile/about", data={"name": "Cleo", "born": "1991", "body_mass": "62"})
    assert "Cleo" in page.get("/profile").text
    page.post("/more/restore", data={"sure": "yes"}, files=[("file", ("b", other))])
    assert "Bea" in page.get("/profile").text


@pytest.mark.parametrize(
    ("data", "files", "field"),
    [
        ({"sure": "yes"}, [("file", ("x.sqlite", b"no database"))], "file"),
        ({"sure": "yes"}, [("file", ("", b""))], "file"),
        ({}, [("file", ("x.sqlite", b"SQLite format 3"))], "sure"),
    ],
)
def test_a_restore_that_cannot_be_changes_nothing(page, data, files, field):
    answer = page.post("/more/restore", data=data, files=files)
    assert answer.status_code == 422
    assert field_error(answer, field)
    assert name(page) == "Ana"


@pytest.mark.parametrize(
    ("language", "wrong", "right"), [("en", "löschen", "delete"), ("de", "delete", "Löschen")]
)
def test_deleting_asks_for_its_word(page, language, wrong, right):
    page.cookies.set("language", language)
    answer = page.post("/more/delete", data={"word": wrong})
    assert answer.status_code == 422
    assert field_error(answer, "word")
    assert name(page) == "Ana"
    page.post("/more/delete", data={"word": right})
    assert name(page) is None


def test_nothing_is_deleted_or_restored_while_files_are_read(page):
    copy = page.get("/more/backup.sqlite").content
    with page.app.state.imports.held_off():
        deleted = page.post("/more/delete", data={"word": "delete"})
        restored = page.post("/more/restore", data={"sure": "yes"}, files=[("file", ("a", copy))])
    assert (deleted.status_code, restored.status_code) == (409, 409)
    assert "are being read right now" in field_error(deleted, "word") + field_error(restored, "file")
    assert name(page) == "Ana"


@pytest.mark.parametrize("language", sorted(wordings()))
@pytest.mark.parametrize("one", HELP)
def test_help_is_there_in_every_language(page, language, one):
    page.cookies.set("language", language)
    text = page.get(f"/help/{one}").text
    assert re.search(r"<(li|p)>", text)
    assert text.count("<h1>") == 1
    assert page.get("/help/../../etc/passwd").status_code == 404
    assert page.get("/help/nothing").url.path == "/help"


def test_the_news_is_the_changelog(page):
    text = page.get("/news").text
    assert "<h2>0.1.0</h2>" in text
    assert text.count("<h1>") == 1


def test_every_kind_of_entry_has_a_name():
    tags = {one.__dataclass_fields__["tag"].default for one in _members(AnyEntry)}
    assert {f"history.kind.{tag}" for tag in tags} <= set(wordings()["en"].texts)


def _members(union):
    inner = getattr(union, "__args__", ())
    return [one for part in inner for one in _members(part)] if inner else [union]


def test_the_last_thing_said_is_taken_back_and_brought_back(page):
    page.post("/profile/about", data={"name": "Bea", "born": "1991", "body_mass": "62"})
    shown = page.get("/history").text
    (last,) = re.findall(r'action="/history/undo".*?name="id" value="([^"]+)"', shown, re.DOTALL)
    answer = page.post("/history/undo", data={"id": last})
    assert "It no longer counts" in answer.text
    assert name(page) == "Ana"
    (taken,) = re.findall(r'name="id" value="([^"]+)"><input type="hidden" name="what"', answer.text)
    again = page.post("/history/undo", data={"id": taken, "what": "bring-back"})
    assert "It counts again" in again.text
    assert name(page) == "Bea"


def test_what_is_no_longer_the_last_is_not_taken(page):
    shown = page.get("/history").text
    (last,) = re.findall(r'name="id" value="([^"]+)"', shown)
    page.post("/profile/about", data={"name": "Bea", "born": "1991", "body_mass": "62"})
    answer = page.post("/history/undo", data={"id": last})
    assert answer.status_code == 409
    assert name(page) == "Bea"


def test_the_only_profile_cannot_be_taken_back(new_page):
    new_page.post("/welcome/you", data={"name": "Mia"})
    assert "Take it back" not in new_page.get("/history").text
    id_ = str(store_of(new_page).entries()[0].id)
    assert new_page.post("/history/undo", data={"id": id_}).status_code == 409
    assert name(new_page) == "Mia"


def test_no_page_of_ours_has_script_or_style_of_its_own(page):
    paths = [path for _, doors in GROUPS for path, _ in doors if path not in OTHERS and "." not in path]
    paths += [
        f"/profile/{one}"
        for one in ("about", "running", "openings", "gear", "races", "health", "style", "taste", "place")
    ]
    paths += [
        "/welcome",
        "/import",
        *(f"/welcome/{one}" for one in ("you", "runs", "week", "openings", "gear", "safety", "race", "plan")),
    ]
    for path in paths:
        text = page.get(path).text
        assert not INLINE.search(text), path
        assert len(re.findall(r"<h1>", text)) == 1, path
        assert "http://" not in text.replace("http://127.0.0.1", ""), path


def test_every_field_has_a_label(page):
    for path in (
        "/welcome/you",
        "/welcome/week",
        "/welcome/openings",
        "/welcome/gear",
        "/profile/running",
        "/import",
        "/more/restore",
    ):
        text = page.get(path).text
        ids = set(re.findall(r'<(?:input|select)[^>]* id="([^"]+)"', text))
        labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', text))
        wrapped = {
            one
            for label in re.findall(r"<label[^>]*>(.*?)</label>", text, re.DOTALL)
            for one in re.findall(r' id="([^"]+)"', label)
        }
        assert ids - labelled - wrapped == set(), path


def test_templates_never_trust_stored_text():
    folder = Path(__file__).resolve().parents[2] / "src" / "legday" / "web" / "templates"
    assert [path.name for path in folder.glob("*.html") if "|safe" in path.read_text().replace(" ", "")] == []
