"""Decides where a new block, and with it a new menu, begins."""

from collections.abc import Callable, Sequence

from legday.model.progression import Phase

SHORTEST = 3
LONGEST = 6
"""A block lasts three to six weeks (product.md); longer only where a race forbids anything new."""

_KEEPS_MENU = frozenset({Phase.TAPER, Phase.RECOVER})


def _sizes(weeks: int, usual: int) -> list[int]:
    """Blocks that fill `weeks` weeks, as near to `usual` as they go, the longer ones first."""
    counts = range(1, max(1, weeks // SHORTEST) + 1)
    count = min(counts, key=lambda n: (abs(weeks / n - usual), n))
    return [weeks // count + (n < weeks % count) for n in range(count)]


def _wished(phases: Sequence[Phase], usual: int) -> list[int]:
    """Where blocks would begin if nothing forbade it: at changes of phase, and inside long phases."""
    begins: list[int] = []
    index = 0
    while index < len(phases):
        run = next((n for n in range(index, len(phases)) if phases[n] is not phases[index]), len(phases))
        if phases[index] not in _KEEPS_MENU:
            starts = index
            for size in _sizes(run - index, usual):
                begins.append(starts)
                starts += size
        index = run
    return begins


def block_numbers(
    phases: Sequence[Phase],
    *,
    usual: int,
    forbidden: Callable[[int], bool],
    unwelcome: Callable[[int], bool],
) -> tuple[int, ...]:
    """The block of each week, from 0. A block never begins in a `forbidden` week; an `unwelcome` one moves it by a week if it may.

    A change of phase less than three weeks into a block lets the block run on.
    """
    begins = [0]
    wished = _wished(phases, usual)
    for place, index in enumerate(wished):
        following = wished[place + 1] if place + 1 < len(wished) else len(phases)
        tries = [index, index + 1, index - 1] if unwelcome(index) else [index]
        fitting = [n for n in tries if begins[-1] + SHORTEST <= n < following and not forbidden(n)]
        kind = [n for n in fitting if not unwelcome(n) and n - begins[-1] <= LONGEST]
        if fitting:
            begins.append((kind or fitting)[0])
    return tuple(sum(begin <= index for begin in begins) - 1 for index in range(len(phases)))
