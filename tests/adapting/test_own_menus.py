"""What single sessions hold instead of their block's menu: swaps, sore places, the gear of the day."""

from dataclasses import replace
from datetime import date, timedelta

from drawn_lives import away, swapped
from legday.adapting.own_menus import own_menus
from legday.model.easing import Decision, Easing
from legday.model.plan import PastSession
from legday.model.runner import Gear, GearKind
from legday.model.season import Menu
from legday.model.state import Log
from plan_builder import line
from season_builder import DUMBBELLS, MONDAY, catalogue, extra, race, runner, season_of

TUESDAY, FRIDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=4)


def changed(state, season, given=None) -> dict[date, Menu]:
    """The own menus by date."""
    found = own_menus(state, season.weeks, season.days, season.menus, catalogue(), own_menus=given)
    return {start.date(): menu for start, menu in found.items()}


def of(log: Log | None = None, *, easings=(), profile=None, weeks=3, **facts):
    season = season_of(profile or runner(), weeks=weeks)
    return replace(season.state, log=log or Log(), easings=tuple(easings), **facts), season


def names(menu: Menu) -> list[str]:
    return [one.exercise for one in menu.lines]


def sore(*avoid, first=TUESDAY, last=TUESDAY, **changes) -> Easing:
    given = Easing(
        rule="pain-gate",
        decision=Decision.SWAP,
        first=first,
        last=last,
        why="Pain 4/10 at the front of the knee.",
        place="front-knee",
        avoid=frozenset(avoid),
    )
    return replace(given, **changes)


def test_nothing_said_changes_nothing() -> None:
    state, season = of()
    assert changed(state, season) == {}


def test_a_swap_holds_from_its_day_to_its_last_and_keeps_the_sets() -> None:
    state, season = of(
        Log(swapped=(swapped("squat", "split-squat", TUESDAY, TUESDAY + timedelta(days=7), "knee"),))
    )
    menus = changed(state, season)
    assert sorted(menus) == [TUESDAY, TUESDAY + timedelta(days=7)]
    (first, *_) = menus[TUESDAY].lines
    assert (first.exercise, first.instead_of, first.sets) == ("split-squat", "squat", 3)
    assert first.reps == catalogue().exercises["split-squat"].reps
    assert menus[TUESDAY].why[-1] == "Split squat instead of squat: you swapped it until 1 Dec (knee)."


def test_the_last_swap_counts_and_one_for_itself_ends_it() -> None:
    twice = (
        swapped("squat", "split-squat", TUESDAY, number=1),
        swapped("squat", "box-squat", TUESDAY, number=2),
    )
    state, season = of(Log(swapped=twice))
    assert names(changed(state, season)[TUESDAY])[0] == "box-squat"
    back = (*twice, swapped("squat", "squat", TUESDAY, number=3))
    state, season = of(Log(swapped=back))
    assert changed(state, season) == {}


def test_what_stands_in_can_be_swapped_on_or_back() -> None:
    once = swapped("squat", "split-squat", TUESDAY, number=1)
    on = swapped("split-squat", "box-squat", TUESDAY, TUESDAY, "knee", number=2)
    state, season = of(Log(swapped=(once, on)))
    menus = changed(state, season)
    assert names(menus[TUESDAY])[0] == "box-squat"
    assert menus[TUESDAY].why[-1] == "Squat to a bench instead of squat: you swapped it until 24 Nov (knee)."
    assert names(menus[TUESDAY + timedelta(days=7)])[0] == "split-squat"

    back = swapped("split-squat", "squat", TUESDAY, number=3)
    state, season = of(Log(swapped=(once, on, back)))
    assert changed(state, season) == {}

    earlier = swapped("split-squat", "box-squat", TUESDAY, number=0)
    state, season = of(Log(swapped=(earlier, once)))
    assert names(changed(state, season)[TUESDAY])[0] == "split-squat"


def test_a_swap_for_what_the_session_holds_already_takes_another_stand_in() -> None:
    state, season = of(Log(swapped=(swapped("squat", "walking-lunge", TUESDAY, TUESDAY),)))
    held = names(changed(state, season)[TUESDAY])
    assert len(set(held)) == len(held) == 4
    assert held[0] not in {"squat", "walking-lunge"}


def test_what_hurts_gives_way_to_what_the_place_keeps_and_says_so() -> None:
    state, season = of(easings=(sore("squat", "walking-lunge"),))
    menus = changed(state, season)
    assert list(menus) == [TUESDAY]
    assert names(menus[TUESDAY])[0] == "box-squat"
    assert menus[TUESDAY].why[-2] == "Squat to a bench instead of squat: Pain 4/10 at the front of the knee."
    assert not {"squat", "walking-lunge"} & set(names(menus[TUESDAY]))


