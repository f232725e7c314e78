"""Under which addresses the page's own files are loaded, how long they are kept, and what travels packed."""

import re
from pathlib import Path

import pytest

from legday.web.assets import Assets
from legday.web.form_tokens import FIELD
from webpage import TOKEN

STATIC = Path(__file__).parents[2] / "src" / "legday" / "web" / "static"
TEMPLATES = STATIC.parent / "templates"
LINKED = re.compile(r'(?:href|src)="(/static/[^"]+)"')
FOR_GOOD = "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/today", "/plan", "/runs", "/legs", "/more", "/import", "/welcome"])
def test_every_file_of_a_page_is_kept_for_good_under_an_address_of_its_content(page, path):
    linked = LINKED.findall(page.get(path).text)
    assert len(linked) >= 2
    for address in linked:
        answer = page.get(address)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, FOR_GOOD), address


def test_no_template_names_a_file_without_its_content():
    found = [
        one.name for one in TEMPLATES.glob("*.html") if re.search(r'(href|src)="/static', one.read_text())
    ]
    assert found == []


@pytest.mark.parametrize("query", ["", "?v=", "?v=0123456789ab", "?v=é", "?w=1"])
def test_under_any_other_address_a_file_is_asked_for_again(page, query):
    answer = page.get(f"/static/legday.css{query}")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")


def test_what_is_not_there_is_not_kept(page):
    address = page.app.state.paper.assets.url("legday.css").replace("legday.css", "nowhere.css")
    assert page.get(address).headers["cache-control"] == "no-store"


def test_a_file_that_changes_gets_another_address_at_once(tmp_path):
    file = tmp_path / "a.css"
    file.write_text("a { color: red }")
    assets = Assets(tmp_path)
    before = assets.url("a.css")
    file.write_text("a { color: green }")
    assert assets.url("a.css") != before
    assert not assets.is_current("a.css", before.partition("=")[2])


@pytest.mark.parametrize("name", ["nowhere.css", "../app.py", "/etc/hostname", "", "a\0b", "built"])
def test_what_is_no_file_of_the_folder_has_no_address(name):
    with pytest.raises(KeyError):
        Assets(STATIC).url(name)


def test_a_page_stands_without_the_scripts_that_were_not_built(tmp_path):
    assert Assets(tmp_path).script("page") == ""
    assert Assets(tmp_path).style("run") == ""


def test_the_scripts_were_built():
    assert Assets(STATIC).script("page", everywhere=True), "maybe: make bundles"


def test_text_travels_packed_and_says_so(page):
    for path in ("/today", "/api/v1/rules", "/static/legday.css", "/static/built/page.js"):
        answer = page.get(path, headers={"accept-encoding": "gzip"})
        assert answer.headers["content-encoding"] == "gzip", path
        assert answer.headers["vary"] == "Accept-Encoding"
        assert "content-encoding" not in page.get(path, headers={"accept-encoding": "identity"}).headers


@pytest.mark.parametrize("site", ["cross-site", "same-site", "whatever"])
def test_what_another_site_asked_for_is_not_packed(page, site):
    headers = {"accept-encoding": "gzip", "sec-fetch-site": site}
    assert "content-encoding" not in page.get("/today", headers=headers).headers


def test_the_token_of_a_form_is_written_another_way_on_each_page_and_taken_each_time(page):
    first, second = (set(TOKEN.findall(page.get("/today").text)) for _ in range(2))
    assert len(first) == len(second) == 1
    assert first != second
    for token in (*first, *second):
        assert (
            page.request("POST", "/sign-out", data={FIELD: token}, follow_redirects=False).status_code == 303
        )


def test_a_token_that_was_tampered_with_is_refused(page):
    (token,) = set(TOKEN.findall(page.get("/today").text))

    for wrong in (
        token[:-1] + ("0" if token[-1] != "0" else "1"),
        token[:32] * 2,
        "0" * 64,
        token.upper(),
    ):
        assert page.request("POST", "/sign-out", data={FIELD: wrong}).status_code == 403
