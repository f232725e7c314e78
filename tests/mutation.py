# ruff: noqa: T201 - it prints
"""Counts how many small changes of the decisions the tests notice: `python tests/mutation.py 'legday.adapting*' --show`.

One pytest session collects the tests and runs each once, to see which functions it reaches. Then the process forks for every mutant, puts it
in place and runs the tests that reach its function, until one fails: the module's own first, then the shortest, at most a few seconds of them.
"""

import argparse
import gc
import os
import resource
import signal
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path
from time import perf_counter
from types import FrameType

import pytest
from _pytest.runner import runtestprotocol

from mutants import Mutant, function_of, mutants_of

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 3.0
"""Of tests for one mutant, by what they took unchanged. More tests can only notice more."""
PATIENCE, GRACE_S = 10, 5
"""A mutant that takes so many times as long, and so many seconds more, runs without end and is noticed."""
MEMORY = 8 << 30
"""Bytes that a mutant may take."""
PASSED, FAILED, BROKEN = 0, 1, 3
"""How a fork ends: no test failed, one did, or the mutant could not be put in place."""


@dataclass(slots=True)
class Reached:
    """The tests that run one function, and how many seconds each takes."""

    items: list[pytest.Item] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def chosen(self, module: str) -> tuple[list[pytest.Item], float]:
        own = f"test_{module.rpartition('.')[2]}"
        ranked = sorted(
            zip(self.items, self.seconds, strict=True), key=lambda one: (own not in one[0].nodeid, one[1])
        )
        chosen, spent = [], 0.0
        for item, seconds in ranked:
            if chosen and spent + seconds > SECONDS:
                break
            chosen.append(item)
            spent += seconds
        return chosen, spent


class Judge:
    """A plugin that judges mutants in place of running the tests."""

    def __init__(self, mutants: Sequence[Mutant], jobs: int) -> None:
        self.mutants, self.jobs = mutants, jobs
        self.survivors: list[Mutant] = []
        self.endless: list[Mutant] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        reached = self._reached(session.items)
        gc.collect()
        gc.freeze()
        waiting: dict[int, Mutant] = {}
        for mutant in self.mutants:
            while len(waiting) >= self.jobs:
                self._take(waiting)
            waiting[_fork(mutant, *reached[mutant.module, mutant.function].chosen(mutant.module))] = mutant
        while waiting:
            self._take(waiting)
        return True

    def _reached(self, items: Sequence[pytest.Item]) -> dict[tuple[str, str], Reached]:
        """Which tests reach which function. Each runs twice, so that none fails in a second run in the same process."""
        places = {(one.module, one.function) for one in self.mutants}
        codes = {
            id(function_of(import_module(module), name).__code__): (module, name) for module, name in places
        }
        reached: dict[tuple[str, str], Reached] = defaultdict(Reached)
        for item in items:
            ran = _codes_run(item)
            began = perf_counter()
            if not _passes(item):
                raise pytest.UsageError(f"{item.nodeid} fails with nothing changed")
            for key in (codes[one] for one in ran & codes.keys()):
                reached[key].items.append(item)
                reached[key].seconds.append(perf_counter() - began)
        return reached

    def _take(self, waiting: dict[int, Mutant]) -> None:
        pid, status = os.wait()
        mutant = waiting.pop(pid)
        if os.WIFSIGNALED(status):
            self.endless.append(mutant)
        elif os.WEXITSTATUS(status) == BROKEN:
            raise pytest.UsageError(f"{mutant.difference()}\ncould not be put in place")
        elif os.WEXITSTATUS(status) == PASSED:
            self.survivors.append(mutant)


def _codes_run(item: pytest.Item) -> set[int]:
    codes: set[int] = set()

    def called(frame: FrameType, event: str, _of: object) -> None:
        if event == "call":
            codes.add(id(frame.f_code))

    sys.setprofile(called)
    try:
        runtestprotocol(item, log=False, nextitem=None)
    finally:
        sys.setprofile(None)
    return codes


def _passes(item: pytest.Item) -> bool:
    return not any(one.failed for one in runtestprotocol(item, log=False, nextitem=None))


def _fork(mutant: Mutant, items: Sequence[pytest.Item], seconds: float) -> int:
    """Judges in a process of its own and returns its number. A process that runs without end is ended by its own alarm."""
    pid = os.fork()
    if pid:
        return pid
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE * seconds + GRACE_S)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        mutant.take_place()
    except Exception:  # noqa: BLE001 - a fork ends here, whatever happened
        os._exit(BROKEN)
    try:
        os._exit(PASSED if all(_passes(item) for item in items) else FAILED)
    except BaseException:  # noqa: BLE001 - as above
        os._exit(FAILED)


def _table(mutants: Iterable[Mutant], survivors: Iterable[Mutant]) -> str:
    every, left = (Counter(one.module for one in those) for those in (mutants, survivors))
    lines = ["| module | mutants | killed | survived | |", "|---|---:|---:|---:|---:|"]
    for module, count in [*sorted(every.items()), ("**all**", every.total())]:
        alive = left.total() if module == "**all**" else left[module]
        share = 100 * (count - alive) / count
        lines.append(
            f"| {module.removeprefix('legday.')} | {count:,} | {count - alive:,} | {alive} | {share:.1f} % |"
        )
    return "\n".join(lines)


def _listed(survivors: Iterable[Mutant]) -> str:
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(survivors, key=lambda one: (one.module, one.function, one.number)):
        found[one.module][one.function].append(one.number)
    return "\n".join(
        f"- `{module.removeprefix('legday.')}` ({sum(map(len, functions.values()))}): "
        + ", ".join(f"`{name}` {'/'.join(map(str, numbers))}" for name, numbers in functions.items())
        for module, functions in found.items()
    )


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("only", nargs="?", default="legday.*", help="module or function, * for any letters")
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--show", action="store_true", help="print what each survivor changes")
    options = asked.parse_args()
    os.chdir(ROOT)
    settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    paths = sorted(path for pattern in settings["only_mutate"] for path in Path().glob(pattern))
    modules = ((path, ".".join(path.with_suffix("").parts[1:])) for path in paths)
    mutants = [
        one
        for path, module in modules
        if options.only.startswith(module) or fnmatch(f"{module}.", options.only)
        for one in mutants_of(path, module)
        if fnmatch(f"{module}.{one.function}", options.only)
    ]
    if not mutants:
        print(
            f"{options.only} names nothing that can be changed; maybe: legday.adapting.swap*", file=sys.stderr
        )
        return 2
    began, judge = perf_counter(), Judge(mutants, options.jobs)
    arguments = [
        *settings["pytest_add_cli_args"],
        "-p",
        "no:terminal",
        *settings["pytest_add_cli_args_test_selection"],
    ]
    if failed := pytest.main(arguments, plugins=[judge]):
        return int(failed)
    print(_table(mutants, judge.survivors))
    print(f"\n{len(judge.endless)} of those killed ran without end; {perf_counter() - began:.0f} s\n")
    print(_listed(judge.survivors))
    if options.show:
        print("", *(one.difference() for one in judge.survivors), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