def test_a_session_keeps_an_exercise_for_one_leg_where_it_can() -> None:
    state, season = of(easings=(sore("walking-lunge"),))
    held = names(changed(state, season)[TUESDAY])
    assert any(catalogue().exercises[name].one_leg for name in held)


def test_what_nothing_can_stand_in_for_is_left_out_with_a_sentence() -> None:
    calves = [name for name, one in catalogue().exercises.items() if one.movement.value == "calf"]
    state, season = of(easings=(sore(*calves),))
    menu = changed(state, season)[TUESDAY]
    assert names(menu) == ["squat", "walking-lunge", "deadlift"]
    assert menu.why[-1] == (
        "Calf raise is left out: Pain 4/10 at the front of the knee; nothing of its movement can stand in."
    )


def test_no_impact_takes_out_jumps_and_leaves_the_rest() -> None:
    season = season_of(runner(), weeks=2, explosive="box-jump")
    state = replace(season.state, easings=(sore(first=FRIDAY, last=FRIDAY, no_impact=True),))
    menus = changed(state, season)
    assert list(menus) == [FRIDAY]
    assert "box-jump" not in names(menus[FRIDAY])
    assert not any(catalogue().exercises[name].plyometric for name in names(menus[FRIDAY]))


def test_five_days_in_a_hotel_are_done_on_the_floor_and_the_usual_menu_comes_back() -> None:
    hotel = away(TUESDAY, TUESDAY + timedelta(days=4), gear=Gear())
    state, season = of(Log(away=(hotel,)))
    menus = changed(state, season)
    assert sorted(menus) == [TUESDAY, FRIDAY]
    for menu in menus.values():
        assert all(one.variant.needs <= {GearKind.BODY} for one in menu.lines)
        assert len(menu.lines) == 4
    assert names(menus[TUESDAY])[0] == "squat"
    assert "Squat without weight: the usual gear is not there (away until 28 Nov)." in menus[TUESDAY].why
    assert any("Reverse lunge instead of step-up" in words for words in menus[FRIDAY].why)


def test_travel_with_the_usual_gear_changes_no_menu() -> None:
    state, season = of(Log(away=(away(TUESDAY, FRIDAY, gear=DUMBBELLS),)))
    assert changed(state, season) == {}


def test_nothing_new_stands_in_before_an_a_race() -> None:
    state, season = of(Log(swapped=(swapped("squat", "goblet-squat", TUESDAY, TUESDAY),)))
    state = replace(state, profile=runner(races=(race(15, priority="A"),)))
    known = PastSession(
        start=season.days[0].start - timedelta(days=7),
        exercises=(line("squat 3x10"), line("reverse-lunge 3x8")),
    )
    menu = changed(replace(state, done=(known,)), season)[TUESDAY]
    assert names(menu)[0] == "reverse-lunge"
    left_out = changed(replace(state, done=()), season)[TUESDAY]
    assert "squat" not in names(left_out)
    assert "goblet-squat" not in names(left_out)


def test_menus_given_are_kept_and_built_upon() -> None:
    state, season = of(Log(swapped=(swapped("squat", "split-squat", TUESDAY, TUESDAY),)))
    base = season.menus[0, "A"]
    fewer = replace(base, lines=base.lines[:2], why=("Only two.",))
    found = changed(state, season, {season.days[0].start: fewer, season.days[1].start: fewer})
    assert names(found[TUESDAY]) == ["split-squat", "walking-lunge"]
    assert found[TUESDAY].why[0] == "Only two."
    assert found[FRIDAY] is fewer


def test_a_stand_in_for_a_stand_in_stands_for_the_first() -> None:
    state, season = of(Log(swapped=(swapped("squat", "step-up", TUESDAY, TUESDAY),)))
    base = season.menus[0, "A"]
    climbed = replace(base, lines=(replace(base.lines[0], instead_of="box-squat"), *base.lines[1:]))
    found = changed(state, season, {season.days[0].start: climbed})
    assert found[TUESDAY].lines[0].instead_of == "box-squat"


def test_a_swap_without_an_end_or_a_reason_says_neither() -> None:
    state, season = of(Log(swapped=(swapped("squat", "goblet-squat", TUESDAY),)))
    assert changed(state, season)[TUESDAY].why == ("Goblet squat instead of squat: you swapped it.",)


