"""Links and forms answer without the page being loaded anew: where the eye, the keyboard and the history are afterwards, and what is kept when it fails."""

import re

import pytest
from playwright.sync_api import Page, expect

from legday.model.happened import SorenessFelt
from sample_page import Served

SORE = 'button[name="sore"][value="4"]'


@pytest.fixture
def faults(phone_page: Page) -> list[str]:
    """What the browser complained of while the test ran."""
    found: list[str] = []
    phone_page.on("pageerror", lambda error: found.append(str(error)))
    phone_page.on(
        "console",
        lambda said: said.type == "error" and "icon" not in said.location["url"] and found.append(said.text),
    )
    return found


def marked(page: Page) -> Page:
    """A page that can be told from one that was loaded after it."""
    page.evaluate("window.kept = true")
    return page


def is_kept(page: Page) -> bool:
    return page.evaluate("window.kept === true")


def soreness(served: Served) -> list[int]:
    return [one.score for one in served.store.entries() if isinstance(one, SorenessFelt)]


def test_a_tab_is_shown_from_its_top_with_its_title_its_mark_and_its_styles(served, phone_page, faults):
    phone_page.goto(f"{served.url}/today")
    marked(phone_page).mouse.wheel(0, 600)
    phone_page.click('.tabs a[href="/legs"]')
    expect(phone_page).to_have_title(re.compile("^Legs"))
    expect(phone_page.locator("h1")).to_be_focused()
    expect(phone_page.locator(".tabs [aria-current]")).to_have_text("Legs")
    styles = phone_page.evaluate(
        "[...document.styleSheets].map((one) => one.href.match(/static.(.+)[?]/)[1])"
    )
    assert styles == ["legday.css", "pictures.css", "legs.css"]
    assert is_kept(phone_page)
    assert phone_page.evaluate("scrollY") == 0
    assert phone_page.url == f"{served.url}/legs"
    assert faults == []


def test_back_and_forward_show_what_was_there(served, phone_page):
    phone_page.goto(f"{served.url}/today")
    marked(phone_page).click('.tabs a[href="/more"]')
    expect(phone_page.locator("h1")).to_have_text("More")
    phone_page.go_back()
    expect(phone_page.locator("h1")).to_have_text("Today")
    phone_page.go_forward()
    expect(phone_page.locator("h1")).to_have_text("More")
    expect(phone_page.locator(".tabs [aria-current]")).to_have_text("More")
    assert is_kept(phone_page)


def test_an_answer_of_one_tap_is_kept_once_and_what_follows_from_it_is_brought_into_view(
    served, phone_page, faults
):
    phone_page.goto(f"{served.url}/today")
    marked(phone_page).locator(SORE).scroll_into_view_if_needed()
    phone_page.locator(SORE).dblclick()
    answer = phone_page.locator("#answer")
    expect(answer).to_be_focused()
    expect(answer).to_be_in_viewport()
    assert soreness(served) == [4]
    assert is_kept(phone_page)
    assert faults == []


def test_a_filter_leaves_eye_and_keyboard_where_they_are(served, desk_page):
    desk_page.goto(f"{served.url}/rules")
    chip = marked(desk_page).locator(".filters a").nth(1)
    chip.focus()
    desk_page.keyboard.press("Enter")
    expect(chip).to_have_attribute("aria-current", "true")
    expect(chip).to_be_focused()
    assert is_kept(desk_page)


def test_what_a_rule_would_change_is_shown_beside_it(served, phone_page):
    phone_page.goto(f"{served.url}/rules/leg-spacing")
    number = marked(phone_page).locator('input[name="value"]').first
    number.fill(number.get_attribute("max") or "")
    number.press("Enter")
    expect(phone_page.locator("#preview")).to_be_in_viewport()
    assert is_kept(phone_page)


