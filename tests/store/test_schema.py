"""Schemas: made, upgraded with a copy first, refused when newer or somebody else's."""

import shutil
import sqlite3

import pytest
from sqlalchemy import create_engine, text

from legday.model.errors import StoreError
from legday.store import open_store
from legday.store.schema import MIGRATIONS, Migrations
from legday.store.tables import METADATA
from store_facts import MORNING, a_run, import_run, profile_set

NEXT_STEP = '''"""A step for this test."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("recording", sa.Column("shoes", sa.Text))
    {then}
'''


@pytest.fixture
def next_legday(tmp_path):
    """Makes the migrations of a legday to come, whose second step adds a column and then does `then`."""

    def made(then: str = "pass") -> Migrations:
        folder = tmp_path / "migrations"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(MIGRATIONS.folder, folder)
        (folder / "versions" / "0002_shoes.py").write_text(NEXT_STEP.format(then=then))
        return Migrations(folder=folder, versions=(*MIGRATIONS.versions, "0002"))

    return made


def columns(home) -> set[str]:
    with sqlite3.connect(home / "legday.sqlite") as database:
        names = {row[1] for row in database.execute("PRAGMA table_info(recording)")}
    database.close()
    return names


def test_the_steps_make_exactly_the_tables_that_the_code_reads(home, url):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    open_store(home, url=url).close()
    engine = create_engine(url or f"sqlite:///{home / 'legday.sqlite'}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, METADATA)
    engine.dispose()
    assert differences == []


def test_the_versions_named_in_the_code_are_those_of_the_files_in_their_order():
    from alembic.script import ScriptDirectory

    steps = ScriptDirectory(str(MIGRATIONS.folder)).walk_revisions()
    assert tuple(step.revision for step in steps)[::-1] == MIGRATIONS.versions


def test_an_older_store_is_upgraded_and_a_copy_is_kept_first(home, next_legday):
    with open_store(home) as store:
        store.append(profile_set())
    with open_store(home, migrations=next_legday()) as store:
        assert store.schema_version() == "0002"
        assert store.entries() == (profile_set(),)
    assert "shoes" in columns(home)
    kept = home / "kept" / "before-schema-0002-1.sqlite"
    assert kept.is_file()
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]
    with sqlite3.connect(kept) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert copy.execute("SELECT count(*) FROM entry").fetchone() == (1,)
    copy.close()


def test_an_upgrade_happens_once(home, next_legday):
    open_store(home).close()
    for _ in range(2):
        open_store(home, migrations=next_legday()).close()
    assert len(list((home / "kept").iterdir())) == 1


def test_postgresql_is_upgraded_by_the_same_steps(home, postgresql, next_legday):
    with open_store(home, url=postgresql) as store:
        store.append(profile_set())
    with open_store(home, url=postgresql, migrations=next_legday()) as store:
        assert store.schema_version() == "0002"
        assert store.entries() == (profile_set(),)


def test_an_upgrade_that_fails_half_way_changes_nothing(home, next_legday):
    with open_store(home) as store:
        import_run(store, a_run(start=MORNING))
    with pytest.raises(StoreError, match="no such table"):
        open_store(home, migrations=next_legday('op.execute("DELETE FROM nowhere")'))
    assert "shoes" not in columns(home)
    with open_store(home) as store:
        assert store.schema_version() == "0001"
        assert [recording for recording, _ in store.recordings()] == [a_run(start=MORNING)]


def test_a_store_of_a_newer_legday_is_refused_in_words(home, url, next_legday):
    open_store(home, url=url, migrations=next_legday()).close()
    with pytest.raises(StoreError, match=r"was written by a newer legday .schema 0002, this one knows 0001"):
        open_store(home, url=url)


def test_somebody_elses_database_is_refused_and_left_alone(home):
    home.mkdir()
    with sqlite3.connect(home / "legday.sqlite") as database:
        database.execute("CREATE TABLE songs (title)")
    database.close()
    with pytest.raises(StoreError, match="a database, but not one of legday's"):
        open_store(home)
    with sqlite3.connect(home / "legday.sqlite") as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]
    database.close()


def test_a_file_that_is_no_database_is_refused_with_a_remedy(home):
    home.mkdir()
    (home / "legday.sqlite").write_bytes(b"not a database, at least 100 bytes of it" * 10)
    with pytest.raises(StoreError, match=r"file is not a database\. Maybe legday restore"):
        open_store(home)


def test_a_home_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be a home"):
        open_store(tmp_path / "file")


def test_an_address_that_makes_no_sense_is_refused(home):
    with pytest.raises(StoreError, match="cannot be used as a database"):
        open_store(home, url="nonsense://localhost/legday")


def test_a_server_that_does_not_answer_is_told_without_the_password(home):
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(StoreError) as refused:
        open_store(home, url="postgresql+psycopg://legday:secret@127.0.0.1:1/legday?connect_timeout=3")
    assert "secret" not in str(refused.value)


def test_every_table_says_whose_its_rows_are():
    for table in METADATA.tables.values():
        assert ("id" if table.name == "runner" else "runner_id") in table.primary_key.columns


def test_a_deleted_row_of_the_version_table_does_not_pass_for_an_empty_store(home):
    open_store(home).close()
    engine = create_engine(f"sqlite:///{home / 'legday.sqlite'}")
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    engine.dispose()
    with pytest.raises(StoreError):
        open_store(home)
