"""The body to tap: every place that can be said to hurt lies on it, on its side, and links where it is told to."""

import re
from xml.etree import ElementTree as ET

import pytest

from legday.actions.places import REGIONS
from legday.model.sets import Side
from legday.writing.pictures import PlacePicture, PlaceWords
from legday.writing.pictures.place_shapes import BACK_PLACES, FRONT_PLACES, NUMBERS, legs_apart

PLACES = {place for places in REGIONS.values() for place in places}


def links(**more):
    told = {"hurts": {}, "chosen": None, **more}
    picture = PlacePicture(
        words=PlaceWords(
            title="Where", front="Front", back="Back", sides={side: side.value for side in Side}
        ),
        name=lambda place, side: f"{place} {side.value}",
        address=lambda place, side: f"?{place}&{side.value}",
        **told,
    )
    return {link.get("aria-label"): link for link in ET.fromstring(picture.drawn().text).iter("a")}


def test_every_place_lies_on_one_of_the_two_figures_and_has_its_number() -> None:
    assert PLACES == {*FRONT_PLACES, *BACK_PLACES} == {*NUMBERS}
    assert not {*FRONT_PLACES} & {*BACK_PLACES}


def test_each_place_has_a_link_for_each_side_and_the_low_back_one_between() -> None:
    wanted = {f"{place} {side}" for place in PLACES for side in ("left", "right")} | {"low-back both"}
    found = links()
    assert {*found} == wanted
    assert found["heel left"].get("href") == "?heel&left"
    assert {link.find("title").text for link in found.values()} == wanted


def test_what_hurts_has_its_number_and_is_said_with_it() -> None:
    found = links(hurts={("calf", Side.LEFT): 4, ("heel", Side.BOTH): 7, ("groin", Side.LEFT): 0})
    assert found["calf left: 4"].get("class") == "place hurts-4"
    assert found["calf left: 4"].find("text").text == "4"
    assert {"heel left: 7", "heel right: 7", "calf right", "groin left"} <= {*found}


def test_a_low_back_that_hurts_in_the_middle_is_marked_in_the_middle() -> None:
    found = links(hurts={("low-back", Side.BOTH): 5})
    assert {"low-back both: 5", "low-back left", "low-back right"} <= {*found}


def test_the_chosen_place_is_the_current_one() -> None:
    found = links(chosen=("calf", Side.RIGHT))
    assert [name for name, link in found.items() if link.get("aria-current")] == ["calf right"]


@pytest.mark.parametrize(
    "shape", [shape for shapes in (*FRONT_PLACES.values(), *BACK_PLACES.values()) for shape in shapes]
)
def test_legs_apart_keep_heights_and_go_outwards_only(shape) -> None:
    before, after = (
        [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", d)]
        for d in (shape, legs_apart(shape))
    )
    assert [y for _, y in before] == [y for _, y in after]
    assert all(new >= old - 0.06 for (old, _), (new, _) in zip(before, after, strict=True))
