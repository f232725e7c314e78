"""Profiles: the example as printed, every key, and what is told of slips."""

import re
from datetime import date, time
from pathlib import Path
from types import MappingProxyType

import pytest

from legday.model.errors import InputError
from legday.model.quantities import grams_from
from legday.model.runner import (
    Adjustable,
    Band,
    Gear,
    GearKind,
    Health,
    LiftDays,
    LiftingLevel,
    LiftOrder,
    Opening,
    Priority,
    Profile,
    Race,
    RunningLevel,
    Style,
    Units,
    UsualRun,
)
from legday.model.runs import RunKind
from legday.reading.profile import check_names, read_profile

ANA = """\
name = "Ana"
born = 1991
body_mass_kg = 62
time_zone = "Europe/Ljubljana"
units = "metric"              # metric · imperial
running = "experienced"       # beginner · experienced
lifting = "beginner"          # beginner · trained · advanced
style = "evidence"            # article (default) · evidence
order = "after"               # after · before · either
days = "fresh-days"           # fresh-days · hard-with-hard
sessions_a_week = 2
[gear]
dumbbells_kg = [5, 7.5, 10, 12.5]
bench = true
[[openings]]
weekday = "tue"
start = "18:00"
minutes = 45
[[usual_week]]                # optional; else the history, or a run plan, says
weekday = "sun"
kind = "long"
minutes = 100
start = "08:00"
[[races]]
date = 2027-04-11
km = 42.195
priority = "A"
"""


def told(text: str, **more) -> str:
    with pytest.raises(InputError) as refused:
        read_profile(text, file="profile.toml", **more)
    return str(refused.value)


def test_the_example_is_read_as_it_stands():
    assert read_profile(ANA, file="profile.toml", today=date(2026, 11, 23)) == Profile(
        name="Ana",
        born=1991,
        body_mass_g=62_000,
        time_zone="Europe/Ljubljana",
        units=Units.METRIC,
        running=RunningLevel.EXPERIENCED,
        lifting=LiftingLevel.BEGINNER,
        style=Style.EVIDENCE,
        order=LiftOrder.AFTER,
        days=LiftDays.FRESH_DAYS,
        sessions_a_week=2,
        gear=Gear(dumbbells_g=(5000, 7500, 10_000, 12_500), things=frozenset({GearKind.BENCH})),
        openings=(Opening(weekday=1, start=time(18), minutes=45),),
        usual_week=(UsualRun(weekday=6, kind=RunKind.LONG, minutes=100, start=time(8)),),
        races=(Race(day=date(2027, 4, 11), metres=42_195, priority=Priority.A),),
    )


def test_three_keys_are_enough_and_the_rest_are_the_models_defaults():
    least = 'name = "Bor"\nborn = 1980\nbody_mass_kg = 71.5'
    assert read_profile(least, file="p.toml") == Profile(name="Bor", born=1980, body_mass_g=71_500)


GEAR = """\
dumbbells = ["12.5 kg", "25 lb"]
dumbbells_kg = 5
single_dumbbells = "10kg"
kettlebells = ["16 kg"]
bar = ["20 kg", "10 kg"]
plates = ["10 kg", "5 lb"]
bands = ["Green", "purple 15 kg"]
backpack = ["10 kg", "5 kg"]
[[gear.adjustable]]
handle = "2 kg"
plates = ["2,5 kg", "2.5 kg"]
most = "7 kg"
[[gear.adjustable]]
handles = 1
from = "5 lb"
to = "52.5 lb"
step = "2.5 lb"
"""


def _gear(text: str) -> Gear:
    return read_profile(f'name = "Ana"\nborn = 1991\nbody_mass_kg = 62\n[gear]\n{text}', file="p.toml").gear


def test_gear_is_read_as_it_is_owned_in_kilograms_and_pounds():
    gear = _gear(GEAR)
    assert gear.dumbbells_g == (5_000, 11_340, 12_500)
    assert (gear.singles_g, gear.kettlebells_g) == ((10_000,), (16_000,))
    assert (gear.bar_g, gear.more_bars_g, gear.plates_g) == (20_000, (10_000,), (2_268, 10_000))
    assert gear.bands == (Band(colour="green", grams=3_000), Band(colour="purple", grams=15_000))
    assert gear.backpack_g == (5_000, 10_000)
    plates, dial = gear.adjustables
    assert plates == Adjustable(handles=2, handle_g=2_000, plates_g=(2_500, 2_500), most_g=7_000)
    assert dial.handles == 1
    assert dial.dial_g == tuple(grams_from(2.5 * number, "lb") for number in range(2, 22))


