"""Sessions that the runner put somewhere: kept above all else, or refused with the rule and times that would do."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from drawn_lives import away, moved, skipped
from legday.model.plan import PastSession
from legday.model.runner import Opening
from legday.model.runs import Outlook
from legday.model.state import Log, RunnerState
from legday.planning.days import choose_days, surroundings
from legday.planning.pins import nearest_times, with_moves
from plan_builder import outlook, run
from season_builder import MONDAY, catalogue, done, runner, targets

SUNDAY_LONG = outlook(run("sun 08:00 long 100"), run("w2 sun 08:00 long 100"))
USED = tuple(done(days, volume=15_000) for days in (20, 16, 13, 9, 6, 3))


def at(day: int, hour: int = 18, minute: int = 0) -> datetime:
    return datetime.combine(MONDAY + timedelta(days=day), time(hour, minute))


def known(*moves, days=(1, 4), promised=(1, 4), **log):
    """A runner used to leg work, with evenings open and sessions promised on these days."""
    profile = runner(openings=tuple(Opening(weekday=day, start=time(18), minutes=60) for day in days))
    return RunnerState(
        profile=profile,
        done=USED,
        promised=tuple(PastSession(start=at(day), menu="AB"[n % 2]) for n, day in enumerate(promised)),
        plan_began=MONDAY - timedelta(days=21),
        foundation_weeks=3,
        log=Log(moved=tuple(moves), **log),
    )


def chosen(state, runs: Outlook = SUNDAY_LONG, *, today: date = MONDAY, weeks: int = 2):
    season = targets(state.profile, weeks=weeks)
    if state.log.moved:
        season = with_moves(season, surroundings(state, runs, season, catalogue(), today=today))
    return choose_days(state, runs, season, catalogue(), today=today)


def starts(choice):
    return [day.start for day in choice.days]


def test_a_session_stands_where_the_runner_put_it_though_no_opening_is_there() -> None:
    choice = chosen(known(moved(at(1), at(2, 17, 30), 45)))
    assert starts(choice)[:2] == [at(2, 17, 30), at(4, 18)]
    first = choice.days[0]
    assert (first.start, first.opening_minutes, first.letter) == (at(2, 17, 30), 45, "A")
    assert first.why[0] == "You moved it here from Tuesday 24 Nov 18:00."
    assert choice.collisions == ()


def test_a_pin_outranks_promises_which_give_way() -> None:
    choice = chosen(known(moved(at(1), at(3, 18)), days=(1, 4, 5), promised=(1, 4)))
    assert at(3, 18) in starts(choice)
    assert at(4, 18) not in starts(choice)


def test_the_opening_it_was_moved_from_stays_empty_and_says_so() -> None:
    choice = chosen(known(moved(at(1), at(3, 18))))
    assert at(1) not in starts(choice)
    (told,) = [one for one in choice.unused if one.start == at(1)]
    assert told.why_not == "You put its session on Thursday 26 Nov 18:00."


def test_a_pin_that_a_rule_forbids_is_not_kept_and_the_rule_is_named_with_times_that_would_do() -> None:
    choice = chosen(known(moved(at(4), at(5, 18))))
    assert at(5, 18) not in starts(choice)
    (collision,) = [one for one in choice.collisions if "you put on" in one.words]
    assert collision.rules == ("fresh-for-key-runs",)
    assert collision.words == (
        "The session you put on Saturday 28 Nov 18:00 cannot stand there: "
        "The long run on Sunday 08:00 is 13 h away, fresh legs need 24 h."
    )
    assert len(collision.remedies) == 3
    assert all(remedy.endswith(" instead") for remedy in collision.remedies)


def test_every_time_that_is_offered_would_be_kept() -> None:
    state = known(moved(at(4), at(5, 18)))
    season = targets(state.profile, weeks=2)
    around = surroundings(state, SUNDAY_LONG, season, catalogue(), today=MONDAY)
    offered = nearest_times(around.pins[0], around)
    assert len(offered) == len({start.date() for start in offered}) == 3
    for start in offered:
        assert start in starts(chosen(known(moved(at(4), start))))


def test_a_time_that_would_cut_the_session_short_is_not_offered() -> None:
    """A session ends 24 hours before the long run of Sunday 08:00: at 07:30 on Saturday it would have half an hour."""
    state = known(moved(at(4), at(5, 18)))
    season = targets(state.profile, weeks=2)
    around = surroundings(state, SUNDAY_LONG, season, catalogue(), today=MONDAY)
    assert around.pins[0].minutes == 60
    assert at(5, 7) in nearest_times(around.pins[0], around)


def test_the_last_word_on_a_session_counts() -> None:
    state = known(moved(at(1), at(2), number=1), moved(at(2), at(3), number=2))
    assert [(pin.planned, pin.start) for pin in state.pins] == [(at(1), at(3))]
    again = known(moved(at(1), at(2), number=1), moved(at(1), at(3), number=2))
    assert [(pin.planned, pin.start) for pin in again.pins] == [(at(1), at(3))]


def test_a_session_moved_and_then_skipped_is_pinned_no_more() -> None:
    state = known(moved(at(1), at(2), number=1), skipped=(skipped(at(2), number=2),))
    assert state.pins == ()
    other_way = known(moved(at(1), at(2), number=2), skipped=(skipped(at(1), number=1),))
    assert [pin.start for pin in other_way.pins] == [at(2)]


def test_a_pin_in_the_past_or_on_a_day_that_had_its_session_is_nothing() -> None:
    state = known(moved(at(0), at(1)))
    later = chosen(state, today=MONDAY + timedelta(days=3))
    assert at(1) not in starts(later)
    had = replace(state, done=(*USED, PastSession(start=at(1, 7))))
    assert had.pins == ()


def test_what_has_begun_is_no_pin() -> None:
    state = replace(known(moved(at(4), at(0, 7))), not_before=at(0, 12))
    assert at(0, 7) not in starts(chosen(state))


def test_a_session_put_into_the_next_week_is_one_less_here_and_one_more_there() -> None:
    state = known(moved(at(4), at(9, 18)), days=(1, 4), promised=(1, 4, 8, 11))
    season = targets(state.profile, weeks=3)
    around = surroundings(state, Outlook(), season, catalogue(), today=MONDAY)
    assert [week.wanted for week in with_moves(season, around)] == [1, 3, 2]


def test_one_more_than_planned_is_one_more() -> None:
    state = known(moved(None, at(6, 18)), days=(1, 3), promised=(1, 3))
    choice = chosen(state, Outlook())
    assert [start for start in starts(choice) if start < at(7)] == [at(1), at(3), at(6)]
    assert next(day for day in choice.days if day.start == at(6)).why[0] == "You put it here."


def test_travel_without_leg_work_said_later_takes_a_pin_away_and_said_earlier_does_not() -> None:
    days = (MONDAY + timedelta(days=1), MONDAY + timedelta(days=3))
    later = known(moved(at(1), at(2), number=1), away=(away(*days, number=2, openings=()),))
    assert at(2) not in starts(chosen(later))
    (collision,) = [one for one in chosen(later).collisions if "you put on" in one.words]
    assert collision.rules == ("fits-the-opening",)
    assert "you are away until thursday 26 nov" in collision.words.lower()
    earlier = known(moved(at(1), at(2), number=2), away=(away(*days, number=1, openings=()),))
    assert at(2) in starts(chosen(earlier))
