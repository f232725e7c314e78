"""How strong the log says a runner is, and how far that may be wrong."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.plan import PastSession, Prescription, Told
from legday.model.runner import GearKind, LiftingLevel
from legday.model.sets import LoggedSet, Side
from legday.model.state import RunnerState
from legday.progressing.strength import (
    Shown,
    epley,
    estimate,
    estimate_from_kin,
    estimates,
    histories,
    history,
    reach_g,
    share_of_maximum,
    weaker,
)
from plan_builder import line
from season_builder import MONDAY, catalogue, runner

TRAINED = runner(lifting=LiftingLevel.TRAINED, body_mass_g=60_000)


def session(
    *sets: LoggedSet, days_ago: int = 1, asked: tuple[Prescription, ...] = (), told: Told = Told.LOGGED
) -> PastSession:
    start = datetime.combine(MONDAY - timedelta(days=days_ago), time(18))
    return PastSession(start=start, told=told, sets=sets, prescribed=asked, exercises=asked)


def one(words: str, **changes: object) -> LoggedSet:
    """`squat 5x100kg rir2`: repetitions × weight; the reserve may be left out."""
    exercise, work, *rest = words.split()
    reps, weight = work.split("x")
    rir = int(rest[0][3:]) if rest else None
    made = LoggedSet(exercise=exercise, reps=int(reps), weight_g=round(float(weight[:-2]) * 1000), rir=rir)
    return replace(made, **changes)  # type: ignore[arg-type]


def state(*done: PastSession, **changes: object) -> RunnerState:
    return RunnerState(profile=replace(TRAINED, **changes), done=done)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("repetitions", "kg"), [(1, 100.0), (3, 110.0), (5, 116.7), (8, 126.7), (10, 133.3), (12, 140.0)]
)
def test_epley_gives_the_published_numbers_for_a_hundred_kilograms(repetitions: int, kg: float) -> None:
    assert epley(100_000, repetitions) / 1000 == pytest.approx(kg, abs=0.05)


@pytest.mark.parametrize(
    ("repetitions", "reserve", "percent"), [(5, 2, 81.1), (8, 2, 73.9), (10, 2, 68.0), (12, 2, 62.6)]
)
def test_the_table_of_percents_is_read_where_it_is_lower_than_epley(
    repetitions: int, reserve: int, percent: float
) -> None:
    share = share_of_maximum(repetitions + reserve)
    assert share * 100 == pytest.approx(min(percent, 3000 / (30 + repetitions + reserve)))
    assert share_of_maximum(1) == 1
    assert share_of_maximum(40) == pytest.approx(30 / 70)


def test_a_first_session_gives_its_own_reading_with_a_wide_band() -> None:
    found = estimates(state(session(one("squat 5x60kg rir1"))), catalogue())
    squat = found["squat", Side.BOTH]
    assert squat.grams == round((51_000 + 60_000) * 36 / 30)
    assert squat.sessions == 1
    own = 0.05**2 + 0.03**2
    assert log(squat.grams / squat.sure_g) == pytest.approx(1.2816 * own**0.5, abs=1e-3)
    assert log(squat.high_g / squat.grams) == pytest.approx(1.2816 * (own + 0.15**2) ** 0.5, abs=1e-3)
    assert log(squat.grams / squat.low_g) == pytest.approx(log(squat.high_g / squat.grams), abs=1e-3)
    assert squat.external_g(catalogue().exercises["squat"], 60_000) == squat.grams - 51_000


def test_sets_with_four_or_more_left_say_little_until_a_harder_one_is_done() -> None:
    easy = estimates(state(session(one("squat 5x60kg rir4"))), catalogue())["squat", Side.BOTH]
    harder = estimates(state(session(one("squat 5x60kg rir3"))), catalogue())["squat", Side.BOTH]
    assert log(easy.high_g / easy.low_g) > 1.5 * log(harder.high_g / harder.low_g)
    assert easy.sure_g > harder.sure_g


def test_short_hip_and_trunk_work_says_nothing_of_strength() -> None:
    assert estimates(state(session(one("dead-bug 5x0kg rir1", exercise="dead-bug"))), catalogue()) == {}


def test_more_repetitions_and_a_beginner_make_the_band_wider() -> None:
    few = estimates(state(session(one("squat 5x60kg rir1"))), catalogue())["squat", Side.BOTH]
    many = estimates(state(session(one("squat 8x60kg rir1"))), catalogue())["squat", Side.BOTH]
    beginner = estimates(
        state(session(one("squat 5x60kg rir1")), lifting=LiftingLevel.BEGINNER), catalogue()
    )["squat", Side.BOTH]
    assert few.high_g / few.low_g < many.high_g / many.low_g
    assert few.high_g / few.low_g < beginner.high_g / beginner.low_g


@pytest.mark.parametrize(
    "done",
    [
        one("squat 8x60kg rir3"),
        one("squat 1x100kg rir0"),
        one("squat 5x60kg"),
        one("squat 5x60kg rir2", warm_up=True),
        one("squat 5x60kg rir2", seconds=True),
        one("squat 0x60kg rir2"),
        one("side-plank 5x0kg rir2"),
        one("box-jump 5x0kg rir2"),
        replace(one("squat 5x60kg rir2"), weight_g=None),
    ],
    ids=[
        "eleven in all",
        "a tested maximum",
        "reserve unsaid, nothing asked",
        "warm-up",
        "a hold",
        "no repetition",
        "a plank",
        "a jump",
        "weight unsaid, nothing asked",
    ],
)
def test_sets_that_say_too_little_give_no_estimate(done: LoggedSet) -> None:
    assert not estimates(state(session(done)), catalogue())


def test_what_was_not_said_is_taken_as_asked_with_a_wider_band() -> None:
    asked = line("squat 3x6 60kg rir2")
    said = estimates(state(session(one("squat 6x60kg rir2"), asked=(asked,))), catalogue())
    unsaid = LoggedSet(exercise="squat", reps=6)
    taken = estimates(state(session(unsaid, asked=(asked,))), catalogue())
    assert taken["squat", Side.BOTH].grams == said["squat", Side.BOTH].grams
    assert taken["squat", Side.BOTH].low_g < said["squat", Side.BOTH].low_g


def test_bands_and_backpacks_have_no_known_weight() -> None:
    asked = line("deadlift 3x8", gear=(GearKind.BANDS,))
    assert not estimates(state(session(one("deadlift 8x0kg rir2"), asked=(asked,))), catalogue())


def test_sessions_that_were_not_logged_say_nothing() -> None:
    assert not estimates(state(session(one("squat 5x60kg rir1"), told=Told.ASSUMED)), catalogue())


def test_many_sets_of_one_day_are_one_reading() -> None:
    once = estimates(state(session(one("squat 5x60kg rir1"))), catalogue())
    often = estimates(state(session(*(one("squat 5x60kg rir1"),) * 8)), catalogue())
    assert once == often


def test_sessions_narrow_the_band_and_days_widen_it() -> None:
    shown = [Shown(day=MONDAY + timedelta(days=7 * n), grams=100_000, sd=0.06) for n in range(4)]
    told = history(shown)
    spreads = [one.high_g - one.low_g for one in told]
    assert spreads == sorted(spreads, reverse=True)
    assert [one.sessions for one in told] == [1, 2, 3, 4]
    later = estimate(shown, today=MONDAY + timedelta(days=60))
    assert later is not None
    assert later.grams == told[-1].grams
    assert later.high_g - later.low_g > spreads[-1]
    assert estimate([]) is None


def test_the_first_update_is_kalmans() -> None:
    first = Shown(day=MONDAY, grams=100_000, sd=0.06)
    then = Shown(day=MONDAY + timedelta(days=4), grams=110_000, sd=0.06)
    variance = 0.06**2 + 4 * 0.005**2
    gain = variance / (variance + 0.06**2)
    told = estimate([then, first])
    assert told is not None
    assert log(told.grams / 100_000) == pytest.approx(gain * log(1.1), abs=1e-4)


def test_each_leg_has_its_own_estimate_and_the_weaker_one_counts() -> None:
    sets = (
        one("step-up 6x20kg rir2", side=Side.LEFT),
        one("step-up 6x15kg rir2", side=Side.RIGHT),
    )
    known = estimates(state(session(*sets)), catalogue())
    assert set(known) == {("step-up", Side.LEFT), ("step-up", Side.RIGHT)}
    assert weaker(known, "step-up") == known["step-up", Side.RIGHT]
    swapped = tuple(replace(each, side=Side.RIGHT if each.side is Side.LEFT else Side.LEFT) for each in sets)
    other = estimates(state(session(*swapped)), catalogue())
    assert other["step-up", Side.LEFT] == known["step-up", Side.RIGHT]
    assert other["step-up", Side.RIGHT] == known["step-up", Side.LEFT]


def test_a_kin_lends_its_strength_by_a_factor_with_a_wider_band() -> None:
    known = estimates(state(session(one("squat 5x60kg rir1"))), catalogue())
    goblet = estimate_from_kin(known, "goblet-squat", catalogue())
    squat = known["squat", Side.BOTH]
    assert goblet is not None
    assert goblet.kin == "squat"
    assert goblet.grams == round(squat.grams * 0.75)
    assert goblet.high_g / goblet.low_g > squat.high_g / squat.low_g
    assert estimate_from_kin(known, "calf-raise", catalogue()) is None


def test_kin_of_one_movement_under_load_have_a_factor_both_ways_or_none() -> None:
    squats = ("squat", "goblet-squat", "box-squat")
    factors = {(one.was, one.now): one.percent for one in catalogue().transfers.values()}
    assert all((was, now) in factors for was in squats for now in squats if was != now)
    assert all(factors.get((now, was), 100) * percent <= 11_500 for (was, now), percent in factors.items())


def test_every_transfer_factor_is_called_our_own() -> None:
    assert {one.grade.value for one in catalogue().transfers.values()} == {"P"}
    for transfer in catalogue().transfers.values():
        assert catalogue().exercises[transfer.was].movement is catalogue().exercises[transfer.now].movement


def test_a_history_has_one_point_for_each_session() -> None:
    done = [session(one(f"squat 5x{kg}kg rir1"), days_ago=ago) for kg, ago in ((50, 15), (55, 8), (60, 1))]
    points = histories(state(*done), catalogue())["squat", Side.BOTH]
    assert [one.day for one in points] == [MONDAY - timedelta(days=ago) for ago in (15, 8, 1)]
    assert [one.grams for one in points] == sorted(one.grams for one in points)


better = st.tuples(st.integers(2, 12), st.integers(0, 5), st.integers(10, 80))


@given(first=better, last=better, more=st.tuples(*(st.integers(0, 3),) * 3))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_what_is_in_reach_is_never_less_after_a_better_set(
    first: tuple[int, int, int], last: tuple[int, int, int], more: tuple[int, int, int]
) -> None:
    def reach(done: tuple[int, int, int]) -> int | None:
        earlier = session(one(f"squat {first[0]}x{first[2]}kg rir{first[1]}"), days_ago=8)
        now = session(one(f"squat {done[0]}x{done[2]}kg rir{done[1]}"))
        return reach_g((earlier, now), catalogue().exercises["squat"], state())

    worse = reach(last)
    improved = reach((last[0] + more[0], last[1] + more[1], last[2] + more[2]))
    if worse is not None and improved is not None:
        assert improved >= worse


def test_the_days_of_an_estimate_are_dates() -> None:
    assert estimates(state(session(one("squat 5x60kg rir1"))), catalogue(), date(2026, 12, 1))[
        "squat", Side.BOTH
    ].day == date(2026, 12, 1)
