"""Decides what the journal's plain text says: one fact a line, or a sentence about the line that says none."""

from collections.abc import Callable
from datetime import date

from legday.model.errors import InputError
from legday.model.lines import JournalLine
from legday.reading.felt_lines import (
    cleared_line,
    ill_line,
    pain_line,
    red_flag_line,
    slept_line,
    sore_line,
    weigh_line,
)
from legday.reading.life_lines import (
    away_line,
    extra_line,
    move_line,
    promise_line,
    run_line,
    skip_line,
    swap_line,
)
from legday.reading.set_lines import session_line, sets_line
from legday.reading.words import Words


def read_journal_text(
    text: str, *, file: str = "journal", earliest: date = date.min
) -> tuple[JournalLine, ...]:
    """All lines of `text` in their order; blank lines and `# comments` say nothing.

    NotationError names the first line that does not parse, the word it stumbled over, and what belongs there; InputError the first one of
    a day before the `earliest` that is believed.
    """
    found: list[JournalLine] = []
    for number, words in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        place = f"{file}: line {number}"
        line = read_line(words, place=place)
        if line is None:
            continue
        if line.day < earliest:
            raise InputError(
                value=line.day.isoformat(),
                place=place,
                problem="is before you were born, or more than 100 years ago",
                remedy="the year again",
            )
        found.append(line)
    return tuple(found)


def read_line(line: str, *, place: str) -> JournalLine | None:
    """The fact in one line; None where there is none. NotationError says `place`."""
    words = Words(line.strip(), place=place)
    if words.at_end():
        return None
    return read_fact(words, words.day())


def read_fact(words: Words, day: date) -> JournalLine:
    """What the words after a date say."""
    for opener, rest in AFTER_THE_DAY.items():
        if words.said(opener):
            return rest(words, day)
    return sets_line(words, day)


AFTER_THE_DAY: dict[str, Callable[[Words, date], JournalLine]] = {
    "session": session_line,
    "pain": pain_line,
    "sore": sore_line,
    "slept": slept_line,
    "ill": ill_line,
    "away": away_line,
    "weigh": weigh_line,
    "cleared": cleared_line,
    "red-flag": red_flag_line,
    "skip": skip_line,
    "move": move_line,
    "extra": extra_line,
    "swap": swap_line,
    "run": run_line,
    "promise": promise_line,
}
"""The word after the date that says what a line is about; any other is an exercise."""
