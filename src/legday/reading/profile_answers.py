"""Decides what the answers in a form say of the runner: text in the runner's units, with a decimal comma or point."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from legday.model.answers import DAY_ONLY, Answers, Section, rows_of, shown_adjustables
from legday.model.catalogue import Catalogue
from legday.model.errors import AnswerRefused, InputError
from legday.model.gear_weights import BAND_G
from legday.model.quantities import GRAMS_PER_POUND
from legday.model.runner import GearKind, Profile, Units
from legday.reading.profile import WEEKDAYS, check_names, read_profile_table
from legday.reading.typed_numbers import typed_distance, typed_mass, typed_weights, whole

_FILE = "your answers"
_NEEDED = {"name": "-", "born": 1990, "body_mass_kg": 70}
"""Keys that every profile has, for those that a form does not ask for."""

_TAKEN: Mapping[Section, tuple[str, ...]] = {
    Section.ABOUT: ("name", "born", "body_mass_g", "sex", "resting_heart_rate", "max_heart_rate"),
    Section.RUNNING: ("running", "lifting", "usual_week"),
    Section.OPENINGS: ("openings",),
    Section.GEAR: ("gear",),
    Section.RACES: ("races",),
    Section.HEALTH: ("health",),
    Section.STYLE: ("style", "order", "days", "sessions_a_week", "variety", "supersets", "cut_back_every"),
    Section.TASTE: ("likes", "dislikes"),
    Section.PLACE: ("units", "time_zone"),
}
"""The fields of a profile that each form speaks for."""

THINGS = tuple(
    kind
    for kind in GearKind
    if kind not in {GearKind.BODY, GearKind.DUMBBELLS, GearKind.KETTLEBELL, GearKind.BARBELL}
)
"""Gear that may be there without a weight."""


@dataclass(slots=True)
class _Form:
    """What was typed, becoming the keys of a profile; `fields` remembers which field each key came from."""

    answers: Answers
    profile: Profile
    table: dict[str, Any] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def imperial(self) -> bool:
        return self.profile.units is Units.IMPERIAL

    @property
    def unit(self) -> str:
        return "lb" if self.imperial else "kg"

    def said(self, name: str) -> str:
        return self.answers.get(name, "").strip()

    def yes(self, name: str) -> bool:
        return self.said(name) == "yes"

    def keep(self, key: str, value: object, name: str) -> None:
        """A value under a key of the profile's table, from the field `name`."""
        self.table[key] = value
        self.fields[key] = name

    def text(self, *names: str) -> None:
        """Fields that go in under their own name as they are typed; an empty one says nothing."""
        for name in names:
            if self.said(name):
                self.keep(name, self.said(name), name)

    def number(self, *names: str) -> None:
        """Fields that hold a whole number under their own name; an empty one says nothing."""
        for name in names:
            if self.said(name):
                self.keep(name, whole(self.said(name), field=name), name)


def read_answers(
    section: Section, answers: Answers, *, profile: Profile, today: date, catalogue: Catalogue
) -> Profile:
    """The `profile` as the answers of one form change it; what the form does not ask for stays.

    AnswerRefused, with the name of the field, for the first answer that does not fit.
    """
    form = _Form(answers=answers, profile=profile)
    _READERS[section](form)
    try:
        said = read_profile_table(_complete(form.table), file=_FILE, today=today)
        changed = replace(profile, **{name: getattr(said, name) for name in _TAKEN[section]})
        check_names(changed, catalogue, file=_FILE)
    except InputError as refused:
        raise _at_its_field(refused, form) from refused
    return _with_the_rest(section, changed, profile)


def _complete(table: dict[str, Any]) -> dict[str, Any]:
    """With the keys that every profile has, where the form does not ask for them."""
    has_mass = "body_mass_lb" in table
    return {key: value for key, value in _NEEDED.items() if not (has_mass and key == "body_mass_kg")} | table


def _with_the_rest(section: Section, changed: Profile, before: Profile) -> Profile:
    """What a form cannot show stays as it was: further adjustable dumbbells, and the answers of screening."""
    if section is Section.GEAR and (shown_adjustables(before.gear).others):
        adjustables = (*changed.gear.adjustables, *shown_adjustables(before.gear).others)
        return replace(changed, gear=replace(changed.gear, adjustables=adjustables))
    if section is Section.HEALTH:
        own = ("weeks_post_partum", "impact_gate_passed", "guardian_or_coach", "due")
        kept = {name: getattr(changed.health, name) for name in own}
        return replace(changed, health=replace(before.health, **kept))
    return changed


