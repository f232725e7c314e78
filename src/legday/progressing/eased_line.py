"""Decides what is left of a prescription when something begins to hold leg work back in the middle of its session."""

from dataclasses import replace

from legday.model.easing import Eased
from legday.model.exercises import Exercise, GearVariant
from legday.model.load import volume
from legday.model.plan import Prescription
from legday.model.rules import Rulebook
from legday.model.runner import Gear, Profile
from legday.progressing.lattice import lattice, pick_up, way_of
from legday.progressing.taken_back import built


def eased_line(
    line: Prescription, exercise: Exercise, eased: Eased, *, profile: Profile, gear: Gear, rules: Rulebook
) -> Prescription:
    """The prescription as the easings of its day leave it, never above itself: a lighter weight is one that `gear` builds, and at
    least one set stays."""
    way = next((one for one in exercise.gear if set(one.needs) == set(line.gear)), None)
    if not eased.easings or way is None:
        return line
    fewer = min(line.sets - eased.sets_less, line.sets * eased.sets_percent // 100)
    most = max(line.rir, rules.number("effort", "rir_beginner"))
    grams = _lighter(line, exercise, eased, way=way, gear=gear)
    sets = max(1, fewer)
    built_by = way_of(exercise, gear, way, grams=grams)
    return replace(
        line,
        sets=sets,
        weight_g=grams,
        rir=min(most, line.rir + eased.rir_plus),
        gear=tuple(sorted(built_by.needs)),
        pick_up=line.pick_up if grams == line.weight_g else pick_up(gear, built_by, grams, profile.units),
        volume=volume(
            exercise, sets=sets, target=line.target, weight_g=grams, body_mass_g=profile.body_mass_g
        ),
    )


def _lighter(line: Prescription, exercise: Exercise, eased: Eased, *, way: GearVariant, gear: Gear) -> int:
    """Grams: the heaviest weight there is within the share that is left."""
    if eased.weight_percent >= 100:
        return line.weight_g
    wanted = line.weight_g * eased.weight_percent // 100
    return min(line.weight_g, built(lattice(exercise, gear, way), wanted))
