"""The words for the days: which rule keeps an opening empty, what collides in a week, what would truly free it."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings

from drawn_weeks import situations
from legday.model.catalogue import Catalogue
from legday.model.plan import Collision, PastSession, UnusedOpening
from legday.model.runner import Health, LiftOrder, Opening, Priority, Race
from legday.model.runs import ExpectedRun, Outlook, OutlookSource, RunKind
from legday.model.season import DaysChoice
from legday.model.state import RunnerState
from legday.planning.candidates import Candidate, candidate_of
from legday.planning.days import choose_days, surroundings
from legday.planning.explain_days import why_not
from season_builder import MONDAY, catalogue, runner, targets

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def opening(weekday: int, hour: int = 18, minutes: int = 60) -> Opening:
    return Opening(weekday=weekday, start=time(hour), minutes=minutes)


def run(weekday: int, kind: RunKind, hour: int = 8, *, week: int = 0, minutes: int = 60) -> ExpectedRun:
    return ExpectedRun(
        day=MONDAY + timedelta(weeks=week, days=weekday),
        kind=kind,
        source=OutlookSource.USUAL_WEEK,
        minutes=minutes,
        start=time(hour),
    )


def at(weekday: int, hour: int = 18, *, week: int = 0) -> datetime:
    return datetime.combine(MONDAY + timedelta(weeks=week, days=weekday), time(hour))


def days(
    *openings: Opening,
    runs: tuple[ExpectedRun, ...] = (),
    weeks: int = 1,
    today: date = MONDAY,
    done: tuple[PastSession, ...] = (),
    **changes: object,
) -> DaysChoice:
    """The days stage for a beginner with these openings, no fewer sessions wanted in any week than they asked for."""
    profile = runner(openings=openings, **changes)
    wanted = targets(profile, weeks=weeks)
    wanted = tuple(replace(week, wanted=profile.sessions_a_week) for week in wanted)
    state = RunnerState(profile=profile, done=done)
    return choose_days(state, Outlook(runs=runs), wanted, catalogue(), today=today)


def empty(choice: DaysChoice, start: datetime) -> UnusedOpening:
    (found,) = [one for one in choice.unused if one.start == start]
    return found


def told(choice: DaysChoice, start: datetime) -> tuple[str, str]:
    found = empty(choice, start)
    return found.rule, found.why_not


def test_an_opening_too_short_for_any_work_says_how_long_it_must_be():
    choice = days(opening(TUE, minutes=20))
    assert told(choice, at(TUE)) == ("fits-the-opening", "20 minutes are too short: 25 are the least.")


def test_right_after_a_run_the_warm_up_is_shorter_and_so_is_the_least_opening():
    easy = run(TUE, RunKind.EASY, 17)
    assert told(days(opening(TUE, minutes=19), runs=(easy,)), at(TUE)) == (
        "fits-the-opening",
        "19 minutes are too short: 20 are the least.",
    )
    assert [day.start for day in days(opening(TUE, minutes=20), runs=(easy,)).days] == [at(TUE)]


@pytest.mark.parametrize(
    ("health", "word"),
    [
        (Health(pregnant=True), "pregnancy"),
        (Health(osteoporosis=True), "osteoporosis"),
        (Health(recent_surgery=True), "recent surgery"),
        (Health(weeks_post_partum=3), "less than 12 weeks after giving birth"),
    ],
)
def test_a_circumstance_waits_for_a_clinician(health, word):
    rule, words = told(days(opening(TUE), health=health), at(TUE))
    assert rule == "condition-gates"
    assert words.lower() == f"{word}: leg sessions wait until a clinician has agreed."
    agreed = days(opening(TUE), health=replace(health, clinician_confirmed=True))
    assert [day.start for day in agreed.days] == [at(TUE)]


def test_under_eighteen_waits_for_a_guardian():
    rule, words = told(days(opening(TUE), born=2010), at(TUE))
    assert (rule, "guardian or coach" in words) == ("condition-gates", True)


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (LiftOrder.AFTER, "Lifting comes after the easy run at 19:00."),
        (LiftOrder.BEFORE, "It is not 6 h before the easy run at 19:00."),
        (LiftOrder.EITHER, "It is neither after the easy run at 19:00 nor long enough before it."),
    ],
)
def test_lifting_too_soon_before_the_run_of_the_day_is_told(order, words):
    choice = days(opening(TUE, 16), runs=(run(TUE, RunKind.EASY, 19),), order=order)
    assert told(choice, at(TUE, 16)) == ("run-first", words)


def test_a_key_run_the_next_morning_keeps_the_evening_empty():
    choice = days(opening(SAT), runs=(run(SUN, RunKind.LONG),))
    rule, words = told(choice, at(SAT))
    assert rule == "fresh-for-key-runs"
    assert words == "The long run on Sunday 08:00 is 13 h away, fresh legs need 24 h."


def test_a_session_new_to_the_legs_needs_longer_before_a_key_run():
    choice = days(opening(FRI), runs=(run(SUN, RunKind.LONG),))
    rule, words = told(choice, at(FRI))
    assert rule == "fresh-for-key-runs"
    assert words.startswith("New to the legs, and the long run on Sunday 08:00 is 37 h away")


def test_a_race_ahead_and_a_race_behind_keep_openings_empty():
    race = Race(day=MONDAY + timedelta(days=SUN), metres=21_098, priority=Priority.A, start=time(10))
    choice = days(opening(THU), opening(TUE), races=(race,), weeks=2)
    assert empty(choice, at(THU)).rule == "race-quiet"
    assert empty(choice, at(THU)).why_not == "The A race on 29 Nov is less than 96 h away."
    assert empty(choice, at(TUE, week=1)).rule == "after-race"
    assert "asks for 4 days" in empty(choice, at(TUE, week=1)).why_not


def test_a_session_done_the_day_before_keeps_the_opening_empty():
    choice = days(opening(MON), done=(PastSession(start=at(SUN, week=-1)),))
    rule, words = told(choice, at(MON))
    assert rule == "leg-spacing"
    assert "only 24 h after the session of sunday" in words.lower()


def test_a_session_chosen_the_day_before_keeps_the_opening_empty():
    choice = days(opening(MON), opening(TUE))
    (held,) = [day.start for day in choice.days]
    (left,) = choice.unused
    assert left.rule == "leg-spacing"
    assert left.why_not.startswith(f"Only 24 h from the session of {held:%A}")
    assert "72 h are needed after a session new to the legs" in left.why_not


def explained(
    weekday: int, *chosen: int, minutes: int = 60, runs: tuple[ExpectedRun, ...] = (), wanted: int = 2
) -> tuple[str, str]:
    """Why the evening of a weekday stays empty where those of others are chosen."""
    state = RunnerState(profile=runner())
    season = tuple(replace(week, wanted=wanted) for week in targets(state.profile, weeks=1))
    around = surroundings(state, Outlook(runs=runs), season, catalogue(), today=MONDAY)

    def candidate(given_opening: Opening) -> Candidate:
        day = MONDAY + timedelta(days=given_opening.weekday or 0)
        return candidate_of(given_opening, day, week=0, around=around)

    held = [candidate(opening(evening)) for evening in chosen]
    return why_not(candidate(opening(weekday, 18, minutes)), held, around)


def test_a_week_that_has_its_sessions_says_so_and_what_the_opening_would_cost():
    full = "The week has its 2 sessions on Monday and Thursday"
    assert explained(SUN, MON, THU, runs=(run(MON, RunKind.EASY),)) == ("weekly-frequency", f"{full}.")
    assert explained(SUN, MON, THU, minutes=30) == ("weekly-frequency", f"{full}; here there is less time.")
    assert explained(SUN, MON, THU, minutes=30, runs=(run(SUN, RunKind.EASY),)) == (
        "weekly-frequency",
        f"{full}; here a run stands on this day and it would follow a run more closely and there is less time.",
    )


def test_a_week_that_wants_one_session_says_so_in_the_singular():
    rule, words = explained(SAT, TUE, wanted=1)
    assert (rule, words) == ("weekly-frequency", "The week has its 1 session on Tuesday.")


def test_a_week_that_wants_none_says_so():
    rule, words = explained(SAT, wanted=0)
    assert (rule, words) == ("weekly-frequency", "Foundation week: no leg session is wanted.")


def test_the_end_of_the_season_pulls_no_session_towards_it():
    choice = days(
        opening(TUE), opening(FRI), opening(SAT, 12, minutes=30), runs=(run(SAT, RunKind.EASY),), weeks=1
    )
    assert [day.start for day in choice.days] == [at(TUE), at(FRI)]


def test_a_fourth_session_in_seven_days_is_over_the_ceiling():
    profile = runner(openings=(opening(WED), opening(FRI), opening(SUN), opening(TUE)), sessions_a_week=3)
    state = RunnerState(profile=profile, done=tuple(PastSession(start=at(d, week=-1)) for d in (TUE, FRI)))
    season = targets(profile, weeks=2)
    season = tuple(replace(week, wanted=3) for week in season)
    around = surroundings(state, Outlook(), season, catalogue(), today=MONDAY)

    def candidate(weekday: int, week: int) -> Candidate:
        day = MONDAY + timedelta(weeks=week, days=weekday)
        return candidate_of(opening(weekday), day, week=week, around=around)

    chosen = [candidate(WED, 0), candidate(FRI, 0), candidate(SUN, 0)]
    rule, words = why_not(candidate(TUE, 1), chosen, around)
    assert (rule, words) == ("weekly-ceiling", "Any 7 days hold at most 3 leg sessions.")


def test_a_session_done_this_week_counts_where_the_week_is_said_to_be_full():
    choice = days(
        opening(THU), opening(SUN), today=MONDAY + timedelta(days=1), done=(PastSession(start=at(MON)),)
    )
    assert len(choice.days) == 1
    (left,) = choice.unused
    assert left.rule == "weekly-frequency"


def test_a_week_whose_sessions_are_all_done_gets_no_more():
    behind = (PastSession(start=at(MON)), PastSession(start=at(THU)))
    assert days(opening(SUN), today=MONDAY + timedelta(days=FRI), done=behind).days == ()


def test_mondays_and_tuesdays_only_collide_with_the_spacing_alone():
    choice = days(opening(MON), opening(TUE), weeks=2)
    assert [collision.week for collision in choice.collisions] == [MONDAY, MONDAY + timedelta(weeks=1)]
    for collision in choice.collisions:
        assert (collision.wanted, collision.possible) == (2, 1)
        assert collision.rules == ("leg-spacing",)
        assert "1 of 2 sessions fit" in collision.words
        assert "(Monday 18:00, Tuesday 18:00)" in collision.words
        assert "the rule `leg-spacing` leaves no more" in collision.words
        assert collision.remedies


def test_where_two_rules_stand_in_the_way_both_are_named_and_no_third():
    choice = days(opening(MON), opening(TUE), runs=(run(WED, RunKind.QUALITY, 7),))
    (collision,) = choice.collisions
    assert collision.rules == ("fresh-for-key-runs", "leg-spacing")
    assert "the rules `fresh-for-key-runs` and `leg-spacing` together leave no more" in collision.words


def test_where_openings_are_lacking_no_rule_is_blamed():
    (collision,) = days(opening(TUE)).collisions
    assert collision.rules == ("openings",)
    assert "there are too few" in collision.words


def test_a_week_left_empty_on_purpose_is_no_collision():
    assert days(opening(TUE), opening(FRI), health=Health(pregnant=True)).collisions == ()
    race = Race(day=MONDAY + timedelta(days=SAT), metres=42_195, priority=Priority.A, start=time(9))
    choice = days(opening(TUE), opening(FRI), races=(race,))
    assert choice.days == ()
    assert choice.collisions == ()


REMEDY = re.compile(r"a (\d+)-minute opening on (\w+) at (\d\d:\d\d)(, for one more)?")


def freed(collision: Collision, remedy: str) -> Opening:
    """The opening a remedy proposes, in the week that collides only."""
    found = REMEDY.fullmatch(remedy)
    assert found is not None
    minutes, weekday, start, _ = found.groups()
    day = collision.week + timedelta(days=WEEKDAYS.index(weekday))
    return Opening(day=day, start=time.fromisoformat(start), minutes=int(minutes))


def held_in(choice: DaysChoice, week: date) -> int:
    return sum(week <= day.start.date() < week + timedelta(days=7) for day in choice.days)


@pytest.mark.parametrize(
    ("openings", "runs"),
    [
        ((opening(MON), opening(TUE)), ()),
        ((opening(TUE),), ()),
        ((), ()),
        ((opening(MON), opening(TUE)), (run(WED, RunKind.QUALITY, 7), run(SUN, RunKind.LONG))),
        ((opening(SAT), opening(SUN)), (run(TUE, RunKind.QUALITY, 18), run(THU, RunKind.EASY, 7))),
    ],
)
def test_each_remedy_gives_its_week_one_session_more(openings, runs):
    choice = days(*openings, runs=runs)
    (collision,) = choice.collisions
    assert collision.remedies
    for remedy in collision.remedies:
        again = days(*openings, freed(collision, remedy), runs=runs)
        assert held_in(again, collision.week) == collision.possible + 1


@settings(max_examples=60, deadline=None, derandomize=True)
@given(situations())
def test_any_remedy_applied_lets_more_sessions_in(situation):
    state, outlook, season = situation
    choice = choose_days(state, outlook, season, catalogue(), today=MONDAY)
    for collision in choice.collisions:
        assert collision.possible == held_in(choice, collision.week) < collision.wanted
        assert collision.rules
        for remedy in collision.remedies:
            more = (*state.profile.openings, freed(collision, remedy))
            helped = replace(state, profile=replace(state.profile, openings=more))
            again = choose_days(helped, outlook, season, catalogue(), today=MONDAY)
            assert len(again.days) > len(choice.days), (collision, remedy)


LIFTED = {
    "leg-spacing": {"hours": 0, "hours_new": 0},
    "fresh-for-key-runs": {"hours": 0, "hours_new": 0},
    "weekly-ceiling": {"sessions": 99},
}


def without(rules: tuple[str, ...]) -> Catalogue:
    """The catalogue in which these rules ask for nothing."""
    lifted = {rule: LIFTED[rule] for rule in rules}
    return replace(catalogue(), rulebook=replace(catalogue().rulebook, changed=lifted))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(situations())
def test_without_the_rules_named_more_sessions_would_fit(situation):
    state, outlook, season = situation
    choice = choose_days(state, outlook, season, catalogue(), today=MONDAY)
    for collision in choice.collisions:
        if set(collision.rules) <= set(LIFTED):
            again = choose_days(state, outlook, season, without(collision.rules), today=MONDAY)
            assert len(again.days) > len(choice.days), collision


def test_an_opening_that_has_begun_already_is_not_planned():
    profile = runner(openings=(opening(MON), opening(THU)))
    state = RunnerState(profile=profile, not_before=at(MON) + timedelta(minutes=1))
    choice = choose_days(state, Outlook(), targets(profile, weeks=1), catalogue(), today=MONDAY)
    assert [day.start for day in choice.days] == [at(THU)]
    assert [(one.start, one.why_not) for one in choice.unused] == [(at(MON), "It has begun already.")]
