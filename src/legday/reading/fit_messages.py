"""Decides how the bytes of a FIT file become messages: the fast way first, the patient way for what it refuses."""

import struct
from dataclasses import dataclass, replace
from typing import Any

from legday.model.errors import FileRefused, LimitExceeded
from legday.reading.fit_parts import MAGIC, Gap, gaps_in, message_ends, part_at, without
from legday.reading.limits import LIMITS, Limits

Message = dict[str, Any]

FIT_EPOCH = 631_065_600
"""1989-12-31T00:00:00Z in seconds since 1970, where FIT counts from."""

_MESSAGES_PER_SAMPLE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The messages of a FIT file in order, what was mended, and what could not be read (in words, with its byte)."""

    messages: list[Message]
    repairs: tuple[str, ...] = ()
    problem: str | None = None


def decoded(data: bytes, *, file: str, limits: Limits = LIMITS) -> Decoded:
    """All messages that can be read. FileRefused where no FIT header is found, LimitExceeded for too many messages."""
    if data[8:12] != MAGIC:
        raise FileRefused(file=file, reason="not a FIT file", at="byte 8")
    _check_count(data, file=file, limits=limits)
    messages = _fast(data)
    if messages is not None:
        return Decoded(messages=messages)
    mended, repairs = _mended(data)
    messages = _fast(mended) if mended is not data else None
    if messages is not None:
        return Decoded(messages=messages, repairs=repairs)
    gaps = gaps_in(mended)
    if not gaps:
        return _patient(mended, repairs, file=file, limits=limits)
    rest = _patient(without(mended, gaps), repairs, file=file, limits=limits)
    return replace(rest, problem=_said(gaps))


def _said(gaps: tuple[Gap, ...]) -> str:
    lost = sum(gap.end - gap.begin for gap in gaps)
    where = (
        f"at byte {gaps[0].begin:,}"
        if len(gaps) == 1
        else f"at {len(gaps)} places, first at byte {gaps[0].begin:,}"
    )
    return f"broken message {where}, {lost:,} bytes left out"


def _fast(data: bytes) -> list[Message] | None:
    from pyfitparsernative import parse_fit_bytes

    try:
        messages: list[Message] = parse_fit_bytes(data)
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException:  # noqa: BLE001 - a panic of the parser is no Exception; the patient way has the last word
        return None
    return messages


def _patient(data: bytes, repairs: tuple[str, ...], *, file: str, limits: Limits) -> Decoded:
    """Message by message, keeping what stands before the damage."""
    import fitdecode

    messages: list[Message] = []
    notes = list(repairs)
    problem = None
    end = 0
    reader = fitdecode.FitReader(
        data,
        processor=None,
        check_crc=fitdecode.CrcCheck.READONLY,
        error_handling=fitdecode.ErrorHandling.IGNORE,
        keep_raw_chunks=True,
    )
    frames = iter(reader)
    while problem is None:
        try:
            frame = next(frames, None)
        except Exception as error:  # noqa: BLE001 - damaged bytes make the library fail in any way there is
            problem = f"{_plain(error)}, at byte {end:,} of {len(data):,}"
            break
        if frame is None:
            break
        end = frame.chunk.offset + len(frame.chunk.bytes)
        if frame.frame_type == fitdecode.FIT_FRAME_DATA:
            messages.append(_message(frame))
            if len(messages) > limits.samples * _MESSAGES_PER_SAMPLE:
                raise LimitExceeded(file=file, reason=f"more than {limits.samples:,} samples")
        elif frame.frame_type == fitdecode.FIT_FRAME_CRC and not frame.matched:
            notes.append(f"wrong checksum at byte {frame.chunk.offset:,}")
    return Decoded(messages=messages, repairs=tuple(notes), problem=problem)


def _plain(error: Exception) -> str:
    name = type(error).__name__
    if name == "FitEOFError":
        return "cut short"
    if name == "FitHeaderError":
        return "broken header"
    return "broken message"


def _message(frame: Any) -> Message:
    message = {"message_type": frame.name}
    for each in frame.fields:
        if each.value is not None and not (each.field_def is not None and each.field_def.is_dev):
            message.setdefault(each.name, each.value)
    return message


def _mended(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The bytes with a declared size of 0 set right and bytes after the end cut off; `data` itself where neither is."""
    begin = 0
    while begin < len(data):
        part = part_at(data, begin)
        if part is None:
            return data[:begin], (f"{len(data) - begin:,} bytes after the end, at byte {begin:,}, left out",)
        if part.body == 0 and len(data) > part.end:
            body = len(data) - part.begin - part.header - 2
            sized = data[: begin + 4] + struct.pack("<I", body) + data[begin + 8 :]
            return sized, (f"declared size 0, at byte {begin + 4:,}: read to the end of the file",)
        begin = part.end
    return data, ()


def _check_count(data: bytes, *, file: str, limits: Limits) -> None:
    """LimitExceeded for more messages than any recording has: counted before any is held in memory."""
    most = limits.samples * _MESSAGES_PER_SAMPLE
    if len(data) <= most:
        return
    for count, _ in enumerate(message_ends(data)):
        if count > most:
            raise LimitExceeded(file=file, reason=f"more than {limits.samples:,} samples")
