"""Decides which place or red flag a runner means by their own words."""

import re
from collections.abc import Mapping

from legday.model.catalogue import Catalogue
from legday.model.errors import UnclearName, UnknownName
from legday.model.exercises import Condition

REGIONS: Mapping[str, tuple[str, ...]] = {
    "foot": ("sole", "heel", "foot-spot", "achilles"),
    "shin": ("calf", "shin-diffuse", "shin-spot"),
    "knee": ("front-knee", "kneecap-tendon", "inner-knee", "outer-knee"),
    "thigh": ("quadriceps", "hamstring"),
    "hip": ("groin", "hip", "buttock", "low-back"),
}
"""The places that can hurt by the part of the body, from the ground up."""

SMALL_WORDS = frozenset({"the", "of", "my", "a", "at", "in", "on", "and", "side", "left", "right"})
MOST_SAID = 200


def places(catalogue: Catalogue) -> Mapping[str, Condition]:
    """Every place that can be said to hurt, with its condition, in the order of the catalogue's ids."""
    return {place: condition for condition in catalogue.conditions.values() for place in condition.places}


def place_named(said: str, catalogue: Catalogue) -> str:
    """The place meant by an id or by free words ("front of the knee"). UnclearName where several fit, UnknownName where none does."""
    known = places(catalogue)
    return _named(said, {place: f"{place} {known[place].name}" for place in known}, place="place")


def cleared_named(said: str, catalogue: Catalogue) -> str:
    """The place, red flag or circumstance a clinician cleared; empty for all of them."""
    if not said:
        return ""
    names = {place: f"{place} {condition.name}" for place, condition in places(catalogue).items()}
    names |= {flag.id: f"{flag.id} {flag.name}" for flag in catalogue.red_flags.values()}
    names |= {one.id: f"{one.id} {one.name}" for one in catalogue.conditions.values() if one.tissue is None}
    return _named(said, names, place="cleared")


def flag_named(said: str, catalogue: Catalogue) -> str:
    """The red flag meant by an id or by free words."""
    flags = catalogue.red_flags
    return _named(said, {flag: f"{flag} {flags[flag].name}" for flag in flags}, place="red flag")


def _named(said: str, names: Mapping[str, str], *, place: str) -> str:
    wanted = "-".join(said[:MOST_SAID].lower().split())
    if wanted in names:
        return wanted
    words = _words(said[:MOST_SAID])
    # The id's own words count once more, so that "sole of the foot" is not also the heel.
    shared = {name: (len(words & _words(text)), len(words & _words(name))) for name, text in names.items()}
    best = max(shared.values(), default=(0, 0))
    found = [name for name, count in shared.items() if count == best]
    if best == (0, 0):
        raise UnknownName.among(said[:MOST_SAID], tuple(names), place=place)
    if len(found) > 1:
        raise UnclearName.among(said[:MOST_SAID], tuple(found), place=place)
    return found[0]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", text.lower())) - SMALL_WORDS
