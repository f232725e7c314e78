"""Phases, blocks, cut-backs and races as plain lists."""

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.progression import Phase
from legday.model.runner import Priority, Race
from legday.progressing.blocks import block_numbers
from legday.progressing.calendar_weeks import day_text, monday
from legday.progressing.cut_backs import cut_backs
from legday.progressing.layout import Frame, before_race, lay_out, rolling, shared_out
from legday.progressing.races import blocked_days, free_days, room_for_sessions
from season_builder import MONDAY, catalogue

SPANS = {
    Phase.FOUNDATION: (4, 6),
    Phase.STRENGTH: (6, 10),
    Phase.POWER: (2, 4),
    Phase.MAINTAIN: (0, 8),
    Phase.TAPER: (2, 2),
    Phase.RECOVER: (1, 2),
}
WORDS = {
    "f": Phase.FOUNDATION,
    "s": Phase.STRENGTH,
    "p": Phase.POWER,
    "m": Phase.MAINTAIN,
    "t": Phase.TAPER,
    "r": Phase.RECOVER,
}


def letters(phases: list[Phase]) -> str:
    return "".join(phase.value[0] for phase in phases)


def phases(words: str) -> list[Phase]:
    return [WORDS[word] for word in words]


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (0, ""),
        (1, "f"),
        (4, "ffff"),
        (6, "ffffff"),
        (7, "ffffsss"),
        (10, "ffffssssss"),
        (11, "ffffsssssss"),
        (12, "ffffsssssspp"),
        (20, "ffffff" + "s" * 10 + "pppp"),
        (23, "ffffff" + "s" * 10 + "pppp" + "mmm"),
    ],
)
def test_weeks_are_shared_out_from_the_beginning_of_the_build_up(weeks: int, expected: str) -> None:
    assert letters(shared_out(weeks, SPANS)) == expected


def test_later_cycles_need_half_a_foundation() -> None:
    assert letters(rolling(18, SPANS, cycle=12)) == "ffffsssssspp" + "ffssss"
    later = rolling(48, SPANS, cycle=24)[24:]
    assert letters(later) == "fff" + "s" * 10 + "pppp" + "m" * 7


def test_a_phase_as_long_as_it_may_be_takes_no_week_away() -> None:
    fixed = {**SPANS, Phase.STRENGTH: (6, 6)}
    assert letters(shared_out(20, fixed)) == "ffffff" + "s" * 6 + "pppp" + "mmmm"


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [(11, "ffffsssssss"), (12, "ffffsssssspp"), (13, "ffffssssssppp"), (14, "ffffsssssspppp")],
)
def test_power_is_begun_with_two_weeks_left_however_long_it_should_be(weeks: int, expected: str) -> None:
    long_power = {**SPANS, Phase.STRENGTH: (6, 6 if weeks > 11 else 10), Phase.POWER: (4, 4)}
    assert letters(shared_out(weeks, long_power)) == expected


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (28, "ffffff" + "s" * 10 + "pppp" + "m" * 8),
        (29, "ffffsssssspp" + "fff" + "s" * 10 + "pppp"),
        (40, "ffffsssssspp" + "ffsssssssspp" + "f" + "s" * 10 + "pppp" + "m"),
    ],
)
def test_before_a_race_cycles_come_first_where_one_preparation_does_not_fill_the_weeks(
    weeks: int, expected: str
) -> None:
    assert len(expected) == weeks
    assert letters(before_race(weeks, SPANS, cycle=12)) == expected


def test_no_cycle_is_begun_that_is_longer_than_what_is_left() -> None:
    phases = before_race(56, SPANS, cycle=30)
    assert len(phases) == 56
    assert letters(phases[30:]) == "fff" + "s" * 10 + "pppp" + "m" * 9


def laid_out(weeks: int, *races: Race, behind: int = 0, **spans: tuple[int, int]) -> str:
    changed = {**SPANS, **{Phase(name): span for name, span in spans.items()}}
    frame = Frame(origin=MONDAY, weeks=weeks, spans=changed, cycle_weeks=12, foundation_behind=behind)
    return letters(list(lay_out(races, frame)))


def sunday(week: int, metres: int = 21_098) -> Race:
    """An A race on the Sunday of the season's week (from 0)."""
    return a_race(MONDAY + timedelta(weeks=week, days=6), metres, "A")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (0, "ffff" + "ssssss" + "pp"),
        (2, "ff" + "ssssssss" + "pp"),
        (3, "f" + "sssssssss" + "pp"),
        (4, "ssssssssss" + "pp"),
        (9, "ssssssssss" + "pp"),
    ],
)
def test_foundation_that_lies_behind_is_not_done_again(behind: int, expected: str) -> None:
    assert laid_out(12, behind=behind) == expected


def test_foundation_behind_shortens_the_most_of_it_too() -> None:
    """26 weeks before the taper; two weeks of foundation behind leave two to four of it, and eight weeks to maintain."""
    assert laid_out(28, sunday(27), behind=2) == "ffff" + "s" * 10 + "pppp" + "m" * 8 + "tt"
    assert laid_out(24, sunday(23), behind=4) == "s" * 10 + "pppp" + "m" * 8 + "tt"
    assert "m" not in laid_out(25, sunday(24), behind=4)


