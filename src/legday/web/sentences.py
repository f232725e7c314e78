"""Decides how a sentence that the planner wrote in English reads in another language: by patterns, as a whole or not at all."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from legday.model.catalogue import Catalogue

Patterns = Mapping[str, Mapping[str, str]]
"""For each kind of words its English patterns, each with how it reads in the other language."""

SAID, TEXT, JOINTS = "said", "text", "joints"
"""The kinds of one sentence, and of several after another; and the section that says how several things are joined."""

PLACE = re.compile(r"\{(\w+)(?::(\w+)(\*?))?\}")
"""`{day}`, `{planned:day}`, `{days:day*}`."""

READABLE = {
    "digits": re.compile(r"\d+"),
    "number": re.compile(r"\d+(?:\.\d+)?"),
    "clock": re.compile(r"\d{1,2}:\d\d"),
    "tempo": re.compile(r"\d+(?:-\d+)+"),
    "id": re.compile(r"[\w-]+"),
    "word": re.compile(r"[^\W\d_]+"),
    "words": re.compile(r".+", re.DOTALL),
}
"""Kinds that are the same in every language, but for the sign of `number`."""

REMEMBERED = 20_000
"""Sentences and parts of them that are remembered with how they read: a plan of 16 weeks has a few hundred (our setting)."""
LONGEST = 2_500
"""What is longer is no sentence of the planner (our setting)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a pattern: its name, the kind of words in it, and whether it may hold several of them."""

    name: str
    kind: str
    several: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """An English pattern taken apart: `words[0]`, the first place, `words[1]` … and how it reads; `told` has the places by name.

    `sign` is the longest of the words: a text without it is not looked at any closer.
    """

    words: tuple[str, ...]
    places: tuple[Place, ...]
    told: str
    sign: str

    @property
    def length(self) -> int:
        """How much of it is words."""
        return sum(map(len, self.words))


def pattern_of(english: str, told: str) -> Pattern:
    """`Only {gap:span} left` taken apart."""
    places = tuple(
        Place(name=found[1], kind=found[2] or found[1], several=bool(found[3]))
        for found in PLACE.finditer(english)
    )
    words = tuple(PLACE.sub("\0", english).split("\0"))
    return Pattern(words=words, places=places, told=told, sign=max(words, key=len))


def read_patterns(file: Path) -> Patterns:
    """The patterns of one language."""
    patterns: Patterns = tomllib.loads(file.read_text("utf-8"))
    return patterns


class Sentences:
    """The planner's sentences in one language: `english` is the catalogue they were written with, `own` that of the language."""

    def __init__(self, patterns: Patterns, *, english: Catalogue, own: Catalogue, decimal: str) -> None:
        self._patterns = {
            kind: sorted((pattern_of(*pair) for pair in pairs.items()), key=lambda one: -one.length)
            for kind, pairs in patterns.items()
        }
        self._joints = patterns.get(JOINTS, {})
        self._names = _names(english, own)
        self._decimal = decimal
        self._told = lru_cache(REMEMBERED)(self._told_anew)
        self._text = lru_cache(REMEMBERED)(self._text_anew)
        self._read = lru_cache(REMEMBERED)(self._read_anew)
        self._listed = lru_cache(REMEMBERED)(self._listed_anew)

    def told(self, text: str) -> str | None:
        """How a text of one or more sentences reads; None where any of it is not known. A part of a sentence stays one: no capital, no
        full stop."""
        return self._told(text)

    def _told_anew(self, text: str) -> str | None:
        try:
            return self._text(text) if len(text) <= LONGEST else None
        except RecursionError:  # parts within parts that no planner writes
            return None

    def _text_anew(self, text: str) -> str | None:
        whole = self._sentence(text)
        if whole is not None:
            return whole
        for end in _ends(text):
            first = self._sentence(text[:end])
            rest = None if first is None else self._text(text[end + 1 :])
            if rest is not None:
                return f"{first} {rest}"
        return None

    def _sentence(self, text: str) -> str | None:
        """One sentence or a part of one, with the capital and the full stop that it has in English."""
        body, stop = (text[:-1], ".") if text.endswith(".") else (text, "")
        for said in dict.fromkeys((body, _lowered(body))):
            told = self._read(SAID, said)
            if told:
                return f"{_raised(told) if stop or body[:1].isupper() else told}{stop}"
        return None

    def _read_anew(self, kind: str, text: str) -> str | None:
        """How a text reads as one of a kind; None where it is none."""
        if kind == TEXT:
            return self._text(text)
        if kind in READABLE:
            told = text if READABLE[kind].fullmatch(text) else None
            return told.replace(".", self._decimal) if told and kind == "number" else told
        if kind in self._names:
            return self._names[kind].get(text.lower())
        signed = (pattern for pattern in self._patterns[kind] if pattern.sign in text)
        return next((told for one in signed if (told := self._fitted(one, text)) is not None), None)

    def _fitted(self, pattern: Pattern, text: str) -> str | None:
        """How a text reads by a pattern; None where it does not fit."""
        first, last = pattern.words[0], pattern.words[-1]
        if not pattern.places:
            return pattern.told if text == first else None
        if not (text.startswith(first) and text.endswith(last)):
            return None
        held = self._held(pattern, 0, text[len(first) :])
        return None if held is None else PLACE.sub(lambda found: held[found[1]], pattern.told)

    def _held(self, pattern: Pattern, number: int, text: str) -> dict[str, str] | None:
        """What the places from `number` on hold, where the text goes on with the first of them: the shortest that can be read, first."""
        place, after = pattern.places[number], pattern.words[number + 1]
        if number == len(pattern.places) - 1:
            told = self._place(place, text.removesuffix(after)) if text.endswith(after) else None
            return None if told is None else {place.name: told}
        for end in _found(after, text):
            more = text[end + len(after) :]
            if not after and self._held(pattern, number + 1, more) is None:
                continue  # where no words end a place, what follows it is short as a rule, and quickly ruled out
            told = self._place(place, text[:end])
            rest = None if told is None else self._held(pattern, number + 1, more)
            if told is not None and rest is not None:
                return {place.name: told, **rest}
        return None

    def _place(self, place: Place, text: str) -> str | None:
        return (self._listed if place.several else self._read)(place.kind, text)

    def _listed_anew(self, kind: str, text: str) -> str | None:
        """Several of a kind, joined; one alone first."""
        one = self._read(kind, text)
        if one is not None:
            return one
        for joint, told in self._joints.items():
            for end in _found(joint, text):
                first = self._read(kind, text[:end])
                rest = None if first is None else self._listed(kind, text[end + len(joint) :])
                if rest is not None:
                    return f"{first}{told}{rest}"
        return None


