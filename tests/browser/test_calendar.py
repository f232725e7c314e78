"""The calendar of the plan in a real browser: a session is moved by keys, by mouse and by finger, looked at before it is saved."""

from playwright.sync_api import Page, expect

FIRST = "2026-11-24"
FREE = "2026-11-26"
BEFORE_LONG_RUN = "2026-11-28"


def day(page: Page, date: str):
    return page.locator(f"[data-day='{date}']")


def told(page: Page):
    return page.locator("[data-told]")


def plan(served) -> list[str]:
    return [f"{one.start:%Y-%m-%dT%H:%M}" for one in served.app.state.desk.known().plan.sessions]


def test_a_session_is_carried_by_keys_to_another_day_seen_before_it_is_saved_and_taken_back(
    served, desk_page
):
    desk_page.goto(f"{served.url}/plan")
    day(desk_page, FIRST).locator("a").focus()
    desk_page.keyboard.press("Space")
    expect(told(desk_page)).to_contain_text("Picked up")
    desk_page.keyboard.press("ArrowRight")
    desk_page.keyboard.press("ArrowRight")
    expect(told(desk_page)).to_have_text("Thu 26 Nov: 18:00 would do.")
    expect(day(desk_page, FREE).locator("a")).to_be_focused()
    desk_page.keyboard.press("Enter")
    dialog = desk_page.get_by_role("dialog", name="If you move it")
    expect(dialog).to_contain_text("Tue 24 Nov 18:00 → Thu 26 Nov 18:00")
    expect(dialog).to_contain_text("No rule that must hold forbids it.")
    assert plan(served)[0] == f"{FIRST}T18:00"
    dialog.get_by_role("button", name="Move it").press("Enter")
    note = desk_page.locator(".moved-note")
    expect(note).to_contain_text("You moved the session of Tue 24 Nov 18:00 to Thu 26 Nov 18:00.")
    assert plan(served)[0] == f"{FREE}T18:00"
    note.get_by_role("button", name="Take the move back").press("Enter")
    expect(desk_page.get_by_text("The move is taken back.")).to_be_visible()
    assert plan(served)[0] == f"{FIRST}T18:00"


def test_escape_leaves_a_session_where_it_was_and_arrows_walk_by_weeks(served, desk_page):
    desk_page.goto(f"{served.url}/plan")
    day(desk_page, FIRST).locator("a").focus()
    desk_page.keyboard.press("Space")
    desk_page.keyboard.press("ArrowDown")
    expect(day(desk_page, "2026-12-01").locator("a")).to_be_focused()
    desk_page.keyboard.press("Escape")
    expect(told(desk_page)).to_have_text("Left where it was.")
    expect(day(desk_page, FIRST).locator("a")).to_be_focused()
    expect(desk_page.locator(".would, .would-not")).to_have_count(0)
    assert plan(served)[0] == f"{FIRST}T18:00"


def test_a_session_is_dragged_with_the_mouse(served, desk_page):
    desk_page.goto(f"{served.url}/plan")
    day(desk_page, FIRST).locator(".tile").hover()
    desk_page.mouse.down()
    box = day(desk_page, FREE).bounding_box()
    desk_page.mouse.move(box["x"] + 30, box["y"] + 40, steps=5)
    expect(day(desk_page, FREE)).to_contain_class("over would")
    expect(day(desk_page, BEFORE_LONG_RUN)).to_contain_class("would-not")
    desk_page.mouse.up()
    dialog = desk_page.get_by_role("dialog")
    expect(dialog).to_contain_text("Thu 26 Nov 18:00")
    dialog.get_by_role("button", name="Move it").click()
    expect(desk_page.locator(".moved-note")).to_be_visible()
    assert plan(served)[0] == f"{FREE}T18:00"


def test_a_drop_that_a_rule_forbids_is_told_with_the_rule_and_times_that_would_do(served, desk_page):
    desk_page.goto(f"{served.url}/plan")
    before = served.store.version()
    day(desk_page, FIRST).locator(".tile").drag_to(day(desk_page, BEFORE_LONG_RUN))
    dialog = desk_page.get_by_role("dialog")
    expect(dialog).to_contain_text("Saturday 28 Nov 18:00 does not work.")
    expect(dialog.get_by_role("link", name="Fresh legs for key runs")).to_be_visible()
    expect(dialog).to_contain_text("is 13 h away, fresh legs need 24 h")
    dialog.get_by_role("button", name="Fri 27 Nov 07:00").click()
    expect(dialog).to_contain_text("No rule that must hold forbids it.")
    assert served.store.version() == before
    dialog.get_by_role("button", name="Leave it where it is").click()
    expect(dialog).not_to_be_visible()
    assert served.store.version() == before


def finger(page: Page):
    return page.context.new_cdp_session(page)


def touch(session, kind: str, *points: tuple[float, float]) -> None:
    session.send(
        "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]}
    )


def middle(page: Page, date: str) -> tuple[float, float]:
    box = day(page, date).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_finger_that_rests_on_a_session_takes_hold_of_it(served, phone_page):
    phone_page.goto(f"{served.url}/plan")
    day(phone_page, FIRST).scroll_into_view_if_needed()
    hand = finger(phone_page)
    touch(hand, "touchStart", middle(phone_page, FIRST))
    expect(phone_page.locator(".ghost")).to_be_visible()
    top = phone_page.evaluate("scrollY")
    touch(hand, "touchMove", middle(phone_page, "2026-11-25"))
    touch(hand, "touchMove", middle(phone_page, FREE))
    expect(told(phone_page)).to_have_text("Thu 26 Nov: 18:00 would do.")
    assert phone_page.evaluate("scrollY") == top
    touch(hand, "touchEnd")
    expect(phone_page.get_by_role("dialog")).to_contain_text("Thu 26 Nov 18:00")
    assert phone_page.url == f"{served.url}/plan"


def test_a_finger_that_moves_at_once_scrolls_and_one_that_taps_opens_the_day(served, phone_page):
    phone_page.goto(f"{served.url}/plan")
    day(phone_page, FIRST).scroll_into_view_if_needed()
    hand = finger(phone_page)
    x, y = middle(phone_page, FIRST)
    touch(hand, "touchStart", (x, y))
    touch(hand, "touchMove", (x, y - 40))
    touch(hand, "touchEnd")
    expect(phone_page.locator(".ghost")).to_have_count(0)
    day(phone_page, FIRST).locator("a").tap()
    phone_page.wait_for_url(f"**/plan/day/{FIRST}")


def test_without_a_connection_nothing_is_changed_and_it_is_said(served, desk_page):
    desk_page.goto(f"{served.url}/plan")
    desk_page.context.set_offline(True)
    day(desk_page, FIRST).locator("a").focus()
    desk_page.keyboard.press("Space")
    desk_page.keyboard.press("ArrowRight")
    desk_page.keyboard.press("Enter")
    expect(told(desk_page)).to_contain_text("could not be reached")
    assert plan(served)[0] == f"{FIRST}T18:00"


def test_from_right_to_left_the_left_arrow_goes_on(served, desk_page):
    desk_page.goto(f"{served.url}/plan")
    desk_page.evaluate("document.documentElement.dir = 'rtl'")
    day(desk_page, FIRST).locator("a").focus()
    desk_page.keyboard.press("Space")
    desk_page.keyboard.press("ArrowLeft")
    expect(day(desk_page, "2026-11-25").locator("a")).to_be_focused()
