"""Decides how a profile stands in the fields of a form: in the runner's units, ready to be read again."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date, time

from legday.model.answers import DAY_ONLY, Section, shown_adjustables
from legday.model.gear_weights import BAND_G
from legday.model.quantities import (
    GRAMS_PER_POUND,
    METRES_PER_MILE,
    distance_text,
    label_text,
    metres_from,
)
from legday.model.runner import Adjustable, Opening, Profile, Race, Units, UsualRun


def profile_answers(section: Section, profile: Profile, *, comma: bool = False) -> dict[str, str]:
    """What stands in the fields of one form, by their names; reading it again gives the same profile.

    With `comma`, decimals are written with a comma.
    """
    answers = _WRITERS[section](profile)
    if not comma:
        return answers
    return {name: _with_commas(text) if _is_number(name) else text for name, text in answers.items()}


_NUMBERS = frozenset(
    {"body_mass", "dumbbells", "singles", "kettlebells", "bars", "plates", "backpack", "bands", "distance"}
    | {"from", "to", "step", "handle", "most"}
)


def _is_number(name: str) -> bool:
    if name.startswith("openings-"):
        return False
    return name in _NUMBERS or name.rsplit("-", 1)[-1] in _NUMBERS


def _with_commas(text: str) -> str:
    """Decimal points as commas, except where a comma could part two weights: a lone `7.25 kg` keeps its point."""
    lone = text.endswith(("kg", "lb")) and ";" not in text
    return text if lone and not re.search(r"\.\d\b", text) else text.replace(".", ",")


def _about(profile: Profile) -> dict[str, str]:
    per_unit = GRAMS_PER_POUND if profile.units is Units.IMPERIAL else 1000.0
    return {
        "name": profile.name,
        "born": str(profile.born),
        "body_mass": f"{round(profile.body_mass_g / per_unit, 1):g}",
        "sex": profile.sex,
        "resting_heart_rate": _or_nothing(profile.resting_heart_rate),
        "max_heart_rate": _or_nothing(profile.max_heart_rate),
    }


def _or_nothing(number: int | None) -> str:
    return "" if number is None else str(number)


def _yes(*, said: bool) -> str:
    return "yes" if said else ""


def _running(profile: Profile) -> dict[str, str]:
    answers = {"running": profile.running.value, "lifting": profile.lifting.value}
    for row, run in enumerate(profile.usual_week):
        answers |= _usual_run(f"week-{row}-", run, profile.units)
    return answers


def _usual_run(name: str, run: UsualRun, units: Units) -> dict[str, str]:
    return {
        f"{name}weekday": str(run.weekday),
        f"{name}kind": run.kind.value,
        f"{name}minutes": str(run.minutes),
        f"{name}start": _clock(run.start),
        f"{name}distance": "" if run.metres is None else exact_distance(run.metres, units),
    }


def _clock(start: time | None) -> str:
    return f"{start:%H:%M}" if start else ""


def exact_distance(metres: int, units: Units) -> str:
    """`42195` → "42.195 km", `16093` → "10 mi" where the runner reads miles; reading it again gives the same metres."""
    miles = round(metres / METRES_PER_MILE, 2)
    if units is Units.IMPERIAL and metres_from(miles, "mi") == metres:
        return distance_text(metres, units) if round(miles, 1) == miles else f"{miles:g} mi"
    return f"{metres / 1000:.3f}".rstrip("0").rstrip(".") + " km"


def _openings(profile: Profile) -> dict[str, str]:
    answers: dict[str, str] = {}
    for row, opening in enumerate(profile.openings):
        answers |= _opening(f"openings-{row}-", opening)
    return answers


def _opening(name: str, opening: Opening) -> dict[str, str]:
    return {
        f"{name}weekday": DAY_ONLY if opening.weekday is None else str(opening.weekday),
        f"{name}date": _day(opening.day),
        f"{name}start": _clock(opening.start),
        f"{name}minutes": str(opening.minutes),
        f"{name}from": _day(opening.first),
        f"{name}until": _day(opening.last),
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _gear(profile: Profile) -> dict[str, str]:
    gear, units = profile.gear, profile.units
    plain = {band.colour for band in gear.bands if BAND_G.get(band.colour) == band.grams}
    shown = shown_adjustables(gear)
    return {
        "dumbbells": _weights(gear.dumbbells_g, units),
        "singles": _weights(gear.singles_g, units),
        "kettlebells": _weights(gear.kettlebells_g, units),
        "bars": _weights(gear.bars_g, units),
        "plates": _weights(gear.plates_g, units),
        "backpack": _weights(gear.backpack_g, units),
        "bands": "; ".join(
            f"{band.colour} {label_text(band.grams, units)}"
            for band in gear.bands
            if band.colour not in plain
        ),
        **{f"band-{colour}": "yes" for colour in sorted(plain)},
        **{f"thing-{thing}": "yes" for thing in sorted(gear.things)},
        **_dial(shown.dial, units),
        **_handle(shown.handle, units),
    }


def _weights(weights: Sequence[int], units: Units) -> str:
    return "; ".join(label_text(grams, units) for grams in weights)


def _dial(own: Adjustable | None, units: Units) -> dict[str, str]:
    if own is None:
        return {}
    first, second = own.dial_g[:2]
    return {
        "dial-handles": str(own.handles),
        "dial-from": label_text(first, units),
        "dial-to": label_text(own.dial_g[-1], units),
        "dial-step": label_text(second - first, units),
    }


def _handle(own: Adjustable | None, units: Units) -> dict[str, str]:
    if own is None:
        return {}
    return {
        "handle-handles": str(own.handles),
        "handle-handle": label_text(own.handle_g, units),
        "handle-plates": _weights(own.plates_g, units),
        "handle-most": "" if own.most_g is None else label_text(own.most_g, units),
    }


def _races(profile: Profile) -> dict[str, str]:
    answers: dict[str, str] = {}
    for row, race in enumerate(profile.races):
        answers |= _race(f"races-{row}-", race, profile.units)
    return answers


def _race(name: str, race: Race, units: Units) -> dict[str, str]:
    return {
        f"{name}date": race.day.isoformat(),
        f"{name}distance": exact_distance(race.metres, units),
        f"{name}priority": race.priority.value,
        f"{name}start": _clock(race.start),
        f"{name}name": race.name,
    }


def _health(profile: Profile) -> dict[str, str]:
    health = profile.health
    flags = {one.name: getattr(health, one.name) for one in fields(health)}
    return {
        **{name: _yes(said=said) for name, said in flags.items() if isinstance(said, bool)},
        "weeks_post_partum": _or_nothing(health.weeks_post_partum),
        "due": _day(health.due),
    }


def _style(profile: Profile) -> dict[str, str]:
    return {
        "style": profile.style.value,
        "order": profile.order.value,
        "days": profile.days.value if profile.days else "",
        "sessions_a_week": str(profile.sessions_a_week),
        "cut_back_every": _or_nothing(profile.cut_back_every),
        "variety": _yes(said=profile.variety),
        "supersets": _yes(said=profile.supersets),
    }


def _taste(profile: Profile) -> dict[str, str]:
    likes = {f"taste-{name}": "like" for name in profile.likes}
    return likes | {f"taste-{name}": "dislike" for name in profile.dislikes}


def _place(profile: Profile) -> dict[str, str]:
    return {"units": profile.units.value, "time_zone": profile.time_zone}


_WRITERS: Mapping[Section, Callable[[Profile], dict[str, str]]] = {
    Section.ABOUT: _about,
    Section.RUNNING: _running,
    Section.OPENINGS: _openings,
    Section.GEAR: _gear,
    Section.RACES: _races,
    Section.HEALTH: _health,
    Section.STYLE: _style,
    Section.TASTE: _taste,
    Section.PLACE: _place,
}
