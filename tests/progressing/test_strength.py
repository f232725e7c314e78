"""How strong the log says a runner is, and how far that may be wrong."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.exercises import Counting
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
    shown_by,
    sides_of,
    weaker,
    weighable,
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
    own = 0.09**2 + 0.03**2 + 0.15**2
    assert log(harder.high_g / harder.grams) == pytest.approx(1.2816 * own**0.5, abs=1e-4)
    assert log(easy.high_g / easy.grams) == pytest.approx(1.2816 * (own + 0.25**2) ** 0.5, abs=1e-4)


def test_one_hard_session_is_enough_to_believe_the_easy_ones_with_it() -> None:
    def spread(*far: bool) -> float:
        days = [MONDAY + timedelta(days=7 * n) for n in range(len(far))]
        told = history(
            [Shown(day=day, grams=1e6, sd=0.06, far=one) for day, one in zip(days, far, strict=True)]
        )
        return log(told[-1].high_g / told[-1].grams)

    assert spread(True, True) > 1.2816 * 0.25
    assert spread(False, True) == spread(True, False) == spread(False, False)


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
    own = 0.05**2 + 0.05**2 + 0.03**2
    assert log(beginner.grams / beginner.sure_g) == pytest.approx(1.2816 * own**0.5, abs=1e-5)


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


def test_a_set_whose_reserve_was_said_stands_before_a_heavier_one_of_which_it_was_not() -> None:
    asked = line("squat 3x6 60kg rir2")
    said, unsaid = one("squat 6x60kg rir2"), LoggedSet(exercise="squat", reps=6, weight_g=80_000)
    both = estimates(state(session(unsaid, said, asked=(asked,))), catalogue())
    assert both == estimates(state(session(said, asked=(asked,))), catalogue())


def test_one_repetition_with_some_left_says_something() -> None:
    found = estimates(state(session(one("squat 1x100kg rir2"))), catalogue())
    assert found["squat", Side.BOTH].grams == round(151_000 * 33 / 30)


def test_a_name_that_nobody_knows_says_nothing() -> None:
    assert estimates(state(session(one("sqaut 5x60kg rir1"))), catalogue()) == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"counting": Counting.SECONDS},
        {"counting": Counting.SECONDS_PER_SIDE},
        {"short": True},
        {"trunk": True},
    ],
)
def test_holds_trunk_and_short_work_are_not_weighed(changes: dict[str, object]) -> None:
    squat = catalogue().exercises["squat"]
    assert weighable(squat, None)
    assert not weighable(replace(squat, **changes), None)  # type: ignore[arg-type]


def test_a_set_that_moves_nothing_says_nothing() -> None:
    without = replace(catalogue().exercises["squat"], body_share=0)
    assert shown_by(session(one("squat 5x0kg rir1")), without, state()) is None
    assert shown_by(session(one("squat 5x1kg rir1")), without, state()) is not None


def test_what_of_the_body_is_moved_is_counted_in_whole_grams() -> None:
    # 85 % of 60,001 g are 51,000.85 g.
    odd = state(session(one("squat 5x60kg rir1")), body_mass_g=60_001)
    squat = catalogue().exercises["squat"]
    told = shown_by(odd.done[0], squat, odd)
    assert told is not None
    assert told.grams == 111_000 * 36 / 30
    found = estimates(odd, catalogue())["squat", Side.BOTH]
    assert found.external_g(squat, 60_001) == 133_200 - 51_000
    assert replace(found, grams=50_999).external_g(squat, 60_001) == 0


def test_legs_are_counted_apart_where_an_exercise_is_done_by_one_leg_and_a_set_was() -> None:
    left, both = one("squat 5x60kg rir1", side=Side.LEFT), one("squat 5x60kg rir1")
    squat, step_up = (catalogue().exercises[name] for name in ("squat", "step-up"))
    assert sides_of(squat, [left]) == (Side.BOTH,)
    assert sides_of(step_up, [both, both]) == (Side.BOTH,)
    assert sides_of(step_up, [both, left]) == (Side.LEFT, Side.RIGHT)


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
    assert estimate(shown, today=shown[-1].day) == told[-1]
    assert estimate(shown, today=MONDAY) == told[-1]
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
    # 51 of 60 kg and the dumbbells, six done and two left: after Epley 38 / 30.
    assert known["step-up", Side.LEFT].grams == round(71_000 * 38 / 30)
    assert known["step-up", Side.RIGHT].grams == round(66_000 * 38 / 30)
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
    for own, lent in ((squat.low_g, goblet.low_g), (squat.sure_g, goblet.sure_g)):
        wider = (log(squat.grams / own) ** 2 + (1.2816 * 0.15) ** 2) ** 0.5
        assert log(goblet.grams / lent) == pytest.approx(wider, abs=1e-4)
    assert goblet.high_g / goblet.grams == pytest.approx(goblet.grams / goblet.low_g, abs=1e-4)
    assert estimate_from_kin(known, "calf-raise", catalogue()) is None


def test_of_several_kin_the_one_that_shows_least_counts() -> None:
    done = session(one("squat 5x80kg rir1"), one("box-squat 5x20kg rir1"))
    goblet = estimate_from_kin(estimates(state(done), catalogue()), "goblet-squat", catalogue())
    assert goblet is not None
    assert (goblet.kin, goblet.grams) == ("box-squat", round(71_000 * 36 / 30 * 0.9))
    done = session(one("squat 5x20kg rir1"), one("box-squat 5x80kg rir1"))
    goblet = estimate_from_kin(estimates(state(done), catalogue()), "goblet-squat", catalogue())
    assert goblet is not None
    assert goblet.kin == "squat"


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


SQUAT = catalogue().exercises["squat"]


def sure(*done: PastSession) -> int:
    return estimates(state(*done), catalogue())["squat", Side.BOTH].sure_g


def test_what_is_in_reach_is_what_an_estimate_is_sure_of() -> None:
    hard = [session(one(f"squat 5x{kg}kg rir1"), days_ago=ago) for kg, ago in ((90, 22), (50, 8), (60, 1))]
    assert reach_g(hard[-1:], SQUAT, state()) == sure(hard[-1])
    assert reach_g(hard[-2:], SQUAT, state()) == sure(*hard[-2:])
    assert reach_g(hard, SQUAT, state()) == sure(*hard)
    between = session(one("deadlift 5x60kg rir1"), days_ago=4)
    assert reach_g([hard[0], hard[1], between, hard[2]], SQUAT, state()) == sure(*hard)


def test_nothing_is_in_reach_of_which_no_log_speaks() -> None:
    assumed = session(one("squat 5x60kg rir1"), told=Told.ASSUMED)
    many = session(one("squat 12x40kg rir2"))
    assert reach_g([], SQUAT, state()) is None
    assert reach_g([assumed], SQUAT, state()) is None
    assert reach_g([session(one("deadlift 5x60kg rir1"))], SQUAT, state()) is None
    assert reach_g([many], SQUAT, state()) is None


def test_many_repetitions_show_at_least_what_ten_of_them_would() -> None:
    first, many = session(one("squat 5x60kg rir1"), days_ago=8), session(one("squat 14x60kg rir2"))
    ten = session(one("squat 8x60kg rir2"))
    assert reach_g([first, many], SQUAT, state()) == reach_g([first, ten], SQUAT, state()) == sure(first, ten)


def test_the_weaker_leg_says_what_is_in_reach() -> None:
    step_up = catalogue().exercises["step-up"]
    left, right = one("step-up 6x20kg rir2", side=Side.LEFT), one("step-up 6x15kg rir2", side=Side.RIGHT)
    alone = reach_g([session(right)], step_up, state())
    assert alone is not None
    assert reach_g([session(left, right)], step_up, state()) == alone
    other = one("step-up 6x15kg rir2")
    assert reach_g([session(left, other)], step_up, state()) == reach_g([session(other)], step_up, state())


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
