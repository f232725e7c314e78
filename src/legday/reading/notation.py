"""Decides what the journal's plain text says: one fact a line, or a sentence about the line that says none."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from legday.model.errors import InputError, NotationError
from legday.model.journal import JournalLine, KindLine, PainLine, PromiseLine, SetsLine, SkipLine
from legday.model.quantities import grams_from
from legday.model.runs import RunKind

WHENS = ("during", "after", "next-morning")
"""When it hurt: while moving, the same day, or on waking."""

_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_SETS = r"(\d+)\s*[x×]\s*(\d+)(\s*s)?(?!\S)"


def read_journal_text(text: str, *, file: str = "journal") -> tuple[JournalLine, ...]:
    """All lines of `text` in their order; blank lines and `# comments` say nothing.

    NotationError names the first line that does not parse, the word it stumbled over, and what belongs there.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    read = (read_line(line, place=f"{file}: line {number}") for number, line in enumerate(lines, start=1))
    return tuple(line for line in read if line is not None)


def read_line(line: str, *, place: str) -> JournalLine | None:
    """The fact in one line; None where there is none. NotationError says `place`."""
    words = Words(line.strip(), place=place)
    if words.at_end():
        return None
    day = words.day()
    for opener, rest in _AFTER_THE_DAY.items():
        if words.maybe(rf"{opener}(?!\S)"):
            return rest(words, day)
    return _sets(words, day)


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

    def clock(self) -> time:
        said = self.need(r"(\d{1,2}):(\d{2})(?!\S)", "is not a time of day", "written 18:05")
        if int(said[1]) > 23 or int(said[2]) > 59:
            raise self.error("is not a time of day", "written 18:05", value=said[0])
        return time(int(said[1]), int(said[2]))

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

    def names(self, stop: str, problem: str, remedy: str) -> str:
        """The words before `stop` as one name, joined by hyphens."""
        taken: list[str] = []
        while not re.match(stop, self.rest, re.IGNORECASE):
            taken.append(self.need(rf"({_NAME})(?!\S)", problem, remedy)[1].lower())
        if not taken:
            raise self.error(problem, remedy)
        return "-".join(taken)


def read_weight(words: Words) -> int | None:
    """Grams of `40 kg`, `90 lb` or `bodyweight`; None where no weight stands here."""
    if words.maybe(r"bodyweight(?!\S)"):
        return 0
    found = words.maybe(r"(\d+(?:\.\d+)?)\s*(kg|lbs|lb|g)(?!\S)")
    if found is None:
        return None
    try:
        return grams_from(float(found[1]), found[2].lower(), place=words.place)
    except InputError as refused:
        raise words.error(refused.problem, "0 to 1000 kg", value=found[0]) from None


def _sets(words: Words, day: date) -> SetsLine:
    exercise = words.names(_SETS, "is not an exercise or sets", "2026-03-02 squat 3x10 40 kg rir 2")
    counts = words.need(_SETS, "is not sets and repetitions", "3x10, or 3x30 s")
    sets, reps = words.whole(counts[1], most=99, least=1), words.whole(counts[2], most=9999)
    weight_g = read_weight(words)
    rir = words.maybe(r"rir\s+(\S+)")
    line = SetsLine(
        day=day,
        exercise=exercise,
        sets=sets,
        reps=reps,
        weight_g=weight_g,
        rir=words.whole(rir[1], most=10) if rir else None,
        seconds=counts[3] is not None,
        at=words.clock() if words.maybe(r"at(?!\S)") else None,
        note=words.note(),
    )
    words.end()
    return line


def _pain(words: Words, day: date) -> PainLine:
    place = words.names(
        r"(left|right)(?!\S)|\d+/10(?!\S)", "is not a place or a score", "pain knee left 3/10"
    )
    side = words.maybe(r"(left|right)(?!\S)")
    score = words.need(r"(\d+)/10(?!\S)", "is not a score", "3/10, from 0/10 to 10/10")
    when = words.maybe(r"(during|after|next[ -]morning)(?!\S)")
    line = PainLine(
        day=day,
        place=place,
        score=words.whole(score[1], most=10),
        side=side[1].lower() if side else "",
        when=when[1].lower().replace(" ", "-") if when else "",
        note=words.note(),
    )
    words.end()
    return line


def _skip(words: Words, day: date) -> SkipLine:
    line = SkipLine(day=day, menu=words.menu(), note=words.note())
    words.end()
    return line


def _run(words: Words, day: date) -> KindLine:
    kinds = [kind.value for kind in RunKind]
    kind = words.need(rf"({'|'.join(kinds)})(?!\S)", "is not a kind of run", ", ".join(kinds))
    start = words.clock() if words.maybe(r"at(?!\S)") else None
    words.end()
    return KindLine(day=day, kind=RunKind(kind[1].lower()), start=start)


def _promise(words: Words, day: date) -> PromiseLine:
    menu, start = words.menu(), words.clock()
    minutes = words.need(r"(\d+)\s*min(?!\S)", "is not a length", "45 min")
    words.end()
    return PromiseLine(day=day, start=start, minutes=words.whole(minutes[1], most=600, least=1), menu=menu)


_AFTER_THE_DAY: dict[str, Callable[[Words, date], JournalLine]] = {
    "pain": _pain,
    "skip": _skip,
    "run": _run,
    "promise": _promise,
}
