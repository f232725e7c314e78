"""A store that is kept open reads only what is new, and has at any moment what one opened just now has."""

import shutil
from dataclasses import replace
from datetime import timedelta
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.model.journal import Retracted
from legday.model.standing_entries import Standing, standing_entries
from legday.store import open_store
from legday.store.kept_journal import KeptJournal
from store_facts import MORNING, entry_id, profile_set


def taken_back(number, of):
    return Retracted(id=entry_id(number), at=MORNING + timedelta(seconds=number), of=entry_id(of))


def fresh(home):
    with open_store(home) as store:
        return store.entries(), store.standing()


@given(
    written=st.lists(st.tuples(st.integers(0, 1), st.booleans()), min_size=1, max_size=8),
    order=st.permutations(range(1, 9)),
)
@settings(deadline=None, max_examples=15, derandomize=True)
def test_an_open_store_has_what_one_opened_just_now_has(written, order):
    with TemporaryDirectory() as home:
        from pathlib import Path

        stores = [open_store(Path(home)), open_store(Path(home))]
        for (which, undone), number in zip(written, order, strict=False):
            stores[which].append(taken_back(number, 10 + number) if undone else profile_set(number))
            kept = [(one.entries(), one.standing()) for one in stores]
            assert kept == [fresh(Path(home))] * 2
            assert kept[0][1] == standing_entries(list(kept[0][0]))
        for one in stores:
            one.close()


def test_nothing_new_is_nothing_read(store):
    store.append(profile_set(1))
    assert store.entries() is store.entries()
    assert store.standing() is store.standing()


def test_what_was_read_is_not_read_again(store, monkeypatch):
    store.append(profile_set(1))
    first = store.entries()[0]
    store.append(profile_set(3))
    store.entries()
    store.append(profile_set(2))
    assert store.entries()[0] is first
    assert store.entries() == (profile_set(1), profile_set(2), profile_set(3))


def test_a_backup_put_back_by_another_process_is_seen_even_where_it_is_as_large(tmp_path):
    with open_store(tmp_path / "home") as open_one:
        open_one.append(profile_set(9))
        backup = open_one.backup(tmp_path / "copy.sqlite")
        open_one.append(profile_set(2))
        before, version = open_one.entries(), open_one.version()
        with open_store(tmp_path / "home") as other:
            other.restore(backup)
            other.append(replace(profile_set(3), at=MORNING))
        assert open_one.version() != version
        assert open_one.entries() != before
        assert (open_one.entries(), open_one.standing()) == fresh(tmp_path / "home")


def test_a_file_put_in_place_of_ours_is_compared_entry_by_entry(tmp_path):
    for name, numbers in (("one", (1, 2, 3)), ("two", (2, 4))):
        with open_store(tmp_path / name) as store:
            for number in numbers:
                store.append(profile_set(number))
    with open_store(tmp_path / "one") as store:
        kept = store._up_to_date()
    shutil.copy(tmp_path / "two" / "legday.sqlite", tmp_path / "one" / "legday.sqlite")
    with open_store(tmp_path / "one") as store:
        store._journal = kept
        assert store.entries() == (profile_set(2), profile_set(4))


def test_more_than_can_be_asked_for_by_name_is_read_all_the_same(store, monkeypatch):
    monkeypatch.setattr("legday.store.kept_journal.MOST_ASKED", 2)
    store.append_all([profile_set(number) for number in (1, 2, 3, 4, 5)])
    assert store.entries() == tuple(profile_set(number) for number in (1, 2, 3, 4, 5))
    store._journal = replace(store._journal, mark=(-1, "other"), entries=store.entries()[2:3])
    assert store.entries() == tuple(profile_set(number) for number in (1, 2, 3, 4, 5))


def test_what_stands_stands_as_it_is(store):
    standing = standing_entries([profile_set(1), taken_back(2, 1)])
    assert (type(standing), standing) == (Standing, ())
    assert standing_entries(standing) is standing
    assert KeptJournal("me").entries == ()


@pytest.mark.parametrize("runner", ["me", "you"])
def test_a_runner_sees_their_own_entries_alone(tmp_path, runner):
    with open_store(tmp_path / "home") as mine, open_store(tmp_path / "home", runner="you") as yours:
        mine.append(profile_set(1))
        assert yours.entries() == ()
        yours.append(profile_set(2))
        mine.append(profile_set(3))
        yours.append(profile_set(4))
        found = {"me": mine, "you": yours}[runner].entries()
        assert (
            found == {"me": (profile_set(1), profile_set(3)), "you": (profile_set(2), profile_set(4))}[runner]
        )
