"""Decides what was typed in a form: words only, trimmed, and numbers inside their bounds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from fastapi import Depends, Request

from legday.model.quantities import grams_from
from legday.model.runner import Units

MOST_LETTERS = 2_000
"""A field holds no more than this; the rest of it is cut off (our setting)."""


@dataclass(slots=True)
class Typed:
    """The fields of a form in their order, and what is wrong with them: the key of a sentence by the name of the field."""

    fields: tuple[tuple[str, str], ...] = ()
    problems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, object]]) -> "Typed":
        """The fields that hold text; files are left out."""
        kept = ((name, value) for name, value in pairs if isinstance(value, str))
        return cls(tuple((name, value[:MOST_LETTERS].replace("\0", "").strip()) for name, value in kept))

    def text(self, name: str) -> str:
        """The last value of a field, empty where it is not there."""
        return next((value for key, value in reversed(self.fields) if key == name), "")

    def every(self, name: str) -> list[str]:
        """All values of a field."""
        return [value for key, value in self.fields if key == name]

    def whole(self, name: str, *, least: int, most: int) -> int | None:
        """A whole number; None where nothing was typed, or something else, which then is a problem of the field."""
        text = self.text(name)
        if not text:
            return None
        if text.isascii() and text.isdecimal() and len(text) < 10 and least <= int(text) <= most:
            return int(text)
        self.problems[name] = "number"
        return None

    def grams(self, name: str, units: Units) -> int | None:
        """A weight in the runner's units, with a point or a comma, as grams; None where none was typed. InputError past 1,000 kg."""
        text = self.text(name).replace(",", ".")
        if not text:
            return None
        digits = text.replace(".", "", 1)
        if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
            self.problems[name] = "weight"
            return None
        return grams_from(float(text), "lb" if units is Units.IMPERIAL else "kg", place=name)

    def day(self, name: str, *, today: date) -> date:
        """A date up to today; today where none was typed. Another one is a problem of the field."""
        text = self.text(name)
        try:
            said = date.fromisoformat(text) if text else today
        except ValueError:
            said = date.max
        if said > today:
            self.problems[name] = "day"
            return today
        return said


async def _typed(request: Request) -> Typed:
    form = await request.form()
    return Typed.of(form.multi_items())


Form = Annotated[Typed, Depends(_typed)]
"""What a page that is sent a form is given."""
