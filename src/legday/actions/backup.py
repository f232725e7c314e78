"""Decides what a backup is: one verified file with everything in it."""

from pathlib import Path

from legday.store import Store


def backup(store: Store, to: Path) -> Path:
    """Writes a consistent copy of the home, verified by opening it. StoreError where that fails."""
    return store.backup(to)
