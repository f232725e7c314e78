"""Decides what is known of one file found under a path, before it is read."""

from dataclasses import dataclass
from datetime import datetime

from legday.model.runs import Sport


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file found: its name (path inside what was given), its unpacked bytes, what an export's list says of it.

    `problem` says in words why its bytes are not here. `effort` 0–10, `listed` the start an export lists.
    """

    name: str
    data: bytes = b""
    problem: str = ""
    title: str = ""
    sport: Sport | None = None
    effort: int | None = None
    race: bool = False
    listed: datetime | None = None
