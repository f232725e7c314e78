"""Lifts that stand still: which sessions are looked at, what counts as having risen, and the words of the lighter week."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from legday.model.plan import PastSession, Told
from legday.model.sets import LoggedSet
from legday.model.state import RunnerState
from legday.progressing.stalled import light_for_a_stall, stall_words, stalled_lifts
from plan_builder import line, plan, week
from season_builder import MONDAY, catalogue, runner

PAIR = ("squat", "deadlift")
SHORT = "10 10 9"
"""Three sets of which the last misses the ten that were asked for."""


def told(done: str, *, days_ago: int, lift: str = "squat", **changes: object) -> PastSession:
    """A session of 3 × 10 at 40 kg, and the repetitions of its sets: `10 10 9`, `10 10 9 @42.5 rir3`; two were to be left in reserve."""
    words = done.split()
    grams = next((round(float(word[1:]) * 1000) for word in words if word.startswith("@")), 40_000)
    rir = next((int(word[3:]) for word in words if word.startswith("rir")), 2)
    asked = line(f"{lift} 3x10 40kg rir2")
    sets = tuple(
        LoggedSet(exercise=lift, reps=int(word), weight_g=grams, rir=rir) for word in words if word.isdigit()
    )
    given = PastSession(
        start=datetime.combine(MONDAY - timedelta(days=days_ago), time(18)),
        told=Told.LOGGED,
        sets=sets,
        prescribed=(asked,),
        exercises=(asked,),
    )
    return replace(given, **changes)


def state(*done: PastSession) -> RunnerState:
    return RunnerState(profile=runner(), done=tuple(sorted(done, key=lambda one: one.start)))


def stalled(*done: PastSession, monday: date = MONDAY) -> tuple[str, ...]:
    return stalled_lifts(state(*done), catalogue(), monday)


def flat(*lifts: str, days: tuple[int, ...] = (15, 8, 1)) -> tuple[PastSession, ...]:
    """The same short session of each lift on each of these days ago."""
    return tuple(told(SHORT, days_ago=ago, lift=lift) for ago in days for lift in lifts)


def both(*sessions: str) -> tuple[str, ...]:
    """What stalls when squat and deadlift were each done once a week as written, the last six days ago."""
    last = 7 * len(sessions) - 1
    return stalled(
        *(told(one, days_ago=last - 7 * n, lift=lift) for n, one in enumerate(sessions) for lift in PAIR)
    )


@pytest.mark.parametrize(
    "sessions",
    [
        (SHORT, SHORT, SHORT),
        ("10 9 9", "10 10 9", "10 10 9"),
        ("10 10 10", SHORT, SHORT),
        ("10 10 10", "10 10 10", SHORT),
        (SHORT, "10 10 10 @35", SHORT),
        ("12 12 12", "11 11 11", SHORT),
        ("10 10 10 @45", SHORT, "10 10 10 @42.5"),
        (SHORT, "11 11 11", SHORT, SHORT, SHORT),
        ("8 8 8 rir1", "8 8 8 rir1", "8 8 8 rir1"),
        (SHORT, SHORT, "8 8 8 rir1"),
    ],
)
def test_the_last_three_sessions_stand_still_where_one_fell_short_and_none_rose(
    sessions: tuple[str, ...],
) -> None:
    assert both(*sessions) == PAIR


@pytest.mark.parametrize(
    "sessions",
    [
        (SHORT, SHORT),
        (SHORT, "10 10 10 @42.5", SHORT),
        (SHORT, "11 11 11", SHORT),
        (SHORT, SHORT, "11 11 11"),
        ("10 10 10", "11 11 11", SHORT),
        ("10 10 10 @45", SHORT, "11 11 11"),
        ("8 8 8 @45 rir1", SHORT, "8 8 8 @50 rir1"),
        (SHORT, "7 7 7 @60 rir1", "7 7 7 @60 rir1"),
        ("7 7 7 rir1", "7 7 7 rir1", "6 6 6 rir4"),
        (SHORT, "7 7 7 rir1", "6 6 6 rir4"),
        ("10 10 10", "10 10 10", "10 10 10"),
    ],
)
def test_more_weight_more_repetitions_or_more_strength_in_one_of_them_is_a_rise(
    sessions: tuple[str, ...],
) -> None:
    assert both(*sessions) == ()


def test_a_session_that_fell_short_does_not_rise_by_having_been_asked_for_more() -> None:
    done = [told(SHORT, days_ago=ago, lift=lift) for ago in (15, 8) for lift in PAIR]
    for lift in PAIR:
        last = told("9 9 9 rir0", days_ago=1, lift=lift)
        done.append(replace(last, prescribed=(line(f"{lift} 4x12 40kg rir2"),)))
    assert stalled(*done) == PAIR


def test_more_sets_than_before_are_a_rise() -> None:
    done = [told(SHORT, days_ago=ago, lift=lift) for ago in (15, 8) for lift in PAIR]
    for lift in PAIR:
        last = told("10 10 10 10", days_ago=1, lift=lift)
        done.append(replace(last, prescribed=(line(f"{lift} 4x10 40kg rir2"),)))
    assert stalled(*done) == ()


def test_one_lift_alone_is_no_stall_and_each_is_looked_at_by_its_own_sessions() -> None:
    assert stalled(*flat("squat")) == ()
    assert stalled(*flat("squat", days=(15, 8, 1)), *flat("deadlift", days=(8, 1))) == ()
    rising = (told(done, days_ago=ago, lift="deadlift") for done, ago in ((SHORT, 14), ("11 11 11", 7)))
    assert stalled(*flat("squat"), *rising, told(SHORT, days_ago=2, lift="deadlift")) == ()
    assert stalled(*flat("glute-bridge", *PAIR)) == ("glute-bridge", *PAIR)


@pytest.mark.parametrize(("ago", "found"), [(42, PAIR), (43, ())])
def test_a_session_counts_for_six_weeks(ago: int, found: tuple[str, ...]) -> None:
    assert stalled(*flat(*PAIR, days=(ago, 8, 1))) == found


def test_a_session_of_the_monday_itself_belongs_to_the_week() -> None:
    assert stalled(*flat(*PAIR, days=(8, 1, 0))) == ()
    assert stalled(*flat(*PAIR, days=(8, 1, 0)), monday=MONDAY + timedelta(weeks=1)) == PAIR


@pytest.mark.parametrize(("ago", "found"), [(20, ()), (21, ()), (22, PAIR)])
def test_after_a_light_week_no_more_than_three_weeks_ago_another_is_not_due(
    ago: int, found: tuple[str, ...]
) -> None:
    light = told("10 10 10 @20", days_ago=ago, light=True)
    assert stalled(light, *flat(*PAIR)) == found


def test_a_light_session_is_none_of_the_three() -> None:
    light = tuple(told("12 12 12 @50", days_ago=25, lift=lift, light=True) for lift in PAIR)
    assert stalled(*light, *flat(*PAIR, days=(36, 8, 1))) == PAIR
    assert stalled(*light, *flat(*PAIR, days=(8, 1))) == ()


@pytest.mark.parametrize("how", [Told.ASSUMED, Told.UNSAID])
def test_only_what_was_logged_stands_still(how: Told) -> None:
    assert stalled(*(replace(one, told=how) for one in flat(*PAIR))) == ()
    between = (replace(told("11 11 11", days_ago=5, lift=lift), told=how) for lift in PAIR)
    assert stalled(*flat(*PAIR), *between) == PAIR


def test_without_a_log_nothing_stands_still() -> None:
    assert stalled() == ()


def test_an_exercise_that_nobody_knows_is_not_looked_at() -> None:
    gone = (
        replace(
            one,
            sets=tuple(replace(done, exercise="gone") for done in one.sets),
            prescribed=(replace(one.prescribed[0], exercise="gone"),),
        )
        for one in flat("squat")
    )
    assert stalled(*gone, *flat("deadlift")) == ()


def test_the_first_two_lifts_are_named() -> None:
    assert stall_words(("glute-bridge", *PAIR), catalogue()) == (
        "glute bridge and squat have not risen over 3 sessions"
    )


@pytest.mark.parametrize("weekday", [0, 3, 6])
def test_a_day_of_the_lighter_week_says_which_lifts_made_it_so(weekday: int) -> None:
    lighter = plan(weeks=(week(1, cut_back=True), week(2)))
    said = light_for_a_stall(
        state(*flat(*PAIR)), lighter, catalogue(), today=MONDAY + timedelta(days=weekday)
    )
    assert said == "A lighter week: squat and deadlift have not risen over 3 sessions (rule stalled)."


def test_a_week_that_is_not_lighter_or_has_no_stall_says_nothing() -> None:
    known, lighter = state(*flat(*PAIR)), plan(weeks=(week(1, cut_back=True),))
    assert light_for_a_stall(state(*flat("squat")), lighter, catalogue(), today=MONDAY) == ""
    usual = plan(weeks=(week(1), week(2, cut_back=True)))
    assert light_for_a_stall(known, usual, catalogue(), today=MONDAY) == ""
    assert light_for_a_stall(known, plan(), catalogue(), today=MONDAY) == ""
