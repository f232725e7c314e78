"""What differs between two plans, and why."""

from dataclasses import replace

from legday.model.plan import Collision, PlanChange, Reasons, UnusedOpening
from legday.model.rules import Finding, Level
from legday.planning.compare import compare
from plan_builder import MONDAY, B, at, day, lift, plan


def test_a_plan_compared_with_itself_has_no_change() -> None:
    given = plan(lift("tue 18:00"), lift("fri 18:00", B))
    assert compare(given, given) == ()


def test_a_session_on_another_day_of_its_week_has_moved() -> None:
    fresh = Reasons(day=("96 h after the session before.",))
    before = plan(lift("tue 18:00"), lift("fri 18:00", B))
    after = plan(lift("tue 18:00"), lift("sat 09:00", B, why=fresh))
    assert compare(before, after) == (
        PlanChange(
            before=at("fri 18:00"),
            after=at("sat 09:00"),
            what="moved",
            why="96 h after the session before.",
        ),
    )


def test_the_empty_opening_says_why_a_session_moved() -> None:
    shut = UnusedOpening(start=at("fri 18:00"), minutes=45, rule="race-quiet", why_not="A race is 40 h away.")
    before = plan(lift("tue 18:00"), lift("fri 18:00", B))
    after = plan(lift("tue 18:00"), lift("sat 09:00", B), unused=(shut,))
    assert [change.why for change in compare(before, after)] == ["A race is 40 h away."]


def test_the_week_that_collides_says_why_a_session_went() -> None:
    collision = Collision(
        week=MONDAY, wanted=2, possible=1, rules=("leg-spacing",), words="Only one fits.", remedies=()
    )
    before = plan(lift("tue 18:00"), lift("fri 18:00", B))
    after = plan(lift("tue 18:00"), collisions=(collision,))
    assert compare(before, after) == (
        PlanChange(before=at("fri 18:00"), after=None, what="went", why="Only one fits.", rule="leg-spacing"),
    )


def test_a_finding_says_why_a_session_went_where_nothing_else_does() -> None:
    finding = Finding(
        rule="keep-promises", level=Level.SHOULD, words="The promise is not kept.", days=(day("fri"),)
    )
    before = plan(lift("tue 18:00"), lift("fri 18:00", B))
    after = plan(lift("tue 18:00"), findings=(finding,))
    assert [change.why for change in compare(before, after)] == ["The promise is not kept."]


def test_a_session_nobody_had_has_appeared() -> None:
    before = plan(lift("tue 18:00"))
    after = plan(lift("tue 18:00"), lift("fri 18:00", B))
    assert compare(before, after) == (
        PlanChange(before=None, after=at("fri 18:00"), what="appeared", why=""),
    )


def test_sessions_in_different_weeks_are_not_the_same_session() -> None:
    whats = [change.what for change in compare(plan(lift("tue 18:00")), plan(lift("w2 tue 18:00")))]
    assert whats == ["went", "appeared"]


def test_the_same_menu_is_found_again_before_the_nearest_day() -> None:
    before = plan(lift("tue 18:00"), lift("fri 18:00", B))
    after = plan(lift("wed 18:00", B), lift("sat 18:00"))
    assert [(change.before, change.after, change.what) for change in compare(before, after)] == [
        (at("tue 18:00"), at("sat 18:00"), "moved"),
        (at("fri 18:00"), at("wed 18:00"), "moved"),
    ]


def test_an_exercise_swapped_is_a_change_of_menu() -> None:
    before = plan(lift("tue 18:00", ("squat 3x10", "deadlift 3x8 10kg")))
    swap = lift("tue 18:00", ("squat 3x10", "hip-thrust 3x10"), why=Reasons(menu=("For variety.",)))
    assert [(change.what, change.why) for change in compare(before, plan(swap))] == [
        ("menu: + hip-thrust, − deadlift", "For variety.")
    ]


def test_exercises_in_another_order_are_a_change_of_menu() -> None:
    before = plan(lift("tue 18:00", ("squat 3x10", "glute-bridge 3x15")))
    after = plan(lift("tue 18:00", ("glute-bridge 3x15", "squat 3x10"), menu="A"))
    assert [change.what for change in compare(before, after)] == ["menu: another order"]


def test_a_heavier_weight_is_a_change_of_dose() -> None:
    before = plan(lift("tue 18:00", ("squat 3x10 20kg", "side-plank 2x20")))
    after = plan(
        lift("tue 18:00", ("squat 3x10 25kg", "side-plank 2x25"), why=Reasons(dose=("Two to spare.",)))
    )
    assert [(change.what, change.why) for change in compare(before, after)] == [
        (
            ("dose: squat 3 × 10 at 20 kg → 3 × 10 at 25 kg; side-plank 2 × 20 s → 2 × 25 s"),
            "Two to spare.",
        )
    ]


def test_a_session_may_move_and_change_its_dose() -> None:
    before = plan(lift("tue 18:00", ("squat 3x10",)))
    after = plan(lift("tue 19:00", ("squat 2x10",)))
    assert [change.what for change in compare(before, after)] == [
        "dose: squat 3 × 10 → 2 × 10",
        "moved",
    ]


def test_what_lies_before_the_new_plan_is_no_change() -> None:
    before = plan(lift("tue 18:00"), lift("fri 18:00", B))
    after = replace(plan(lift("fri 18:00", B)), today=day("wed"))
    assert compare(before, after) == ()
