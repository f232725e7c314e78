"""Decides what the cells of a strength log say: numbers, moments, lengths and efforts in the ways of several countries."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime

MONTHS = {
    "jan": 1, "ene": 1, "gen": 1, "feb": 2, "fev": 2, "mar": 3, "mrt": 3, "apr": 4, "avr": 4, "abr": 4,
    "may": 5, "mai": 5, "maj": 5, "mag": 5, "mei": 5, "jun": 6, "giu": 6, "juin": 6, "jul": 7, "lug": 7, "juil": 7,
    "aug": 8, "aou": 8, "ago": 8, "avg": 8, "sep": 9, "set": 9, "oct": 10, "okt": 10, "out": 10, "ott": 10,
    "nov": 11, "dec": 12, "dez": 12, "dic": 12,
}  # fmt: skip
"""The first letters of months in English, German, Spanish, French, Italian, Portuguese, Dutch and Slovenian, without accents."""

_CLOCK = r"(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?\s?m?\.?"
_WORDED = re.compile(
    rf"(\d{{1,2}})\.?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{{4}}),?\s+(?:\D{{1,3}}\s)?{_CLOCK}",
    re.IGNORECASE,
)
_WORDED_MONTH_FIRST = re.compile(
    rf"([^\W\d_]+)\.?\s+(\d{{1,2}}),?\s+(\d{{4}}),?\s+(?:at\s+)?{_CLOCK}", re.IGNORECASE
)
_DOTTED = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}}),?\s+{_CLOCK}", re.IGNORECASE)
_LENGTH = re.compile(r"(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s)?", re.IGNORECASE)


class NoCell(ValueError):
    """A cell that says nothing of the kind asked for."""


def cell_number(cell: str) -> float | None:
    """`62,5`, `62.5`, `1.062,5` and `1,062.5`; None for an empty cell. NoCell where it is no number.

    A single comma is decimal: no log writes thousands of kilograms. `+` and minus signs of any kind may stand before it.
    """
    text = re.sub(r"[\s\u00a0\u202f']", "", cell).replace("\u2212", "-")
    if not text:
        return None
    if "," in text and "." in text:
        thousands = "," if text.rindex(".") > text.rindex(",") else "."
        text = text.replace(thousands, "")
    text = text.replace(",", ".")
    if not re.fullmatch(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", text) or len(text) > 15:
        raise NoCell(f"{cell.strip()!r} is no number")
    return float(text)


def cell_whole(cell: str) -> int | None:
    """A whole number, also written `8.0`. NoCell where it is none."""
    number = cell_number(cell)
    if number is None:
        return None
    if number != int(number) or number < 0:
        raise NoCell(f"{cell.strip()!r} is no whole number")
    return int(number)


def cell_seconds(cell: str) -> int | None:
    """Whole seconds out of `60`, `59.6` or `1:30`; None for an empty cell."""
    if found := re.fullmatch(r"\s*(?:(\d+):)?(\d{1,2}):(\d{2})\s*", cell):
        return (int(found[1] or 0) * 60 + int(found[2])) * 60 + int(found[3])
    number = cell_number(cell)
    return None if number is None else round(number)


def cell_moment(cell: str) -> datetime:
    """A moment in any of the forms seen: ISO (with or without a zone), `28 Mar 2025, 17:29`, `Jan 1, 2024, 10:00 AM`, `05.06.2026, 07:30`.

    NoCell where it is none of them, or a date that does not exist.
    """
    text = " ".join(cell.replace("\u202f", " ").split())
    try:
        return _moment(text).replace(microsecond=0)
    except (ValueError, KeyError):
        raise NoCell(f"{text[:40]!r} is no date with a time") from None


def _moment(text: str) -> datetime:
    if re.match(r"\d{4}-\d", text):
        return datetime.fromisoformat(text)
    if found := _WORDED.fullmatch(text):
        return _built(found[3], _month(found[2]), found[1], found.groups()[3:])
    if found := _WORDED_MONTH_FIRST.fullmatch(text):
        return _built(found[3], _month(found[1]), found[2], found.groups()[3:])
    if found := _DOTTED.fullmatch(text):
        return _built(found[3], int(found[2]), found[1], found.groups()[3:])
    raise ValueError(text)


def _month(word: str) -> int:
    bare = unicodedata.normalize("NFKD", word.lower()).encode("ascii", "ignore").decode()
    return MONTHS.get(bare[:4]) or MONTHS[bare[:3]]


def _built(year: str, month: int, day: str, clock: Sequence[str | None]) -> datetime:
    """`clock` is hour, minute, second and half of the day (a, p), as far as they stand there."""
    at, minute, second = (int(part or 0) for part in clock[:3])
    half = clock[3]
    if half:
        at = at % 12 + (12 if half.lower() == "p" else 0)
    return datetime(int(year), month, int(day), at, minute, second)  # noqa: DTZ001 - a wall clock


def cell_minutes(cell: str, *, bare_seconds: bool) -> int | None:
    """Minutes of `1h 2m`, `58m`, `1h 5m 3s`, or of a bare number of seconds (minutes where not `bare_seconds`); None where it says none."""
    text = cell.strip()
    found = _LENGTH.fullmatch(text)
    if text and found and any(found.groups()):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return round((hours * 3600 + minutes * 60 + seconds) / 60)
    try:
        number = cell_seconds(text)
    except NoCell:
        return None
    return None if not number else round(number / 60) if bare_seconds or ":" in text else number


def cell_reserve(cell: str) -> int | None:
    """Repetitions in reserve out of an RPE of 1 to 10: what is left to 10, halves to the harder side. 0 and empty say nothing."""
    try:
        rpe = cell_number(cell)
    except NoCell:
        return None
    return int(10 - rpe) if rpe is not None and 1 <= rpe <= 10 else None
