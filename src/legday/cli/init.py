"""Decides how a profile is asked for: from a file, or question by question."""

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import home_of, opened, print_json, print_lines, text_of
from legday.cli.options import AsJson, Today
from legday.model.errors import InputError

if TYPE_CHECKING:
    from legday.model.catalogue import Catalogue
    from legday.model.runner import Profile


def init(
    context: typer.Context,
    *,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="A profile as TOML; - is standard input.")
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say who you are: asks, or takes a profile file."""
    from legday.actions.init import init as action
    from legday.cli.clock import new_stamp, now

    text = text_of(source) if source else _asked()
    with opened(context, make=True) as home:
        report = action(
            home.store,
            home.catalogue,
            text=text,
            file=str(source or "your answers"),
            today=today.date() if today else now().date(),
            stamp=new_stamp(),
        )
    if as_json:
        print_json(
            {
                "home": str(home_of(context)),
                "changed": report.changed,
                "profile": profile_json(report.profile),
            }
        )
    else:
        did = "Profile set" if report.changed else "Profile unchanged"
        print_lines([f"{did}: {report.profile.name}, in {home_of(context)}."])


def profile_json(profile: "Profile") -> dict[str, Any]:
    """The profile in the model's units: grams, metres, weekday 0 is Monday."""
    gear = profile.gear
    return {
        "name": profile.name,
        "born": profile.born,
        "body_mass_g": profile.body_mass_g,
        "time_zone": profile.time_zone,
        "units": profile.units.value,
        "running": profile.running.value,
        "lifting": profile.lifting.value,
        "style": profile.style.value,
        "order": profile.order.value,
        "days": profile.days.value if profile.days else None,
        "sessions_a_week": profile.sessions_a_week,
        "gear": {
            "dumbbells_g": list(gear.dumbbells_g),
            "kettlebells_g": list(gear.kettlebells_g),
            "bar_g": gear.bar_g,
            "plates_g": list(gear.plates_g),
            "things": sorted(thing.value for thing in gear.things),
            "singles_g": list(gear.singles_g),
            "adjustables": [
                {
                    "handles": own.handles,
                    "handle_g": own.handle_g,
                    "plates_g": list(own.plates_g),
                    "dial_g": list(own.dial_g),
                    "most_g": own.most_g,
                }
                for own in gear.adjustables
            ],
            "more_bars_g": list(gear.more_bars_g),
            "bands": [{"colour": band.colour, "grams": band.grams} for band in gear.bands],
            "backpack_g": list(gear.backpack_g),
        },
        "openings": [
            {
                "weekday": opening.weekday,
                "date": opening.day.isoformat() if opening.day else None,
                "start": f"{opening.start:%H:%M}",
                "minutes": opening.minutes,
            }
            for opening in profile.openings
        ],
        "usual_week": [
            {
                "weekday": run.weekday,
                "kind": run.kind.value,
                "minutes": run.minutes,
                "start": f"{run.start:%H:%M}" if run.start else None,
            }
            for run in profile.usual_week
        ],
        "races": [
            {"date": race.day.isoformat(), "metres": race.metres, "priority": race.priority.value}
            for race in profile.races
        ],
    }


def _asked() -> str:
    if not sys.stdin.isatty():
        raise InputError(
            value="init",
            place="call",
            problem="has nobody to ask",
            remedy="`legday init --from profile.toml`",
        )
    from legday.catalogue.reader import read_catalogue
    from legday.cli.clock import now

    asking = _Asking(read_catalogue(), now().date())
    return "\n".join([line for question in QUESTIONS for line in asking.lines(question)]) + "\n"


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked, how an answer becomes lines of a profile, and what counts where nothing is typed (None: it must be)."""

    words: str
    lines_of: Callable[[str], list[str]]
    default: str | None = None


@dataclass(frozen=True, slots=True)
class _Asking:
    """Asks until an answer fits; each is read as the profile it would make, so that a slip is told at once."""

    catalogue: "Catalogue"
    today: date

    def lines(self, question: _Question) -> list[str]:
        """The lines of the profile that the runner's answer stands for."""

        def fitting(said: str) -> list[str]:
            try:
                lines = question.lines_of(said.strip())
                self._read(lines)
            except InputError as refused:
                raise typer.BadParameter(str(refused)) from refused
            return lines

        answer: list[str] = typer.prompt(question.words, default=question.default, value_proc=fitting)
        return answer

    def _read(self, lines: list[str]) -> None:
        from legday.reading.profile import read_profile

        needed = {"name": '"you"', "born": "1990", "body_mass_kg": "70"}
        said = {line.partition(" = ")[0] for line in lines}
        rest = [f"{key} = {value}" for key, value in needed.items() if key not in said]
        table = ["[gear]"] if lines and lines[0].startswith('"') else []
        text = "\n".join([*rest, *table, *lines])
        read_profile(text, file="your answers", today=self.today, catalogue=self.catalogue)


def _text(key: str) -> Callable[[str], list[str]]:
    return lambda said: [f"{key} = {json.dumps(said)}"]


def _whole(key: str, example: str) -> Callable[[str], list[str]]:
    def lines(said: str) -> list[str]:
        if not (said.isascii() and said.isdecimal()):
            raise InputError(value=said, place=key, problem="is not a whole number", remedy=example)
        return [f"{key} = {int(said)}"]

    return lines


def _body_mass(said: str) -> list[str]:
    if not re.fullmatch(r"[0-9]+([.,][0-9]+)?", said):
        raise InputError(value=said, place="body_mass_kg", problem="is not a number", remedy="70.5")
    return [f"body_mass_kg = {float(said.replace(',', '.'))}"]


