"""What a session that cannot be made up hands on: what the week would lack most, in place of what another session can spare."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from legday.adapting.missed_work import missed_work
from legday.model.muscles import Muscle
from legday.model.plan import PastSession
from legday.model.season import Menu, MissedSession
from season_builder import MONDAY, catalogue, extra, runner, season_of

TUESDAY = datetime.combine(MONDAY + timedelta(days=1), time(18))
FRIDAY = datetime.combine(MONDAY + timedelta(days=4), time(18))


def handed(*missed: MissedSession, done=(), days=None, own=None, menus=None, weeks=2):
    season = season_of(runner(), weeks=2)
    left = [day for day in season.days if day.start != TUESDAY] if days is None else days
    return missed_work(
        replace(season.state, done=tuple(done)),
        season.weeks[:weeks],
        left,
        {**season.menus, **(menus or {})},
        catalogue(),
        missed=missed,
        own_menus=own or {},
    )


def menu_of(*names: str) -> Menu:
    return Menu(block=0, letter="X", title="Workout X", lines=tuple(extra(runner(), name) for name in names))


def test_the_calves_that_only_the_missed_session_trained_come_along() -> None:
    work = handed(MissedSession(start=TUESDAY, menu="A", skipped=True, why="travel"))
    menu = work.own_menus[FRIDAY]
    assert [(one.exercise, one.instead_of) for one in menu.lines if one.instead_of] == [
        ("calf-raise", "glute-bridge")
    ]
    assert (
        menu.why[-1] == "Calf raise comes along from the session that was missed, in place of glute bridge."
    )
    (note,) = work.notes
    assert note == (
        "Workout A of Tuesday 24 Nov was skipped (travel) and no opening of its week can take it; "
        "calf raise comes along on Friday 27 Nov; "
        "dropped this week: 3 sets of squat, 3 sets of walking lunge, 3 sets of deadlift."
    )


def test_the_session_that_takes_it_gets_no_longer_and_keeps_one_leg() -> None:
    work = handed(MissedSession(start=TUESDAY, menu="A"))
    held = [one.exercise for one in work.own_menus[FRIDAY].lines]
    assert len(held) == len(set(held)) == 4
    assert any(catalogue().exercises[name].one_leg for name in held)
    assert "was not logged" in work.notes[0]


def test_what_the_week_has_enough_of_is_dropped_and_said() -> None:
    calves = dict.fromkeys(Muscle, 40)
    done = PastSession(start=TUESDAY - timedelta(hours=30), volume=9_000, quarter_sets=calves)
    work = handed(MissedSession(start=TUESDAY, menu="A", skipped=True), done=(done,))
    assert work.own_menus == {}
    assert "comes along" not in work.notes[0]
    assert "3 sets of calf raise" in work.notes[0]


def test_a_session_that_was_made_up_hands_nothing_on() -> None:
    work = handed(MissedSession(start=TUESDAY, menu="A", instead=FRIDAY))
    assert (work.own_menus, work.notes) == ({}, ())


def test_without_another_session_in_its_week_all_of_it_is_dropped() -> None:
    work = handed(MissedSession(start=TUESDAY, menu="A"), days=())
    assert work.own_menus == {}
    assert work.notes[0].endswith(
        "dropped this week: 3 sets of squat, 3 sets of walking lunge, 3 sets of deadlift, 3 sets of calf raise."
    )


def test_of_a_menu_nobody_knows_or_a_week_beyond_nothing_is_said() -> None:
    assert handed(MissedSession(start=TUESDAY)).notes == ()
    assert handed(MissedSession(start=TUESDAY + timedelta(days=70), menu="A")).notes == ()


MISSED_A = MissedSession(start=TUESDAY, menu="A", skipped=True)
THIN = menu_of("reverse-lunge", "hip-thrust", "glute-bridge", "plank")


def taken(work, start=FRIDAY) -> list[tuple[str, str]]:
    """What comes along in the session at `start`, and what it stands in for."""
    lines = work.own_menus[start].lines if start in work.own_menus else ()
    return [(one.exercise, one.instead_of) for one in lines if one.instead_of]


def test_what_the_week_lacks_most_comes_along_first() -> None:
    missed = {(0, "X"): menu_of("hamstring-walkout", "bent-knee-calf-raise", "calf-raise")}
    work = handed(replace(MISSED_A, menu="X"), menus=missed, own={FRIDAY: THIN})
    assert taken(work) == [("calf-raise", "glute-bridge")]


def test_two_exercises_come_along_at_most() -> None:
    roomy = menu_of("plank", "dead-bug", "bird-dog", "side-plank")
    missed = {(0, "X"): menu_of("calf-raise", "squat", "side-lying-abduction")}
    work = handed(replace(MISSED_A, menu="X"), menus=missed, own={FRIDAY: roomy})
    assert len(taken(work)) == 2
    assert work.notes[0].count("comes along") == 2
    assert len(work.own_menus[FRIDAY].lines) == len(roomy.lines)


def test_the_longest_opening_left_takes_it() -> None:
    saturday = FRIDAY + timedelta(days=1)
    (friday,) = [day for day in season_of(runner(), weeks=1).days if day.start == FRIDAY]
    for minutes, taker in ((50, FRIDAY), (70, saturday)):
        later = replace(friday, start=saturday, opening_minutes=minutes)
        for days in ((friday, later), (later, friday)):
            work = handed(MISSED_A, days=days, own={FRIDAY: THIN, saturday: THIN})
            assert taken(work, taker)[0][0] == "calf-raise"


def test_the_only_exercise_for_one_leg_is_never_given_up() -> None:
    pair = menu_of("squat", "reverse-lunge")
    assert taken(handed(MISSED_A, own={FRIDAY: pair})) == [("calf-raise", "squat")]
    singles = menu_of("squat", "reverse-lunge", "lunge")
    assert taken(handed(MISSED_A, own={FRIDAY: singles})) == [("calf-raise", "lunge")]


def test_a_movement_that_stands_once_is_never_given_up() -> None:
    assert taken(handed(MISSED_A, own={FRIDAY: menu_of("squat", "deadlift", "plank")})) == []


def test_a_place_that_was_taken_once_is_not_given_up_again() -> None:
    changed = replace(THIN, lines=tuple(replace(one, instead_of="squat") for one in THIN.lines))
    work = handed(MISSED_A, own={FRIDAY: changed})
    assert work.own_menus == {FRIDAY: changed}


def test_what_was_done_counts_in_its_own_week_only() -> None:
    enough = dict.fromkeys(Muscle, 40)
    for day, comes_along in ((-1, True), (0, False), (6, False), (7, True)):
        when = datetime.combine(MONDAY + timedelta(days=day), time(6))
        work = handed(MISSED_A, done=(PastSession(start=when, volume=9_000, quarter_sets=enough),))
        assert ("comes along" in work.notes[0]) is comes_along


def test_the_least_of_the_week_is_met_to_the_quarter_set() -> None:
    for quarters, comes_along in ((15, True), (16, False)):
        sets = dict.fromkeys(Muscle, 40) | {Muscle.GASTROCNEMIUS: quarters}
        done = PastSession(start=TUESDAY - timedelta(hours=30), volume=9_000, quarter_sets=sets)
        plain = menu_of("squat", "hip-thrust", "glute-bridge")
        work = handed(MISSED_A, done=(done,), own={FRIDAY: plain})
        assert ("comes along" in work.notes[0]) is comes_along


def test_a_session_skipped_without_a_reason_is_said_plainly() -> None:
    assert (
        handed(MISSED_A).notes[0].startswith("Workout A of Tuesday 24 Nov was skipped and no opening of its")
    )
    quiet = handed(replace(MISSED_A, skipped=False)).notes[0]
    assert quiet.startswith("Workout A of Tuesday 24 Nov was not logged and no opening of its")


def test_after_a_session_that_was_made_up_the_next_is_still_told() -> None:
    assert len(handed(replace(MISSED_A, instead=FRIDAY), MISSED_A).notes) == 1


def test_a_session_of_the_next_week_is_given_to_its_own_week() -> None:
    week = timedelta(days=7)
    work = handed(replace(MISSED_A, start=FRIDAY + week, menu="A"), own={TUESDAY + week: THIN})
    assert taken(work, TUESDAY + week)[0][0] == "calf-raise"
    assert list(work.own_menus) == [TUESDAY + week]


def test_outside_the_season_nothing_is_said() -> None:
    for days in (-7, 14):
        assert handed(replace(MISSED_A, start=TUESDAY + timedelta(days=days))).notes == ()
    assert handed(MISSED_A, weeks=0).notes == ()