def test_bands_and_a_backpack_may_be_there_without_a_weight():
    gear = _gear("bands = true\nbackpack = true\nbar = []")
    assert gear.things == {GearKind.BANDS, GearKind.BACKPACK}
    assert (gear.bands, gear.backpack_g, gear.bar_g) == ((), (), None)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"12.5 kg"', "12.5", 'gear.dumbbells[0]: 12.5 does not say its unit. Maybe written "12.5 kg"'),
        ('"12.5 kg"', '"12.5"', "does not say its unit"),
        ('"12.5 kg"', '"heavy"', "'heavy' is not a weight"),
        ('"12.5 kg"', '"999 kg"', "is not a weight a person lifts"),
        ('"12.5 kg"', '"0 lb"', "is not a weight a person lifts"),
        ('"12.5 kg"', '"99999999999999999999999 kg"', "is not a weight a person lifts"),
        ('"Green"', '"pink"', 'Maybe say its resistance: "pink 9 kg"'),
        ('"Green"', '"green 3 kg", "green"', "has two bands that are green"),
        ('"Green"', "7", "is not a band"),
        ('["10 kg", "5 kg"]', "[5]", "gear.backpack: [5] does not say its unit"),
        ('to = "52.5 lb"', 'to = "20 kg"', "gear.adjustable[1]"),
        ('to = "52.5 lb"', 'to = "20 kg"', "is a dial in kg and lb at once"),
        ('to = "52.5 lb"', 'to = "2.5 lb"', "runs backwards or has more than 100 steps"),
        ('step = "2.5 lb"', 'step = "0.1 lb"', "runs backwards or has more than 100 steps"),
        ('step = "2.5 lb"', "", "is a dial that says too little"),
        ('step = "2.5 lb"', 'step = "2.5 lb"\nmost = "9 kg"', "is a dial, which has no plates"),
        ('handle = "2 kg"', "", "needs a handle with plates, or a dial, and not both"),
        ('handle = "2 kg"', 'handle = "2 kg"\nfrom = "2 kg"', "and not both"),
        ('most = "7 kg"', 'most = "1 kg"', "takes less than its handle weighs"),
        ("handles = 1", "handles = 3", "gear.adjustable[1].handles"),
        ('bar = ["20 kg", "10 kg"]\n', "", "has plates but no bar"),
        ("dumbbells_kg = 5", "dumbells_kg = 5", "Maybe you meant dumbbells_kg"),
    ],
)
def test_gear_that_does_not_fit_is_told_with_its_remedy(old, new, told):
    assert old in GEAR
    with pytest.raises(InputError) as refused:
        _gear(GEAR.replace(old, new, 1))
    assert told in str(refused.value)


def test_more_plates_than_anyone_lifts_are_refused():
    plates = ", ".join(['"1 kg"'] * 25)
    with pytest.raises(InputError, match="more than 40 pairs of plates"):
        _gear(f'bar = "20 kg"\nplates = [{plates}]\nplates_kg = [{", ".join(["1"] * 25)}]')


HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "tell-legday-your-gear.md"