def _at_its_field(refused: InputError, form: _Form) -> AnswerRefused:
    """The same refusal at the field whose key it names; the longest key that fits."""
    if isinstance(refused, AnswerRefused):
        return refused
    place = refused.place.removeprefix(_FILE).removeprefix(": ")
    key = f"{place}.{refused.value}".strip(".") if refused.problem == "is missing" else place
    fitting = [known for known in form.fields if key == known or key.startswith((f"{known}[", f"{known}."))]
    name = form.fields[max(fitting, key=len)] if fitting else ""
    return AnswerRefused(field=name, value=refused.value, problem=refused.problem, remedy=refused.remedy)


def _about(form: _Form) -> None:
    form.keep("name", form.said("name"), "name")
    form.text("sex")
    form.keep("born", whole(form.said("born"), field="born"), "born")
    form.number("resting_heart_rate", "max_heart_rate")
    mass, unit = typed_mass(form.said("body_mass"), field="body_mass", unit=form.unit)
    before = form.profile.body_mass_g
    unchanged = round(before / (GRAMS_PER_POUND if unit == "lb" else 1000.0), 1) == mass
    key = "body_mass_kg" if unchanged else f"body_mass_{unit}"
    form.keep(key, before / 1000 if unchanged else mass, "body_mass")


def _running(form: _Form) -> None:
    form.text("running", "lifting")
    usual: list[dict[str, object]] = []
    for row in rows_of(form.answers, "week"):
        name = f"week-{row}-"
        if not form.said(f"{name}kind"):
            continue
        at = f"usual_week[{len(usual)}]"
        said: dict[str, object] = {
            "weekday": _weekday(form, f"{name}weekday"),
            "kind": form.said(f"{name}kind"),
            "minutes": whole(form.said(f"{name}minutes"), field=f"{name}minutes"),
        }
        said |= _clock(form, f"{name}start", at) | _distance(form, f"{name}distance")
        form.fields |= {f"{at}.{key}": f"{name}{key}" for key in ("weekday", "kind", "minutes", "start")}
        form.fields |= {
            at: f"{name}distance",
            f"{at}.km": f"{name}distance",
            f"{at}.miles": f"{name}distance",
        }
        usual.append(said)
    form.keep("usual_week", usual, "week-0-kind")


def _weekday(form: _Form, name: str) -> str:
    said = form.said(name)
    if not (said.isdecimal() and int(said) < len(WEEKDAYS)):
        raise AnswerRefused(field=name, value=said, problem="is not a weekday")
    return WEEKDAYS[int(said)]


def _clock(form: _Form, name: str, at: str) -> dict[str, object]:
    """A start that may be left out."""
    form.fields[f"{at}.start"] = name
    return {"start": form.said(name)} if form.said(name) else {}


def _distance(form: _Form, name: str) -> dict[str, object]:
    """A distance that may be left out, under the key of its unit."""
    if not form.said(name):
        return {}
    number, unit = typed_distance(form.said(name), field=name, unit="miles" if form.imperial else "km")
    return {unit: number}


def _openings(form: _Form) -> None:
    openings: list[dict[str, object]] = []
    for row in rows_of(form.answers, "openings"):
        name = f"openings-{row}-"
        if not _opening_said(form, name):
            continue
        at = f"openings[{len(openings)}]"
        said: dict[str, object] = {
            "start": form.said(f"{name}start"),
            "minutes": whole(form.said(f"{name}minutes"), field=f"{name}minutes"),
        }
        if form.said(f"{name}weekday") in {"", DAY_ONLY}:
            said["date"] = form.said(f"{name}date")
        else:
            said["weekday"] = _weekday(form, f"{name}weekday")
        said |= {key: form.said(f"{name}{key}") for key in ("from", "until") if form.said(f"{name}{key}")}
        keys = ("weekday", "date", "start", "minutes", "from", "until")
        form.fields |= {at: f"{name}weekday", **{f"{at}.{key}": f"{name}{key}" for key in keys}}
        openings.append(said)
    form.keep("openings", openings, "openings-0-weekday")


def _opening_said(form: _Form, name: str) -> bool:
    """Whether a row says anything: a weekday that is not ticked does not, whatever hour stands beside it."""
    if f"{name}weekday" not in form.answers:
        return False
    return any(form.said(f"{name}{key}") for key in ("weekday", "date", "start"))


