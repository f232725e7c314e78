"""The drawings are small, whole, free of style and script, and say what they show."""

import re
import xml.etree.ElementTree as ET

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.figures import Figure, View
from legday.writing.figures import Words, moving_svg, still_svg, strip_svg

CATALOGUE = read_catalogue()
ALL = pytest.mark.parametrize("name", sorted(CATALOGUE.exercises))
SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 12 * 1024


def drawn(name: str) -> tuple[Figure, str, Words]:
    exercise = CATALOGUE.exercises[name]
    assert exercise.figure is not None
    text = "A moving figure does the exercise; the steps below say the same in words."
    return exercise.figure, exercise.tempo, Words(name=name, title=CATALOGUE.name(name), text=text)


@ALL
def test_a_moving_figure_is_small_and_whole(name: str) -> None:
    figure, tempo, words = drawn(name)
    text = moving_svg(figure, tempo, words)
    assert len(text.encode()) <= MOST_BYTES
    picture = ET.fromstring(text)
    assert picture.find(f"{SVG}title").text == words.title
    assert picture.find(f"{SVG}desc").text == words.text
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby").split() == [each.get("id") for each in picture[:2]]


@ALL
def test_a_drawing_holds_no_style_and_no_script(name: str) -> None:
    figure, tempo, words = drawn(name)
    for text in (moving_svg(figure, tempo, words), strip_svg(figure, words), still_svg(figure)):
        elements = list(ET.fromstring(text).iter())
        assert {element.tag for element in elements} & {f"{SVG}style", f"{SVG}script", f"{SVG}image"} == set()
        keys = {key for element in elements for key in element.attrib}
        assert {key for key in keys if key == "style" or key.startswith("on") or "href" in key} == set()


@ALL
def test_every_animation_goes_from_start_to_start_in_time(name: str) -> None:
    figure, tempo, words = drawn(name)
    animations = [
        each
        for each in ET.fromstring(moving_svg(figure, tempo, words)).iter()
        if each.tag.startswith(f"{SVG}anim")
    ]
    assert animations
    assert len({each.get("dur") for each in animations}) == 1
    for each in animations:
        values = each.get("values").split(";")
        if times := each.get("keyTimes"):
            shares = [float(time) for time in times.split(";")]
            assert len(shares) == len(values)
            assert shares[0] == 0
            assert shares[-1] == 1
            assert shares == sorted(shares)
            assert values[0] == values[-1]


@ALL
def test_paths_of_one_animation_have_one_form(name: str) -> None:
    figure, tempo, words = drawn(name)
    for each in ET.fromstring(moving_svg(figure, tempo, words)).iter(f"{SVG}animate"):
        forms = {
            (re.sub(r"[-\d ]+", "", value), len(re.findall(r"-?\d+", value)))
            for value in each.get("values").split(";")
        }
        assert len(forms) == 1


@ALL
def test_the_picture_holds_all_that_is_drawn(name: str) -> None:
    """Every point of every path at its first value lies within the view box."""
    figure, tempo, words = drawn(name)
    picture = ET.fromstring(moving_svg(figure, tempo, words))
    left, top, wide, high = (float(part) for part in picture.get("viewBox").split())
    for each in picture.iter(f"{SVG}animate"):
        for value in each.get("values").split(";"):
            for start in re.findall(r"M(-?\d+)\s?(-?\d+)", value):
                x, y = (int(part) for part in start)
                assert left <= x <= left + wide
                assert top <= y <= top + high


def test_words_are_escaped() -> None:
    figure, tempo, _ = drawn("squat")
    words = Words(name='a"b', title="<script>", text='& "x"')
    picture = ET.fromstring(moving_svg(figure, tempo, words))
    assert picture.find(f"{SVG}title").text == "<script>"
    assert picture.find(f"{SVG}desc").text == '& "x"'


def test_a_still_without_words_is_for_the_eye_only() -> None:
    figure, _, _ = drawn("squat")
    picture = ET.fromstring(still_svg(figure))
    assert picture.get("aria-hidden") == "true"
    assert picture.find(f"{SVG}title") is None


def test_a_strip_leaves_out_the_way_back_and_what_only_passes() -> None:
    figure, _, words = drawn("deadlift")
    assert len(figure.poses) == 4
    assert strip_svg(figure, words).count('<g transform="translate(') >= 3
    poses = [
        each
        for each in ET.fromstring(strip_svg(figure, words)).iter(f"{SVG}g")
        if each.find(f"{SVG}g/{SVG}g") is not None
    ]
    assert len(poses[0]) == 3


def test_a_figure_that_travels_has_a_floor_that_passes() -> None:
    figure, tempo, words = drawn("walking-lunge")
    picture = ET.fromstring(moving_svg(figure, tempo, words))
    assert picture.find(f".//{SVG}g[@class='f-floor']/{SVG}animateTransform") is not None


def test_both_views_are_in_use() -> None:
    views = {exercise.figure.view for exercise in CATALOGUE.exercises.values() if exercise.figure}
    assert views == set(View)
