"""Decides how a line of the journal is written as plain text that the notation's parser reads back as the same line."""

from collections.abc import Iterable
from datetime import time

from legday.model.journal import JournalLine, KindLine, PainLine, PromiseLine, SetsLine, SkipLine


def print_lines(lines: Iterable[JournalLine]) -> str:
    """One line of text for each, in the order given; the text ends with a newline unless it is empty."""
    return "".join(f"{print_line(line)}\n" for line in lines)


def print_line(line: JournalLine) -> str:
    """`2026-03-02 squat 3x10 40 kg rir 2 at 18:05 "felt light"`; weights in kg to the gram."""
    return f"{line.day.isoformat()} {_what(line)}"


def _what(line: JournalLine) -> str:
    match line:
        case SetsLine():
            return _sets(line)
        case PainLine():
            words = ["pain", line.place, line.side, f"{line.score}/10", line.when, _quoted(line.note)]
            return " ".join(word for word in words if word)
        case SkipLine():
            return f"skip workout {line.menu.lower()}{' ' if line.note else ''}{_quoted(line.note)}"
        case KindLine():
            return f"run {line.kind.value}{_at(line.start)}"
        case PromiseLine():
            return f"promise workout {line.menu.lower()} {_clock(line.start)} {line.minutes} min"


def _sets(line: SetsLine) -> str:
    text = f"{line.exercise} {line.sets}x{line.reps}{' s' if line.seconds else ''}"
    if line.weight_g is not None:
        text += f" {_weight(line.weight_g)}"
    if line.rir is not None:
        text += f" rir {line.rir}"
    text += _at(line.at)
    return f"{text} {_quoted(line.note)}" if line.note else text


def _weight(grams: int) -> str:
    if grams == 0:
        return "bodyweight"
    kilograms, rest = divmod(grams, 1000)
    return f"{kilograms}{f'.{rest:03d}'.rstrip('0') if rest else ''} kg"


def _at(start: time | None) -> str:
    return f" at {_clock(start)}" if start is not None else ""


def _clock(start: time) -> str:
    return f"{start.hour:02d}:{start.minute:02d}"


def _quoted(note: str) -> str:
    if not note:
        return ""
    escaped = note.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
