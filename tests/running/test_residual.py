"""How much of the runs' cost is still in the legs."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.muscles import Muscle
from legday.model.runs import RunKind
from legday.running.residual import fading_hours, residual
from runs_made import judged_of

few = settings(deadline=None, max_examples=50, derandomize=True)
SUNDAY = date(2026, 11, 22)


def run(kind=RunKind.EASY, *, metres=10_000, **more):
    made = judged_of(SUNDAY, 60, kind=kind, at=time(8), metres=metres)
    return replace(made, cost={Muscle.SOLEUS: 100}, recording=replace(made.recording, **more))


@pytest.mark.parametrize(
    ("made", "day", "two_days"),
    [(run(), 30, 9), (run(RunKind.LONG), 47, 22), (run(RunKind.EASY, descent_m=400), 61, 37)],
    ids=["easy", "long", "downhill"],
)
def test_what_is_left_after_one_and_two_days(made, day, two_days):
    end = datetime(2026, 11, 22, 9)
    assert residual([made], at=end + timedelta(hours=24)) == {Muscle.SOLEUS: day}
    assert residual([made], at=end + timedelta(hours=48)) == {Muscle.SOLEUS: two_days}


def test_races_from_the_half_marathon_last_longer():
    assert fading_hours(run(RunKind.RACE)) == 32
    assert fading_hours(run(RunKind.RACE, metres=21_098)) == 48
    assert fading_hours(run(RunKind.RACE, metres=42_195)) == 72


def test_runs_to_come_cost_nothing_yet():
    assert residual([run()], at=datetime(2026, 11, 22, 7)) == {}


@few
@given(st.floats(1, 500), st.floats(0, 200))
def test_less_is_left_the_longer_ago(hours, more):
    begun = datetime(2026, 11, 22, 8)
    sooner = residual([run()], at=begun + timedelta(hours=hours))[Muscle.SOLEUS]
    later = residual([run()], at=begun + timedelta(hours=hours + more))[Muscle.SOLEUS]
    assert 0 <= later <= sooner <= 100
