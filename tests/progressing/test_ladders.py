"""An exercise outgrown, with nothing heavier to be built, gives way: slower first, then the next on its ladder."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.catalogue import Catalogue
from legday.model.easing import Decision, Easing
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Told
from legday.model.progression import Phase
from legday.model.runner import Gear, GearKind, LiftingLevel, Profile, Style
from legday.model.season import Menu, MenuLine
from legday.model.sets import LoggedSet
from legday.progressing.dose import dose
from legday.progressing.ladder_log import Bar, outgrown, shown_in
from legday.progressing.ladders import climbed, slower_reps
from plan_builder import line
from season_builder import BENCH, MONDAY, Season, catalogue, extra, race, runner, season_of

BODY = Gear(things=BENCH)
BRIDGE = "glute-bridge"
ONE_BRIDGE = "single-leg-glute-bridge"


def bridging(**changes: object) -> Profile:
    profile: Profile = runner(
        **{"gear": BODY, "style": Style.EVIDENCE, "lifting": LiftingLevel.TRAINED, **changes}
    )
    return profile


def logged(
    days_ago: int,
    exercise: str = BRIDGE,
    *,
    reps: int = 19,
    rir: int | None = 2,
    tempo: str = "",
    top: int = 15,
    stands_for: str = "",
    weight_g: int = 0,
    sets: int = 3,
    told: Told = Told.LOGGED,
) -> PastSession:
    asked = line(
        f"{exercise} 3x{top}",
        reps=(min(top, 15), top),
        weight_g=weight_g,
        gear=(GearKind.BODY,),
        rest_s=60,
        volume=1_000,
        tempo=tempo,
        instead_of=stands_for,
    )
    return PastSession(
        start=datetime.combine(MONDAY - timedelta(days=days_ago), time(18)),
        minutes=40,
        menu="B",
        volume=20_000,
        quarter_sets=dict.fromkeys(Muscle, 40),
        exercises=(asked,),
        prescribed=(asked,),
        sets=(LoggedSet(exercise=exercise, reps=reps, weight_g=weight_g, rir=rir),) * sets,
        told=told,
    )


TWICE = (logged(9), logged(5))
BAR = Bar(past=4, spare=2, sessions=2)


def with_lines(profile: Profile, *exercises: str, done: tuple[PastSession, ...], weeks: int = 4) -> Season:
    """A season whose sessions all hold these exercises in letter A, and a lunge and a calf raise besides in B."""
    base = season_of(profile, weeks=weeks, done=done)
    menus = {
        key: Menu(block=key[0], letter=key[1], title="", lines=tuple(extra(profile, one) for one in names))
        for key in base.menus
        for names in [exercises if key[1] == "A" else ("reverse-lunge", "calf-raise")]
    }
    return replace(base, menus=menus)


def own_menus(known: Season, **changes: object) -> Mapping[datetime, Menu]:
    state = replace(known.state, **changes)
    return climbed(state, known.weeks, known.days, known.menus, catalogue(), own_menus={})


def lines_of(known: Season, found: Mapping[datetime, Menu], *, at: int = 0) -> list[tuple[str, str]]:
    """Exercise and tempo of the first lines of the A sessions, in order of time."""
    sessions = [day for day in known.days if day.letter == "A"]
    menus = [
        found.get(day.start) or known.menus[(known.weeks[day.week].block, day.letter)] for day in sessions
    ]
    return [(menu.lines[at].exercise, menu.lines[at].tempo) for menu in menus]


def test_without_a_log_nothing_climbs() -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=())
    assert own_menus(known) == {}


def test_outgrown_goes_slower_first_and_says_why() -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=TWICE)
    found = own_menus(known)
    assert set(lines_of(known, found)) == {(BRIDGE, "3-2-1")}
    first = found[known.days[0].start]
    assert first.lines[0].reps == (7, 7)
    assert first.why[-1] == (
        "Glute bridge slower, 3-2-1 (seconds down, held, up): last two sessions you reached 19 with 2 spare and nothing "
        "heavier is owned."
    )


@pytest.mark.parametrize(
    "short",
    [
        logged(5, reps=18),
        logged(5, rir=1),
        logged(5, rir=None),
        logged(5, sets=2),
        logged(5, told=Told.ASSUMED),
    ],
)
def test_one_session_that_falls_short_keeps_the_exercise(short: PastSession) -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=(logged(9), short))
    assert own_menus(known) == {}


@pytest.mark.parametrize("enough", [logged(5, reps=15, rir=6), logged(5, reps=21, rir=None)])
def test_what_could_have_been_done_counts_as_well_as_what_was(enough: PastSession) -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=(logged(9), enough))
    assert set(lines_of(known, own_menus(known))) == {(BRIDGE, "3-2-1")}


def test_a_heavier_weight_that_can_be_built_comes_before_any_climb() -> None:
    profile = bridging(gear=Gear(dumbbells_g=(5_000,), things=BENCH))
    known = with_lines(profile, BRIDGE, "split-squat", done=TWICE)
    assert own_menus(known) == {}
    heavy = (logged(9, weight_g=5_000), logged(5, weight_g=5_000))
    known = with_lines(profile, BRIDGE, "split-squat", done=heavy)
    assert set(lines_of(known, own_menus(known))) == {(BRIDGE, "3-2-1")}


def with_earned(**numbers: int) -> Catalogue:
    """The catalogue under a runner's own numbers of the rule `earned`."""
    known: Catalogue = catalogue()
    return replace(known, rulebook=replace(known.rulebook, changed={"earned": numbers}))


