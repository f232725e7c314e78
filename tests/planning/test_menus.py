"""The menus with the real catalogue: what the article prints, what stands in, what gear, minutes, wishes and gates take away."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_runners import gears
from legday.model.exercises import Movement, SessionPlace
from legday.model.plan import PastSession, Told
from legday.model.progression import Phase
from legday.model.runner import Gear, GearKind, LiftingLevel, Style
from legday.model.runs import ExpectedRun, Outlook, OutlookSource, RunKind
from legday.model.season import DaysChoice, Menu, MenuChoice, WeekTarget
from legday.model.session_time import TimedLine, session_minutes
from legday.planning.menu import choose_menus
from plan_builder import line as prescribed
from season_builder import DUMBBELLS, Season, catalogue, runner, season_of

PRINTED = {
    "A": [
        ("squat", 3, (10, 12)),
        ("walking-lunge", 3, (12, 12)),
        ("deadlift", 3, (8, 10)),
        ("calf-raise", 3, (15, 20)),
    ],
    "B": [
        ("step-up", 3, (12, 12)),
        ("bulgarian-split-squat", 3, (10, 10)),
        ("single-leg-deadlift", 3, (10, 10)),
        ("glute-bridge", 3, (15, 15)),
    ],
}
NO_GEAR = Gear()
BEGINNER = {"style": Style.EVIDENCE, "lifting": LiftingLevel.BEGINNER}
TRAINED = {"style": Style.EVIDENCE, "lifting": LiftingLevel.TRAINED}


def chosen(season: Season, outlook: Outlook | None = None) -> MenuChoice:
    days = DaysChoice(days=season.days, stages=())
    return choose_menus(season.state, outlook or Outlook(), season.weeks, days, catalogue())


def menus_of(season: Season, outlook: Outlook | None = None) -> list[Menu]:
    return list(chosen(season, outlook).menus.values())


def lines(menu: Menu) -> list[tuple[str, int, tuple[int, int]]]:
    return [(line.exercise, line.sets, line.reps) for line in menu.lines]


def names(menu: Menu) -> list[str]:
    return [line.exercise for line in menu.lines]


def movements(menus: Iterable[Menu]) -> set[Movement]:
    return {catalogue().exercises[name].movement for menu in menus for name in names(menu)}


def jumps(menu: Menu) -> list[str]:
    return [name for name in names(menu) if catalogue().exercises[name].plyometric]


def hard(kind: RunKind, *weekdays: int, season: Season) -> Outlook:
    """A hard run at seven on these weekdays of every week."""
    return Outlook(
        runs=tuple(
            ExpectedRun(
                day=week.start + timedelta(days=weekday),
                kind=kind,
                source=OutlookSource.USUAL_WEEK,
                minutes=60,
            )
            for week in season.weeks
            for weekday in weekdays
        )
    )


def minutes_of(menu: Menu, target: WeekTarget) -> int:
    """How long a session of this menu takes in one week, every repetition at the top of its range."""
    timed = []
    for line in menu.lines:
        exercise = catalogue().exercises[line.exercise]
        heavy = exercise.heavy and target.heavy_reps is not None
        timed.append(
            TimedLine(
                exercise=exercise,
                sets=line.sets,
                reps=target.heavy_reps[1] if heavy else line.reps[1],
                rest_s=max(exercise.rest_s, target.heavy_rest_s or 0) if heavy else exercise.rest_s,
            )
        )
    return session_minutes(timed, catalogue().progression, after_run=False, superset=menu.superset)


def first_weeks(season: Season) -> dict[int, WeekTarget]:
    """The first week of each block."""
    return {week.block: week for week in reversed(season.weeks)}


def test_the_article_is_given_as_printed_in_every_block():
    season = season_of(runner(), weeks=12)
    blocks = replace(season, weeks=tuple(replace(w, block=n // 4) for n, w in enumerate(season.weeks)))
    menus = chosen(blocks).menus
    assert set(menus) == {(block, letter) for block in range(3) for letter in "AB"}
    assert all(lines(menu) == PRINTED[letter] for (_, letter), menu in menus.items())
    assert all(
        menu.why == (f"Workout {menu.letter} with the article's exercises.",) for menu in menus.values()
    )


def test_a_third_session_of_the_article_repeats_the_first():
    menus = chosen(season_of(runner(sessions_a_week=3), weeks=4)).menus
    third = menus[0, "C"]
    assert third.lines == menus[0, "A"].lines
    assert lines(third) == PRINTED["A"]
    assert third.title == "Workout A"


def test_variety_swaps_one_printed_exercise_a_block_and_keeps_the_rest():
    season = season_of(runner(variety=True), weeks=12)
    blocks = replace(
        season, weeks=tuple(replace(w, block=n // 4, contacts=0) for n, w in enumerate(season.weeks))
    )
    menus = chosen(blocks).menus
    assert lines(menus[0, "A"]) == PRINTED["A"]
    for block in (1, 2):
        held = [name for letter in "AB" for name in names(menus[block, letter])]
        printed = [name for letter in "AB" for name, *_ in PRINTED[letter]]
        assert len(set(held) - set(printed)) == 1
        assert len(set(printed) - set(held)) == 1
    assert names(menus[1, "A"]) != names(menus[2, "A"])


def test_evidence_begins_a_newcomer_with_two_sets_of_the_printed_and_short_extras():
    menus = chosen(season_of(runner(**BEGINNER), weeks=4)).menus
    extras = []
    for letter in "AB":
        held = lines(menus[0, letter])
        own = [(name, 2, reps) for name, _, reps in PRINTED[letter]]
        assert held[: len(own)] == own
        extras += [name for name, *_ in held[len(own) :]]
    assert 0 < len(extras) <= 2
    assert all(catalogue().exercises[name].short for name in extras)
    assert {True} == {
        any(getattr(catalogue().exercises[name], what) for name in extras)
        for what in ("hip_abductor", "trunk")
    }


def test_evidence_begins_a_trained_lifter_with_three_sets():
    menus = chosen(season_of(runner(**TRAINED), weeks=4)).menus
    assert all(lines(menus[0, letter])[:4] == PRINTED[letter] for letter in "AB")


@pytest.mark.parametrize("style", list(Style))
def test_with_nothing_but_a_floor_every_line_can_be_done_and_every_leaving_out_is_told(style):
    season = season_of(runner(gear=NO_GEAR, style=style, lifting=LiftingLevel.TRAINED), weeks=16)
    menus = chosen(season).menus
    assert {line.variant.needs for menu in menus.values() for line in menu.lines} == {
        frozenset({GearKind.BODY})
    }
    for block in first_weeks(season):
        week = [menus[block, letter] for letter in "AB"]
        assert {Movement.KNEE, Movement.HIP, Movement.CALF} <= movements(week)
    for letter in "AB":
        missing = {name for name, *_ in PRINTED[letter]} - set(names(menus[0, letter]))
        told = " ".join(menus[0, letter].why)
        assert missing
        for name in missing:
            assert f"{catalogue().name(name)} is left out: your gear or wishes do not allow it." in told


styles = st.sampled_from(list(Style))
levels = st.sampled_from(list(LiftingLevel))
exercise_ids = st.sampled_from(sorted(catalogue().exercises))


@settings(max_examples=30, deadline=None, derandomize=True)
@given(styles, levels, st.lists(exercise_ids, max_size=5, unique=True), gears)
def test_what_the_runner_dislikes_or_has_no_gear_for_is_never_asked(style, level, dislikes, gear):
    profile = runner(style=style, lifting=level, dislikes=tuple(dislikes), gear=gear)
    for menu in menus_of(season_of(profile, weeks=12)):
        assert not set(names(menu)) & set(dislikes)
        assert all(line.variant.needs <= gear.kinds for line in menu.lines)
        assert all(line.variant in catalogue().exercises[line.exercise].gear for line in menu.lines)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(styles, levels, gears, st.integers(1, 3), st.booleans())
def test_no_exercise_is_asked_twice_a_week_but_by_the_third_printed_session(
    style, level, gear, sessions, supersets
):
    profile = runner(style=style, lifting=level, gear=gear, sessions_a_week=sessions, supersets=supersets)
    season = season_of(profile, weeks=12)
    menus = chosen(season).menus
    for block in first_weeks(season):
        week = [menu for (own, _), menu in menus.items() if own == block]
        counted = [m for m in week if not (style is Style.ARTICLE and m.letter == "C")]
        held = [name for menu in counted for name in names(menu)]
        assert len(held) == len(set(held))
        assert all(len(menu.lines) <= 6 for menu in week)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(styles, levels, gears, st.sampled_from([25, 30, 40, 60]), st.booleans())
def test_every_menu_fits_its_opening_as_its_block_begins(style, level, gear, minutes, supersets):
    profile = runner(style=style, lifting=level, gear=gear, supersets=supersets)
    season = season_of(profile, weeks=12, minutes=minutes)
    begins = first_weeks(season)
    for menu in menus_of(season):
        # what supersets save is bounded from above here; the dose takes sets away where a session would still run over
        assert menu.superset or minutes_of(menu, begins[menu.block]) <= minutes
        assert not menu.superset or supersets


@pytest.mark.parametrize("style", list(Style))
def test_twenty_five_minutes_still_hold_a_session_and_say_what_is_left_out(style):
    season = season_of(runner(style=style), weeks=4, minutes=25)
    for menu in menus_of(season):
        assert len(menu.lines) >= 3
        assert minutes_of(menu, season.weeks[0]) <= 25
        missing = {name for name, *_ in PRINTED[menu.letter]} - set(names(menu))
        told = " ".join(menu.why)
        for name in missing:
            assert f"{catalogue().name(name)} is left out: 25 minutes are too short for it." in told


def test_supersets_are_asked_only_where_they_let_the_printed_workout_in():
    short = chosen(season_of(runner(supersets=True), weeks=4, minutes=35)).menus
    assert any(menu.superset for menu in short.values())
    roomy = chosen(season_of(runner(supersets=True), weeks=4, minutes=60)).menus
    assert not any(menu.superset for menu in roomy.values())


@pytest.mark.parametrize("liked", ["lateral-lunge", "hip-thrust", "romanian-deadlift", "split-squat"])
def test_what_the_runner_likes_is_in_the_first_free_block(liked):
    menus = chosen(season_of(runner(**TRAINED, likes=(liked,)), weeks=8)).menus
    assert liked in {name for letter in "AB" for name in names(menus[1, letter])}


@pytest.mark.parametrize("level", list(LiftingLevel))
@pytest.mark.parametrize("minutes", [45, 60])
def test_a_free_block_keeps_the_heavy_lifts_in_their_session_and_changes_two_others_at_most(level, minutes):
    season = season_of(runner(style=Style.EVIDENCE, lifting=level), weeks=16, minutes=minutes)
    menus = chosen(season).menus
    blocks = sorted(first_weeks(season))
    assert len(blocks) > 2
    for before, after in pairwise(blocks):
        for letter in "AB":
            heavy = {
                name
                for name in names(menus[before, letter])
                if catalogue().exercises[name].place is SessionPlace.HEAVY
            }
            assert heavy <= set(names(menus[after, letter]))
        kept = {name for letter in "AB" for name in names(menus[before, letter])}
        changed = [
            name
            for letter in "AB"
            for name in names(menus[after, letter])
            if name not in kept and not catalogue().exercises[name].short
        ]
        assert len(changed) <= 2


@pytest.mark.parametrize("level", list(LiftingLevel))
def test_a_free_session_holds_knee_hip_and_calf_and_one_leg_at_a_time(level):
    season = season_of(runner(style=Style.EVIDENCE, lifting=level), weeks=16)
    for menu in menus_of(season):
        if menu.block > 0:
            assert {Movement.KNEE, Movement.HIP, Movement.CALF} <= movements([menu])
            assert any(catalogue().exercises[name].one_leg for name in names(menu))


def jumping(**changes: object) -> Season:
    """A trained lifter who likes box jumps, sixteen weeks, every block with jumps allowed from its first week but the first."""
    season = season_of(runner(**TRAINED, likes=("box-jump",), **changes), weeks=16)
    weeks = tuple(replace(w, contacts=40 if w.block else 0) for w in season.weeks)
    return replace(season, weeks=weeks)


def test_jumps_come_first_in_their_session():
    holding = [menu for menu in menus_of(jumping()) if jumps(menu)]
    assert holding
    assert all(names(menu)[: len(jumps(menu))] == jumps(menu) for menu in holding)


@pytest.mark.parametrize("kind", [RunKind.QUALITY, RunKind.LONG, RunKind.RACE])
def test_jumps_keep_away_from_the_session_that_follows_a_hard_run(kind):
    season = jumping()
    tuesday = chosen(season, hard(kind, 1, season=season)).menus
    assert all(not jumps(menu) for (_, letter), menu in tuesday.items() if letter == "A")
    assert any(jumps(menu) for (_, letter), menu in tuesday.items() if letter == "B")
    both = chosen(season, hard(kind, 1, 4, season=season)).menus
    assert not any(jumps(menu) for menu in both.values())


@settings(max_examples=30, deadline=None, derandomize=True)
@given(styles, levels, gears, st.booleans())
def test_where_no_contacts_are_allowed_there_are_no_jumps(style, level, gear, variety):
    profile = runner(
        style=style, lifting=level, gear=gear, variety=variety, likes=("box-jump", "pogo", "jump-squat")
    )
    season = season_of(profile, weeks=12)
    flat = replace(season, weeks=tuple(replace(week, contacts=0) for week in season.weeks))
    assert not any(jumps(menu) for menu in menus_of(flat))


def test_a_block_that_begins_without_jumps_and_ends_with_them_has_none_in_its_first_weeks():
    season = season_of(runner(**TRAINED, likes=("box-jump",)), weeks=12)
    dosed = replace(season, menus=chosen(season).menus)
    for week, sessions in zip(dosed.weeks, dosed.by_week(), strict=True):
        if week.contacts == 0:
            assert not any(session.contacts for session in sessions)
    assert any(session.contacts for sessions in dosed.by_week() for session in sessions)


def test_every_menu_stage_is_proven_best():
    choice = chosen(season_of(runner(**TRAINED), weeks=16))
    assert choice.stages
    assert all(stage.status == "optimal" and stage.bound == stage.objective for stage in choice.stages)
    assert {stage.stage.split(" menu: ")[0] for stage in choice.stages} == {f"block {n}" for n in range(1, 5)}


def test_the_third_session_tells_its_own_minutes():
    season = season_of(runner(sessions_a_week=3), weeks=4)
    days = tuple(replace(d, opening_minutes=25 if d.letter == "C" else 60) for d in season.days)
    third = chosen(replace(season, days=days)).menus[0, "C"]
    missing = {name for name, *_ in PRINTED["A"]} - set(names(third))
    assert missing
    told = " ".join(third.why)
    for name in missing:
        assert f"{catalogue().name(name)} is left out: 25 minutes are too short for it." in told


def test_a_jump_that_a_hard_run_forbids_is_not_said_to_lack_minutes():
    season = season_of(runner(variety=True), weeks=16)
    weeks = tuple(replace(w, block=n // 4, contacts=60) for n, w in enumerate(season.weeks))
    season = replace(season, weeks=weeks)
    outlook = hard(RunKind.QUALITY, 1, 4, season=season)
    menus = chosen(season, outlook).menus
    assert not any(jumps(menu) for menu in menus.values())
    assert not any("60 minutes are too short" in words for menu in menus.values() for words in menu.why)


def test_a_jump_that_a_hard_run_forbids_takes_no_printed_exercise_away():
    season = season_of(runner(variety=True), weeks=16)
    weeks = tuple(replace(w, block=n // 4, contacts=60) for n, w in enumerate(season.weeks))
    season = replace(season, weeks=weeks)
    menus = menus_of(season, hard(RunKind.QUALITY, 1, 4, season=season))
    assert all(len(menu.lines) == 4 for menu in menus)


def test_a_menu_fits_its_opening_in_every_week_of_its_block():
    season = season_of(runner(**TRAINED), weeks=16, minutes=45)
    menus = chosen(season).menus
    for week in season.weeks:
        for letter in "AB":
            assert minutes_of(menus[week.block, letter], week) <= 45


def test_style_evidence_jumps_in_its_power_weeks():
    gear = replace(DUMBBELLS, things=DUMBBELLS.things | {GearKind.BOX})
    season = season_of(runner(**TRAINED, gear=gear), weeks=16)
    power = {week.block for week in season.weeks if week.phase is Phase.POWER and week.contacts}
    assert power
    held = [jumps(menu) for (block, _), menu in chosen(season).menus.items() if block in power]
    assert any(held)


def _once_a_week(season: Season, *, done: int, ahead: int) -> Season:
    """A and B in turn, one a week, the glute bridge left out of B: the first `done` took place as asked for, the next `ahead` are promised."""
    held = {
        "A": ("squat 3x10", "walking-lunge 3x12", "deadlift 3x8", "calf-raise 3x15"),
        "B": ("step-up 3x12", "bulgarian-split-squat 3x10", "single-leg-deadlift 3x10"),
    }
    sessions = [
        PastSession(
            start=datetime.combine(season.weeks[0].start + timedelta(weeks=week), time(18)),
            menu="BA"[week % 2],
            exercises=tuple(prescribed(words) for words in held["BA"[week % 2]]),
        )
        for week in range(done + ahead)
    ]
    behind = tuple(
        replace(one, told=Told.LOGGED, prescribed=one.exercises, planned=one.start) for one in sessions[:done]
    )
    state = replace(
        season.state, done=behind, promised=tuple(sessions[done:]), plan_began=season.weeks[0].start
    )
    return replace(season, state=state)


def test_a_letter_that_was_done_as_promised_keeps_its_menu_while_the_block_has_another_one_promised() -> None:
    season = season_of(runner(style=Style.ARTICLE, gear=DUMBBELLS), weeks=4)
    kept = {menu.letter: menu for menu in menus_of(_once_a_week(season, done=1, ahead=1))}
    assert "glute-bridge" not in names(kept["B"])
    assert kept["B"].why == ("The same exercises as before in this block.",)


def test_without_a_promise_in_the_block_its_menus_are_chosen_anew() -> None:
    season = season_of(runner(style=Style.ARTICLE, gear=DUMBBELLS), weeks=4)
    anew = {menu.letter: menu for menu in menus_of(_once_a_week(season, done=2, ahead=0))}
    assert "glute-bridge" in names(anew["B"])
