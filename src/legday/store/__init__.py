"""What we remember: an append-only journal, runs and their samples; SQLite by default, PostgreSQL for many runners."""

from legday.store.home import (
    ImportedFile,
    ImportOutcome,
    Store,
    empty_home,
    is_home,
    open_store,
    restore_home,
)

__all__ = ["ImportOutcome", "ImportedFile", "Store", "empty_home", "is_home", "open_store", "restore_home"]