def climbed_under(known: Season, rules: Catalogue) -> Mapping[datetime, Menu]:
    return climbed(known.state, known.weeks, known.days, known.menus, rules, own_menus={})


def test_the_runners_own_numbers_say_what_is_outgrown() -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=TWICE)
    assert climbed_under(known, with_earned(spare=3)) == {}
    assert climbed_under(known, with_earned(sessions=3)) == {}
    thrice = with_lines(bridging(), BRIDGE, "split-squat", done=(logged(12), *TWICE))
    found = climbed_under(thrice, with_earned(sessions=3))
    assert ": last three sessions you reached 19" in found[thrice.days[0].start].why[-1]


SLOWLY = (*TWICE, logged(4, tempo="3-2-1", top=7, reps=11), logged(2, tempo="3-2-1", top=7, reps=11))


def test_outgrown_when_slow_the_next_on_the_ladder_comes_at_bodyweight() -> None:
    profile = bridging(gear=Gear(dumbbells_g=(5_000,), things=BENCH))
    slow = tuple(logged(ago, tempo="3-2-1", top=7, reps=11, weight_g=5_000) for ago in (4, 2))
    known = with_lines(profile, BRIDGE, "split-squat", done=slow)
    found = own_menus(known)
    assert set(lines_of(known, found)) == {(ONE_BRIDGE, "")}
    menu = found[known.days[0].start]
    line = menu.lines[0]
    assert (line.instead_of, line.reps) == (BRIDGE, catalogue().exercises[ONE_BRIDGE].reps)
    assert menu.why[-1] == (
        "Single-leg glute bridge instead of glute bridge: last two sessions you reached 11 with 2 spare and nothing "
        "heavier is owned."
    )
    sessions = dose(known.state, known.weeks, known.days, known.menus, catalogue(), own_menus=found)
    begun = next(x for one in sessions for x in one.exercises if x.exercise == ONE_BRIDGE)
    assert (begun.weight_g, begun.instead_of) == (0, BRIDGE)


def test_the_tempo_reaches_the_prescription_and_no_set_lasts_longer() -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=TWICE)
    sessions = dose(
        known.state, known.weeks, known.days, known.menus, catalogue(), own_menus=own_menus(known)
    )
    slow = [x for one in sessions for x in one.exercises if x.exercise == BRIDGE]
    assert {x.tempo for x in slow} == {"3-2-1"}
    assert slow[0].reps[1] == 7
    assert all(x.target <= 7 + 4 for x in slow)


