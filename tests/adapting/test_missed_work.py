"""What a session that cannot be made up hands on: what the week would lack most, in place of what another session can spare."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from legday.adapting.missed_work import missed_work
from legday.model.muscles import Muscle
from legday.model.plan import PastSession
from legday.model.season import MissedSession
from season_builder import MONDAY, catalogue, runner, season_of

TUESDAY = datetime.combine(MONDAY + timedelta(days=1), time(18))
FRIDAY = datetime.combine(MONDAY + timedelta(days=4), time(18))


def handed(missed: MissedSession, *, done=(), days=None):
    season = season_of(runner(), weeks=2)
    left = [day for day in season.days if day.start != TUESDAY] if days is None else days
    return missed_work(
        replace(season.state, done=tuple(done)),
        season.weeks,
        left,
        season.menus,
        catalogue(),
        missed=(missed,),
        own_menus={},
    )


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
