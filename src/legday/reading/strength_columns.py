"""Decides whose strength log a table is, by the names of its columns, and which column says what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legday.model.strength_log import KILOGRAMS, POUNDS

STRONG, HEVY = "Strong", "Hevy"

_STRONG = {
    "date": "start",
    "workout name": "title",
    "exercise name": "exercise",
    "set order": "mark",
    "weight": "weight",
    "weight unit": "unit",
    "reps": "reps",
    "seconds": "seconds",
    "rpe": "rpe",
    "notes": "note",
    "duration": "length",
    "workout duration": "length",
    "workout notes": "session_note",
    "workout #": "number",
}
_HEVY = {
    "title": "title",
    "start_time": "start",
    "end_time": "end",
    "description": "session_note",
    "exercise_title": "exercise",
    "superset_id": "superset",
    "exercise_notes": "note",
    "set_type": "mark",
    "weight": "weight",
    "weight_kg": "weight_kg",
    "weight_lbs": "weight_lb",
    "weight_lb": "weight_lb",
    "reps": "reps",
    "duration_seconds": "seconds",
    "rpe": "rpe",
}
_NEEDED = {STRONG: {"start", "exercise", "mark", "reps"}, HEVY: {"start", "exercise", "reps"}}
_UNITS = {"kg": KILOGRAMS, "kgs": KILOGRAMS, "lb": POUNDS, "lbs": POUNDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A header understood: which app wrote it, which column is what; `unit` of all weights where the header names it.

    `seconds_long` is true where the column of lengths says that it counts seconds.
    """

    app: str
    places: Mapping[str, int]
    unit: str = ""
    seconds_long: bool = False

    def cell(self, row: Sequence[str], column: str) -> str:
        place = self.places.get(column)
        return row[place].strip() if place is not None and place < len(row) else ""


def columns_of(header: Sequence[str]) -> Columns | None:
    """The columns of a Strong or Hevy export in whatever order they stand; None for any other table."""
    cells = [" ".join(cell.lower().split()) for cell in header]
    bare = [re.sub(r"\s*\([^)]*\)$", "", cell) for cell in cells]
    for app, known in ((STRONG, _STRONG), (HEVY, _HEVY)):
        places = {known[name]: at for at, name in reversed(list(enumerate(bare))) if name in known}
        if places.keys() >= _NEEDED[app]:
            return Columns(
                app=app,
                places=places,
                unit=_unit_in(cells),
                seconds_long="duration (sec)" in cells,
            )
    return None


def unit_of(cell: str) -> str:
    """kg or lb as a cell names it; empty where it names none."""
    return _UNITS.get(cell.strip().lower().rstrip("."), "")


def _unit_in(cells: Sequence[str]) -> str:
    named = (re.fullmatch(r"weight \((\w+)\.?\)", cell) for cell in cells)
    return next((unit_of(found[1]) for found in named if found), "")
