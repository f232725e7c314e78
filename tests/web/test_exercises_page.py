"""The exercise pages: all by movement, and one with its figure, words and history."""

import re

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.exercises import Counting, Movement
from legday.model.muscles import Muscle
from legday.model.runner import GearKind, Units
from legday.model.sets import LoggedSet, Side
from legday.web.pages.exercises import sets_text
from legday.web.wording import wordings
from webpage import INLINE

CATALOGUE = read_catalogue()
ENGLISH = wordings()["en"]


def test_every_exercise_has_a_link_and_a_still_figure(page):
    answer = page.get("/exercises")

    assert answer.status_code == 200
    assert set(re.findall(r'href="/exercises/([\w-]+)"', answer.text)) == set(CATALOGUE.exercises)
    assert answer.text.count("figure-still") == len(CATALOGUE.exercises)
    assert "<animate" not in answer.text


@pytest.mark.parametrize("name", ["squat", "walking-lunge", "side-plank"])
def test_an_exercise_shows_a_moving_figure_and_a_strip_for_the_rest(page, name):
    text = page.get(f"/exercises/{name}").text

    assert text.count("figure-moving") == 1
    assert text.count("figure-strip") == 1
    for step in CATALOGUE.words[name].steps:
        assert step in text
    assert "Common faults" in text
    assert "Nothing logged yet." in text
    assert len(re.findall(r"<h1>", text)) == 1
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_still_poses_are_shown_where_they_are_asked_for(page):
    text = page.get("/exercises/squat?still=1").text

    assert "<animate" not in text
    assert "figure-strip" in text
    assert 'href="/exercises/squat"' in text


def test_no_page_has_style_or_code_in_it(page):
    for path in ("/exercises", "/exercises/squat"):
        text = page.get(path).text
        assert not INLINE.search(text)


def test_kin_are_linked(page):
    text = page.get("/exercises/squat").text

    for other in (*CATALOGUE.exercises["squat"].easier, *CATALOGUE.exercises["squat"].kin):
        assert f'href="/exercises/{other}"' in text


def test_an_unknown_exercise_is_answered_with_those_there_are(page):
    answer = page.get("/exercises/%3Cb%3Esqut")

    assert answer.status_code == 404
    assert "There is no exercise “&lt;b&gt;squt”." in answer.text
    assert 'href="/exercises/squat"' in answer.text


def test_the_page_speaks_german_and_marks_its_sources_as_english(page):
    text = page.get("/exercises/squat", headers={"accept-language": "de"}).text

    assert "Schritt für Schritt" in text
    assert '<ul lang="en">' in text


@pytest.mark.parametrize("language", sorted(wordings()))
def test_every_word_that_a_page_may_need_is_there(language):
    words = wordings()[language]
    for part, kinds in (
        ("movement", Movement),
        ("counting", Counting),
        ("muscle", Muscle),
        ("gear", GearKind),
    ):
        assert all(words.say(f"exercises.{part}.{kind.value}") for kind in kinds)


@pytest.mark.parametrize(
    ("sets", "text"),
    [
        ([(10, 40_000), (10, 40_000), (10, 40_000)], "3 × 10 · 40 kg"),
        ([(10, 40_000), (8, 40_000)], "10, 8 · 40 kg"),
        ([(10, 40_000), (8, 42_500)], "1 × 10 · 40 kg; 1 × 8 · 42.5 kg"),
        ([(12, 0), (12, 0)], "2 × 12 · bodyweight"),
        ([(12, None)], "1 × 12"),
    ],
)
def test_sets_are_told_shortly(sets, text):
    done = tuple(LoggedSet(exercise="squat", reps=reps, weight_g=grams) for reps, grams in sets)
    assert sets_text(done, Units.METRIC, ENGLISH) == text


def test_a_side_and_seconds_are_told():
    held = LoggedSet(exercise="side-plank", reps=30, weight_g=0, seconds=True, side=Side.LEFT)
    assert sets_text((held,), Units.METRIC, ENGLISH) == "1 × 30 s left · bodyweight"