def test_a_climb_once_logged_stays_and_says_so() -> None:
    done = (*SLOWLY, logged(1, ONE_BRIDGE, reps=8, top=12, stands_for=BRIDGE))
    known = with_lines(bridging(), BRIDGE, "split-squat", done=done)
    found = own_menus(known)
    assert set(lines_of(known, found)) == {(ONE_BRIDGE, "")}
    assert found[known.days[0].start].why[-1] == (
        "Single-leg glute bridge instead of glute bridge, which you have outgrown."
    )
    bought = replace(known.state.profile, gear=Gear(kettlebells_g=(24_000,), things=BENCH))
    assert set(lines_of(known, own_menus(known, profile=bought))) == {(ONE_BRIDGE, "")}


def test_an_exercise_done_for_its_own_sake_is_no_climb() -> None:
    done = (*SLOWLY[2:], logged(1, ONE_BRIDGE, reps=8, top=12))
    known = with_lines(bridging(dislikes=(ONE_BRIDGE, "hip-thrust")), BRIDGE, "split-squat", done=done)
    assert set(lines_of(known, own_menus(known))) == {(BRIDGE, "3-2-1")}


def test_a_slower_tempo_goes_again_when_something_heavier_is_bought() -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=SLOWLY)
    bought = replace(known.state.profile, gear=Gear(kettlebells_g=(8_000,), things=BENCH))
    assert own_menus(known, profile=bought) == {}


def test_style_article_keeps_its_exercises_until_they_are_outgrown_at_their_slowest() -> None:
    profile = bridging(style=Style.ARTICLE)
    slower_first = with_lines(profile, BRIDGE, "split-squat", done=TWICE)
    assert set(lines_of(slower_first, own_menus(slower_first))) == {(BRIDGE, "3-2-1")}
    known = with_lines(profile, BRIDGE, "split-squat", done=SLOWLY)
    assert set(lines_of(known, own_menus(known))) == {(ONE_BRIDGE, "")}


def test_a_longer_range_comes_in_every_style() -> None:
    slow = tuple(logged(ago, "calf-raise", tempo="3-2-1", top=10, reps=14) for ago in (6, 3))
    profile = bridging(style=Style.ARTICLE)
    known = with_lines(profile, "split-squat", "calf-raise", done=slow)
    menus = {
        key: replace(menu, lines=menu.lines[:2] if key[1] == "A" else menu.lines[:1])
        for key, menu in known.menus.items()
    }
    known = replace(known, menus=menus)
    assert set(lines_of(known, own_menus(known), at=1)) == {("standing-calf-raise", "")}


@pytest.mark.parametrize(
    ("changes", "then"),
    [
        ({"gear": Gear()}, (ONE_BRIDGE, "")),
        ({"dislikes": (ONE_BRIDGE, "hip-thrust")}, (BRIDGE, "3-2-1")),
        ({"dislikes": (ONE_BRIDGE,)}, (BRIDGE, "3-2-1")),
    ],
)
def test_what_is_disliked_or_adds_no_weight_is_passed_over(
    changes: Mapping[str, object], then: tuple[str, str]
) -> None:
    """The hip thrust of a bench alone is not heavier than a bridge done slowly, yet it is a rung: both are two-leg exercises."""
    known = with_lines(bridging(**changes), BRIDGE, "split-squat", done=SLOWLY)
    expected = ("hip-thrust", "") if changes.get("dislikes") == (ONE_BRIDGE,) else then
    assert set(lines_of(known, own_menus(known))) == {expected}


def test_a_two_leg_exercise_follows_a_one_leg_one_only_with_more_weight() -> None:
    slow = tuple(logged(ago, ONE_BRIDGE, tempo="3-2-1", top=6, reps=10) for ago in (6, 3))
    known = with_lines(bridging(), ONE_BRIDGE, "split-squat", done=slow)
    assert set(lines_of(known, own_menus(known))) == {(ONE_BRIDGE, "3-2-1")}
    bar = bridging(gear=Gear(bar_g=20_000, things=BENCH))
    known = with_lines(bar, ONE_BRIDGE, "split-squat", done=slow)
    assert set(lines_of(known, own_menus(known))) == {("hip-thrust", "")}
    alone = with_lines(bar, ONE_BRIDGE, done=slow)
    assert set(lines_of(alone, own_menus(alone))) == {(ONE_BRIDGE, "3-2-1")}


