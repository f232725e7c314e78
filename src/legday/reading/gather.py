"""Decides which files stand under a path: folders, archives and archives in them, within the stated limits."""

import gzip
import io
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from legday.model.errors import FileRefused, LimitExceeded
from legday.reading.export_list import NAME_OF_LIST, Listed, listed_files
from legday.reading.limits import LIMITS, Limits
from legday.reading.members import Member
from legday.reading.plain_text import plain
from legday.reading.strength_csv import HEAD, is_strength_log

RECORDING_SUFFIXES = frozenset({".fit", ".gpx", ".tcx"})
TABLE_SUFFIX = ".csv"
"""Tables are many and of all kinds: in folders and archives only strength logs among them are told of."""
_CHUNK = 1024 * 1024
_SPOOL = 32 * 1024 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Named:
    """A file at a path of our own choosing, and the name it came with, which is never used as a path."""

    path: Path
    name: str


@dataclass(slots=True)
class _Budget:
    """What one path may still unpack and hold."""

    limits: Limits
    unpacked: int = 0
    count: int = 0

    @property
    def spent(self) -> bool:
        """True once nothing more may be read under this path."""
        return self.unpacked > self.limits.archive_bytes or self.count > self.limits.count

    def take_file(self, name: str) -> None:
        self.count += 1
        if self.count > self.limits.count:
            raise LimitExceeded(file=name, reason=f"more than {self.limits.count:,} files")

    def take_bytes(self, name: str, size: int) -> None:
        self.unpacked += size
        if self.unpacked > self.limits.archive_bytes:
            raise LimitExceeded(file=name, reason=f"unpacks to more than {self.limits.archive_bytes:,} bytes")


def gather(paths: Iterable[str | Path | Named], *, limits: Limits = LIMITS) -> Iterator[Member]:
    """Every recording file under the paths, in the order of their names; what cannot be opened comes with its `problem`.

    Folders and archives are searched for FIT, GPX and TCX files, plain or `.gz`, and for strength logs; a file named outright is
    read whatever its name. One file is in memory at a time.
    """
    for path in paths:
        for member in _refusals_told(_named(path), _Budget(limits)):
            yield replace(member, name=plain(member.name, most=500))


def _named(path: str | Path | Named) -> Named:
    return path if isinstance(path, Named) else Named(Path(path), Path(path).name)


def _refusals_told(one: Named, budget: _Budget) -> Iterator[Member]:
    try:
        yield from _gather_one(one.path, one.name, budget)
    except FileRefused as refused:
        yield Member(name=refused.file, problem=refused.words)
    except OSError as error:
        yield _unopened(one.name, error)


def _unopened(name: str, error: OSError) -> Member:
    return Member(name=name, problem=f"it cannot be opened ({error.strerror or type(error).__name__})")


def _gather_one(path: Path, name: str, budget: _Budget) -> Iterator[Member]:
    if path.is_dir():
        yield from _folder(path, budget)
    elif not path.exists():
        yield Member(name=name, problem="it is not there")
    elif not path.is_file():
        yield Member(name=name, problem="it is neither a file nor a folder")
    else:
        yield from _file(path, name, budget, Listed())


def _folder(root: Path, budget: _Budget) -> Iterator[Member]:
    lists: dict[str, Listed] = {}
    closed: list[OSError] = []
    for folder, subfolders, files in os.walk(root, onerror=closed.append):
        here = Path(folder)
        subfolders[:] = sorted(name for name in subfolders if not (here / name).is_symlink())
        inside = PurePosixPath(here.relative_to(root).as_posix())
        if NAME_OF_LIST in files:
            lists |= _list_of(here / NAME_OF_LIST, inside, budget.limits)
        for name in sorted(filter(_wanted, files)):
            place = str(inside / name)
            if _is_table(name) and not _is_log_file(here / name, root):
                continue
            yield from _file_inside(
                here / name, f"{root.name}/{place}", root, budget, lists.get(place, Listed())
            )
    yield from (_unopened(Path(str(error.filename)).name, error) for error in closed)


