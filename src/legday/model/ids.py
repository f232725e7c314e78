"""Decides how an entry gets its id: UUIDv7, so that ids made later sort later."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

RANDOM_BYTES = 10
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def new_id(now: datetime, random_bytes: bytes) -> UUID:
    """A UUIDv7 (RFC 9562 §5.7) of the aware moment `now` (to the millisecond) and ten bytes of chance.

    ValueError for a moment without a zone, before 1970, or for other than ten bytes.
    """
    if now.tzinfo is None:
        raise ValueError(f"{now!r} has no zone; an id needs an aware moment")
    if len(random_bytes) != RANDOM_BYTES:
        raise ValueError(f"{len(random_bytes)} bytes of chance given, {RANDOM_BYTES} needed")
    milliseconds = (now - _EPOCH) // timedelta(milliseconds=1)
    if milliseconds < 0:
        raise ValueError(f"{now!r} is before 1970")
    chance = int.from_bytes(random_bytes)
    high, low = chance >> 62 & 0xFFF, chance & (1 << 62) - 1
    return UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


def derived_id(moment: datetime, *facts: str) -> UUID:
    """The id of what is known by `facts` alone: the same facts at the same aware moment always give the same one."""
    return new_id(moment, sha256("\x1f".join(facts).encode()).digest()[:RANDOM_BYTES])
