"""What is left of a prescription when something begins to hold leg work back in the middle of its session."""

from datetime import timedelta

import pytest

from legday.model.easing import Decision, Eased, Easing
from legday.model.load import volume
from legday.model.plan import Prescription
from legday.model.runner import GearKind
from legday.progressing.eased_line import eased_line
from season_builder import DUMBBELLS, MONDAY, catalogue, runner

ANA = runner()
SQUAT = catalogue().exercises["squat"]


def line(**changes: object) -> Prescription:
    facts: dict[str, object] = {
        "exercise": "squat",
        "sets": 4,
        "reps": (8, 12),
        "target": 10,
        "per_side": False,
        "weight_g": 25_000,
        "gear": (GearKind.DUMBBELLS,),
        "rir": 2,
        "rest_s": 90,
        "volume": 9_999,
        "pick_up": "2 × 12.5 kg dumbbells",
    }
    return Prescription(**{**facts, **changes})  # type: ignore[arg-type]


def left(given: Prescription | None = None, **easing: object) -> Prescription:
    facts = {
        "rule": "readiness",
        "decision": Decision.EASE,
        "first": MONDAY,
        "last": MONDAY + timedelta(days=1),
        "why": "Sore.",
    }
    eased = Eased(easings=(Easing(**{**facts, **easing}),))  # type: ignore[arg-type]
    return eased_line(given or line(), SQUAT, eased, profile=ANA, gear=DUMBBELLS, rules=catalogue().rulebook)


def test_without_an_easing_nothing_changes() -> None:
    assert (
        eased_line(line(), SQUAT, Eased(), profile=ANA, gear=DUMBBELLS, rules=catalogue().rulebook) == line()
    )


def test_a_way_nobody_knows_is_left_as_it_is() -> None:
    odd = line(gear=(GearKind.BALL,))
    assert left(odd, sets_less=2) == odd


@pytest.mark.parametrize(
    ("easing", "sets"),
    [
        ({"sets_less": 1}, 3),
        ({"sets_percent": 60}, 2),
        ({"sets_percent": 75}, 3),
        ({"sets_percent": 75, "sets_less": 2}, 2),
        ({"sets_less": 9}, 1),
        ({"sets_percent": 10}, 1),
    ],
)
def test_sets_fall_by_share_or_number_to_one_at_least(easing: dict[str, int], sets: int) -> None:
    assert left(**easing).sets == sets


def test_weight_falls_to_what_can_be_built_within_the_share() -> None:
    eased = left(weight_percent=80)
    assert (eased.weight_g, eased.pick_up) == (20_000, "2 × 10 kg dumbbells")
    assert left(weight_percent=79).weight_g == 15_000
    assert left(weight_percent=10).weight_g == 0
    assert left(weight_percent=10).gear == (GearKind.BODY,)
    assert left(weight_percent=10).pick_up == "bodyweight"


def test_what_keeps_its_weight_keeps_its_words() -> None:
    eased = left(sets_less=1)
    assert (eased.weight_g, eased.pick_up, eased.gear) == (
        25_000,
        "2 × 12.5 kg dumbbells",
        (GearKind.DUMBBELLS,),
    )


def test_reserve_rises_to_four_at_most_and_never_falls() -> None:
    assert left(rir_plus=1).rir == 3
    assert left(rir_plus=5).rir == 4
    assert left(line(rir=5), rir_plus=1).rir == 5


def test_volume_follows() -> None:
    eased = left(weight_percent=80, sets_less=1)
    assert eased.volume == volume(SQUAT, sets=3, target=10, weight_g=20_000, body_mass_g=62_000)
