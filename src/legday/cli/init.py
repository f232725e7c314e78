"""Decides how a profile is asked for: from a file, or question by question."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legday.cli.door import home_of, opened, print_json, print_lines, text_of
from legday.cli.options import AsJson, Today
from legday.model.errors import InputError

if TYPE_CHECKING:
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
    return "\n".join([*_who(), *_gear(), *_openings()]) + "\n"


def _who() -> list[str]:
    name = typer.prompt("Name")
    born = typer.prompt("Year of birth", type=int)
    mass = typer.prompt("Body mass in kg", type=float)
    zone = typer.prompt("Time zone", default="UTC")
    running = typer.prompt("Running: beginner or experienced", default="beginner")
    lifting = typer.prompt("Lifting: beginner, trained or advanced", default="beginner")
    sessions = typer.prompt("Leg sessions a week (1–3)", type=int, default=2)
    return [
        f"name = {json.dumps(name)}",
        f"born = {born}",
        f"body_mass_kg = {mass}",
        f"time_zone = {json.dumps(zone)}",
        f"running = {json.dumps(running)}",
        f"lifting = {json.dumps(lifting)}",
        f"sessions_a_week = {sessions}",
    ]


def _gear() -> list[str]:
    weights = typer.prompt("Dumbbells in kg, each of a pair (5 7.5 10; empty for none)", default="")
    things = typer.prompt("Other gear (bench, step, box, bands, miniband …; empty for none)", default="")
    lines = ["[gear]", f"dumbbells_kg = [{', '.join(weights.replace(',', ' ').split())}]"]
    return lines + [f"{thing} = true" for thing in things.replace(",", " ").split()]


def _openings() -> list[str]:
    told = typer.prompt("When could you lift (tue 18:00 45; fri 18:00 45)", default="")
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
            f"minutes = {minutes}",
        ]
    return lines
