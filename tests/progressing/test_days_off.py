"""What days off, easings, other gear and a stall take off a dose, and what comes back afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest

from legday.model.easing import Decision, Easing
from legday.model.happened import Away
from legday.model.plan import PastSession, Prescription, Session, Told
from legday.model.runner import Gear, GearKind, LiftingLevel, Style
from legday.model.sets import LoggedSet
from legday.model.state import Log, RunnerState
from legday.progressing.returning import Comeback, Off, began_again, comeback, off_for
from legday.progressing.stalled import stalled_lifts
from logged_sessions import light_in, logged, rest_of
from plan_builder import line
from season_builder import MONDAY, Season, catalogue, runner, season_of, targets

RULES = catalogue().rulebook
PLATES = Gear(bar_g=20_000, plates_g=(10_000, 5_000, 2_500, 1_250, 500), things=frozenset({GearKind.BENCH}))
TRAINED = runner(gear=PLATES, lifting=LiftingLevel.TRAINED)


@pytest.mark.parametrize(
    ("days", "off"),
    [
        (9, Off.SAME),
        (10, Off.EASED),
        (21, Off.EASED),
        (22, Off.INTRO),
        (56, Off.INTRO),
        (57, Off.AGAIN),
    ],
)
def test_days_off_count_as_the_rule_says(days: int, off: Off) -> None:
    assert off_for(days, RULES) is off


def test_sessions_are_counted_from_the_first_one_back() -> None:
    first = comeback(None, last=MONDAY - timedelta(days=30), day=MONDAY, rules=RULES)
    assert first == Comeback(day=MONDAY, days=30, off=Off.INTRO)
    assert first is not None
    second = comeback(first, last=MONDAY, day=MONDAY + timedelta(days=3), rules=RULES)
    third = comeback(second, last=MONDAY + timedelta(days=3), day=MONDAY + timedelta(days=7), rules=RULES)
    assert second is not None
    assert third is not None
    assert [first.intro(RULES), second.intro(RULES), third.intro(RULES)] == [True, True, False]
    assert comeback(None, last=None, day=MONDAY, rules=RULES) is None


def off_for_days(
    days: int, *, weeks: int = 8, behind: int = 6
) -> tuple[Season, tuple[Session, ...], list[PastSession]]:
    """A season of which the first sessions were done, then nothing for so many days: what is left of it."""
    season = season_of(TRAINED, weeks=weeks + 14, always_grow=True)
    planned = season.sessions()
    done = [logged(one, light=light_in(season, one)) for one in planned[:behind]]
    since = done[-1].start.date() + timedelta(days=days)
    kept = tuple(day for day in season.days if day.start.date() >= since)
    rest = rest_of(replace(season, days=kept), done)
    return rest, rest.sessions(), done


def lines(sessions: tuple[Session, ...], exercise: str) -> Iterator[Prescription]:
    return (one for session in sessions for one in session.exercises if one.exercise == exercise)


def last_done(done: list[PastSession], exercise: str) -> Prescription:
    return next(one for past in reversed(done) for one in past.exercises if one.exercise == exercise)


def test_after_two_weeks_off_a_tenth_lighter_and_a_set_less_once() -> None:
    _, sessions, done = off_for_days(12)
    before = last_done(done, "squat")
    first, second = list(lines(sessions, "squat"))[:2]
    days = (sessions[0].day - done[-1].start.date()).days
    assert 10 <= days <= 21
    assert before.weight_g * 80 // 100 <= first.weight_g <= before.weight_g * 90 // 100
    assert first.sets == before.sets - 1
    assert f"90 % of the weight and 1 set fewer after {days} days without a leg session" in first.why
    assert second.weight_g >= before.weight_g
    assert second.sets == before.sets


def test_a_weight_far_below_what_days_off_explain_is_the_one_to_go_on_from() -> None:
    season = season_of(TRAINED, weeks=10, always_grow=True)
    planned = [one for one in season.sessions() if any(line.exercise == "squat" for line in one.exercises)]

    def heavy(one: LoggedSet) -> LoggedSet:
        return replace(one, weight_g=60_000) if one.exercise == "squat" else one

    back, after = planned[2], planned[3]
    assert (back.day - planned[0].day).days == 14
    kept = tuple(day for day in season.days if day.start >= after.start)
    done = [logged(planned[0], heavy), logged(back)]
    squat = next(lines(rest_of(replace(season, days=kept), done).sessions(), "squat"))
    assert last_done(done, "squat").weight_g < 30_000
    assert squat.weight_g < 30_000, squat.why


def test_after_a_month_off_an_intro_of_two_sessions() -> None:
    _, sessions, done = off_for_days(30)
    before = {one.exercise: one for past in done[-2:] for one in past.exercises}
    for session in sessions[:2]:
        assert {one.rir for one in session.exercises} == {4}
        assert (
            sum(one.sets for one in session.exercises)
            <= sum(before[one.exercise].sets for one in session.exercises) * 60 // 100 + 1
        )
        for one in session.exercises:
            assert one.weight_g <= max(before[one.exercise].weight_g * 75 // 100, 20_000)
    squat = next(lines(sessions, "squat"))
    assert "75 % of the weight after" in squat.why
    assert {one.rir for one in sessions[2].exercises} != {4}


def test_after_nine_weeks_off_the_season_begins_with_foundation_at_little_more_than_half_the_weight() -> None:
    profile = runner(gear=PLATES, lifting=LiftingLevel.TRAINED, style=Style.EVIDENCE)
    season = season_of(profile, weeks=10, always_grow=True)
    done = tuple(logged(one, light=light_in(season, one)) for one in season.sessions())
    assert season.weeks[-1].phase.value == "strength"
    monday = season.weeks[-1].start + timedelta(weeks=10)
    again = targets(profile, today=monday, done=done, plan_began=MONDAY, foundation_weeks=10, weeks=4)
    assert [week.phase.value for week in again] == ["foundation"] * 4
    soon = season.weeks[-1].start + timedelta(weeks=2)
    assert targets(profile, today=soon, done=done, plan_began=MONDAY, foundation_weeks=10)[0].phase.value != (
        "foundation"
    )
    back = replace(done[-1], start=datetime.combine(monday, time(18)))
    later = targets(
        profile,
        today=monday + timedelta(weeks=2),
        done=(*done, back),
        plan_began=MONDAY,
        foundation_weeks=1,
        weeks=2,
    )
    assert [week.phase for week in later] == [week.phase for week in again[2:]]


def test_leg_work_begins_again_on_the_first_day_after_the_long_time_off() -> None:
    def held(days_ago: int, told: Told = Told.LOGGED) -> PastSession:
        return PastSession(start=datetime.combine(MONDAY - timedelta(days=days_ago), time(18)), told=told)

    assert began_again((held(80), held(10), held(3)), MONDAY, RULES) == MONDAY - timedelta(days=10)
    assert began_again((held(80),), MONDAY, RULES) == MONDAY
    assert began_again((held(80), held(10, Told.UNSAID)), MONDAY, RULES) == MONDAY
    assert began_again((held(30), held(3)), MONDAY, RULES) is None
    assert began_again((), MONDAY, RULES) is None


def easing(**changes: object) -> Easing:
    facts: dict[str, object] = {
        "rule": "readiness",
        "decision": Decision.EASE,
        "first": MONDAY,
        "last": MONDAY + timedelta(days=6),
        "why": "Legs sore 5 of 10.",
    }
    return Easing(**{**facts, **changes})  # type: ignore[arg-type]


def eased(*easings: Easing, weeks: int = 6) -> tuple[tuple[Session, ...], tuple[Session, ...]]:
    """The sessions of a season from its third week on, with and without easings in that week."""
    season = season_of(TRAINED, weeks=weeks, always_grow=True)
    planned = season.sessions()
    done = [logged(one) for one in planned[:4]]
    start = season.weeks[2].start
    shifted = tuple(
        replace(one, first=start, last=None if one.last is None else start + (one.last - one.first))
        for one in easings
    )
    return rest_of(season, done, easings=shifted).sessions(), planned[4:]


def test_an_eased_week_takes_weight_sets_and_reserve_and_gives_them_back() -> None:
    now, plain = eased(easing(weight_percent=90, sets_less=1, rir_plus=1))
    for session, before in zip(now[:2], plain[:2], strict=True):
        for one, other in zip(session.exercises, before.exercises, strict=True):
            assert one.weight_g <= other.weight_g * 90 // 100 or one.weight_g == 20_000 or not other.weight_g
            assert one.sets == max(1, other.sets - 1)
            assert one.rir == min(4, other.rir + 1)
            assert one.target <= other.target
    assert "legs sore 5 of 10" in now[0].exercises[0].why.lower()
    weights = {one.exercise: one.weight_g for one in now[2].exercises}
    held = {one.exercise: one.weight_g for one in plain[0].exercises}
    assert all(weights[name] >= held[name] - 5_000 for name in weights)
    assert max(weights[name] - held[name] for name in weights) >= 0


def test_three_fifths_of_the_sets_are_left_of_a_sore_day() -> None:
    now, plain = eased(easing(sets_percent=60))
    assert (
        sum(one.sets for one in now[0].exercises) == sum(one.sets for one in plain[0].exercises) * 60 // 100
    )
    assert any("Legs sore 5 of 10".lower() in one.why.lower() for one in now[0].exercises)


def test_what_is_to_be_avoided_is_left_out() -> None:
    now, _ = eased(easing(avoid=frozenset({"deadlift"})))
    held = {one.exercise for session in now[:2] for one in session.exercises}
    assert "deadlift" not in held
    assert "deadlift" in {one.exercise for session in now[2:] for one in session.exercises}


def test_impact_goes_while_it_must() -> None:
    season = season_of(runner(likes=("pogo",)), weeks=12, explosive="pogo")
    planned = season.sessions()
    assert any(session.contacts for session in planned)
    calm = easing(no_impact=True, last=None)
    held = replace(season, state=replace(season.state, easings=(calm,))).sessions()
    assert not any(session.contacts for session in held)


def test_a_promised_dose_is_eased_too() -> None:
    season = season_of(TRAINED, weeks=2)
    first = season.sessions()[0]
    promised = PastSession(start=first.start, menu=first.menu, exercises=first.exercises)
    kept = replace(season.state, promised=(promised,), easings=(easing(sets_less=1, rir_plus=1),))
    given = replace(season, state=kept).sessions()[0]
    assert [one.sets for one in given.exercises] == [one.sets - 1 for one in first.exercises]
    assert [one.target for one in given.exercises] == [one.target for one in first.exercises]


def test_other_gear_for_a_week_is_used_and_home_weights_return() -> None:
    season = season_of(TRAINED, weeks=6, always_grow=True)
    planned = season.sessions()
    done = [logged(one) for one in planned[:4]]
    start = season.weeks[2].start
    hotel = Gear(dumbbells_g=(5_000,), things=frozenset({GearKind.BENCH}))
    away = Away(
        id=UUID(int=7),
        at=datetime(2026, 11, 1, tzinfo=UTC),
        first=start,
        last=start + timedelta(days=6),
        gear=hotel,
    )
    now = rest_of(season, done, log=Log(away=(away,))).sessions()
    for session in now[:2]:
        assert {one.weight_g for one in session.exercises} <= {0, 5_000, 10_000}
    squat_home = next(one.weight_g for one in planned[2].exercises if one.exercise == "squat")
    assert next(one.weight_g for one in now[2].exercises if one.exercise == "squat") >= squat_home


def stuck(exercise: str, *, sets: tuple[int, int, int], days_ago: int, light: bool = False) -> PastSession:
    asked = line(f"{exercise} 3x10 40kg rir2")
    start = datetime.combine(MONDAY - timedelta(days=days_ago), time(18))
    done = tuple(LoggedSet(exercise=exercise, reps=reps, weight_g=40_000, rir=2) for reps in sets)
    return PastSession(
        start=start, told=Told.LOGGED, sets=done, prescribed=(asked,), exercises=(asked,), light=light
    )


def stall(*reps: tuple[int, int, int], lifts: int = 2, light: bool = False) -> tuple[str, ...]:
    names = ("squat", "deadlift", "glute-bridge")[:lifts]
    done = [
        stuck(name, sets=sets, days_ago=7 * (len(reps) - n), light=light and n == 1)
        for n, sets in enumerate(reps)
        for name in names
    ]
    return stalled_lifts(RunnerState(profile=runner(), done=tuple(done)), catalogue(), MONDAY)


def test_two_lifts_that_fell_short_and_did_not_rise_over_three_sessions_are_a_stall() -> None:
    flat = ((10, 10, 9), (10, 9, 9), (10, 10, 9))
    assert stall(*flat) == ("squat", "deadlift")
    assert stall(*flat, lifts=1) == ()
    assert stall(*flat[:2]) == ()
    assert stall(*flat, light=True) == ()
    assert stall((10, 9, 9), (10, 10, 9), (11, 11, 11)) == ()
    assert stall((10, 10, 10), (10, 10, 10), (10, 10, 10)) == ()


def test_a_stall_makes_this_week_a_lighter_one_and_says_why() -> None:
    done = tuple(
        stuck(name, sets=(10, 9, 9), days_ago=7 * n) for n in (3, 2, 1) for name in ("squat", "deadlift")
    )
    week = targets(runner(), done=done, foundation_weeks=3, plan_began=MONDAY - timedelta(weeks=3))[0]
    assert week.cut_back
    assert week.sets_percent == 55
    assert "squat and deadlift have not risen over 3 sessions" in week.why
