"""Whole runners, drawn: profile, gear, openings, the runs to come; what the planner must always cope with."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from legday.catalogue.reader import read_catalogue
from legday.model.rules import Level, Season
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
    UsualRun,
)
from legday.model.runs import Outlook, RunKind
from legday.model.state import RunnerState
from legday.running.outlook import make_outlook

MONDAY = date(2026, 11, 23)
HOURS = [time(5, 30), time(7), time(12), time(16, 30), time(18), time(20), time(21, 45)]

gears = st.builds(
    Gear,
    dumbbells_g=st.lists(
        st.sampled_from([2_000, 4_000, 5_000, 7_500, 10_000, 11_340, 12_500, 16_000, 20_000, 24_000, 32_000]),
        max_size=6,
        unique=True,
    ).map(lambda weights: tuple(sorted(weights))),
    kettlebells_g=st.lists(st.sampled_from([8_000, 12_000, 16_000, 24_000]), max_size=2, unique=True).map(
        lambda weights: tuple(sorted(weights))
    ),
    bar_g=st.sampled_from([None, None, 10_000, 20_000]),
    plates_g=st.lists(st.sampled_from([1_250, 2_500, 5_000, 10_000, 20_000]), max_size=4).map(
        lambda plates: tuple(sorted(plates))
    ),
    things=st.frozensets(
        st.sampled_from(
            [
                GearKind.BENCH,
                GearKind.STEP,
                GearKind.BOX,
                GearKind.BANDS,
                GearKind.MINIBAND,
                GearKind.SLIDERS,
                GearKind.BALL,
            ]
        ),
        max_size=4,
    ),
    singles_g=st.sampled_from([(), (), (8_000,), (11_340, 16_000)]),
    more_bars_g=st.sampled_from([(), (), (8_000,)]),
    adjustables=st.sampled_from(
        [
            *((), (), ()),
            (Adjustable(handle_g=2_000, plates_g=(1_250, 1_250, 2_500, 2_500, 5_000)),),
            (Adjustable(handles=1, dial_g=tuple(range(2_500, 24_001, 2_500))),),
        ]
    ),
    bands=st.sampled_from([(), (), (Band(colour="red", grams=2_500), Band(colour="gold", grams=9_500))]),
    backpack_g=st.sampled_from([(), (), (5_000, 12_000)]),
)

openings = st.lists(
    st.builds(
        Opening,
        weekday=st.integers(0, 6),
        start=st.sampled_from(HOURS),
        minutes=st.sampled_from([20, 25, 30, 40, 45, 60, 75, 120]),
    ),
    max_size=7,
    unique_by=lambda opening: (opening.weekday, opening.start),
).map(tuple)

usual_weeks = st.lists(
    st.builds(
        UsualRun,
        weekday=st.integers(0, 6),
        kind=st.sampled_from([RunKind.EASY, RunKind.EASY, RunKind.RECOVERY, RunKind.QUALITY, RunKind.LONG]),
        minutes=st.sampled_from([20, 30, 45, 60, 90, 150, 200]),
        start=st.sampled_from([None, *HOURS]),
    ),
    max_size=7,
    unique_by=lambda run: run.weekday,
).map(tuple)

races = st.lists(
    st.builds(
        Race,
        day=st.integers(0, 18 * 7).map(lambda offset: MONDAY + timedelta(days=offset)),
        metres=st.sampled_from([5_000, 10_000, 21_098, 42_195, 80_000]),
        priority=st.sampled_from(list(Priority)),
        start=st.sampled_from([None, time(8), time(10)]),
    ),
    max_size=3,
    unique_by=lambda race: race.day,
).map(tuple)

healths = st.sampled_from(
    [Health()] * 6
    + [
        Health(pregnant=True),
        Health(pregnant=True, clinician_confirmed=True),
        Health(weeks_post_partum=8, clinician_confirmed=True),
        Health(weeks_post_partum=8),
        Health(osteoporosis=True, clinician_confirmed=True),
        Health(guardian_or_coach=True),
    ]
)

RULES = read_catalogue().rulebook.rules
BOUNDED = sorted(
    (rule.id, name)
    for rule in RULES.values()
    if rule.level is Level.MUST and rule.needs is Season.PLAN
    for name in rule.bounds
)

rule_numbers = st.one_of(
    st.just({}),
    st.just({}),
    st.tuples(st.sampled_from(BOUNDED), st.sampled_from([0, 1])).map(
        lambda drawn: {drawn[0][0]: {drawn[0][1]: RULES[drawn[0][0]].bounds[drawn[0][1]][drawn[1]]}}
    ),
)
"""Mostly the rulebook's own numbers; else one number of a MUST at one end of the range in which it may be changed."""

profiles = st.builds(
    Profile,
    name=st.just("Drawn"),
    born=st.sampled_from([1950, 1970, 1985, 1991, 2000, 2010]),
    body_mass_g=st.sampled_from([45_000, 62_000, 80_000, 110_000]),
    running=st.sampled_from(list(RunningLevel)),
    lifting=st.sampled_from(list(LiftingLevel)),
    style=st.sampled_from(list(Style)),
    order=st.sampled_from(list(LiftOrder)),
    days=st.sampled_from([None, *LiftDays]),
    sessions_a_week=st.integers(1, 3),
    gear=gears,
    openings=openings,
    usual_week=usual_weeks,
    races=races,
    likes=st.lists(st.sampled_from(["box-jump", "nordic-curl", "hip-thrust"]), max_size=1).map(tuple),
    dislikes=st.lists(
        st.sampled_from(["squat", "walking-lunge", "deadlift", "calf-raise"]), max_size=2, unique=True
    ).map(tuple),
    variety=st.booleans(),
    supersets=st.booleans(),
    cut_back_every=st.sampled_from([None, 3, 4, 5]),
    health=healths,
    rule_numbers=rule_numbers,
)


def state_of(profile: Profile, *, today: date, weeks: int) -> tuple[RunnerState, Outlook]:
    """A runner without history and the runs that their profile expects."""
    return RunnerState(profile=profile), make_outlook(profile, (), (), today=today, weeks=weeks)
