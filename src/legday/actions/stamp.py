"""Decides what a door hands to a verb that remembers: the id and the moment of the entry to be made."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Stamp:
    """A new entry's UUIDv7 and its aware moment; made at the door, since verbs know no clock and no chance."""

    id: UUID
    at: datetime
