"""Decides how a rest between sets is counted down: live on a terminal, not at all where nobody watches."""

import select
import sys
from collections.abc import Callable
from typing import TextIO

Waits = Callable[[float], str | None]
"""Waits so many seconds, or less where a line is typed; gives back the line with its end, None where there was none."""


def for_enter(seconds: float) -> str | None:
    """Waits for a line on standard input, at most `seconds`."""
    ready, _, _ = select.select([sys.stdin], [], [], seconds)
    return sys.stdin.readline() if ready else None


def count_down(seconds: int, *, waits: Waits, shows: Callable[[int], None]) -> str | None:
    """Shows the seconds left, one by one; gives back the line that cut the rest short, None where it was kept."""
    for left in range(seconds, 0, -1):
        shows(left)
        typed = waits(1)
        if typed is not None:
            return typed
    return None


def rest(seconds: int, *, stream: TextIO, waits: Waits = for_enter) -> str:
    """A rest of so many seconds, counted down on a terminal; piped, none is kept. Gives back the words that were typed meanwhile."""
    if seconds <= 0 or not (stream.isatty() and sys.stdin.isatty()):
        return ""
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    with Live(console=console, auto_refresh=False, transient=True) as live:
        typed = count_down(
            seconds, waits=waits, shows=lambda left: live.update(Text(rest_words(left)), refresh=True)
        )
    return (typed or "").strip()


def rest_words(left: int) -> str:
    """`Rest 1:30, Enter to go on`."""
    return f"Rest {left // 60}:{left % 60:02d}, Enter to go on"
