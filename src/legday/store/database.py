"""Decides how a database is spoken to: durable and patient SQLite, or PostgreSQL, with the same transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    URL,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Table,
    create_engine,
    event,
    func,
    literal_column,
    select,
)
from sqlalchemy.exc import DBAPIError

from legday.model.errors import StoreError

BUSY_MS = 15_000
"""How long a write waits for another process's write before it gives up (our setting)."""

_EACH_CONNECTION = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE would slip past the journal's guard
)


def sqlite_engine(path: Path) -> Engine:
    """An engine over the file at `path`; creates it when first written to."""
    engine = create_engine(URL.create("sqlite+pysqlite", database=str(path)))
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def engine_of(url: str) -> Engine:
    """An engine over a server. StoreError when the driver is not installed or the address makes no sense."""
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError

    try:
        return create_engine(url)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as refused:
        raise StoreError(
            place=url.rsplit("@", maxsplit=1)[-1],
            problem=f"cannot be used as a database ({refused})",
            remedy="postgresql+psycopg://… and pip install legday[postgres]",
        ) from None


@contextmanager
def reading(engine: Engine, *, place: str) -> Iterator[Connection]:
    """One consistent look at the database. StoreError for whatever the database refuses."""
    with _told(place), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, *, place: str) -> Iterator[Connection]:
    """One transaction, kept whole or not at all, alone from its first statement on."""
    with _told(place), engine.connect() as connection:
        writer = connection.execution_options(legday_writes=True)
        with writer.begin():
            yield writer


Mark = tuple[int, str | None]
"""How far a table has grown: a number that goes up with every row added, and the key of the row added last."""

ROW: ColumnElement[int] = literal_column("rowid", Integer)
"""SQLite's own number of a row; nothing is ever deleted, so that a new one has the greatest."""


def mark_of(connection: Connection, table: Table, key: Column[str], *, runner: str) -> Mark:
    """The mark of a runner's rows in a table from which nothing is ever deleted; known without counting where the database numbers its rows.

    The key tells another file apart, put in place of the one that was read, which holds as many rows.
    """
    if numbers_rows(connection):
        last = select(ROW, key).select_from(table).order_by(ROW.desc()).limit(1)
        found = connection.execute(last).one_or_none()
    else:
        asked = select(func.count(), func.max(key)).select_from(table).where(table.c.runner_id == runner)
        found = connection.execute(asked).one()
    return (found[0], found[1]) if found else (0, None)


def numbers_rows(connection: Connection) -> bool:
    """Whether the database numbers its rows in the order in which they were added."""
    return connection.dialect.name == "sqlite"


@contextmanager
def _told(place: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as refused:
        raise StoreError(place=place, problem=str(refused.orig).strip(), remedy=_remedy(refused)) from refused
    except (sqlite3.Error, OSError) as refused:
        raise StoreError(place=place, problem=str(refused)) from refused


def _remedy(refused: DBAPIError) -> str:
    words = str(refused.orig)
    if "locked" in words:
        return "another legday is still writing; try again when it is done"
    if "not a database" in words or "malformed" in words:
        return "legday restore with your last backup"
    if "full" in words:
        return "free some room on the disk"
    return "see legday doctor"


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says, not where sqlite3 guesses
    for statement in _EACH_CONNECTION:
        connection.execute(statement)
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("legday_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
