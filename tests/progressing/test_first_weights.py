"""The weight an exercise begins with."""

import pytest

from legday.model.runner import LiftingLevel
from legday.progressing.first_weights import first_weight
from legday.progressing.lattice import Lattice
from season_builder import catalogue, runner

OWNED = Lattice(own=(10_000, 20_000, 30_000), every=(0, 10_000, 20_000, 30_000))


@pytest.mark.parametrize(
    ("lifting", "body_mass_g", "grams"),
    [
        (LiftingLevel.BEGINNER, 50_000, 10_000),
        (LiftingLevel.TRAINED, 50_000, 20_000),
        (LiftingLevel.ADVANCED, 50_000, 30_000),
        (LiftingLevel.BEGINNER, 49_999, 0),
        (LiftingLevel.TRAINED, 49_999, 10_000),
        (LiftingLevel.ADVANCED, 90_000, 30_000),
    ],
)
def test_a_squat_begins_with_a_fifth_two_fifths_or_three_of_body_mass_rounded_down(
    lifting: LiftingLevel, body_mass_g: int, grams: int
) -> None:
    profile = runner(lifting=lifting, body_mass_g=body_mass_g)
    assert first_weight(catalogue().exercises["squat"], profile, OWNED) == grams
