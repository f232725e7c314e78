"""One run looked at more closely: by mouse, by fingers, by keys and by buttons; and the drawn picture where there is no script or no screen."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from legday.model.runs import Sport
from sample_page import Served


def address(served: Served) -> str:
    recording, _ = served.store.recordings(sport=Sport.RUN)[-1]
    return f"{served.url}/runs/{recording.id}"


def view(page: Page) -> tuple[float, float]:
    """From where to where of the run is seen."""
    said = page.locator("[data-along]").evaluate("(one) => [one.dataset.from, one.dataset.to]")
    return float(said[0]), float(said[1])


@pytest.fixture
def at_the_desk(served: Served, desk_page: Page) -> Page:
    """The newest run's chart at a desk."""
    desk_page.goto(address(served))
    expect(desk_page.locator(".readout")).not_to_be_empty()
    desk_page.locator(".panels").scroll_into_view_if_needed()
    return desk_page


def test_the_mouse_draws_what_is_looked_at(at_the_desk):
    over = at_the_desk.locator(".u-over").first
    box = over.bounding_box()
    middle = box["y"] + box["height"] / 2
    at_the_desk.mouse.move(box["x"] + box["width"] * 0.25, middle)
    at_the_desk.mouse.down()
    at_the_desk.mouse.move(box["x"] + box["width"] * 0.5, middle, steps=4)
    at_the_desk.mouse.up()
    expect(at_the_desk.locator("[data-from]")).to_have_count(1)
    first, last = view(at_the_desk)
    assert last == pytest.approx(2 * first, rel=0.1)
    expect(at_the_desk.locator("#announce")).to_have_text(re.compile(r"^From \d+\.\d\d to \d+\.\d\d km$"))
    over.dblclick()
    expect(at_the_desk.get_by_role("button", name="Whole run")).to_be_disabled()


def test_buttons_go_closer_along_and_back_to_the_whole(at_the_desk):
    def press(name: str) -> None:
        at_the_desk.get_by_role("button", name=name, exact=True).press("Enter")

    press("Closer")
    first, last = view(at_the_desk)
    press("Closer")
    closer = view(at_the_desk)
    assert closer[1] - closer[0] == pytest.approx((last - first) / 2, abs=0.01)
    press("On along the way")
    assert view(at_the_desk)[0] == pytest.approx(closer[0] + (closer[1] - closer[0]) / 4, abs=0.01)
    press("Back along the way")
    press("Further away")
    assert view(at_the_desk) == pytest.approx((first, last), abs=0.02)
    whole = at_the_desk.get_by_role("button", name="Whole run")
    expect(whole).to_be_enabled()
    whole.press("Enter")
    expect(whole).to_be_disabled()


def test_keys_read_place_by_place(at_the_desk):
    place = at_the_desk.get_by_role("slider", name="Place along the way")
    place.focus()
    before = at_the_desk.locator(".readout").inner_text()
    for _ in range(20):
        at_the_desk.keyboard.press("ArrowRight")
    after = at_the_desk.locator(".readout").inner_text()
    assert after != before
    assert " km · " in after
    assert "/km" in after
    expect(place).to_have_attribute("aria-valuetext", after)


def test_two_fingers_look_closer_and_one_finger_reads(served, phone: BrowserContext, phone_page):
    phone_page.goto(address(served))
    expect(phone_page.locator(".readout")).not_to_be_empty()
    over = phone_page.locator(".u-over").first
    over.scroll_into_view_if_needed()
    box = over.bounding_box()
    y = box["y"] + box["height"] / 2
    line = phone.new_cdp_session(phone_page)

    def touch(kind: str, *shares: float) -> None:
        points = [
            {"x": box["x"] + box["width"] * share, "y": y, "id": place} for place, share in enumerate(shares)
        ]
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    before = phone_page.locator(".readout").inner_text()
    touch("touchStart", 0.45)
    expect(phone_page.locator(".readout")).not_to_have_text(before)
    touch("touchStart", 0.45, 0.55)
    touch("touchMove", 0.35, 0.65)
    touch("touchMove", 0.25, 0.75)
    touch("touchEnd")
    first, last = view(phone_page)
    assert last - first < 0.4 * (first + last)
    expect(phone_page.get_by_role("button", name="Whole run")).to_be_enabled()


def test_the_lines_take_the_colours_of_the_theme(served, new_context):
    seen = set()
    for scheme in ("light", "dark"):
        page = new_context(color_scheme=scheme, viewport={"width": 800, "height": 900}).new_page()
        page.goto(address(served))
        expect(page.locator(".readout")).not_to_be_empty()
        seen.add(page.locator(".zoomable canvas").first.evaluate("(one) => one.toDataURL()"))
    assert len(seen) == 2


def test_on_paper_and_without_script_the_drawn_picture_stands(served, at_the_desk, new_context):
    drawn = "[data-along] figure.drawn > svg"
    expect(at_the_desk.locator(drawn)).to_be_hidden()
    at_the_desk.emulate_media(media="print")
    expect(at_the_desk.locator(drawn)).to_be_visible()
    expect(at_the_desk.locator(".zoomable")).to_be_hidden()
    still = new_context(java_script_enabled=False).new_page()
    still.goto(address(served))
    expect(still.locator(drawn)).to_be_visible()


def test_where_the_places_cannot_be_had_the_drawn_picture_stays(served, desk_page):
    desk_page.route("**/along", lambda route: route.abort())
    with desk_page.expect_event("requestfailed"):
        desk_page.goto(address(served))
    expect(desk_page.locator("[data-along] figure.drawn > svg")).to_be_visible()


def test_nothing_moves_while_the_chart_comes(served, phone_page):
    phone_page.add_init_script(
        "window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries()))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    phone_page.goto(address(served))
    expect(phone_page.locator(".readout")).not_to_be_empty()
    moved = phone_page.evaluate(
        "shifts.map((one) => [one.value, ...one.sources.map((source) => source.node?.outerHTML?.slice(0, 80))])"
    )
    assert sum(one[0] for one in moved) < 0.02, moved
