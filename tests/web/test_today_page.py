"""The page Today."""


def test_the_first_page_is_today(page):
    answer = page.get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/today")
    assert "Tuesday, 24 November" in page.get("/today").text
