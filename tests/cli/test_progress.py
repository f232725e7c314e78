"""`legday progress`: strength with its band, sets done and planned, sides, loads."""

import shutil
from math import exp

import jsonschema
import pytest

from legday.cli.show_progress import sparkline
from legday.writing.schema_files import schema
from terminal import ANA, TODAY, home_of_ana, legday

LIFTER = """\
name = "Bo"
born = 1991
body_mass_kg = 70
lifting = "trained"
[gear]
bar_kg = 20
plates_kg = [1.25, 2.5, 5, 10, 20]
dumbbells_kg = [5, 10, 15, 20]
bench = true
[[openings]]
weekday = "tue"
start = "18:00"
minutes = 60
[[openings]]
weekday = "fri"
start = "18:00"
minutes = 60
"""
LOGGED = """\
2026-11-03 session 18:00 40 min effort 6/10
2026-11-03 squat 3x5 60 kg rir 2
2026-11-03 split-squat 1x6 20 kg rir 2 left
2026-11-03 split-squat 1x15 20 kg rir 2 right
2026-11-03 calf-raise 3x15 20 kg rir 3
2026-11-03 side-plank 2x30
2026-11-10 session 18:00 40 min effort 7/10
2026-11-10 squat 3x5 62.5 kg rir 2
2026-11-10 split-squat 1x6 20 kg rir 2 left
2026-11-10 split-squat 1x15 20 kg rir 2 right
2026-11-17 session 18:00 45 min
2026-11-17 squat 3x5 65 kg rir 2
"""


@pytest.fixture(scope="module")
def _logged(tmp_path_factory):
    home = home_of_ana(tmp_path_factory.mktemp("bo"), profile=LIFTER)
    done = legday("log", "-", "--yes", "--today", TODAY, home=home, given=LOGGED)
    assert done.code == 0, done.err
    return home


@pytest.fixture
def bo(tmp_path, _logged):
    """A home of a lifter with three logged sessions."""
    return shutil.copytree(_logged, tmp_path / "home")


@pytest.fixture(scope="module")
def value(_logged):
    return legday("progress", "--today", TODAY, "--json", home=_logged).value


def test_the_json_fits_its_schema(value):
    jsonschema.validate(value, schema("progress"))


def test_strength_has_a_band_and_how_it_came_about(value):
    squat = next(one for one in value["strength"] if one["exercise"] == "squat")

    assert squat["low_g"] < squat["maximum_g"] < squat["high_g"]
    assert squat["shown_g"] == sorted(squat["shown_g"])
    assert (squat["sessions"], len(squat["shown_g"])) == (3, 3)


def test_where_nothing_can_be_told_it_says_why(value, bo):
    why = {one["exercise"]: one["why_not"] for one in value["strength"] if one["maximum_g"] is None}

    assert why == {
        "calf-raise": "sets longer than 10 repetitions to failure say little about strength",
        "side-plank": "jumps and holds say nothing in kilograms",
    }
    assert "Calf raise: sets longer than 10 repetitions" in legday("progress", "--today", TODAY, home=bo).out


def test_sets_done_stand_by_week(value):
    done = {week["start"]: week["done"]["sessions"] for week in value["weeks"]}

    assert [done[day] for day in ("2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23")] == [1, 1, 1, 0]
    assert value["weeks"][-1]["planned"]["sessions"] > 0


def test_a_weaker_leg_is_pointed_out_after_the_second_time(value, bo):
    (sides,) = value["sides"]

    assert (sides["exercise"], sides["flagged"]) == ("split-squat", True)
    assert "right" in legday("progress", "--today", TODAY, home=bo).out
    assert (
        "begin with the weaker leg; this is no injury test"
        in legday("progress", "--today", TODAY, home=bo).out
    )


def test_loads_are_effort_times_minutes(value):
    by_day = {one["date"]: one for one in value["days"]}

    assert [by_day[day]["lifts"] for day in ("2026-11-03", "2026-11-10", "2026-11-17")] == [240, 280, 225]
    assert by_day["2026-11-17"]["estimated"]
    assert value["days"][-1]["date"] == TODAY


def test_a_session_without_minutes_counts_with_what_its_sets_take_and_says_so(tmp_path):
    home = home_of_ana(tmp_path)
    said = ("squat 3x10 10 kg, calf-raise 3x15", "--effort", "6", "--today", TODAY)
    assert legday("log", *said, home=home).code == 0
    (day,) = legday("progress", "--today", TODAY, "--json", home=home).value["days"]

    # Warm-up 10, cool-down 5, squats 3 × 10 × 3 s and 2 × 90 s, calf raises 3 × 15 × 3 s and 2 × 60 s, a change of 60 s.
    assert (day["lifts"], day["estimated"]) == (6 * 25, True)


def test_the_averages_fade_over_the_days_of_the_rule(tmp_path):
    own = ANA + "[rules.loads]\ndays_short = 5\ndays_long = 30\n"
    home = home_of_ana(tmp_path, profile=own)
    said = ("squat 3x10 10 kg", "--effort", "5", "--minutes", "40", "--today", TODAY)
    assert legday("log", *said, home=home).code == 0
    told = legday("progress", "--today", TODAY, "--json", home=home).value

    assert told["average_days"] == {"short": 5, "long": 30}
    assert told["days"][0]["average_long"] == round(200 * (1 - exp(-1 / 30)), 1)
    assert " over 5 days, " in legday("progress", "--today", TODAY, home=home).out


def test_without_a_log_it_says_where_strength_would_come_from(tmp_path):
    printed = legday("progress", "--today", TODAY, home=home_of_ana(tmp_path)).out

    assert "Nothing is logged yet: strength is told from logged sets (`legday log`)." in printed


@pytest.mark.parametrize(
    ("values", "bars"), [((), ""), ((5, 5), "▄▄"), ((0, 1), "▁█"), ((1, 2, 3, 8), "▁▂▃█")]
)
def test_bars_go_from_the_lowest_to_the_highest(values, bars):
    assert sparkline(values) == bars
