"""Decides how a pile of files becomes runs and strength: each file its own transaction, nothing reported that is not kept."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

from legday.actions.match import OF_A_WATCH, match_recordings
from legday.actions.strength_logs import keep_strength_log
from legday.model.catalogue import Catalogue
from legday.model.lift_names import LiftNames
from legday.model.matching import Question
from legday.model.runs import Digest, Recording, Samples, Sport
from legday.model.strength_log import StrengthLog
from legday.reading.gather import Named, gather
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
class Stranger:
    """An exercise of a log or a watch that is none of ours: its name there, how many sets, whether it is leg work."""

    name: str
    sets: int
    legs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifting:
    """What is needed to make journal entries of strength: the catalogue, today, and the aware moment at which they are made."""

    catalogue: Catalogue
    today: date
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did: files seen, new runs, other sports, duplicates, files refused, strength logs, seconds it took.

    `files` is runs + other + duplicates + refused + logs where each file holds one recording. A file with several counts each of them;
    one read in part is told under `refused`, and what was kept of it counts as well. `sessions` leg sessions new to the journal with
    `sets` that count, `known` sessions of which the journal knew · `questions` what watches left open · `strangers` exercises that are
    none of ours · `rows` lines of strength logs that could not be taken.
    """

    files: int = 0
    runs: int = 0
    other: int = 0
    duplicates: int = 0
    refused: tuple[Refusal, ...] = ()
    seconds: float = 0.0
    logs: int = 0
    sessions: int = 0
    sets: int = 0
    known: int = 0
    questions: tuple[Question, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    rows: tuple[Refusal, ...] = ()


@dataclass(slots=True)
class _Count:
    files: int = 0
    runs: int = 0
    other: int = 0
    duplicates: int = 0
    refused: list[Refusal] = field(default_factory=list)
    logs: int = 0
    sessions: int = 0
    sets: int = 0
    known: int = 0
    strangers: Counter[str] = field(default_factory=Counter)
    rows: list[Refusal] = field(default_factory=list)


def import_files(
    store: Store,
    paths: Sequence[Path | Named],
    *,
    clock: Callable[[], float],
    latest: datetime,
    on_progress: Progress = lambda _count, _file: None,
    workers: int = 1,
    lifting: Lifting | None = None,
) -> ImportReport:
    """Imports every recording under `paths`. A bad file is one line of the report and never stops the rest.

    With `lifting`, strength logs and the strength sessions of watches become entries of the journal. `clock` gives seconds and only differences of it are told; nothing later than the aware moment `latest` is believed. Stopped at any time, all that `on_progress` was told is kept.
    """
    began = clock()
    count = _Count()
    members = _unknown(store, gather(paths), count, on_progress)
    first = tuple(islice(members, FEW))
    # A few files are read sooner than other processes are started.
    hands = workers if len(first) == FEW else 1
    for reading in read_members(chain(first, members), workers=hands, latest=latest):
        _keep(store, reading, count, lifting)
        on_progress(count.files, reading.file)
    questions = _matched(store, count, lifting) if lifting else ()
    return ImportReport(
        files=count.files,
        runs=count.runs,
        other=count.other,
        duplicates=count.duplicates,
        refused=tuple(count.refused),
        seconds=round(clock() - began, 3),
        logs=count.logs,
        sessions=count.sessions,
        sets=count.sets,
        known=count.known,
        questions=questions,
        strangers=_strangers(count.strangers, lifting),
        rows=tuple(count.rows),
    )


def _matched(store: Store, count: _Count, lifting: Lifting) -> tuple[Question, ...]:
    matched = match_recordings(store, lifting.catalogue, today=lifting.today, at=lifting.at)
    count.sessions += matched.sessions
    count.sets += matched.sets
    count.known += matched.same
    count.strangers.update(matched.strangers)
    return matched.questions


def _strangers(found: Counter[str], lifting: Lifting | None) -> tuple[Stranger, ...]:
    """Leg work first, then by how often it was done."""
    names = lifting.catalogue.lift_names if lifting else LiftNames()
    strangers = [
        Stranger(name=name, sets=sets, legs=name.endswith(OF_A_WATCH) or names.is_leg_work(name))
        for name, sets in found.items()
    ]
    return tuple(sorted(strangers, key=lambda one: (not one.legs, -one.sets, one.name)))


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


def _keep(store: Store, reading: Reading, count: _Count, lifting: Lifting | None) -> None:
    count.files += 1
    if reading.strength_log is not None:
        count.logs += 1
        if lifting:
            _keep_log(store, reading.file, reading.strength_log, count, lifting)
        return
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


def _keep_log(store: Store, file: str, log: StrengthLog, count: _Count, lifting: Lifting) -> None:
    kept = keep_strength_log(store, lifting.catalogue, log, today=lifting.today, at=lifting.at)
    count.sessions += kept.sessions
    count.sets += kept.sets
    count.known += kept.known
    count.strangers.update(kept.strangers)
    count.rows.extend(Refusal(file=file, reason=problem) for problem in kept.problems)


def _count(reading: Reading, outcome: ImportOutcome, count: _Count) -> None:
    runs = sum(recording.sport is Sport.RUN for recording, _ in reading.recordings)
    new_runs = min(runs, outcome.new)
    count.runs += new_runs
    count.other += outcome.new - new_runs + (reading.not_a_recording is not None)
    count.duplicates += outcome.duplicates + outcome.replaced


def _digested(recording: Recording, samples: Samples | None) -> tuple[Recording, Samples | None, Digest]:
    return recording, samples, digest(recording, samples)
