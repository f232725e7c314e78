"""Which sets are heavy: few repetitions of a heavy lift, with weight, at the speed it is usually done."""

import pytest

from legday.model.exercises import seconds_of
from legday.model.heavy import few, is_heavy
from plan_builder import catalogue, line

SQUAT = catalogue().exercises["squat"]
"""Three seconds a repetition."""


@pytest.mark.parametrize(
    ("tempo", "seconds"), [("4-1-1", 6), ("2-0-1", 3), ("4", 4), ("", 0), ("slow", 0), ("4-", 0)]
)
def test_a_tempo_is_so_many_seconds(tempo: str, seconds: int) -> None:
    assert seconds_of(tempo) == seconds


@pytest.mark.parametrize(
    ("reps", "tempo", "yes"),
    [
        ((3, 6), "", True),
        ((3, 7), "", False),
        ((3, 6), "2-0-1", True),
        ((3, 7), "1-0-1", False),
        ((2, 3), "4-1-1", True),
        ((3, 4), "4-1-1", False),
        ((5, 6), "4-1-1", False),
    ],
)
def test_slow_repetitions_count_as_those_that_take_as_long(
    reps: tuple[int, int], tempo: str, *, yes: bool
) -> None:
    assert few(reps, SQUAT, tempo=tempo) is yes


@pytest.mark.parametrize(
    ("words", "tempo", "yes"),
    [
        ("squat 3x5 20kg", "", True),
        ("squat 3x5 20kg", "4-1-1", False),
        ("squat 3x5", "", False),
        ("lunge 3x5 20kg", "", False),
    ],
)
def test_heavy_is_a_heavy_lift_with_weight_and_few_repetitions(words: str, tempo: str, *, yes: bool) -> None:
    given = line(words, reps=(3, 6), tempo=tempo)
    assert is_heavy(given, catalogue().exercises[given.exercise]) is yes
