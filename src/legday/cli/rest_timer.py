"""Decides how a rest between sets is counted down: live on a terminal, not at all where nobody watches."""

import select
import sys
from collections.abc import Callable
from typing import TextIO

Waits = Callable[[float], bool]
"""Waits so many seconds, or less where Enter is pressed; says whether it was."""


def for_enter(seconds: float) -> bool:
    """Waits for Enter on standard input, at most `seconds`; whether it came."""
    ready, _, _ = select.select([sys.stdin], [], [], seconds)
    if ready:
        sys.stdin.readline()
    return bool(ready)


def count_down(seconds: int, *, waits: Waits, shows: Callable[[int], None]) -> bool:
    """Shows the seconds left, one by one; True where the rest was cut short."""
    for left in range(seconds, 0, -1):
        shows(left)
        if waits(1):
            return True
    return False


def rest(seconds: int, *, stream: TextIO, waits: Waits = for_enter) -> None:
    """A rest of so many seconds, counted down on a terminal; piped, none is kept."""
    if seconds <= 0 or not (stream.isatty() and sys.stdin.isatty()):
        return
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    with Live(console=console, auto_refresh=False, transient=True) as live:
        count_down(seconds, waits=waits, shows=lambda left: live.update(Text(rest_words(left)), refresh=True))


def rest_words(left: int) -> str:
    """`Rest 1:30, Enter to go on`."""
    return f"Rest {left // 60}:{left % 60:02d}, Enter to go on"
