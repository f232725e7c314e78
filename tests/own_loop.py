"""Runs what is asynchronous in a thread of its own: a browser under test keeps its loop in the thread of the tests."""

from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import anyio

T = TypeVar("T")


def run_apart(work: Callable[[], Awaitable[T]]) -> T:
    """What `work` gives, or raises."""
    with ThreadPoolExecutor(max_workers=1) as own:
        return own.submit(anyio.run, work).result()
