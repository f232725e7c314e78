"""An exercise outgrown, with nothing heavier to be built, gives way: slower first, then the next on its ladder."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.catalogue import Catalogue
from legday.model.easing import Decision, Easing
from legday.model.exercises import Rung
from legday.model.happened import Away
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Told
from legday.model.progression import Phase
from legday.model.runner import Gear, GearKind, Health, LiftingLevel, Profile, Style
from legday.model.season import Menu, MenuLine
from legday.model.sets import LoggedSet
from legday.model.state import Log
from legday.progressing.dose import dose
from legday.progressing.ladder_log import Bar, outgrown, outgrown_words, shown_in
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
    return climbed(state, known.weeks, known.days, known.menus, catalogue())


def lines_of(known: Season, found: Mapping[datetime, Menu], *, at: int = 0) -> list[tuple[str, str]]:
    """Exercise and tempo of the first lines of the A sessions, in order of time."""
    sessions = [day for day in known.days if day.letter == "A"]
    menus = [
        found.get(day.start) or known.menus[(known.weeks[day.week].block, day.letter)] for day in sessions
    ]
    return [(menu.lines[at].exercise, menu.lines[at].tempo) for menu in menus]


@pytest.mark.parametrize("tempo", ["0-0-0", "as slow as I can"])
def test_a_tempo_that_says_no_seconds_is_none(tempo: str) -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=(logged(5, tempo=tempo, reps=12),))
    assert own_menus(known) == {}


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
    return climbed(known.state, known.weeks, known.days, known.menus, rules)


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


def in_every_session(known: Season) -> Season:
    """The season with workout A on each of its days."""
    return replace(known, days=tuple(replace(day, letter="A") for day in known.days))


def test_at_most_one_climb_begins_a_week() -> None:
    lifts = ("glute-bridge", "side-lying-abduction", "tibialis-raise")
    done = tuple(
        session for name in lifts for session in (logged(9, name, reps=30), logged(5, name, reps=30))
    )
    known = in_every_session(with_lines(bridging(), *lifts, done=done, weeks=3))
    found = own_menus(known)
    slow = [[tempo != "" for _, tempo in (lines_of(known, found, at=place))] for place in range(3)]
    assert slow == [[True] * 6, [False] * 2 + [True] * 4, [False] * 4 + [True] * 2]


ABLE = (logged(9, "split-squat", reps=30), logged(5, "split-squat", reps=30))


@pytest.mark.parametrize(
    ("this_week", "taken"),
    [
        ((*TWICE, logged(-1, tempo="3-2-1", top=7, reps=7)), True),
        ((*TWICE, logged(0, tempo="3-2-1", top=7, reps=7)), True),
        ((logged(0, tempo="3-2-1", top=7, reps=7), logged(-1, tempo="3-2-1", top=7, reps=7)), False),
        ((*TWICE, logged(1, tempo="3-2-1", top=7, reps=7), logged(-1, tempo="3-2-1", top=7, reps=7)), False),
        ((logged(9, tempo="3-2-1", top=7, reps=7), logged(-1, reps=8)), False),
        ((logged(-1, "hip-thrust", top=12, reps=8),), False),
        ((logged(-1, ONE_BRIDGE, top=12, reps=8, stands_for=BRIDGE),), True),
        ((logged(1, ONE_BRIDGE, reps=8, stands_for=BRIDGE), logged(-1, ONE_BRIDGE, stands_for=BRIDGE)), False),
    ],
    ids=[
        "slower on tuesday", "slower on monday", "slow from its first session on", "slower since sunday", "as fast as usual again",
        "an exercise of its own", "a stand-in", "a stand-in since sunday",
    ],
)  # fmt: skip
def test_a_climb_logged_this_week_is_the_weeks_climb(this_week: tuple[PastSession, ...], taken: bool) -> None:
    done = tuple(sorted((*ABLE, *this_week), key=lambda one: one.start))
    known = with_lines(bridging(), "squat", "split-squat", done=done, weeks=2)
    days = tuple(day for day in known.days if day.start.date() > MONDAY + timedelta(days=2))
    found = own_menus(in_every_session(replace(known, days=days)))
    tempos = [found[day.start].lines[1].tempo if day.start in found else "" for day in days]
    assert tempos == ["" if taken else "4-1-1", "4-1-1", "4-1-1"]


def test_few_heavy_repetitions_are_not_done_slowly() -> None:
    done = tuple(logged(ago, "squat", reps=16, top=12) for ago in (9, 5))
    known = with_lines(bridging(gear=BODY), "squat", "hip-thrust", done=done)
    weeks = tuple(replace(week, heavy_reps=(3, 6)) for week in known.weeks)
    known = replace(known, weeks=weeks)
    assert set(lines_of(known, own_menus(known))) == {("split-squat", "")}


def young(**changes: object) -> Profile:
    return bridging(born=MONDAY.year - 17, health=Health(guardian_or_coach=True), **changes)


def test_a_runner_under_age_keeps_the_repetitions_they_need() -> None:
    known = with_lines(young(), BRIDGE, "split-squat", done=TWICE)
    assert set(lines_of(known, own_menus(known))) == {(ONE_BRIDGE, "")}


def away(gear: Gear, *, week: int = 0) -> Log:
    """A journey of one week with other gear."""
    first = MONDAY + timedelta(weeks=week)
    day = datetime(2026, 11, 1, tzinfo=UTC)
    return Log(away=(Away(id=UUID(int=7), at=day, first=first, last=first + timedelta(days=6), gear=gear),))


WALKOUT = tuple(logged(ago, "hamstring-walkout", top=8, reps=12) for ago in (9, 5))
SLIDERS = Gear(things=BENCH | {GearKind.SLIDERS})


def test_what_needs_gear_that_is_not_owned_does_not_come() -> None:
    known = with_lines(bridging(), "hamstring-walkout", "split-squat", done=WALKOUT)
    assert own_menus(known) == {}
    sliders = replace(known.state.profile, gear=SLIDERS)
    assert set(lines_of(known, own_menus(known, profile=sliders))) == {("slider-curl", "")}


def test_the_gear_of_a_journey_decides_on_its_days() -> None:
    known = with_lines(bridging(gear=SLIDERS), "hamstring-walkout", "split-squat", done=WALKOUT)
    assert first_lines(known, log=away(BODY)) == [("hamstring-walkout", ""), *[("slider-curl", "")] * 3]


def test_a_climb_begun_with_the_gear_of_a_journey_holds_at_home() -> None:
    both = Gear(things=SLIDERS.things | {GearKind.BALL})
    known = with_lines(bridging(gear=both), "hamstring-walkout", "split-squat", done=WALKOUT)
    ball = Gear(things=BENCH | {GearKind.BALL})
    assert first_lines(known, log=away(ball)) == [("ball-curl", "")] * 4


def test_a_week_with_something_heavier_needs_no_slower_repetitions() -> None:
    known = with_lines(bridging(), BRIDGE, "split-squat", done=TWICE)
    hotel = Gear(kettlebells_g=(8_000,), things=BENCH)
    slow = (BRIDGE, "3-2-1")
    assert first_lines(known, log=away(hotel, week=1)) == [slow, (BRIDGE, ""), slow, slow]
    at_home = replace(known.state.profile, gear=hotel)
    assert first_lines(known, profile=at_home, log=away(BODY)) == [(BRIDGE, "")] * 4


def test_the_bar_that_makes_two_legs_heavier_must_be_there_on_the_day() -> None:
    slow = tuple(logged(ago, ONE_BRIDGE, tempo="3-2-1", top=6, reps=10) for ago in (6, 3))
    known = with_lines(bridging(gear=Gear(bar_g=20_000, things=BENCH)), ONE_BRIDGE, "split-squat", done=slow)
    thrust = ("hip-thrust", "")
    assert first_lines(known, log=away(BODY)) == [(ONE_BRIDGE, "3-2-1"), thrust, thrust, thrust]


def test_what_stands_in_for_an_exercise_is_done_as_the_gear_of_the_day_allows() -> None:
    done = (*SLOWLY, logged(1, ONE_BRIDGE, reps=8, top=12, stands_for=BRIDGE))
    pairs = bridging(gear=Gear(dumbbells_g=(5_000,), things=BENCH))
    known = with_lines(pairs, BRIDGE, "split-squat", done=done)
    found = own_menus(known, log=away(BODY))
    ways = [found[day.start].lines[0].variant.needs for day in known.days if day.letter == "A"]
    assert ways[:2] == [{GearKind.BODY}, {GearKind.DUMBBELLS}]


SLID = (
    *(logged(ago, "hamstring-walkout", top=8, reps=12) for ago in (20, 18)),
    *(logged(ago, "slider-curl", top=12, reps=16, stands_for="hamstring-walkout") for ago in (9, 5)),
)


def test_what_has_been_climbed_to_goes_slower_only_where_it_can_be_done() -> None:
    known = with_lines(bridging(gear=SLIDERS), "hamstring-walkout", "split-squat", done=SLID)
    slow = ("slider-curl", "5-1-1")
    found = own_menus(known)
    assert lines_of(known, found) == [slow] * 4
    first = found[known.days[0].start]
    assert (first.lines[0].instead_of, first.lines[0].reps) == ("hamstring-walkout", (3, 6))
    assert first.why[-1] == (
        "Slider curl slower, 5-1-1 (seconds down, held, up): last two sessions you reached 16 with 2 spare and "
        "nothing heavier is owned."
    )
    assert first_lines(known, log=away(Gear())) == [("hamstring-walkout", ""), slow, slow, slow]
    sore = Easing(
        rule="pain-gate",
        decision=Decision.SWAP,
        first=MONDAY,
        last=MONDAY + timedelta(days=6),
        why="",
        avoid=frozenset({"slider-curl"}),
    )
    assert first_lines(known, easings=(sore,)) == [("hamstring-walkout", ""), slow, slow, slow]


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


def test_a_hold_logged_with_a_tempo_stays_a_hold() -> None:
    plank = (logged(5, "plank", reps=40, top=60, tempo="3-2-1"),)
    known = with_lines(bridging(), "plank", "split-squat", done=plank)
    assert own_menus(known) == {}


def test_an_outgrown_hold_gives_way_and_is_told_in_seconds() -> None:
    plank = tuple(logged(ago, "plank", reps=70, rir=None, top=60) for ago in (9, 5))
    known = with_lines(bridging(), "plank", "split-squat", done=plank)
    assert own_menus(known)[known.days[0].start].why == (
        "Side plank instead of plank: last two sessions you reached 70 s and nothing heavier is owned.",
    )


def test_a_tempo_that_is_not_outgrown_stays_and_says_so() -> None:
    known = with_lines(
        bridging(), BRIDGE, "split-squat", done=(*TWICE, logged(2, tempo="3-2-1", top=7, reps=7))
    )
    found = own_menus(known)
    assert set(lines_of(known, found)) == {(BRIDGE, "3-2-1")}
    first = found[known.days[0].start]
    assert first.lines[0].reps == (7, 7)
    assert first.why == ("Glute bridge at 3-2-1 (seconds down, held, up): nothing heavier is owned.",)


@pytest.mark.parametrize(("low", "tempo"), [(16, "3-2-1"), (15, "")])
def test_slower_repetitions_stay_at_the_eight_that_a_runner_under_age_needs(low: int, tempo: str) -> None:
    """3-2-1 takes six seconds instead of three: 16–20 repetitions become 8–10, 15–20 would become 7–10."""
    profile = young(dislikes=("standing-calf-raise", "single-leg-calf-raise"))
    done = tuple(logged(ago, "calf-raise", top=20, reps=24) for ago in (9, 5))
    known = with_lines(profile, "calf-raise", "split-squat", done=done)
    menus = {
        key: replace(menu, lines=tuple(replace(one, reps=(low, 20)) for one in menu.lines))
        for key, menu in known.menus.items()
    }
    assert set(first_lines(replace(known, menus=menus))) == {("calf-raise", tempo)}


def test_eight_repetitions_are_needed_until_twelve_weeks_after_a_birth() -> None:
    """Eleven weeks today, so twelve at the earliest in the third week of the season, of which only one is surely over."""
    mother = bridging(
        health=Health(weeks_post_partum=11, clinician_confirmed=True), dislikes=(ONE_BRIDGE, "hip-thrust")
    )
    known = with_lines(mother, BRIDGE, "split-squat", done=TWICE)
    assert [tempo for _, tempo in first_lines(known)] == ["", "", "3-2-1", "3-2-1"]


def test_two_exercises_never_give_way_to_the_same_one() -> None:
    slow = tuple(
        logged(ago, name, tempo="4-1-1", top=6, reps=10)
        for ago in (9, 5)
        for name in ("split-squat", "step-up")
    )
    step = Gear(things=BENCH | {GearKind.STEP})
    known = with_two(bridging(gear=step), "split-squat", "step-up", done=slow)
    assert given(known, "A") == {("bulgarian-split-squat", "")}
    assert given(known, "B") == {("step-up", "4-1-1")}


def with_two(profile: Profile, first: str, second: str, *, done: tuple[PastSession, ...]) -> Season:
    """A season with one exercise and a glute bridge in A, another and the bridge in B."""
    base = season_of(profile, weeks=4, done=done)
    menus = {
        (0, letter): Menu(
            block=0, letter=letter, title="", lines=(extra(profile, name), extra(profile, BRIDGE))
        )
        for letter, name in (("A", first), ("B", second))
    }
    return replace(base, menus=menus)


def given(known: Season, letter: str) -> set[tuple[str, str]]:
    found = own_menus(known)
    days = [day for day in known.days if day.letter == letter]
    lines = [found.get(day.start, known.menus[0, letter]).lines[0] for day in days]
    return {(line.exercise, line.tempo) for line in lines}


STEP = Gear(things=BENCH | {GearKind.STEP})
STOOD = (
    *(logged(ago, "split-squat", tempo="4-1-1", top=6, reps=10) for ago in (20, 18)),
    logged(15, "bulgarian-split-squat", reps=5, top=10, stands_for="split-squat"),
)


def test_what_already_stands_in_for_one_exercise_is_not_taken_for_another() -> None:
    slow = tuple(logged(ago, "step-up", tempo="4-1-1", top=6, reps=10) for ago in (9, 5))
    known = with_two(bridging(gear=STEP), "step-up", "split-squat", done=(*STOOD, *slow))
    assert given(known, "A") == {("step-up", "4-1-1")}
    assert given(known, "B") == {("bulgarian-split-squat", "")}


def test_of_two_exercises_that_stood_for_the_same_one_the_first_keeps_it() -> None:
    others = (
        *(logged(ago, "step-up", tempo="4-1-1", top=6, reps=10) for ago in (14, 12)),
        logged(9, "bulgarian-split-squat", reps=5, top=10, stands_for="step-up"),
        *TWICE,
    )
    known = with_two(bridging(gear=STEP), "split-squat", "step-up", done=(*STOOD, *others))
    assert given(known, "A") == {("bulgarian-split-squat", "")}
    assert given(known, "B") == {("step-up", "")}
    (why,) = own_menus(known)[known.days[1].start].why
    assert why.startswith("Glute bridge slower, 3-2-1")


def test_what_stands_in_keeps_its_tempo_in_its_own_place() -> None:
    slow = (
        *STOOD,
        logged(5, "bulgarian-split-squat", reps=5, top=6, tempo="4-1-1", stands_for="split-squat"),
    )
    known = with_two(bridging(), "split-squat", "squat", done=slow)
    later = Menu(block=1, letter="A", title="", lines=(extra(known.state.profile, "bulgarian-split-squat"),))
    known = replace(
        known,
        weeks=tuple(replace(week, block=int(n > 1)) for n, week in enumerate(known.weeks)),
        menus={**known.menus, (1, "A"): later, (1, "B"): known.menus[0, "B"]},
    )
    assert first_lines(known) == [("bulgarian-split-squat", "4-1-1")] * 4


def test_only_the_exercises_of_the_same_week_are_not_taken() -> None:
    slow = tuple(logged(ago, "split-squat", tempo="4-1-1", top=6, reps=10) for ago in (6, 3))
    profile = bridging()
    known = with_lines(profile, "split-squat", done=slow, weeks=2)
    twice = replace(known.menus[0, "B"], lines=(extra(profile, "bulgarian-split-squat"),))
    known = replace(
        known,
        weeks=tuple(replace(week, block=n) for n, week in enumerate(known.weeks)),
        menus={**known.menus, (1, "A"): known.menus[0, "A"], (1, "B"): twice},
    )
    assert first_lines(known) == [("bulgarian-split-squat", ""), ("split-squat", "4-1-1")]


def test_what_was_climbed_in_two_steps_stays() -> None:
    """A walk-out leads to the slider curl, that to the Nordic curl, which the walk-out itself does not name."""
    done = (*SLID, logged(2, "nordic-curl", reps=3, top=6, stands_for="hamstring-walkout"))
    gear = Gear(things=SLIDERS.things | {GearKind.ANCHOR})
    known = with_lines(bridging(gear=gear), "hamstring-walkout", "split-squat", done=done)
    assert set(first_lines(known)) == {("nordic-curl", "")}


@pytest.mark.parametrize(
    ("before", "then"),
    [(SLOWLY, (ONE_BRIDGE, "")), (TWICE, (BRIDGE, ""))],
    ids=["outgrown at its slowest", "never done slowly"],
)
def test_a_climb_stays_in_style_article_where_the_printed_exercise_was_outgrown_at_its_slowest(
    before: tuple[PastSession, ...], then: tuple[str, str]
) -> None:
    lifted = tuple(logged(ago, "tibialis-raise", reps=30, top=20) for ago in (9, 5))
    done = (*before, *lifted, logged(1, ONE_BRIDGE, reps=8, top=12, stands_for=BRIDGE))
    profile = bridging(style=Style.ARTICLE)
    known = with_lines(profile, BRIDGE, "tibialis-raise", done=tuple(sorted(done, key=lambda one: one.start)))
    found = own_menus(known)
    assert set(lines_of(known, found)) == {then}
    assert len(found[known.days[0].start].why) == (1 if then == (BRIDGE, "") else 2)


def test_a_longer_range_stays_in_style_article() -> None:
    """Eight repetitions that a runner under age needs leave no slower ones, so the longer range came first."""
    done = (
        *(logged(ago, "calf-raise", top=20, reps=24) for ago in (9, 5)),
        logged(2, "standing-calf-raise", reps=15, top=20, stands_for="calf-raise"),
    )
    profile = bridging(style=Style.ARTICLE, gear=STEP)
    known = with_lines(profile, "calf-raise", "split-squat", done=done)
    assert set(first_lines(known)) == {("standing-calf-raise", "")}


def test_style_article_takes_no_other_exercise_where_slower_repetitions_cannot_be() -> None:
    known = with_lines(young(style=Style.ARTICLE), BRIDGE, "split-squat", done=TWICE)
    assert set(first_lines(known)) == {(BRIDGE, "")}


def test_variety_lets_another_exercise_come_in_style_article() -> None:
    known = with_lines(young(style=Style.ARTICLE, variety=True), BRIDGE, "split-squat", done=TWICE)
    assert set(first_lines(known)) == {(ONE_BRIDGE, "")}


@pytest.mark.parametrize(("beside", "then"), [("split-squat", "hip-thrust"), ("tibialis-raise", ONE_BRIDGE)])
def test_two_legs_stay_in_the_place_of_one_where_another_one_leg_exercise_is_left(
    beside: str, then: str
) -> None:
    done = (
        *(logged(ago, ONE_BRIDGE, tempo="3-2-1", top=6, reps=10) for ago in (9, 6)),
        logged(3, "hip-thrust", reps=8, top=12, weight_g=20_000, stands_for=ONE_BRIDGE),
    )
    bar = bridging(gear=Gear(bar_g=20_000, things=BENCH))
    known = with_lines(bar, ONE_BRIDGE, beside, done=done)
    assert {name for name, _ in first_lines(known)} == {then}


def test_it_is_the_last_weight_of_one_leg_that_two_must_pass() -> None:
    slow = tuple(
        logged(ago, ONE_BRIDGE, tempo="3-2-1", top=6, reps=10, weight_g=grams)
        for ago, grams in ((9, 30_000), (6, 30_000), (3, 10_000))
    )
    known = with_lines(bridging(gear=Gear(bar_g=20_000, things=BENCH)), ONE_BRIDGE, "split-squat", done=slow)
    assert set(first_lines(known)) == {("hip-thrust", "")}


def test_who_went_back_to_the_easier_exercise_begins_there_again() -> None:
    done = (
        logged(12),
        logged(9),
        logged(7, ONE_BRIDGE, reps=8, top=12, stands_for=BRIDGE),
        logged(5),
    )
    known = with_lines(bridging(), BRIDGE, "split-squat", done=done)
    assert set(first_lines(known)) == {(BRIDGE, "3-2-1")}


def test_an_exercise_done_beside_the_one_it_stands_for_has_not_taken_its_place() -> None:
    one, other = logged(5), logged(5, ONE_BRIDGE, reps=8, top=12, stands_for=BRIDGE)
    both = replace(
        one,
        exercises=(*one.exercises, *other.exercises),
        prescribed=(*one.prescribed, *other.prescribed),
        sets=(*one.sets, *other.sets),
    )
    known = with_lines(bridging(), BRIDGE, "split-squat", done=(logged(9), both))
    assert set(first_lines(known)) == {(BRIDGE, "3-2-1")}


@pytest.mark.parametrize(
    ("changes", "weeks_behind", "then"),
    [
        ({"lifting": LiftingLevel.BEGINNER}, 3, ("split-squat", "4-1-1")),
        ({"lifting": LiftingLevel.BEGINNER}, 4, ("bulgarian-split-squat", "")),
        ({"lifting": LiftingLevel.TRAINED}, 3, ("bulgarian-split-squat", "")),
        ({"lifting": LiftingLevel.BEGINNER, "likes": ("bulgarian-split-squat",)}, 3, ("bulgarian-split-squat", "")),
    ],
)  # fmt: skip
def test_an_advanced_exercise_waits_for_a_beginners_first_block_unless_it_is_liked(
    changes: Mapping[str, object], weeks_behind: int, then: tuple[str, str]
) -> None:
    slow = tuple(logged(ago, "split-squat", tempo="4-1-1", top=6, reps=10) for ago in (6, 3))
    known = with_lines(bridging(**changes), "split-squat", BRIDGE, done=slow)
    assert set(first_lines(known, foundation_weeks=weeks_behind)) == {then}


@pytest.mark.parametrize(
    ("changes", "then"),
    [
        ({"lifting": LiftingLevel.TRAINED}, ("nordic-curl", "")),
        ({"lifting": LiftingLevel.BEGINNER}, ("slider-curl", "5-1-1")),
        ({"lifting": LiftingLevel.BEGINNER, "likes": ("nordic-curl",)}, ("nordic-curl", "")),
    ],
)
def test_the_level_an_exercise_asks_for_is_enough_and_taste_goes_before_it(
    changes: Mapping[str, object], then: tuple[str, str]
) -> None:
    slow = tuple(logged(ago, "slider-curl", tempo="5-1-1", top=9, reps=13) for ago in (6, 3))
    gear = Gear(things=SLIDERS.things | {GearKind.ANCHOR})
    known = with_lines(bridging(gear=gear, **changes), "slider-curl", "split-squat", done=slow)
    assert set(first_lines(known, foundation_weeks=10)) == {then}


def test_a_log_without_days_to_come_changes_nothing() -> None:
    known = with_lines(bridging(), BRIDGE, done=TWICE)
    assert climbed(known.state, (), (), known.menus, catalogue()) == {}


def test_slower_repetitions_are_one_at_least() -> None:
    assert slower_reps(catalogue().exercises[BRIDGE], (1, 3), Rung(tempo="3-2-1")) == (1, 1)


@pytest.mark.parametrize(("rir", "spare", "could"), [(None, 0, 8), (0, 0, 8), (3, 3, 11)])
def test_a_reserve_that_was_not_said_counts_as_none(rir: int | None, spare: int, could: int) -> None:
    (shown,) = shown_in((logged(2, reps=8, rir=rir),))[BRIDGE]
    assert (shown.reached, shown.spare, shown.could) == (8, spare, could)


def test_without_a_word_on_tempo_or_place_the_first_session_has_none() -> None:
    (shown,) = shown_in((replace(logged(2), prescribed=()),))[BRIDGE]
    assert (shown.tempo, shown.stands_for, shown.asked) == ("", "", False)


def test_a_session_that_was_not_logged_hides_none_before_it() -> None:
    shown = shown_in((logged(9), logged(5, told=Told.ASSUMED)))
    assert [one.start.date() for one in shown[BRIDGE]] == [MONDAY - timedelta(days=9)]


@pytest.mark.parametrize(
    ("sessions", "rir", "held", "words"),
    [
        (2, 2, False, "last two sessions you reached 19 with 2 spare and nothing heavier is owned"),
        (3, 1, False, "last three sessions you reached 19 with 1 spare and nothing heavier is owned"),
        (4, 0, True, "last four sessions you reached 19 s and nothing heavier is owned"),
        (2, 2, True, "last two sessions you reached 19 s with 2 spare and nothing heavier is owned"),
    ],
)
def test_what_was_outgrown_is_told_by_its_last_sessions(
    sessions: int, rir: int, held: bool, words: str
) -> None:
    shown = shown_in(tuple(logged(ago, rir=rir) for ago in (12, 9, 6, 3)))[BRIDGE]
    bar = Bar(past=4, spare=2, sessions=sessions)
    assert outgrown_words(shown, bar, held=held) == words
