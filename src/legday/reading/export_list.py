"""Decides what the list of activities in a Strava export says of each of its files."""

import csv
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from legday.model.runs import Sport
from legday.reading.moments import listed_moment
from legday.reading.numbers import number
from legday.reading.sports import says_race, sport_of

NAME_OF_LIST = "activities.csv"

_HEADERS = {
    "date": "activity date",
    "title": "activity name",
    "sport": "activity type",
    "file": "filename",
    "effort": "perceived exertion",
    "race": "competition",
}
_PLACES = {"date": 1, "title": 2, "sport": 3}
"""Where the first columns stand in every language's list (seen in exports since 2019)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the list says of one file; empty where it says nothing. `effort` 0–10."""

    title: str = ""
    sport: Sport | None = None
    effort: int | None = None
    race: bool = False
    start: datetime | None = None


def listed_files(data: bytes) -> dict[str, Listed]:
    """What the list says, by the path of the file it speaks of. A list in another language is read by its columns' places.

    Nothing is refused: what cannot be read is left out.
    """
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig", errors="replace"), newline=""))
    try:
        table = list(rows)
    except csv.Error:
        return {}
    if not table:
        return {}
    columns = _columns(table[0], table[1:])
    listed = (_listed(row, columns) for row in table[1:])
    return {name: said for name, said in listed if name}


def _columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    named = [cell.strip().lower() for cell in header]
    columns = {key: named.index(words) for key, words in _HEADERS.items() if words in named}
    if "file" in columns:
        return columns
    paths = [at for row in rows for at, cell in enumerate(row) if cell.startswith("activities/")]
    return {**_PLACES, "file": paths[0]} if paths else {}


def _listed(row: Sequence[str], columns: Mapping[str, int]) -> tuple[str, Listed]:
    def cell(key: str) -> str:
        at = columns.get(key, len(row))
        return row[at].strip() if at < len(row) else ""

    effort = number(cell("effort"))
    title = cell("title")
    said = Listed(
        title=title[:200],
        sport=sport_of(cell("sport")),
        effort=round(effort) if not math.isnan(effort) and 0 <= effort <= 10 else None,
        race=says_race(title) or number(cell("race")) > 0,
        start=listed_moment(cell("date")),
    )
    return cell("file"), said
