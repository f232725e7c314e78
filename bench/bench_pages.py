"""Prints what the server takes for every page at ten years of data, cold and warm, how many it gives a second, and how its memory grows.

PYTHONPATH=src python bench/bench_pages.py [--home FOLDER] [--times 20]
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import process_time

from legday.catalogue.reader import read_catalogue
from legday.model.happened import Slept
from legday.store import Store, open_store
from legday.web import create_app
from lived_home import TODAY, SetClock, copied_home, home_parser
from page_paths import LONG, paths_of
from stopwatch import baseline_ms, line
from webpage import Browser

AIM_MS = 50.0
HOUR = 400
"""Pages that a runner looks at in an hour of use (our setting: one every nine seconds)."""
HERE = Path(__file__).parent


def main() -> None:
    parser = home_parser(__doc__)
    parser.add_argument("--times", type=int, default=20)
    asked = parser.parse_args()
    with copied_home(asked.home) as home:
        baseline = baseline_ms()
        print(f"baseline: a million steps of plain Python   {baseline:>9.1f} ms of a core")
        paths = on_the_server(home, asked.times, baseline)
        over_the_line(home, [one for one in paths if one not in LONG], baseline)


def on_the_server(home: Path, times: int, baseline: float) -> list[str]:
    """Each page in the server's own process, in milliseconds of a core: first after something was said, then again and again."""
    clock = SetClock(made=1_000_000)
    with open_store(home) as store:
        app = create_app(store, read_catalogue(), clock=clock)
        page = Browser(app, base_url="http://127.0.0.1:8017")
        paths = paths_of(app, store)
        page.get("/legs")
        nothing = percentiles([taken_ms(lambda: page.get("/help")) for _ in range(times)])
        print(f"of each, {nothing[0]:.1f} ms are the asking itself (the page of help)")
        for path in paths:
            _say(store, clock)
            ask = partial(page.get, path)
            cold = taken_ms(ask)
            half, most = percentiles([taken_ms(ask) for _ in range(times)])
            aim = None if path in LONG else AIM_MS
            print(
                line(path[:44], half, baseline=baseline, aim_ms=aim),
                f"  p99 {most:.1f}  after a change {cold:.0f}",
            )
    return paths


def _say(store: Store, clock: SetClock) -> None:
    stamp = clock.new_stamp()
    store.append(Slept(id=stamp.id, at=stamp.at, day=TODAY, minutes=430))


def taken_ms(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return 1000 * (process_time() - began)


def percentiles(taken: list[float]) -> tuple[float, float]:
    """The median and the 99th of a hundred."""
    row = sorted(taken)
    return row[len(row) // 2], row[min(len(row) - 1, len(row) * 99 // 100)]


def over_the_line(home: Path, paths: list[str], baseline: float) -> None:
    """Pages asked for by two processes at once over real HTTP, and the server's memory before and after an hour's worth of them."""
    with served(home) as (port, process):
        _asked(port, 1, paths)
        before = resident_mb(process)
        wall, taken = _asked(port, max(1, HOUR // (2 * len(paths))), paths)
        half, most = percentiles([1000 * one for one in taken])
        print(f"{len(taken)} pages over HTTP, two at once: {len(taken) / wall:.0f} pages a second")
        print(line("  a page, by the clock on the wall, p50", half, baseline=baseline))
        print(line("  p99", most, baseline=baseline))
        after = resident_mb(process)
        print(f"memory of the server: {before:.0f} MB, after an hour's {len(taken)} pages {after:.0f} MB")


@contextmanager
def served(home: Path) -> Iterator[tuple[int, int]]:
    """The page over a home in a process of its own: its port and its id."""
    command = [sys.executable, str(HERE / "served_home.py"), str(home), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        assert child.stdout is not None
        try:
            yield int(child.stdout.readline()), child.pid
        finally:
            child.terminate()


def _asked(port: int, times: int, paths: list[str]) -> tuple[float, list[float]]:
    command = [sys.executable, str(HERE / "page_load.py"), str(port), str(times), *paths]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    wall, *taken = (float(one) for one in told)
    return wall, taken


def resident_mb(process: int) -> float:
    """What a process holds in memory, as `ps` tells it."""
    told = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process)], check=True, capture_output=True, text=True
    )
    return int(told.stdout) / 1024


if __name__ == "__main__":
    main()
