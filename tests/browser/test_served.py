"""The ground of the browser tests: a real browser sees the real page, on a phone and at a desk."""


def test_a_phone_sees_today_of_the_sample_runner(served, phone_page):
    phone_page.goto(f"{served.url}/today")
    assert phone_page.locator("h1").inner_text() == "Today"
    assert phone_page.evaluate("[innerWidth, navigator.maxTouchPoints > 0]") == [390, True]


def test_a_desk_sees_the_welcome_of_an_empty_home(served_new, desk_page):
    desk_page.goto(served_new.url)
    assert desk_page.url.endswith("/welcome")
    assert desk_page.evaluate("[innerWidth, innerHeight]") == [1280, 900]


def test_the_letters_are_the_same_on_every_machine(desk_page):
    desk_page.set_content("<p style='font: 16px system-ui, sans-serif'>Legs</p>")
    session = desk_page.context.new_cdp_session(desk_page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "p"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert [one["familyName"] for one in fonts] == ["DejaVu Sans"]
