"""What holds for every drawn runner: growth, steps, gear, minutes, ranges, sameness."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.gear_weights import exercise_weights
from legday.model.load import WeekLoad, muscle_caps, quarter_sets, volume, volume_cap
from legday.model.plan import Prescription, Session
from legday.model.progression import Phase
from legday.model.runner import Gear, GearKind, LiftingLevel, Profile, Style
from legday.model.season import ChosenDay
from legday.model.session_time import TimedLine, session_minutes
from season_builder import MONDAY, Season, catalogue, done, race, runner, season_of

ONCE = settings(max_examples=40, deadline=None, derandomize=True)

gears = st.builds(
    Gear,
    dumbbells_g=st.lists(
        st.sampled_from([2_000, 4_536, 5_000, 7_500, 9_072, 10_000, 12_500, 20_000]), max_size=5, unique=True
    ).map(lambda found: tuple(sorted(found))),
    kettlebells_g=st.sampled_from([(), (16_000,), (8_000, 12_000)]),
    bar_g=st.sampled_from([None, 15_000, 20_000]),
    plates_g=st.lists(st.sampled_from([1_250, 2_500, 4_536, 5_000, 10_000]), max_size=4).map(tuple),
    things=st.sampled_from(
        [frozenset(), frozenset({GearKind.BENCH}), frozenset({GearKind.STEP, GearKind.BOX})]
    ),
)


@st.composite
def seasons(draw: st.DrawFn) -> Season:
    metres = draw(st.sampled_from([5_000, 10_000, 21_098, 42_195]))
    days = draw(st.one_of(st.none(), st.integers(3, 130)))
    profile = runner(
        gear=draw(gears),
        body_mass_g=draw(st.sampled_from([48_000, 62_000, 95_000])),
        style=draw(st.sampled_from(list(Style))),
        lifting=draw(st.sampled_from(list(LiftingLevel))),
        sessions_a_week=draw(st.integers(1, 3)),
        variety=draw(st.booleans()),
        races=() if days is None else (race(days, metres=metres),),
    )
    history = tuple(
        done(n, volume=draw(st.sampled_from([0, 8_000, 20_000])))
        for n in range(draw(st.integers(0, 20)), 0, -3)
    )
    return season_of(
        profile,
        weeks=draw(st.sampled_from([4, 16, 24])),
        minutes=draw(st.sampled_from([22, 30, 45, 60])),
        after_run=draw(st.booleans()),
        always_grow=draw(st.booleans()),
        explosive=draw(st.sampled_from(["", "", "box-jump"])) if profile.gear.kinds & {GearKind.STEP} else "",
        done=history,
        foundation_weeks=draw(st.sampled_from([0, 0, 6])),
    )


def lines(sessions: list[Session]) -> list[Prescription]:
    return [one for session in sessions for one in session.exercises]


def loads(season: Season) -> list[WeekLoad]:
    """The weeks done and planned, as `legday.model.load` counts them."""
    past = []
    for n in range(4, 0, -1):
        start = MONDAY - timedelta(weeks=n)
        mine = [
            one
            for one in season.state.done
            if start <= one.start.date() < start + timedelta(7) and one.volume
        ]
        quarters = {
            m: sum(one.quarter_sets[m] for one in mine) for m in (mine[0].quarter_sets if mine else ())
        }
        total = sum(one.volume for one in mine)
        wanted = season.state.profile.sessions_a_week
        past.append(
            WeekLoad(start=start, wanted=wanted, sessions=len(mine), volume=total, quarter_sets=quarters)
        )
    while past and not past[0].sessions:
        past.pop(0)
    return past + [
        WeekLoad(
            start=target.start,
            wanted=target.wanted,
            sessions=len(week),
            volume=sum(one.volume for one in week),
            quarter_sets=quarter_sets(lines(week), catalogue().exercises),
            light=target.cut_back or target.phase in {Phase.TAPER, Phase.RECOVER},
        )
        for target, week in zip(season.weeks, season.by_week(), strict=True)
    ]


@given(season=seasons())
@ONCE
def test_volume_and_sets_of_a_muscle_never_grow_faster_than_the_rule(season: Season) -> None:
    weeks = loads(season)
    for n, week in enumerate(weeks):
        if week.start < MONDAY:
            continue
        cap = volume_cap(weeks[:n], percent=110, least_percent=55)
        caps = muscle_caps(weeks[:n], percent=110, quarters=4, least_percent=55)
        assert cap is None or week.volume <= cap
        assert caps is None or all(number <= caps[muscle] for muscle, number in week.quarter_sets.items())


@given(season=seasons())
@ONCE
def test_each_exercise_takes_at_most_one_kind_of_step_a_week(season: Season) -> None:
    weeks = season.by_week()
    for n, week in enumerate(weeks):
        before = lines([session for past in weeks[max(0, n - 8) : n] for session in past])
        for name in {one.exercise for one in lines(week)}:
            now = [one for one in lines(week) if one.exercise == name]
            then = [one for one in before if one.exercise == name]
            if then:
                grown = [
                    max(measure(one) for one in now) > max(measure(one) for one in then)
                    for measure in (lambda one: one.sets, lambda one: one.target, lambda one: one.weight_g)
                ]
                assert sum(grown) <= 1
                assert not grown[2] or earned(season.state.profile, name, now, then)


def earned(profile: Profile, name: str, now: list[Prescription], then: list[Prescription]) -> bool:
    """A tenth more at most; the next weight there is, where that is a tenth more of all that is moved, or after four repetitions past the range."""
    exercise = catalogue().exercises[name]
    after, before = max(one.weight_g for one in now), max(one.weight_g for one in then)
    if after * 10 <= before * 11:
        return True
    following = min(grams for grams in exercise_weights(profile.gear, exercise) if grams > before)
    body_g = profile.body_mass_g * exercise.body_share // 100
    near = (body_g + after) * 10 <= (body_g + before) * 11
    top = min(one.reps[1] for one in now)
    past = any(one.target >= min(one.reps[1], top) + 4 for one in then if one.weight_g == before)
    within = max(one.volume for one in now) * 100 <= 110 * max(one.volume for one in then)
    return after == following and (near or (past and within))


@given(season=seasons())
@ONCE
def test_every_weight_can_be_built_and_every_thing_is_owned(season: Season) -> None:
    gear = season.state.profile.gear
    for one in lines(list(season.sessions())):
        assert one.weight_g in exercise_weights(gear, catalogue().exercises[one.exercise])
        assert set(one.gear) <= gear.kinds
        assert one.pick_up


@given(season=seasons())
@ONCE
def test_every_session_fits_its_opening_and_counts_its_own_volume(season: Season) -> None:
    after_run = {day.start: day.after_run for day in season.days}
    mass = season.state.profile.body_mass_g
    for session in season.sessions():
        timed = [
            TimedLine(
                exercise=catalogue().exercises[one.exercise],
                sets=one.sets,
                reps=one.target,
                rest_s=one.rest_s,
            )
            for one in session.exercises
        ]
        needed = session_minutes(timed, catalogue().progression, after_run=after_run[session.start])
        assert session.minutes == needed <= session.opening_minutes
        for one in session.exercises:
            facts = catalogue().exercises[one.exercise]
            counted = volume(facts, sets=one.sets, target=one.target, weight_g=one.weight_g, body_mass_g=mass)
            assert one.volume == counted


@given(season=seasons())
@ONCE
def test_targets_stay_in_the_range_or_up_to_four_past_it(season: Season) -> None:
    for one in lines(list(season.sessions())):
        assert one.sets >= 1
        assert one.reps[0] <= one.target <= one.reps[1] + 4
        assert 1 <= one.rir <= 4
        assert one.why.endswith(".")


@given(season=seasons())
@ONCE
def test_the_same_facts_give_the_same_sessions_in_any_order_of_days(season: Season) -> None:
    backwards: tuple[ChosenDay, ...] = tuple(reversed(season.days))
    again = Season(state=season.state, weeks=season.weeks, days=backwards, menus=season.menus)
    assert again.sessions() == season.sessions()


@given(heavier=st.sampled_from([7_500, 10_000, 12_500]), lifting=st.sampled_from(list(LiftingLevel)))
@ONCE
def test_owning_another_heavier_pair_never_lowers_a_first_weight(heavier: int, lifting: LiftingLevel) -> None:
    bench = frozenset({GearKind.BENCH})
    few = runner(gear=Gear(dumbbells_g=(5_000,), things=bench), lifting=lifting)
    more = runner(gear=Gear(dumbbells_g=(5_000, heavier), things=bench), lifting=lifting)
    first = {one.exercise: one.weight_g for one in lines(list(season_of(few, weeks=1).sessions()))}
    for one in lines(list(season_of(more, weeks=1).sessions())):
        assert one.weight_g >= first[one.exercise]
