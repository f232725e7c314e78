"""A whole plan counts on what is held: openings with nothing left to do stay empty, and unannounced exercises begin an era."""

from dataclasses import replace
from datetime import time, timedelta

from legday.actions.plan_legs import plan_legs
from legday.model.runner import Opening, Priority, Race
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