@pytest.mark.parametrize(
    ("taper", "metres", "expected"),
    [
        ((2, 2), 21_098, "ffff" + "tt" + "r" + "ff"),
        ((1, 1), 21_098, "fffff" + "t" + "r" + "ff"),
        ((1, 1), 42_195, "fffff" + "t" + "rr" + "f"),
    ],
)
def test_a_taper_ends_with_the_race_and_recovery_follows(
    taper: tuple[int, int], metres: int, expected: str
) -> None:
    assert laid_out(9, sunday(5, metres), taper=taper) == expected


def test_a_race_behind_still_asks_for_recovery() -> None:
    assert laid_out(4, sunday(-1, 42_195)) == "rr" + "ff"


def test_a_race_beyond_the_last_week_is_built_towards_all_the_same() -> None:
    """20 weeks before the taper hold the most of each phase; rolling cycles would begin again in the thirteenth."""
    assert laid_out(18, sunday(21)) == "ffffff" + "s" * 10 + "pp"
    assert laid_out(21, sunday(21)) == "ffffff" + "s" * 10 + "pppp" + "t"


def test_blocks_follow_phases_and_split_long_ones() -> None:
    wanted = phases("ffff" + "ssssssss" + "tt" + "r")
    found = block_numbers(wanted, usual=4, forbidden=lambda _: False, unwelcome=lambda _: False)
    assert found == (0,) * 4 + (1,) * 4 + (2,) * 7


def test_a_forbidden_week_lets_the_block_run_on() -> None:
    found = block_numbers(
        phases("ffffssssssss"), usual=4, forbidden=lambda n: n >= 8, unwelcome=lambda _: False
    )
    assert found == (0,) * 4 + (1,) * 8


def test_an_unwelcome_week_moves_the_block_by_one_where_it_may() -> None:
    found = block_numbers(
        phases("ffffssssssss"), usual=4, forbidden=lambda _: False, unwelcome=lambda n: n == 4
    )
    assert found == (0,) * 5 + (1,) * 3 + (2,) * 4
    everywhere = block_numbers(
        phases("ffffssssssss"), usual=4, forbidden=lambda _: False, unwelcome=lambda n: n >= 3
    )
    assert everywhere == (0,) * 4 + (1,) * 4 + (2,) * 4


def cuts(words: str, dips: str = "", *, every: int = 4, spared: int = 0) -> str:
    """`x` for each cut-back week; `dips` marks lighter running weeks the same way."""
    marks = [mark == "x" for mark in dips.ljust(len(words), ".")]
    found = cut_backs(phases(words), marks, every=every, bounds=(3, 5), spared=spared)
    return "".join(".x"[one] for one in found)


def test_every_fourth_week_is_lighter() -> None:
    assert cuts("ssssssssss") == "...x...x.."


def test_newcomers_are_spared_and_light_weeks_count() -> None:
    assert cuts("ffffffff", every=3, spared=3) == "...x..x."
    assert cuts("ssttrssssss") == "........x.."


def test_a_week_mostly_missed_was_the_lighter_one() -> None:
    rested = [n == 2 for n in range(10)]
    found = cut_backs(phases("ssssssssss"), [False] * 10, every=4, bounds=(3, 5), spared=0, rested=rested)
    assert "".join(".x"[one] for one in found) == "......x..."


def test_no_cut_back_in_the_week_before_a_taper() -> None:
    assert cuts("sssstt") == "......"


def test_the_runs_own_lighter_week_is_waited_for_within_five_weeks() -> None:
    assert cuts("ssssssss", "....x...") == "....x..."
    assert cuts("ssssssss", "..x.....") == "..x...x."
    assert cuts("ssssssss", ".....x..") == "...x...x"


@given(
    words=st.text("fsptr", min_size=1, max_size=30),
    dips=st.text(".x", max_size=30),
    every=st.integers(3, 5),
)
@settings(max_examples=50, deadline=None, derandomize=True)
def test_cut_backs_are_never_nearer_than_three_weeks(words: str, dips: str, every: int) -> None:
    found = cuts(words, dips[: len(words)], every=every)
    places = [index for index, mark in enumerate(found) if mark == "x"]
    assert all(then - first >= 3 for first, then in pairwise(places))
    assert all(words[place] not in "tr" for place in places)


RULES = catalogue().rulebook


def a_race(day: date, metres: int, priority: str, start: time | None = None) -> Race:
    return Race(day=day, metres=metres, priority=Priority(priority), start=start)


@pytest.mark.parametrize(
    ("metres", "priority", "before", "after"),
    [(42_195, "A", 4, 7), (21_098, "B", 3, 4), (10_000, "C", 2, 2), (5_000, "C", 2, 1)],
)
def test_a_race_keeps_days_free_before_and_after(metres: int, priority: str, before: int, after: int) -> None:
    day = date(2027, 4, 11)
    first, last = blocked_days(a_race(day, metres, priority), RULES)
    assert ((day - first).days, (last - day).days) == (before, after)


def test_the_room_of_a_week_is_what_races_leave() -> None:
    sunday = a_race(date(2026, 11, 29), 21_098, "A")
    assert free_days(MONDAY, (sunday,), RULES) == 2
    assert room_for_sessions(MONDAY, (sunday,), RULES) == 1
    assert free_days(MONDAY, (), RULES) == 7


def test_dates_are_said_in_words() -> None:
    assert day_text(date(2027, 4, 11)) == "11 April"
    assert monday(date(2027, 4, 11)) == date(2027, 4, 5)
