"""What holds whatever the runner logs: what goes as planned changes nothing, doing better never costs, nothing rises when it may not."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legday.model.easing import Decision, Easing
from legday.model.gear_weights import exercise_weights
from legday.model.plan import Prescription, Session
from legday.model.runner import Gear, GearKind, LiftingLevel, Style
from legday.model.sets import LoggedSet
from logged_sessions import light_in, logged, rest_of
from season_builder import Season, catalogue, runner, season_of

SOME = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
GEARS = (
    Gear(dumbbells_g=(5_000, 7_500, 10_000, 12_500), things=frozenset({GearKind.BENCH})),
    Gear(dumbbells_g=(2_268, 4_536, 9_072, 11_340), kettlebells_g=(12_000,), things=frozenset({GearKind.BENCH})),
    Gear(bar_g=20_000, plates_g=(20_000, 10_000, 5_000, 2_500, 1_250, 500), things=frozenset({GearKind.BENCH})),
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