def test_a_swap_reaches_what_was_climbed_from_within_its_movement_only() -> None:
    state, season = of(Log(swapped=(swapped("squat", "step-up", TUESDAY, TUESDAY),)))
    base = season.menus[0, "A"]

    def climbed(place: int, name: str) -> Menu:
        line = replace(base.lines[place], exercise=name, instead_of="squat")
        return replace(base, lines=(*base.lines[:place], line, *base.lines[place + 1 :]))

    start = season.days[0].start
    assert names(changed(state, season, {start: climbed(0, "goblet-squat")})[TUESDAY])[0] == "step-up"
    elsewhere = climbed(2, "romanian-deadlift")
    assert names(changed(state, season, {start: elsewhere})[TUESDAY])[2] == "romanian-deadlift"


def test_a_swap_that_cannot_be_done_that_day_takes_another_and_says_so() -> None:
    hotel = away(TUESDAY, TUESDAY, gear=Gear())
    state, season = of(Log(swapped=(swapped("squat", "box-squat", TUESDAY, TUESDAY),), away=(hotel,)))
    menu = changed(state, season)[TUESDAY]
    assert "squat" not in names(menu)
    assert "box-squat" not in names(menu)
    assert menu.why[0].endswith(
        " instead of squat: you swapped it until 24 Nov, and box-squat cannot be done on this day."
    )


def test_a_named_stand_in_is_done_with_what_is_there() -> None:
    state, season = of(Log(swapped=(swapped("squat", "box-squat", TUESDAY, TUESDAY),)))
    (first, *_) = changed(state, season)[TUESDAY].lines
    assert first.variant.needs == {GearKind.BENCH, GearKind.DUMBBELLS}


def test_gear_that_is_not_there_is_said_with_what_takes_its_place() -> None:
    state, season = of(easings=(sore(first=FRIDAY, last=FRIDAY, no_growth=True),))
    bar = next(way for way in catalogue().exercises["squat"].gear if GearKind.BARBELL in way.needs)
    base = season.menus[0, "A"]
    start = season.days[0].start
    with_bar = replace(base, lines=(replace(base.lines[0], variant=bar), *base.lines[1:]))
    assert changed(state, season, {start: with_bar})[TUESDAY].why == (
        "Squat with dumbbells: the usual gear is not there.",
    )
    lifter = runner(gear=replace(DUMBBELLS, bar_g=20_000, plates_g=(10_000,)))
    at_home = replace(state, profile=lifter)
    assert changed(at_home, season, {start: with_bar})[TUESDAY] is with_bar
    assert changed(at_home, season) == {}


def test_what_the_runner_dislikes_never_stands_in() -> None:
    easing = sore("squat", "walking-lunge")
    state, season = of(easings=(easing,))
    usual = names(changed(state, season)[TUESDAY])
    picky = replace(state, profile=runner(dislikes=("box-squat",)))
    assert usual[0] == "box-squat"
    assert "box-squat" not in names(changed(picky, season)[TUESDAY])


def test_what_is_out_of_reach_for_want_of_gear_is_not_blamed_on_an_easing() -> None:
    hotel = away(TUESDAY, TUESDAY, gear=Gear())
    calm = sore(first=TUESDAY, last=TUESDAY, no_impact=True)
    state, season = of(Log(away=(hotel,)), easings=(calm,))
    start = season.days[0].start
    step_up = extra(runner(), "step-up")
    given = replace(season.menus[0, "A"], lines=(step_up,))
    (why,) = changed(state, season, {start: given})[TUESDAY].why
    assert why.endswith(" instead of step-up: what it needs is not there (away until 24 Nov).")


def test_a_session_already_planned_makes_its_exercises_known_before_an_a_race() -> None:
    second = TUESDAY + timedelta(days=7)
    state, season = of(Log(swapped=(swapped("squat", "goblet-squat", second, second),)))
    state = replace(state, profile=runner(races=(race(22, priority="A"),)))
    base = season.menus[0, "A"]
    planned = replace(base, lines=(extra(runner(), "goblet-squat"), *base.lines[1:]))
    found = changed(state, season, {season.days[0].start: planned})
    assert names(found[second])[0] == "goblet-squat"


def test_nothing_new_stands_in_from_three_weeks_before_an_a_race_to_its_day() -> None:
    state, season = of(Log(swapped=(swapped("squat", "goblet-squat", TUESDAY, TUESDAY),)))
    for in_days, new in ((0, True), (1, False), (22, False), (23, True)):
        racing = replace(state, profile=runner(races=(race(in_days, priority="A"),)))
        assert ("goblet-squat" in names(changed(racing, season)[TUESDAY])) is new