def test_a_form_that_is_refused_stays_as_it_was_typed(served, phone_page):
    phone_page.goto(f"{served.url}/profile/about")
    marked(phone_page).fill('[name="body_mass"]', "as always")
    phone_page.locator('[name="body_mass"]').press("Enter")
    expect(phone_page.locator('[name="body_mass"]')).to_have_attribute("aria-invalid", "true")
    assert phone_page.input_value('[name="body_mass"]') == "as always"
    assert phone_page.url == f"{served.url}/profile/about"
    assert is_kept(phone_page)


def test_what_is_said_without_a_line_is_kept_here_and_sent_by_itself_once(served, phone_page):
    phone_page.goto(f"{served.url}/today")
    phone_page.context.set_offline(True)
    phone_page.locator(SORE).dblclick()
    expect(phone_page.locator("#notice")).to_contain_text("Saved here.")
    assert soreness(served) == []
    phone_page.context.set_offline(False)
    expect(phone_page.locator("#line")).to_contain_text("Saved there")
    assert soreness(served) == [4]


def test_a_form_that_cannot_be_sent_keeps_what_was_typed_and_can_be_sent_again(served, new_context):
    """No worker keeps pages here: what cannot be reached is told on the page that asked for it."""
    page = new_context(service_workers="block").new_page()
    page.goto(f"{served.url}/profile/about")
    page.fill('[name="name"]', "Somebody else")
    page.context.set_offline(True)
    page.locator('[name="name"]').press("Enter")
    expect(page.locator("#notice")).to_contain_text("could not be sent, and nothing was changed")
    page.click('.tabs a[href="/legs"]')
    expect(page.locator("#notice")).to_contain_text("could not be reached")
    page.context.set_offline(False)
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator('[name="name"]').press("Enter")
    expect(page.locator("#notice")).to_be_empty()
    page.goto(f"{served.url}/profile/about")
    assert page.input_value('[name="name"]') == "Somebody else"


def test_a_form_that_is_not_taken_says_why_and_stays(served, phone_page):
    phone_page.goto(f"{served.url}/profile/about")
    phone_page.fill('[name="name"]', "Somebody else")
    phone_page.evaluate("document.querySelectorAll('[name=csrf]').forEach((one) => { one.value = '0' })")
    phone_page.locator('[name="name"]').press("Enter")
    expect(phone_page.locator("#notice")).to_contain_text("This form is not from here")
    assert phone_page.input_value('[name="name"]') == "Somebody else"


def test_an_address_that_is_not_there_is_a_kind_page(served, phone_page):
    phone_page.goto(f"{served.url}/today")
    phone_page.evaluate("document.querySelector('.tabs a').href = '/nowhere'")
    marked(phone_page).click(".tabs a >> nth=0")
    expect(phone_page.locator("h1")).to_have_text("This page does not exist")
    assert is_kept(phone_page)


def test_another_language_is_another_page(served, phone_page):
    phone_page.goto(f"{served.url}/more")
    phone_page.locator('select[name="language"], button[name="language"][value="de"]').first.wait_for()
    if phone_page.locator('select[name="language"]').count():
        phone_page.select_option('select[name="language"]', "de")
        phone_page.locator('form[action="/more/language"] button').click()
    else:
        phone_page.click('button[name="language"][value="de"]')
    expect(phone_page.locator("html")).to_have_attribute("lang", "de")
    expect(phone_page.locator("h1")).to_have_text("Mehr")


def test_a_page_with_a_script_of_its_own_is_loaded_and_left_as_a_whole(served, phone_page):
    phone_page.goto(f"{served.url}/runs")
    marked(phone_page).locator(".runs a").first.click()
    expect(phone_page.locator(".zoomable")).to_be_visible()
    assert not is_kept(phone_page)
    marked(phone_page).click('.tabs a[href="/runs"]')
    expect(phone_page.locator("h1")).to_have_text("Runs")
    assert not is_kept(phone_page)


def test_without_script_the_same_forms_do_the_same(served, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{served.url}/today")
    page.locator(SORE).click()
    expect(page.locator("#answer")).to_be_visible()
    assert soreness(served) == [4]
