"""Each change between two plans names what made it: the runner's word, what holds on the day, or a rule."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from drawn_lives import away, moved, skipped, swapped
from legday.model.easing import Decision, Easing
from legday.model.plan import Cause, PastSession, Reasons, Told, UnusedOpening
from legday.model.progression import Phase
from legday.model.runner import Gear, GearKind, Opening, Priority, Race
from legday.model.state import Log
from legday.planning.compare import compare
from plan_builder import MONDAY, B, at, catalogue, day, lift, line, plan, runner

RULES = catalogue().rulebook
EVENINGS = tuple(Opening(weekday=n, start=time(18), minutes=60) for n in range(7))


def caused(before, after, *, log=None, easings=(), profile=None, **facts):
    state = replace(
        runner(openings=EVENINGS, **(profile or {})), log=log or Log(), easings=tuple(easings), **facts
    )
    return [
        (one.what, one.cause, one.rule, one.why)
        for one in compare(before, after, state=state, rulebook=RULES)
    ]


def easing(rule, **changes):
    given = Easing(
        rule=rule, decision=Decision.PAUSE, first=MONDAY, last=day("sun"), why=f"Because of {rule}."
    )
    return replace(given, **changes)


BOTH = plan(lift("tue 18:00"), lift("fri 18:00", B))
ONE = plan(lift("tue 18:00"))


def test_moved_by_you() -> None:
    after = plan(lift("tue 18:00"), lift("sat 18:00", B))
    log = Log(moved=(moved(at("fri 18:00"), at("sat 18:00")),))
    assert caused(BOTH, after, log=log) == [("moved", Cause.MOVED, "", "You moved it.")]


def test_what_gives_way_to_a_move_says_that_it_was_your_move() -> None:
    shut = UnusedOpening(start=at("fri 18:00"), minutes=60, rule="leg-spacing", why_not="Only 24 h.")
    after = plan(lift("thu 18:00"), lift("sun 18:00", B), unused=(shut,))
    log = Log(moved=(moved(at("tue 18:00"), at("thu 18:00")),))
    assert caused(BOTH, after, log=log)[1] == ("moved", Cause.MOVED, "leg-spacing", "Only 24 h.")


def test_skipped_with_its_why() -> None:
    log = Log(skipped=(skipped(at("fri 18:00"), "travel"),))
    assert caused(BOTH, ONE, log=log) == [("went", Cause.SKIPPED, "", "You skipped it (travel).")]


def test_what_makes_up_for_a_missed_or_skipped_session_says_so() -> None:
    why = Reasons(day=("In place of the session of Monday.",))
    after = replace(plan(lift("wed 18:00", why=why), lift("fri 18:00", B)), today=day("tue"))
    before = plan(lift("fri 18:00", B))
    unsaid = PastSession(start=at("mon 18:00"), menu="A", told=Told.UNSAID)
    assert caused(before, after, done=(unsaid,)) == [
        ("appeared", Cause.MISSED, "weekly-frequency", "In place of the session of Monday.")
    ]
    log = Log(skipped=(skipped(at("mon 18:00")),))
    assert caused(before, after, log=log)[0][1] is Cause.SKIPPED


@pytest.mark.parametrize(
    ("openings", "words"),
    [
        ((), "You are away until 29 Nov, without leg work."),
        (EVENINGS[:1], "You are away until 29 Nov, at other hours."),
    ],
)
def test_away(openings, words) -> None:
    log = Log(away=(away(day("thu"), day("sun"), openings=openings),))
    assert caused(BOTH, ONE, log=log) == [("went", Cause.AWAY, "", words)]


@pytest.mark.parametrize(
    ("rule", "cause"),
    [
        ("illness", Cause.ILLNESS),
        ("readiness", Cause.READINESS),
        ("pain-gate", Cause.PAIN),
        ("red-flag-lock", Cause.PAIN),
        ("returning", Cause.RETURN),
    ],
)
def test_an_easing_without_sessions_names_its_rule(rule, cause) -> None:
    found = caused(BOTH, ONE, easings=(easing(rule, no_session=True),))
    assert found == [("went", cause, rule, f"Because of {rule}.")]


@pytest.mark.parametrize(
    ("rule", "cause"),
    [
        ("race-quiet", Cause.RACE),
        ("after-race", Cause.RACE),
        ("fresh-for-key-runs", Cause.RUNS),
        ("run-first", Cause.RUNS),
        ("weekly-ceiling", Cause.RULE),
    ],
)
def test_an_opening_that_a_rule_shut_names_the_rule(rule, cause) -> None:
    shut = UnusedOpening(start=at("fri 18:00"), minutes=45, rule=rule, why_not="Shut.")
    after = plan(lift("tue 18:00"), lift("sat 18:00", B), unused=(shut,))
    assert caused(BOTH, after) == [("moved", cause, rule, "Shut.")]


def test_an_opening_that_is_yours_no_more_is_a_change_of_profile() -> None:
    state = runner(openings=EVENINGS[:2])
    (found,) = compare(BOTH, ONE, state=state)
    assert (found.cause, found.why) == (Cause.PROFILE, "This opening is yours no more.")


def test_swapped_sore_and_away_menus() -> None:
    before = plan(lift("tue 18:00", ("squat 3x10",)))
    told = Reasons(menu=("Instead of squat.",))
    after = plan(lift("tue 18:00", (line("split-squat 3x10", instead_of="squat"),), why=told))
    ((what, *_),) = caused(before, after)
    assert what == "menu: + split-squat, − squat"
    swap = Log(swapped=(swapped("squat", "split-squat", MONDAY),))
    assert caused(before, after, log=swap)[0][1:] == (Cause.SWAPPED, "", "Instead of squat.")
    sore = easing("pain-gate", avoid=frozenset({"squat"}))
    assert caused(before, after, easings=(sore,))[0][1:3] == (Cause.PAIN, "pain-gate")
    hotel = Log(away=(away(MONDAY, day("sun"), gear=Gear()),))
    assert caused(before, after, log=hotel)[0][1:3] == (Cause.AWAY, "gear")
    handed = Log(skipped=(skipped(at("thu 18:00")),))
    assert caused(before, after, log=handed)[0][1:3] == (Cause.MISSED, "muscle-band")


def test_gear_that_is_gone_or_new() -> None:
    barbell = line("squat 3x10 40kg", gear=(GearKind.BARBELL,))
    before = plan(lift("tue 18:00", (barbell,)))
    told = Reasons(menu=("Other gear.",))
    assert caused(before, plan(lift("tue 18:00", ("box-squat 3x10",), why=told)))[0][1] is Cause.GEAR
    dumbbells = line("squat 3x10 20kg", gear=(GearKind.DUMBBELLS,), why="2 × 10 kg.")
    assert caused(before, plan(lift("tue 18:00", (dumbbells,))))[0][1:] == (
        Cause.GEAR,
        "gear",
        "Squat: 2 × 10 kg.",
    )


def test_an_exercise_that_the_week_has_no_room_for_says_that_growth_left_it_out() -> None:
    same = Reasons(menu=("Workout A.",))
    before = plan(lift("tue 18:00", ("squat 3x10", "calf-raise 3x15"), why=same))
    after = plan(lift("tue 18:00", ("squat 3x10",), why=same))
    assert caused(before, after)[0][2:] == ("leg-growth", "What the week may hold leaves none of it.")
    assert caused(after, before)[0][3] == "What the week may hold leaves room for it again."


def test_doses_follow_from_your_log_an_easing_a_return_a_race_or_your_profile() -> None:
    before = plan(lift("tue 18:00", ("squat 3x10 20kg",)))
    after = plan(lift("tue 18:00", (line("squat 3x10 25kg", why="Two to spare."),)))
    logged = PastSession(start=at("w0 sun 18:00"), told=Told.LOGGED)
    assert caused(before, after)[0][1:] == (Cause.PROFILE, "", "Squat: two to spare.")
    assert caused(before, after, done=(logged,))[0][1] is Cause.LOG
    light = easing("readiness", sets_percent=60)
    assert caused(before, after, easings=(light,))[0][1:] == (
        Cause.READINESS,
        "readiness",
        "Because of readiness. Squat: two to spare.",
    )
    long_ago = replace(logged, start=logged.start - timedelta(days=RULES.number("returning", "days_same")))
    assert caused(before, after, done=(long_ago,))[0][1:3] == (Cause.RETURN, "returning")
    taper = plan(replace(after.sessions[0], phase=Phase.TAPER))
    race = Race(day=day("w3 sun"), metres=21_098, priority=Priority.A)
    assert caused(before, taper, profile={"races": (race,)})[0][1] is Cause.RACE
    hotel = Log(away=(away(MONDAY, day("sun"), gear=Gear()),))
    assert caused(before, after, log=hotel)[0][1:3] == (Cause.AWAY, "gear")


def test_what_was_done_today_or_has_begun_is_no_change() -> None:
    after = plan(lift("fri 18:00", B))
    early = replace(plan(), today=day("tue"), days=after.days)
    assert [one[0] for one in caused(BOTH, early)] == ["went"]
    assert caused(BOTH, early, done=(PastSession(start=at("tue 07:00")),)) == []
    assert caused(BOTH, early, done=(PastSession(start=at("mon 07:00"), planned=at("tue 18:00")),)) == []
    assert caused(BOTH, early, not_before=datetime.combine(day("tue"), time(18, 30))) == []


def test_past_days_are_never_listed() -> None:
    after = replace(plan(lift("fri 18:00", B)), today=day("thu"))
    assert caused(BOTH, after) == []


def test_without_a_state_no_cause_is_claimed() -> None:
    assert [(one.cause, one.what) for one in compare(BOTH, ONE)] == [(None, "went")]


def test_a_weight_that_went_while_its_gear_is_there_was_not_the_gear() -> None:
    before = plan(lift("tue 18:00", (line("squat 3x10 20kg", gear=(GearKind.DUMBBELLS,)),)))
    after = plan(lift("tue 18:00", (line("squat 3x10", gear=(GearKind.BODY,)),)))
    logged = PastSession(start=at("w0 sun 18:00"), told=Told.LOGGED)
    owned = {"gear": Gear(dumbbells_g=(10_000,))}
    assert caused(before, after, done=(logged,), profile=owned)[0][1] is Cause.LOG
