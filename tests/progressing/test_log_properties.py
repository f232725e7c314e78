"""What holds whatever the runner logs: what goes as planned changes nothing, doing better never costs, nothing rises when it may not."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legday.model.easing import Decision, Easing
from legday.model.gear_weights import exercise_weights
from legday.model.plan import PastSession, Prescription, Session
from legday.model.runner import Gear, GearKind, LiftingLevel, Style
from legday.model.sets import LoggedSet, Side
from logged_sessions import light_in, logged, rest_of
from season_builder import Season, catalogue, runner, season_of

SOME = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
GEARS = (
    Gear(dumbbells_g=(5_000, 7_500, 10_000, 12_500), things=frozenset({GearKind.BENCH})),
    Gear(
        dumbbells_g=(2_268, 4_536, 9_072, 11_340), kettlebells_g=(12_000,), things=frozenset({GearKind.BENCH})
    ),
    Gear(
        bar_g=20_000, plates_g=(20_000, 10_000, 5_000, 2_500, 1_250, 500), things=frozenset({GearKind.BENCH})
    ),
    Gear(),
)


@st.composite
def seasons(draw: st.DrawFn, *, weeks: int = 10) -> Season:
    profile = runner(
        gear=draw(st.sampled_from(GEARS)),
        style=draw(st.sampled_from(list(Style))),
        lifting=draw(st.sampled_from(list(LiftingLevel))),
        sessions_a_week=draw(st.integers(1, 3)),
    )
    return season_of(profile, weeks=weeks, minutes=draw(st.sampled_from([40, 75])))


def doses(sessions: tuple[Session, ...]) -> list[tuple[object, ...]]:
    return [
        (session.start, line.exercise, line.sets, line.target, line.weight_g, line.rir)
        for session in sessions
        for line in session.exercises
    ]


@given(season=seasons(), weeks=st.integers(1, 8))
@SOME
def test_weeks_done_exactly_as_prescribed_leave_the_rest_as_it_was(season: Season, weeks: int) -> None:
    planned = season.sessions()
    end = season.weeks[weeks].start
    behind = [one for one in planned if one.day < end]
    if not behind:
        return
    done = [logged(one, light=light_in(season, one)) for one in behind]
    rest = rest_of(season, done)
    assert doses(rest.sessions()) == doses(tuple(one for one in planned if one.start > done[-1].start))


@given(season=seasons(), count=st.integers(1, 12))
@SOME
def test_sessions_done_exactly_as_prescribed_leave_the_rest_as_it_was(season: Season, count: int) -> None:
    planned = season.sessions()
    done = [logged(one, light=light_in(season, one)) for one in planned[:count]]
    rest = rest_of(season, done)
    assert doses(rest.sessions()) == doses(planned[count:])


@st.composite
def worse_and_better(
    draw: st.DrawFn,
) -> tuple[dict[int, tuple[int, int, int]], dict[int, tuple[int, int, int]]]:
    """What two logs change of one exercise's last sessions, by session counted back: repetitions, reserve, grams; the second nowhere less."""
    worse, better = {}, {}
    for back in (0, 1):
        low = draw(st.integers(-4, 3)), draw(st.integers(-3, 3)), draw(st.sampled_from([-2_500, 0, 2_500]))
        more = draw(st.integers(0, 3)), draw(st.integers(0, 3)), draw(st.sampled_from([0, 0, 1_000, 2_500]))
        worse[back] = low
        better[back] = (low[0] + more[0], low[1] + more[1], low[2] + more[2])
    return worse, better


def changed(one: LoggedSet, exercise: str, by: tuple[int, int, int]) -> LoggedSet:
    if one.exercise != exercise:
        return one
    reps, reserve, grams = by
    weight = one.weight_g or 0
    return replace(
        one,
        reps=max(1, one.reps + reps),
        rir=max(0, (one.rir or 0) + reserve),
        weight_g=max(0, weight + grams) if weight else 0,
    )


