"""Builds FIT files byte by byte, right or wrong on purpose, so that a test can say exactly what is in them."""

import struct
from collections.abc import Sequence
from datetime import UTC, datetime

FIT_EPOCH = 631_065_600
ENUM, UINT8, UINT16, SINT32, UINT32, STRING, BYTE = 0x00, 0x02, 0x84, 0x85, 0x86, 0x07, 0x0D
_LETTERS = {ENUM: "B", UINT8: "B", UINT16: "H", SINT32: "i", UINT32: "I", BYTE: "B"}

FILE_ID, SESSION, LAP, RECORD, ACTIVITY, FIELD_DESCRIPTION, DEVELOPER_DATA_ID = 0, 18, 19, 20, 34, 206, 207
RUNNING, CYCLING, ACTIVITY_FILE, SETTINGS_FILE = 1, 2, 4, 2

Field = tuple[int, int, float]
"""Number, base type, raw value."""


def fit_time(text: str) -> int:
    """Seconds since 1989-12-31 of an ISO moment in UTC."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) - FIT_EPOCH


def checksum(data: bytes) -> int:
    """CRC-16/ARC, as FIT uses it."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def definition(local: int, message: int, fields: Sequence[tuple[int, int, int]], *, big: bool = False,
               developer: Sequence[tuple[int, int, int]] = ()) -> bytes:  # fmt: skip
    """A definition message; `fields` as (number, size, base type)."""
    order = ">" if big else "<"
    head = 0x40 | local | (0x20 if developer else 0)
    body = struct.pack(f"{order}BBBHB", head, 0, int(big), message, len(fields))
    body += b"".join(struct.pack("BBB", *field) for field in fields)
    return body + (
        bytes([len(developer)]) + b"".join(struct.pack("BBB", *each) for each in developer)
        if developer
        else b""
    )


def message(local: int, number: int, *fields: Field, big: bool = False) -> bytes:
    """A definition and one data message of it."""
    order = ">" if big else "<"
    letters = [_LETTERS[base] for _, base, _ in fields]
    sizes = [
        (number_, struct.calcsize(letter), base)
        for (number_, base, _), letter in zip(fields, letters, strict=True)
    ]
    values = struct.pack(f"{order}{''.join(letters)}", *(int(value) for _, _, value in fields))
    return definition(local, number, sizes, big=big) + bytes([local]) + values


def file_id(kind: int = ACTIVITY_FILE, created: str = "2026-03-01T08:00:00") -> bytes:
    return message(0, FILE_ID, (0, ENUM, kind), (1, UINT16, 1), (4, UINT32, fit_time(created)))


def session(start: str | None = "2026-03-01T08:00:00", *, seconds: int = 60, metres: int = 180, sport: int = RUNNING,
            sub_sport: int = 0, big: bool = False) -> bytes:  # fmt: skip
    fields: list[Field] = (
        [] if start is None else [(253, UINT32, fit_time(start) + seconds), (2, UINT32, fit_time(start))]
    )
    fields += [(5, ENUM, sport), (6, ENUM, sub_sport), (7, UINT32, seconds * 1000), (8, UINT32, seconds * 1000),
               (9, UINT32, metres * 100)]  # fmt: skip
    return message(1, SESSION, *fields, big=big)


def record(
    moment: int, *, metres: float = 0, rate: int = 140, big: bool = False, more: Sequence[Field] = ()
) -> bytes:
    return message(
        2, RECORD, (253, UINT32, moment), (5, UINT32, metres * 100), (3, UINT8, rate), *more, big=big
    )


def records(
    start: str = "2026-03-01T08:00:00", *, count: int = 61, speed: float = 3.0, big: bool = False
) -> bytes:
    begin = fit_time(start)
    return b"".join(record(begin + at, metres=at * speed, big=big) for at in range(count))


def fit_file(
    *messages: bytes, declared: int | None = None, crc: int | None = None, header: int = 14
) -> bytes:
    """The messages in a file; `declared` and `crc` say something wrong on purpose."""
    body = b"".join(messages)
    size = len(body) if declared is None else declared
    head = struct.pack("<BBHI4s", header, 0x10, 100, size, b".FIT") + (b"\0\0" if header == 14 else b"")
    return head + body + struct.pack("<H", checksum(head + body) if crc is None else crc)


def run_file(**wrong: int) -> bytes:
    """A minute of running, 3 metres a second."""
    return fit_file(file_id(), records(), session(), **wrong)
