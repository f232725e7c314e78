"""Decides what is remembered of a runner and how: entries only added, each file of runs whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self, cast

from sqlalchemy import Connection, Engine, and_, func, select

from legday.model.errors import StoreError
from legday.model.journal import AnyEntry
from legday.model.runs import Digest, Recording, Samples, Sport
from legday.model.twins import START_S, richer, same_run
from legday.store.database import engine_of, reading, sqlite_engine, writing
from legday.store.entry_json import entries_of, entry_json, entry_of
from legday.store.recording_rows import digest_of, microseconds, recording_of, row_of
from legday.store.safekeeping import copy_whole, free_name, problems_of, put_back, verify_backup
from legday.store.sample_blob import pack, unpack
from legday.store.schema import MIGRATIONS, Migrations, bring_up_to_date, ensure_runner, version_of
from legday.store.tables import ENTRY, FILE, RECORDING, RUNNER, SAMPLES

DATABASE = "legday.sqlite"
KEPT = "kept"
ONLY_RUNNER = "me"

ReadRecording = tuple[Recording, Samples | None, Digest]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """What a file brought: recordings new, put in place of a poorer one of the same run, known already in a better one."""

    new: int = 0
    replaced: int = 0
    duplicates: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """What is known of a file: the name it had, how many recordings it held, what was wrong with it (None = nothing)."""

    sha256: str
    name: str
    recordings: int
    problem: str | None = None


def open_store(
    home: Path,
    *,
    url: str | None = None,
    runner: str = ONLY_RUNNER,
    migrations: Migrations = MIGRATIONS,
    make: bool = True,
) -> "Store":
    """The store in the folder `home` (made with mode 700 when missing), or in the database at `url`.

    With `make` false nothing is made, and a folder without a store is a StoreError. An older schema is upgraded, a SQLite one
    after a copy into `home/kept`. StoreError for a home that cannot be used, a broken database, somebody else's, or one written
    by a newer legday.
    """
    if url is None and not make and not is_home(home):
        raise StoreError(
            place=str(home),
            problem="no home here",
            remedy="`legday init --from profile.toml` makes one, or you meant another --home",
        )
    place = _home_made(home) / DATABASE
    if url is None:
        _for_owner_only(place)
    engine = sqlite_engine(place) if url is None else engine_of(url)
    name = str(place) if url is None else engine.url.render_as_string(hide_password=True)
    store = Store(
        engine, runner=runner, place=name, file=place if url is None else None, migrations=migrations
    )
    try:
        store.bring_up_to_date()
    except BaseException:
        store.close()
        raise
    return store


def is_home(folder: Path) -> bool:
    """Whether a store lies in the folder. What is no folder, or may not be looked into, counts: opening it says what is wrong."""
    try:
        return (folder / DATABASE).exists() or (folder.exists() and not folder.is_dir())
    except OSError:
        return True


def restore_home(home: Path, *, source: Path, migrations: Migrations = MIGRATIONS) -> Path | None:
    """Puts the backup `source` in place of the store in `home`, which may be broken or missing.

    What was there is kept; returned is where (None if nothing was). StoreError when `source` is not a sound backup.
    """
    verify_backup(source, migrations)
    place = _home_made(home) / DATABASE
    aside = free_name(home / KEPT, "before-restore")
    if place.exists() and place.samefile(source):
        raise StoreError(
            place=str(source), problem="is the store itself", remedy="a file made by legday backup"
        )
    return put_back(source, over=place, aside=aside)


def empty_home(home: Path, *, migrations: Migrations = MIGRATIONS) -> Path | None:
    """Puts an empty store in place of the one in `home`. What was there is kept; returned is where (None if nothing was)."""
    place = _home_made(home) / DATABASE
    with TemporaryDirectory(dir=home) as fresh:
        open_store(Path(fresh), migrations=migrations).close()
        return put_back(Path(fresh) / DATABASE, over=place, aside=free_name(home / KEPT, "before-delete"))


def _home_made(home: Path) -> Path:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as refused:
        raise StoreError(
            place=str(home), problem=f"cannot be a home ({refused.strerror})", remedy="another --home"
        ) from refused
    return home


def _for_owner_only(place: Path) -> None:
    """SQLite would make the file readable for all; an empty one that is there already is a new store to it."""
    try:
        place.touch(mode=0o600)
    except OSError as refused:
        raise StoreError(
            place=str(place), problem=f"cannot be written ({refused.strerror})", remedy="another --home"
        ) from refused


class Store:
    """One runner's memory. All methods raise StoreError for what the database refuses; all writes are on disk when they return."""

    def __init__(
        self, engine: Engine, *, runner: str, place: str, file: Path | None, migrations: Migrations
    ) -> None:
        self.runner = runner
        self.place = place
        self._engine = engine
        self._file = file
        self._migrations = migrations

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    def bring_up_to_date(self) -> None:
        """Upgrades the schema if needed, keeping a copy first, and makes sure of the runner's row."""
        with reading(self._engine, place=self.place) as connection:
            version = version_of(connection, self._migrations, place=self.place)
            if version == self._migrations.newest and _known(connection, self.runner):
                return
        if version not in {None, self._migrations.newest} and self._file is not None:
            self.backup(free_name(self._kept(), f"before-schema-{self._migrations.newest}"))
        with writing(self._engine, place=self.place) as connection:
            bring_up_to_date(connection, self._migrations, place=self.place)
            ensure_runner(connection, RUNNER, self.runner)

    def schema_version(self) -> str:
        """The schema's version id, as the database says."""
        with reading(self._engine, place=self.place) as connection:
            return str(version_of(connection, self._migrations, place=self.place))

    def problems(self) -> tuple[str, ...]:
        """What the database finds wrong with itself; empty when sound. PostgreSQL checks its pages on its own."""
        if self._file is None:
            return ()
        with reading(self._engine, place=self.place) as connection:
            return problems_of(_sqlite(connection))

    # The journal

    def append(self, entry: AnyEntry) -> bool:
        """Adds `entry`; False when it is there already. StoreError for another entry with the same id."""
        with writing(self._engine, place=self.place) as connection:
            self._alone(connection)
            mine = and_(ENTRY.c.runner_id == self.runner, ENTRY.c.id == str(entry.id))
            body = connection.execute(select(ENTRY.c.body).where(mine)).scalar_one_or_none()
            if body is None:
                connection.execute(ENTRY.insert(), self._entry_row(entry))
                return True
        if entry_of(body) != entry:
            raise StoreError(
                place=self.place,
                problem=f"entry {entry.id} is there already and says something else",
                remedy="a new id for a new entry",
            )
        return False

    def append_all(self, entries: Sequence[AnyEntry]) -> None:
        """Adds entries with new ids, all of them or none. StoreError where one of the ids is there already."""
        if entries:
            with writing(self._engine, place=self.place) as connection:
                self._alone(connection)
                connection.execute(ENTRY.insert(), [self._entry_row(entry) for entry in entries])

    def entries(self) -> tuple[AnyEntry, ...]:
        """The whole journal in the order of time."""
        mine = select(ENTRY.c.body).where(ENTRY.c.runner_id == self.runner)
        with reading(self._engine, place=self.place) as connection:
            bodies = connection.execute(mine.order_by(ENTRY.c.at_us, ENTRY.c.id)).scalars().all()
        return entries_of(bodies)

    def version(self) -> tuple[int, int, int]:
        """Changes with everything that is added: how many entries, files and recordings there are."""
        with reading(self._engine, place=self.place) as connection:
            entries, files, recordings = (
                connection.execute(
                    select(func.count()).select_from(table).where(table.c.runner_id == self.runner)
                ).scalar_one()
                for table in (ENTRY, FILE, RECORDING)
            )
        return entries, files, recordings

    # Runs

    def import_file(
        self, *, sha256: str, file: str, recordings: Sequence[ReadRecording], problem: str | None = None
    ) -> ImportOutcome:
        """Remembers a file and what it holds in one transaction: after it returns, all of it is on disk.

        Bytes known already change nothing. Of recordings of the same run the richer stays; the poorer keeps its
        summary as a duplicate and gives up its samples (its file still has them).
        """
        with writing(self._engine, place=self.place) as connection:
            self._alone(connection)
            known = self._file_row(connection, sha256)
            if known is not None and known["recordings"]:
                return ImportOutcome(duplicates=len(recordings))
            row = {"name": file, "recordings": len(recordings), "problem": problem}
            if known is None:
                connection.execute(FILE.insert(), row | {"runner_id": self.runner, "sha256": sha256})
            else:
                mine = and_(FILE.c.runner_id == self.runner, FILE.c.sha256 == sha256)
                connection.execute(FILE.update().where(mine).values(row))
            outcomes = [self._remember(connection, *read) for read in recordings]
        return ImportOutcome(
            new=outcomes.count("new"),
            replaced=outcomes.count("replaced"),
            duplicates=outcomes.count("duplicate"),
        )

    def knows_file(self, sha256: str) -> bool:
        """Whether reading these bytes again would bring nothing: they gave recordings, or were no recording at all.

        A file that was refused is not known: a newer legday may read it, and the runner is told again.
        """
        found = self.file(sha256)
        return found is not None and (found.recordings > 0 or found.problem is None)

    def file(self, sha256: str) -> ImportedFile | None:
        """What is known of the file with these bytes."""
        with reading(self._engine, place=self.place) as connection:
            row = self._file_row(connection, sha256)
        if row is None:
            return None
        return ImportedFile(
            sha256=sha256, name=row["name"], recordings=row["recordings"], problem=row["problem"]
        )

    def recordings(
        self, *, sport: Sport | None = None, since: datetime | None = None
    ) -> tuple[tuple[Recording, Digest], ...]:
        """All recordings with their digests, oldest first, without duplicates; `since` is an aware moment."""
        wanted = select(RECORDING).where(RECORDING.c.runner_id == self.runner, RECORDING.c.twin_of.is_(None))
        if sport is not None:
            wanted = wanted.where(RECORDING.c.sport == sport.value)
        if since is not None:
            wanted = wanted.where(RECORDING.c.start_us >= microseconds(since))
        with reading(self._engine, place=self.place) as connection:
            rows = connection.execute(wanted.order_by(RECORDING.c.start_us, RECORDING.c.id)).mappings().all()
        return tuple((recording_of(row), digest_of(row["digest"])) for row in rows)

    def duplicates(self, recording: str) -> tuple[Recording, ...]:
        """The poorer recordings of the same run as the one with this id, oldest first."""
        poorer = select(RECORDING).where(
            RECORDING.c.runner_id == self.runner, RECORDING.c.twin_of == recording
        )
        with reading(self._engine, place=self.place) as connection:
            rows = connection.execute(poorer.order_by(RECORDING.c.start_us, RECORDING.c.id)).mappings().all()
        return tuple(recording_of(row) for row in rows)

    def samples(self, recording: str) -> Samples | None:
        """The samples of the recording with this id; None when it has none or is not known."""
        mine = and_(SAMPLES.c.runner_id == self.runner, SAMPLES.c.recording_id == recording)
        with reading(self._engine, place=self.place) as connection:
            packed = connection.execute(select(SAMPLES.c.packed).where(mine)).scalar_one_or_none()
        return None if packed is None else unpack(packed)

    # Safekeeping

    def backup(self, to: Path) -> Path:
        """A verified copy as one file; in a folder it is named `legday-backup.sqlite`. The store may be in use meanwhile."""
        self._only_sqlite("backed up", remedy="pg_dump")
        target = to / "legday-backup.sqlite" if to.is_dir() else to
        with reading(self._engine, place=self.place) as connection:
            return copy_whole(_sqlite(connection), target)

    def restore(self, source: Path) -> Path | None:
        """Puts a backup in place of this store, upgrades it if it is older; returns where the replaced one is kept."""
        home = self._only_sqlite("restored", remedy="pg_restore").parent
        self.close()
        kept = restore_home(home, source=source, migrations=self._migrations)
        self.bring_up_to_date()
        return kept

    def empty(self) -> Path | None:
        """Forgets everything, as if nothing had ever been said; returns where a copy of what was known is kept."""
        home = self._only_sqlite("emptied", remedy="dropping the runner's rows").parent
        self.close()
        kept = empty_home(home, migrations=self._migrations)
        self.bring_up_to_date()
        return kept

    @property
    def home(self) -> Path:
        """The folder the store lies in. StoreError where it is a server's."""
        return self._only_sqlite("kept in a folder", remedy="a home of your own").parent

    def _only_sqlite(self, what: str, *, remedy: str) -> Path:
        if self._file is None:
            raise StoreError(
                place=self.place, problem=f"a server's database is not {what} here", remedy=remedy
            )
        return self._file

    def _kept(self) -> Path:
        folder = self._only_sqlite("kept", remedy="pg_dump").parent / KEPT
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def _alone(self, connection: Connection) -> None:
        """One writer per runner at a time on a server; in SQLite the transaction itself already is alone."""
        connection.execute(select(RUNNER.c.id).where(RUNNER.c.id == self.runner).with_for_update())

    def _entry_row(self, entry: AnyEntry) -> dict[str, Any]:
        return {
            "runner_id": self.runner,
            "id": str(entry.id),
            "at_us": microseconds(entry.at),
            "tag": entry.tag,
            "body": entry_json(entry),
        }

    def _file_row(self, connection: Connection, sha256: str) -> Any:
        mine = and_(FILE.c.runner_id == self.runner, FILE.c.sha256 == sha256)
        return connection.execute(select(FILE).where(mine)).mappings().one_or_none()

    def _remember(
        self, connection: Connection, recording: Recording, samples: Samples | None, digest: Digest
    ) -> str:
        twins = self._twins(connection, recording)
        best = reduce(richer, [*twins, recording])  # of equals the one known longer stays
        twin_of = None if best.id == recording.id else best.id
        row = row_of(recording, digest) | {"runner_id": self.runner, "twin_of": twin_of}
        connection.execute(RECORDING.insert(), row)
        if twin_of is not None:
            return "duplicate"
        self._step_back(connection, [twin.id for twin in twins], behind=recording.id)
        if samples is not None:
            packed = {"runner_id": self.runner, "recording_id": recording.id, "packed": pack(samples)}
            connection.execute(SAMPLES.insert(), packed)
        return "replaced" if twins else "new"

    def _twins(self, connection: Connection, recording: Recording) -> list[Recording]:
        """Recordings of the same run; from other files, or from this one where it holds a run twice."""
        start, reach = microseconds(recording.start), START_S * 1_000_000
        near = select(RECORDING).where(
            RECORDING.c.runner_id == self.runner,
            RECORDING.c.twin_of.is_(None),
            RECORDING.c.start_us.between(start - reach, start + reach),
        )
        found = [recording_of(row) for row in connection.execute(near.order_by(RECORDING.c.id)).mappings()]
        return [other for other in found if same_run(other, recording)]

    def _step_back(self, connection: Connection, poorer: list[str], *, behind: str) -> None:
        if not poorer:
            return
        mine = RECORDING.c.runner_id == self.runner
        among = RECORDING.c.id.in_(poorer) | RECORDING.c.twin_of.in_(poorer)
        connection.execute(RECORDING.update().where(mine, among).values(twin_of=behind))
        theirs = and_(SAMPLES.c.runner_id == self.runner, SAMPLES.c.recording_id.in_(poorer))
        connection.execute(SAMPLES.delete().where(theirs))


def _known(connection: Connection, runner: str) -> bool:
    return connection.execute(select(RUNNER.c.id).where(RUNNER.c.id == runner)).first() is not None


def _sqlite(connection: Connection) -> Any:
    return cast("Any", connection.connection.driver_connection)