def test_an_exercise_of_another_session_of_the_week_is_not_taken() -> None:
    slow = tuple(logged(ago, "split-squat", tempo="4-1-1", top=6, reps=10) for ago in (6, 3))
    profile = bridging(gear=BODY)
    known = with_lines(profile, "split-squat", done=slow)
    assert set(lines_of(known, own_menus(known))) == {("bulgarian-split-squat", "")}
    menus = {
        key: replace(menu, lines=(*menu.lines, extra(profile, "bulgarian-split-squat")))
        if key[1] == "B"
        else menu
        for key, menu in known.menus.items()
    }
    known = replace(known, menus=menus)
    assert set(lines_of(known, own_menus(known))) == {("split-squat", "4-1-1")}


def test_nothing_new_comes_before_an_a_race_or_while_growth_is_held() -> None:
    profile = bridging(races=(race(20),))
    known = with_lines(profile, BRIDGE, "split-squat", done=TWICE, weeks=3)
    assert own_menus(known) == {}
    known = with_lines(bridging(), BRIDGE, "split-squat", done=TWICE)
    held = Easing(
        rule="pain-gate",
        decision=Decision.HOLD,
        first=MONDAY,
        last=MONDAY + timedelta(days=7),
        why="",
        no_growth=True,
    )
    assert lines_of(known, own_menus(known, easings=(held,)))[:2] == [(BRIDGE, ""), (BRIDGE, "3-2-1")]


def test_what_an_easing_avoids_is_not_climbed_to() -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=SLOWLY)
    sore = Easing(
        rule="pain-gate",
        decision=Decision.SWAP,
        first=MONDAY,
        last=None,
        why="",
        avoid=frozenset({ONE_BRIDGE, "hip-thrust"}),
    )
    assert set(lines_of(known, own_menus(known, easings=(sore,)))) == {(BRIDGE, "3-2-1")}


def test_at_most_one_climb_begins_a_week() -> None:
    lifts = ("glute-bridge", "side-lying-abduction", "tibialis-raise")
    done = tuple(
        session for name in lifts for session in (logged(9, name, reps=30), logged(5, name, reps=30))
    )
    known = with_lines(bridging(), *lifts, done=done, weeks=3)
    found = own_menus(known)
    slow = [[tempo != "" for _, tempo in (lines_of(known, found, at=place))] for place in range(3)]
    assert slow == [[True, True, True], [False, True, True], [False, False, True]]


def test_a_climb_logged_this_week_is_the_weeks_climb() -> None:
    today = MONDAY + timedelta(days=2)
    done = (
        logged(9), logged(5), logged(-1, tempo="3-2-1", top=7, reps=7),
        logged(9, "split-squat", reps=30), logged(5, "split-squat", reps=30),
    )  # fmt: skip
    known = with_lines(bridging(), BRIDGE, "split-squat", done=done, weeks=2)
    known = replace(known, days=tuple(day for day in known.days if day.start.date() >= today))
    later = tuple(replace(day, letter="A") for day in known.days)
    known = replace(known, days=later)
    found = own_menus(known)
    assert lines_of(known, found, at=1)[0] == ("split-squat", "")
    assert lines_of(known, found, at=1)[1] == ("split-squat", "4-1-1")


def test_few_heavy_repetitions_are_not_done_slowly() -> None:
    done = tuple(logged(ago, "squat", reps=16, top=12) for ago in (9, 5))
    known = with_lines(bridging(gear=BODY), "squat", "hip-thrust", done=done)
    weeks = tuple(replace(week, heavy_reps=(3, 6)) for week in known.weeks)
    known = replace(known, weeks=weeks)
    assert set(lines_of(known, own_menus(known))) == {("split-squat", "")}