@pytest.mark.parametrize(
    "block", re.findall(r"```toml\n(.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL)
)
def test_every_example_of_the_how_to_page_is_read(block):
    profile = read_profile(f'name = "Ana"\nborn = 1991\nbody_mass_kg = 62\n{block}', file="p.toml")
    assert profile.gear != Gear()


def test_pounds_miles_and_every_other_key_are_read():
    text = """\
name = "Cy"
born = 1970
body_mass_lb = 160
units = "imperial"
likes = ["squat"]
dislikes = ["hip-thrust"]
variety = true
supersets = true
cut_back_every = 4
sex = "female"
resting_heart_rate = 50
max_heart_rate = 180
[gear]
dumbbells_lb = [30, 10]
kettlebells_kg = 16
bar_lb = 45
plates_lb = [5, 10]
bands = true
rope = false
[[openings]]
date = 2026-12-01
start = 06:30:00
minutes = 30
[[openings]]
weekday = "Saturday"
start = "9:00"
minutes = 60
from = 2026-12-01
until = 2027-01-31
[[usual_week]]
weekday = "wednesday"
kind = "easy"
minutes = 40
miles = 5
[[races]]
date = "2027-05-02"
miles = 13.1
start = "09:30"
name = "Spring half"
[health]
osteoporosis = true
weeks_post_partum = 20
clinician_confirmed = true
[rules.leg-spacing]
hours = 72
"""
    profile = read_profile(text, file="p.toml")
    assert profile.body_mass_g == 72_575
    assert profile.gear == Gear(
        dumbbells_g=(4536, 13_608),
        kettlebells_g=(16_000,),
        bar_g=20_412,
        plates_g=(2268, 4536),
        things=frozenset({GearKind.BANDS}),
    )
    assert profile.openings == (
        Opening(day=date(2026, 12, 1), start=time(6, 30), minutes=30),
        Opening(weekday=5, start=time(9), minutes=60, first=date(2026, 12, 1), last=date(2027, 1, 31)),
    )
    assert profile.usual_week == (UsualRun(weekday=2, kind=RunKind.EASY, minutes=40, metres=8047),)
    assert profile.races == (
        Race(day=date(2027, 5, 2), metres=21_082, start=time(9, 30), name="Spring half"),
    )
    assert profile.health == Health(osteoporosis=True, weeks_post_partum=20, clinician_confirmed=True)
    assert (profile.likes, profile.dislikes) == (("squat",), ("hip-thrust",))
    assert (profile.variety, profile.supersets, profile.cut_back_every) == (True, True, 4)
    assert (profile.sex, profile.resting_heart_rate, profile.max_heart_rate) == ("female", 50, 180)
    assert profile.rule_numbers == {"leg-spacing": {"hours": 72}}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("born", "borm", "profile.toml: 'borm' is not a key legday knows. Maybe you meant born."),
        ("born = 1991\n", "", "profile.toml: 'born' is missing. Maybe add born = …."),
        ("1991", "1891", "profile.toml: born: 1891 is too small. Maybe 1900 or more."),
        ("1991", "2027", "profile.toml: born: 2027 is in the future. Maybe the year of birth."),
        ("= 62", "= 12", "profile.toml: body_mass_kg: 12 is too small. Maybe 20 or more."),
        ("body_mass_kg = 62\n", "", "needs body_mass_kg or body_mass_lb, and not both"),
        ("= 62", "= 62\nbody_mass_lb = 137", "needs body_mass_kg or body_mass_lb, and not both"),
        (
            "Europe/Ljubljana",
            "Europe/Ljubjana",
            "time_zone: 'Europe/Ljubjana' is not a time zone. Maybe you meant Europe/Ljubljana",
        ),
        ("Europe/Ljubljana", "../etc/passwd", "is not a time zone"),
        ("Europe/Ljubljana", "Europe", "is not a time zone"),
        ("Europe/Ljubljana", "", "time_zone: '' is not a time zone. Maybe a name such as"),
        ('"metric"', '"metrical"', "units: 'metrical' is not one of the choices. Maybe metric or imperial."),
        ("sessions_a_week = 2", "sessions_a_week = 9", "sessions_a_week: 9 is too large. Maybe 3 or less."),
        ("sessions_a_week = 2", "sessions_a_week = true", "sessions_a_week: True does not fit"),
        ("bench", "bensh", "profile.toml: gear: 'bensh' is not a key legday knows. Maybe you meant bench"),
        ("bench = true", "plates_kg = [5]", "has plates but no bar. Maybe add bar_kg = 20."),
        (
            "[5, 7.5, 10, 12.5]",
            '["5"]',
            "gear.dumbbells_kg[0]: '5' does not fit. Maybe it should be a valid number.",
        ),
        ("[5, 7.5, 10, 12.5]", "[0]", "gear.dumbbells_kg[0]: 0 is too small. Maybe more than 0."),
        ('"tue"', '"tu"', "openings[0].weekday: 'tu' is not a weekday. Maybe"),
        ('weekday = "tue"\n', "", "openings[0]: {'start': '18:00', 'minutes': 45} needs a weekday or a date"),
        ('"18:00"', '"1800"', "openings[0].start: '1800' is not a time of day. Maybe written \"18:00\"."),
        ('"18:00"', '"24:00"', "openings[0].start: '24:00' is not a time of day"),
        ("minutes = 45", "minutes = 45.5", "openings[0].minutes: 45.5 does not fit"),
        ("minutes = 45", "minutes = 45\nuntil = 2026-01-01\nfrom = 2026-02-01", "ends before it begins"),
        ('"long"', '"lung"', "usual_week[0].kind: 'lung' is not one of the choices. Maybe easy"),
        (
            "2027-04-11",
            '"2027-14-11"',
            "races[0].date: '2027-14-11' is not a date. Maybe written 2027-04-11.",
        ),
        ("km = 42.195", "kn = 42.195", "races[0]: 'kn' is not a key legday knows"),
        ("km = 42.195", "km = 42.195\nmiles = 26.2", "needs km or miles, and not both"),
        (
            'priority = "A"',
            'priority = "a"',
            "races[0].priority: 'a' is not one of the choices. Maybe A, B or C.",
        ),
        ("2027-04-11", "2027-14-11", "profile.toml: line 25: 'date = 2027-14-11' is not TOML"),
        ('name = "Ana"', 'name = "Ana', "profile.toml: line 1: 'name = \"Ana' is not TOML"),
        ('name = "Ana"', 'name = ""', "profile.toml: name: '' does not fit"),
        (
            "[gear]",
            'likes = ["squat"]\ndislikes = ["squat"]\n[gear]',
            "likes and dislikes squat. Maybe one of the two.",
        ),
        ("[gear]", "resting_heart_rate = 110\nmax_heart_rate = 105\n[gear]", "rests at a higher heart rate"),
        ("[gear]", "[rules.leg-spacing]\nhours = 60.5\n[gear]", "rules.leg-spacing.hours: 60.5 does not fit"),
    ],
)
def test_a_slip_is_told_with_file_key_value_and_remedy(old, new, words):
    assert old in ANA
    assert words in told(ANA.replace(old, new, 1), today=date(2026, 11, 23))


