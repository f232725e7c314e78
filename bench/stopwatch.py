"""Decides how a time is taken: the best of several, and as a ratio to a fixed piece of plain arithmetic."""

from collections.abc import Callable
from time import perf_counter, process_time


def best_ms(
    work: Callable[[], object], *, times: int = 5, clock: Callable[[], float] = perf_counter
) -> float:
    """The shortest of `times` runs, in milliseconds: the least disturbed one."""
    taken = []
    for _ in range(times):
        began = clock()
        work()
        taken.append(clock() - began)
    return 1000 * min(taken)


def best_core_ms(work: Callable[[], object], *, times: int = 5) -> float:
    """The same in processor time: what one core takes, whatever else the machine is doing."""
    return best_ms(work, times=times, clock=process_time)


def _arithmetic() -> int:
    total = 0
    for number in range(1_000_000):
        total = (total * 31 + number) % 1_000_003
    return total


def baseline_ms() -> float:
    """What this machine takes for a million steps of plain Python; every ratio is to this."""
    return best_core_ms(_arithmetic)


def line(what: str, ms: float, *, baseline: float, aim_ms: float | None = None) -> str:
    """One printed line: milliseconds, ratio to the baseline, the aim where there is one."""
    aim = "" if aim_ms is None else f"   aim {aim_ms:.0f} ms {'met' if ms <= aim_ms else 'MISSED'}"
    return f"{what:<46}{ms:>9.1f} ms {ms / baseline:>7.2f} x{aim}"