def test_a_runner_under_age_keeps_the_repetitions_they_need() -> None:
    young = bridging(born=MONDAY.year - 17)
    known = with_lines(young, BRIDGE, "split-squat", done=TWICE)
    assert all(tempo == "" for _, tempo in lines_of(known, own_menus(known)))


def test_the_gear_of_a_journey_decides_on_its_days() -> None:
    known = with_lines(
        bridging(),
        "hamstring-walkout",
        "split-squat",
        done=tuple(logged(ago, "hamstring-walkout", top=8, reps=12) for ago in (9, 5)),
    )
    assert own_menus(known) == {}
    sliders = replace(known.state.profile, gear=Gear(things=BENCH | {GearKind.SLIDERS}))
    assert set(lines_of(known, own_menus(known, profile=sliders))) == {("slider-curl", "")}


days_ago = st.integers(1, 27)
sessions = st.builds(
    logged,
    days_ago,
    st.sampled_from([BRIDGE, ONE_BRIDGE, "squat", "split-squat", "calf-raise", "plank"]),
    reps=st.integers(5, 70),
    rir=st.none() | st.integers(0, 6),
    tempo=st.sampled_from(["", "", "3-2-1", "4-1-1"]),
    top=st.integers(5, 20),
    stands_for=st.sampled_from(["", BRIDGE, "squat"]),
)


@given(past=st.lists(sessions, max_size=12), style=st.sampled_from(Style), bench=st.booleans())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_log_gives_one_climb_a_week_owned_gear_and_no_exercise_twice(
    past: list[PastSession], style: Style, bench: bool
) -> None:
    profile = bridging(style=style, gear=BODY if bench else Gear())
    done = tuple(sorted(past, key=lambda one: one.start))
    known = with_lines(profile, BRIDGE, "squat", "plank", done=done)
    found = own_menus(known)
    assert found == own_menus(known)
    exercises = catalogue().exercises
    seen: set[tuple[str, str]] = set()
    for week in range(len(known.weeks)):
        days = [day for day in known.days if day.week == week]
        for day in days:
            menu = found.get(day.start, known.menus[(known.weeks[week].block, day.letter)])
            names = [line.exercise for line in menu.lines]
            assert len(set(names)) == len(names)
            for now, was in zip(
                menu.lines, known.menus[(known.weeks[week].block, day.letter)].lines, strict=True
            ):
                assert exercises[now.exercise].movement is exercises[was.exercise].movement
                assert now.variant.needs <= profile.gear.kinds
                assert now.instead_of == ("" if now.exercise == was.exercise else was.exercise)
                if style is Style.ARTICLE and now.exercise != was.exercise:
                    ladder = exercises[was.exercise].ladder
                    slowly = {
                        one.prescribed[0].tempo for one in done if one.exercises[0].exercise == was.exercise
                    }
                    assert any(rung.range_only or rung.tempo in {"", *slowly} for rung in ladder)
        new = {
            (line.instead_of or line.exercise, line.exercise + line.tempo)
            for day in days
            for line in _changed(known, found, day.start)
        }
        if week:
            assert len(new - seen) <= 1
        seen |= new


def _changed(known: Season, found: Mapping[datetime, Menu], start: datetime) -> list[MenuLine]:
    return [line for line in found[start].lines if line.instead_of or line.tempo] if start in found else []


def test_slower_repetitions_never_take_longer() -> None:
    for exercise in catalogue().exercises.values():
        for rung in exercise.ladder:
            if rung.tempo:
                low, high = slower_reps(exercise, exercise.reps, rung)
                assert 1 <= low <= high
                assert high * rung.seconds <= max(rung.seconds, exercise.reps[1] * exercise.rep_seconds)


def test_the_tempo_not_said_is_the_one_of_the_time_before() -> None:
    unplanned = replace(logged(2), prescribed=())
    shown = shown_in((logged(9, tempo="3-2-1"), unplanned))[BRIDGE]
    assert [one.tempo for one in shown] == ["3-2-1", "3-2-1"]
    said = replace(unplanned, sets=tuple(replace(one, tempo="5-1-1") for one in unplanned.sets))
    assert shown_in((said,))[BRIDGE][0].tempo == "5-1-1"