def _gear(form: _Form) -> None:
    table: dict[str, Any] = {}
    named = {
        "dumbbells": "dumbbells",
        "single_dumbbells": "singles",
        "kettlebells": "kettlebells",
        "bar": "bars",
        "plates": "plates",
    }
    for key, name in named.items():
        table[key] = typed_weights(form.said(name), field=name, unit=form.unit)
    for kind in THINGS:
        if form.yes(f"thing-{kind}"):
            table[kind.value] = True
    loads = typed_weights(form.said("backpack"), field="backpack", unit=form.unit)
    table |= {"backpack": loads} if loads else {}
    bands = _bands(form)
    table |= {"bands": bands} if bands else {}
    form.fields |= {f"gear.{key}": name for key, name in {**named, "bands": "bands"}.items()}
    form.fields |= {"gear.backpack": "backpack", "gear": "plates"}
    _adjustables(form, table)
    form.table["gear"] = table


def _bands(form: _Form) -> list[str]:
    """`red, green, purple 15 kg` and the colours ticked: each colour with the pull said of it, if any."""
    parts = [part.strip().lower() for part in re.split(r"[;\n]|,(?!\d)", form.said("bands")) if part.strip()]
    said = []
    for part in parts:
        colour, _, pull = part.partition(" ")
        said.append(f"{colour} {typed_weights(pull, field='bands', unit=form.unit)[0]}" if pull else colour)
    ticked = [colour for colour in BAND_G if form.yes(f"band-{colour}")]
    return [*(colour for colour in ticked if not any(one.split()[0] == colour for one in said)), *said]


def _adjustables(form: _Form, table: dict[str, Any]) -> None:
    """Dumbbells with a dial, and handles with plates, each asked for once."""
    own: list[dict[str, Any]] = []
    dial = {
        key: _one_weight(form, f"dial-{key}") for key in ("from", "to", "step") if form.said(f"dial-{key}")
    }
    if dial:
        form.fields[f"gear.adjustable[{len(own)}]"] = "dial-from"
        own.append({"handles": _handles(form, "dial-handles"), **dial})
    handle = {
        key: _one_weight(form, f"handle-{key}") for key in ("handle", "most") if form.said(f"handle-{key}")
    }
    plates = typed_weights(form.said("handle-plates"), field="handle-plates", unit=form.unit)
    if handle or plates:
        form.fields[f"gear.adjustable[{len(own)}]"] = "handle-handle"
        own.append({"handles": _handles(form, "handle-handles"), **handle, "plates": plates})
    if own:
        table["adjustable"] = own


def _handles(form: _Form, name: str) -> int:
    return 1 if form.said(name) == "1" else 2


def _one_weight(form: _Form, name: str) -> str:
    weights = typed_weights(form.said(name), field=name, unit=form.unit)
    if len(weights) != 1:
        raise AnswerRefused(field=name, value=form.said(name), problem="is not one weight")
    return weights[0]


def _races(form: _Form) -> None:
    races: list[dict[str, object]] = []
    for row in rows_of(form.answers, "races"):
        name = f"races-{row}-"
        if not any(form.said(f"{name}{key}") for key in ("date", "distance", "name")):
            continue
        at = f"races[{len(races)}]"
        said: dict[str, object] = {"date": form.said(f"{name}date"), "name": form.said(f"{name}name")}
        said |= {"priority": form.said(f"{name}priority")} if form.said(f"{name}priority") else {}
        said |= _clock(form, f"{name}start", at) | _distance(form, f"{name}distance")
        keys = ("date", "priority", "start", "name")
        form.fields |= {at: f"{name}distance", **{f"{at}.{key}": f"{name}{key}" for key in keys}}
        form.fields |= {f"{at}.km": f"{name}distance", f"{at}.miles": f"{name}distance"}
        races.append(said)
    form.keep("races", races, "races-0-date")


def _health(form: _Form) -> None:
    health: dict[str, object] = {
        "impact_gate_passed": form.yes("impact_gate_passed"),
        "guardian_or_coach": form.yes("guardian_or_coach"),
    }
    if form.said("weeks_post_partum"):
        health["weeks_post_partum"] = whole(form.said("weeks_post_partum"), field="weeks_post_partum")
    if form.said("due"):
        health["due"] = form.said("due")
    form.fields |= {f"health.{key}": key for key in ("weeks_post_partum", "due")}
    form.table["health"] = health


def _style(form: _Form) -> None:
    form.text("style", "order", "days")
    form.number("sessions_a_week", "cut_back_every")
    form.keep("variety", form.yes("variety"), "variety")
    form.keep("supersets", form.yes("supersets"), "supersets")


def _taste(form: _Form) -> None:
    for key, said in (("likes", "like"), ("dislikes", "dislike")):
        names = [name.removeprefix("taste-") for name in form.answers if name.startswith("taste-")]
        form.keep(key, sorted(name for name in names if form.said(f"taste-{name}") == said), "taste")


def _place(form: _Form) -> None:
    form.text("units", "time_zone")


_READERS: Mapping[Section, Callable[[_Form], None]] = {
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
