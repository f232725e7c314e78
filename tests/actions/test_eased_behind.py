"""What held leg work back on days that lie behind: a miss on them is no miss, and what was less was so for a time."""

import pytest

from legday.actions.eased_behind import eased_behind
from legday.catalogue.reader import read_catalogue
from legday.model.happened import Ill, PainFelt, SorenessFelt
from legday.model.journal import AnyEntry
from legday.model.pain_words import When
from lived_journal import accepted, day, made, profile, state

CATALOGUE = read_catalogue("en")
SESSIONS = (0, 3)
"""The days, counted from the first, on which the accepted plan holds a session."""


def sore(offset: int, score: int = 6) -> SorenessFelt:
    return SorenessFelt(**made(), day=day(offset), score=score)


def hurt(offset: int) -> PainFelt:
    return PainFelt(**made(), day=day(offset), place="hamstring", score=4, when=When.AFTER)


def behind(*entries: AnyEntry, today: int) -> list[tuple[str, int]]:
    """The rules that eased each day with a session, with that day."""
    then = state(profile(), accepted(0, *SESSIONS), *entries, today=today)
    found = eased_behind(then, CATALOGUE, today=day(today))
    assert all(one.first == one.last for one in found)
    return [(one.rule, (one.first - day(0)).days) for one in found]


@pytest.mark.parametrize("today", [4, 7, 20])
def test_sore_legs_of_the_day_of_a_session_are_known_weeks_later(today: int) -> None:
    assert behind(sore(3), today=today) == [("readiness", 3)]


def test_sore_legs_of_a_day_without_a_session_ease_nothing() -> None:
    assert behind(sore(1), today=7) == []


def test_what_was_said_after_a_session_did_not_hold_it_back() -> None:
    assert behind(hurt(1), today=7) == [("pain-gate", 3)]
    assert behind(hurt(4), today=7) == []


def test_a_fever_is_known_of_the_days_it_held_back() -> None:
    ill = Ill(**made(), first=day(2), fever=True, last=day(2))
    assert {rule for rule, of in behind(ill, today=10) if of == 3} == {"illness"}
    assert not [of for _, of in behind(ill, today=10) if of == 0]


def test_without_a_word_nothing_is_worked_out() -> None:
    assert behind(today=7) == []


def test_sessions_longer_ago_than_eight_weeks_say_nothing() -> None:
    assert behind(sore(3), today=3 + 56) == [("readiness", 3)]
    assert behind(sore(3), today=3 + 57) == []