def test_a_single_session_outgrows_nothing() -> None:
    assert not outgrown(shown_in(TWICE[:1])[BRIDGE], BAR)
    assert outgrown(shown_in(TWICE)[BRIDGE], BAR)
    assert not outgrown(shown_in((logged(9, tempo="3-2-1"), logged(5)))[BRIDGE], BAR)


def test_warm_up_sets_and_other_exercises_say_nothing() -> None:
    warm = replace(
        logged(5),
        sets=(LoggedSet(exercise=BRIDGE, reps=40, warm_up=True), LoggedSet(exercise="squat", reps=5)),
    )
    assert shown_in((warm,)) == {}


def test_only_what_a_week_can_hold_is_looked_back_on() -> None:
    many = tuple(logged(ago) for ago in range(200, 0, -5))
    assert len(shown_in(many)[BRIDGE]) == 4
    assert shown_in(many)[BRIDGE][-1].start.date() == MONDAY - timedelta(days=5) == date(2026, 11, 18)


def first_lines(known: Season, **changes: object) -> list[tuple[str, str]]:
    return lines_of(known, own_menus(known, **changes))


@pytest.mark.parametrize(
    ("changes", "climbs"), [({"cut_back": True}, False), ({"phase": Phase.TAPER}, False), ({}, True)]
)
def test_nothing_new_begins_in_a_light_week(changes: dict[str, object], climbs: bool) -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=TWICE, weeks=1)
    known = replace(known, weeks=tuple(replace(week, **changes) for week in known.weeks))
    assert (first_lines(known) == [(BRIDGE, "3-2-1")]) is climbs


@pytest.mark.parametrize(
    ("in_days", "priority", "climbs"),
    [(22, "A", False), (23, "A", True), (1, "A", False), (0, "A", True), (15, "B", True)],
)
def test_the_three_weeks_before_an_a_race_begin_nothing(in_days: int, priority: str, climbs: bool) -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=TWICE, weeks=1)
    known = replace(known, days=known.days[:1])
    profile = replace(known.state.profile, races=(race(in_days, priority=priority),))
    assert (first_lines(known, profile=profile) == [(BRIDGE, "3-2-1")]) is climbs


@pytest.mark.parametrize(
    ("held_g", "then"), [(19_000, "hip-thrust"), (20_000, ONE_BRIDGE), (30_000, ONE_BRIDGE)]
)
def test_the_two_leg_exercise_must_be_heavier_than_what_one_leg_held(held_g: int, then: str) -> None:
    slow = tuple(
        logged(ago, ONE_BRIDGE, tempo="3-2-1", top=6, reps=10, weight_g=grams)
        for ago, grams in ((6, 1_000), (3, held_g))
    )
    known = with_lines(bridging(gear=Gear(bar_g=20_000, things=BENCH)), ONE_BRIDGE, "split-squat", done=slow)
    assert {name for name, _ in first_lines(known)} == {then}


def test_a_one_leg_exercise_done_before_comes_back_with_its_weight() -> None:
    profile = bridging(gear=Gear(dumbbells_g=(5_000,), things=BENCH))
    slow = tuple(logged(ago, tempo="3-2-1", top=7, reps=11, weight_g=5_000) for ago in (4, 2))
    new = with_lines(profile, BRIDGE, "split-squat", done=slow)
    known = with_lines(profile, BRIDGE, "split-squat", done=(logged(9, ONE_BRIDGE, reps=5), *slow))

    def way(season: Season) -> frozenset[GearKind]:
        return own_menus(season)[season.days[0].start].lines[0].variant.needs

    assert way(new) == {GearKind.BODY}
    assert way(known) == {GearKind.DUMBBELLS}


def test_a_hold_is_never_done_slowly() -> None:
    plank = tuple(logged(ago, "side-plank", reps=90, top=45) for ago in (9, 5))
    known = with_lines(bridging(), "side-plank", "split-squat", done=plank)
    assert {tempo for _, tempo in first_lines(known)} == {""}
