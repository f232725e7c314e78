"""What is typed into a form, read and written again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.answers import Section, shown_adjustables
from legday.model.errors import AnswerRefused
from legday.model.runner import Adjustable, Gear, Units
from legday.reading.profile import read_profile
from legday.reading.profile_answers import read_answers
from legday.reading.typed_numbers import typed_distance, typed_mass, typed_weights
from legday.writing.profile_answers import profile_answers

TODAY = date(2026, 11, 24)
CATALOGUE = read_catalogue()
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "profile.md"
GEAR = """bench = true
bar = ["20 kg", "45 lb"]
plates = ["1.25 kg", "25 lb"]
bands = ["green", "purple 15 kg"]
backpack = ["5 kg"]
single_dumbbells = ["7.25 kg"]
[[gear.adjustable]]
from = "5 lb"
to = "25 lb"
step = "2.5 lb"
[[gear.adjustable]]
handle = "2 kg"
plates = ["2.5 kg", "2.5 kg"]
most = "12 kg"
[[gear.adjustable]]
handle = "3 kg"
plates = ["2.5 kg"]
"""


def whole_profile():
    """The profile of the reference page, with all kinds of gear."""
    text = PAGE.read_text().split("```toml\n")[1].split("```")[0]
    return read_profile(text.replace("bench = true\n", GEAR), file="profile.toml")


@pytest.mark.parametrize("section", list(Section))
@pytest.mark.parametrize("units", list(Units))
@pytest.mark.parametrize("comma", [False, True])
def test_what_is_written_into_a_form_is_read_as_the_same_profile(section, units, comma):
    profile = replace(whole_profile(), units=units)
    answers = profile_answers(section, profile, comma=comma)
    assert read_answers(section, answers, profile=profile, today=TODAY, catalogue=CATALOGUE) == profile


@pytest.mark.parametrize(
    ("said", "weights"),
    [
        ("5 7.5 10", ["5 kg", "7.5 kg", "10 kg"]),
        ("5, 7,5, 10", ["5 kg", "7.5 kg", "10 kg"]),
        ("5; 7,25; 10 kg", ["5 kg", "7.25 kg", "10 kg"]),
        ("1,25 kg 25lb", ["1.25 kg", "25 lb"]),
        ("5/10 / 15 LBS", None),
        ("12,5", ["12.5 kg"]),
        ("5 10 25lb", ["5 kg", "10 kg", "25 lb"]),
        ("", []),
        ("5,10", None),
        ("10,15,20", None),
        ("7,25", None),
        ("5 kilo", None),
        ("-5", None),
        ("5 10 25 lb", None),
    ],
)
def test_weights_are_read_with_a_comma_or_a_point_and_never_guessed(said, weights):
    if weights is None:
        with pytest.raises(AnswerRefused) as refused:
            typed_weights(said, field="dumbbells", unit="kg")
        assert refused.value.field == "dumbbells"
    else:
        assert typed_weights(said, field="dumbbells", unit="kg") == weights


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("42,195 km", (42.195, "km")),
        ("26.2 mi", (26.2, "miles")),
        ("10", (10.0, "miles")),
        ("3 Miles", (3.0, "miles")),
    ],
)
def test_a_distance_is_in_its_own_unit_or_the_runners(said, found):
    assert typed_distance(said, field="distance", unit="miles") == found


def test_a_body_mass_may_name_its_unit():
    assert typed_mass("70,5", field="body_mass", unit="kg") == (70.5, "kg")
    assert typed_mass("155 lbs", field="body_mass", unit="kg") == (155.0, "lb")


def test_a_body_mass_shown_to_the_tenth_and_sent_again_does_not_drift():
    profile = replace(whole_profile(), units=Units.IMPERIAL, body_mass_g=70_001)
    answers = profile_answers(Section.ABOUT, profile)
    assert answers["body_mass"] == "154.3"
    assert read_answers(Section.ABOUT, answers, profile=profile, today=TODAY, catalogue=CATALOGUE) == profile


def test_a_dial_with_uneven_steps_is_left_as_it_is():
    uneven, even = Adjustable(dial_g=(2_000, 3_000, 5_000)), Adjustable(dial_g=(2_268, 4_536, 6_804))
    shown = shown_adjustables(Gear(adjustables=(uneven, even)))
    assert (shown.dial, shown.handle, shown.others) == (even, None, (uneven,))


def test_an_unknown_exercise_is_refused():
    with pytest.raises(AnswerRefused):
        read_answers(
            Section.TASTE, {"taste-shoe": "like"}, profile=whole_profile(), today=TODAY, catalogue=CATALOGUE
        )
