"""Decides how files are read while the page goes on answering: one import at a time, in the background, told as it goes."""

import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from threading import Condition, Lock, Thread

from legday.actions.bring import Bringing, BringReport
from legday.actions.import_files import Progress
from legday.model.errors import LegdayError
from legday.web.desk import Desk

MOST_KEPT = 20
MOST_WORKERS = 4
FALLBACK_ZONE = "UTC"
QUIET_S = 10.0
"""Those who listen hear from a long file at least this often."""


class State(StrEnum):
    """Where an import stands."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


@dataclass(slots=True, kw_only=True)
class Import:
    """One import: `read` files so far, the `last` of them, and in the end its report or the problem that ended it."""

    id: str
    sample: bool
    refused: tuple[tuple[str, str], ...] = ()
    state: State = State.WAITING
    read: int = 0
    last: str = ""
    report: BringReport | None = None
    problem: str = ""
    changed: Condition = field(default_factory=Condition)

    @property
    def over(self) -> bool:
        return self.state in {State.DONE, State.FAILED}

    def tell(self, **news: object) -> None:
        """Sets what is new, and wakes those who listen."""
        with self.changed:
            for name, value in news.items():
                setattr(self, name, value)
            self.changed.notify_all()

    def told(self) -> Iterator[tuple[State, int, str]]:
        """Where it stands, and again each time that changes, until it is over."""
        while True:
            with self.changed:
                now = (self.state, self.read, self.last)
            yield now
            with self.changed:
                if self.over and (self.state, self.read, self.last) == now:
                    return
                if (self.state, self.read, self.last) == now:
                    self.changed.wait(QUIET_S)


Work = Callable[[Progress], BringReport]


@dataclass(slots=True)
class Imports:
    """The imports of this server since it started, newest last."""

    desk: Desk
    workers: int = field(default_factory=lambda: min(MOST_WORKERS, os.cpu_count() or 1))
    known: dict[str, Import] = field(default_factory=dict)
    _threads: dict[str, Thread] = field(default_factory=dict)
    _alone: Lock = field(default_factory=Lock)

    def begin(
        self,
        work: Work,
        *,
        after: Callable[[], None],
        sample: bool = False,
        refused: tuple[tuple[str, str], ...] = (),
    ) -> Import:
        """Starts `work` once no other import runs; `after` is done whatever comes of it."""
        one = Import(id=secrets.token_hex(8), sample=sample, refused=refused)
        self.known[one.id] = one
        for old in [known for known in self.known.values() if known.over][:-MOST_KEPT]:
            del self.known[old.id]
        thread = Thread(target=self._run, args=(one, work, after), daemon=True, name=f"import {one.id}")
        self._threads = {id_: alive for id_, alive in self._threads.items() if alive.is_alive()}
        self._threads[one.id] = thread
        thread.start()
        return one

    def wait(self) -> None:
        """Returns once all imports are over."""
        for thread in tuple(self._threads.values()):
            thread.join()

    @contextmanager
    def held_off(self) -> Iterator[bool]:
        """Whether no import is under way; while this lasts none begins to read."""
        free = self._alone.acquire(blocking=False)
        try:
            yield free
        finally:
            if free:
                self._alone.release()

    def how(self, zone: str, *, start: date | None = None) -> Bringing:
        """How files are read at this moment by the clocks of `zone`; nothing later than a day from now is believed."""
        stamp = self.desk.clock.new_stamp()
        return Bringing(
            catalogue=self.desk.catalogue,
            today=self.desk.clock.now_in(zone).date(),
            at=stamp.at,
            latest=stamp.at + timedelta(days=1),
            seconds=time.perf_counter,
            stamps=self.desk.clock.new_stamp,
            start=start,
            workers=self.workers,
        )

    def _run(self, one: Import, work: Work, after: Callable[[], None]) -> None:
        try:
            with self._alone:
                one.tell(state=State.READING)
                try:
                    report = work(lambda count, name: one.tell(read=count, last=name))
                finally:
                    after()
            one.tell(report=report, state=State.DONE)
        except LegdayError as problem:
            one.tell(problem=str(problem), state=State.FAILED)
        except Exception as bug:
            one.tell(problem=f"{type(bug).__name__}: {bug}", state=State.FAILED)
            raise
