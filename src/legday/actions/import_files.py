"""Decides how a pile of files becomes runs: each file its own transaction, nothing reported that is not kept."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

from legday.model.runs import Digest, Recording, Samples, Sport
from legday.reading.gather import gather
from legday.reading.many import read_members
from legday.reading.members import Member
from legday.reading.recordings import Reading
from legday.running.digest import digest
from legday.store import ImportOutcome, Store

FEW = 24
"""Fewer files than this are read by one process."""

Progress = Callable[[int, str], None]
"""Told after each file that is kept: how many so far, and its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file that could not be read whole: what is wrong, where, and what was kept."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did: files seen, new runs, other sports, duplicates, files refused, seconds it took.

    `files` is runs + other + duplicates + refused where each file holds one recording. A file with several counts each of them;
    one read in part is told under `refused`, and what was kept of it counts as well.
    """

    files: int = 0
    runs: int = 0
    other: int = 0
    duplicates: int = 0
    refused: tuple[Refusal, ...] = ()
    seconds: float = 0.0


@dataclass(slots=True)
class _Count:
    files: int = 0
    runs: int = 0
    other: int = 0
    duplicates: int = 0
    refused: list[Refusal] = field(default_factory=list)


def import_files(
    store: Store,
    paths: Sequence[Path],
    *,
    clock: Callable[[], float],
    latest: datetime,
    on_progress: Progress = lambda _count, _file: None,
    workers: int = 1,
) -> ImportReport:
    """Imports every recording under `paths`. A bad file is one line of the report and never stops the rest.

    `clock` gives seconds and only differences of it are told; nothing later than the aware moment `latest` is believed. Stopped at any time, all that `on_progress` was told is kept.
    """
    began = clock()
    count = _Count()
    members = _unknown(store, gather(paths), count, on_progress)
    first = tuple(islice(members, FEW))
    # A few files are read sooner than other processes are started.
    hands = workers if len(first) == FEW else 1
    for reading in read_members(chain(first, members), workers=hands, latest=latest):
        _keep(store, reading, count)
        on_progress(count.files, reading.file)
    return ImportReport(
        files=count.files,
        runs=count.runs,
        other=count.other,
        duplicates=count.duplicates,
        refused=tuple(count.refused),
        seconds=round(clock() - began, 3),
    )


def _unknown(
    store: Store, members: Iterable[Member], count: _Count, on_progress: Progress
) -> Iterator[Member]:
    """The members whose bytes are new; known ones are counted and not read again."""
    for member in members:
        if member.problem or not store.knows_file(sha256(member.data).hexdigest()):
            yield member
        else:
            count.files += 1
            count.duplicates += 1
            on_progress(count.files, member.name)


def _keep(store: Store, reading: Reading, count: _Count) -> None:
    count.files += 1
    if reading.problem is not None:
        count.refused.append(Refusal(file=reading.file, reason=reading.problem))
    if reading.sha256 and store.knows_file(reading.sha256):
        count.duplicates += 1
        return
    if reading.sha256:
        outcome = store.import_file(
            sha256=reading.sha256,
            file=reading.file,
            recordings=[_digested(recording, samples) for recording, samples in reading.recordings],
            problem=reading.problem,
        )
        _count(reading, outcome, count)


def _count(reading: Reading, outcome: ImportOutcome, count: _Count) -> None:
    runs = sum(recording.sport is Sport.RUN for recording, _ in reading.recordings)
    new_runs = min(runs, outcome.new)
    count.runs += new_runs
    count.other += outcome.new - new_runs + (reading.not_a_recording is not None)
    count.duplicates += outcome.duplicates + outcome.replaced


def _digested(recording: Recording, samples: Samples | None) -> tuple[Recording, Samples | None, Digest]:
    return recording, samples, digest(recording, samples)
