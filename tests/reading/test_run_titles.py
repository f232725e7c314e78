"""What the titles of planned runs mean, as people and published plans write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.runner import Units
from legday.model.runs import RunKind
from legday.reading.run_titles import NO_RUN, RunTitle, read_title

EASY, RECOVERY, LONG, QUALITY, RACE = (
    RunKind.EASY,
    RunKind.RECOVERY,
    RunKind.LONG,
    RunKind.QUALITY,
    RunKind.RACE,
)
MILES, KM = Units.IMPERIAL, Units.METRIC


def mi(number):
    return round(number * 1609.344)


RUNS = [
    ("Tempo 5 mi", KM, QUALITY, mi(5), None),
    ("8 x 400 @ 5K", KM, QUALITY, None, None),
    ("Long run 12", MILES, LONG, mi(12), None),
    ("Long run 12", KM, LONG, 12_000, None),
    ("30 min easy", KM, EASY, None, 30),
    ("LT 8 w/ 4 at LT pace", MILES, QUALITY, mi(8), None),
    ("GA 10 + strides", MILES, EASY, mi(10), None),
    ("GA 8 w/ 10 x 100 strides", MILES, EASY, mi(8), None),
    ("MLR 14", MILES, LONG, mi(14), None),
    ("Medium-long run 13 mi", KM, LONG, mi(13), None),
    ("Recovery 5", MILES, RECOVERY, mi(5), None),
    ("Recovery 5 + 6 x 100 strides", MILES, RECOVERY, mi(5), None),
    ("VO2max 9 w/ 5 x 1000", MILES, QUALITY, mi(9), None),
    ("Half marathon race", KM, RACE, 21_098, None),
    ("Half Marathon", KM, RACE, 21_098, None),
    ("Marathon", KM, RACE, 42_195, None),
    ("Ljubljana Marathon", KM, RACE, 42_195, None),
    ("10k race", MILES, RACE, 10_000, None),
    ("Tune-up race 8 km", KM, RACE, 8_000, None),
    ("RACE DAY", KM, RACE, None, None),
    ("Parkrun", KM, RACE, 5_000, None),
    ("Easy parkrun", KM, EASY, 5_000, None),
    ("Easy 3m + 4 x 100 strides", KM, EASY, mi(3), None),
    ("3 m run", MILES, EASY, mi(3), None),
    ("20m easy", MILES, EASY, mi(20), None),
    ("20m easy", KM, EASY, None, 20),
    ("1:45 long", KM, LONG, None, 105),
    ("1h30 long run", KM, LONG, None, 90),
    ("1.5 hours long", KM, LONG, None, 90),
    ("1 h 15 min easy", KM, EASY, None, 75),
    ("45:00 easy", KM, EASY, None, 45),
    ("Easy 45'", KM, EASY, None, 45),
    ("60-70 min steady", KM, EASY, None, 70),
    ("5-6 miles easy", KM, EASY, mi(6), None),
    ("5 or 6 miles easy", KM, EASY, mi(6), None),
    ("10-mile run", KM, EASY, mi(10), None),
    ("16 miler", KM, EASY, mi(16), None),
    ("8,5 km easy", MILES, EASY, 8_500, None),
    ("Easy 6.5", MILES, EASY, mi(6.5), None),
    ("6½ miles easy", KM, EASY, mi(6.5), None),
    ("Hills", KM, QUALITY, None, None),
    ("3 x hill", MILES, QUALITY, None, None),
    ("Hill sprints 8 x 10 s", KM, QUALITY, None, None),
    ("Long hilly run 22 km", KM, LONG, 22_000, None),
    ("Fartlek", KM, QUALITY, None, None),
    ("Track", KM, QUALITY, None, None),
    ("35 min tempo", KM, QUALITY, None, 35),
    ("30 tempo", MILES, QUALITY, None, 30),
    ("Tempo run (8 km)", KM, QUALITY, 8_000, None),
    ("6 x 400 5K pace", MILES, QUALITY, None, None),
    ("10 x 400m w/ 200m jog", KM, QUALITY, None, None),
    ("Yasso 800s", KM, QUALITY, None, None),
    ("Cruise intervals 4 × 1 mile", KM, QUALITY, None, None),
    ("Threshold 3 x 10 min", KM, QUALITY, None, None),
    ("Progression run 10 km", KM, QUALITY, 10_000, None),
    ("Time trial 5 km", KM, QUALITY, 5_000, None),
    ("2 mi WU, 4 mi tempo, 2 mi CD", KM, QUALITY, mi(2) * 2 + mi(4), None),
    ("10 min warm-up, 5 x 3 min hard / 2 min jog, 10 min cool-down", KM, QUALITY, None, 35),
    ("Warm up 2 km, 6 x 800 @ 5K pace w/ 400 jog, cool down 2 km", KM, QUALITY, 8_800, None),
    ("10 min warm up, 5 x 1000, 10 min cool down", KM, QUALITY, None, None),
    ("Tue: Intervals 6 x 800", KM, QUALITY, None, None),
    ("Week 3 Day 2: Easy 5 km", KM, EASY, 5_000, None),
    ("W3D2 - 40 min easy", KM, EASY, None, 40),
    ("5 mi", KM, EASY, mi(5), None),
    ("6", MILES, EASY, mi(6), None),
    ("5K", MILES, EASY, 5_000, None),
    ("Run 45", KM, EASY, None, 45),
    ("Strides", KM, EASY, None, None),
    ("5 miles w/ 6x strides", KM, EASY, mi(5), None),
    ("Easy run 8km, 6 x 20s strides", KM, EASY, 8_000, None),
    ("Easy run at easy pace 8 km", KM, EASY, 8_000, None),
    ("Easy 8 km @ 5:30/km", KM, EASY, 8_000, None),
    ("Easy 10 km, HR 130-145", KM, EASY, 10_000, None),
    ("Zone 2 60 min", KM, EASY, None, 60),
    ("Easy run with Mike", KM, EASY, None, None),
    ("Run/walk 30 min", KM, EASY, None, 30),
    ("8 x 60 s run / 90 s walk", KM, EASY, None, None),
    ("2 m run or cross-train", MILES, EASY, mi(2), None),
    ("Easy 5 mi or bike", KM, EASY, mi(5), None),
    ("Run 30 min + core", KM, EASY, None, 30),
    ("Shakeout 20 min", KM, RECOVERY, None, 20),
    ("Endurance 15", MILES, LONG, mi(15), None),
    ("LR 18", MILES, LONG, mi(18), None),
    ("Long Run - 10", MILES, LONG, mi(10), None),
    ("RACE! - 26.2", MILES, RACE, mi(26.2), None),
    ("Long run: 110min, 18km", MILES, LONG, 18_000, 110),
    ("VO2max: 4 intervals (Moderate)", MILES, QUALITY, None, None),
    ("HillRepeats", KM, QUALITY, None, None),
    ("Speed work", KM, QUALITY, None, None),
    ("W/U 2mi, 5mi @ T, C/D 2mi", KM, QUALITY, 2 * mi(2) + mi(5), None),
    ("1 mi easy, 6 mi tempo, 1 mi easy", KM, QUALITY, 2 * mi(1) + mi(6), None),
    ("Easy 6 mi + drills", KM, EASY, mi(6), None),
    ("Couch to 5k W1D1: run 60s walk 90s x8", KM, EASY, None, None),
    ("C25K Week 2 Day 3", KM, EASY, None, None),
    ("Couch to 5K: 25 min run", KM, EASY, None, 25),
    ("Virgin Money London Marathon 2027", KM, RACE, 42_195, None),
    ("Easy run Tivoli Rožnik Podutik", KM, EASY, None, None),
    ("Long run before breakfast", KM, LONG, None, None),
    ("Meet Joe for 10 km easy", KM, EASY, 10_000, None),
]


@pytest.mark.parametrize(
    ("title", "unit", "kind", "metres", "minutes"), RUNS, ids=[f"{run[0]} ({run[1]})" for run in RUNS]
)
def test_a_title_says_what_kind_of_run_and_how_much(title, unit, kind, metres, minutes):
    assert read_title(title, unit=unit) == RunTitle(kind=kind, metres=metres, minutes=minutes)


@pytest.mark.parametrize(
    ("title", "kind", "metres"),
    [
        ("Long run 20 km, last 5 km at marathon pace", LONG, 20_000),
        ("Long 16 km w/ 8 @ MP", LONG, 16_000),
        ("8 km @ MP", QUALITY, 8_000),
        ("12 km with 6 km at HM pace", QUALITY, 12_000),
        ("Race pace 6 km", QUALITY, 6_000),
        ("5 m pace", QUALITY, mi(5)),
        ("Marathon pace 10 mi", QUALITY, mi(10)),
    ],
)
def test_running_at_race_pace_is_marked(title, kind, metres):
    assert read_title(title, unit=KM) == RunTitle(kind=kind, metres=metres, race_pace=True)


@pytest.mark.parametrize(
    "title",
    [
        "Rest",
        "REST DAY",
        "Off",
        "-",
        "",
        "Rest or cross-train",
        "Rest / travel",
        "Active rest",
        "Cross 40 min",
        "Cross-train",
        "XT",
        "Bike 20 km",
        "Easy spin 45 min",
        "Swim or easy run",
        "Strength",
        "Yoga",
        "Walk 30 min",
    ],
)
def test_rest_and_other_sports_are_days_without_a_run(title):
    assert read_title(title, unit=KM) == NO_RUN


@pytest.mark.parametrize(
    "title",
    [
        "Dentist",
        "Off-site meeting",
        "Long meeting",
        "Team meeting 30 min",
        "School run",
        "Dry run presentation",
        "Q2",
        "Dentist 10 km away",
        "Bananas",
        "Meeting about long run",
        "Phone call re: tempo intervals",
        "Dinner after long run",
        "Buy shoes for marathon",
        "Marathon des Sables documentary night",
        "Running shoes return deadline",
        "Couch to 5k sign-up closes",
    ],
)
def test_what_is_not_understood_is_not_guessed(title):
    assert read_title(title, unit=KM) is None


@settings(deadline=None, max_examples=200, derandomize=True)
@given(st.text(max_size=60))
def test_any_text_is_read_or_not_understood_and_never_an_error(title):
    read = read_title(title, unit=KM)
    assert read is None or read.minutes is None or read.minutes >= 0


@settings(deadline=None, max_examples=200, derandomize=True)
@given(
    st.sampled_from([run[0] for run in RUNS if run[0] != "HillRepeats"]),
    st.sampled_from(["", "  ", "Tue: ", "Week 2 - ", "W1D3: "]),
)
def test_when_a_run_takes_place_does_not_change_what_it_is(title, prefix):
    assert read_title(prefix + title.upper(), unit=KM) == read_title(title, unit=KM)


@settings(deadline=None, max_examples=100, derandomize=True)
@given(st.integers(1, 26), st.sampled_from(["Easy", "Tempo", "Long run", "Recovery"]))
def test_a_mile_is_a_mile_wherever_the_number_stands(number, word):
    before = read_title(f"{number} mi {word}", unit=KM)
    after = read_title(f"{word} {number} miles", unit=KM)
    assert before == after
    assert before.metres == mi(number)
