"""Decides how many files are read at once: in order, on several processors, without ever holding more than a few."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread

from legday.reading.limits import LIMITS, Limits
from legday.reading.members import Member
from legday.reading.recordings import Reading, read_member

AHEAD = 4
"""Files handed out per worker before the first is waited for (our setting)."""


def read_members(
    members: Iterable[Member],
    *,
    workers: int = 1,
    limits: Limits = LIMITS,
    latest: datetime | None = None,
    read: Callable[..., Reading] = read_member,
) -> Iterator[Reading]:
    """What came of each member, in their order, read by `workers` processes (1 = in this one).

    At most `AHEAD` files per worker are held. A file that kills its reader becomes a problem like any other. New processes are
    spawned, so a script that calls this needs the usual `if __name__ == "__main__":`.
    """
    job = partial(read, limits=limits, latest=latest)
    if workers <= 1:
        yield from map(job, members)
        return
    source = iter(members)
    waiting: deque[Member] = deque()
    while True:
        try:
            yield from _through_pool(source, waiting, job, workers)
        except BrokenProcessPool:
            while waiting:
                yield _alone(waiting.popleft(), job)
        else:
            return


def _through_pool(
    source: Iterator[Member], waiting: deque[Member], job: Callable[[Member], Reading], workers: int
) -> Iterator[Reading]:
    """Reads on until the source ends; `waiting` holds the members whose reading has not been handed on."""
    futures: deque[Future[Reading]] = deque()
    pool = _pool(workers)
    try:
        for member in source:
            waiting.append(member)
            futures.append(pool.submit(job, member))
            if len(futures) >= workers * AHEAD:
                yield _handed_on(futures, waiting)
        while futures:
            yield _handed_on(futures, waiting)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _handed_on(futures: deque[Future[Reading]], waiting: deque[Member]) -> Reading:
    reading = futures.popleft().result()
    waiting.popleft()
    return reading


def _alone(member: Member, job: Callable[[Member], Reading]) -> Reading:
    """Reads one member in a process of its own, so that it is known which one kills its reader."""
    with _pool(1) as pool:
        try:
            return pool.submit(job, member).result()
        except BrokenProcessPool:
            return Reading(file=member.name, problem="reading it brought the reader down")


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_settle)


def _settle() -> None:
    """Ctrl-C is for the one who gave out the work; workers end when told to, or with that one, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
