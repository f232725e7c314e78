"""What a line counts as where newness is judged."""

from dataclasses import replace
from datetime import timedelta

from drawn_lives import away, moved
from legday.model.plan import PastSession, Told
from legday.model.runner import Gear, Opening
from legday.model.state import Log
from legday.planning.checks.newness import Placed, new_to_legs
from legday.planning.stand_in import stands_for
from plan_builder import B, at, catalogue, day, done, found, lift, line, plan, runner, said, week

EXERCISES = catalogue().exercises


def test_a_stand_in_of_the_same_movement_counts_as_what_it_stands_for() -> None:
    assert stands_for(line("reverse-lunge 3x8", instead_of="step-up"), EXERCISES) == "step-up"


def test_one_of_another_movement_or_with_jumps_or_for_nothing_known_counts_as_itself() -> None:
    assert stands_for(line("deadlift 3x8", instead_of="squat"), EXERCISES) == "deadlift"
    assert stands_for(line("pogo 2x20", instead_of="box-jump"), EXERCISES) == "pogo"
    assert stands_for(line("squat 3x8", instead_of="a-squat"), EXERCISES) == "squat"
    assert stands_for(line("squat 3x8"), EXERCISES) == "squat"


def test_the_checker_sees_no_new_menu_in_a_stand_in_and_one_in_a_new_exercise() -> None:
    weeks = (week(1), week(2, block=1))
    usual = lift("tue 18:00"), lift("fri 18:00")
    swap = tuple(
        replace(one, instead_of="squat", exercise="split-squat") if one.exercise == "squat" else one
        for one in usual[0].exercises
    )
    past = (done("w0 tue 18:00"), done("w0 thu 18:00"))
    for new, broken in ((swap, 0), (("split-squat 3x10", "walking-lunge 3x12"), 1)):
        later = lift("w2 tue 18:00", new), lift("w2 thu 18:00", new)
        given = plan(*usual, *later, weeks=weeks)
        assert len(found("leg-spacing", given, runner(past=past))) == broken


def test_a_session_nobody_spoke_of_makes_no_later_one_less_new() -> None:
    def placed(hours: int, *, unsaid: bool = False) -> Placed:
        start = at("mon 18:00") + timedelta(hours=hours)
        return Placed(start=start, planned=False, block=None, exercises=frozenset(), unsaid=unsaid)

    row = [placed(0), placed(72, unsaid=True), placed(144), placed(216)]
    flags = new_to_legs(row, layoff_days=21, new_sessions=2, weeks_told=True)
    assert flags == (True, True, True, False)


def test_an_unsaid_session_counts_for_hours_and_for_nothing_else() -> None:
    past = tuple(done(f"w0 {name} 18:00") for name in ("mon", "wed"))
    unsaid = PastSession(start=at("w0 sun 18:00"), minutes=60, menu="A", told=Told.UNSAID)
    state = runner(past=(*past, unsaid))
    assert len(said("leg-spacing", plan(lift("mon 18:00")), state)) == 1
    four = plan(lift("tue 18:00"), lift("thu 18:00"), lift("sat 18:00", B))
    assert said("weekly-ceiling", four, state) == []
    known = replace(unsaid, told=Told.LOGGED)
    assert len(said("weekly-ceiling", four, runner(past=(*past, known)))) == 1


def test_openings_and_gear_are_judged_by_the_day() -> None:
    evening = Opening(weekday=1, start=at("tue 18:00").time(), minutes=60)
    given = plan(lift("tue 18:00", ("deadlift 3x8 10kg",)))
    home = runner(openings=(evening,))
    assert said("fits-the-opening", given, home) == []
    for there, words in (
        ({"openings": ()}, "the runner has no opening on Tuesday 24 Nov 18:00"),
        ({"openings": (replace(evening, minutes=20),)}, "its opening has 20 min"),
    ):
        travel = replace(home, log=Log(away=(away(day("mon"), day("wed"), **there),)))
        (finding,) = said("fits-the-opening", given, travel)
        assert words in finding
    floor = replace(home, log=Log(away=(away(day("mon"), day("wed"), gear=Gear()),)))
    (finding,) = said("gear", given, floor)
    assert "which is not there on this day" in finding
    over = replace(home, log=Log(away=(away(day("wed"), day("fri"), gear=Gear(), openings=()),)))
    assert said("gear", given, over) == said("fits-the-opening", given, over) == []


def test_a_pin_is_an_opening_of_its_minutes() -> None:
    given = plan(lift("wed 19:00", ("squat 1x10",), minutes=45))
    evening = Opening(weekday=1, start=at("tue 18:00").time(), minutes=60)
    pinned = replace(
        runner(openings=(evening,)), log=Log(moved=(moved(at("tue 18:00"), at("wed 19:00"), 45),))
    )
    assert said("fits-the-opening", given, pinned) == []
    shorter = replace(pinned, log=Log(moved=(moved(at("tue 18:00"), at("wed 19:00"), 30),)))
    assert len(said("fits-the-opening", given, shorter)) == 1


def test_a_promise_that_was_moved_or_skipped_is_none() -> None:
    promised = (PastSession(start=at("tue 18:00")), PastSession(start=at("fri 18:00")))
    state = replace(runner(promised=promised), log=Log(moved=(moved(at("tue 18:00"), at("wed 18:00")),)))
    assert [one.start for one in state.promises] == [at("fri 18:00")]
    assert said("keep-promises", plan(lift("wed 18:00"), lift("fri 18:00", B)), state) == []
