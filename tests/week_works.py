"""Small words for a week's work in tests: one exercise of one session, and what the week may hold."""

from dataclasses import replace

from legday.model.gear_weights import owned_variants
from legday.model.runner import Gear
from legday.model.season import MenuLine
from legday.progressing.lattice import lattice
from legday.progressing.limits import Limits, Room, Work
from legday.progressing.steps import Dose, Lift
from plan_builder import line
from season_builder import DUMBBELLS, catalogue

ROOM = Room(minutes=90, after_run=False, superset=False)
BODY_MASS_G = 62_000


def work(words: str, *, session: int = 0, of: int = 3, gear: Gear = DUMBBELLS, **changes: object) -> Work:
    """`squat 3x10 20kg` of a runner of 62 kg whose menu asks for `of` sets."""
    wanted = line(words)
    exercise = catalogue().exercises[wanted.exercise]
    variant = owned_variants(gear, exercise)[0]
    lift = Lift(
        exercise=exercise,
        reps=wanted.reps,
        weights=lattice(exercise, gear, variant),
        body_mass_g=BODY_MASS_G,
        sets=of,
        heavy=False,
    )
    made = Work(
        session=session,
        line=MenuLine(exercise=exercise.id, sets=of, reps=wanted.reps, variant=variant),
        lift=lift,
        dose=Dose(sets=wanted.sets, target=wanted.target, weight_g=wanted.weight_g),
        rest_s=exercise.rest_s,
        still=False,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def limits(**changes: object) -> Limits:
    """Two sessions of an hour and a half, no jumps, nothing else held down."""
    facts = {"rooms": (ROOM, ROOM), "progression": catalogue().progression, "contacts": 0, **changes}
    return Limits(**facts)  # type: ignore[arg-type]


def said(works: list[Work]) -> list[str]:
    """`squat 3x10 20kg`, one for each work; bodyweight is left out."""
    return [
        f"{one.exercise.id} {one.dose.sets}x{one.dose.target}"
        + (f" {one.dose.weight_g / 1000:g}kg" if one.dose.weight_g else "")
        for one in works
    ]
