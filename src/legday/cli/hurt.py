"""Decides how pain is told, and how the places are listed."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from legday.cli.door import opened, print_json, print_lines, tell
from legday.cli.feeling import SaidDay, day_said, remembered
from legday.cli.options import AsJson, Today
from legday.model.errors import InputError, UnclearName
from legday.model.pain_words import Behaviour, When
from legday.model.sets import Side

if TYPE_CHECKING:
    from legday.model.catalogue import Catalogue

MOST_PAIN = 10


def hurt(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PLACE [SIDE] SCORE]",
            help="Such as achilles left 3: an id or your own words, and 0 (gone) to 10. Nothing lists the places.",
        ),
    ] = None,
    *,
    side: Annotated[Side | None, typer.Option("--side", help="Which side.")] = None,
    when: Annotated[When, typer.Option("--when", help="While moving, after, or on waking.")] = When.DURING,
    behaviour: Annotated[
        list[Behaviour] | None, typer.Option("--behaviour", help="How it behaves; may be given again.")
    ] = None,
    note: Annotated[str, typer.Option("--note", help="Your own words.")] = "",
    day: SaidDay = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say where it hurts, 0 to 10; the answer says what changes and when it comes back."""
    from legday.cli.clock import new_stamp
    from legday.model.happened import PainFelt

    if not words:
        _list_places(as_json=as_json)
        return
    place, said_side, score = said_words(words)
    with opened(context) as home:
        stamp = new_stamp()
        entry = PainFelt(
            id=stamp.id,
            at=stamp.at,
            day=day_said(home, day, today),
            place=_place(place, home.catalogue, as_json=as_json),
            score=score,
            side=side or said_side,
            when=when,
            behaviour=frozenset(behaviour or ()),
            note=note,
        )
        sided = "" if entry.side is Side.BOTH else f" {entry.side.value}"
        said = f"{entry.day.isoformat()} {entry.place}{sided} {score}/10"
        remembered(home, entry, said=said, today=today, as_json=as_json)


def said_words(words: list[str]) -> tuple[str, Side, int]:
    """`achilles left 3` as place, side and score. InputError where the number is missing or not 0 to 10."""
    parts = " ".join(words).split()
    numbers = [one.removesuffix("/10") for one in parts if one.removesuffix("/10").lstrip("-").isdecimal()]
    sides = [Side(one) for one in parts if one in {Side.LEFT, Side.RIGHT}]
    place = " ".join(
        one for one in parts if one not in sides and not one.removesuffix("/10").lstrip("-").isdecimal()
    )
    if len(numbers) != 1 or not place:
        raise InputError(
            value=" ".join(words),
            place="hurt",
            problem="is not a place and a number",
            remedy=f"`legday hurt {place or 'achilles'} 3`",
        )
    score = int(numbers[0])
    if not 0 <= score <= MOST_PAIN:
        raise InputError(value=numbers[0], place="hurt", problem="is not a number from 0 to 10", remedy="3")
    return place, sides[0] if len(sides) == 1 else Side.BOTH, score


def _place(said: str, catalogue: "Catalogue", *, as_json: bool) -> str:
    """The place that was said; one that is not clear is asked about where somebody sits at a terminal."""
    from legday.actions.places import place_named

    try:
        return place_named(said, catalogue)
    except UnclearName as unclear:
        if as_json or not sys.stdin.isatty():
            raise
        return _chosen(unclear, catalogue)


def _chosen(unclear: UnclearName, catalogue: "Catalogue") -> str:
    """One of the places it could be, by number or id; asked until one is named."""
    from legday.actions.places import places

    known = places(catalogue)
    tell(f"{unclear.value!r} could be:")
    for number, place in enumerate(unclear.choices, start=1):
        tell(f"  {number}  {place}: {known[place].name}")
    by_word = {str(number): place for number, place in enumerate(unclear.choices, start=1)}
    by_word |= {place: place for place in unclear.choices}
    while True:
        said = typer.prompt("Which", err=True).strip().lower()
        if said in by_word:
            return by_word[said]
        tell(f"{said!r} is not one of them.")


def _list_places(*, as_json: bool) -> None:
    from legday.catalogue.reader import read_catalogue
    from legday.cli.show_felt import listing_json, places_json

    known = places_json(read_catalogue())
    if as_json:
        print_json(listing_json(places=known, flags=[]))
    else:
        width = max(len(one["id"]) for one in known)
        print_lines(f"{one['id']:<{width}}  {one['name']}" for one in known)
