"""A day on the page: a pain that changes the plan and is taken back, a whole session by the plain form, without any script."""

import pytest
from playwright.sync_api import expect

from legday.model.happened import PainFelt, SessionDone
from legday.model.standing_entries import standing_entries
from legday.web.wording import wordings
from person import Person

SESSION = "2026-11-24T18:00"
WORDS = wordings()["en"]


def standing(served, kind):
    return [one for one in standing_entries(served.store.entries()) if isinstance(one, kind)]


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def who(request, new_context):
    """Someone with a phone, whose browser runs scripts or does not."""
    how = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    return Person(new_context(**how, java_script_enabled=request.param).new_page())


def exercises_of(page, url):
    page.goto(f"{url}/plan/day/2026-11-24")
    return page.locator(".lines a").all_inner_texts()


def test_a_pain_changes_the_plan_and_is_taken_back(served, who):
    page = who.page
    before = exercises_of(page, served.url)
    page.goto(f"{served.url}/today")
    who.follow(WORDS.say("today.hurts"))
    page.wait_for_url("**/body#pain")
    who.tap(page.locator("#places-list > summary"))
    who.tick("place", "achilles")
    who.tick("side", "left")
    who.tick("score", "6")
    who.press(WORDS.say("body.tell"))
    answer = page.locator("#answer")
    expect(answer).to_contain_text(WORDS.say("felt.plan_changes"))
    assert [(one.place, one.score) for one in standing(served, PainFelt)] == [("achilles", 6)]
    assert exercises_of(page, served.url) != before
    page.goto(f"{served.url}/today")
    expect(page.locator("#held-title")).to_have_text(WORDS.say("today.held_back"))
    page.goto(f"{served.url}/today")
    who.press(WORDS.say("today.undo"))
    expect(page.get_by_text(WORDS.say("felt.taken_back"))).to_be_visible()
    assert standing(served, PainFelt) == []
    assert exercises_of(page, served.url) == before


def test_a_whole_session_by_the_plain_form(served, who):
    page = who.page
    page.goto(f"{served.url}/session/{SESSION}")
    sets = page.locator(".set:has(input[type=checkbox])")
    planned = sets.count()
    first = sets.first.locator("input[inputmode]")
    first.nth(0).fill("9")
    first.nth(1).fill("7,5")
    first.nth(2).fill("1")
    last = sets.last.locator("input[type=checkbox]")
    last.uncheck()
    page.locator("#effort-7").check(force=True)
    page.locator("#minutes").fill("41")
    page.locator("#note").fill("Knees over toes, <b>slow</b>.")
    who.press(WORDS.say("session.save"))
    expect(page.locator("#done-title, .doubt")).to_be_visible()
    if page.locator(".doubt").count():
        who.press(WORDS.say("session.yes_right"))
    expect(page.locator("#done-title")).to_have_text(WORDS.say("session.done"))
    expect(page.get_by_text("Knees over toes, <b>slow</b>.")).to_be_visible()
    (done,) = standing(served, SessionDone)
    assert (done.effort, done.minutes, done.note) == (7, 41, "Knees over toes, <b>slow</b>.")
    assert (done.sets[0].reps, done.sets[0].weight_g, done.sets[0].rir) == (9, 7_500, 1)
    assert len({(one.exercise, one.side, place) for place, one in enumerate(done.sets)}) >= planned - 1
    page.goto(f"{served.url}/today")
    expect(page.get_by_text(WORDS.say("today.done"))).to_be_visible()


def test_what_cannot_be_read_comes_back_with_the_reason_and_the_rest_kept(served, who):
    page = who.page
    page.goto(f"{served.url}/session/{SESSION}")
    field = page.locator(".set").first.locator("input[inputmode]").first
    name = field.get_attribute("name")
    field.fill("many")
    page.locator("#note").fill("Kept.")
    who.press(WORDS.say("session.save"))
    wrong = page.locator(f'[name="{name}"]')
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_have_value("many")
    expect(page.locator(f"[id='{wrong.get_attribute('aria-describedby')}']")).to_have_role("alert")
    expect(page.locator("#note")).to_have_value("Kept.")
    assert standing(served, SessionDone) == []