def _dumbbells(said: str) -> list[str]:
    """`5 7.5 25lb`, and after a word what comes once or is changed: `single 10`, `handles 2 plates 2.5 2.5`, `dial 2.5 24 2.5`."""
    groups = _groups(said, ("single", "handles", "handle", "plates", "dial"))
    pairs = groups.pop("", [])
    alone = len(pairs) == 1
    bare = [_weight(part, alone=alone) for part in pairs if not _UNIT.search(part)]
    lines = ["[gear]", f"dumbbells_kg = [{', '.join(bare)}]"]
    named = [_with_unit(part) for part in pairs if _UNIT.search(part)]
    lines += [f"dumbbells = {json.dumps(named)}"] if named else []
    if "single" in groups:
        lines.append(f"single_dumbbells = {json.dumps([_with_unit(part) for part in groups['single']])}")
    return lines + _adjustable(groups)


def _adjustable(groups: dict[str, list[str]]) -> list[str]:
    """Handles with plates, each number a pair, or a dial by its lightest, heaviest and step."""
    handles = groups.get("handles") or groups.get("handle")
    count = 1 if groups.get("handle") else 2
    plates = json.dumps([_with_unit(part) for part in groups.get("plates", [])])
    if handles:
        return [
            f"adjustable = {{ handles = {count}, handle = {json.dumps(_with_unit(handles[0]))}, plates = {plates} }}"
        ]
    dial = [json.dumps(_with_unit(part)) for part in groups.get("dial", [])]
    if dial and len(dial) != 3:
        raise InputError(
            value=" ".join(groups["dial"]),
            place="dumbbells",
            problem="is not a dial",
            remedy="dial 2.5 24 2.5: lightest, heaviest, step",
        )
    return [f"adjustable = {{ from = {dial[0]}, to = {dial[1]}, step = {dial[2]} }}"] if dial else []


_UNIT = re.compile(r"(kg|lbs?)$", re.IGNORECASE)


def _groups(said: str, words: tuple[str, ...]) -> dict[str, list[str]]:
    """What was typed, parted by spaces and semicolons, under the last of `words` before it; a unit belongs to its number."""
    joined = re.sub(r"(?<=[0-9])\s+(?=(kg|lbs?)\b)", "", said)
    groups: dict[str, list[str]] = {}
    under = ""
    for part in filter(None, re.split(r"[,;]?\s+|;", joined)):
        if part in words:
            under = part
            groups.setdefault(under, [])
        else:
            groups.setdefault(under, []).append(part)
    return groups


def _with_unit(part: str) -> str:
    """A weight with its unit, kg where none was said."""
    return part if _UNIT.search(part) else f"{_weight(part, alone=False)} kg"


def _weight(part: str, *, alone: bool) -> str:
    """One weight; the comma in `7,5` is a decimal one where another sign parts the weights, else it could be two weights."""
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", part):
        return str(float(part))
    if re.fullmatch(r"[0-9]+,5", part) and not alone:
        return part.replace(",", ".")
    problem = "could be one weight or several" if "," in part else "is not a weight"
    raise InputError(
        value=part, place="dumbbells", problem=problem, remedy="5 7.5 10: a dot, and spaces between"
    )


_MEASURED = {
    "kettlebell": "kettlebells",
    "kettlebells": "kettlebells",
    "bar": "bar",
    "plates": "plates",
    "backpack": "backpack",
    "band": "bands",
    "bands": "bands",
}
"""Gear that may be followed by its weights or colours, and its key in a profile."""


def _things(said: str) -> list[str]:
    """`bench kettlebell 16 bar 20 plates 10 5 bands red green`: weights and colours belong to the word before them."""
    from legday.model.gear_weights import BAND_G

    # Under the table the dumbbells opened.
    lines: list[str] = []
    for word, parts in _groups(said.replace(",", " "), tuple(_MEASURED)).items():
        values = [
            part if part in BAND_G else _with_unit(part)
            for part in parts
            if part in BAND_G or part[0].isdecimal()
        ]
        if word:
            lines.append(f"{json.dumps(_MEASURED[word])} = {json.dumps(values) if values else 'true'}")
        others = [part for part in parts if not (part in BAND_G or part[0].isdecimal())]
        lines += [f"{json.dumps(part)} = true" for part in others]
    return lines


def _openings(told: str) -> list[str]:
    lines: list[str] = []
    for opening in filter(None, (part.split() for part in told.split(";"))):
        if len(opening) != 3:
            raise InputError(
                value=" ".join(opening), place="opening", problem="is not understood", remedy="tue 18:00 45"
            )
        weekday, start, minutes = opening
        lines += [
            "[[openings]]",
            f"weekday = {json.dumps(weekday)}",
            f"start = {json.dumps(start)}",
            *_whole("minutes", "45")(minutes),
        ]
    return lines


QUESTIONS = (
    _Question("Name", _text("name")),
    _Question("Year of birth", _whole("born", "1990")),
    _Question("Body mass in kg", _body_mass),
    _Question("Time zone", _text("time_zone"), "UTC"),
    _Question("Running: beginner or experienced", _text("running"), "beginner"),
    _Question("Lifting: beginner, trained or advanced", _text("lifting"), "beginner"),
    _Question("Leg sessions a week (1–3)", _whole("sessions_a_week", "2"), "2"),
    _Question(
        "Dumbbells in kg, each of a pair (5 7.5 25lb; single 10; dial 2.5 24 2.5; empty for none)",
        _dumbbells,
        "",
    ),
    _Question(
        "Other gear (bench, step, kettlebell 16, bar 20 plates 10 5, bands red green …; empty for none)",
        _things,
        "",
    ),
    _Question("When could you lift (tue 18:00 45; fri 18:00 45)", _openings, ""),
)