def _list_of(path: Path, inside: PurePosixPath, limits: Limits) -> dict[str, Listed]:
    """What a list says by the places of its files; nothing where it cannot be read, for its files still can."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > limits.list_bytes:
            return {}
        data = path.read_bytes()
    except OSError:
        return {}
    return {str(inside / name): listed for name, listed in listed_files(data).items()}


def _file_inside(path: Path, name: str, root: Path, budget: _Budget, listed: Listed) -> Iterator[Member]:
    try:
        refused = _no_honest_file(path, root)
    except OSError as error:
        yield _unopened(name, error)
        return
    if refused:
        yield Member(name=name, problem=refused)
    else:
        yield from _file(path, name, budget, listed)


def _no_honest_file(path: Path, root: Path) -> str:
    """In words, why a file in a folder is not read; "" where it is."""
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        return "a link that leads out of its folder is not followed"
    return "" if path.is_file() else "it is no regular file"


def _wanted(name: str) -> bool:
    """Recordings and archives, but not the shadows some systems leave beside them (`._name`, `__MACOSX`)."""
    place = PurePosixPath(name)
    if place.name.startswith("._") or "__MACOSX" in place.parts:
        return False
    recording = PurePosixPath(name.lower().removesuffix(".gz")).suffix in RECORDING_SUFFIXES
    return _is_archive(name) or recording or _is_table(name)


def _is_table(name: str) -> bool:
    return name.lower().endswith(TABLE_SUFFIX)


def _is_log_file(path: Path, root: Path) -> bool:
    """Whether a table in a folder is a strength log; one that cannot be opened is none."""
    try:
        if _no_honest_file(path, root):
            return False
        with path.open("rb") as stream:
            return is_strength_log(stream.read(HEAD))
    except OSError:
        return False


def _is_log_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether a table in an archive is a strength log; one that cannot be unpacked is none."""
    if _trick(info):
        return False
    try:
        with archive.open(info) as stream:
            return is_strength_log(stream.read(HEAD))
    except _BROKEN:
        return False


def _is_archive(name: str) -> bool:
    return name.lower().endswith(".zip")


def _file(path: Path, name: str, budget: _Budget, listed: Listed) -> Iterator[Member]:
    try:
        with path.open("rb") as stream:
            if _is_archive(name):
                yield from _archive(stream, name, budget, depth=1)
                return
            budget.take_file(name)
            yield _plain_file(stream, name, budget, listed)
    except OSError as error:
        yield _unopened(name, error)


def _plain_file(stream: IO[bytes], name: str, budget: _Budget, listed: Listed) -> Member:
    try:
        return _member(name, _read(stream, name, budget, packed=None), budget, listed)
    except FileRefused as refused:
        return Member(name=name, problem=refused.words)


def _member(name: str, data: bytes, budget: _Budget, listed: Listed) -> Member:
    """The member with its bytes, unpacked where they are gzip; what is wrong with that as its problem."""
    try:
        if data[:2] == b"\x1f\x8b":
            data = _gunzipped(name, data, budget)
    except FileRefused as refused:
        return Member(name=name, problem=refused.words)
    return Member(
        name=name,
        data=data,
        title=listed.title,
        sport=listed.sport,
        effort=listed.effort,
        race=listed.race,
        listed=listed.start,
    )


def _gunzipped(name: str, data: bytes, budget: _Budget) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return _read(stream, name, budget, packed=len(data))
    except (EOFError, OSError, zlib.error) as error:
        raise FileRefused(file=name, reason=f"its gzip packing is broken ({error})") from error


def _read(stream: _Readable, name: str, budget: _Budget, *, packed: int | None) -> bytes:
    """All bytes of a stream. LimitExceeded as soon as one limit is passed, long before memory is full."""
    limits = budget.limits
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > limits.file_bytes:
            raise LimitExceeded(file=name, reason=f"larger than {limits.file_bytes:,} bytes")
        _check_ratio(name, size, packed, limits)
        chunks.append(chunk)
    if packed is not None:
        budget.take_bytes(name, size)
    return b"".join(chunks)


