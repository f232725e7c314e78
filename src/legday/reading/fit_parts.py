"""Decides where the parts of a FIT file lie: files in a chain, messages in a file, and the way on past broken ones."""

import struct
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

MAGIC = b".FIT"

SURE_AFTER = 12
"""So many messages in a row that fit their definitions are no chance (our setting)."""

SEARCHED_BYTES = 65_536
MOST_GAPS = 50
"""How far past a break the way on is searched, and how often (our settings)."""

Sizes = dict[int, int]
"""Bytes of a message by its local number, as the definitions so far say."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a chain: where it begins, its header, its declared body, in bytes."""

    begin: int
    header: int
    body: int

    @property
    def end(self) -> int:
        return self.begin + self.header + self.body + 2


def part_at(data: bytes, begin: int) -> Part | None:
    """The file that begins here; None where no header stands."""
    if data[begin + 8 : begin + 12] != MAGIC or data[begin] < 12 or len(data) < begin + data[begin]:
        return None
    return Part(begin, data[begin], struct.unpack_from("<I", data, begin + 4)[0])


def message_ends(data: bytes) -> Iterator[int]:
    """Where each message ends, through all files of a chain, as far as definitions lead."""
    begin = 0
    while (part := part_at(data, begin)) is not None:
        yield from _ends(data, part.begin + part.header, min(part.end - 2, len(data)), {})
        begin = part.end


def _ends(data: bytes, at: int, end: int, sizes: Sizes) -> Iterator[int]:
    """Where each whole message from `at` on ends; `sizes` learns from the definitions passed."""
    while at < end:
        head = data[at]
        if head & 0x80 or not head & 0x40:
            local = (head >> 5) & 3 if head & 0x80 else head & 15
            if local not in sizes or (not head & 0x80 and head & 0x30):
                return
            at += 1 + sizes[local]
        else:
            at, sizes[head & 15] = _definition(data, at)
        if at > end:
            return
        yield at


def _definition(data: bytes, at: int) -> tuple[int, int]:
    """Where the definition at `at` ends, and how large its messages are; past all ends where it is none."""
    if data[at + 1 : at + 3] not in {b"\0\0", b"\0\1"}:
        return len(data) + 1, 0
    size = 0
    blocks = 2 if data[at] & 0x20 else 1
    at += 5
    for _ in range(blocks):
        count = data[at] if at < len(data) else 0
        size += sum(data[at + 2 : at + 1 + 3 * count : 3])
        at += 1 + 3 * count
    return at, size


@dataclass(frozen=True, slots=True)
class Gap:
    """Bytes that are no message: from `begin` up to `end`."""

    begin: int
    end: int


def gaps_in(data: bytes) -> tuple[Gap, ...]:
    """The broken places of a single file after which messages go on; () where it is whole, a chain, or nothing goes on."""
    part = part_at(data, 0)
    if part is None or part.end < len(data):
        return ()
    end = min(part.end - 2, len(data))
    gaps: list[Gap] = []
    sizes: Sizes = {}
    at = part.header
    while len(gaps) < MOST_GAPS:
        at = _last(_ends(data, at, end, sizes), at)
        onward = _onward(data, at, end, sizes) if at < end else None
        if onward is None:
            break
        gaps.append(Gap(at, onward))
        at = onward
    return tuple(gaps)


def _last(ends: Iterator[int], begin: int) -> int:
    passed = deque(ends, maxlen=1)
    return passed[0] if passed else begin


def _onward(data: bytes, broken: int, end: int, sizes: Sizes) -> int | None:
    """The next byte from which enough messages follow one another; None where there is none near."""
    for begin in range(broken + 1, min(broken + SEARCHED_BYTES, end)):
        steps = _ends(data, begin, end, dict(sizes))
        if sum(1 for _, _ in zip(range(SURE_AFTER), steps, strict=False)) == SURE_AFTER:
            return begin
    return None


def without(data: bytes, gaps: tuple[Gap, ...]) -> bytes:
    """The file without its gaps, its declared size set right (its checksum not)."""
    edges = [0, *(edge for gap in gaps for edge in (gap.begin, gap.end)), len(data)]
    kept = b"".join(data[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))
    part = part_at(data, 0)
    lost = sum(gap.end - gap.begin for gap in gaps)
    body = 0 if part is None else part.body - lost
    return kept[:4] + struct.pack("<I", body) + kept[8:]
