"""What a HEAD is answered with."""

import pytest


@pytest.mark.parametrize(
    "path", ["/today", "/exercises/squat/moving.svg", "/static/legday.css", "/api/v1/exercises"]
)
def test_a_head_tells_what_get_would_and_sends_nothing(page, path):
    whole, head = page.get(path), page.head(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.headers["content-security-policy"] == whole.headers["content-security-policy"]


def test_a_head_of_what_there_is_not_says_so(page):
    assert page.head("/exercises/squid").status_code == 404


def test_a_head_changes_nothing_and_is_guarded_as_get(page):
    assert (
        page.head("/today", headers={"host": "evil.example"}).status_code
        == page.get("/today", headers={"host": "evil.example"}).status_code
    )
    assert page.head("/api/v1/entries").status_code == page.get("/api/v1/entries").status_code
