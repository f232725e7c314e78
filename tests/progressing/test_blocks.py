"""Where a new block begins."""

import pytest

from legday.model.progression import Phase
from legday.progressing.blocks import block_numbers

PHASES = {one.value[0].upper(): one for one in Phase}


def blocks(
    phases: str, *, usual: int = 4, forbidden: tuple[int, ...] = (), unwelcome: tuple[int, ...] = ()
) -> str:
    numbers = block_numbers(
        [PHASES[letter] for letter in phases],
        usual=usual,
        forbidden=lambda week: week in forbidden,
        unwelcome=lambda week: week in unwelcome,
    )
    return "".join(str(one) for one in numbers)


@pytest.mark.parametrize(
    ("phases", "expected"),
    [
        ("FF", "00"),
        ("FFFFF", "00000"),
        ("FFFFFF", "000111"),
        ("FFFFFFF", "0000111"),
        ("FFFFFFFF", "00001111"),
        ("FFFFFFFFF", "000001111"),
        ("FFFFFFFFFF", "0000111222"),
        ("FFFFFFFFFFF", "00001111222"),
        ("FFFFFFFFFFFF", "000011112222"),
        ("FFFFSSSS", "00001111"),
        ("FFFSSS", "000111"),
        ("FFSSSS", "000000"),
        ("FFFFSSSSTT", "0000111111"),
        ("FFFFTTRSSS", "0000000111"),
        ("FFFTRRSSSS", "0000001111"),
    ],
)
def test_blocks_fill_their_phase_the_longer_ones_first(phases: str, expected: str) -> None:
    assert blocks(phases) == expected


def test_the_usual_length_decides_where_a_phase_can_be_shared_out_in_several_ways() -> None:
    assert blocks("FFFFFFFFFFFF", usual=3) == "000111222333"
    assert blocks("FFFFFFFFFFFF", usual=6) == "000000111111"


def test_no_block_is_shorter_than_three_weeks_however_short_they_usually_are() -> None:
    assert blocks("FFFFF", usual=3) == "00000"
    assert blocks("FFFFFFFF", usual=3) == "00001111"
    assert blocks("FFFFFFFF", usual=2) == "00001111"


def test_a_forbidden_week_begins_nothing() -> None:
    assert blocks("FFFFSSSS", forbidden=(4,)) == "00000000"
    assert blocks("FFFFSSSS", forbidden=(3, 5)) == "00001111"


def test_an_unwelcome_week_moves_the_block_later_then_earlier_then_not() -> None:
    assert blocks("FFFFSSSS", unwelcome=(4,)) == "00000111"
    assert blocks("FFFFSSSS", unwelcome=(4, 5)) == "00011111"
    assert blocks("FFFFSSSS", unwelcome=(3, 4, 5)) == "00001111"
    assert blocks("FFFFSSSS", unwelcome=(4,), forbidden=(5,)) == "00011111"
    assert blocks("FFFSSSS", unwelcome=(3,), forbidden=(4,)) == "0001111"


def test_a_block_is_moved_no_further_than_six_weeks() -> None:
    six = "FFFFFFSSSS"
    assert blocks(six, usual=6, unwelcome=(6,)) == "0000011111"
    assert blocks("FFFFFSSSS", usual=5, unwelcome=(5,)) == "000000111"
    assert blocks("FFFFSSSSPPPP", unwelcome=(8,)) == "000011111222"


def test_a_block_is_moved_within_the_phase_it_is_for() -> None:
    assert blocks("FFFFSSPPPP", unwelcome=(4,)) == "0000011111"
    assert blocks("FFFFSPPPP", unwelcome=(4,)) == "000111111"
    assert blocks("FFFFSPPPP", unwelcome=(3, 4)) == "000011111"


def test_a_block_is_not_moved_past_the_end_of_the_season() -> None:
    assert blocks("FFFFS", unwelcome=(4,)) == "00011"
