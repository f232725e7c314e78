"""Decides how files that are dropped on the page come in: streamed to disk within the limits, under names of our own, whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from typing import BinaryIO

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from legday.model.errors import InputError, LimitExceeded
from legday.reading.gather import Named
from legday.reading.limits import LIMITS, Limits
from legday.reading.plain_text import plain

INCOMING = "incoming"
MOST_FIELDS = 100
MOST_FIELD_BYTES = 10_000
SPARE_BYTES = 256 * 1024 * 1024
"""So much of the disk stays free (our setting)."""

Allowed = Callable[[Mapping[str, str]], None]
"""Told the fields that came before the first file, and in the end all of them; raises where the form may not be sent."""


@dataclass(slots=True)
class Upload:
    """What came: the folder that holds it, which whoever reads it removes, the files with the names they came with, and the fields."""

    folder: Path
    files: list[Named] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def remove(self) -> None:
        """Leaves nothing behind."""
        remove(self.folder)


def remove(folder: Path) -> None:
    """Leaves nothing of a folder behind, whatever happened in it."""
    shutil.rmtree(folder, ignore_errors=True)


async def receive(
    request: Request, *, home: Path, limits: Limits = LIMITS, allowed: Allowed = lambda _fields: None
) -> Upload:
    """The files and fields of a form (multipart), on disk in a new folder under `home`.

    InputError for what is no such form, LimitExceeded past a limit, ClientDisconnect where it stops midway; then nothing is left behind.
    A single recording that is too large is named in `refused`, and the others are kept.
    """
    announced = _announced(request, limits)
    folder = await run_in_threadpool(new_folder, home, announced)
    upload = Upload(folder)
    try:
        parts = _Parts(upload, limits, allowed)
        with parts.parser(_boundary(request)) as parser:
            async for chunk in request.stream():
                await run_in_threadpool(parser.write, chunk)
        parts.ask_for_the_end()
        allowed(upload.fields)
    except FormParserError as broken:
        upload.remove()
        raise _no_form(str(broken)) from broken
    except BaseException:
        upload.remove()
        raise
    return upload


def _announced(request: Request, limits: Limits) -> int:
    """The bytes the form says it has. LimitExceeded before any of them is read."""
    said = request.headers.get("content-length", "")
    announced = int(said) if said.isascii() and said.isdecimal() else 0
    if announced > limits.upload_bytes:
        raise _too_large(limits)
    return announced


def _too_large(limits: Limits) -> LimitExceeded:
    return LimitExceeded(file="upload", reason=f"more than {limits.upload_bytes:,} bytes at once")


def _no_form(said: str) -> InputError:
    return InputError(value=said, place="upload", problem="is no form with files")


def new_folder(home: Path, announced: int = 0) -> Path:
    """An empty folder under `home` for files to be read. LimitExceeded where the disk has no room for `announced` bytes."""
    incoming = home / INCOMING
    incoming.mkdir(mode=0o700, exist_ok=True)
    _sweep(incoming)
    if shutil.disk_usage(incoming).free < announced + SPARE_BYTES:
        raise LimitExceeded(file="upload", reason="the disk has no room for it")
    return Path(tempfile.mkdtemp(dir=incoming, prefix=f"{os.getpid()}-"))


def _sweep(incoming: Path) -> None:
    """What a server left that was killed in the middle of an upload or an import."""
    for folder in incoming.iterdir():
        process = folder.name.partition("-")[0]
        if process.isdecimal() and not _runs(int(process)):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _boundary(request: Request) -> bytes:
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        raise _no_form(kind.decode("latin-1"))
    return options[b"boundary"]


@dataclass(slots=True)
class _Parts:
    """The parts of a form as they come in, one at a time."""

    upload: Upload
    limits: Limits
    allowed: Allowed
    total: int = 0
    name: bytes = b""
    value: bytes = b""
    headers: dict[bytes, bytes] = field(default_factory=dict)
    key: str = ""
    text: bytearray = field(default_factory=bytearray)
    shown: str = ""
    target: BinaryIO | None = None
    size: int = 0
    whole: bool = False

    @contextmanager
    def parser(self, boundary: bytes) -> Iterator[MultipartParser]:
        """A parser that hands its parts to this; the file being written is closed whatever happens."""
        try:
            yield MultipartParser(
                boundary,
                {
                    "on_part_begin": self.begin,
                    "on_part_data": self.data,
                    "on_part_end": self.end,
                    "on_header_field": self.header_name,
                    "on_header_value": self.header_value,
                    "on_header_end": self.header_end,
                    "on_headers_finished": self.opened,
                    "on_end": self.ended,
                },
            )
        finally:
            self.close()

    def begin(self) -> None:
        self.headers, self.key, self.shown, self.size = {}, "", "", 0
        self.text.clear()

    def header_name(self, data: bytes, start: int, end: int) -> None:
        self.name += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self.value += data[start:end]

    def header_end(self) -> None:
        self.headers[self.name.lower()] = self.value
        self.name = self.value = b""

    def opened(self) -> None:
        """The part's own name, and for a file the one it came with, of which only the last part is ever shown."""
        _, said = parse_options_header(self.headers.get(b"content-disposition", b""))
        self.key = said.get(b"name", b"").decode("utf-8", errors="replace")
        if b"filename" not in said:
            return
        if not self.upload.files and not self.upload.refused:
            self.allowed(self.upload.fields)
        came_with = said[b"filename"].decode("utf-8", errors="replace")
        self.shown = plain(PureWindowsPath(came_with).name, most=200)
        if not self.shown:
            return
        if len(self.upload.files) >= self.limits.upload_files:
            raise LimitExceeded(file="upload", reason=f"more than {self.limits.upload_files:,} files at once")
        path = self.upload.folder / f"{len(self.upload.files):05}"
        self.target = path.open("xb")
        self.upload.files.append(Named(path, self.shown))

    def data(self, data: bytes, start: int, end: int) -> None:
        self.total += end - start
        if self.total > self.limits.upload_bytes:
            raise _too_large(self.limits)
        if self.target is not None:
            self.file_data(data[start:end])
        elif not self.headers.get(b"content-disposition", b"").count(b"filename"):
            self.text += data[start:end]
            if len(self.text) > MOST_FIELD_BYTES or len(self.upload.fields) >= MOST_FIELDS:
                raise _no_form("a field too large, or too many of them")

    def file_data(self, data: bytes) -> None:
        """Writes on; a recording past its limit is given up, so that one film does not cost the runs beside it."""
        assert self.target is not None
        self.size += len(data)
        if self.size > self.limits.file_bytes and not self.shown.lower().endswith(".zip"):
            self.close()
            too_large = self.upload.files.pop()
            too_large.path.unlink()
            self.upload.refused.append((self.shown, f"larger than {self.limits.file_bytes:,} bytes"))
        else:
            self.target.write(data)

    def end(self) -> None:
        if self.target is not None:
            self.close()
        elif self.key and b"filename" not in self.headers.get(b"content-disposition", b""):
            self.upload.fields[self.key] = self.text.decode("utf-8", errors="replace")

    def ask_for_the_end(self) -> None:
        """InputError where the form stopped before its end."""
        if not self.whole:
            raise _no_form("a form without its end")

    def ended(self) -> None:
        self.whole = True

    def close(self) -> None:
        if self.target is not None:
            self.target.close()
            self.target = None
