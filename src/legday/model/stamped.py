"""Decides what every entry of the journal carries: who it is, and when it was made."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What all entries share: a client-made UUIDv7 and the aware moment they were made."""

    id: UUID
    at: datetime
