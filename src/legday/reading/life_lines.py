"""Decides what the notation says of plan and life: skipped, moved, swapped, away, what a run was for, what was promised."""

from datetime import date

from legday.model.lines import (
    AwayLine,
    ExtraLine,
    KindLine,
    MoveLine,
    PromiseLine,
    SkipLine,
    SwapLine,
)
from legday.model.runner import Opening
from legday.model.runs import RunKind
from legday.reading.gear_words import gear_words
from legday.reading.words import Words


def skip_line(words: Words, day: date) -> SkipLine:
    """`skip workout b 18:00 "travel"`: the letter, the planned time, or both."""
    at = words.maybe_clock()
    menu = "" if at else words.menu()
    line = SkipLine(day=day, menu=menu, at=at or words.maybe_clock(), note=words.note())
    words.end()
    return line


def move_line(words: Words, day: date) -> MoveLine:
    """`move workout b 18:00 to 2026-03-04 18:30 45 min`; letter and planned time where there is more than one session."""
    menu, at = words.maybe_menu(), words.maybe_clock()
    words.need(r"to(?!\S)", "is not where to", "move workout b to 2026-03-04 18:30 45 min")
    line = MoveLine(day=day, menu=menu, at=at, to=words.moment(), minutes=words.minutes())
    words.end()
    return line


def extra_line(words: Words, day: date) -> ExtraLine:
    words.need(r"session(?!\S)", "is not the word session", "extra session 18:30 45 min")
    line = ExtraLine(day=day, at=words.clock(), minutes=words.minutes())
    words.end()
    return line


def swap_line(words: Words, day: date) -> SwapLine:
    """`swap squat for box-squat to 2026-03-20 "knee"`."""
    example = "swap squat for box-squat"
    was = words.names(r"for(?!\S)", "is not an exercise", example)
    words.need(r"for(?!\S)", "is not the word for", example)
    now = words.names(r'to(?!\S)|"|#|$', "is not an exercise", example)
    line = SwapLine(day=day, was=was, now=now, last=words.until(), why=words.note())
    words.end()
    return line


def away_line(words: Words, day: date) -> AwayLine:
    """`away to 2026-03-08 with body,bands no legs "note"`; instead of `no legs`: `open tue 18:00 45 min, 2026-03-05 07:00 30 min`."""
    words.need(r"to(?!\S)", "is not the last day", "away to 2026-03-08")
    line = AwayLine(
        day=day, last=words.day(), gear=gear_words(words), openings=_openings(words), note=words.note()
    )
    words.end()
    return line


def _openings(words: Words) -> tuple[Opening, ...] | None:
    if words.maybe(r"no\s+legs(?!\S)"):
        return ()
    if not words.said("open"):
        return None
    openings = [_opening(words)]
    while words.maybe(","):
        openings.append(_opening(words))
    return tuple(openings)


def _opening(words: Words) -> Opening:
    weekday = words.weekday()
    day = words.day() if weekday is None else None
    start = words.clock()
    minutes = words.need(r"(\d+)\s*min(?![^\s,])", "is not a length", "45 min")
    return Opening(start=start, minutes=words.whole(minutes[1], most=600, least=1), weekday=weekday, day=day)


def run_line(words: Words, day: date) -> KindLine:
    kinds = [kind.value for kind in RunKind]
    kind = words.need(rf"({'|'.join(kinds)})(?!\S)", "is not a kind of run", ", ".join(kinds))
    start = words.clock() if words.said("at") else None
    words.end()
    return KindLine(day=day, kind=RunKind(kind[1].lower()), start=start)


def promise_line(words: Words, day: date) -> PromiseLine:
    line = PromiseLine(day=day, menu=words.menu(), start=words.clock(), minutes=words.minutes())
    words.end()
    return line
