"""The ground of the browser tests: a real browser sees the real page, on a phone and at a desk."""


def test_a_phone_sees_today_of_the_sample_runner(served, phone_page):
    phone_page.goto(f"{served.url}/today")
    assert phone_page.locator("h1").inner_text() == "Today"
    assert phone_page.evaluate("[innerWidth, navigator.maxTouchPoints > 0]") == [390, True]


def test_a_desk_sees_the_welcome_of_an_empty_home(served_new, desk_page):
    desk_page.goto(served_new.url)
    assert desk_page.url.endswith("/welcome")
    assert desk_page.evaluate("[innerWidth, innerHeight]") == [1280, 900]
