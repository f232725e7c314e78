"""What is left of a prescription when something begins to hold leg work back in the middle of its session."""

from dataclasses import replace
from datetime import timedelta

import pytest

from legday.model.easing import Decision, Eased, Easing
from legday.model.load import volume
from legday.model.plan import Prescription
from legday.model.runner import GearKind, Units
from legday.progressing.eased_line import eased_line
from plan_builder import line
from season_builder import DUMBBELLS, MONDAY, catalogue, runner

ANA = runner()
SQUAT = catalogue().exercises["squat"]


def squats(**changes: object) -> Prescription:
    given = line(
        "squat 4x10 25kg rir2", reps=(8, 12), gear=(GearKind.DUMBBELLS,), pick_up="2 × 12.5 kg dumbbells"
    )
    return replace(given, volume=9_999, **changes)


def left(given: Prescription | None = None, **easing: object) -> Prescription:
    facts = {
        "rule": "readiness",
        "decision": Decision.EASE,
        "first": MONDAY,
        "last": MONDAY + timedelta(days=1),
        "why": "Sore.",
    }
    eased = Eased(easings=(Easing(**{**facts, **easing}),))  # type: ignore[arg-type]
    return eased_line(
        given or squats(), SQUAT, eased, profile=ANA, gear=DUMBBELLS, rules=catalogue().rulebook
    )


def test_without_an_easing_nothing_changes() -> None:
    assert (
        eased_line(squats(), SQUAT, Eased(), profile=ANA, gear=DUMBBELLS, rules=catalogue().rulebook)
        == squats()
    )


def test_a_way_nobody_knows_is_left_as_it_is() -> None:
    odd = squats(gear=(GearKind.BALL,))
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


def test_an_easing_of_sets_alone_leaves_a_weight_that_the_gear_cannot_build() -> None:
    promised = squats(weight_g=26_000, pick_up="2 × 13 kg dumbbells")
    eased = left(promised, sets_less=1)
    assert (eased.sets, eased.weight_g, eased.pick_up) == (3, 26_000, "2 × 13 kg dumbbells")
    assert left(promised, weight_percent=99).weight_g == 25_000


@pytest.mark.parametrize(
    ("units", "each_g", "words"),
    [
        (Units.IMPERIAL, 9_072, "2 × 20 lb dumbbells"),
        (Units.IMPERIAL, 11_000, "2 × 24.25 lb dumbbells"),
        (Units.METRIC, 11_000, "2 × 11 kg dumbbells"),
    ],
)
def test_a_lighter_weight_is_said_in_the_runners_units(units: Units, each_g: int, words: str) -> None:
    easing = Easing(
        rule="readiness", decision=Decision.EASE, first=MONDAY, last=MONDAY, why="Sore.", weight_percent=90
    )
    eased = eased_line(
        squats(),
        SQUAT,
        Eased(easings=(easing,)),
        profile=replace(ANA, units=units),
        gear=replace(DUMBBELLS, dumbbells_g=(each_g, 12_500)),
        rules=catalogue().rulebook,
    )
    assert (eased.weight_g, eased.pick_up) == (2 * each_g, words)


def test_reserve_rises_to_four_at_most_and_never_falls() -> None:
    assert left(rir_plus=1).rir == 3
    assert left(rir_plus=5).rir == 4
    assert left(squats(rir=5), rir_plus=1).rir == 5


def test_volume_follows() -> None:
    eased = left(weight_percent=80, sets_less=1)
    assert eased.volume == volume(SQUAT, sets=3, target=10, weight_g=20_000, body_mass_g=62_000)
