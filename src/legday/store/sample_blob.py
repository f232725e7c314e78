"""Decides how a run's samples are packed: differences of whole micro-units, bytes of like weight side by side, zlib.

Every value comes back within 1e-6; what is not a number (or beyond ±9e12) comes back as NaN.
"""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from legday.model.runs import Samples, Series

COLUMNS = ("t", "metres", "heart_rate", "altitude", "cadence", "latitude", "longitude")
_MAGIC = b"LDS1"
_HEADER = struct.Struct("<4sIB")
_PER_UNIT = 1_000_000
_FARTHEST = 9.0e12
_NOT_A_NUMBER = np.iinfo(np.int64).min


def pack(samples: Samples) -> bytes:
    """Bytes of `samples`; columns without any number take no room."""
    columns = [_whole(getattr(samples, name)) for name in COLUMNS]
    present = [bool((column != _NOT_A_NUMBER).any()) for column in columns]
    body = b"".join(_shuffled(column) for column, there in zip(columns, present, strict=True) if there)
    flags = sum(1 << index for index, there in enumerate(present) if there)
    return _HEADER.pack(_MAGIC, len(samples), flags) + zlib.compress(body, 6)


def unpack(packed: bytes) -> Samples:
    """The samples in `packed`. ValueError for bytes that `pack` did not make."""
    if len(packed) < _HEADER.size or packed[:4] != _MAGIC:
        raise ValueError("not packed samples")
    _, length, flags = _HEADER.unpack_from(packed)
    body = zlib.decompress(packed[_HEADER.size :])
    columns: dict[str, Series] = {}
    offset = 0
    for index, name in enumerate(COLUMNS):
        if flags >> index & 1:
            columns[name] = _numbers(body[offset : offset + 8 * length])
            offset += 8 * length
        else:
            columns[name] = np.full(length, np.nan)
    return Samples(**columns)


def _whole(values: Series) -> NDArray[np.int64]:
    usable = np.abs(values) <= _FARTHEST
    return np.where(usable, np.rint(np.where(usable, values, 0.0) * _PER_UNIT), _NOT_A_NUMBER).astype(
        np.int64
    )


def _shuffled(column: NDArray[np.int64]) -> bytes:
    """Differences wrap around modulo 2⁶⁴, so that the sums give every value back exactly."""
    differences = np.diff(column, prepend=np.int64(0))
    return np.ascontiguousarray(differences.astype("<i8").view(np.uint8).reshape(-1, 8).T).tobytes()


def _numbers(shuffled: bytes) -> Series:
    by_weight = np.frombuffer(shuffled, dtype=np.uint8).reshape(8, -1)
    differences = np.ascontiguousarray(by_weight.T).view("<i8").reshape(-1)
    column = np.cumsum(differences, dtype=np.int64)
    values = column / _PER_UNIT
    values[column == _NOT_A_NUMBER] = np.nan
    return values
