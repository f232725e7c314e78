"""What the watcher of virtual runners takes for a rise while a pain holds growth, and what is none; what a clinician's word clears."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.happened import Away, ClearedByClinician, PainFelt, RedFlagRaised
from legday.model.ids import new_id
from legday.model.plan import Prescription
from legday.model.runner import Gear, GearKind
from season_builder import runner
from virtual_watcher import Given, Held, Told, Watcher, amount_of

CATALOGUE = read_catalogue("en")
DAY = date(2027, 6, 15)
AT_HOME = Gear(dumbbells_g=(5_000, 7_500), things=frozenset({GearKind.STEP}))
PROFILE = runner(gear=AT_HOME)
AT = datetime(2027, 6, 14, 4, tzinfo=UTC)
STAMP = {"id": new_id(AT, bytes(10)), "at": AT}
ACHILLES = PainFelt(**STAMP, day=date(2027, 6, 14), place="achilles", score=4)


def squat(sets: int, target: int, weight_g: int) -> Prescription:
    return Prescription(
        exercise="squat",
        sets=sets,
        reps=(10, 12),
        target=target,
        per_side=False,
        weight_g=weight_g,
        gear=(),
        rir=2,
        rest_s=90,
        volume=0,
    )


def held(days_ago: int, sets: int, target: int, weight_g: int) -> Held:
    line = squat(sets, target, weight_g)
    return Held(
        start=datetime.combine(DAY - timedelta(days=days_ago), time(18)),
        amounts=(amount_of(line, CATALOGUE.exercises["squat"]),),
    )


def rises(line: Prescription, *behind: Held, away: tuple[Away, ...] = ()) -> list[str]:
    """What the watcher says of a squat the day after the Achilles was told of."""
    start = datetime.combine(DAY, time(18))
    given = Given(start=start, minutes=40, lines=(line,), contacts=0, light=False, wanted=2)
    told = Told(profile=PROFILE, pains=[ACHILLES], away=list(away))
    return [one.words for one in Watcher(CATALOGUE).judge(given, behind, told) if one.rule == "pain-gate"]


def journey(first: int, last: int) -> Away:
    """From so many to so many days ago, with a band alone."""
    return Away(
        **STAMP,
        first=DAY - timedelta(days=first),
        last=DAY - timedelta(days=last),
        gear=Gear(things=frozenset({GearKind.BANDS})),
    )


def test_bodyweight_on_a_journey_makes_no_rise_of_less_than_was_done_at_home() -> None:
    behind = held(49, 3, 12, 15_000), held(35, 3, 13, 0)
    assert rises(squat(2, 12, 10_000), *behind, away=(journey(43, 23),)) == []


@pytest.mark.parametrize("line", [squat(2, 12, 17_500), squat(4, 12, 10_000)])
def test_more_than_was_done_at_home_rises_after_a_journey_too(line: Prescription) -> None:
    behind = held(49, 3, 12, 15_000), held(35, 3, 13, 0)
    assert rises(line, *behind, away=(journey(43, 23),)) == ["squat rises with achilles 4/10 of 2027-06-14"]


def test_bodyweight_at_home_is_what_a_weight_rises_from() -> None:
    behind = held(49, 3, 12, 15_000), held(35, 3, 13, 0)
    assert rises(squat(2, 12, 10_000), *behind) == ["squat rises with achilles 4/10 of 2027-06-14"]


def test_one_session_at_home_since_the_journey_is_the_measure_again() -> None:
    behind = held(49, 3, 12, 15_000), held(35, 3, 13, 0), held(14, 2, 12, 10_000)
    away = (journey(43, 23),)
    assert rises(squat(2, 12, 10_000), *behind, away=away) == []
    assert rises(squat(3, 12, 10_000), *behind[:2], held(14, 2, 12, 10_000), away=away) == []
    assert rises(squat(2, 12, 15_000), *behind, away=away) == ["squat rises with achilles 4/10 of 2027-06-14"]


@pytest.mark.parametrize(("target", "rise"), [(12, False), (13, True)])
def test_after_light_weeks_alone_the_eight_weeks_begin_on_a_monday_as_the_rule_counts_them(
    target: int, *, rise: bool
) -> None:
    """What virtual runner 513 was given on a Thursday: less than on a Tuesday eight weeks and two days before."""
    light = [replace(held(days_ago, 1, 8, 7_500), light=True) for days_ago in (30, 28)]
    monday_of_the_eighth, sunday_before = held(57, 2, 12, 10_000), held(58, 2, 12, 10_000)
    assert bool(rises(squat(2, target, 10_000), monday_of_the_eighth, *light)) is rise
    assert rises(squat(1, 9, 7_500), sunday_before, *light) != []


def cleared(what: str, *, days_later: int = 1, hours_later: int = 24) -> ClearedByClinician:
    """What a clinician said so long after the pain and the flag were told of."""
    at = AT + timedelta(hours=hours_later)
    return ClearedByClinician(
        id=new_id(at, bytes(10)), at=at, day=AT.date() + timedelta(days=days_later), what=what
    )


@pytest.mark.parametrize(
    ("word", "locked"),
    [
        (cleared("achilles"), True),
        (cleared("fainting"), True),
        (cleared("chest"), False),
        (cleared(""), False),
        (cleared("chest", days_later=0, hours_later=1), False),
        (cleared("chest", days_later=0, hours_later=-1), True),
    ],
)
def test_a_red_flag_stands_until_a_clinician_speaks_of_it_or_of_nothing_else(word, *, locked) -> None:
    """What virtual runners 1544 and 1560 said: a knee was cleared while the chest was not."""
    flag = RedFlagRaised(**STAMP, day=AT.date(), flag="chest")
    told = Told(profile=PROFILE, flags=[flag], cleared=[word])
    assert told.locked(DAY) == ([flag] if locked else [])
    assert told.locked(AT.date() - timedelta(days=1)) == []


@pytest.mark.parametrize(("what", "hurts"), [("front-knee", True), ("achilles", False), ("", False)])
def test_a_pain_goes_on_when_another_place_is_cleared(what: str, *, hurts: bool) -> None:
    start = datetime.combine(DAY, time(18))
    given = Given(start=start, minutes=40, lines=(squat(3, 12, 15_000),), contacts=0, light=False, wanted=2)
    told = Told(profile=PROFILE, pains=[ACHILLES], cleared=[cleared(what)])
    broken = Watcher(CATALOGUE).judge(given, [held(7, 3, 12, 10_000)], told)
    assert any(one.rule == "pain-gate" for one in broken) is hurts
