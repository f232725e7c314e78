"""Decides what a file gives: its recordings, or in one line why it gives none."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from legday.model.errors import FileRefused, LimitExceeded
from legday.model.runs import FileFormat, Recording, Samples, Sport
from legday.model.strength_log import StrengthLog
from legday.reading.finish import Origin, finished
from legday.reading.fit import read_fit
from legday.reading.gather import gather
from legday.reading.gpx import read_gpx
from legday.reading.limits import LIMITS, Limits
from legday.reading.members import Member
from legday.reading.piece import Contents
from legday.reading.strength_csv import is_strength_log, read_strength_csv
from legday.reading.tcx import read_tcx

HEAD = 4_096
UNFORESEEN = "legday met something it does not know"

_READERS: dict[FileFormat, Callable[..., Contents]] = {
    FileFormat.FIT: read_fit,
    FileFormat.GPX: read_gpx,
    FileFormat.TCX: read_tcx,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one file: recordings with their samples, what is wrong (`problem`; some may still be kept), or what it is instead.

    `sha256` is of the unpacked bytes, "" where there were none; `strength_log` what an export of another log holds.
    """

    file: str
    sha256: str = ""
    recordings: tuple[tuple[Recording, Samples | None], ...] = ()
    problem: str | None = None
    not_a_recording: str | None = None
    strength_log: StrengthLog | None = None


def read_member(member: Member, *, limits: Limits = LIMITS, latest: datetime | None = None) -> Reading:
    """Reads one file; whatever is wrong with it becomes `problem`. Nothing later than `latest` (tomorrow) is believed."""
    if member.problem:
        return Reading(file=member.name, problem=member.problem)
    sha256 = hashlib.sha256(member.data).hexdigest()
    latest = latest or datetime.now(UTC) + timedelta(days=1)
    try:
        return _read(member, sha256, limits=limits, latest=latest)
    except FileRefused as refused:
        return Reading(file=member.name, sha256=sha256, problem=refused.words)
    except MemoryError:
        return Reading(file=member.name, sha256=sha256, problem="it needs more memory than there is")
    except Exception as error:  # noqa: BLE001 - one file never stops an import; tests hold that this is not met
        words = f"{UNFORESEEN} ({type(error).__name__}: {error}); please report this file"
        return Reading(file=member.name, sha256=sha256, problem=words)


def _read(member: Member, sha256: str, *, limits: Limits, latest: datetime) -> Reading:
    if len(member.data) > limits.file_bytes:
        raise LimitExceeded(file=member.name, reason=f"larger than {limits.file_bytes:,} bytes")
    if is_strength_log(member.data[:HEAD]):
        log = read_strength_csv(member.data, file=member.name, limits=limits)
        return Reading(file=member.name, sha256=sha256, strength_log=log)
    kind = format_of(member.data, name=member.name)
    contents = _READERS[kind](member.data, file=member.name, limits=limits)
    parts = len(contents.pieces)
    found = [
        finished(
            piece, Origin(member=member, sha256=sha256, format=kind, part=at, parts=parts), latest=latest
        )
        for at, piece in enumerate(contents.pieces)
    ]
    whole = tuple(each for each in found if not isinstance(each, str))
    wrong = [each for each in found if isinstance(each, str)]
    problem = contents.problem or (wrong[0] if wrong and not whole else None)
    return Reading(
        file=member.name,
        sha256=sha256,
        recordings=whole,
        problem=problem,
        not_a_recording=contents.not_a_recording,
    )


def format_of(data: bytes, *, name: str) -> FileFormat:
    """The format by what the bytes say, whatever the name. FileRefused where they say none."""
    if data[8:12] == b".FIT":
        return FileFormat.FIT
    head = data[:HEAD].replace(b"\0", b"").lower()
    if b"<gpx" in head:
        return FileFormat.GPX
    if b"<trainingcenterdatabase" in head:
        return FileFormat.TCX
    by_name = {f".{each.value}": each for each in FileFormat}.get(
        Path(name.removesuffix(".gz")).suffix.lower()
    )
    if not data:
        raise FileRefused(file=name, reason="it is empty")
    if by_name in {FileFormat.GPX, FileFormat.TCX} and b"<" in head:
        return by_name
    raise FileRefused(file=name, reason="neither FIT nor GPX nor TCX, nor a strength log of Strong or Hevy")


def read_runs(
    path: str | Path, *, on_problem: Callable[[Reading], None] | None = None, limits: Limits = LIMITS
) -> Iterable[tuple[Recording, Samples | None]]:
    """All runs under a path (file, folder, archive), one after another; other sports are left out.

    `on_problem` is told each file with something wrong. Memory stays flat however many files there are.
    """
    for member in gather([path], limits=limits):
        reading = read_member(member, limits=limits)
        if reading.problem and on_problem is not None:
            on_problem(reading)
        yield from (each for each in reading.recordings if each[0].sport is Sport.RUN)
