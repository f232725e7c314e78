"""Decides what restoring is: a verified backup takes the place of what is there, which is kept aside."""

from pathlib import Path

from legday.store import restore_home


def restore(home: Path, *, backup: Path) -> Path | None:
    """Puts a backup in place, also of a broken or missing store; returns where the replaced one is kept.

    StoreError where the backup is not one of ours or is damaged; then nothing changes.
    """
    return restore_home(home, source=backup)
