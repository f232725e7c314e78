"""Decides which sets of a log look mistyped, so that they are asked about before they are kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise
from legday.model.gear_weights import exercise_weights
from legday.model.plan import Prescription
from legday.model.quantities import weight_text
from legday.model.runner import Gear, Profile
from legday.model.sets import LoggedSet
from legday.model.state import RunnerState

FAR_PERCENT = 150
"""A weight past this share of what is known of the exercise is asked about (our setting)."""
BODY_MASSES = 3
"""A weight past this many body masses is asked about (our setting)."""
REPS_TIMES = 3
"""Repetitions past this many times the target are asked about (our setting)."""
SAME_G = 100
"""Two weights this near are the same: pounds are rounded (our setting)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLifts:
    """What sets are held against: the heaviest weight known of each exercise (grams), and what was asked for."""

    profile: Profile
    gear: Gear
    heaviest: Mapping[str, int] = field(default_factory=dict)
    asked: Mapping[str, Prescription] = field(default_factory=dict)


def known_lifts(
    state: RunnerState, gear: Gear, prescribed: Sequence[Prescription], estimated: Mapping[str, int]
) -> KnownLifts:
    """What is known before a session is logged: sets done, the prescription, and weights that the runner's strength speaks for."""
    heaviest: dict[str, int] = {}
    for session in state.done:
        for line in session.exercises:
            heaviest[line.exercise] = max(heaviest.get(line.exercise, 0), line.weight_g)
    for line in prescribed:
        heaviest[line.exercise] = max(heaviest.get(line.exercise, 0), line.weight_g)
    for exercise, grams in estimated.items():
        heaviest[exercise] = max(heaviest.get(exercise, 0), grams)
    asked = {line.exercise: line for line in prescribed}
    return KnownLifts(profile=state.profile, gear=gear, heaviest=heaviest, asked=asked)


def doubts(sets: Sequence[LoggedSet], known: KnownLifts, catalogue: Catalogue) -> tuple[str, ...]:
    """A sentence for each thing that looks mistyped, each once, in the order of the sets."""
    found = [
        words
        for one in sets
        if one.exercise in catalogue.exercises
        for words in _doubts(one, catalogue.exercises[one.exercise], known, catalogue.name(one.exercise))
    ]
    return tuple(dict.fromkeys(found))


def _doubts(one: LoggedSet, exercise: Exercise, known: KnownLifts, name: str) -> Iterator[str]:
    if one.weight_g:
        yield from _weight_doubts(one.weight_g, exercise, known, name)
    line = known.asked.get(one.exercise)
    target = line.target if line else exercise.reps[1]
    if not one.reps:
        yield f"{name}: a set of 0 {'s' if one.seconds else 'repetitions'}; what was not done is left out."
    if one.reps > REPS_TIMES * target:
        unit = "s" if one.seconds else "repetitions"
        yield f"{name}: {one.reps} {unit} are more than {REPS_TIMES} times the {target} expected."


def _weight_doubts(grams: int, exercise: Exercise, known: KnownLifts, name: str) -> Iterator[str]:
    units, mass = known.profile.units, known.profile.body_mass_g
    said = weight_text(grams, units)
    if grams > BODY_MASSES * mass:
        yield f"{name}: {said} is more than {BODY_MASSES} times your body mass ({weight_text(mass, units)})."
    before = known.heaviest.get(exercise.id)
    if before is not None and _far(grams, before, exercise, mass):
        was = weight_text(before, units) if before else "bodyweight"
        yield f"{name}: {said} is far above the {was} known so far (more than {FAR_PERCENT / 100:g} times as much)."
    built = exercise_weights(known.gear, exercise)
    if not any(abs(grams - each) <= SAME_G for each in built):
        yield f"{name}: {said} cannot be built from your gear{_nearest(grams, built, known)}."


def _far(grams: int, before: int, exercise: Exercise, mass: int) -> bool:
    """Past 1.5 times the weight known; where that is bodyweight, past 1.5 times what is moved of it."""
    body = 0 if before else exercise.body_share * mass // 100
    return 100 * (body + grams) > FAR_PERCENT * (body + before) if body or before else False


def _nearest(grams: int, built: Sequence[int], known: KnownLifts) -> str:
    weights = [each for each in built if each]
    if not weights:
        return ""
    nearest = min(weights, key=lambda each: (abs(each - grams), each))
    return f"; the nearest is {weight_text(nearest, known.profile.units)}"
