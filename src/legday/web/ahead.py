"""Decides what is worked out before anybody asks: after something was said, what the next page is answered from."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, Thread

from legday.model.errors import LegdayError
from legday.web.desk import Desk

LOG = logging.getLogger("legday.web")


class Ahead:
    """One thread that asks the desk for what pages will ask it for: the very same, so that they find it made or wait for it to be."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._asked = False
        self._over = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, daemon=True, name="ahead")

    def ask(self) -> None:
        """Something may have changed."""
        with self._changed:
            self._asked = True
            self._changed.notify()

    def begin(self) -> None:
        """Works out what there is now, and goes on until it is told to end."""
        self._thread.start()

    def end(self) -> None:
        """Returns once nothing is worked out any more."""
        with self._changed:
            self._over = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        self._work()
        gc.collect()
        gc.freeze()  # what was read stays as long as the page: the collector need not look at it again and again
        while self._next():
            self._work()

    def _next(self) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._asked or self._over)
            self._asked = False
            return not self._over

    def _work(self) -> None:
        """In the order in which pages need it. A runner nobody knows yet, or a plan that cannot be made, is told by the page."""
        try:
            known = self._desk.known()
            for part in ("plan", "changes", "progress", "older_runs"):
                if self._asked or self._over:
                    return
                getattr(known, part)
        except LegdayError:
            return
        except Exception:
            LOG.exception("what is worked out ahead")


@contextmanager
def ahead_of(desk: Desk) -> Iterator[None]:
    """While this lasts, what pages are answered from is worked out as soon as something was said."""
    ahead = Ahead(desk)
    desk.written = ahead.ask
    ahead.begin()
    try:
        yield
    finally:
        desk.written = lambda: None
        ahead.end()
