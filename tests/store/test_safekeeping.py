"""Backup and restore: whole, verified, for the owner only, and never over the only copy."""

import sqlite3

import pytest

from legday.model.errors import StoreError
from legday.store import open_store, restore_home
from store_facts import a_run, an_hour, import_run, profile_set


@pytest.fixture
def filled(sqlite_store):
    sqlite_store.append(profile_set(1))
    import_run(sqlite_store, a_run(1), an_hour())
    return sqlite_store


def damage(path) -> None:
    """Overwrites the middle of a database."""
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2 : len(raw) // 2 + 8192] = b"\xa5" * 8192
    path.write_bytes(raw)


def test_a_backup_holds_everything_in_one_file_of_its_owner(filled, tmp_path):
    path = filled.backup(tmp_path / "march.sqlite")
    assert path == tmp_path / "march.sqlite"
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "march.sqlite"]
    restore_home(tmp_path / "other", source=path)
    with open_store(tmp_path / "other") as other:
        assert other.entries() == filled.entries()
        assert other.recordings() == filled.recordings()
        assert len(other.samples(a_run(1).id)) == len(an_hour())


def test_a_backup_into_a_folder_gets_a_name(filled, tmp_path):
    assert filled.backup(tmp_path) == tmp_path / "legday-backup.sqlite"


def test_a_backup_never_writes_over_a_file(filled, tmp_path):
    (tmp_path / "precious").write_text("mine")
    with pytest.raises(StoreError, match=r"already exists\. Maybe another name"):
        filled.backup(tmp_path / "precious")
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_backup_to_nowhere_is_told(filled, tmp_path):
    with pytest.raises(StoreError, match="cannot be written"):
        filled.backup(tmp_path / "missing" / "march.sqlite")


def test_a_backup_may_be_made_while_others_write(filled, home, tmp_path):
    with open_store(home) as other:
        path = filled.backup(tmp_path / "one.sqlite")
        other.append(profile_set(2))
        later = filled.backup(tmp_path / "two.sqlite")
    for backup, entries in ((path, 1), (later, 2)):
        with sqlite3.connect(backup) as database:
            assert database.execute("SELECT count(*) FROM entry").fetchone() == (entries,)
        database.close()


def test_a_backup_in_the_middle_of_someones_write_holds_what_was_written_before(filled, home, tmp_path):
    writer = sqlite3.connect(home / "legday.sqlite", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO runner VALUES ('somebody')")
    path = filled.backup(tmp_path / "march.sqlite")
    writer.execute("COMMIT")
    writer.close()
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT id FROM runner").fetchall() == [("me",)]
    database.close()


def test_restoring_puts_the_backup_in_place_and_keeps_what_was_there(filled, home, tmp_path):
    backup = filled.backup(tmp_path / "march.sqlite")
    filled.append(profile_set(2))
    kept = filled.restore(backup)
    assert filled.entries() == (profile_set(1),)
    assert kept == home / "kept" / "before-restore-1.sqlite"
    assert filled.restore(kept) == home / "kept" / "before-restore-2.sqlite"
    assert filled.entries() == (profile_set(1), profile_set(2))
    assert filled.problems() == ()


def test_another_process_that_has_the_store_open_sees_what_was_restored(filled, home, tmp_path):
    backup = filled.backup(tmp_path / "march.sqlite")
    with open_store(home) as other:
        other.append(profile_set(2))
        filled.restore(backup)
        assert other.entries() == (profile_set(1),)
        assert other.append(profile_set(3)) is True
    assert filled.entries() == (profile_set(1), profile_set(3))


def test_a_broken_store_can_be_restored_and_the_broken_one_is_kept(filled, home, tmp_path):
    backup = filled.backup(tmp_path / "march.sqlite")
    filled.close()
    (home / "legday.sqlite").write_bytes(b"rubbish" * 1000)
    kept = restore_home(home, source=backup)
    assert kept.read_bytes() == b"rubbish" * 1000
    with open_store(home) as store:
        assert store.entries() == (profile_set(1),)


def test_a_store_that_is_in_use_is_not_taken_for_broken(filled, home, tmp_path):
    backup = filled.backup(tmp_path / "march.sqlite")
    filled.close()
    holder = sqlite3.connect(home / "legday.sqlite", isolation_level=None)
    holder.execute("PRAGMA journal_mode = DELETE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match=r"locked\. Maybe try again"):
        restore_home(home, source=backup)
    holder.execute("COMMIT")
    holder.close()
    assert filled.entries() == (profile_set(1),)


def test_restoring_into_a_home_that_does_not_exist_makes_it(filled, tmp_path):
    backup = filled.backup(tmp_path / "march.sqlite")
    assert restore_home(tmp_path / "new" / "home", source=backup) is None
    assert [path.name for path in (tmp_path / "new" / "home").iterdir()] == ["legday.sqlite"]
    with open_store(tmp_path / "new" / "home") as store:
        assert store.entries() == (profile_set(1),)


@pytest.mark.parametrize("kind", ["missing", "text", "damaged", "stranger", "newer"])
def test_a_backup_that_is_not_sound_is_refused_and_nothing_changes(filled, tmp_path, kind):
    source = tmp_path / "march.sqlite"
    if kind == "text":
        source.write_text("a letter, not a database" * 50)
    elif kind == "stranger":
        with sqlite3.connect(source) as database:
            database.execute("CREATE TABLE songs (title)")
        database.close()
    elif kind in {"damaged", "newer"}:
        filled.backup(source)
    if kind == "damaged":
        damage(source)
    if kind == "newer":
        with sqlite3.connect(source) as database:
            database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.close()
    told = {
        "missing": "is not a file",
        "text": "is not a sound backup: file is not a database",
        "damaged": "is not a sound backup",
        "stranger": "is not a legday backup",
        "newer": "is from a newer legday .schema 9999",
    }
    with pytest.raises(StoreError, match=told[kind]):
        filled.restore(source)
    assert filled.entries() == (profile_set(1),)
    assert not (tmp_path / "home" / "kept").exists()


def test_the_store_is_not_restored_from_itself(filled, home):
    with pytest.raises(StoreError, match="is the store itself"):
        filled.restore(home / "legday.sqlite")
    assert filled.entries() == (profile_set(1),)


def test_damage_is_found_when_asked_for(filled, home):
    assert filled.problems() == ()
    filled.close()
    damage(home / "legday.sqlite")
    try:
        with open_store(home) as store:
            problems = store.problems()
    except StoreError as refused:
        problems = (refused.problem,)
    assert problems != ()


def test_a_servers_database_is_backed_up_by_its_own_tools(home, postgresql, tmp_path):
    with open_store(home, url=postgresql) as store:
        assert store.problems() == ()
        with pytest.raises(StoreError, match="Maybe pg_dump"):
            store.backup(tmp_path / "march.sqlite")
        with pytest.raises(StoreError, match="Maybe pg_restore"):
            store.restore(tmp_path / "march.sqlite")