def _found(words: str, text: str) -> Iterator[int]:
    """Where words stand in a text; everywhere where they are none."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _ends(text: str) -> Iterator[int]:
    """Where a sentence may end and another begin."""
    return (found.end() - 1 for found in re.finditer(r"[.?!:)] ", text))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _names(english: Catalogue, own: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """What the catalogues name, by kind: the English words (or an id) in small letters, and the words of the language."""
    flags = [(one, own.red_flags[name]) for name, one in english.red_flags.items()]
    conditions = [(one, own.conditions[name]) for name, one in english.conditions.items()]
    pairs: Mapping[str, list[tuple[str, str]]] = {
        "exercise": [
            *((name, own.name(name)) for name in english.words),
            *((words.name, own.name(name)) for name, words in english.words.items()),
        ],
        "place": [(one.name, same.name) for one, same in conditions],
        "advice": [(one.words, same.words) for one, same in conditions],
        "flag": [(one.name, same.name) for one, same in flags],
        "flag_advice": [(one.advice, same.advice) for one, same in flags],
        "flag_question": [(one.question, same.question) for one, same in flags],
        "menu": [(one.title, own.workouts[name].title) for name, one in english.workouts.items()],
        "label": [
            (said, own.rulebook[name].names[number])
            for name, rule in english.rulebook.rules.items()
            for number, said in rule.names.items()
        ],
        "rule": [
            (said, rule.title) for name, rule in own.rulebook.rules.items() for said in (name, f"`{name}`")
        ],
    }
    return {kind: _both_ways(said) for kind, said in pairs.items()}


def _both_ways(pairs: list[tuple[str, str]]) -> Mapping[str, str]:
    """Each with its last full stop and without."""
    stopped = {words.lower(): told for words, told in pairs}
    return {words.rstrip("."): told.rstrip(".") for words, told in stopped.items()} | stopped
