"""The rules: each with its numbers and where they come from, and a number of the runner's own with what it changes."""

import html
import re

import pytest

from house_ground import ROOT
from legday.catalogue.reader import read_catalogue
from legday.web.wording import wordings
from web_forms import form_with

BOOK = read_catalogue().rulebook.rules
SPACING = "/rules/leg-spacing"
HOURS = {"number": "hours"}


def plain(answer):
    return html.unescape(" ".join(re.sub(r"<[^>]+>", "", answer.text).split()))


def shown(answer):
    return re.findall(r'<section class="card rule" id="([a-z-]+)">', answer.text)


def own(page):
    return page.app.state.desk.known().facts.profile.rule_numbers


def test_every_rule_is_told_in_words_with_its_level_and_how_it_is_known(page):
    answer = page.get("/rules")
    assert shown(answer) == list(BOOK)
    told = plain(answer)
    assert [rule for rule in BOOK.values() if rule.sentence not in told] == []
    assert "How it is known: seen in the paper" in told
    assert "“At least 48 hours between leg sessions” (P7)" in told
    assert "Doma K et al. (2019). Sports Medicine – Open." in told


@pytest.mark.parametrize(
    ("choice", "means"),
    [
        ("must", lambda rule: rule.level == "must"),
        ("info", lambda rule: rule.level == "info"),
        ("science", lambda rule: rule.grade in ("S", "S2")),
        ("article", lambda rule: rule.claims),
        ("mine", lambda _rule: False),
        ("nonsense", lambda _rule: True),
    ],
)
def test_rules_are_filtered_by_a_link(page, choice, means):
    answer = page.get(f"/rules?show={choice}")
    assert shown(answer) == [rule.id for rule in BOOK.values() if means(rule)]


def test_each_number_of_a_rule_has_its_range_and_where_it_comes_from(page):
    text = page.get("/rules/leg-spacing").text
    rule = BOOK["leg-spacing"]
    assert re.findall(r'id="number-(\w+)"', text) == list(rule.numbers)
    assert re.findall(r'min="(\d+)" max="(\d+)"', text) == [
        (str(low), str(high)) for low, high in rule.bounds.values()
    ]
    assert text.count("our setting</span>") == 1


def test_a_number_that_is_fixed_is_not_offered(page):
    text = page.get("/rules/weekly-ceiling").text
    assert "This number cannot be changed." in text
    assert 'name="number" value="days"' not in text


def test_a_number_shows_what_it_would_move_is_saved_and_put_back(page):
    form = form_with(page.get(SPACING), "See what would change", **HOURS)
    looked = form.send(page, value="96")
    told = plain(looked)
    assert looked.status_code == 200
    assert re.search(r"\d+ sessions move", told)
    assert "Fri 4 Dec 18:00 → Sun 6 Dec 17:00" in told
    assert "96 h are needed" in told
    assert own(page) == {}
    before = [one.start for one in page.app.state.desk.known().plan.sessions]
    saved = form_with(looked, "Save it as my number").send(page)
    assert (saved.status_code, saved.headers["location"]) == (303, f"{SPACING}#number-hours")
    assert own(page) == {"leg-spacing": {"hours": 96}}
    assert "yours, instead of 48" in plain(page.get(SPACING))
    assert shown(page.get("/rules?show=mine")) == ["leg-spacing"]
    assert "Fri 4 Dec 18:00 → Sun 6 Dec 17:00" in plain(page.get("/plan"))
    form_with(page.get(SPACING), "Put back to 48").send(page)
    assert own(page) == {}
    assert [one.start for one in page.app.state.desk.known().plan.sessions] == before


def test_a_number_that_changes_nothing_says_so(page):
    form = form_with(page.get("/rules/longest-run"), "See what would change", number="percent")
    assert "No session moves and no dose changes." in plain(form.send(page, value="115"))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("12", "This number may be 48 to 120."),
        ("999999999999", "This number may be 48 to 120."),
        ("a lot", "Write a whole number from 48 to 120."),
        ("", "Write a whole number from 48 to 120."),
    ],
)
def test_a_number_outside_its_range_is_refused_with_what_was_typed(page, value, words):
    before = page.app.state.desk.store.version()
    form = form_with(page.get(SPACING), "See what would change", **HOURS)
    save = form_with(form.send(page, value="72"), "Save it as my number")
    for refused in (form.send(page, value=value), save.send(page, value=value)):
        assert refused.status_code == 422
        assert words in plain(refused)
        assert form_with(refused, "See what would change", **HOURS).fields["value"] == value
    assert page.app.state.desk.store.version() == before


@pytest.mark.parametrize("path", ["/rules/nothing", "/rules/leg-spacing?number=nothing&value=3"])
def test_a_rule_or_number_that_is_not_there_is_told(page, path):
    assert page.get(path).status_code == 404


def test_the_words_of_the_article_are_those_of_its_page():
    rows = re.findall(
        r"^\| ([A-Z][A-Z0-9-]*) \| ([^|]+) \|",
        (ROOT / "docs" / "article.md").read_text("utf-8"),
        re.MULTILINE,
    )
    texts = wordings()["en"].texts
    told = {key.removeprefix("claims."): words for key, words in texts.items() if key.startswith("claims.")}
    assert told == {claim: words.strip() for claim, words in rows}


def test_the_rules_are_german_for_who_asks(page):
    told = plain(page.get("/rules", headers={"accept-language": "de"}))
    assert "Woher man es weiß: in der Arbeit gesehen" in told
    assert "Der Artikel: „Mindestens 48 Stunden zwischen Beineinheiten“ (P7)" in told
    assert "muss gelten" in told
