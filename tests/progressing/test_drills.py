"""Which drills warm a session up and which cool it down."""

from legday.model.exercises import Drill, DrillKind
from legday.model.runner import GearKind
from legday.progressing.drills import areas, cool_down, warm_up
from season_builder import catalogue

BODY = frozenset({GearKind.BODY})
EXERCISES = catalogue().exercises
SQUAT = (EXERCISES["squat"],)


def drill(name: str, kind: DrillKind, seconds: int, *where: str, **changes: object) -> Drill:
    facts = {"id": name, "kind": kind, "areas": where, "seconds": seconds, "per_side": False, "sources": ()}
    return Drill(**{**facts, **changes})  # type: ignore[arg-type]


def pulse(name: str, seconds: int, **changes: object) -> Drill:
    return drill(name, DrillKind.RAISE, seconds, "hips", **changes)


def moving(name: str, seconds: int, *where: str, **changes: object) -> Drill:
    return drill(name, DrillKind.DYNAMIC, seconds, *where, **changes)


def still(name: str, seconds: int, *where: str, **changes: object) -> Drill:
    return drill(name, DrillKind.STATIC, seconds, *where, **changes)


def warmed(
    *drills: Drill, minutes: int = 10, after_run: bool = False, exercises=SQUAT, gear=BODY
) -> tuple[str, ...]:
    known = {one.id: one for one in drills}
    return warm_up(known, exercises, gear, minutes=minutes, after_run=after_run)


def cooled(
    *drills: Drill, minutes: tuple[int, int] = (5, 10), hold_s: int = 60, exercises=SQUAT
) -> tuple[str, ...]:
    return cool_down({one.id: one for one in drills}, exercises, BODY, minutes=minutes, hold_s=hold_s)


def test_the_most_worked_area_comes_first() -> None:
    assert areas(SQUAT) == ("hips", "quadriceps", "trunk", "calves", "hamstrings")
    assert areas((EXERCISES["calf-raise"],)) == ("calves",)
    assert areas((EXERCISES["calf-raise"], *SQUAT))[0] == "calves"
    assert areas(()) == ()


def test_one_raise_of_about_half_the_time_and_none_after_a_run() -> None:
    raises = (pulse("long", 600), pulse("half", 290), pulse("short", 60))
    assert warmed(*raises) == ("half",)
    assert warmed(*raises, minutes=4) == ("short",)
    assert warmed(*raises, after_run=True) == ()
    assert warmed(pulse("a", 280), pulse("b", 320)) == ("a",)
    assert warmed(pulse("a", 270), pulse("b", 320)) == ("b",)
    assert warmed(moving("hinge", 60, "hips")) == ("hinge",)


def test_what_moves_fills_the_rest_to_the_second() -> None:
    one = moving("hinge", 300, "hips")
    assert warmed(pulse("jog", 300), one) == ("jog", "hinge")
    assert warmed(pulse("jog", 301), one) == ("jog",)
    assert warmed(one, moving("swing", 300, "hamstrings"), after_run=True) == ("hinge", "swing")
    assert warmed(one, moving("swing", 301, "hamstrings"), after_run=True) == ("hinge",)


def test_gear_that_is_not_owned_and_still_stretches_warm_nobody() -> None:
    mini = moving("side-step", 60, "hips", gear=frozenset({GearKind.MINIBAND}))
    assert warmed(mini, still("split", 60, "hips")) == ()
    assert warmed(mini, gear=BODY | {GearKind.MINIBAND}) == ("side-step",)
    assert warmed(mini, gear=frozenset({GearKind.MINIBAND})) == ("side-step",)


def test_each_next_drill_is_for_the_area_that_has_had_least() -> None:
    drills = (
        moving("a-hips", 60, "hips"),
        moving("b-hips", 60, "hips"),
        moving("c-calves", 60, "calves"),
        moving("d-quads", 60, "quadriceps"),
    )
    assert warmed(*drills) == ("a-hips", "d-quads", "c-calves", "b-hips")
    assert warmed(moving("arms", 60, "shoulders")) == ()


def test_of_two_alike_the_shorter_comes_first_then_the_alphabet() -> None:
    assert warmed(moving("a", 90, "hips"), moving("b", 60, "hips")) == ("b", "a")
    assert warmed(moving("b", 60, "hips"), moving("a", 60, "hips")) == ("a", "b")


def test_where_nothing_is_worked_hips_hamstrings_and_calves_are_warmed() -> None:
    drills = (moving("q", 60, "quadriceps"), moving("c", 60, "calves"), moving("h", 60, "hips"))
    assert warmed(*drills, exercises=()) == ("h", "c")


def test_hips_hamstrings_and_calves_are_cooled_first_and_then_what_was_worked() -> None:
    drills = (
        still("a-quads", 60, "quadriceps"),
        still("b-calves", 60, "calves"),
        still("c-hips", 60, "hips"),
        still("d-hams", 60, "hamstrings"),
        still("e-shin", 60, "shin"),
    )
    assert cooled(*drills, minutes=(4, 10)) == ("c-hips", "d-hams", "b-calves", "a-quads")
    assert cooled(*drills, minutes=(3, 10), exercises=(EXERCISES["calf-raise"],)) == (
        "c-hips",
        "d-hams",
        "b-calves",
    )


def test_a_hold_is_of_each_side() -> None:
    long, sided = still("long", 61, "hips"), still("sided", 120, "hips", per_side=True)
    assert cooled(long, minutes=(2, 10)) == ()
    assert cooled(still("fine", 60, "hips"), minutes=(1, 10)) == ("fine",)
    assert cooled(sided, minutes=(2, 10)) == ("sided",)
    assert cooled(still("sided", 122, "hips", per_side=True), minutes=(3, 10)) == ()


def test_the_least_is_reached_with_the_shortest_that_does_not_pass_the_most() -> None:
    base = still("base", 50, "hips")
    assert cooled(base, still("x", 70, "trunk"), hold_s=99, minutes=(1, 2)) == ("base", "x")
    assert cooled(base, still("x", 71, "trunk"), hold_s=99, minutes=(1, 2)) == ("base",)
    assert cooled(base, still("x", 10, "arms"), hold_s=99, minutes=(1, 2)) == ("base", "x")
    assert cooled(base, still("x", 9, "arms"), hold_s=99, minutes=(1, 2)) == ("base",)
    two = (still("y", 40, "arms"), still("x", 30, "arms"))
    assert cooled(base, *two, hold_s=99, minutes=(1, 2)) == ("base", "x")
    assert cooled(still("full", 60, "hips"), still("x", 30, "arms"), minutes=(1, 2)) == ("full",)