def test_a_text_far_too_long_for_a_profile_is_refused():
    assert "are too many for a profile" in told("#" * 1_000_001)


def small_catalogue():
    """A catalogue of one exercise's name and one rule: all that names are checked against."""
    from legday.model.catalogue import Catalogue
    from legday.model.progression import Progression
    from legday.model.rules import Grade, Level, Rule, Rulebook, Shape

    spacing = Rule(
        id="leg-spacing",
        shape=Shape.GAP,
        level=Level.MUST,
        title="Spacing",
        words="{hours} h apart",
        grade=Grade.SEEN,
        numbers={"hours": 48, "new_sessions": 2},
        bounds={"hours": (36, 96)},
    )
    progression = Progression(
        doses={},
        block_weeks=4,
        cut_back_every=4,
        cut_back_percent=45,
        beginner_extra_rir=1,
        first_weeks_rir=4,
        rehearsal_percent=(50,),
        change_seconds=60,
        warm_up_minutes=10,
        warm_up_after_run_minutes=5,
        cool_down_minutes=5,
        cycle_weeks=12,
    )
    return Catalogue(
        language="en",
        exercises=MappingProxyType({"squat": None}),
        words={},
        drills={},
        drill_words={},
        workouts={},
        conditions={},
        rulebook=Rulebook({"leg-spacing": spacing}),
        sources={},
        progression=progression,
    )


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ('likes = ["sqat"]', "p.toml: likes: 'sqat' is not a name legday knows. Maybe you meant squat."),
        (
            "rules.leg-spicing.hours = 50",
            "rules: 'leg-spicing' is not a name legday knows. Maybe you meant leg-spacing.",
        ),
        (
            "rules.leg-spacing.hour = 50",
            "rules.leg-spacing.hour: 'hour' is not a name legday knows. Maybe you meant hours.",
        ),
        (
            "rules.leg-spacing.hours = 12",
            "rules.leg-spacing.hours: 12 is out of bounds. Maybe between 36 and 96.",
        ),
        ("rules.leg-spacing.new_sessions = 1", "rules.leg-spacing.new_sessions: 1 cannot be changed"),
    ],
)
def test_names_and_bounds_are_checked_where_a_catalogue_is_given(key, words):
    text = f'name = "Bor"\nborn = 1980\nbody_mass_kg = 70\n{key}\n'
    profile = read_profile(text, file="p.toml")
    with pytest.raises(InputError) as refused:
        check_names(profile, small_catalogue(), file="p.toml")
    assert words in str(refused.value)


def test_a_changed_number_inside_its_bounds_is_taken():
    text = 'name = "Bor"\nborn = 1980\nbody_mass_kg = 70\nlikes = ["squat"]\nrules.leg-spacing.hours = 60\n'
    profile = read_profile(text, file="p.toml", catalogue=small_catalogue())
    assert profile.rule_numbers == {"leg-spacing": {"hours": 60}}
