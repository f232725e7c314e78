"""Decides how a line of the notation is read from left to right, and what is said of the word that does not fit."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from legday.model.errors import InputError, NotationError
from legday.model.quantities import grams_from

NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(slots=True)
class Words:
    """A line being read from left to right; each method takes what it is asked for, or says what stands there instead."""

    rest: str
    place: str

    def maybe(self, pattern: str) -> re.Match[str] | None:
        """What matches `pattern` here, in any case, taken off; None and nothing taken where it does not."""
        found = re.match(pattern, self.rest, re.IGNORECASE)
        if found:
            self.rest = self.rest[found.end() :].lstrip()
        return found

    def said(self, word: str) -> bool:
        """Whether `word` stands here; taken off where it does."""
        return self.maybe(rf"{word}(?!\S)") is not None

    def need(self, pattern: str, problem: str, remedy: str) -> re.Match[str]:
        found = self.maybe(pattern)
        if found is None:
            raise self.error(problem, remedy)
        return found

    def error(self, problem: str, remedy: str, *, value: str | None = None) -> NotationError:
        word = re.match(r"\S*", self.rest)
        stands = value if value is not None else (word[0] if word else "")
        return NotationError(value=stands, place=self.place, problem=problem, remedy=remedy)

    def at_end(self) -> bool:
        return not self.rest or self.rest.startswith("#")

    def end(self) -> None:
        if not self.at_end():
            raise self.error("is more than this line can say", "a comment after #, or nothing")

    def day(self) -> date:
        remedy = "written 2026-03-02"
        said = self.need(r"\d{4}-\d{2}-\d{2}(?!\S)", "is not a date", remedy)[0]
        try:
            return date.fromisoformat(said)
        except ValueError:
            raise self.error("is not a date", remedy, value=said) from None

    def until(self) -> date | None:
        """The date after `to`; None where none is said."""
        return self.day() if self.said("to") else None

    def clock(self) -> time:
        said = self.need(r"(\d{1,2}):(\d{2})(?!\S)", "is not a time of day", "written 18:05")
        if int(said[1]) > 23 or int(said[2]) > 59:
            raise self.error("is not a time of day", "written 18:05", value=said[0])
        return time(int(said[1]), int(said[2]))

    def maybe_clock(self) -> time | None:
        return self.clock() if re.match(r"\d{1,2}:\d", self.rest) else None

    def moment(self) -> datetime:
        """`2026-03-02 18:05`, the wall clock."""
        day = self.day()
        return datetime.combine(day, self.clock())

    def minutes(self) -> int:
        """The whole minutes of `45 min`."""
        said = self.need(r"(\d+)\s*min(?!\S)", "is not a length", "45 min")
        return self.whole(said[1], most=600, least=1)

    def maybe_minutes(self) -> int | None:
        return self.minutes() if re.match(r"\d+\s*min(?!\S)", self.rest, re.IGNORECASE) else None

    def whole(self, said: str, *, most: int, least: int = 0) -> int:
        """`said` as a number between `least` and `most`."""
        if not said.isdecimal() or len(said) > 9 or not least <= int(said) <= most:
            raise self.error("is out of bounds", f"between {least} and {most}", value=said)
        return int(said)

    def note(self) -> str:
        """The quoted words at the end; empty where there are none."""
        if not self.rest.startswith('"'):
            return ""
        found = self.need(r'"((?:[^"\\]|\\["\\nr])*)"', "is a quote that does not end", 'a " at its end')
        signs = {"n": "\n", "r": "\r"}
        return re.sub(r"\\(.)", lambda sign: signs.get(sign[1], sign[1]), found[1])

    def menu(self) -> str:
        """The letter after `workout`, as menus have it: a capital."""
        self.need(r"workout(?!\S)", "is not the word workout", "workout a")
        return self.need(r"([a-z])(?!\S)", "is not a workout's letter", "workout a")[1].upper()

    def maybe_menu(self) -> str:
        return self.menu() if re.match(r"workout(?!\S)", self.rest, re.IGNORECASE) else ""

    def name(self, problem: str, remedy: str) -> str:
        """One word: an id."""
        return self.need(rf"({NAME})(?!\S)", problem, remedy)[1].lower()

    def names(self, stop: str, problem: str, remedy: str) -> str:
        """The words before `stop` as one name, joined by hyphens."""
        taken: list[str] = []
        while not re.match(stop, self.rest, re.IGNORECASE):
            taken.append(self.name(problem, remedy))
        if not taken:
            raise self.error(problem, remedy)
        return "-".join(taken)

    def score(self, *, most: int = 10, least: int = 0) -> int:
        """The number of `3/10`."""
        said = self.need(
            rf"(\d+)/{most}(?!\S)", "is not a score", f"3/{most}, from {least}/{most} to {most}/{most}"
        )
        return self.whole(said[1], most=most, least=least)

    def weekday(self) -> int | None:
        """0 for Monday; None where no weekday stands here."""
        found = self.maybe(rf"({'|'.join(_WEEKDAYS)})(?!\S)")
        return _WEEKDAYS.index(found[1].lower()) if found else None


def read_weight(words: Words) -> int | None:
    """Grams of `40 kg`, `90 lb` or `bodyweight`; None where no weight stands here."""
    if words.said("bodyweight"):
        return 0
    found = words.maybe(r"(\d+(?:[.,]\d+)?)\s*(kg|lbs|lb|g)(?!\S)")
    if found is None:
        return None
    try:
        return grams_from(float(found[1].replace(",", ".")), found[2].lower(), place=words.place)
    except InputError as refused:
        raise words.error(refused.problem, "0 to 1000 kg", value=found[0]) from None
