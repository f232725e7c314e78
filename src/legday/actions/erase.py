"""Decides what deleting everything is: an empty home, and a copy of what was in it kept aside."""

from pathlib import Path

from legday.store import Store


def erase(store: Store) -> Path | None:
    """Forgets everything that was said and imported; returns where a copy of it is kept. StoreError where that cannot be written."""
    return store.empty()
