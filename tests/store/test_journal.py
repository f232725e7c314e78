"""The journal: entries come back as they were, once each, and cannot be changed."""

import sqlite3
from datetime import timedelta

import pytest
from hypothesis import given, settings
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from entry_draws import entries
from legday.model.errors import StoreError
from legday.model.journal import Retracted
from legday.model.runner import Style
from legday.store import open_store
from legday.store.entry_json import entries_of, entry_json, entry_of
from store_facts import MORNING, ana, entry_id, profile_set


@given(entry=entries)
@settings(deadline=None, max_examples=50, derandomize=True)
def test_every_entry_comes_back_from_json_as_it_was(entry):
    assert entry_of(entry_json(entry)) == entry
    assert entries_of([entry_json(entry)] * 2) == (entry, entry)


@given(entry=entries)
@settings(deadline=None, max_examples=20, derandomize=True)
def test_json_of_an_entry_is_the_same_text_again_after_a_round(entry):
    text = entry_json(entry)
    assert type(entry_of(text)) is type(entry)
    assert entry_of(entry_json(entry_of(text))) == entry


def test_a_new_store_has_an_empty_journal(store):
    assert store.entries() == ()


def test_entries_come_back_in_the_order_of_time_whatever_the_order_they_came_in(store):
    first, second, third = profile_set(1), profile_set(2, style=Style.EVIDENCE), profile_set(3)
    assert [store.append(entry) for entry in (third, first, second)] == [True, True, True]
    assert store.entries() == (first, second, third)


def test_sending_an_entry_twice_changes_nothing(store):
    entry = profile_set()
    assert store.append(entry) is True
    assert store.append(entry) is False
    assert store.entries() == (entry,)


def test_another_entry_with_the_same_id_is_refused(store):
    store.append(profile_set())
    with pytest.raises(StoreError, match="says something else"):
        store.append(Retracted(id=entry_id(1), at=MORNING, of=entry_id(9)))
    assert store.entries() == (profile_set(),)


def test_an_entry_without_a_zone_in_its_moment_is_refused(store):
    naive = Retracted(id=entry_id(1), at=MORNING.replace(tzinfo=None), of=entry_id(2))
    with pytest.raises(ValueError, match="has no zone"):
        store.append(naive)
    assert store.entries() == ()


def test_a_moment_in_another_zone_is_the_same_moment(store):
    from datetime import timezone

    entry = Retracted(id=entry_id(1), at=MORNING.astimezone(timezone(timedelta(hours=5))), of=entry_id(2))
    store.append(entry)
    assert store.entries() == (entry,)


@pytest.mark.parametrize("change", ["UPDATE entry SET body = '{}'", "DELETE FROM entry"])
def test_the_database_itself_refuses_to_change_the_journal(home, url, change):
    with open_store(home, url=url) as store:
        store.append(profile_set())
    engine = create_engine(url or f"sqlite:///{home / 'legday.sqlite'}")
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(change))
    engine.dispose()
    with open_store(home, url=url) as store:
        assert store.entries() == (profile_set(),)


def test_the_journal_cannot_be_emptied_in_postgresql_either(postgresql, home):
    with open_store(home, url=postgresql) as store:
        store.append(profile_set())
    engine = create_engine(postgresql)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text("TRUNCATE entry"))
    engine.dispose()


def test_insert_or_replace_does_not_slip_past_the_guard(sqlite_store, home):
    sqlite_store.append(profile_set())
    from legday.store.database import sqlite_engine

    engine = sqlite_engine(home / "legday.sqlite")
    replace = "INSERT OR REPLACE INTO entry SELECT runner_id, id, at_us, tag, '{}' FROM entry"
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(replace))
    engine.dispose()
    assert sqlite_store.entries() == (profile_set(),)


def test_runners_in_one_database_do_not_see_each_other(home, url):
    with open_store(home, url=url, runner="ana") as hers, open_store(home, url=url, runner="bor") as his:
        hers.append(profile_set(1))
        his.append(profile_set(1, name="Bor"))
        assert hers.entries() == (profile_set(1),)
        assert his.entries()[0].profile == ana(name="Bor")


def test_a_closed_store_left_one_file_in_a_folder_for_its_owner_only(home):
    with open_store(home) as store:
        store.append(profile_set())
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "legday.sqlite").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in home.iterdir()] == ["legday.sqlite"]
    with sqlite3.connect(home / "legday.sqlite") as database:
        assert database.execute("SELECT runner_id, tag FROM entry").fetchall() == [("me", "profile-set")]
    database.close()
