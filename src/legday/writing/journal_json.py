"""Decides how the journal is written as JSON: one entry a line, oldest first, each with its tag."""

from collections.abc import Iterable

from legday.model.journal import AnyEntry


def journal_json(entries: Iterable[AnyEntry]) -> str:
    """JSON lines (UTF-8, a newline after each); reading a line gives the same entry again."""
    from pydantic import TypeAdapter

    adapter: TypeAdapter[AnyEntry] = TypeAdapter(AnyEntry)
    return "".join(f"{adapter.dump_json(entry).decode()}\n" for entry in entries)
