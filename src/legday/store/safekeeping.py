"""Decides how a SQLite store is copied, verified and put back: never half, never over the only copy."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from legday.model.errors import StoreError
from legday.store.schema import Migrations


def copy_whole(source: sqlite3.Connection, to: Path) -> Path:
    """A consistent copy of `source` (in use or not) as one verified file at `to`, which must not exist yet."""
    if to.exists():
        raise StoreError(place=str(to), problem="already exists", remedy="another name")
    half = to.with_name(f"{to.name}.part")
    half.unlink(missing_ok=True)
    try:
        os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with _opened(half) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file to carry, no -wal beside it
        problems = problems_in(half)
        if problems:
            raise StoreError(place=str(to), problem=f"the copy is not sound: {problems[0]}")
        _to_disk(half)
        os.link(half, to)
        _to_disk(to.parent)
    except (sqlite3.Error, OSError) as refused:
        raise StoreError(
            place=str(to), problem=f"cannot be written ({refused})", remedy="another folder"
        ) from refused
    finally:
        half.unlink(missing_ok=True)
    return to


def problems_in(path: Path) -> tuple[str, ...]:
    """What SQLite finds wrong in the file at `path`: broken pages, broken references; nothing when sound."""
    try:
        with _opened(path) as database:
            return problems_of(database)
    except sqlite3.Error as refused:
        if "locked" in str(refused):  # in use is not broken
            raise StoreError(
                place=str(path), problem=str(refused), remedy="try again in a moment"
            ) from refused
        return (str(refused),)


def problems_of(database: sqlite3.Connection) -> tuple[str, ...]:
    """As `problems_in`, for an open database."""
    pages = [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
    references = [
        f"a row of {row[0]} points to nothing in {row[2]}"
        for row in database.execute("PRAGMA foreign_key_check")
    ]
    return tuple(pages + references)


def verify_backup(path: Path, migrations: Migrations) -> None:
    """StoreError when the file at `path` is missing, broken, not legday's, or newer than this legday."""
    if not path.is_file():
        raise StoreError(place=str(path), problem="is not a file", remedy="a file made by legday backup")
    problems = problems_in(path)
    if problems:
        raise StoreError(
            place=str(path), problem=f"is not a sound backup: {problems[0]}", remedy="an older one"
        )
    with _opened(path) as database:
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
        found = None
        if {"alembic_version", "entry"} <= tables:
            found = database.execute("SELECT version_num FROM alembic_version").fetchone()
    if found is None:
        raise StoreError(
            place=str(path), problem="is not a legday backup", remedy="a file made by legday backup"
        )
    if found[0] not in migrations.versions:
        raise StoreError(
            place=str(path), problem=f"is from a newer legday (schema {found[0]})", remedy="install that one"
        )


def put_back(backup: Path, *, over: Path, aside: Path) -> Path | None:
    """Puts `backup` in place of the store at `over`; returns where what was there is kept, None if nothing was.

    A sound store is copied to `aside`, then overwritten in one transaction, so that other processes see before or
    after, never between. A broken one is moved to `aside` with its journal files, for whoever may still mend it.
    """
    if not over.exists() or problems_in(over):
        return _replace(over, backup, aside)
    aside.parent.mkdir(mode=0o700, exist_ok=True)
    with _opened(over) as live, _opened(backup) as source:
        copy_whole(live, aside)
        live.execute("PRAGMA busy_timeout = 15000")
        source.backup(live)
        live.execute("PRAGMA journal_mode = WAL")
    return aside


def _replace(over: Path, backup: Path, aside: Path) -> Path | None:
    """The new file is complete before the old one leaves its name, so that no moment is without a store."""
    fresh = over.with_name(f"{over.name}.restored")
    fresh.unlink(missing_ok=True)
    with _opened(backup) as source:
        copy_whole(source, fresh)
    kept = None
    if over.exists():
        aside.parent.mkdir(mode=0o700, exist_ok=True)
        for ending in ("-wal", "-shm"):  # a journal left behind would be played into the new file
            if (part := over.with_name(over.name + ending)).exists():
                part.rename(aside.with_name(aside.name + ending))
        os.link(over, aside)
        kept = aside
    fresh.replace(over)
    _to_disk(over.parent)
    return kept


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.execute("PRAGMA synchronous = FULL")
        yield database
    finally:
        database.close()


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def free_name(folder: Path, stem: str) -> Path:
    """The first of `stem-1.sqlite`, `stem-2.sqlite` … that is not taken in `folder`."""
    number = 1
    while (path := folder / f"{stem}-{number}.sqlite").exists():
        number += 1
    return path