def _check_ratio(name: str, size: int, packed: int | None, limits: Limits) -> None:
    if packed is not None and size > limits.ratio_free_bytes and size > limits.ratio * max(packed, 1):
        raise LimitExceeded(
            file=name, reason=f"it unpacks to more than {limits.ratio} times its size, as only bombs do"
        )


def _archive(stream: IO[bytes], name: str, budget: _Budget, *, depth: int) -> Iterator[Member]:
    if depth > budget.limits.nesting:
        raise LimitExceeded(file=name, reason=f"more than {budget.limits.nesting} archives inside each other")
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        yield Member(name=name, problem=f"it is no zip archive that can be read ({error})")
        return
    with archive:
        entries = sorted((info for info in archive.infolist() if not info.is_dir()), key=_place)
        lists = _lists(archive, entries, name, budget)
        for info in entries:
            if _wanted(info.filename) and (not _is_table(info.filename) or _is_log_entry(archive, info)):
                budget.take_file(f"{name}/{info.filename}")
                listed = lists.get(info.filename, Listed())
                yield from _entry(archive, info, f"{name}/{info.filename}", budget, listed, depth=depth)


def _place(info: zipfile.ZipInfo) -> str:
    return info.filename


def _lists(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str, budget: _Budget
) -> dict[str, Listed]:
    """What the lists of activities in the archive say, by the names of its entries."""
    lists: dict[str, Listed] = {}
    for info in entries:
        place = PurePosixPath(info.filename)
        if place.name != NAME_OF_LIST or _trick(info) or info.file_size > budget.limits.list_bytes:
            continue
        try:
            data = _unpacked(archive, info, f"{name}/{info.filename}", budget)
        except FileRefused:
            continue
        lists |= {str(place.parent / key): listed for key, listed in listed_files(data).items()}
    return lists


def _entry(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    name: str,
    budget: _Budget,
    listed: Listed,
    *,
    depth: int,
) -> Iterator[Member]:
    trick = _trick(info)
    if trick:
        yield Member(name=name, problem=trick)
    elif _is_archive(info.filename):
        yield from _nested(archive, info, name, budget, depth=depth)
    else:
        try:
            data = _unpacked(archive, info, name, budget)
        except FileRefused as refused:
            if budget.spent:
                raise
            yield Member(name=name, problem=refused.words)
        else:
            yield _member(name, data, budget, listed)


def _trick(info: zipfile.ZipInfo) -> str:
    """In words, why an entry's name or kind is refused; "" where it is honest."""
    place = info.filename.replace("\\", "/")
    if place.startswith("/") or ".." in place.split("/") or ":" in place.split("/")[0]:
        return "its path leads out of the archive"
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        return "links and special files in archives are not followed"
    return "it is locked with a password" if info.flag_bits & 1 else ""


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: _Budget) -> bytes:
    try:
        with archive.open(info) as stream:
            return _read(stream, name, budget, packed=info.compress_size)
    except _BROKEN as error:
        raise FileRefused(file=name, reason=f"its packing is broken ({error})") from error


def _nested(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: _Budget, *, depth: int
) -> Iterator[Member]:
    """An archive in an archive: unpacked beside memory once it is large, read, thrown away."""
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL) as copy:
        try:
            _copy(archive, info, copy, name, budget)
            copy.seek(0)
            yield from _archive(copy, name, budget, depth=depth + 1)
        except FileRefused as refused:
            if budget.spent:
                raise
            yield Member(name=refused.file, problem=refused.words)


def _copy(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, copy: IO[bytes], name: str, budget: _Budget
) -> None:
    size = 0
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                budget.take_bytes(name, len(chunk))
                _check_ratio(name, size, info.compress_size, budget.limits)
                copy.write(chunk)
    except _BROKEN as error:
        raise FileRefused(file=name, reason=f"its packing is broken ({error})") from error
