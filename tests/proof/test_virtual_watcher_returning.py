"""What the watcher of virtual runners takes for the weight in force before days off, and what for one lowered for a time only."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from legday.catalogue.reader import read_catalogue
from legday.model.happened import Happening, Ill, PainFelt, Slept, SorenessFelt
from legday.model.ids import new_id
from legday.model.plan import Prescription
from legday.model.runner import Gear
from season_builder import runner
from virtual_watcher import Given, Held, Told, Watcher, amount_of

CATALOGUE = read_catalogue("en")
DAY = date(2027, 8, 18)
AT = datetime(2027, 7, 1, 4, tzinfo=UTC)
STAMP = {"id": new_id(AT, bytes(10)), "at": AT}
PROFILE = runner(gear=Gear(dumbbells_g=(5_000, 12_500)))


def squat(weight_g: int) -> Prescription:
    return Prescription(
        exercise="squat",
        sets=2,
        reps=(8, 12),
        target=10,
        per_side=False,
        weight_g=weight_g,
        gear=(),
        rir=3,
        rest_s=90,
        volume=0,
    )


def held(days_ago: int, weight_g: int) -> Held:
    amount = amount_of(squat(weight_g), CATALOGUE.exercises["squat"])
    return Held(start=datetime.combine(DAY - timedelta(days=days_ago), time(20)), amounts=(amount,))


def fever(first: int, last: int) -> Ill:
    """From so many to so many days ago."""
    days = {"first": DAY - timedelta(days=first), "last": DAY - timedelta(days=last)}
    return Ill(**STAMP, fever=True, **days)


def night(days_ago: int, minutes: int | None = None, readiness: int | None = None) -> Slept:
    return Slept(**STAMP, day=DAY - timedelta(days=days_ago), minutes=minutes, readiness=readiness)


def sore(days_ago: int, score: int) -> SorenessFelt:
    return SorenessFelt(**STAMP, day=DAY - timedelta(days=days_ago), score=score)


def hurt(days_ago: int, score: int = 3) -> PainFelt:
    return PainFelt(**STAMP, day=DAY - timedelta(days=days_ago), place="foot-spot", score=score)


def told(*said: Happening) -> Told:
    return Told(
        profile=PROFILE,
        illnesses={one.first: one for one in said if isinstance(one, Ill)},
        nights={one.day: one for one in said if isinstance(one, Slept)},
        sore={one.day: one for one in said if isinstance(one, SorenessFelt)},
        pains=[one for one in said if isinstance(one, PainFelt)],
    )


def back_too_heavy(weight_g: int, *behind: Held, said: tuple[Happening, ...] = ()) -> list[str]:
    """What the watcher says of squats at a weight on the first day back."""
    start = datetime.combine(DAY, time(20))
    given = Given(start=start, minutes=40, lines=(squat(weight_g),), contacts=0, light=False, wanted=2)
    broken = Watcher(CATALOGUE).judge(given, behind, told(*said))
    return [one.words for one in broken if one.rule == "returning"]


def test_after_twelve_days_off_no_weight_above_nine_tenths_may_come() -> None:
    assert back_too_heavy(25_000, held(15, 25_000), held(12, 25_000)) == [
        "squat 25000 g after 12 days off from 25000 g"
    ]
    assert back_too_heavy(10_000, held(15, 25_000), held(12, 25_000)) == []


@pytest.mark.parametrize(("over", "fine"), [(20, True), (15, True), (22, False), (12, False)])
def test_what_the_week_after_a_fever_left_of_a_weight_is_no_measure(over: int, *, fine: bool) -> None:
    behind = (
        held(42, 25_000),
        held(37, 25_000),
        held(32, 25_000),
        held(27, 25_000),
        held(14, 10_000),
        held(12, 10_000),
    )
    later = back_too_heavy(12_500, *behind, said=(fever(26, over),))
    assert (later == []) is fine


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ((night(13, 229), night(12, 359)), True),
        ((night(13, 229), night(12, 360)), False),
        ((night(13), night(12, 273)), False),
        ((night(14, 229), night(12, 273)), False),
        ((night(12, readiness=2),), True),
        ((night(12, readiness=3),), False),
        ((night(13, readiness=2),), False),
        ((sore(12, 5),), True),
        ((sore(12, 4),), False),
        ((hurt(26),), True),
        ((hurt(27),), False),
        ((hurt(11),), False),
        ((hurt(20, 0),), False),
        ((), False),
    ],
)
def test_what_days_off_took_and_a_day_that_held_growth_kept_off_is_no_measure(
    said: tuple[Happening, ...], *, fine: bool
) -> None:
    """What virtual runner 168 was given: nine tenths after 12 days off, the same after two short nights, and nine tenths after 12 days off once
    more."""
    behind = held(38, 25_000), held(33, 25_000), held(21, 10_000), held(12, 10_000)
    assert (back_too_heavy(12_500, *behind, said=said) == []) is fine


def test_a_day_that_holds_growth_takes_no_weight_itself() -> None:
    tired = (night(12, readiness=1),)
    assert back_too_heavy(12_500, held(21, 25_000), held(16, 25_000), held(12, 10_000), said=tired) != []
    behind = held(38, 25_000), held(33, 25_000), held(21, 10_000), held(12, 7_500)
    assert back_too_heavy(12_500, *behind, said=tired) != []
