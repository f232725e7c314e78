"""Decides what the page says in each language: a folder of words a language, a file a page, with its forms of plural, dates and numbers."""

import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from legday.web.sentences import Sentences

HERE = Path(__file__).parent / "words"
DEFAULT = "en"
SENTENCES = "sentences.toml"
"""The file of a language that says how the planner's sentences read in it; English has none."""


@dataclass(frozen=True)
class Wording:
    """The words of one language (IETF tag). A key is `file.what`; a value may hold `{name}` of what is put in.

    `sentences` are the planner's, which writes English; None in English, and where nobody has told the catalogue they name things of.
    `rules` are the titles of the rules by their ids; empty until the catalogue was told.
    """

    language: str
    texts: Mapping[str, str]
    sentences: Sentences | None = None
    rules: Mapping[str, str] = field(default_factory=dict)

    def say(self, key: str, **values: object) -> str:
        """The words of `key`; a `count` takes `key.one` where the language says one of it, else `key.many`. KeyError for an unknown key."""
        if "count" in values and key not in self.texts:
            key = f"{key}.{'one' if values['count'] == 1 else 'many'}"
        return self.texts[key].format(**values)

    def read(self, told: str) -> str | None:
        """What the planner wrote, in this language; None where that cannot be said whole."""
        if self.language == DEFAULT:
            return told
        return self.sentences.told(told) if self.sentences else None

    def day(self, day: date) -> str:
        """`Tuesday, 24 November`, as the language writes it."""
        return self.say(
            "date.day",
            weekday=self.say(f"date.weekday.{day.isoweekday()}"),
            day=day.day,
            month=self.say(f"date.month.{day.month}"),
        )

    def short_day(self, day: date) -> str:
        """`Tue 24 Nov`."""
        return self.say(
            "date.short",
            weekday=self.say(f"date.weekday_short.{day.isoweekday()}"),
            day=day.day,
            month=self.say(f"date.month_short.{day.month}"),
        )

    @property
    def comma(self) -> bool:
        """Whether the language writes decimals with a comma."""
        return self.texts["date.decimal"] == ","

    def clock(self, moment: datetime) -> str:
        """`18:05`."""
        return f"{moment:%H:%M}"


def wordings() -> Mapping[str, Wording]:
    """Every language there is, by its tag."""
    return {folder.name: Wording(folder.name, _texts(folder)) for folder in sorted(HERE.iterdir())}


def language_of(accepted: str, known: Container[str]) -> str:
    """The language to answer in: the most wanted of an Accept-Language header that there is, else English."""
    wanted = []
    for place, part in enumerate(accepted.split(",")):
        tag, _, quality = part.strip().partition(";q=")
        try:
            wanted.append((-float(quality or 1), place, tag.lower().split("-")[0]))
        except ValueError:
            continue
    return next((tag for _, _, tag in sorted(wanted) if tag in known), DEFAULT)


def _texts(folder: Path) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for file in sorted(set(folder.glob("*.toml")) - {folder / SENTENCES}):
        found |= _flat(tomllib.loads(file.read_text("utf-8")), f"{file.stem}.")
    return found


def _flat(table: Mapping[str, object], before: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        name = f"{before}{key}"
        found += _flat(value, f"{name}.") if isinstance(value, Mapping) else [(name, str(value))]
    return found
