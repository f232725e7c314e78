"""Decides what a verb of the terminal is given: the home, the catalogue, today, and where to print."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING, Any, TextIO

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from legday.actions.state import Facts
    from legday.model.catalogue import Catalogue
    from legday.store import Store

PIPED_WIDTH = 110
"""Columns where no terminal says how many it has."""


def default_home() -> Path:
    """Where a runner's data lives unless told otherwise: the platform's place for application data."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "legday"
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "legday"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open home with the catalogue."""

    store: "Store"
    catalogue: "Catalogue"

    def facts(self, said: datetime | None, *, weeks: int) -> "Facts":
        """What is known today (`said`, else by the clocks of the runner's zone), with `weeks` weeks of outlook."""
        from legday.actions.state import facts

        moment = said or self._now()
        return facts(
            self.store,
            self.catalogue,
            today=moment.date(),
            weeks=weeks,
            not_before=None if said else moment,
        )

    def day_facts(self, said: datetime | None, *, weeks: int) -> "Facts":
        """What is known of the whole of today: what was planned for earlier in it still stands."""
        return self.facts(datetime.combine(self.today(said), time()), weeks=weeks)

    def today(self, said: datetime | None) -> date:
        """The date said, else the one the clocks of the runner's zone show."""
        return (said or self._now()).date()

    def _now(self) -> datetime:
        """What the clocks of the runner's zone show, without a zone."""
        from legday.actions.journal import profile_of, read_journal
        from legday.cli.clock import now_in

        return now_in(profile_of(read_journal(self.store.standing())).time_zone)


@contextmanager
def opened(context: typer.Context, *, make: bool = False) -> Iterator[Opened]:
    """The home of `--home`, opened and closed around a verb. StoreError where it cannot be, or is not there and not to `make`."""
    with opened_at(home_of(context), make=make) as home:
        yield home


@contextmanager
def opened_at(folder: Path, *, make: bool) -> Iterator[Opened]:
    """A home in any folder, opened and closed around a verb; a missing one is made only where asked to `make` it."""
    from legday.catalogue.reader import read_catalogue
    from legday.store import open_store

    catalogue = read_catalogue()
    store = open_store(folder, make=make)
    try:
        yield Opened(store, catalogue)
    finally:
        store.close()


def home_of(context: typer.Context) -> Path:
    """The home the call named, or the default."""
    home = context.obj
    return home if isinstance(home, Path) else default_home()


def console(*, errors: bool = False) -> "Console":
    """A console that colours on a terminal only (and not under NO_COLOR), and takes text as it is."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)


def print_lines(lines: Iterable[str]) -> None:
    """Lines for people on standard output; a long one goes on under its own indent."""
    width = get_terminal_size((PIPED_WIDTH, 24)).columns
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        parts = wrap(
            line, width=width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        ) or [""]
        sys.stdout.write("\n".join(parts) + "\n")


def show(block: "Table | Sequence[str]") -> None:
    """A table, or lines, on standard output."""
    if isinstance(block, Sequence):
        print_lines(block)
    else:
        out = console()
        with out.capture() as printed:
            out.print(block)
        # The last column is padded to the table's width; what is copied from a page should not be.
        sys.stdout.write("".join(f"{line.rstrip()}\n" for line in printed.get().splitlines()))


def print_json(value: dict[str, Any]) -> None:
    """One JSON value on standard output; escaped where that cannot hold every sign, so that nothing is lost."""
    sys.stdout.write(json.dumps(value, ensure_ascii=not holds_every_sign(sys.stdout), indent=2) + "\n")


def holds_every_sign(stream: TextIO) -> bool:
    """Whether text of any kind can be written to the stream."""
    return stream.encoding.lower().replace("-", "") in {"utf8", "utf16", "utf32"}


def tell(words: str) -> None:
    """A line for people, on standard error, so that what is piped stays clean."""
    sys.stderr.write(f"{words}\n")


def text_of(path: Path) -> str:
    """The text of a file the call named (`-` is standard input). FileRefused where it cannot be read."""
    return bytes_of(path).decode("utf-8-sig", errors="replace")


def bytes_of(path: Path) -> bytes:
    """The bytes of a file the call named (`-` is standard input). FileRefused where it cannot be read."""
    from legday.model.errors import FileRefused

    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as refused:
        raise FileRefused(file=str(path), reason=f"cannot be read: {refused.strerror}") from refused


def write_bytes(path: Path, data: bytes) -> None:
    """Writes a file the call named (`-` is standard output). FileRefused where it cannot be written."""
    from legday.model.errors import FileRefused

    if str(path) == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        path.write_bytes(data)
    except OSError as refused:
        raise FileRefused(file=str(path), reason=f"cannot be written: {refused.strerror}") from refused
