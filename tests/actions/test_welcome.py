"""The safe defaults of someone who says nothing, and the week they correct."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from legday.actions.init import set_profile
from legday.actions.machine_zone import machine_zone, zones
from legday.actions.profile_forms import profile_now, send_form
from legday.actions.stamp import Stamp
from legday.actions.weigh import weighed
from legday.actions.welcome import corrected_week, my_week, unknown_runner
from legday.catalogue.reader import read_catalogue
from legday.model.answers import Section
from legday.model.ids import new_id
from legday.model.runner import UsualRun
from legday.model.runs import Rhythm, RhythmDay, RunKind
from legday.store import open_store

TODAY = date(2026, 11, 24)
RUNNER = unknown_runner(name="Runner", today=TODAY, zone="UTC")
RHYTHM = Rhythm(
    weeks=6,
    days=(
        RhythmDay(
            weekday=1, chance=100, kind=RunKind.QUALITY, minutes=50, metres=9_000, start=time(6, 15), seen=6
        ),
        RhythmDay(weekday=3, chance=33, kind=RunKind.EASY, minutes=30, metres=5_000, start=None, seen=2),
        RhythmDay(weekday=6, chance=83, kind=RunKind.LONG, minutes=90, metres=None, start=time(8), seen=5),
    ),
)


def stamp(minute: int) -> Stamp:
    at = datetime(2026, 11, 24, 7, minute, tzinfo=UTC)
    return Stamp(new_id(at, bytes(10)), at)


def test_the_week_found_holds_the_runs_of_at_least_every_second_week():
    found = my_week(RUNNER, RHYTHM)
    assert [(run.weekday, run.kind, run.minutes) for run in found.runs] == [
        (1, RunKind.QUALITY, 50),
        (6, RunKind.LONG, 90),
    ]
    assert found.weeks == 6


def test_a_week_left_as_found_goes_on_being_found():
    said = [
        UsualRun(weekday=1, kind=RunKind.QUALITY, minutes=50),
        UsualRun(weekday=6, kind=RunKind.LONG, minutes=90),
    ]
    assert corrected_week(said, RHYTHM) == ()


def test_a_corrected_week_keeps_the_hours_that_were_found():
    said = [
        UsualRun(weekday=1, kind=RunKind.EASY, minutes=50),
        UsualRun(weekday=2, kind=RunKind.EASY, minutes=30),
    ]
    assert [(run.kind, run.start) for run in corrected_week(said, RHYTHM)] == [
        (RunKind.EASY, time(6, 15)),
        (RunKind.EASY, None),
    ]


def test_what_the_runner_said_of_the_week_comes_before_what_is_found():
    said = (UsualRun(weekday=5, kind=RunKind.EASY, minutes=40),)
    assert my_week(replace(RUNNER, usual_week=said), RHYTHM).runs == said


@pytest.mark.parametrize(("typed", "now"), [("61", 61_000), ("60", 60_000), ("64", 64_000)])
def test_a_mass_in_the_form_counts_over_a_weighing(tmp_path: Path, typed, now):
    catalogue = read_catalogue()
    with open_store(tmp_path / "home") as store:
        set_profile(store, RUNNER, stamp=stamp(0))
        store.append(weighed("61 kg", day=TODAY, stamp=stamp(1)))
        answers = {"name": "Mia", "born": "1990", "body_mass": typed}
        send_form(store, catalogue, Section.ABOUT, answers, today=TODAY, stamp=stamp(2))
        assert profile_now(store, today=TODAY).body_mass_g == now


def test_the_zone_of_the_machine_is_that_of_its_clock(tmp_path: Path):
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Ljubljana")
    assert machine_zone({}, tmp_path / "none") == "UTC"
    assert machine_zone({"TZ": ":America/Denver"}, tmp_path / "none") == "America/Denver"
    assert machine_zone({"TZ": "../../etc/passwd"}, tmp_path / "none") == "UTC"
    assert machine_zone({}, link) in {"Europe/Ljubljana", "UTC"}
    assert {"UTC", "Europe/Ljubljana"} <= set(zones())
