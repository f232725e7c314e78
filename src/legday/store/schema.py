"""Decides whether a database is one of ours, how old its schema is, and brings it up to date."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, inspect, select, text

from legday.model.errors import StoreError


@dataclass(frozen=True, slots=True)
class Migrations:
    """Where the upgrade steps lie, and their ids from the first to the newest."""

    folder: Path
    versions: tuple[str, ...]

    @property
    def newest(self) -> str:
        return self.versions[-1]


MIGRATIONS = Migrations(folder=Path(__file__).parent / "migrations", versions=("0001",))
"""Alembic knows the same order from the files; naming it here lets a store open without importing Alembic."""

_UPGRADE_LOCK = 0x1E6DA7


def version_of(connection: Connection, migrations: Migrations, *, place: str) -> str | None:
    """The schema's version, None for an empty database. StoreError for a stranger's or a newer legday's."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if tables:
            raise StoreError(
                place=place, problem="is a database, but not one of legday's", remedy="another --home"
            )
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if version is not None and version not in migrations.versions:
        raise StoreError(
            place=place,
            problem=f"was written by a newer legday (schema {version}, this one knows {migrations.newest})",
            remedy="install the newer legday, or restore an older backup",
        )
    return version


def bring_up_to_date(connection: Connection, migrations: Migrations, *, place: str) -> None:
    """Runs the missing upgrade steps in the open transaction; a process that lost the race finds nothing to do."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _UPGRADE_LOCK})
    if version_of(connection, migrations, place=place) == migrations.newest:
        return
    from alembic import command
    from alembic.config import Config

    settings = Config(attributes={"connection": connection})
    settings.set_main_option("script_location", str(migrations.folder).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    command.upgrade(settings, "head")


def ensure_runner(connection: Connection, runner: Table, name: str) -> None:
    """A row for the runner, so that all others can point to it."""
    if connection.execute(select(runner.c.id).where(runner.c.id == name)).first() is None:
        connection.execute(runner.insert().values(id=name))
