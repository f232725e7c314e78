"""The body in a real browser: a tap tells where it hurts, and the plan answers."""

from playwright.sync_api import Page, expect


def place(page: Page, name: str):
    return page.get_by_role("link", name=name, exact=True)


def test_a_pain_told_by_tapping_the_body_changes_the_plan(served, phone_page):
    before = [one.exercises for one in served.app.state.desk.known().plan.sessions]
    phone_page.goto(f"{served.url}/body")
    place(phone_page, "Achilles tendon, left").tap()
    expect(phone_page.locator("[data-chosen]")).to_have_text("Chosen: Achilles tendon, left")
    assert phone_page.url == f"{served.url}/body"
    phone_page.locator("#score-6").tap()
    phone_page.get_by_label("The next morning", exact=True).tap()
    phone_page.get_by_role("button", name="Tell it").tap()
    expect(phone_page.locator("#answer")).to_contain_text("What changes in your plan")
    expect(place(phone_page, "Achilles tendon, left: 6")).to_be_visible()
    assert [one.exercises for one in served.app.state.desk.known().plan.sessions] != before


def test_the_side_is_that_on_which_one_taps_as_one_looks_at_it(served, phone_page):
    phone_page.goto(f"{served.url}/body")
    picture = phone_page.locator("svg.places").bounding_box()
    middle = picture["x"] + picture["width"] / 2
    right, left = (
        place(phone_page, f"Just below the kneecap, {side}").bounding_box() for side in ("right", "left")
    )
    assert right["x"] < left["x"] < middle
    left, right = (place(phone_page, f"Calf, {side}").bounding_box() for side in ("left", "right"))
    assert middle < left["x"] < right["x"]


def test_the_list_and_the_picture_agree(served, desk_page):
    desk_page.goto(f"{served.url}/body")
    desk_page.get_by_role("link", name="Choose from a list").click()
    desk_page.get_by_label("Calf", exact=True).check()
    expect(desk_page.locator("[data-chosen]")).to_have_text("Chosen: Calf, Both, or the middle")
    desk_page.get_by_label("Left", exact=True).check()
    expect(desk_page.locator("a[aria-current]")).to_have_attribute("data-place", "calf")
    place(desk_page, "Buttock, right").focus()
    desk_page.keyboard.press("Enter")
    assert desk_page.locator("input[name=place]:checked").get_attribute("value") == "buttock"
    assert desk_page.locator("input[name=side]:checked").get_attribute("value") == "right"


def test_no_place_is_smaller_than_a_target_may_be_and_the_list_has_large_ones(served, phone_page):
    phone_page.goto(f"{served.url}/body")
    sizes = phone_page.locator("svg.places a").evaluate_all(
        "all => all.map((one) => { const box = one.getBoundingClientRect(); "
        "return [one.getAttribute('aria-label'), box.width, box.height]; })"
    )
    assert len(sizes) == 35
    assert [one for one in sizes if min(one[1:]) < 24] == []
    label = phone_page.locator(".places-list label").first
    assert label.evaluate("one => getComputedStyle(one).minHeight") == "44px"


def test_without_script_a_tap_brings_the_page_with_the_place_chosen(served, new_context):
    page = new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{served.url}/body")
    place(page, "Groin, right").click()
    page.wait_for_url("**/body?place=groin&side=right#pain")
    assert page.locator("[data-chosen]").inner_text() == "Chosen: Groin, right"
    page.locator("#score-4").click()
    page.get_by_role("button", name="Tell it").click()
    assert "right, 4 of 10" in page.locator("main").inner_text()
