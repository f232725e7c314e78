"""One run recorded by watch and phone is one run; the recording that tells more wins."""

from dataclasses import replace
from datetime import timedelta

import pytest

from legday.model.runs import FileFormat, Lap, Missing, Sport
from legday.model.twins import richer, same_run
from made_runs import made_recording

WATCH = made_recording()


def phone(*, seconds: int = 0, metres: int | None = 1800, elapsed_s: int = 600):
    return made_recording(
        sha256="b" * 64,
        format=FileFormat.GPX,
        start=WATCH.start + timedelta(seconds=seconds),
        metres=metres,
        elapsed_s=elapsed_s,
    )


@pytest.mark.parametrize(
    ("seconds", "metres", "same"),
    [
        (0, 1800, True),
        (120, 1800, True),
        (-120, 1800, True),
        (121, 1800, False),
        (0, 1746, True),
        (0, 1745, False),
        (0, 1855, True),
        (0, 1856, False),
    ],
)
def test_two_minutes_and_three_percent_make_the_same_run(seconds: int, metres: int, same: bool) -> None:
    other = phone(seconds=seconds, metres=metres)
    assert same_run(WATCH, other) is same_run(other, WATCH) is same


def test_without_distance_the_time_taken_decides() -> None:
    assert same_run(WATCH, phone(metres=None, elapsed_s=590))
    assert not same_run(WATCH, phone(metres=None, elapsed_s=500))


def test_a_recording_is_the_same_run_as_itself_whatever_changed_in_it() -> None:
    assert same_run(WATCH, replace(WATCH, start=WATCH.start + timedelta(days=1)))


def test_what_tells_more_wins() -> None:
    bare = phone()
    assert richer(bare, WATCH) == WATCH
    assert richer(WATCH, bare) == WATCH
    assert richer(replace(WATCH, missing=(Missing.HEART_RATE,)), bare) == bare
    assert richer(replace(WATCH, repairs=("wrong checksum at byte 9",)), bare) == bare
    lapped = replace(bare, laps=(Lap(start_s=0, seconds=600),))
    assert richer(WATCH, lapped) == lapped


def test_between_equals_the_first_stays() -> None:
    again = replace(WATCH, sha256="c" * 64)
    assert richer(WATCH, again) is WATCH


def test_a_ride_is_never_the_same_as_a_run_and_a_walk_may_be() -> None:
    assert not same_run(WATCH, replace(phone(), sport=Sport.RIDE))
    assert same_run(WATCH, replace(phone(), sport=Sport.WALK))
