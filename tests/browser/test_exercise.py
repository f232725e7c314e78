"""The figure of an exercise in a real browser: slowed, stopped, gone through pose by pose, still where stillness is asked for."""

from playwright.sync_api import Page, expect

AT = "document.querySelector('svg.figure-moving').getCurrentTime()"


def moved_in(page: Page, milliseconds: int) -> float:
    """How many seconds of its round the figure went in this time of the page."""
    return page.evaluate(
        f"""async () => {{
          const round = JSON.parse(document.querySelector("[data-round]").textContent).seconds;
          const start = performance.now(), from = {AT};
          let now = start;
          while (now - start < {milliseconds}) now = await new Promise(requestAnimationFrame);
          return [(({AT} - from) + round) % round, (now - start) / 1000];
        }}"""
    )


def test_a_figure_is_slowed_and_stopped(served, desk_page):
    desk_page.goto(f"{served.url}/exercises/squat")
    gone, passed = moved_in(desk_page, 600)
    assert 0.7 * passed <= gone <= 1.3 * passed
    desk_page.get_by_label("A quarter").check()
    gone, passed = moved_in(desk_page, 800)
    assert 0.15 * passed <= gone <= 0.35 * passed
    desk_page.get_by_role("button", name="Stop").click()
    assert moved_in(desk_page, 200)[0] == 0
    desk_page.get_by_role("button", name="Go on").click()
    assert moved_in(desk_page, 400)[0] > 0


def test_a_figure_goes_from_pose_to_pose(served, phone_page):
    phone_page.goto(f"{served.url}/exercises/squat")
    told = phone_page.locator("[data-pose]")
    phone_page.get_by_role("button", name="Next pose").tap()
    first = phone_page.evaluate(AT)
    expect(told).to_contain_text("of 2")
    was = told.inner_text()
    phone_page.get_by_role("button", name="Next pose").tap()
    expect(told).not_to_have_text(was)
    phone_page.get_by_role("button", name="Pose before").tap()
    expect(told).to_have_text(was)
    assert phone_page.evaluate(AT) == first


def test_where_stillness_is_asked_for_the_figure_starts_stopped(served, new_context):
    page = new_context(reduced_motion="reduce").new_page()
    page.goto(f"{served.url}/exercises/squat")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    expect(page.locator("[data-pose]")).to_have_text("Pose 1 of 2")
    assert moved_in(page, 200)[0] == 0
    page.get_by_role("button", name="Go on").click()
    assert moved_in(page, 300)[0] > 0


def test_without_script_the_poses_are_there_as_ever(served, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{served.url}/exercises/squat")
    expect(page.locator(".player")).not_to_be_visible()
    page.get_by_role("link", name="Show still poses").click()
    expect(page.locator("svg.figure-strip")).to_be_visible()