def next_of(
    exercise: str, season: Season, sessions: tuple[Session, ...], log: dict[int, tuple[int, int, int]]
) -> Prescription | None:
    """The next prescription of an exercise after sessions of which the last that hold it went otherwise."""
    with_it = [one.start for one in sessions if any(line.exercise == exercise for line in one.exercises)]
    backs = {start: n for n, start in enumerate(reversed(with_it))}
    done = []
    for one in sessions:
        by = log.get(backs.get(one.start, 99), (0, 0, 0))
        alter = partial(changed, exercise=exercise, by=by)
        done.append(logged(one, alter, light=light_in(season, one)))
    coming = rest_of(season, done).sessions()
    return next((line for one in coming for line in one.exercises if line.exercise == exercise), None)


@given(season=seasons(), count=st.integers(2, 12), logs=worse_and_better(), data=st.data())
@settings(SOME, max_examples=120)
def test_a_better_log_never_gives_a_lower_next_weight(
    season: Season,
    count: int,
    logs: tuple[dict[int, tuple[int, int, int]], dict[int, tuple[int, int, int]]],
    data: st.DataObject,
) -> None:
    behind = season.sessions()[:count]
    exercise = data.draw(st.sampled_from(sorted({one.exercise for one in behind[-1].exercises})))
    low, high = (next_of(exercise, season, behind, log) for log in logs)
    if low is not None and high is not None:
        assert high.weight_g >= low.weight_g


@given(season=seasons(), count=st.integers(1, 10), logs=worse_and_better(), data=st.data())
@SOME
def test_after_any_log_every_weight_can_be_built_and_no_rise_is_larger_than_a_step(
    season: Season,
    count: int,
    logs: tuple[dict[int, tuple[int, int, int]], dict[int, tuple[int, int, int]]],
    data: st.DataObject,
) -> None:
    behind = season.sessions()[:count]
    exercise = data.draw(st.sampled_from(sorted({one.exercise for one in behind[-1].exercises})))
    done = [logged(one, partial(changed, exercise=exercise, by=logs[0][0])) for one in behind]
    gear = season.state.profile.gear
    for session in rest_of(season, done).sessions():
        for line in session.exercises:
            assert line.weight_g in exercise_weights(gear, catalogue().exercises[line.exercise])
            assert line.reps[0] <= line.target <= line.reps[1] + 4
            assert line.why.endswith(".")


@given(season=seasons(), count=st.integers(1, 10), data=st.data())
@SOME
def test_left_and_right_can_change_places(season: Season, count: int, data: st.DataObject) -> None:
    behind = season.sessions()[:count]
    fewer = data.draw(st.integers(0, 3))

    def sided(weaker: Side) -> list[PastSession]:
        found = []
        for one in behind:
            past = logged(one, light=light_in(season, one))
            sets = tuple(
                replace(each, side=side, reps=max(1, each.reps - (fewer if side is weaker else 0)))
                for each in past.sets
                for side in (Side.LEFT, Side.RIGHT)
            )
            found.append(replace(past, sets=sets))
        return found

    left, right = (rest_of(season, sided(side)).sessions() for side in (Side.LEFT, Side.RIGHT))
    assert doses(left) == doses(right)


@given(season=seasons(), count=st.integers(1, 10), days=st.integers(1, 40))
@SOME
def test_nothing_rises_on_days_without_growth(season: Season, count: int, days: int) -> None:
    planned = season.sessions()
    done = [logged(one, light=light_in(season, one)) for one in planned[:count]]
    last = done[-1].start.date()
    hold = Easing(
        rule="pain-gate",
        decision=Decision.HOLD,
        first=last,
        last=last + timedelta(days=days),
        why="Pain 3 of 10 at the Achilles.",
        no_growth=True,
    )
    rest = rest_of(season, done, easings=(hold,)).sessions()
    for session in rest:
        if not hold.holds_on(session.day):
            continue
        week = next(one.start for one in season.weeks if one.start <= session.day < one.start + timedelta(7))
        for line in session.exercises:
            before = [
                held
                for past in (*done, *rest)
                if week - timedelta(weeks=4) <= past.start.date() < week
                for held in past.exercises
                if held.exercise == line.exercise
            ]
            if before:
                assert line.weight_g <= max(one.weight_g for one in before)
                assert line.sets <= max(one.sets for one in before)
                assert line.target <= max(line.reps[0], *(one.target for one in before))
