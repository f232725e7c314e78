"""A whole plan counts on what is held: openings with nothing left to do stay empty, and unannounced exercises begin an era."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from drawn_lives import away, skipped, swapped
from legday.actions.plan_legs import plan_legs
from legday.model.easing import Decision, Easing
from legday.model.plan import PastSession, Told
from legday.model.promised_sessions import held_by
from legday.model.runner import Gear, GearKind, Opening, Priority, Race
from legday.model.runs import Outlook
from legday.model.state import Log, RunnerState
from legday.planning.eras import with_new_era
from legday.running.outlook import make_outlook
from season_builder import MONDAY, catalogue, runner, season_of

TUESDAY_AND_FRIDAY = tuple(Opening(weekday=day, start=time(18), minutes=60) for day in (1, 4))


def test_openings_that_the_weeks_after_a_marathon_leave_nothing_for_stay_empty_and_say_so():
    race = Race(day=MONDAY + timedelta(days=34), metres=42_195, priority=Priority.C)
    profile = runner(
        openings=TUESDAY_AND_FRIDAY, races=(race,), rule_numbers={"after-race": {"percent_marathon": 0}}
    )
    season = season_of(profile, weeks=10)
    outlook = make_outlook(profile, (), (), today=MONDAY, weeks=10)

    plan = plan_legs(season.state, outlook, catalogue(), today=MONDAY, weeks=10)

    quiet = [race.day + timedelta(days=n) for n in range(8, 15)]
    assert not [session for session in plan.sessions if session.day in quiet]
    left = [one for one in plan.unused if one.start.date() in quiet]
    assert left
    assert {one.rule for one in left} <= {"leg-growth", "weekly-frequency", "after-race"}
    assert any(session.day > quiet[-1] for session in plan.sessions)


def test_a_leg_exercise_that_the_block_before_did_not_hold_begins_an_era():
    season = season_of(runner(), weeks=8)
    weeks = tuple(replace(week, block=index // 4, era=0) for index, week in enumerate(season.weeks))
    sessions = season.sessions()
    assert with_new_era(weeks, sessions, catalogue()) is None
    new = replace(sessions[-1].exercises[0], exercise="romanian-deadlift")
    changed = (*sessions[:-1], replace(sessions[-1], exercises=(new,)))

    begun = with_new_era(weeks, changed, catalogue())

    assert begun is not None
    assert [week.era for week in begun] == [0, 0, 0, 0, 1, 1, 1, 1]


def test_what_was_done_of_a_block_is_not_new_when_only_its_last_session_is_still_planned():
    """Virtual runner 1993 planned anew on a Sunday: only the last of the block's workouts was still to come, and all the next ones looked new."""
    season = season_of(runner(), weeks=2)
    weeks = tuple(replace(week, block=index, era=0) for index, week in enumerate(season.weeks))
    first, *ahead = season.sessions()
    behind = PastSession(start=first.start, menu=first.menu, exercises=first.exercises)
    long_ago = replace(behind, start=first.start - timedelta(weeks=5))
    assert with_new_era(weeks, ahead, catalogue()) is not None
    assert with_new_era(weeks, ahead, catalogue(), done=(long_ago,)) is not None
    assert with_new_era(weeks, ahead, catalogue(), done=(behind,)) is None


def lived(**log):
    """A runner of Tuesdays and Fridays in week three of a plan, all sessions before it done as planned; the plan, and again with a log."""
    profile = runner(openings=TUESDAY_AND_FRIDAY)
    state = RunnerState(profile=profile)
    first = plan_legs(state, Outlook(), catalogue(), today=MONDAY, weeks=8)
    today = MONDAY + timedelta(days=14)
    told = [held_by(session, first, catalogue().exercises) for session in first.sessions]
    state = replace(
        state,
        done=tuple(replace(one, told=Told.LOGGED) for one in told if one.start.date() < today),
        promised=tuple(
            replace(one, exercises=(), prescribed=one.exercises) for one in told if one.start.date() >= today
        ),
        plan_began=MONDAY,
        foundation_weeks=2,
    )
    later = {"today": today, "weeks": 6}
    usual = plan_legs(state, Outlook(), catalogue(), **later)
    return usual, plan_legs(replace(state, log=Log(**log)), Outlook(), catalogue(), **later)


def test_five_days_in_a_hotel_room_are_trained_on_the_floor_and_the_usual_menu_comes_back():
    today = MONDAY + timedelta(days=14)
    mornings = tuple(Opening(day=today + timedelta(days=n), start=time(7), minutes=30) for n in range(5))
    hotel = away(today, today + timedelta(days=4), gear=Gear(), openings=mornings)
    usual, plan = lived(away=(hotel,))

    there = [one for one in plan.sessions if one.day <= hotel.last]
    assert len(there) == 2
    for session in there:
        assert session.start.time() == time(7)
        assert session.minutes <= 30
        assert all(set(line.gear) <= {GearKind.BODY} and line.weight_g == 0 for line in session.exercises)
    after = [one for one in plan.sessions if one.day > hotel.last]
    before = [one for one in usual.sessions if one.day > hotel.last]
    assert [one.start for one in after] == [one.start for one in before]
    for now, then in zip(after[:2], before[:2], strict=True):
        assert [line.exercise for line in now.exercises] == [line.exercise for line in then.exercises]
        weights = {line.exercise: line.weight_g for line in then.exercises}
        assert any(line.weight_g for line in now.exercises) == any(weights.values())
    assert (
        "Away from 7 Dec to 11 Dec with other gear at other hours: what cannot be done there is swapped."
        in plan.notes
    )


def test_a_stand_in_makes_no_session_new_to_the_legs():
    usual, plan = lived(swapped=(swapped("step-up", "reverse-lunge", MONDAY + timedelta(days=14)),))
    held = [line for session in plan.sessions for line in session.exercises]
    assert any((line.exercise, line.instead_of) == ("reverse-lunge", "step-up") for line in held)
    assert [(one.start, one.new_to_legs) for one in plan.sessions] == [
        (one.start, one.new_to_legs) for one in usual.sessions
    ]


def test_a_missed_tuesday_that_cannot_slide_says_which_sets_are_dropped():
    tuesday = datetime.combine(MONDAY + timedelta(days=15), time(18))
    _, plan = lived(skipped=(skipped(tuesday, "travel", menu="A"),))
    (note,) = [one for one in plan.notes if "no opening of its week can take it" in one]
    assert note.startswith("Workout A of Tuesday 8 Dec was skipped (travel)")
    assert "dropped this week:" in note
    (friday,) = [one for one in plan.sessions if one.day <= MONDAY + timedelta(days=20)]
    carried = [line.exercise for line in friday.exercises if line.instead_of]
    assert carried == ["calf-raise"]


def test_where_nothing_can_be_done_the_opening_is_empty_and_says_why():
    every = frozenset(catalogue().exercises)
    friday = MONDAY + timedelta(days=18)
    sore = Easing(
        rule="pain-gate",
        decision=Decision.SWAP,
        first=friday,
        last=friday,
        why="Pain 6/10 at the hip.",
        avoid=every,
    )
    profile = runner(openings=TUESDAY_AND_FRIDAY)
    state = RunnerState(profile=profile, easings=(sore,))
    plan = plan_legs(state, Outlook(), catalogue(), today=MONDAY, weeks=4)
    assert friday not in [one.day for one in plan.sessions]
    (told,) = [one for one in plan.unused if one.start.date() == friday]
    assert (told.rule, told.why_not) == (
        "pain-gate",
        "Nothing of its menu can be done: pain 6/10 at the hip.",
    )
